-- grain: event loaded by one run, at most two per type; source: all_events; parameter: run_id
SELECT
    e.initiator,
    e.event,
    e.recipient,
    CASE e.polarity WHEN 'negated' THEN 'not ' ELSE '' END || e.status AS happened,
    e.asserted_by,
    e.sentence
FROM all_events AS e
JOIN documents AS d USING (doc_id)
WHERE d.run_id = $run_id AND e.initiator IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY e.event ORDER BY e.recipient IS NULL, e.event_id) <= 2
ORDER BY e.event, e.event_id
LIMIT 24
