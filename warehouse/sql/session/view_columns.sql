SELECT table_name, column_name
FROM duckdb_columns()
WHERE NOT internal AND table_name IN (SELECT view_name FROM duckdb_views() WHERE NOT internal)
ORDER BY table_name, column_index;
