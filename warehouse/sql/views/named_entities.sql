-- Each entity with the actor that it is. Grain: one row per entity.
-- entity_id: The actor as one document speaks of it.
-- actor_id: The actor across documents.
-- name: Name by which the actor is shown.
-- type: Kind of actor.
-- country_code: ISO 3166 alpha-3 code.
CREATE OR REPLACE VIEW named_entities AS
SELECT entity_actors.entity_id, actors.actor_id, actors.name, actors.type, actors.country_code
FROM entity_actors
JOIN actors ON actors.actor_id = entity_actors.actor_id;
