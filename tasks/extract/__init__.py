"""Documents in, records out: the spaCy components and what they share."""
