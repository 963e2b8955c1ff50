-- Remove what was extracted from the documents that this package replaces.
DELETE FROM $table WHERE doc_id IN (SELECT doc_id FROM outcomes WHERE outcome = 'replaced');
