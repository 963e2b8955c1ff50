-- A warehouse of generated rows: $documents documents with 20 quotes and 20 events each. Every value depends on row numbers alone.
INSERT INTO documents BY NAME
SELECT
    printf('doc%013d', n) AS doc_id,
    'Report number ' || n AS title,
    array_to_string(list_transform(range(30), LAMBDA i: printf(
        'Minister %05d said talks with envoy %05d would go on while troops near post %05d held. ',
        (hash(n * 90 + i) % 100000)::INTEGER, (hash(n * 90 + 30 + i) % 100000)::INTEGER, (hash(n * 90 + 60 + i) % 100000)::INTEGER
    )), '') AS text,
    'https://news.example/' || n AS url,
    'Outlet ' || n % 40 AS source,
    'en' AS language,
    DATE '2015-01-01' + (n % 3650)::INTEGER AS published_date,
    'generated:' || n AS location,
    450 AS word_count,
    '1' AS pipeline_version,
    1 AS version,
    true AS is_current,
    'generated' AS run_id,
    TIMESTAMP '2026-01-01' AS first_seen_at,
    TIMESTAMP '2026-01-01' AS loaded_at
FROM range($documents) AS numbers(n);

INSERT INTO sentences
SELECT doc_id || printf('s%02d', i), doc_id, i + 1, i // 4 + 1, i * 90, i * 90 + 89
FROM documents, range(20) AS numbers(i);

-- Ten actors in each document; the few come often, the many seldom.
CREATE OR REPLACE TEMP TABLE cast_list AS
SELECT
    doc_id,
    i,
    (CASE WHEN i < 4 THEN hash(doc_id || i) % 50 WHEN i < 8 THEN 50 + hash(doc_id || i) % 2000 ELSE 2050 + hash(doc_id || i) % 30000 END)::INTEGER
        AS actor
FROM documents, range(10) AS numbers(i);

INSERT INTO entities
SELECT
    doc_id || printf('e%02d', i), doc_id, printf('actor%011d', actor), 'actor ' || actor, 'Actor Number ' || actor,
    ['person', 'government', 'country', 'organisation'][actor % 4 + 1],
    ['USA', 'RUS', 'UKR', 'GBR', 'FRA', 'DEU', 'CHN', 'IND', 'BRA', 'TUR'][actor % 10 + 1], 'GOV', [], NULL, 3
FROM cast_list;

INSERT INTO mentions
SELECT doc_id || printf('m%02d', i * 3 + k), doc_id, doc_id || printf('e%02d', i), CASE k WHEN 0 THEN 'Actor Number ' || actor ELSE 'he' END,
    i * 90 + k * 10, i * 90 + k * 10 + 8, CASE k WHEN 0 THEN 'name' ELSE 'pronoun' END, 'generated', 1.0
FROM cast_list, range(3) AS numbers(k);

INSERT INTO quotes BY NAME
SELECT
    doc_id || printf('q%02d', i) AS quote_id,
    doc_id,
    doc_id || printf('s%02d', i) AS sentence_id,
    ['direct', 'mixed', 'indirect'][i % 3 + 1] AS kind,
    substring(text, i * 90 + 21, 69) || CASE WHEN hash(doc_id || i) % 1000 = 0 THEN ' until the ceasefire holds' ELSE '' END AS text,
    i * 90 + 20 AS start_char,
    i * 90 + 89 AS end_char,
    CASE WHEN i < 18 THEN doc_id || printf('e%02d', i % 10) END AS speaker_entity_id,
    CASE WHEN i >= 18 THEN 'unresolved' END AS speaker_reason,
    'said' AS cue_text,
    'say' AS cue_lemma,
    'neutral' AS stance,
    'affirmed' AS polarity,
    'generated' AS rule
FROM documents, range(20) AS numbers(i);

INSERT INTO quote_spans
SELECT quote_id, doc_id, 'content', 1, start_char, end_char FROM quotes;

INSERT INTO events BY NAME
SELECT
    doc_id || printf('v%02d', i) AS event_id,
    doc_id,
    doc_id || printf('s%02d', i) AS sentence_id,
    types[(hash(doc_id || i) % 22)::INTEGER + 1] AS type,
    [] AS contexts,
    'talks' AS trigger_text,
    i * 90 + 20 AS start_char,
    i * 90 + 25 AS end_char,
    CASE WHEN hash(i || doc_id) % 8 = 0 THEN 'negated' ELSE 'affirmed' END AS polarity,
    CASE WHEN hash(i || doc_id) % 5 = 0 THEN 'requested' ELSE 'actual' END AS status,
    CASE WHEN i % 3 = 0 THEN doc_id || printf('e%02d', i % 10) END AS asserted_by_entity_id,
    [] AS source_entity_ids,
    CASE WHEN i % 2 = 0 THEN published_date - (i % 7)::INTEGER END AS event_date,
    CASE WHEN i % 2 = 0 THEN 'day' END AS date_granularity,
    'generated' AS date_basis,
    substring(text, i * 90 + 1, 89) AS sentence_text,
    doc_id || printf('e%02d', (hash(i || doc_id) % 10)::INTEGER) AS initiator_entity_id,
    doc_id || printf('e%02d', (hash(i || doc_id || 'r') % 10)::INTEGER) AS recipient_entity_id,
    'generated' AS rule
FROM documents, range(20) AS numbers(i), (SELECT list(type ORDER BY type) AS types FROM event_types);

INSERT INTO event_actors
SELECT event_id, doc_id, 'initiator', 1, initiator_entity_id FROM events
UNION ALL
SELECT event_id, doc_id, 'recipient', 1, recipient_entity_id FROM events
UNION ALL
SELECT event_id, doc_id, 'recipient', 2, doc_id || printf('e%02d', (hash(event_id) % 10)::INTEGER) FROM events WHERE hash(event_id) % 8 = 0;

INSERT INTO accounts
SELECT 'account' || (row_number() OVER (ORDER BY event_id)) // 3, event_id, doc_id, 'generated', 0.8
FROM events WHERE hash(event_id) % 100 = 0;
