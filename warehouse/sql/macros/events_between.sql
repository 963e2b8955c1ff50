-- What two sides did to each other, either way round: events_between('USA', 'RUS'). Takes names, country codes or actor ids.
CREATE OR REPLACE MACRO events_between(one, other) AS TABLE
WITH ones AS (
    SELECT event_id, side FROM event_actors
    WHERE entity_id IN (SELECT entity_id FROM entity_actors WHERE actor_id IN (SELECT actor_id FROM actors_named(one)))
),
others AS (
    SELECT event_id, side FROM event_actors
    WHERE entity_id IN (SELECT entity_id FROM entity_actors WHERE actor_id IN (SELECT actor_id FROM actors_named(other)))
)
SELECT * FROM did
WHERE event_id IN (SELECT ones.event_id FROM ones JOIN others ON others.event_id = ones.event_id AND others.side <> ones.side)
ORDER BY coalesce(event_date, published_date), doc_id, start_char;
