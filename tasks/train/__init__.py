"""Training the English pipeline from open corpora."""
