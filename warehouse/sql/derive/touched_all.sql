-- All actors: for deriving them anew.
CREATE OR REPLACE TEMP TABLE touched_actors AS
SELECT actor_id FROM entity_actors UNION SELECT actor_id FROM actors;
