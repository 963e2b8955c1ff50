-- What becomes of each document of a package. One row per staged document.
CREATE OR REPLACE TEMP TABLE outcomes AS
SELECT
    staged.doc_id,
    staged.url,
    staged.location,
    staged.url IS NOT DISTINCT FROM stored.url AND staged.location IS NOT DISTINCT FROM stored.location AS is_same_copy,
    CASE
        WHEN stored.doc_id IS NULL THEN 'loaded'
        WHEN is_same_copy AND staged.pipeline_version = stored.pipeline_version
            AND staged.published_date IS NOT DISTINCT FROM stored.published_date AND staged.title IS NOT DISTINCT FROM stored.title
            AND staged.author IS NOT DISTINCT FROM stored.author AND staged.source IS NOT DISTINCT FROM stored.source
            AND staged.language IS NOT DISTINCT FROM stored.language THEN 'unchanged'
        WHEN is_same_copy THEN 'replaced'
        WHEN preference(staged.published_date, staged.url, staged.location)
            < preference(stored.published_date, stored.url, stored.location) THEN 'replaced'
        ELSE 'duplicate'
    END AS outcome
FROM staged_documents AS staged
LEFT JOIN documents AS stored ON stored.doc_id = staged.doc_id;
