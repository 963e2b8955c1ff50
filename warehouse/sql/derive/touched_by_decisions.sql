-- Actors that gain or lose entities by what was decided since they were remembered.
CREATE OR REPLACE TEMP TABLE touched_actors AS
SELECT DISTINCT unnest([before.actor_id, entity_actors.actor_id]) AS actor_id
FROM entity_actors_before AS before
JOIN entity_actors USING (entity_id)
WHERE entity_actors.actor_id <> before.actor_id;
