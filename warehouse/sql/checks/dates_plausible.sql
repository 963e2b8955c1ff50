-- warn: Publication dates lie between 1500 and the day after loading; what happened does not lie after its publication.
SELECT doc_id AS id, published_date AS date
FROM documents
WHERE published_date < DATE '1500-01-01' OR published_date > loaded_at::DATE + 1
UNION ALL
SELECT events.event_id, events.event_date
FROM events
JOIN documents ON documents.doc_id = events.doc_id
WHERE events.status = 'actual' AND events.polarity = 'affirmed' AND events.event_date > documents.published_date + 1;
