SELECT $column, count(*) AS row_count FROM $table
WHERE $column IS NOT NULL AND $column NOT IN (SELECT unnest($$allowed))
GROUP BY $column;
