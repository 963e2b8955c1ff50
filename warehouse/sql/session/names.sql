-- grain: word that a query may hold; source: the catalog of DuckDB
SELECT DISTINCT name
FROM (
    SELECT view_name AS name FROM duckdb_views() WHERE NOT internal
    UNION ALL
    SELECT table_name FROM duckdb_tables() WHERE NOT internal
    UNION ALL
    SELECT column_name FROM duckdb_columns() WHERE NOT internal
    UNION ALL
    SELECT function_name FROM duckdb_functions() WHERE NOT internal
    UNION ALL
    SELECT upper(keyword_name) FROM duckdb_keywords() WHERE keyword_category = 'reserved'
)
ORDER BY name
