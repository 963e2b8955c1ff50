-- grain: event of a current version, syndicated copies once; source: events, event_actors, documents, entity_actors
WITH sides AS (
    SELECT
        event_id,
        list(DISTINCT actor_id ORDER BY actor_id) FILTER (WHERE side = 'initiator') AS initiators,
        list(DISTINCT actor_id ORDER BY actor_id) FILTER (WHERE side = 'recipient') AS recipients
    FROM event_actors
    JOIN entity_actors USING (entity_id)
    GROUP BY event_id
)
SELECT
    events.event_id,
    events.doc_id,
    events.type,
    asserters.actor_id AS asserted_by,
    sides.initiators,
    sides.recipients,
    events.event_date,
    documents.published_date,
    events.start_char::BIGINT AS start_char,
    documents.text[sentences.start_char + 1:sentences.end_char] AS sentence_text,
    events.parent_event_id
FROM events
JOIN documents USING (doc_id)
LEFT JOIN sides USING (event_id)
LEFT JOIN sentences ON sentences.sentence_id = events.sentence_id
LEFT JOIN entity_actors AS asserters ON asserters.entity_id = events.asserted_by_entity_id
WHERE documents.is_current AND documents.original_doc_id IS NULL
ORDER BY events.event_id
