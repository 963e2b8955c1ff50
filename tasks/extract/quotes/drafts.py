"""From what a cue introduces in the parse to exact spans: fitted to the quote marks, trimmed, and told direct from indirect."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from spacy.tokens import Token

from tasks.extract.clauses import SUBJECT, ancestors
from tasks.extract.quotes.layout import Layout
from tasks.extract.quotes.lexicon import TOLD, Cue, verb_forms
from tasks.extract.quotes.marks import MARK_CHARACTERS, Marked
from tasks.records import Polarity, QuoteKind, Span

EDGE = " \t\n\r\u00a0,;:—–-"
#: The stop of a sentence before another one.
STOP = re.compile(r"[.!?](?=[\"”’')\]]*\s+[\"“‘'(\[]*[A-Z])")
AHEAD = 4
DIRECT_SHARE = 0.98
#: How many words of a content a parse may leave out at its head.
REACH = 30
#: Words between cue and content that show that what stands there is frame.
FRAME_WORDS = frozenset({"that", "by", "to", "in", "on", "at", "during", "about", "of", "if", "whether"})


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
    draft.content = [cut for span in draft.content for cut in _in_sentence(layout, span, draft.cue)]
    fitted = (
        [clip(span, around.inner) for span in draft.content] if around else [_snap(layout, span, at) for span in draft.content]
    )
    draft.content = join([span for span in fitted if span[0] < span[1]])
    if around is None and draft.cue is not None:
        kept = _without_frame(layout, draft.content, draft.cue)
        whole = [_whole_clause(layout, _with_subject(layout, span, draft.cue), draft) for span in kept]
        verbal = draft.entry is not None and draft.entry.pos == "verb"
        draft.content = join([_to_verb(layout, span, draft.cue) for span in whole] if verbal else whole)


def _without_frame(layout: Layout, content: list[Span], cue: Token) -> list[Span]:
    """Keep words in marks alone where they stand as a whole speech next to the cue: what else the parse gives is frame."""
    speech = [zone for span in content for zone in layout.outer_within(span) if zone.end == span[1] and is_speech(layout, zone)]
    if any(zone.end <= cue.idx and _touches(layout, zone, cue) for zone in speech):
        return [span for span in content if span[1] <= cue.idx or _continues(layout, span, cue)]
    if any(
        zone.start > cue.idx and zone.start in {span[0] for span in content} and _touches(layout, zone, cue) for zone in speech
    ):
        return [span for span in content if span[0] > cue.idx or layout.zone_at(span[0]) is not None]
    return content


def _to_verb(layout: Layout, span: Span, cue: Token) -> Span:
    """Let a content end where its clause does, if the parse breaks it off before a verb ("explained how hard it | is to ...")."""
    if span[0] < cue.idx or layout.zone_at(span[1] - 1) is not None or layout.text[span[1] - 1] in ".!?":
        return span
    rest = [token for token in layout.index.span((span[1], cue.sent.end_char))]
    if not rest or rest[0].pos_ not in {"VERB", "AUX"} or rest[0].idx < span[1] or _is_above(rest[0], cue):
        return span
    end = span[1]
    for token in rest:
        if token.is_punct or token.is_space:
            break
        end = token.idx + len(token)
    return span[0], end


def _is_above(verb: Token, cue: Token) -> bool:
    """Tell whether a cue stands below a verb, as in a participle of its subject ("groups claiming it was stolen | gathered")."""
    return verb.is_ancestor(cue) or (verb.pos_ == "AUX" and verb.head.is_ancestor(cue))


def _continues(layout: Layout, span: Span, cue: Token) -> bool:
    """Tell whether words behind the cue go on with the speech before it: in marks, with no other cue between."""
    between = layout.index.span((cue.idx, span[0]))
    zone = layout.zone_at(span[0])
    return (
        zone is not None
        and not layout.is_title(zone)
        and not any(token.i != cue.i and token.pos_ == "VERB" and token.lower_ in verb_forms() for token in between)
    )


def _whole_clause(layout: Layout, span: Span, draft: Draft) -> Span:
    """Begin content right behind its cue where the parse leaves its first words out ("said the mayor "lost his head"")."""
    cue, entry = draft.cue, draft.entry
    zone = layout.zone_at(span[0])
    if cue is None or entry is None or span[0] < cue.idx or "clause" not in entry.frames or (zone and zone.start != span[0]):
        return span
    if layout.text[max(0, span[0] - 4) : span[0]].rstrip()[-1:] in {",", ":"}:
        return span
    gap = [token for token in layout.index.span((cue.idx, span[0])) if token.i > cue.i]
    if not gap or len(gap) > REACH or any(token.is_punct or token.is_space for token in gap) or gap[-1].lower_ in FRAME_WORDS:
        return span
    if entry.lemma in TOLD:
        subject = next((token for token in gap if token.dep_ in SUBJECT and token.head != cue and token.i > cue.i + 1), None)
        return (max(subject.left_edge.idx, gap[0].idx), span[1]) if subject is not None else span
    nominal = gap[0].pos_ in {"DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ"} and gap[0].ent_type_ != "DATE"
    return (gap[0].idx, span[1]) if (nominal and gap[0].dep_ not in SUBJECT) or (gap[0].head != cue and nominal) else span


def _with_subject(layout: Layout, span: Span, cue: Token) -> Span:
    """Begin content with the subject that stands right before its verb, if the parse hangs it elsewhere."""
    first = layout.index.at(span[0])
    if first is None or span[0] < cue.idx or first.tag_ not in {"VBD", "VBZ", "VBP", "MD"} or first.i < 2:
        return span
    before = first.nbor(-2) if first.nbor(-1).is_quote else first.nbor(-1)
    top = next((head for head in (before, *ancestors(before)) if head.dep_ in SUBJECT and cue.i < head.i < first.i), None)
    return (top.left_edge.idx, span[1]) if top is not None and top.left_edge.i > cue.i and top.head != cue else span


def _touches(layout: Layout, zone: Marked, cue: Token) -> bool:
    """Tell whether a stretch and a cue belong to one sentence on the page, side by side."""
    if zone.end <= cue.idx:
        return any(token.i == cue.i for token in layout.tokens_after(zone))
    return layout.before(zone) in {",", ":"} and any(token.i == cue.i for token in layout.tokens_before(zone))


def _in_sentence(layout: Layout, span: Span, cue: Token | None) -> list[Span]:
    """Cut a span at the stop of the cue's sentence, where the parse reads over it; words in marks may go on beyond."""
    if cue is None or span[0] <= cue.idx < span[1]:
        return [span]
    first, last = min(span[0], cue.idx), max(span[1], cue.idx)
    # A little beyond, for a span may end with the mark that opens the next sentence.
    ends = (match.start() for match in STOP.finditer(layout.text, first, last + AHEAD) if match.start() < last)
    stops = [stop for end in ends if (stop := _stop(layout, end, cue))]
    if not stops:
        return [span]
    cut = (span[0], min(span[1], stops[0][0])) if span[0] > cue.idx else (max(span[0], stops[-1][1]), span[1])
    return [cut] if cut[0] < cut[1] else []


def _stop(layout: Layout, char: int, cue: Token) -> Span | None:
    """Return where a sentence ends and the next begins; in marks, only a stop before the closing mark is one."""
    zone = layout.zone_at(char)
    if not layout.is_stop(char):
        # An abbreviation ends the sentence as well where a whole sentence in marks follows ('at 7 p.m. "We are safe," it said').
        speech = layout.zone_at(char + 2) if zone is None else None
        return (char + 1, char + 1) if speech and speech.start == char + 2 and layout.is_sentence(speech) else None
    if zone is not None and zone.end <= cue.idx and layout.text[char] in "?!" and _touches(layout, zone, cue):
        return None
    if zone is None or zone.start <= cue.idx < zone.end:
        return char, char + 1
    return (zone.end, zone.end) if zone.closed and not layout.text[char + 1 : zone.inner[1]].strip() else None


def clip(span: Span, bounds: Span) -> Span:
    """Cut a span to bounds."""
    return max(span[0], bounds[0]), min(span[1], bounds[1])


def _snap(layout: Layout, span: Span, cue: int) -> Span:
    start, end = span
    for zone in layout.outer_within(span):
        if zone.start <= cue < zone.end:
            continue
        opens = zone.start <= start or not layout.text[start : zone.start].strip(EDGE)
        opens = opens or (layout.before(zone) == ":" and cue >= zone.end)
        if opens and is_speech(layout, zone) and not start <= cue < zone.start:
            return zone.start, zone.end
        start, end = min(start, zone.start), max(end, zone.end)
    if start <= cue < end:
        start, end = (span[0], min(end, cue)) if span[0] < cue else (max(start, cue), span[1])
    return start, end


def is_speech(layout: Layout, zone: Marked) -> bool:
    """Tell whether a stretch ends as a reported sentence does, with a comma or stop at its closing mark; a title does not."""
    if layout.before(zone).isalnum() and layout.is_title(zone):
        return False
    return layout.last_of(zone) in {",", ".", "!", "?", "…", "—", "–", ";"} or layout.text[zone.end : zone.end + 1] == ","


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
    for zone in layout.marked if start < end else ():
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
        if not layout.is_stop(end - 1):
            break
        end -= 1
    return end


def _balance(layout: Layout, start: int, end: int) -> Span:
    """Leave out a mark or bracket at an edge whose partner is outside."""
    zones = [zone for zone in layout.marked if zone.start < end and start < zone.end]
    openings, closings = (
        {zone.start for zone in zones if zone.end <= end},
        {position for zone in zones if zone.start >= start for position in range(zone.inner[1], zone.end)},
    )
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
