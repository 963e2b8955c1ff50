-- One row per touched actor: its most frequent name, type, country and sector (ties: the longer name, then the alphabet).
DELETE FROM actors WHERE actor_id IN (SELECT actor_id FROM touched_actors);
INSERT INTO actors BY NAME
WITH tellings AS (
    SELECT entity_actors.actor_id, entities.*
    FROM entity_actors
    JOIN entities USING (entity_id)
    WHERE entity_actors.actor_id IN (SELECT actor_id FROM touched_actors)
),
votes AS (
    SELECT actor_id, property, value, sum(mention_count) AS weight
    FROM (
        SELECT actor_id, mention_count, unnest([
            {'property': 'name', 'value': name}, {'property': 'type', 'value': type},
            {'property': 'country_code', 'value': country_code}, {'property': 'sector_code', 'value': sector_code}
        ], recursive := true)
        FROM tellings
    )
    WHERE value IS NOT NULL
    GROUP BY ALL
),
winners AS (
    FROM votes
    QUALIFY row_number() OVER (PARTITION BY actor_id, property ORDER BY weight DESC, length(value) DESC, value) = 1
),
counts AS (
    SELECT actor_id, count(DISTINCT doc_id)::INTEGER AS document_count, sum(mention_count)::INTEGER AS mention_count
    FROM tellings
    GROUP BY actor_id
)
SELECT
    counts.actor_id,
    any_value(value) FILTER (property = 'name') AS name,
    any_value(value) FILTER (property = 'type') AS type,
    any_value(value) FILTER (property = 'country_code') AS country_code,
    any_value(value) FILTER (property = 'sector_code') AS sector_code,
    any_value(counts.document_count) AS document_count,
    any_value(counts.mention_count) AS mention_count
FROM counts
JOIN winners USING (actor_id)
GROUP BY counts.actor_id
ORDER BY counts.actor_id;
