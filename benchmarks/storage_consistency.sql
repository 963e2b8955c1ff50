-- All zero where every document is whole: the ledger agrees, and each has its 20 quotes, 20 events, 10 actors and 20 sentences.
SELECT
    (SELECT count(*) FROM documents) - (SELECT coalesce(sum(loaded_count), 0) FROM loads),
    (SELECT count(*) FROM documents) * 20 - (SELECT count(*) FROM quotes),
    (SELECT count(*) FROM documents) * 20 - (SELECT count(*) FROM events),
    (SELECT count(*) FROM documents) * 20 - (SELECT count(*) FROM sentences),
    (SELECT count(*) FROM documents) * 10 - (SELECT count(*) FROM entities),
    (SELECT count(DISTINCT extracted_actor_id) FROM entities) - (SELECT count(*) FROM actors);
