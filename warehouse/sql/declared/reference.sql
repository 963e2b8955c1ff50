SELECT DISTINCT $table.$column FROM $table
WHERE $table.$column IS NOT NULL AND NOT EXISTS (FROM $other AS whole WHERE whole.$target = $table.$column);
