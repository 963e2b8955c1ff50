"""Interview transcripts: paragraphs that begin with a label ("Q:", "WN:", "Mayor Ruiz:") are what that speaker says."""

from __future__ import annotations

import re
from collections import Counter

from tasks.extract.quotes.drafts import Draft
from tasks.extract.quotes.layout import Layout
from tasks.extract.quotes.phrases import nominal_at

#: Letters, or up to four capitalised words (with title or initials), before a colon, with words behind it.
LABEL = re.compile(r"(?:[«\"“]?)((?:[A-Z][\w.’'-]*)(?: [A-Z(][\w.’')-]*){0,3})\s?:\s+(?=.*[a-z])")
#: Labels of other things than speakers.
OTHER = frozenset(
    {"note", "update", "photo", "image", "source", "sources", "see also", "related", "topics", "file", "correction", "video"}
)
TURNS = 3


def find_turns(layout: Layout) -> list[Draft]:
    """Return a draft for each labelled paragraph where at least three paragraphs bear labels and one label comes twice."""
    labelled = []
    for start, end in layout.paragraphs:
        match = LABEL.match(layout.text, start, end)
        if match and match.group(1).lower() not in OTHER:
            labelled.append((match, end))
    counts = Counter(match.group(1) for match, _ in labelled)
    if len(labelled) < TURNS or max(counts.values()) < 2:
        return []
    found = []
    for match, end in labelled:
        first = layout.index.at(match.start(1))
        head = nominal_at(first, layout.index.span(match.span(1)).end) if first is not None else None
        heads = [head if head is not None else first] if first is not None else []
        found.append(Draft([(match.end(), end)], speakers=heads, rule="turn"))
    return found
