-- Record what could not be used, once per run, place, step and code.
INSERT INTO rejects BY NAME
SELECT staged.*, $run_id AS run_id, $rejected_at::TIMESTAMP AS rejected_at
FROM staged_rejects AS staged
WHERE NOT EXISTS (
    FROM rejects AS known
    WHERE known.run_id = $run_id AND known.location = staged.location AND known.stage = staged.stage AND known.code = staged.code
);
