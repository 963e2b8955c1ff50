-- warn: Every decision that stands is about actors that documents speak of; others do nothing, as when the catalogue came to know one.
SELECT live_decisions.decision_id, live_decisions.from_actor_id, live_decisions.to_actor_id
FROM live_decisions
WHERE live_decisions.from_actor_id NOT IN (SELECT extracted_actor_id FROM entities)
    AND live_decisions.from_actor_id NOT IN (SELECT to_actor_id FROM live_decisions);
