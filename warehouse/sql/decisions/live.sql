-- Decisions that stand, in an order that does not depend on when they were made.
SELECT decision_id, action, from_actor_id, to_actor_id, entity_id, note, decided_by, decided_at
FROM live_decisions
ORDER BY decision_id;
