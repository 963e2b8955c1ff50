"""Quotes: content, cue and speaker spans."""
