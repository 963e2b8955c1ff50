-- One row per touched actor and name that documents call it by.
DELETE FROM actor_names WHERE actor_id IN (SELECT actor_id FROM touched_actors);
INSERT INTO actor_names BY NAME
SELECT actor_id, name, name_key(name) AS name_key, sum(mention_count)::INTEGER AS mention_count
FROM (
    SELECT entity_actors.actor_id, entities.name, 0 AS mention_count
    FROM entity_actors JOIN entities USING (entity_id)
    WHERE entity_actors.actor_id IN (SELECT actor_id FROM touched_actors)
    UNION ALL
    SELECT entity_actors.actor_id, mentions.text, 1
    FROM entity_actors JOIN mentions USING (entity_id)
    WHERE entity_actors.actor_id IN (SELECT actor_id FROM touched_actors) AND mentions.kind = 'name'
)
GROUP BY actor_id, name
ORDER BY actor_id, name;
