-- What two sides did to each other, either way round: events_between('USA', 'RUS'). Takes names, country codes or actor ids.
CREATE OR REPLACE MACRO events_between(one, other) AS TABLE
-- Materialized: the events are found first, from ids alone; left to itself the planner gathers whole rows of all events first.
WITH sides AS MATERIALIZED (
    SELECT
        entity_id,
        actor_id IN (SELECT actor_id FROM actors_named(one)) AS is_one,
        actor_id IN (SELECT actor_id FROM actors_named(other)) AS is_other
    FROM entity_actors
    WHERE is_one OR is_other
),
parts AS MATERIALIZED (
    SELECT event_actors.event_id, event_actors.side, sides.is_one, sides.is_other
    FROM event_actors
    JOIN sides ON sides.entity_id = event_actors.entity_id
),
chosen AS MATERIALIZED (
    SELECT DISTINCT ones.event_id
    FROM parts AS ones
    JOIN parts AS others ON others.event_id = ones.event_id AND others.side <> ones.side
    WHERE ones.is_one AND others.is_other
)
SELECT * FROM did
WHERE event_id IN (SELECT event_id FROM chosen)
ORDER BY date, doc_id, start_char;
