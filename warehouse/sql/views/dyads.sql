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
WITH counted AS (
    SELECT doc_id, published_date FROM documents WHERE is_current AND original_doc_id IS NULL
),
pairs AS (
    SELECT
        date_trunc('month', coalesce(events.event_date, counted.published_date))::DATE AS month,
        initiators.actor_id AS initiator_actor_id,
        recipients.actor_id AS recipient_actor_id,
        event_types.quad_code,
        event_types.quad_name,
        count(*) AS event_count,
        avg(event_types.goldstein_score) AS mean_goldstein_score
    FROM events
    JOIN counted ON counted.doc_id = events.doc_id
    JOIN event_types ON event_types.type = events.type
    JOIN event_actors AS one ON one.event_id = events.event_id AND one.side = 'initiator'
    JOIN event_actors AS other ON other.event_id = events.event_id AND other.side = 'recipient'
    JOIN entity_actors AS initiators ON initiators.entity_id = one.entity_id
    JOIN entity_actors AS recipients ON recipients.entity_id = other.entity_id
    WHERE events.polarity = 'affirmed' AND events.status = 'actual'
    GROUP BY ALL
)
SELECT
    pairs.month,
    initiators.name AS initiator,
    recipients.name AS recipient,
    pairs.quad_code,
    pairs.quad_name,
    pairs.event_count,
    pairs.mean_goldstein_score,
    pairs.initiator_actor_id,
    pairs.recipient_actor_id
FROM pairs
JOIN actors AS initiators ON initiators.actor_id = pairs.initiator_actor_id
JOIN actors AS recipients ON recipients.actor_id = pairs.recipient_actor_id;
