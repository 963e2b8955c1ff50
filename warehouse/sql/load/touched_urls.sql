-- Addresses whose articles may have another order of versions after this package.
CREATE OR REPLACE TEMP TABLE touched_urls AS
SELECT url FROM staged_documents WHERE url IS NOT NULL
UNION
SELECT url FROM documents WHERE url IS NOT NULL AND doc_id IN (SELECT doc_id FROM outcomes WHERE outcome = 'replaced');
