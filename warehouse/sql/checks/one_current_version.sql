-- fail: Of the texts under one url exactly one is current.
SELECT url, count(*) FILTER (is_current) AS current_count
FROM documents
WHERE url IS NOT NULL
GROUP BY url
HAVING count(*) FILTER (is_current) <> 1;
