-- warn: The last finished run rejected less than a tenth of the documents that it read.
SELECT run_id, reject_count, read_count FROM runs
WHERE finished_at = (SELECT max(finished_at) FROM runs) AND reject_count > read_count / 10;
