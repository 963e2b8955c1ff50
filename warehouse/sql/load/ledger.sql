-- The ledger row of a package, in the same transaction as its rows. A package loaded again by the same run adds none.
INSERT INTO loads (
    batch_id, run_id, pipeline_version, loaded_at, duration_seconds,
    document_count, loaded_count, replaced_count, unchanged_count, duplicate_count, reject_count, row_counts
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
