"""Find who says what stands between quote marks by the words beside the marks, where the parse does not tell."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from tasks.extract import clauses
from tasks.extract.quotes.cues import cue_of, verb_of
from tasks.extract.quotes.drafts import is_speech
from tasks.extract.quotes.layout import Layout
from tasks.extract.quotes.lexicon import Cue
from tasks.extract.quotes.marks import MARK_CHARACTERS, Marked
from tasks.extract.quotes.phrases import nominal_at
from tasks.records import Span

#: How many words may stand between marks and cue.
REACH = 16
#: Up to how many words in marks may be a name or title.
SHORT = 3
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
PERSONS = frozenset({"he", "she", "they", "we", "i", "who"})
THINGS = frozenset({"it", "this", "that", "there", "which", "these", "those", "what", "here"})
DASHES = frozenset({"—", "–", "-", "--", "―"})
BESIDE = frozenset({"PUNCT", "ADV", "AUX", "PART", "SPACE"})


def cue_beside(layout: Layout, zone: Marked) -> tuple[Token, Cue] | None:
    """Return the verb of saying to which the marks belong: behind them ("...," said X) or before them (X said: "...")."""
    after = layout.tokens_after(zone)
    return _cue_behind(layout, zone, after) or _cue_before(layout, zone)


def _cue_behind(layout: Layout, zone: Marked, after: Sequence[Token]) -> tuple[Token, Cue] | None:
    inner_end = layout.last_of(zone)
    leads_on = inner_end in {",", "!", "?", "—", "–", "…", ";"} or (bool(after) and after[0].text in {",", "—", "–", "-"})
    for token in after[:REACH]:
        entry = verb_of(token)
        if entry and "quotation" in entry.frames and _is_finite(token, entry):
            closed = inner_end == "." and len(after) - (token.i - after[0].i) < 6 and after[-1].text not in {",", ":"}
            return (token, entry) if leads_on or closed else None
        if (
            token.pos_ == "VERB"
            and token.dep_ not in clauses.RELATIVE_CLAUSE | clauses.PARTICIPLE
            and not token.dep_.startswith("amod")
        ):
            return None
    return None


def _is_finite(token: Token, entry: Cue) -> bool:
    """Tell whether a form of a verb is no infinitive."""
    return token.lower_ != entry.lemma or token.lower_ in entry.forms or token.tag_ == "VBP"


def _cue_before(layout: Layout, zone: Marked) -> tuple[Token, Cue] | None:
    before = layout.tokens_before(zone)
    lead = before[-1].text if before else ""
    whole = layout.is_sentence(zone)
    if len(lead) > 1 and lead.endswith(".") and whole:
        return None  # an abbreviation that ends the sentence
    for token in reversed(before[-REACH:]):
        entry = cue_of(token) if token.dep_ != "amod" else None
        if entry and entry.pos == "verb" and "quotation" in entry.frames:
            near = lead in {":", ","} or (whole and before[-1] == token)
            near = near or ("clause" in entry.frames and (lead == "that" or _is_near(layout, zone, before, token)))
            return (token, entry) if near else None
        if token.pos_ == "VERB" and token.dep_ not in clauses.RELATIVE_CLAUSE | clauses.PARTICIPLE and lead != ":":
            return None
    return None


def _is_near(layout: Layout, zone: Marked, before: Sequence[Token], cue: Token) -> bool:
    clear = not any(token.i > cue.i and token.pos_ in {"VERB", "AUX"} for token in before)
    return before[-1] == cue or (clear and len(layout.index.span(zone.inner)) > SHORT)


def speaker_beside(layout: Layout, cue: Token, zone: Marked | None) -> Token | None:
    """Return the head of the noun phrase next to a cue: before it, or behind it where the marks stand right before it."""
    end = cue.sent.end
    if zone is not None and zone.end <= cue.idx:
        between = [token for token in layout.tokens_after(zone) if token.i < cue.i and token.pos_ not in BESIDE]
        if between:
            return nominal_at(between[0], cue.i)
        return next((nominal_at(token, end) for token in cue.doc[cue.i + 1 : end] if token.pos_ not in BESIDE), None)
    for token in reversed(cue.doc[cue.sent.start : cue.i]):
        if token.pos_ in NOMINAL and layout.zone_at(token.idx) is None:
            return _top(token, cue)
        if token.pos_ not in BESIDE:
            return None
    return None


def _top(token: Token, cue: Token) -> Token:
    """Climb to the head of the noun phrase that a word before the cue belongs to."""
    while token.head != token and token.head.i < cue.i and token.head.pos_ in NOMINAL and not _begins_anew(token, cue):
        token = token.head
    return token


def _begins_anew(token: Token, cue: Token) -> bool:
    """Tell whether a comma parts a noun from what it explains in the parse, and none parts it from the cue: it is the subject."""
    first = token.left_edge.i
    return token.dep_ == "appos" and first > cue.sent.start and token.doc[first - 1].text == "," and not cue.nbor(-1).is_punct


def with_phrase(layout: Layout, zone: Marked) -> Span:
    """Return a stretch with the rest of the phrase that it begins ("reported "nine fires" in the port")."""
    end = zone.end
    if layout.last_of(zone).isalnum():
        for token in layout.tokens_after(zone):
            if token.is_punct or token.pos_ in {"VERB", "AUX", "CCONJ", "SCONJ"}:
                break
            end = token.idx + len(token)
    return zone.start, end


def holder_of(layout: Layout, zone: Marked) -> tuple[Token, Cue, Token] | None:
    """Return the verb whose object or complement holds marks ("condemned the "barbaric" raid"), its entry, that complement."""
    tokens = layout.index.span(zone.inner)
    if not len(tokens) or layout.begins_sentence(zone) or (layout.before(zone) == ":" and is_speech(layout, zone)):
        return None
    token = tokens.root
    for _ in range(6):
        head = token.head
        if head == token:
            return None
        entry = cue_of(head)
        outside = not zone.start <= head.idx < zone.end
        if entry and outside and entry.pos == "verb" and token.i > head.i:
            names = "predicate" in entry.frames and (
                token.idx < zone.start or any(thing != token for thing in clauses.objects(head))
            )
            if names or "object" in entry.frames:
                return head, entry, token
        if head.pos_ in {"VERB", "AUX"} and token.dep_ not in {"obj", "obl", "xcomp", "nmod", "pobj", "dobj", "prep"}:
            return None
        token = head
    return None


def label_before(layout: Layout, zone: Marked) -> tuple[Token, Token] | None:
    """Return colon and speaker of a quote led in by a name alone ("Minister Rossi: "..."", "in a statement by the firm: ...")."""
    before = layout.tokens_before(zone)
    if len(before) < 2 or len(before) > 12 or before[-1].text != ":" or any(token.pos_ == "VERB" for token in before):
        return None
    head = nominal_at(before[0], before[-1].i)
    return (before[-1], head) if head is not None and head.pos_ in {"PROPN", "PRON"} else None


def led_in(layout: Layout, zone: Marked) -> tuple[Token, Token] | None:
    """Return colon and speaker of whole sentences in marks led in by a clause without a cue ("Ruiz hit back: "...").

    The speaker is the subject of the clause if a person, else the name right before the colon.
    """
    before = layout.tokens_before(zone)
    if len(before) < 3 or before[-1].text != ":" or not (is_speech(layout, zone) or layout.is_sentence(zone)):
        return None
    roots = [token for token in before if token.head == token or token.head.idx >= zone.start] or [before[-1].sent.root]
    heads = [head for root in roots for head in clauses.subjects(root) if head.i < before[-1].i]
    heads = [head for head in heads if head.ent_type_ in NAMED or head.lower_ in PERSONS] or heads
    name = before[-2] if before[-2].pos_ == "PROPN" else None
    if heads and heads[0].dep_ != "expl" and heads[0].lower_ not in THINGS:
        return before[-1], heads[0]
    return (before[-1], _top(name, before[-1])) if name is not None else None


def dash_behind(layout: Layout, zone: Marked) -> Token | None:
    """Return the speaker of a quote with a dash and a name behind it, on its line or the next ("..." — Ana Ruiz, mayor)."""
    after = layout.tokens_after(zone) or layout.next_line(zone)
    if (
        len(after) < 2
        or after[0].text.lstrip(MARK_CHARACTERS) not in DASHES
        or any(token.pos_ in {"VERB", "AUX"} for token in after)
    ):
        return None
    head = nominal_at(after[1], after[-1].i + 1)
    return head if head is not None and head.pos_ == "PROPN" else None
