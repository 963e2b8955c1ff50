-- Add what was extracted from the documents that this package brings.
INSERT INTO $table ($columns)
SELECT $columns FROM staged_$table
WHERE doc_id IN (SELECT doc_id FROM outcomes WHERE outcome IN ('loaded', 'replaced'));
