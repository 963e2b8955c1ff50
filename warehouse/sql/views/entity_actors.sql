-- Which actor each entity is, after all decisions: the one place that turns what a document says into who it is.
-- entity_id: The actor as one document speaks of it.
-- doc_id: That document.
-- actor_id: The actor across documents.
CREATE OR REPLACE VIEW entity_actors AS
SELECT entity_id, doc_id, extracted_actor_id AS actor_id FROM entities;
