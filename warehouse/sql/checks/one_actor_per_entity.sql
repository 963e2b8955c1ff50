-- fail: Every entity is exactly one actor, and that actor has its row.
SELECT entities.entity_id, count(DISTINCT actors.actor_id) AS actor_count
FROM entities
LEFT JOIN entity_actors ON entity_actors.entity_id = entities.entity_id
LEFT JOIN actors ON actors.actor_id = entity_actors.actor_id
GROUP BY entities.entity_id
HAVING count(DISTINCT actors.actor_id) <> 1 OR count(*) <> 1;
