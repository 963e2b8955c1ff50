-- What two sides did to each other, either way round: events_between('USA', 'RUS'). Takes names, country codes or actor ids.
CREATE OR REPLACE MACRO events_between(one, other) AS TABLE
WITH sides AS (
    SELECT
        event_actors.event_id,
        event_actors.side,
        entity_actors.actor_id IN (SELECT actor_id FROM actors_named(one)) AS is_one,
        entity_actors.actor_id IN (SELECT actor_id FROM actors_named(other)) AS is_other
    FROM event_actors
    JOIN entity_actors ON entity_actors.entity_id = event_actors.entity_id
)
SELECT * FROM did
WHERE event_id IN (
    SELECT event_id
    FROM sides
    GROUP BY event_id
    HAVING (bool_or(is_one AND side = 'initiator') AND bool_or(is_other AND side = 'recipient'))
        OR (bool_or(is_other AND side = 'initiator') AND bool_or(is_one AND side = 'recipient'))
)
ORDER BY coalesce(event_date, published_date), doc_id, start_char;
