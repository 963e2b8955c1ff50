-- How many times each decision was made or taken back.
SELECT decision_id, max(number) AS number FROM decisions GROUP BY decision_id;
