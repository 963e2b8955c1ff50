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
WITH pairs AS (
    SELECT
        date_trunc('month', coalesce(events.event_date, documents.published_date))::DATE AS month,
        initiators.actor_id AS initiator_actor_id,
        recipients.actor_id AS recipient_actor_id,
        events.type,
        count(*) AS event_count
    FROM events
    JOIN documents ON documents.doc_id = events.doc_id
    JOIN event_actors AS one ON one.event_id = events.event_id AND one.side = 'initiator'
    JOIN event_actors AS other ON other.event_id = events.event_id AND other.side = 'recipient'
    JOIN entity_actors AS initiators ON initiators.entity_id = one.entity_id
    JOIN entity_actors AS recipients ON recipients.entity_id = other.entity_id
    WHERE documents.is_current AND documents.original_doc_id IS NULL
        AND events.polarity = 'affirmed' AND events.status = 'actual'
    GROUP BY ALL
)
SELECT
    pairs.month,
    initiators.name AS initiator,
    recipients.name AS recipient,
    event_types.quad_code,
    event_types.quad_name,
    sum(pairs.event_count)::BIGINT AS event_count,
    sum(event_types.goldstein_score * pairs.event_count) / sum(pairs.event_count) AS mean_goldstein_score,
    pairs.initiator_actor_id,
    pairs.recipient_actor_id
FROM pairs
JOIN event_types ON event_types.type = pairs.type
JOIN actors AS initiators ON initiators.actor_id = pairs.initiator_actor_id
JOIN actors AS recipients ON recipients.actor_id = pairs.recipient_actor_id
GROUP BY ALL;
