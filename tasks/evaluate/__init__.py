"""Accuracy against gold files, in the published measures."""
