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
-- Counted by the rows of actors and documents (rowid), which are numbers, and from the first participants that events itself has:
-- see dyads.
WITH counted AS (
    SELECT doc_id, rowid AS document, date_trunc('month', published_date)::DATE AS month
    FROM documents
    WHERE is_current AND original_doc_id IS NULL
),
happened AS (
    SELECT event_id, initiator_entity_id, recipient_entity_id FROM events WHERE polarity = 'affirmed' AND status = 'actual'
),
acts AS (
    SELECT speaker_entity_id AS entity_id, count(*) AS quote_count, 0 AS initiated_count, 0 AS received_count
    FROM quotes
    WHERE speaker_entity_id IS NOT NULL AND polarity = 'affirmed'
    GROUP BY speaker_entity_id
    UNION ALL
    SELECT initiator_entity_id, 0, count(*), 0 FROM happened WHERE initiator_entity_id IS NOT NULL GROUP BY initiator_entity_id
    UNION ALL
    SELECT recipient_entity_id, 0, 0, count(*) FROM happened WHERE recipient_entity_id IS NOT NULL GROUP BY recipient_entity_id
    UNION ALL
    SELECT entity_id, 0, count(*) FILTER (side = 'initiator'), count(*) FILTER (side = 'recipient')
    FROM event_actors
    SEMI JOIN happened USING (event_id)
    WHERE number > 1
    GROUP BY entity_id
),
numbered AS (
    SELECT entity_actors.entity_id, actors.rowid AS actor, counted.document, counted.month
    FROM entity_actors
    JOIN actors ON actors.actor_id = entity_actors.actor_id
    JOIN counted ON counted.doc_id = entity_actors.doc_id
),
by_document AS (
    SELECT
        numbered.actor,
        numbered.document,
        numbered.month,
        sum(acts.quote_count) AS quote_count,
        sum(acts.initiated_count) AS initiated_count,
        sum(acts.received_count) AS received_count
    FROM acts
    JOIN numbered ON numbered.entity_id = acts.entity_id
    GROUP BY numbered.actor, numbered.document, numbered.month
),
by_month AS (
    SELECT
        actor,
        month,
        sum(quote_count)::BIGINT AS quote_count,
        sum(initiated_count)::BIGINT AS initiated_count,
        sum(received_count)::BIGINT AS received_count,
        count(*) AS document_count
    FROM by_document
    GROUP BY actor, month
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
JOIN actors ON actors.rowid = by_month.actor;
