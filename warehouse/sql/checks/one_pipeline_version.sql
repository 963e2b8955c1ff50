-- warn: The rows of all documents come from the pipeline that loaded last; readout rebuild extracts the others again.
SELECT doc_id, pipeline_version
FROM documents
WHERE pipeline_version <> (SELECT arg_max(pipeline_version, loaded_at) FROM documents);
