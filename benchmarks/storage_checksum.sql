-- A number that depends on all rows of a table, whatever their order.
SELECT count(*), bit_xor(hash(rows_of)) FROM (SELECT $columns FROM $table) AS rows_of;
