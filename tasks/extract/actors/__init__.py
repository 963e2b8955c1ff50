"""Actors: mentions, coreference within the document, linking to the catalogue."""
