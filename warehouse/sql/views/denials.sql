-- Who denies what: events of which a denial speaks, or of which those who are said to have done them say that they did not, and quotes
-- that deny. Other things that a source says are not so: claimed, with polarity. Grain: event or quote.
-- denier: Who denies; NULL where unknown.
-- denied: What is denied: the words of the quote, or the sentence of the event.
-- event: Type of the event denied; NULL for a quote without one.
-- initiator: Who is said to have done it.
-- recipient: To whom.
-- published_date: Publication date of the document.
-- source: Who published the document.
-- title: Title of the document.
-- url: Address of the document.
-- denier_actor_id: The denier across documents.
-- doc_id: The document.
-- start_char: Start of the trigger or the quote in documents.text: 0-based.
-- end_char: End of the trigger or the quote in documents.text: exclusive.
CREATE OR REPLACE VIEW denials AS
WITH denied_events AS (
    SELECT claimed.*, parents.initiator_entity_id AS parent_entity_id
    FROM claimed
    LEFT JOIN events AS parents ON parents.event_id = claimed.parent_event_id AND claimed.relation = 'content_of_denial'
    WHERE claimed.polarity = 'negated' AND claimed.status = 'actual'
        AND (claimed.relation = 'content_of_denial' OR claimed.asserted_by_actor_id = claimed.initiator_actor_id)
)
SELECT
    CASE WHEN denied_events.asserted_by_actor_id IS NULL THEN deniers.name ELSE denied_events.asserted_by END AS denier,
    denied_events.sentence AS denied,
    denied_events.event,
    denied_events.initiator,
    denied_events.recipient,
    denied_events.published_date,
    denied_events.source,
    denied_events.title,
    denied_events.url,
    coalesce(denied_events.asserted_by_actor_id, deniers.actor_id) AS denier_actor_id,
    denied_events.doc_id,
    denied_events.start_char,
    denied_events.end_char
FROM denied_events
LEFT JOIN named_entities AS deniers ON deniers.entity_id = denied_events.parent_entity_id
UNION ALL
SELECT speaker, quote, NULL, NULL, NULL, published_date, source, title, url, speaker_actor_id, doc_id, start_char, end_char
FROM said
WHERE stance = 'denying' AND quote_id NOT IN (SELECT quote_id FROM denied_events WHERE quote_id IS NOT NULL);
