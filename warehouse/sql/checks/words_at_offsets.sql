-- fail: The words of every mention, trigger and place are those at its offsets.
WITH words AS (
    SELECT mention_id AS id, doc_id, text, start_char, end_char FROM mentions
    UNION ALL SELECT event_id, doc_id, trigger_text, start_char, end_char FROM events
    UNION ALL SELECT event_id, doc_id, place_text, place_start_char, place_end_char FROM events WHERE place_start_char IS NOT NULL
)
SELECT words.*
FROM words
JOIN documents ON documents.doc_id = words.doc_id
WHERE substring(documents.text, words.start_char + 1, words.end_char - words.start_char) IS DISTINCT FROM words.text;
