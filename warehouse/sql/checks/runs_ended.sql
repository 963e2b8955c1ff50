-- warn: No run but the last one stands as running.
SELECT run_id, flow, started_at FROM runs
WHERE state = 'running' AND started_at < (SELECT max(started_at) FROM runs);
