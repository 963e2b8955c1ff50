-- When the process of a run began, since numbers of processes are given out again.
ALTER TABLE runs ADD COLUMN process_start VARCHAR;
