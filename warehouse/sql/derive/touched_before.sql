-- Actors that lose rows by this package: those of the documents that it replaces.
CREATE OR REPLACE TEMP TABLE touched_actors AS
SELECT DISTINCT actor_id FROM entity_actors
WHERE doc_id IN (SELECT doc_id FROM outcomes WHERE outcome = 'replaced');
