-- grain: speaker, most quoted first; source: said; parameters: since, until, row_limit
SELECT
    speaker_actor_id AS actor_id,
    any_value(speaker) AS speaker,
    any_value(speaker_type) AS type,
    any_value(speaker_country_code) AS country_code,
    count(*) AS quote_count,
    count(*) FILTER (kind = 'direct') AS direct_count,
    count(*) FILTER (kind = 'mixed') AS mixed_count,
    count(*) FILTER (kind = 'indirect') AS indirect_count,
    count(DISTINCT doc_id) AS document_count
FROM said
WHERE speaker_actor_id IS NOT NULL
    AND ($since::DATE IS NULL OR published_date >= $since) AND ($until::DATE IS NULL OR published_date <= $until)
GROUP BY speaker_actor_id
ORDER BY quote_count DESC, document_count DESC, speaker, actor_id
LIMIT $row_limit
