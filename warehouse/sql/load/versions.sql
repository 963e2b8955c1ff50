-- Number the texts under one url: by publication date, then by when they were first seen.
UPDATE documents
SET version = ordered.version, is_current = ordered.is_current, supersedes_doc_id = ordered.supersedes_doc_id
FROM (
    SELECT
        doc_id,
        row_number() OVER in_time AS version,
        lead(doc_id) OVER in_time IS NULL AS is_current,
        lag(doc_id) OVER in_time AS supersedes_doc_id
    FROM documents
    WHERE url IN (SELECT url FROM touched_urls)
    WINDOW in_time AS (PARTITION BY url ORDER BY published_date NULLS FIRST, first_seen_at, location NULLS FIRST, doc_id)
) AS ordered
WHERE documents.doc_id = ordered.doc_id
    AND (documents.version, documents.is_current, coalesce(documents.supersedes_doc_id, ''))
        <> (ordered.version, ordered.is_current, coalesce(ordered.supersedes_doc_id, ''));
