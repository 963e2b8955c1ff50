-- fail: All offsets lie inside the text of their document, and no span is empty.
WITH spans AS (
    SELECT 'sentences' AS table_name, doc_id, start_char, end_char FROM sentences
    UNION ALL SELECT 'mentions', doc_id, start_char, end_char FROM mentions
    UNION ALL SELECT 'affiliations', doc_id, start_char, end_char FROM affiliations
    UNION ALL SELECT 'quotes', doc_id, start_char, end_char FROM quotes
    UNION ALL SELECT 'quote_spans', doc_id, start_char, end_char FROM quote_spans
    UNION ALL SELECT 'events', doc_id, start_char, end_char FROM events
    UNION ALL SELECT 'event_cues', doc_id, start_char, end_char FROM event_cues
    UNION ALL SELECT 'places', doc_id, place_start_char, place_end_char FROM events WHERE place_start_char IS NOT NULL
)
SELECT spans.*
FROM spans
JOIN (SELECT doc_id, length(text) AS text_length FROM documents) AS texts ON texts.doc_id = spans.doc_id
WHERE spans.start_char < 0 OR spans.end_char <= spans.start_char OR spans.end_char > texts.text_length;
