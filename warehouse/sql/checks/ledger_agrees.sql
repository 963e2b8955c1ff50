-- fail: The ledger has loaded as many documents as there are, and each document has a load by its run.
SELECT 'documents' AS what, (SELECT count(*) FROM documents) AS stored, (SELECT coalesce(sum(loaded_count), 0) FROM loads) AS in_ledger
WHERE stored <> in_ledger
UNION ALL
SELECT doc_id, 1, 0 FROM documents WHERE run_id NOT IN (SELECT run_id FROM loads);
