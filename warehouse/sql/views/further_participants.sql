-- Participants of events beyond the first on each side. Grain: one row per event that has such.
-- event_id: The event.
-- initiators: Names of the further initiators, joined by commas in the order of the text.
-- recipients: Names of the further recipients, joined likewise.
CREATE OR REPLACE VIEW further_participants AS
-- The second one is taken by itself: most events have no third, and sorting a list for each of them costs more than all the rest.
SELECT
    event_actors.event_id,
    nullif(concat_ws(
        ', ',
        any_value(named_entities.name) FILTER (event_actors.side = 'initiator' AND event_actors.number = 2),
        string_agg(named_entities.name, ', ' ORDER BY event_actors.number) FILTER (event_actors.side = 'initiator' AND event_actors.number > 2)
    ), '') AS initiators,
    nullif(concat_ws(
        ', ',
        any_value(named_entities.name) FILTER (event_actors.side = 'recipient' AND event_actors.number = 2),
        string_agg(named_entities.name, ', ' ORDER BY event_actors.number) FILTER (event_actors.side = 'recipient' AND event_actors.number > 2)
    ), '') AS recipients
FROM event_actors
JOIN named_entities ON named_entities.entity_id = event_actors.entity_id
WHERE event_actors.number > 1
GROUP BY event_actors.event_id;
