-- Actors that gain rows by this package.
INSERT INTO touched_actors
SELECT DISTINCT actor_id FROM entity_actors
WHERE doc_id IN (SELECT doc_id FROM incoming) AND actor_id NOT IN (SELECT actor_id FROM touched_actors);
