-- Every time that something was decided or taken back, the latest first.
SELECT act_id, decision_id, number, act, action, from_actor_id, to_actor_id, entity_id, note, decided_by, decided_at
FROM decisions
ORDER BY decided_at DESC, decision_id, number DESC;
