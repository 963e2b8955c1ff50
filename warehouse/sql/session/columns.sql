SELECT table_name, column_name, data_type, is_nullable FROM duckdb_columns() WHERE NOT internal AND schema_name = 'main';
