-- fail: The mentions and documents that entities and actors count are those that there are.
WITH mentioned AS (
    SELECT entity_id, count(*) AS mention_count FROM mentions GROUP BY entity_id
),
summed AS (
    SELECT entity_actors.actor_id, sum(entities.mention_count) AS mention_count, count(DISTINCT entities.doc_id) AS document_count
    FROM entity_actors
    JOIN entities ON entities.entity_id = entity_actors.entity_id
    GROUP BY entity_actors.actor_id
)
SELECT entities.entity_id AS id, entities.mention_count AS told, coalesce(mentioned.mention_count, 0) AS counted
FROM entities
LEFT JOIN mentioned ON mentioned.entity_id = entities.entity_id
WHERE entities.mention_count <> counted
UNION ALL
SELECT actors.actor_id, actors.mention_count, summed.mention_count
FROM actors
JOIN summed ON summed.actor_id = actors.actor_id
WHERE actors.mention_count <> summed.mention_count OR actors.document_count <> summed.document_count;
