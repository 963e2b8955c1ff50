SELECT run_id, process_id, process_start FROM runs WHERE state = 'running' AND host = ?;
