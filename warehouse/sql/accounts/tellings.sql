-- grain: event of a current version, syndicated copies once; source: events, event_actors, documents, entity_actors,
-- actors
WITH sides AS (
    SELECT
        event_id,
        list(DISTINCT actor_id ORDER BY actor_id) FILTER (WHERE side = 'initiator') AS initiators,
        list(DISTINCT actor_id ORDER BY actor_id) FILTER (WHERE side = 'recipient') AS recipients,
        -- what is told of without a name ("the victims") may be one under two descriptions
        list(DISTINCT actor_id ORDER BY actor_id)
            FILTER (WHERE regexp_matches(actors.name, '^\p{Lu}') AND actors.name NOT LIKE 'The %') AS named_participants,
        list(DISTINCT actors.country_code ORDER BY actors.country_code) FILTER (WHERE actors.type IN ('country', 'government'))
            AS countries
    FROM event_actors
    JOIN entity_actors USING (entity_id)
    JOIN actors USING (actor_id)
    GROUP BY event_id
)
SELECT
    events.event_id,
    events.doc_id,
    events.type,
    events.trigger_text,
    events.cameo_code,
    events.stated_count::BIGINT AS stated_count,
    asserters.actor_id AS asserted_by,
    sides.initiators,
    sides.recipients,
    sides.named_participants,
    sides.countries,
    events.event_date,
    events.date_granularity,
    documents.published_date,
    events.start_char::BIGINT AS start_char,
    events.sentence_text,
    events.parent_event_id
FROM events
JOIN documents USING (doc_id)
LEFT JOIN sides USING (event_id)
LEFT JOIN entity_actors AS asserters ON asserters.entity_id = events.asserted_by_entity_id
WHERE documents.is_current AND documents.original_doc_id IS NULL
ORDER BY events.event_id
