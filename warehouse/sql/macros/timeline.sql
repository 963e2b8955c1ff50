-- What someone said, did and underwent, in the order of time: timeline('Trump'). Takes a name, a country code or an actor id.
CREATE OR REPLACE MACRO timeline(actor_name) AS TABLE
-- Materialized, as in events_between: the events are found first.
WITH wanted AS MATERIALIZED (SELECT actor_id FROM actors_named(actor_name)),
acts AS MATERIALIZED (
    SELECT DISTINCT event_actors.event_id
    FROM event_actors
    JOIN entity_actors ON entity_actors.entity_id = event_actors.entity_id
    WHERE entity_actors.actor_id IN (SELECT actor_id FROM wanted)
)
SELECT
    published_date AS date, 'said' AS what, speaker AS initiator, addressee AS recipient, quote AS text, 'author' AS asserted_by,
    published_date, title, url, doc_id, start_char, end_char
FROM said
WHERE speaker_actor_id IN (SELECT actor_id FROM wanted)
UNION ALL
SELECT
    date, event, initiator, recipient, sentence, asserted_by,
    published_date, title, url, doc_id, start_char, end_char
FROM did
WHERE event_id IN (SELECT event_id FROM acts)
ORDER BY date, doc_id, start_char;
