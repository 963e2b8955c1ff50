DELETE FROM $table;
