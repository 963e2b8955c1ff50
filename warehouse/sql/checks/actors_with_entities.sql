-- fail: Every actor is met in some document.
SELECT actors.actor_id, actors.name
FROM actors
WHERE NOT EXISTS (FROM entity_actors WHERE entity_actors.actor_id = actors.actor_id);
