-- fail: Events and quotes begin in the sentence that they name, and the sentence of an event is the text at its offsets.
SELECT events.event_id AS id, events.sentence_id, events.start_char, events.sentence_text AS told
FROM events
JOIN sentences ON sentences.sentence_id = events.sentence_id
JOIN documents ON documents.doc_id = events.doc_id
WHERE events.doc_id <> sentences.doc_id
    OR events.start_char NOT BETWEEN sentences.start_char AND sentences.end_char - 1
    OR events.sentence_text IS DISTINCT FROM
        substring(documents.text, sentences.start_char + 1, sentences.end_char - sentences.start_char)
UNION ALL
SELECT quotes.quote_id, quotes.sentence_id, quotes.start_char, quotes.text
FROM quotes
JOIN sentences ON sentences.sentence_id = quotes.sentence_id
WHERE quotes.doc_id <> sentences.doc_id OR quotes.start_char NOT BETWEEN sentences.start_char AND sentences.end_char - 1;
