-- What each actor said, did and underwent by month of publication. Grain: one row per actor and month.
-- actor: Name of the actor.
-- month: First day of the month of publication.
-- quote_count: Quotes of the actor.
-- initiated_count: Events asserted to have happened that the actor initiated.
-- received_count: Events asserted to have happened that were done to the actor.
-- document_count: Documents that quote the actor or tell of such events.
-- type: Kind of actor.
-- country_code: ISO 3166 alpha-3 code.
-- actor_id: The actor.
CREATE OR REPLACE VIEW actor_activity AS
WITH counted AS (
    SELECT doc_id, date_trunc('month', published_date)::DATE AS month FROM documents WHERE is_current AND original_doc_id IS NULL
),
acts AS (
    SELECT speaker_entity_id AS entity_id, doc_id, 'quote' AS act FROM quotes
    WHERE speaker_entity_id IS NOT NULL AND polarity = 'affirmed'
    UNION ALL
    SELECT event_actors.entity_id, event_actors.doc_id, event_actors.side
    FROM event_actors
    JOIN events ON events.event_id = event_actors.event_id
    WHERE events.polarity = 'affirmed' AND events.status = 'actual'
),
by_document AS (
    SELECT
        entity_id,
        doc_id,
        count(*) FILTER (act = 'quote') AS quote_count,
        count(*) FILTER (act = 'initiator') AS initiated_count,
        count(*) FILTER (act = 'recipient') AS received_count
    FROM acts
    GROUP BY entity_id, doc_id
)
SELECT
    actors.name AS actor,
    counted.month,
    sum(by_document.quote_count)::BIGINT AS quote_count,
    sum(by_document.initiated_count)::BIGINT AS initiated_count,
    sum(by_document.received_count)::BIGINT AS received_count,
    count(DISTINCT by_document.doc_id) AS document_count,
    actors.type,
    actors.country_code,
    actors.actor_id
FROM by_document
JOIN counted ON counted.doc_id = by_document.doc_id
JOIN entity_actors ON entity_actors.entity_id = by_document.entity_id
JOIN actors ON actors.actor_id = entity_actors.actor_id
GROUP BY ALL;
