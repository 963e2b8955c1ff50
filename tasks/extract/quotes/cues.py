"""Which words are cues, which cues go on where another left off, and the record of a cue that was read."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from tasks.extract import clauses
from tasks.extract.quotes import lexicon
from tasks.extract.quotes.lexicon import Cue
from tasks.records import Polarity, Span

#: Second words of a cue that stand right behind the first.
PREPOSITIONS = frozenset({"on", "for", "to"})
#: Participles by which the writer tells what the speaker meant or rests on ("..., referring to the budget").
POINTING = frozenset({"refer", "cite", "quote"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})


@dataclass(slots=True)
class Report:
    """A cue, and what it makes of the words around it."""

    cue: Token
    entry: Cue
    cue_span: Span
    speakers: list[Token] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)
    rule: str = ""
    phrase: Span | None = None
    """The noun phrase of the speaker, where it is not the phrase that the parse gives its head."""
    polarity: Polarity = "affirmed"


def cue_of(token: Token) -> Cue | None:
    """Return the lexicon entry of a token that is a cue, a particle verb as a whole."""
    if token.pos_ in {"VERB", "AUX"}:
        return verb_of(token)
    return lexicon.noun_forms().get(token.lower_) if token.pos_ == "NOUN" else None


def verb_of(token: Token) -> Cue | None:
    """Return the verb of saying that a word form is of, whatever the tagger takes it for."""
    for cue in lexicon.verb_forms().get(token.lower_, ()):
        second = cue.lemma.partition(" ")[2]
        reach = 2 if second in PREPOSITIONS else 4
        if not second or any(other.lower_ == second for other in token.doc[token.i + 1 : token.i + reach]):
            return cue
    return None


def rejoins(conjunct: Token, outer: Token) -> bool:
    """Tell whether a verb joined to a content is rather joined to the cue: a cue itself, in the same form, not of a pronoun."""
    if conjunct.i < outer.i or cue_of(conjunct) is None:
        return False
    own, content = clauses.subjects(conjunct), clauses.first_conjunct(conjunct)
    reports = bool(clauses.complements(conjunct))
    if conjunct.tag_ == outer.tag_:
        # Two speech acts of one subject stay together: "said that Norway agreed to talks but demanded a fine".
        together = content.tag_ == conjunct.tag_ and cue_of(content) is not None and not reports
        return not together and (not own or own[0].pos_ != "PRON")
    return not own and conjunct.tag_ in FINITE and content.tag_ != conjunct.tag_ and reports


def behind_comma(clause: Token) -> bool:
    """Tell whether a comma stands before a clause, closing marks behind the comma aside."""
    edge = clause.left_edge
    before = edge.doc[max(0, edge.i - 2) : edge.i]
    return edge.text == "," or (len(before) > 0 and (before[-1].text == "," or (before[-1].is_quote and before[0].text == ",")))


def adds(participle: Token) -> bool:
    """Tell whether a participle behind a comma says more ("..., adding that ...")."""
    entry = cue_of(participle) if participle.tag_ == "VBG" else None
    if entry is None or entry.pos != "verb":
        return False
    return bool("clause" in entry.frames and clauses.complements(participle)) or entry.lemma in POINTING or leads(participle)


def contrasts(clause: Token) -> bool:
    """Tell whether a clause tells what others say ("..., while a third said it should stay")."""
    own, entry = clauses.subjects(clause), cue_of(clause)
    reports = entry is not None and "clause" in entry.frames and bool(clauses.complements(clause))
    return clauses.marker(clause) in {"while", "whereas"} and reports and bool(own) and own[0].tag_ != "PRP"


def leads(participle: Token) -> bool:
    """Tell whether a participle leads words in marks in (", further saying: "..."")."""
    behind = participle.doc[participle.i + 1 : participle.i + 3]
    entry = cue_of(participle) if participle.tag_ == "VBG" and len(behind) == 2 else None
    return bool(entry and "quotation" in entry.frames and behind[0].text in {",", ":"} and behind[1].is_quote)


def says_too(clause: Token) -> bool:
    """Tell whether a clause names a second source of what stands before it ("..., as the court found")."""
    entry = cue_of(clause) if clauses.marker(clause) == "as" and clauses.subjects(clause) else None
    return bool(entry and entry.pos == "verb" and "clause" in entry.frames)
