-- What someone is to do, by own or others' account, and what of that kind was told later: promises_by('Johnson'). Takes a name, a country
-- code or an actor id. later_sentence is the first event of the same type between the same two that is asserted to have happened on or after
-- that day: read it before calling a promise kept.
CREATE OR REPLACE MACRO promises_by(actor_name) AS TABLE
WITH wanted AS MATERIALIZED (SELECT actor_id FROM actors_named(actor_name)),
planned AS MATERIALIZED (
    SELECT * FROM claimed WHERE status = 'planned' AND initiator_actor_id IN (SELECT actor_id FROM wanted)
),
happened AS MATERIALIZED (
    SELECT * FROM did WHERE initiator_actor_id IN (SELECT actor_id FROM wanted)
)
SELECT
    planned.published_date,
    planned.initiator,
    planned.event,
    planned.recipient,
    planned.polarity,
    planned.event_date,
    planned.asserted_by,
    planned.sentence,
    min(happened.date) AS later_date,
    arg_min(happened.sentence, happened.date) AS later_sentence,
    planned.url,
    planned.event_id,
    planned.doc_id,
    planned.start_char,
    planned.end_char
FROM planned
LEFT JOIN happened ON happened.event = planned.event
    AND happened.initiator_actor_id = planned.initiator_actor_id
    AND happened.recipient_actor_id IS NOT DISTINCT FROM planned.recipient_actor_id
    AND happened.date >= planned.published_date
GROUP BY ALL
ORDER BY planned.published_date, planned.doc_id, planned.start_char;
