UPDATE runs
SET
    state = ?, finished_at = ?, duration_seconds = epoch(?::TIMESTAMP - started_at),
    read_count = ?, loaded_count = ?, replaced_count = ?, unchanged_count = ?, duplicate_count = ?, reject_count = ?,
    counts = ?, error_message = ?
WHERE run_id = ?;
