-- Add the events of the documents that this package brings, with their sentence and first participants at hand.
INSERT INTO events BY NAME
SELECT
    staged.*,
    substring(documents.text, sentences.start_char + 1, sentences.end_char - sentences.start_char) AS sentence_text,
    initiators.entity_id AS initiator_entity_id,
    recipients.entity_id AS recipient_entity_id
FROM staged_events AS staged
JOIN staged_documents AS documents ON documents.doc_id = staged.doc_id
LEFT JOIN staged_sentences AS sentences ON sentences.sentence_id = staged.sentence_id
LEFT JOIN staged_event_actors AS initiators
    ON initiators.event_id = staged.event_id AND initiators.side = 'initiator' AND initiators.number = 1
LEFT JOIN staged_event_actors AS recipients
    ON recipients.event_id = staged.event_id AND recipients.side = 'recipient' AND recipients.number = 1
WHERE staged.doc_id IN (SELECT doc_id FROM outcomes WHERE outcome IN ('loaded', 'replaced'))
ORDER BY staged.doc_id, staged.start_char, staged.event_id;
