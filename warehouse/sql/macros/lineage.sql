-- Where a row comes from: evidence, document with version, run with parameters and versions. Takes the id of any row that was extracted.
CREATE OR REPLACE MACRO lineage(row_id) AS TABLE
WITH found AS (
    SELECT 'documents' AS table_name, doc_id, 0 AS start_char, length(text)::INTEGER AS end_char, NULL AS rule
    FROM documents WHERE doc_id = row_id
    UNION ALL SELECT 'sentences', doc_id, start_char, end_char, NULL FROM sentences WHERE sentence_id = row_id
    UNION ALL SELECT 'mentions', doc_id, start_char, end_char, rule FROM mentions WHERE mention_id = row_id
    UNION ALL SELECT 'affiliations', doc_id, start_char, end_char, NULL FROM affiliations WHERE affiliation_id = row_id
    UNION ALL SELECT 'quotes', doc_id, start_char, end_char, rule FROM quotes WHERE quote_id = row_id
    UNION ALL SELECT 'events', doc_id, start_char, end_char, rule FROM events WHERE event_id = row_id
    UNION ALL
    SELECT 'entities', mentions.doc_id, min(mentions.start_char), arg_min(mentions.end_char, mentions.start_char), NULL
    FROM mentions WHERE mentions.entity_id = row_id GROUP BY mentions.doc_id
)
SELECT
    found.table_name,
    substring(documents.text, found.start_char + 1, found.end_char - found.start_char) AS evidence,
    found.start_char,
    found.end_char,
    found.rule,
    documents.doc_id,
    documents.title,
    documents.url,
    documents.location,
    documents.published_date,
    documents.version AS document_version,
    documents.is_current,
    documents.supersedes_doc_id,
    documents.original_doc_id,
    documents.pipeline_version,
    documents.loaded_at,
    runs.run_id,
    runs.flow,
    runs.started_at,
    runs.parameters,
    runs.versions
FROM found
JOIN documents ON documents.doc_id = found.doc_id
LEFT JOIN runs ON runs.run_id = documents.run_id;
