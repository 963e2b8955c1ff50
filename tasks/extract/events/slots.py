"""What fills the slots of a word that the conditions of the lexicon name: subject, object, prepositions, complements ..."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from spacy.tokens import Token

from tasks.extract import clauses
from tasks.extract.events import arguments
from tasks.extract.events.governors import MODIFIER, Governor, governor, is_gerund, light_governor, signature_of

MODIFIERS = frozenset({"compound", "amod", "nmod", "nmod:desc", "nmod:unmarked", "nummod", "nmod:poss"})
PARTICLES = frozenset(
    {"down", "up", "out", "off", "in", "on", "over", "back", "aside", "away", "onto", "dead", "free", "ill", "sick"}
)
#: Effects of verbs that only speak of what their object names.
SPOKEN_OF = frozenset({"actual", "not", "possible"})
#: Verbs of what ought to be ("asked that it should close") and of what will be ("agreed that they would leave").
OUGHT = frozenset({"should", "must", "shall"})
WILL = frozenset({"will", "would", "'ll", "'d", "’ll", "’d"})


class Slots:
    """The arguments of a word, by the names that the lexicon gives them."""

    def __init__(self, token: Token) -> None:
        self.token = token

    def __getitem__(self, slot: str) -> list[Token]:
        """Return what fills a slot."""
        fill = self._named.get(slot)
        return fill() if fill is not None else self.prepositions.get(slot, [])

    @cached_property
    def _named(self) -> dict[str, Callable[[], list[Token]]]:
        """The slots that are no prepositions, and what fills them."""
        token = self.token
        return {
            "subj": lambda: self.subjects,
            "obj": lambda: self.objects,
            "others": lambda: self.subjects[1:],
            "part": lambda: [above.word] if (above := governor(token)) is not None and above.frame == "of" else [],
            "pred": lambda: [child for child in token.children if child.dep_ == "xcomp"],
            "prt": lambda: clauses.with_labels(token, clauses.PARTICLE) or self._stray_particles,
            "mod": lambda: [child for child in token.children if child.dep_ in MODIFIERS and child.i < token.i],
            "poss": lambda: clauses.possessors(token),
            "det": lambda: clauses.with_labels(token, frozenset({"det", "case"})),
            "pass": lambda: [token] if arguments.is_passive(token) else [],
            "cop": lambda: clauses.with_labels(token, frozenset({"cop"})),
            "gov": lambda: [above.word for above in self._governors],
        }

    @cached_property
    def subjects(self) -> list[Token]:
        """Who does it."""
        if self.token.pos_ in {"VERB", "AUX"} or clauses.copula(self.token) is not None:
            return arguments.doers(self.token)
        return []

    @cached_property
    def objects(self) -> list[Token]:
        """What is done to."""
        if self.token.pos_ not in {"VERB", "AUX"}:
            return []
        own = arguments.retained_objects(self.token) or arguments.undergoers(self.token)
        return own or clauses.indirect_objects(self.token)

    @cached_property
    def prepositions(self) -> dict[str, list[Token]]:
        """The nouns by preposition; of an event noun also those of its light verb ("launched an attack on ...")."""
        found: dict[str, list[Token]] = {}
        for word in (self.token, *(above.word for above in self._governors if _lends_prepositions(above))):
            for case in clauses.obliques(word):
                if case.head == self.token or (word != self.token and case.preposition in {"of", "by"}):
                    continue
                for preposition in {case.preposition, case.preposition.split(" ")[0]}:
                    found.setdefault(preposition, []).extend((case.head, *clauses.conjuncts(case.head)))
        for child in self.token.children:
            above = governor(child) if is_gerund(child) and child.dep_ in clauses.CLAUSAL else None
            if above is not None and above.frame not in {"ing", MODIFIER}:
                found.setdefault(above.frame, []).append(child)
        return found

    @cached_property
    def complements(self) -> set[str]:
        """The kinds of clauses that complete the word: that (and shall or will, where it tells what is to be), wh, to ..."""
        found: set[str] = set()
        for child in self.token.children:
            if child.dep_ in {"xcomp", "ccomp", "acl", "csubj"} or (child.dep_ == "advcl" and _follows(child, self.token)):
                found |= _kinds(child)
        return found

    @property
    def _stray_particles(self) -> list[Token]:
        return [
            child
            for child in self.token.children
            if child.dep_ in {"advmod", "case", "prt"} and child.tag_ in {"RP", "IN", "RB"} and child.lower_ in PARTICLES
        ]

    @cached_property
    def _governors(self) -> list[Governor]:
        if self.token.pos_ not in {"NOUN", "PROPN"}:
            return []
        above = light_governor(self.token)
        return [above] if above is not None and above.frame in {"obj", "subj", "in", "on"} else []


def _lends_prepositions(above: Governor) -> bool:
    """Tell whether what stands after a verb may belong to its object: not of words about it ("blamed the attack on ...")."""
    says = signature_of(above)
    return above.frame == "obj" and says is not None and says.affirmed not in SPOKEN_OF


def _follows(clause: Token, word: Token) -> bool:
    """Tell whether an adverbial clause stands after a word and no comma: it may be a complement that the parser misread."""
    first = clause.left_edge.i
    return clause.i > word.i and clause.doc[first - 1].lower_ != ","


def _kinds(clause: Token) -> set[str]:
    above = governor(clause)
    if above is None:
        return set()
    if above.frame == "that":
        return {"wh"} if _is_question(clause) else {"that", _modality(clause)} - {""}
    return {above.frame} & {"to", "ing", "bare"} or ({"ing"} if is_gerund(clause) else set())


def _is_question(clause: Token) -> bool:
    """Tell whether a clause is an indirect question ("asked what he would do", "asked if")."""
    opening = [word for child in clause.lefts for word in (child, *child.lefts)]
    return any(word.tag_ in {"WP", "WRB", "WP$", "WDT"} or word.lower_ in {"if", "whether"} for word in opening)


def _modality(clause: Token) -> str:
    """Return what a clause says of what is to be: "shall" (also of the subjunctive: "asked that it be closed"), "will" or ""."""
    first = next(iter(clauses.auxiliaries(clause)), clauses.copula(clause) or clause)
    return "shall" if first.tag_ == "VB" or first.lower_ in OUGHT else "will" if first.lower_ in WILL else ""
