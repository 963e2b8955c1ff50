SELECT DISTINCT function_name, list_transform(parameters, LAMBDA name: name::VARCHAR) AS parameters, comment
FROM duckdb_functions()
WHERE function_type IN ('macro', 'table_macro') AND NOT internal
ORDER BY function_name;
