-- grain: event of one document, with its participants and deciding words; source: events, event_actors, event_cues; parameter: doc_id
SELECT
    events.*,
    (SELECT list(entity_id ORDER BY number) FROM event_actors
        WHERE event_actors.event_id = events.event_id AND side = 'initiator') AS initiators,
    (SELECT list(entity_id ORDER BY number) FROM event_actors
        WHERE event_actors.event_id = events.event_id AND side = 'recipient') AS recipients,
    (SELECT list({'start_char': start_char, 'end_char': end_char} ORDER BY number) FROM event_cues
        WHERE event_cues.event_id = events.event_id) AS cues
FROM events
WHERE events.doc_id = $doc_id
ORDER BY events.start_char, events.end_char, events.event_id
