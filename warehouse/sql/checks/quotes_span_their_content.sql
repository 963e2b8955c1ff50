-- fail: A quote reaches from its first content span to its last.
WITH contents AS (
    SELECT quote_id, min(start_char) AS first_char, max(end_char) AS last_char FROM quote_spans WHERE part = 'content' GROUP BY quote_id
)
SELECT quotes.quote_id, quotes.start_char, contents.first_char, quotes.end_char, contents.last_char
FROM quotes
LEFT JOIN contents ON contents.quote_id = quotes.quote_id
WHERE quotes.start_char IS DISTINCT FROM contents.first_char OR quotes.end_char IS DISTINCT FROM contents.last_char;
