"""Sources in, documents out: one reader per format."""
