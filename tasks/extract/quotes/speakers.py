"""Who says it, to whom, and where, as the grammar around a cue has it."""

from __future__ import annotations

from spacy.tokens import Token

from tasks.extract import clauses
from tasks.extract.quotes import lexicon
from tasks.extract.quotes.cues import adds, behind_comma, cue_of, rejoins
from tasks.extract.quotes.lexicon import TOLD, Cue
from tasks.extract.quotes.phrases import lent_subjects, taken_subjects

NOBODY = frozenset({"it", "there"})
NONE = frozenset({"nobody", "none"})
ANYBODY = frozenset({"one", "you", "people", "everyone", "everybody", "anyone", "anybody", "someone", "somebody"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
TIMES = frozenset({"DATE", "TIME"})
MEDIUM_PREPOSITIONS = frozenset({"in", "on", "during", "at", "via", "through", "by"})


def speakers_of(cue: Token) -> list[Token]:
    """Return the heads of who says it; empty where nobody is named ("it was reported that ...")."""
    if is_passive(cue):
        return clauses.agents(cue)[:1]
    found = _regrouped(cue) or _subjects(cue)
    found = [
        token
        for token in found
        if token.i != cue.i and not token.is_space and token.dep_ != "expl" and token.lower_ not in NOBODY
    ]
    text = next((head for head in found if head == cue.head and head.dep_ in clauses.OBJECT and _is_text(head)), None)
    if text is not None and cue.i > text.i:
        found = clauses.understood_subjects(text.head) or found
    return _nearest(found, cue) or _behind_aside(cue) or _inverted(cue)


def _subjects(cue: Token) -> list[Token]:
    """Return the subjects of a cue, its own or understood; one that the parse shares out wrongly with the clause is put right."""
    if cue.head.lower_ == "let":
        return []
    found = clauses.understood_subjects(cue)
    if clauses.subjects(cue):
        lent = [subject for clause in clauses.complements(cue) for subject in lent_subjects(clause, cue)]
        return [head for head in found if head not in lent] or found
    if elsewhere := _subject_elsewhere(cue):
        return elsewhere
    if cue.tag_ in FINITE and cue.dep_ in clauses.ADVERBIAL_CLAUSE and clauses.marker(cue):
        return []
    return _beyond_plan(found, cue)


def _subject_elsewhere(cue: Token) -> list[Token]:
    """Return the subject that the parse gives to the clause, to an opening participle, or takes for an adjunct."""
    for clause in clauses.complements(cue):
        if taken := taken_subjects(clause, cue):
            return taken
    for opening in clauses.adverbial_clauses(cue):  # "Speaking in Oslo, Ann Lee said"
        behind = [head for head in clauses.subjects(opening) if opening.i < head.i < cue.i]
        if opening.tag_ == "VBG" and behind and not clauses.auxiliaries(opening):
            return behind
    beside = [phrase.head for phrase in clauses.obliques(cue.head) if phrase.preposition in {"with", "despite"}]
    if cue.tag_ == "VBG" and (before := [head for head in beside if head.i == cue.i - 1]):
        return before  # "..., with some papers claiming that"
    bare = [head for preposition, head in clauses.obliques(cue) if not preposition and head.pos_ == "PROPN" and head.i < cue.i]
    return bare[-1:] if cue.tag_ in FINITE and any(head.ent_type_ not in TIMES for head in bare) else []


def _beyond_plan(heads: list[Token], cue: Token) -> list[Token]:
    """Return the subject of the verb above a plan or wish that the parse takes to speak ("affirmed her will to stay, saying")."""
    plans = [part for part in (cue, *clauses.ancestors(cue)) if part.head in heads and part.dep_ in clauses.PARTICIPLE]
    behind = cue.tag_ in FINITE or (cue.tag_ == "VBG" and behind_comma(cue))
    if not behind or not plans or clauses.marker(plans[0]) != "to":
        return heads
    return next((found for verb in clauses.ancestors(plans[0].head) if (found := clauses.subjects(verb))), heads)


def _nearest(heads: list[Token], cue: Token) -> list[Token]:
    """Keep the subject next to the cue, of several that are not joined (a dateline, say, may be taken for one)."""
    apart = [head for head in heads if head.dep_ != "conj"]
    return [min(apart, key=lambda head: abs(head.i - cue.i))] if apart else heads[:1]


def _is_text(noun: Token) -> bool:
    return noun.lemma_.lower() in lexicon.documents()


def _inverted(cue: Token) -> list[Token]:
    """Return the noun behind a cue that ends what is said ("..., argued the lawyer"), if the parse takes it for an object."""
    behind = clauses.objects(cue)[:1]
    leads = cue.i > 0 and (cue.nbor(-1).text == "," or cue.nbor(-1).is_quote)
    return behind if leads and cue.tag_ in {"VBD", "VBZ"} and behind and behind[0].i > cue.i else []


def _behind_aside(cue: Token) -> list[Token]:
    """Return the noun before an aside into which the parse takes the cue ("Ruiz, who led the party, agreed that ...")."""
    if cue.tag_ not in {"VBD", "VBZ"} or cue.i == 0 or cue.nbor(-1).text != ",":
        return []
    aside = next((token for token in clauses.ancestors(cue) if token.dep_ in clauses.RELATIVE_CLAUSE), None)
    return [aside.head] if aside is not None and aside.head.i < cue.i else []


def is_passive(cue: Token) -> bool:
    """Tell whether something was said by somebody: by the auxiliary, for a subject alone is often mislabelled beside quotes."""
    if cue.dep_ in clauses.ADVERBIAL_CLAUSE and cue.tag_ == "VBN" and not clauses.auxiliaries(cue):
        return not clauses.subjects(cue)  # "Asked whether it would pass, he ..."
    return bool(clauses.with_labels(cue, clauses.PASSIVE_AUXILIARY)) and cue.tag_ in {"VBN", "VBD"}


def _regrouped(cue: Token) -> list[Token]:
    """Return the subject of the outer verb where a second cue is joined to the content ("said it grew, and said that ...")."""
    if cue.dep_ in clauses.ADVERBIAL_CLAUSE and adds(cue) and behind_comma(cue):
        content = clauses.first_conjunct(cue.head)
        outer = cue_of(content.head) if content.dep_ == "ccomp" else None
        return speakers_of(content.head) if outer and outer.pos == "verb" and content.head.i < cue.i else []
    first = clauses.first_conjunct(cue)
    if first == cue or first.dep_ != "ccomp" or clauses.subjects(cue):
        return []
    outer = cue_of(first.head)
    return speakers_of(first.head) if outer and outer.pos == "verb" and rejoins(cue, first.head) else []


def addressees_of(cue: Token, entry: Cue) -> list[Token]:
    """Return the heads of whom it is said to ("told reporters", "said to him", "was told that")."""
    if entry.pos != "verb":
        return []
    if entry.lemma in TOLD:
        if is_passive(cue):
            return clauses.with_labels(cue, clauses.PASSIVE_SUBJECT)[:1]
        found = [*clauses.indirect_objects(cue), *clauses.objects(cue)]
        return [token for token in found if token.i > cue.i][:1]
    return [head for preposition, head in clauses.obliques(cue) if preposition == "to" and head.i > cue.i][:1]


def medium_of(cue: Token, entry: Cue, speakers: list[Token]) -> str | None:
    """Return where it was said, if stated: "in an interview", "tweeted", "the letter said"."""
    known = lexicon.media()
    for preposition, head in clauses.obliques(cue):
        if preposition in MEDIUM_PREPOSITIONS and head.lemma_.lower() in known:
            return known[head.lemma_.lower()]
    if entry.lemma in {"tweet", "retweet", "post"}:
        return "post"
    return next((known[head.lemma_.lower()] for head in speakers if head.lemma_.lower() in known), None)


def is_nobody(head: Token) -> bool:
    """Tell whether a speaker is none at all ("nobody said", "no minister said")."""
    return head.lower_ in NONE or bool(clauses.negations(head))


def reason_of(speakers: list[Token]) -> str | None:
    """Return why a speaker is no actor: a text without a named holder, or anybody."""
    head = speakers[0]
    lemma = head.lemma_.lower()
    if head.pos_ == "NOUN" and {lemma, head.lower_.removesuffix("s")} & lexicon.documents():
        return "document"
    return "generic" if lemma in ANYBODY and not clauses.obliques(head) else None
