-- fail: The initiator and the recipient that stand in events are number 1 of event_actors.
WITH firsts AS (
    SELECT
        event_id,
        any_value(entity_id) FILTER (side = 'initiator') AS first_initiator,
        any_value(entity_id) FILTER (side = 'recipient') AS first_recipient
    FROM event_actors
    WHERE number = 1
    GROUP BY event_id
)
SELECT events.event_id, events.initiator_entity_id, firsts.first_initiator, events.recipient_entity_id, firsts.first_recipient
FROM events
LEFT JOIN firsts ON firsts.event_id = events.event_id
WHERE events.initiator_entity_id IS DISTINCT FROM firsts.first_initiator
    OR events.recipient_entity_id IS DISTINCT FROM firsts.first_recipient;
