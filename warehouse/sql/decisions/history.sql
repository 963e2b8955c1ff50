-- What was decided about the actors found by a name, code or id (NULL: about all), by whom and why, the latest first.
WITH meant AS (
    SELECT actor_id FROM actors_named($wanted)
    UNION
    SELECT merged_actors.actor_id FROM merged_actors JOIN actors_named($wanted) AS found ON found.actor_id = standing_actor_id
)
SELECT
    decisions.decided_at,
    decisions.act,
    decisions.action,
    decisions.from_actor_id,
    decisions.to_actor_id,
    entities.doc_id,
    decisions.decided_by,
    decisions.note,
    decisions.decision_id,
    EXISTS (FROM live_decisions WHERE live_decisions.decision_id = decisions.decision_id) AS is_live
FROM decisions
LEFT JOIN entities ON entities.entity_id = decisions.entity_id
WHERE $wanted IS NULL OR decisions.from_actor_id IN (FROM meant) OR decisions.to_actor_id IN (FROM meant)
ORDER BY decisions.decided_at DESC, decisions.decision_id, decisions.number DESC;
