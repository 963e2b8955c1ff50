"""DuckDB: the declaration of all tables, load, publish, views, macros, checks, catalogue. Knows neither Prefect nor spaCy."""
