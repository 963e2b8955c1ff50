"""Views in, pages out: the report in HTML and Markdown."""
