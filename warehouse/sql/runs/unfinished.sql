SELECT run_id FROM runs WHERE state = 'running';
