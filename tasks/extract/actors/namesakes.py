"""Tells whom else a bare surname means than the person whom the catalogue knows by it: another forename, or a role never held."""

from __future__ import annotations

from collections.abc import Iterable

from tasks.extract.actors import lexicon
from tasks.extract.actors.candidates import Candidate
from tasks.extract.actors.gazetteer import Gazetteer
from tasks.extract.actors.naming import person_name
from tasks.extract.actors.view import View


def others_of_that_name(
    view: View, gazetteer: Gazetteer, names: Iterable[Candidate], people: set[tuple[str, ...]]
) -> set[tuple[str, ...]]:
    """Return the bare surnames that do not mean the catalogue's person here.

    Args:
        view: the document.
        gazetteer: the catalogue.
        names: all names of the document.
        people: the words of those that name a person in full.

    Returns:
        Surnames of people whom the document names in full and the catalogue does not know ("Ann Biden ... Biden"), and, where it
        names nobody in full, those with a role that the catalogue's person never had ("the footballer Biden").
    """
    full: dict[str, set[str]] = {}
    titled: dict[tuple[str, ...], set[str]] = {}
    for name in names:
        if name.words in people and len(name.words) > 1:
            ids = {row.actor_id for row in gazetteer.named(view.text(name.start, name.end), None)}
            full.setdefault(person_name(name.words).surname, set()).update(ids or {""})
        elif len(name.words) == 1 and name.title:
            titled.setdefault(name.words, set()).update(name.title.lower().split())
    found: set[tuple[str, ...]] = set()
    for name in names:
        meant = {row.actor_id for row in gazetteer.named(view.text(name.start, name.end), None) if row.kind == "surname"}
        if len(name.words) != 1 or not meant:
            continue
        bearers = full.get(name.words[0])
        if not (meant & bearers if bearers else _fits(gazetteer, meant, titled.get(name.words, set()))):
            found.add(name.words)
    return found


def _fits(gazetteer: Gazetteer, meant: set[str], titles: set[str]) -> bool:
    """Tell whether one of these people had every role that the text states, of those that tell people of a name apart."""
    telling = titles & lexicon.words("distinguishing")
    held = {word for actor_id in meant for role in gazetteer.held_roles(actor_id, None) for word in role.role.lower().split()}
    return telling <= held
