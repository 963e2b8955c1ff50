-- grain: quote loaded by one run, the longest per speaker; source: said; parameter: run_id
SELECT s.speaker, s.quote, s.title
FROM said AS s
JOIN documents AS d USING (doc_id)
WHERE d.run_id = $run_id AND s.speaker IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY s.speaker ORDER BY length(s.quote) DESC, s.quote_id) = 1
ORDER BY length(s.quote) DESC, s.quote_id
LIMIT 12
