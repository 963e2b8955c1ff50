-- Actors that go by a name, an ISO 3166 alpha-3 code or an id: those that documents call exactly so, else those whose name contains it.
-- The id of an actor that was merged into another finds that other.
CREATE OR REPLACE MACRO actors_named(wanted) AS TABLE
WITH hits AS (
    SELECT actor_id, 1 AS closeness FROM actors WHERE actor_id = wanted OR country_code = wanted
    UNION
    SELECT standing_actor_id, 1 FROM merged_actors WHERE actor_id = wanted
    UNION
    SELECT actor_id, CASE WHEN actor_names.name_key = name_key(wanted) THEN 1 ELSE 2 END AS closeness
    FROM actor_names
    WHERE contains(' ' || actor_names.name_key || ' ', ' ' || name_key(wanted) || ' ')
)
SELECT DISTINCT actor_id FROM hits WHERE closeness = (SELECT min(closeness) FROM hits);
