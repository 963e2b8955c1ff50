SELECT count(*)::INTEGER FROM staged_duplicates;
