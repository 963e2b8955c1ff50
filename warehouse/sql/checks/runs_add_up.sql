-- fail: Of what a completed run read, each document was loaded, replaced, unchanged, a duplicate or rejected.
SELECT run_id, read_count, loaded_count, replaced_count, unchanged_count, duplicate_count, reject_count
FROM runs
WHERE state = 'completed' AND read_count <> coalesce(loaded_count, 0) + coalesce(replaced_count, 0) + coalesce(unchanged_count, 0)
    + coalesce(duplicate_count, 0) + coalesce(reject_count, 0);
