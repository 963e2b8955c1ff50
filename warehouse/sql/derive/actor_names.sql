-- One row per touched actor and name that documents call it by, without an article before it, which only titles of media keep.
DELETE FROM actor_names WHERE actor_id IN (SELECT actor_id FROM touched_actors);
INSERT INTO actor_names BY NAME
WITH told AS (
    SELECT entity_actors.actor_id, entities.type, entities.name, 0 AS mention_count
    FROM entity_actors JOIN entities USING (entity_id)
    WHERE entity_actors.actor_id IN (SELECT actor_id FROM touched_actors)
    UNION ALL
    SELECT entity_actors.actor_id, entities.type, mentions.text, 1
    FROM entity_actors JOIN entities USING (entity_id) JOIN mentions USING (entity_id)
    WHERE entity_actors.actor_id IN (SELECT actor_id FROM touched_actors) AND mentions.kind = 'name'
),
bare AS (
    SELECT
        actor_id,
        CASE WHEN type = 'media' AND starts_with(name, 'The ') THEN name ELSE regexp_replace(name, '^(the|The|THE)\s+', '') END AS name,
        mention_count
    FROM told
)
SELECT actor_id, name, name_key(name) AS name_key, sum(mention_count)::INTEGER AS mention_count
FROM bare
WHERE name <> ''
GROUP BY actor_id, name
ORDER BY actor_id, name;
