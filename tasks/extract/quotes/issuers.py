"""Who issued the text that speaks: "the ministry's statement", "a poll by Acme", "the letter" that somebody sent before."""

from __future__ import annotations

from spacy.tokens import Token

from tasks.extract import clauses
from tasks.extract.quotes import lexicon
from tasks.extract.quotes.cues import verb_of
from tasks.extract.quotes.speakers import speakers_of

#: Prepositions before whoever issued a text.
BY = frozenset({"by", "from"})
#: Nouns for a part or copy of another text, named behind "of".
PARTS = frozenset({"summary", "text", "copy", "part", "version", "draft", "transcript", "excerpt"})
#: What others do with a text.
SEEN = frozenset({"obtained", "reviewed", "seen", "viewed", "read", "cited", "reported", "examined"})
RULINGS = frozenset({"ruling", "decision", "judgment", "judgement", "verdict", "opinion"})
NAMED = frozenset({"PERSON", "ORG"})
THE = frozenset({"the", "this", "that"})
#: How many words before "the statement" the text may have been introduced.
REACH = 200


def issuer_of(noun: Token) -> Token | None:
    """Return the head of whoever issued a text that speaks, None for laws, for other speakers, and where nobody is named."""
    lemma = _lemma(noun)
    if noun.pos_ != "NOUN" or lemma in lexicon.laws() or lemma not in lexicon.documents():
        return None
    if lemma in PARTS and (whole := [head for preposition, head in clauses.obliques(noun) if preposition == "of"]):
        return _holder(whole[0]) or _introduced(whole[0])
    return _holder(noun) or _introduced(noun)


def _lemma(noun: Token) -> str:
    lemma = noun.lemma_.lower()
    return lemma if lemma in lexicon.documents() else noun.lower_.removesuffix("s")


def _holder(noun: Token) -> Token | None:
    """Return whose text it is by its own phrase: possessor, "by" or "from", the name or body before it."""
    found = clauses.possessors(noun) or [head for preposition, head in clauses.obliques(noun) if preposition in BY]
    found = found or [agent for part in clauses.participles(noun) if part.lower_ not in SEEN for agent in clauses.agents(part)]
    names = [part for part in noun.lefts if part.dep_ in clauses.NAME_PART and part.lower_ not in lexicon.media()]
    found = found or [part for part in names if part.ent_type_ in NAMED or part.lower_ == "police"]
    return next((head for head in found if head.ent_type_ != "DATE"), None)


def _introduced(noun: Token) -> Token | None:
    """Return who issued "the statement" where it was told of before."""
    if not any(part.lower_ in THE for part in noun.lefts):
        return None
    kin = RULINGS if noun.lemma_.lower() in RULINGS else {noun.lemma_.lower()}
    for earlier in reversed(noun.doc[max(0, noun.i - REACH) : noun.i]):
        if earlier.pos_ == "NOUN" and earlier.lemma_.lower() in kin and (found := _holder(earlier) or _issuer(earlier)):
            return found
    return None


def _issuer(noun: Token) -> Token | None:
    """Return the subject of the verb that issues a text or says something in it."""
    verb, entry = noun.head, verb_of(noun.head)
    writes = entry is not None and "quotation" in entry.frames
    carrier = lexicon.carrier_forms().get(verb.lower_)
    issues = noun.dep_ in clauses.OBJECT and (writes or (carrier is not None and "object" in carrier.frames))
    tells = entry is not None and any(preposition == "in" and head == noun for preposition, head in clauses.obliques(verb))
    return next(iter(speakers_of(verb)), None) if issues or tells else None
