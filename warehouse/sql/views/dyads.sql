-- Pairs of actors by month: what was asserted to have happened between them. Grain: month, initiator, recipient, quad class.
-- month: First day of the month of the event, or of publication where the event has no date.
-- initiator: Who does it.
-- recipient: To whom it is done.
-- quad_code: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
-- quad_name: Name of the quad class.
-- event_count: Events between the two.
-- mean_goldstein_score: Their mean from -10 (conflict) to 10 (cooperation).
-- initiator_actor_id: Id of the initiator.
-- recipient_actor_id: Id of the recipient.
CREATE OR REPLACE VIEW dyads AS
-- The first participants stand in events itself, so the far smaller rest of event_actors is all that is joined. Pairs are counted
-- by the row of the actor (rowid), a number: grouping by two ids of text costs half as much again.
WITH happened AS (
    SELECT
        events.event_id,
        date_trunc('month', coalesce(events.event_date, documents.published_date))::DATE AS month,
        event_types.quad_code,
        event_types.goldstein_score,
        events.initiator_entity_id,
        events.recipient_entity_id
    FROM events
    JOIN documents ON documents.doc_id = events.doc_id
    JOIN event_types ON event_types.type = events.type
    WHERE events.polarity = 'affirmed' AND events.status = 'actual'
        AND documents.is_current AND documents.original_doc_id IS NULL
        AND events.initiator_entity_id IS NOT NULL AND events.recipient_entity_id IS NOT NULL
),
further AS MATERIALIZED (
    SELECT event_id, side, entity_id FROM event_actors WHERE number > 1
),
initiated AS (
    FROM happened
    UNION ALL
    SELECT happened.* REPLACE (further.entity_id AS initiator_entity_id)
    FROM happened
    JOIN further ON further.event_id = happened.event_id AND further.side = 'initiator'
),
paired AS (
    FROM initiated
    UNION ALL
    SELECT initiated.* REPLACE (further.entity_id AS recipient_entity_id)
    FROM initiated
    JOIN further ON further.event_id = initiated.event_id AND further.side = 'recipient'
),
numbered AS (
    SELECT entity_actors.entity_id, actors.rowid AS actor
    FROM entity_actors
    JOIN actors ON actors.actor_id = entity_actors.actor_id
),
pairs AS (
    SELECT
        paired.month,
        initiators.actor AS initiator,
        recipients.actor AS recipient,
        paired.quad_code,
        count(*) AS event_count,
        avg(paired.goldstein_score) AS mean_goldstein_score
    FROM paired
    JOIN numbered AS initiators ON initiators.entity_id = paired.initiator_entity_id
    JOIN numbered AS recipients ON recipients.entity_id = paired.recipient_entity_id
    GROUP BY ALL
),
quads AS (
    SELECT DISTINCT quad_code, quad_name FROM event_types
)
SELECT
    pairs.month,
    initiators.name AS initiator,
    recipients.name AS recipient,
    pairs.quad_code,
    quads.quad_name,
    pairs.event_count,
    pairs.mean_goldstein_score,
    initiators.actor_id AS initiator_actor_id,
    recipients.actor_id AS recipient_actor_id
FROM pairs
JOIN actors AS initiators ON initiators.rowid = pairs.initiator
JOIN actors AS recipients ON recipients.rowid = pairs.recipient
LEFT JOIN quads ON quads.quad_code = pairs.quad_code;
