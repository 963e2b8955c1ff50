"""Training sentences of reported speech with their trees, composed from listed words and treebank clauses."""
