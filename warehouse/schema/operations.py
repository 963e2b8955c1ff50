"""Declaration of the tables that say what ran, what was loaded, what was rejected and what was checked."""

from __future__ import annotations

from warehouse.schema.column import Column, Table, doc_id, run_id

RUNS = Table(
    "runs",
    "operations",
    "One row per run of a flow.",
    (
        Column("run_id", "VARCHAR", "The run.", key=True),
        Column("flow", "VARCHAR", "Which flow: ingest, rebuild, report and so on."),
        Column(
            "state",
            "VARCHAR",
            "How it stands; 'running' long after started_at means that it was killed.",
            values=("running", "completed", "failed", "cancelled", "crashed"),
        ),
        Column("started_at", "TIMESTAMP", "Start (UTC).", provenance=True),
        Column("finished_at", "TIMESTAMP", "End (UTC).", nullable=True, provenance=True),
        Column("duration_seconds", "DOUBLE", "How long it took.", nullable=True, unit="seconds"),
        Column("parameters", "JSON", "What it was called with."),
        Column("versions", "JSON", "Versions of Readout, its pipeline and the libraries that it rests on."),
        Column("pipeline_version", "VARCHAR", "Version of the extraction.", nullable=True),
        Column("read_count", "INTEGER", "Documents read.", nullable=True, unit="documents"),
        Column("loaded_count", "INTEGER", "Documents newly loaded.", nullable=True, unit="documents"),
        Column("replaced_count", "INTEGER", "Documents whose rows were replaced.", nullable=True, unit="documents"),
        Column("unchanged_count", "INTEGER", "Documents that were there already.", nullable=True, unit="documents"),
        Column("duplicate_count", "INTEGER", "Further copies of texts that are stored.", nullable=True, unit="documents"),
        Column("reject_count", "INTEGER", "Documents rejected.", nullable=True, unit="documents"),
        Column("counts", "JSON", "Further counts.", nullable=True),
        Column("host", "VARCHAR", "Machine that it ran on."),
        Column("process_id", "INTEGER", "Process that it ran in."),
        Column(
            "process_start",
            "VARCHAR",
            "Boot and tick at which that process began, which tell it from another of the same number; NULL where unknown.",
            nullable=True,
        ),
        Column("url", "VARCHAR", "Address of the run in the Prefect UI.", nullable=True),
        Column("error_message", "VARCHAR", "Why it failed.", nullable=True),
    ),
)

LOADS = Table(
    "loads",
    "operations",
    "One row per package of extracted rows that was loaded, written in the same transaction as its rows.",
    (
        Column("batch_id", "VARCHAR", "The package: hash of its content.", key=True),
        run_id(key=True),
        Column("pipeline_version", "VARCHAR", "Version of the extraction."),
        Column("loaded_at", "TIMESTAMP", "When it was loaded (UTC).", provenance=True),
        Column("duration_seconds", "DOUBLE", "How long it took.", unit="seconds", provenance=True),
        Column("document_count", "INTEGER", "Documents in the package.", unit="documents"),
        Column("loaded_count", "INTEGER", "Documents newly loaded.", unit="documents"),
        Column("replaced_count", "INTEGER", "Documents whose rows were replaced.", unit="documents"),
        Column("unchanged_count", "INTEGER", "Documents that were there already.", unit="documents"),
        Column("duplicate_count", "INTEGER", "Further copies recorded.", unit="documents"),
        Column("reject_count", "INTEGER", "Rejects recorded.", unit="documents"),
        Column("row_counts", "JSON", "Rows loaded, by table."),
    ),
)

REJECTS = Table(
    "rejects",
    "operations",
    "One row per document or place that could not be used, with where and why.",
    (
        run_id(key=True),
        Column("location", "VARCHAR", "Path, with line or row number where the file holds many.", key=True),
        Column("stage", "VARCHAR", "Step that rejected it.", key=True, values=("read", "extract", "resolve", "load")),
        Column("code", "VARCHAR", "Code of the error, explained in docs/errors.md.", key=True),
        Column("message", "VARCHAR", "What is wrong."),
        Column("hint", "VARCHAR", "What to do.", nullable=True),
        Column("doc_id", "VARCHAR", "The document, where there was a text to hash.", nullable=True),
        Column("rejected_at", "TIMESTAMP", "When (UTC).", filled=True, provenance=True),
    ),
)

DUPLICATES = Table(
    "duplicates",
    "operations",
    "One row per further copy of a stored text: the same text read from another place or under another url.",
    (
        doc_id(key=True),
        Column("url", "VARCHAR", "Address of the copy.", nullable=True, key=True),
        Column("location", "VARCHAR", "Where the copy was read.", nullable=True, key=True),
        Column("published_date", "DATE", "Publication date of the copy.", nullable=True),
        Column("title", "VARCHAR", "Title of the copy.", nullable=True),
        Column("author", "VARCHAR", "Author of the copy.", nullable=True),
        Column("source", "VARCHAR", "Who published the copy.", nullable=True),
        Column("language", "VARCHAR", "ISO 639-1 code.", nullable=True),
        run_id(),
    ),
)

FINGERPRINTS = Table(
    "fingerprints",
    "operations",
    "Sixteen rows per document; documents that share one are compared word for word, to find near copies.",
    (
        doc_id(key=True),
        Column("band", "INTEGER", "Which of the sixteen.", key=True, filled=True),
        Column("hash", "UBIGINT", "Hash of the smallest word runs of this band.", filled=True),
    ),
)

CHECKS = Table(
    "checks",
    "operations",
    "One row per data check and time that it ran.",
    (
        Column("name", "VARCHAR", "The check: a file in warehouse/sql/checks, or a rule of the declaration.", key=True),
        Column("checked_at", "TIMESTAMP", "When (UTC).", key=True, provenance=True),
        Column("severity", "VARCHAR", "fail: reports are held; warn: they are not.", values=("fail", "warn")),
        Column("description", "VARCHAR", "What it looks for."),
        Column("failure_count", "BIGINT", "Rows that offend.", unit="rows"),
        Column("sample", "VARCHAR", "The first of them.", nullable=True),
        Column("is_passed", "BOOLEAN", "No row offends."),
    ),
)

MIGRATIONS = Table(
    "migrations",
    "operations",
    "One row per change of the schema that this file has gone through; number 0 stands for views, macros and comments.",
    (
        Column("number", "INTEGER", "Order in which changes apply.", key=True),
        Column("name", "VARCHAR", "What it changes."),
        Column("checksum", "VARCHAR", "Hash of the statements."),
        Column("applied_at", "TIMESTAMP", "When (UTC).", provenance=True),
    ),
)

OPERATION_TABLES = (RUNS, LOADS, REJECTS, DUPLICATES, FINGERPRINTS, CHECKS, MIGRATIONS)
