-- Who takes part in events, one row per event and side, several participants joined by commas.
-- event_id: The event.
-- side: initiator or recipient.
-- names: Their names, in the order of the text.
-- actor_ids: Their ids, in the same order.
-- country_codes: Their countries, in the same order.
CREATE OR REPLACE VIEW participants AS
SELECT
    event_actors.event_id,
    event_actors.side,
    string_agg(named_entities.name, ', ' ORDER BY event_actors.number) AS names,
    list(named_entities.actor_id ORDER BY event_actors.number) AS actor_ids,
    list(named_entities.country_code ORDER BY event_actors.number) AS country_codes
FROM event_actors
JOIN named_entities ON named_entities.entity_id = event_actors.entity_id
GROUP BY event_actors.event_id, event_actors.side;
