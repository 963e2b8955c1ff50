-- grain: actor of one document, with its mentions in the order of the text; source: entities, actors, mentions; parameter: doc_id
SELECT
    entities.entity_id,
    named_entities.actor_id,
    coalesce(named_entities.name, entities.name) AS name,
    entities.type,
    entities.country_code,
    entities.sector_code,
    entities.roles,
    entities.held_role,
    coalesce(
        list({'start_char': mentions.start_char, 'end_char': mentions.end_char, 'kind': mentions.kind} ORDER BY mentions.start_char)
            FILTER (mentions.mention_id IS NOT NULL),
        []
    ) AS mentions
FROM entities
LEFT JOIN named_entities ON named_entities.entity_id = entities.entity_id
LEFT JOIN mentions ON mentions.entity_id = entities.entity_id
WHERE entities.doc_id = $doc_id
GROUP BY ALL
ORDER BY min(mentions.start_char), entities.entity_id
