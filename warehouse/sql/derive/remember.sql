-- Who every entity is, before decisions change.
CREATE OR REPLACE TEMP TABLE entity_actors_before AS FROM entity_actors;
