"""Training of the encoder pipeline; the only part of the project that needs torch."""
