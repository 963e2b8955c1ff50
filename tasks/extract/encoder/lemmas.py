"""Lemmas as edit rules: letter case, letters to cut at the end, letters to add."""

from functools import cache

KEEP, LOWER = "K", "L"
IDENTITY = "K0:"


def _plain(form: str) -> str:
    return form.replace("’", "'").replace("‘", "'")


def rule_of(form: str, lemma: str) -> str:
    """The rule that turns a form into its lemma: `L3:y` lower-cases, cuts three letters and adds a y."""
    form, lemma = _plain(form), _plain(lemma)
    case, base = (LOWER, form.lower()) if lemma == lemma.lower() != form else (KEEP, form)
    shared = 0
    while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
        shared += 1
    return f"{case}{len(base) - shared}:{lemma[shared:]}"


@cache
def _parts(rule: str) -> tuple[str, int, str]:
    cut, _, ending = rule[1:].partition(":")
    return rule[0], int(cut), ending


def apply_rule(rule: str, form: str) -> str:
    """The lemma of a form; the form itself where the rule would leave nothing."""
    case, cut, ending = _parts(rule)
    form = _plain(form)
    base = form.lower() if case == LOWER else form
    return (base[: max(0, len(base) - cut)] + ending) or form
