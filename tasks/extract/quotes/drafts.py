"""From what a cue introduces in the parse to exact spans: fitted to the quote marks, trimmed, and told direct from indirect."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from tasks.extract.quotes.layout import Layout
from tasks.extract.quotes.lexicon import Cue
from tasks.extract.quotes.marks import MARK_CHARACTERS, Marked
from tasks.records import Polarity, QuoteKind, Span

EDGE = " \t\n\r\u00a0,;:—–-"
DIRECT_SHARE = 0.98


@dataclass(slots=True)
class Draft:
    """A quote in the making."""

    content: list[Span]
    cue: Token | None = None
    entry: Cue | None = None
    cue_span: Span | None = None
    speakers: list[Token] = field(default_factory=list)
    speaker: Span | None = None
    polarity: Polarity = "affirmed"
    rule: str = ""


def fit(layout: Layout, draft: Draft) -> None:
    """Fit the content to the quote marks: whole stretches if the cue stands outside, within the stretch if it stands inside."""
    at = draft.cue.idx if draft.cue is not None else -1
    around = layout.innermost_at(at) if at >= 0 else None
    fitted = [clip(span, around.inner) for span in draft.content] if around else [_snap(layout, span, at) for span in draft.content]
    draft.content = join([span for span in fitted if span[0] < span[1]])
    if around is None and draft.cue is not None:
        draft.content = _without_frame(layout, draft.content, draft.cue)


def _without_frame(layout: Layout, content: list[Span], cue: Token) -> list[Span]:
    """Keep words in marks alone where they stand as a whole speech next to the cue: what else the parse gives is frame."""
    speech = [zone for span in content for zone in layout.outer_within(span) if zone.start == span[0] and zone.end == span[1]]
    speech = [zone for zone in speech if is_speech(layout, zone) and _touches(layout, zone, cue)]
    if not speech:
        return content
    return [span for span in content if layout.zone_at(span[0]) is not None]


def _touches(layout: Layout, zone: Marked, cue: Token) -> bool:
    """Tell whether a stretch and a cue belong to one sentence on the page, side by side."""
    if zone.end <= cue.idx:
        return any(token.i == cue.i for token in layout.tokens_after(zone))
    return layout.before(zone) in {",", ":"} and any(token.i == cue.i for token in layout.tokens_before(zone))


def clip(span: Span, bounds: Span) -> Span:
    """Cut a span to bounds."""
    return max(span[0], bounds[0]), min(span[1], bounds[1])


def _snap(layout: Layout, span: Span, cue: int) -> Span:
    start, end = span
    for zone in layout.outer_within(span):
        if zone.start <= cue < zone.end:
            continue
        opens = zone.start <= start or not layout.text[start : zone.start].strip(EDGE)
        if opens and is_speech(layout, zone) and not start <= cue < zone.end:
            return min(start, zone.start), zone.end
        start, end = min(start, zone.start), max(end, zone.end)
    if start <= cue < end:
        start, end = (span[0], min(end, cue)) if span[0] < cue else (max(start, cue), span[1])
    return start, end


def is_speech(layout: Layout, zone: Marked) -> bool:
    """Tell whether a stretch ends as a reported sentence does, with a comma or stop at its closing mark."""
    return layout.last_of(zone) in {",", ".", "!", "?", "…", "—", "–"} or layout.text[zone.end : zone.end + 1] == ","


def join(spans: list[Span]) -> list[Span]:
    """Sort spans and merge those that overlap."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span[0] < merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], span[1])
        else:
            merged.append(span)
    return merged


def trim(layout: Layout, span: Span, after_cue: bool) -> Span:
    """Leave out what belongs to the frame: an introducing "that", enclosing marks, edge punctuation."""
    text = layout.text
    start, end = _strip(text, span)
    if after_cue and text[start : start + 5].lower() in {"that ", "that,"}:
        start, end = _strip(text, (start + 5, end))
    for zone in layout.outer_within((start, end)) if start < end else ():
        if zone.start == start and zone.end in (end, end - 1):
            inner = _strip(text, zone.inner)
            return inner[0], inner[1]
    end = _drop_stop(layout, start, end)
    return _balance(layout, start, end)


def _strip(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return start, end


def _drop_stop(layout: Layout, start: int, end: int) -> int:
    """Leave out the stop of the sentence; one inside marks or at the end of an abbreviation stays."""
    while end > start and layout.text[end - 1] in ".,;:":
        token = layout.index.at(end - 1)
        if token is None or not token.is_punct or len(token) > 1:
            break
        end -= 1
    return end


def _balance(layout: Layout, start: int, end: int) -> Span:
    """Leave out a mark or bracket at an edge whose partner is outside."""
    zones = [zone for zone in layout.marked if zone.start < end and start < zone.end]
    openings, closings = {zone.start for zone in zones if zone.end <= end}, {zone.inner[1] for zone in zones if zone.start >= start}
    while end > start and layout.text[end - 1] in MARK_CHARACTERS + " ,)" and end - 1 not in closings:
        if layout.text[end - 1] == ")" and "(" in layout.text[start:end]:
            break
        if layout.text[end - 1] in "'’" and layout.text[end - 2].isalnum():
            break
        end -= 1
    while start < end and layout.text[start] in MARK_CHARACTERS + " ,(" and start not in openings:
        if layout.text[start] == "(" and ")" in layout.text[start:end]:
            break
        start += 1
    return start, end


def kind_of(layout: Layout, content: list[Span], cue: int | None) -> QuoteKind:
    """Tell a direct quote from a mixed and an indirect one by how much of the content stands between marks."""
    around = layout.innermost_at(cue) if cue is not None else None
    zones = [zone for zone in layout.marked if around is None or (zone.start > around.start and zone.end < around.end)]
    letters = marked = 0
    for start, end in content:
        inside = [zone for zone in zones if zone.start < end and start < zone.end]
        for position in range(start, end):
            if layout.text[position].isalnum():
                letters += 1
                marked += any(zone.start <= position < zone.end for zone in inside)
    if not marked:
        return "indirect"
    return "direct" if marked >= DIRECT_SHARE * letters else "mixed"
