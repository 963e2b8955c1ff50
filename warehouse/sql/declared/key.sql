SELECT $columns, count(*) AS row_count FROM $table GROUP BY $columns HAVING count(*) > 1;
