-- A copy that gives the stored metadata is no duplicate.
DELETE FROM duplicates USING documents AS stored
WHERE duplicates.doc_id = stored.doc_id
    AND duplicates.url IS NOT DISTINCT FROM stored.url AND duplicates.location IS NOT DISTINCT FROM stored.location;
