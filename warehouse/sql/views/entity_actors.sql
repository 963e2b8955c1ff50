-- Which actor each entity is, after all decisions: the one place that turns what a document says into who it is.
-- entity_id: The actor as one document speaks of it.
-- doc_id: That document.
-- actor_id: The actor across documents.
CREATE OR REPLACE VIEW entity_actors AS
WITH RECURSIVE merged (actor_id, standing_id, step) AS (
    SELECT from_actor_id, to_actor_id, 1 FROM decisions WHERE action = 'merge'
    UNION ALL
    SELECT merged.actor_id, onward.to_actor_id, merged.step + 1
    FROM merged
    JOIN decisions AS onward ON onward.from_actor_id = merged.standing_id AND onward.action = 'merge'
),
standing AS (
    SELECT actor_id, arg_max(standing_id, step) AS standing_id FROM merged GROUP BY actor_id
),
moved AS (
    SELECT entity_id, to_actor_id FROM decisions WHERE action = 'split' AND entity_id IS NOT NULL
)
SELECT
    entities.entity_id,
    entities.doc_id,
    coalesce(standing.standing_id, moved.to_actor_id, entities.extracted_actor_id) AS actor_id
FROM entities
LEFT JOIN moved ON moved.entity_id = entities.entity_id
LEFT JOIN standing ON standing.actor_id = coalesce(moved.to_actor_id, entities.extracted_actor_id);
