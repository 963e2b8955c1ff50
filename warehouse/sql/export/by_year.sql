-- Rows of a table that come from documents, with the year of publication by which files are divided (0: no date).
SELECT rows_of.*, coalesce(year(documents.published_date), 0)::INTEGER AS published_year
FROM $table AS rows_of
JOIN documents ON documents.doc_id = rows_of.doc_id
ORDER BY ALL;
