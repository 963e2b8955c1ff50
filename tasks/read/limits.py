"""How much of a source is read at most; what is larger is rejected with the limit named."""

from __future__ import annotations

#: A text or HTML file, or a page from the web: one document in one piece.
FILE_BYTES = 10_000_000
#: A JSON list, which cannot be read line by line.
LIST_BYTES = 200_000_000
#: A line of JSON, or of a table.
LINE_BYTES = 20_000_000
#: A document's text: a long book chapter; spaCy's own limit.
TEXT_CHARS = 1_000_000
#: Rows of a Parquet file held at a time.
PARQUET_ROWS = 500
#: A web page: seconds to connect and between two pieces, redirects followed, further tries to connect.
FETCH_SECONDS = 20.0
FETCH_REDIRECTS = 5
FETCH_RETRIES = 2
