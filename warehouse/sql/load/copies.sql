-- Record further copies: those of this package that lost, the stored ones that lost to it, and those that the reader of it saw.
INSERT INTO duplicates BY NAME
WITH seen AS (
    SELECT doc_id, url, location, published_date, title, author, source, language
    FROM staged_documents WHERE doc_id IN (SELECT doc_id FROM outcomes WHERE outcome = 'duplicate')
    UNION ALL
    SELECT doc_id, url, location, published_date, title, author, source, language
    FROM documents WHERE doc_id IN (SELECT doc_id FROM outcomes WHERE outcome = 'replaced' AND NOT is_same_copy)
    UNION ALL
    SELECT doc_id, url, location, published_date, title, author, source, language FROM staged_duplicates
)
SELECT *, $run_id AS run_id
FROM seen
WHERE NOT EXISTS (
    FROM duplicates AS known
    WHERE known.doc_id = seen.doc_id AND known.url IS NOT DISTINCT FROM seen.url AND known.location IS NOT DISTINCT FROM seen.location
)
QUALIFY row_number() OVER (PARTITION BY doc_id, url, location ORDER BY published_date, title, author, source, language) = 1;
