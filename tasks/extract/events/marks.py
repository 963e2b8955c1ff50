"""What a predicate itself says of whether it happened: negation, modal verbs, conjunctions, adverbs, question, imperative."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from spacy.tokens import Token

from tasks.extract import clauses
from tasks.extract.events.governors import FINITE, is_finite, is_gerund, is_past
from tasks.extract.events.lemmas import lemmas_of
from tasks.extract.events.lexicon import signature
from tasks.records import Polarity, Status

#: A status of signatures and, beside those of records, an attempt: under way, its success not stated.
Reality = Literal["actual", "attempt", "planned", "requested", "possible"]
RANK: dict[Reality, int] = {"actual": 0, "attempt": 1, "planned": 2, "requested": 3, "possible": 4}
MODALS: dict[str, Reality] = {
    **dict.fromkeys(("will", "'ll", "’ll", "wo", "shall", "gonna"), "planned"),
    **dict.fromkeys(("should", "must", "ought", "need"), "requested"),
    **dict.fromkeys(("may", "might", "could", "can", "ca", "would", "'d", "’d"), "possible"),
}
CONDITIONS = frozenset({"if", "unless", "whether"})
CONTRASTS = frozenset({"instead", "rather"})
NOBODY = frozenset({"nobody", "none", "nothing", "neither"})
#: Frame and part of speech, in signatures.tsv, of what modifies a predicate.
FRAMES = {
    "advmod": ("adv", "ADV"),
    "mark": ("mark", "SCONJ"),
    "case": ("prep", "ADP"),
    "amod": ("mod", "ADJ"),
    "acl": ("mod", "ADJ"),
}
ARGUMENT = clauses.SUBJECT | clauses.OBJECT
#: Words by which a predicate that is no base form may be an infinitive or an imperative.
MOODS = frozenset({"to", "please"})
PRESUPPOSING = frozenset({"why", "how", "who", "what", "when", "where", "which"})


class Reading(NamedTuple):
    """Polarity and reality of a predicate, and the words that decided them."""

    negated: bool
    reality: Reality
    cues: tuple[Token, ...] = ()

    @property
    def polarity(self) -> Polarity:
        """The polarity, in the words of the records."""
        return "negated" if self.negated else "affirmed"

    def status(self, attempt: Status = "actual") -> Status:
        """The status, in the words of the records; an attempt counts as the given one."""
        return attempt if self.reality == "attempt" else self.reality


ACTUAL = Reading(negated=False, reality="actual")


def own_marks(token: Token) -> Reading:
    """Read the marks on a predicate itself: negation, modal verbs, conjunctions, adverbs, question, imperative."""
    children = list(token.children)
    negative = [*clauses.negations(token), *_negative_arguments(token, children), *_adverbial_negations(token, children)]
    auxiliaries = [child for child in children if child.dep_ in clauses.AUXILIARY]
    marks: list[tuple[Reality, Token]] = []
    for auxiliary in auxiliaries:
        if (modal := MODALS.get(auxiliary.lower_)) is not None:
            marks.append((_modality(token, auxiliary, modal, bool(negative)), auxiliary))
    for child in children:
        effect = _mark(child, token)
        if effect == "not":
            negative.append(child)
        elif effect is not None:
            marks.append((effect, child))
    if mood := _mood(token, children) or _ahead(token, children):
        marks.append((mood, token))
    if len(negative) > 1 and negative[0].head == negative[1].head:
        negative = negative[:1]
    stated: list[Reality] = [mark for mark, _ in marks]
    reality = max(stated, key=RANK.__getitem__, default=ACTUAL.reality)
    return Reading(len(negative) % 2 == 1, reality, (*negative, *(word for mark, word in marks if mark == reality)))


def _modality(token: Token, auxiliary: Token, modal: Reality, negated: bool) -> Reality:
    word = auxiliary.lower_
    if word in {"can", "ca", "could"} and negated:
        return "actual"
    perfect = any(other.lower_ == "have" for other in clauses.auxiliaries(token))
    if modal != "planned" and performs(token, token) and not perfect:
        return "actual"
    if word == "must" and perfect:
        return "possible"
    if word in {"would", "'d", "’d"} and _is_future_in_past(token) and not perfect:
        return "planned"
    return "possible" if modal == "planned" and _condition(token) else modal


def performs(token: Token, verb: Token) -> bool:
    """Tell whether a modal or wish is mere politeness: whoever says "I would urge", "we must say", "I want to thank" does so."""
    return in_first_person(verb) and not _condition(verb) and signature(lemmas_of(token), "VERB", "modal") is not None


def in_first_person(verb: Token) -> bool:
    """Tell whether the subject of a verb is "I" or "we"."""
    subjects = clauses.subjects(verb)
    return bool(subjects) and subjects[0].lower_ in {"i", "we"}


def _is_future_in_past(token: Token) -> bool:
    """Tell whether "would" tells what was to come ("he said they would leave", "they would meet on Friday")."""
    first = clauses.first_conjunct(token)
    reported = first.dep_ in {"ccomp", "xcomp"} and first.head.tag_ in {"VBD", "VBN"}
    dated = any(case.head.ent_type_ == "DATE" for case in clauses.obliques(token))
    return (reported or dated) and not _condition(token)


def _condition(token: Token) -> bool:
    return any(clauses.marker(clause) in {"if", "unless"} for clause in clauses.adverbial_clauses(token))


def _adverbial_negations(token: Token, children: Sequence[Token]) -> list[Token]:
    """Return negations that hang on an adverb of the predicate ("was never directly pressured")."""
    adverbs = [child for child in children if child.dep_ == "advmod" and child.i < token.i]
    return [part for adverb in adverbs for part in adverb.children if part.lower_ in {"never", "not"}]


def _negative_arguments(token: Token, children: Sequence[Token]) -> list[Token]:
    """Return the words that negate a clause from its subject or object: nobody, nothing, "no troops"."""
    if token.pos_ not in {"VERB", "AUX", "ADJ"}:
        return []
    found = []
    for argument in (child for child in children if child.dep_ in ARGUMENT):
        if argument.lower_ in NOBODY:
            found.append(argument)
        elif argument.lower_ == "one" or argument.dep_ in clauses.SUBJECT:
            found += [word for word in (argument.left_edge,) if word.lower_ in clauses.NEGATIVE_DETERMINERS]
    return found


def _mark(child: Token, token: Token) -> Reality | Literal["not"] | None:
    """Return what one dependent of a predicate says about it."""
    frame, pos = FRAMES.get(child.dep_, (None, ""))
    if frame is None:
        return None
    frame = "mod+after" if frame == "mod" and child.i > token.i else frame
    word = child.lower_
    if word in CONTRASTS and frame == "adv" and any(part.dep_ == "fixed" for part in child.children):
        return "not"  # "instead of attacking", "rather than attack"
    if word == "with" and any(part.lower_ == "without" for part in child.children):
        return "possible"  # "with or without a deal"
    is_awaited = (word == "until" and not is_past(token)) or (word == "before" and _is_present(token))
    if (is_awaited and frame == "mark") or (word == "without" and child.i > 0 and child.nbor(-1).lower_ == "or"):
        return "possible"  # "until they vote", "before they vote", "with or without a deal"
    no_longer = word == "longer" and any(part.lower_ == "no" for part in child.children)
    if no_longer or (word == "before" and any(part.lower_ == "any" for part in token.children)):
        return "not"
    found = signature(lemmas_of(child), pos, frame) or (
        signature((word,), pos, f"{frame}+present") if _is_present(token) else None
    )
    effect = found.affirmed if found else "actual"
    return effect if effect in {"not", "possible", "planned", "requested", "attempt"} else None


def _is_present(token: Token) -> bool:
    """Tell whether a predicate is in the present tense, which may tell what is to come ("he leaves tomorrow")."""
    return next((word.tag_ for word in (*clauses.auxiliaries(token), token)), "") in {"VBZ", "VBP"}


def _mood(token: Token, children: Sequence[Token]) -> Reality | None:
    """Return "requested" for an imperative, "possible" for a question, what an infinitive in the place of a sentence is for."""
    is_top = token.dep_ in {"ROOT", "root"}
    is_question = is_top and _is_question(token)
    if not is_question and token.tag_ != "VB" and all(child.lower_ not in MOODS for child in children):
        return None
    is_infinitive = "to" in clauses.marker(token).split()
    if is_question and not is_infinitive:
        opening = token.doc[token.left_edge.i : token.left_edge.i + 3]
        return "possible" if PRESUPPOSING.isdisjoint(word.lower_ for word in opening) else None
    has_be = clauses.copula(token) is not None or (is_finite(token) and token.tag_ not in FINITE)
    is_scheduled = is_infinitive and has_be  # "they are to leave"
    if is_scheduled or (is_infinitive and is_top):
        return "planned" if is_scheduled or clauses.subjects(token) else "possible"
    if clauses.subjects(token) or clauses.marker(token) or _modal(token):
        return None
    if any(child.lower_ == "please" for child in children):
        return "requested"
    stands_alone = is_top or token.dep_ == "parataxis" or (token.dep_ == "conj" and clauses.first_conjunct(token).tag_ != "VB")
    return "requested" if stands_alone and token.tag_ == "VB" and not is_gerund(token) else None


def _ahead(token: Token, children: Sequence[Token]) -> Reality | None:
    """Return "planned" for the "going" of "is going to", "possible" for a clause that asks or puts a case by its word order."""
    if token.tag_ == "VBG" and token.lower_ == "going":
        is_future = any(child.dep_ in {"xcomp", "advcl"} and "to" in clauses.marker(child).split() for child in children)
        return "planned" if is_future else None
    if token.dep_ not in {"parataxis", "conj", "ccomp", "advcl"} or not _is_inverted(token, children):
        return None
    if any(child.lower_ in PRESUPPOSING for child in children):
        return None
    return "possible" if token.dep_ == "advcl" or _is_question(token.sent.root) else None


def _is_inverted(token: Token, children: Sequence[Token]) -> bool:
    """Tell whether the auxiliary of a clause stands before its subject ("did they leave", "had they left")."""
    parts = [child for child in children if child.i < token.i and (child.dep_ in ARGUMENT or child.dep_ in clauses.AUXILIARY)]
    return len(parts) > 1 and parts[0].dep_ in clauses.AUXILIARY and any(part.dep_ in clauses.SUBJECT for part in parts[1:])


def _is_question(top: Token) -> bool:
    """Tell whether a sentence, given by its topmost word, ends with a question mark."""
    last = top.right_edge
    while last.is_space and last.i > top.i:
        last = last.nbor(-1)
    return last.text.endswith("?")


def _modal(token: Token) -> bool:
    return any(auxiliary.lower_ not in {"do", "don", "don't"} for auxiliary in clauses.auxiliaries(token))
