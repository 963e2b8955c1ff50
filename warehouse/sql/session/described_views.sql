SELECT views.view_name, views.comment, columns.column_name, columns.data_type, columns.comment
FROM duckdb_views() AS views
JOIN duckdb_columns() AS columns ON columns.table_name = views.view_name
WHERE NOT views.internal
ORDER BY views.view_name, columns.column_index;
