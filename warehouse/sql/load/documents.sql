-- Bring new and replaced documents in; versions and near copies are settled afterwards.
CREATE OR REPLACE TEMP TABLE incoming AS
SELECT
    staged.*,
    1 AS version,
    true AS is_current,
    NULL::VARCHAR AS supersedes_doc_id,
    NULL::VARCHAR AS original_doc_id,
    $run_id AS run_id,
    coalesce(
        (SELECT stored.first_seen_at FROM documents AS stored WHERE stored.doc_id = staged.doc_id),
        (SELECT runs.started_at FROM runs WHERE runs.run_id = $run_id),
        $loaded_at::TIMESTAMP
    ) AS first_seen_at,
    $loaded_at::TIMESTAMP AS loaded_at
FROM staged_documents AS staged
WHERE doc_id IN (SELECT doc_id FROM outcomes WHERE outcome IN ('loaded', 'replaced'));
