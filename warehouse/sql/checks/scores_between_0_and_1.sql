-- fail: Confidence and similarity lie between 0 and 1.
SELECT mention_id AS id, confidence_score AS score FROM mentions WHERE confidence_score NOT BETWEEN 0 AND 1
UNION ALL
SELECT event_id, similarity_score FROM accounts WHERE similarity_score NOT BETWEEN 0 AND 1;
