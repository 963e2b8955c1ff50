"""The steps of the way, plain typed Python: read, extract, resolve, report; and train, evaluate beside it."""
