-- The entity by which a document speaks of an actor, and the actor that it is.
SELECT entity_id, actor_id FROM entity_actors WHERE actor_id = $actor_id AND doc_id = $doc_id ORDER BY entity_id;
