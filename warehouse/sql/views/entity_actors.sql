-- Which actor each entity is, after all decisions: the one place that turns what a document says into who it is.
-- entity_id: The actor as one document speaks of it.
-- doc_id: That document.
-- actor_id: The actor across documents.
CREATE OR REPLACE VIEW entity_actors AS
WITH moved AS (
    SELECT entity_id, to_actor_id FROM live_decisions WHERE action = 'split' AND entity_id IS NOT NULL
)
SELECT
    entities.entity_id,
    entities.doc_id,
    coalesce(merged_actors.standing_actor_id, moved.to_actor_id, entities.extracted_actor_id) AS actor_id
FROM entities
LEFT JOIN moved ON moved.entity_id = entities.entity_id
LEFT JOIN merged_actors ON merged_actors.actor_id = coalesce(moved.to_actor_id, entities.extracted_actor_id);
