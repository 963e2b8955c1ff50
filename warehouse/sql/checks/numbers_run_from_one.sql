-- fail: Participants, spans, cues and sentences are numbered from 1 without a gap.
SELECT 'event_actors' AS table_name, event_id || ' ' || side AS id, max(number) AS last_number, count(*) AS row_count
FROM event_actors GROUP BY id HAVING min(number) <> 1 OR max(number) <> count(*)
UNION ALL
SELECT 'quote_spans', quote_id || ' ' || part AS id, max(number), count(*)
FROM quote_spans GROUP BY id HAVING min(number) <> 1 OR max(number) <> count(*)
UNION ALL
SELECT 'event_cues', event_id AS id, max(number), count(*)
FROM event_cues GROUP BY id HAVING min(number) <> 1 OR max(number) <> count(*)
UNION ALL
SELECT 'sentences', doc_id AS id, max(number), count(*)
FROM sentences GROUP BY id HAVING min(number) <> 1 OR max(number) <> count(*);
