-- Ids of actors that people merged away, each with the actor that stands for it now: where a retired id is looked up.
-- actor_id: The id that no row bears any more.
-- standing_actor_id: The actor that it is now.
CREATE OR REPLACE VIEW merged_actors AS
WITH RECURSIVE merged (actor_id, standing_actor_id, step) AS (
    SELECT from_actor_id, to_actor_id, 1 FROM live_decisions WHERE action = 'merge'
    UNION ALL
    SELECT merged.actor_id, onward.to_actor_id, merged.step + 1
    FROM merged
    JOIN live_decisions AS onward ON onward.from_actor_id = merged.standing_actor_id AND onward.action = 'merge'
)
SELECT actor_id, arg_max(standing_actor_id, step) AS standing_actor_id FROM merged GROUP BY actor_id;
