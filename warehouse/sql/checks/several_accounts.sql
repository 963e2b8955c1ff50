-- fail: A happening with accounts has at least two, and no event is an account of two happenings.
SELECT account_id AS id, count(*) AS row_count FROM accounts GROUP BY account_id HAVING count(*) < 2
UNION ALL
SELECT event_id, count(*) FROM accounts GROUP BY event_id HAVING count(*) > 1;
