-- What near copies of the texts are found, and how alike they are: kind of copy, copies, how many pass each threshold.
-- (kind of other texts: pairs of texts that are no copies of each other.)
WITH pairs AS (
    SELECT DISTINCT one.doc_id, other.doc_id AS other_doc_id
    FROM fingerprints AS one
    JOIN fingerprints AS other ON other.band = one.band AND other.hash = one.hash AND other.doc_id > one.doc_id
),
texts AS (
    SELECT *, word_runs(regexp_extract_all(lower(text), '[\pL\pN]+')) AS runs FROM incoming
),
likeness AS (
    SELECT
        CASE WHEN one.number <> other.number THEN 'other texts' WHEN one.kind = 'original' THEN other.kind WHEN other.kind = 'original' THEN one.kind END
            AS kind,
        len(list_intersect(one.runs, other.runs)) / len(list_distinct(one.runs || other.runs)) AS jaccard
    FROM pairs
    JOIN texts AS one ON one.doc_id = pairs.doc_id
    JOIN texts AS other ON other.doc_id = pairs.other_doc_id
)
SELECT
    kinds.kind,
    kinds.copies,
    count(jaccard) AS sharing_a_fingerprint,
    count(jaccard) FILTER (jaccard >= 0.5) AS "at_0.5",
    count(jaccard) FILTER (jaccard >= 0.6) AS "at_0.6",
    count(jaccard) FILTER (jaccard >= 0.7) AS "at_0.7",
    round(min(jaccard), 2) AS least
FROM (SELECT kind, count(*) AS copies FROM incoming WHERE kind <> 'original' GROUP BY kind UNION ALL SELECT 'other texts', 0) AS kinds
LEFT JOIN likeness ON likeness.kind = kinds.kind
GROUP BY ALL
ORDER BY kinds.kind;
