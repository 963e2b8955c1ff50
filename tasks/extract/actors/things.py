"""Tells names of things from names of those who act: ships, storms, films, products, and acronyms that no body is known by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tasks.extract.actors import lexicon
from tasks.extract.actors.candidates import GROUP, ORG, PERSON, PLACE, THING, Candidate
from tasks.extract.actors.gazetteer import Gazetteer
from tasks.extract.actors.metonyms import acts
from tasks.extract.actors.naming import SMALL_WORDS, initials, is_acronym, normal_word
from tasks.extract.actors.view import View
from tasks.extract.clauses import ACTIVE_SUBJECT

COLLECTIVE = frozenset({"organisation", "government", "media", "group"})
CASE = frozenset({"case", "prep"})
LONGEST_DEFINITION = 9
"""Tokens of the longest phrase that an acronym in parentheses after it can abbreviate."""


def called_things(view: View, gazetteer: Gazetteer, names: Iterable[Candidate]) -> set[tuple[str, ...]]:
    """Return the names that the text calls a ship, a storm or a work somewhere ("the trawler Northern Star", "Hurricane Ida")."""
    storms = {
        (normal_word(view.words[token]),)
        for token in range(1, len(view))
        if view.lower[token - 1] in lexicon.words("storms") and view.words[token][:1].isupper()
    }
    found = set()
    for name in names:
        before = view.lower[name.start - 1] if name.start else ""
        is_known = any(
            row.actor_id in gazetteer.catalogue.actors for row in gazetteer.named(view.text(name.start, name.end), None)
        )
        if before in lexicon.words("vessels") or (not is_known and (before in lexicon.words("works") or name.words in storms)):
            found.add(name.words)
    return found


def class_of_use(view: View, name: Candidate) -> str | None:
    """Tell which thing or place of a kind a name only singles out ("its Marine One helicopter", "the Green Hill area")."""
    follows = view.head[name.head]
    if not view.is_name_part(name.head) or follows < name.end:
        return None
    if view.lemma[follows] in lexicon.words("products"):
        return THING
    is_place = follows == name.end and view.words[follows].islower() and view.lemma[follows] in lexicon.words("areas")
    return PLACE if is_place else None


def bodiless_acronyms(view: View, gazetteer: Gazetteer, names: Iterable[Candidate]) -> set[tuple[str, ...]]:
    """Return the unknown acronyms that nothing shows to be a body's: none is so called, and they neither act nor have members.

    Acronyms that the text defines by a phrase which names no body ("the Road Safety Act (RSA)") are among them.
    """
    names = list(names)
    bodies = [name for name in names if name.kind in {ORG, GROUP} and len(name.words) > 1]
    ends = {name.end for name in bodies}
    starts = {name.start for name in bodies}
    expanded = {short for name in bodies for short in (*initials(name.words), *name.words)}
    same: dict[tuple[str, ...], list[Candidate]] = defaultdict(list)
    for name in names:
        if name.kind in {ORG, PERSON} and name.alias is None and len(name.words) == 1 and is_acronym(view.words[name.end - 1]):
            same[name.words].append(name)
    owners = {
        token for name in names if name.kind in {PERSON, ORG} for token in range(name.start, name.end) if name.words not in same
    }
    return {
        words
        for words, found in same.items()
        if any(_is_defined(view, name, ends, starts) for name in found)
        or (words[0] not in expanded and not any(_is_of_body(view, gazetteer, name, ends, owners) for name in found))
    }


def _is_of_body(view: View, gazetteer: Gazetteer, name: Candidate, ends: set[int], owners: set[int]) -> bool:
    """Tell whether an acronym acts, follows the name or kind of a body, or has people ("ACME director", "Ann Lee of ACME")."""
    if (
        acts(view, name.head)
        or view.dep[name.head] in ACTIVE_SUBJECT
        or (name.start - 1 in ends and view.words[name.start - 1] == "(")
    ):
        return True
    before = gazetteer.noun(view.lower[name.start - 1], view.lemma[name.start - 1]) if name.start else None
    if before is not None and before.type in COLLECTIVE and view.dep[name.start - 1] not in CASE:
        return True
    if any(view.lower[child] in {"'s", "’s"} for child in view.children[name.head]):
        return True
    if any(view.dep[child] == "conj" and child in owners for child in view.children[name.head]):
        return True
    governor = view.head[name.head]
    while view.pos[governor] == "ADP" and view.head[governor] != governor:
        governor = view.head[governor]
    noun = gazetteer.noun(view.lower[governor], view.lemma[governor])
    return (governor in owners and view.dep[name.head] != "compound") or (noun is not None and noun.type == "person")


def _is_defined(view: View, name: Candidate, ends: set[int], starts: set[int]) -> bool:
    """Tell whether the phrase that an acronym abbreviates stands beside it and names no body."""
    letters = name.words[0]
    if name.start and view.words[name.start - 1] == "(" and name.start - 1 not in ends:
        return _abbreviates(view, letters, max(0, name.start - 1 - LONGEST_DEFINITION), name.start - 1)
    if view.lower[name.end : name.end + 1] in (["("], ["["]) and name.end + 1 not in starts:
        stop = next(
            (t for t in range(name.end + 1, min(len(view), name.end + 1 + LONGEST_DEFINITION)) if view.words[t] in ")]"), 0
        )
        return _abbreviates(view, letters, name.end + 1, stop)
    return False


def _abbreviates(view: View, letters: str, start: int, end: int) -> bool:
    """Tell whether the last words of some text begin with these letters, small words counted or not, and none tells of a body."""
    words = [word for word in view.lower[start:end] if word[:1].isalnum()]
    if any(lexicon.name_words().get(word, "thing") != "thing" for word in words[-len(letters) :]):
        return False
    main = [word for word in words if word not in SMALL_WORDS]
    return any("".join(word[0] for word in told[-len(letters) :]) == letters for told in (words, main))
