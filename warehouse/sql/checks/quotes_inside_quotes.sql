-- warn: A quote inside another stands between its first and its last character.
SELECT quotes.quote_id, quotes.start_char, quotes.end_char, parents.quote_id AS parent_quote_id, parents.start_char AS parent_start_char,
    parents.end_char AS parent_end_char
FROM quotes
JOIN quotes AS parents ON parents.quote_id = quotes.parent_quote_id
WHERE quotes.start_char < parents.start_char OR quotes.end_char > parents.end_char;
