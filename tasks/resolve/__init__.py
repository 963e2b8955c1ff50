"""Across documents, on records: actors and accounts of one happening."""
