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
WITH happened AS (
    SELECT event_id FROM events WHERE polarity = 'affirmed' AND status = 'actual'
),
acts AS (
    SELECT speaker_entity_id AS entity_id, count(*) AS quote_count, 0 AS initiated_count, 0 AS received_count
    FROM quotes
    WHERE speaker_entity_id IS NOT NULL AND polarity = 'affirmed'
    GROUP BY speaker_entity_id
    UNION ALL
    SELECT entity_id, 0, count(*) FILTER (side = 'initiator'), count(*) FILTER (side = 'recipient')
    FROM event_actors
    SEMI JOIN happened USING (event_id)
    GROUP BY entity_id
),
by_document AS (
    SELECT
        entity_actors.actor_id,
        entity_actors.doc_id,
        sum(acts.quote_count) AS quote_count,
        sum(acts.initiated_count) AS initiated_count,
        sum(acts.received_count) AS received_count
    FROM acts
    JOIN entity_actors ON entity_actors.entity_id = acts.entity_id
    GROUP BY entity_actors.actor_id, entity_actors.doc_id
),
by_month AS (
    SELECT
        by_document.actor_id,
        date_trunc('month', documents.published_date)::DATE AS month,
        sum(by_document.quote_count)::BIGINT AS quote_count,
        sum(by_document.initiated_count)::BIGINT AS initiated_count,
        sum(by_document.received_count)::BIGINT AS received_count,
        count(*) AS document_count
    FROM by_document
    JOIN documents ON documents.doc_id = by_document.doc_id
    WHERE documents.is_current AND documents.original_doc_id IS NULL
    GROUP BY ALL
)
SELECT
    actors.name AS actor,
    by_month.month,
    by_month.quote_count,
    by_month.initiated_count,
    by_month.received_count,
    by_month.document_count,
    actors.type,
    actors.country_code,
    actors.actor_id
FROM by_month
JOIN actors ON actors.actor_id = by_month.actor_id;
