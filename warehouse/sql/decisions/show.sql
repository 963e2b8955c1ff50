-- One row per document that speaks of the actors found by a name, code or id: who they are there and how they came to be that actor.
SELECT
    actors.actor_id,
    actors.name,
    actors.type,
    actors.country_code,
    actors.sector_code,
    documents.doc_id,
    documents.published_date,
    entities.entity_id,
    entities.name AS name_in_document,
    entities.roles,
    entities.held_role,
    entities.mention_count,
    CASE WHEN entities.extracted_actor_id <> actors.actor_id THEN entities.extracted_actor_id END AS merged_from
FROM actors
JOIN entity_actors ON entity_actors.actor_id = actors.actor_id
JOIN entities ON entities.entity_id = entity_actors.entity_id
JOIN documents ON documents.doc_id = entities.doc_id
WHERE actors.actor_id IN (SELECT actor_id FROM actors_named($wanted))
ORDER BY actors.mention_count DESC, actors.actor_id, documents.published_date, documents.doc_id;
