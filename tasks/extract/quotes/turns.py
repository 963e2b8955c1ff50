"""Labels of speakers: the paragraphs of an interview ("Q:", "WN:", "Mayor Ruiz:"), and headlines ("Ruiz: The bridge is safe")."""

from __future__ import annotations

import re
from collections import Counter

from tasks.extract.clauses import SUBJECT
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
#: Up to how many words a headline has.
HEADLINE = 25
NAMED = frozenset({"PERSON", "ORG"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


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


def find_headlines(layout: Layout) -> list[Draft]:
    """Return a draft for each short paragraph without marks that is a name, a colon and a finite clause with a subject."""
    found = []
    for start, end in layout.paragraphs:
        match = LABEL.match(layout.text, start, end)
        if match is None or len(layout.text[start:end].split()) > HEADLINE or layout.outer_within((start, end)):
            continue
        label, words = layout.index.span(match.span(1)), layout.index.span((match.end(), end))
        named = all(token.ent_type_ in NAMED for token in label)
        if named and any(word.tag_ in FINITE for word in words) and any(word.dep_ in SUBJECT for word in words):
            head = nominal_at(label[0], label.end)
            found.append(
                Draft(
                    [(match.end(), end)], cue_span=(match.end(1), match.end(1) + 1), speakers=[head or label[0]], rule="headline"
                )
            )
    return found
