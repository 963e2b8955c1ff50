-- Actors that an id or exact name means: an id first, a retired one included, else all that documents call so, the best known first.
WITH ids AS (
    SELECT $wanted AS actor_id
    WHERE EXISTS (FROM entities WHERE extracted_actor_id = $wanted)
        OR EXISTS (FROM actors WHERE actor_id = $wanted)
        OR EXISTS (FROM decisions WHERE from_actor_id = $wanted OR to_actor_id = $wanted)
),
called AS (
    SELECT DISTINCT actors.actor_id, actors.mention_count
    FROM actor_names
    JOIN actors USING (actor_id)
    WHERE actor_names.name_key = name_key($wanted) AND NOT EXISTS (FROM ids)
)
SELECT actor_id FROM (
    SELECT actor_id, 0 AS mention_count FROM ids
    UNION ALL
    FROM called
)
ORDER BY mention_count DESC, actor_id;
