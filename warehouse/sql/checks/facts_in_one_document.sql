-- fail: What a row refers to stands in the row's own document: its actors, its sentence, its quote, its parent.
WITH links AS (
    SELECT 'event_actors' AS table_name, event_id AS id, doc_id, entity_id FROM event_actors
    UNION ALL SELECT 'events asserted by', event_id, doc_id, asserted_by_entity_id FROM events WHERE asserted_by_entity_id IS NOT NULL
    UNION ALL SELECT 'quotes', quote_id, doc_id, speaker_entity_id FROM quotes WHERE speaker_entity_id IS NOT NULL
    UNION ALL SELECT 'quotes to', quote_id, doc_id, addressee_entity_id FROM quotes WHERE addressee_entity_id IS NOT NULL
    UNION ALL SELECT 'mentions', mention_id, doc_id, entity_id FROM mentions
)
SELECT links.table_name, links.id, links.doc_id, entities.doc_id AS other_doc_id
FROM links
JOIN entities ON entities.entity_id = links.entity_id
WHERE entities.doc_id <> links.doc_id
UNION ALL
SELECT 'events in quotes', events.event_id, events.doc_id, quotes.doc_id
FROM events JOIN quotes ON quotes.quote_id = events.quote_id
WHERE quotes.doc_id <> events.doc_id
UNION ALL
SELECT 'events of events', events.event_id, events.doc_id, parents.doc_id
FROM events JOIN events AS parents ON parents.event_id = events.parent_event_id
WHERE parents.doc_id <> events.doc_id;
