INSERT INTO runs (run_id, flow, state, started_at, parameters, versions, pipeline_version, host, process_id, process_start, url)
VALUES (?, ?, 'running', ?, ?, ?, ?, ?, ?, ?, ?);
