"""Lemmas: a table for forms known from the treebanks, edit rules (letter case, letters to cut, letters to add) for others."""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

NAME_TAG = "NNP"
"""How the tags of proper nouns begin."""
KEEP, LOWER = "K", "L"
IDENTITY = "K0:"

Entry = tuple[str, str, str]


class Lemmatizer:
    """Chooses lemmas; names never come from the table, since the same letters are spelt alike in all of them."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Take the table: form in small letters, language-specific tag, lemma."""
        self._table = {(form, xpos): lemma for form, xpos, lemma in entries}
        self._known = frozenset(self._table.values())

    @classmethod
    def load(cls, path: Path) -> "Lemmatizer":
        """Read a table of tab-separated entries."""
        lines = path.read_text(encoding="utf-8").splitlines()
        return cls((form, xpos, lemma) for form, xpos, lemma in (line.split("\t") for line in lines))

    def known(self, form: str, xpos: str) -> str | None:
        """The lemma of a form that the table has."""
        return self._table.get((_plain(form).lower(), xpos))

    def choose(self, form: str, xpos: str, rules: Sequence[str]) -> str:
        """The lemma of another form: the first known word that the rules, best first, lead to."""
        lemmas = [apply_rule(rule, form) for rule in rules]
        if xpos.startswith(NAME_TAG):
            return lemmas[0]
        return next((lemma for lemma in lemmas if lemma in self._known), lemmas[0])


def rule_of(form: str, lemma: str) -> str:
    """The rule that turns a form into its lemma: `L3:y` lower-cases, cuts three letters and adds a y."""
    form, lemma = _plain(form), _plain(lemma)
    case, base = (LOWER, form.lower()) if lemma == lemma.lower() != form else (KEEP, form)
    shared = 0
    while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
        shared += 1
    return f"{case}{len(base) - shared}:{lemma[shared:]}"


def apply_rule(rule: str, form: str) -> str:
    """The lemma of a form; the form itself where the rule would leave nothing."""
    case, cut, ending = _parts(rule)
    form = _plain(form)
    base = form.lower() if case == LOWER else form
    return (base[: max(0, len(base) - cut)] + ending) or form


def _plain(form: str) -> str:
    return form.replace("’", "'").replace("‘", "'")


@cache
def _parts(rule: str) -> tuple[str, int, str]:
    cut, _, ending = rule[1:].partition(":")
    return rule[0], int(cut), ending
