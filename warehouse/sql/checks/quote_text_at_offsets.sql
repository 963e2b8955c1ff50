-- fail: The text of every quote is the text at its content spans, joined by single spaces.
WITH contents AS (
    SELECT
        quote_spans.quote_id,
        string_agg(
            substring(documents.text, quote_spans.start_char + 1, quote_spans.end_char - quote_spans.start_char), ' '
            ORDER BY quote_spans.number
        ) AS text
    FROM quote_spans
    JOIN documents ON documents.doc_id = quote_spans.doc_id
    WHERE quote_spans.part = 'content'
    GROUP BY quote_spans.quote_id
)
SELECT quotes.quote_id, quotes.text, contents.text AS text_at_offsets
FROM quotes
LEFT JOIN contents ON contents.quote_id = quotes.quote_id
WHERE contents.text IS DISTINCT FROM quotes.text;
