SELECT run_id, process_id FROM runs WHERE state = 'running' AND host = ?;
