"""Parts the spans of names that hold two names, or a name and an office."""

from __future__ import annotations

from collections.abc import Iterator

from tasks.extract.actors import lexicon
from tasks.extract.actors.edges import OFFICES, Found
from tasks.extract.actors.gazetteer import Gazetteer
from tasks.extract.actors.view import View

SAINTS = frozenset({"st", "st.", "saint"})


def parted(view: View, gazetteer: Gazetteer, span: Found) -> Iterator[Found]:
    """Part a span that holds two names: an owner and what it has ("Acme's Ann Lee"), a body and its head ("Speaker Lee")."""
    if span.end - span.start > 2 and not gazetteer.named(view.text(span.start, span.end), None):
        for token in range(span.start + 1, span.end - 1):
            if _owns(view, gazetteer, span.start, token):
                yield Found(span.start, token, "PERSON" if gazetteer.is_forename(view.words[span.start]) else "")
                rest = Found(token + 1, span.end, _label_after(view, gazetteer, span, token + 1))
                if rest.end - rest.start > 1 or view.lower[rest.end : rest.end + 1] != ["leader"]:
                    yield from parted(view, gazetteer, rest)
                return
            if _precedes_person(view, gazetteer, span.start, token, span.end):
                yield Found(span.start, token, "")
                yield Found(token, span.end, "PERSON")
                return
            if span.label == "ORG" and _leads_to_person(view, gazetteer, token, span.end):
                yield Found(span.start, token, "ORG")
                yield Found(token + 1, span.end, "PERSON")
                return
    if not _is_office(view, gazetteer, span):
        yield _without_office(view, gazetteer, span)


def _is_office(view: View, gazetteer: Gazetteer, span: Found) -> bool:
    """Tell whether what the recogniser took for a person is an office ("Chief [Technical Officer]")."""
    last, words = view.lower[span.end - 1], view.words[span.start : span.end]
    known = lexicon.nouns().get(last)
    return (
        span.label == "PERSON"
        and len(words) > 1
        and known is not None
        and known.type == "person"
        and known.cls in {"official", "leader", "military"}
        and not any(gazetteer.is_forename(word) for word in words)
        and view.lower[span.start - 1 : span.start] == ["chief"]
    )


def _without_office(view: View, gazetteer: Gazetteer, span: Found) -> Found:
    """Cut the office from a body ("Council President Ann Lee": the council), a role from a person ("Podcaster Ann Lee")."""
    start, end = span.start, span.end
    if span.label == "ORG" and end - start > 1 and view.lower[end - 1] in OFFICES and view.lower[end - 2] in lexicon.name_words():
        end -= 1
    if span.label == "PERSON":
        for token in range(start, end - 2):
            if _is_role(view, gazetteer, token) and (token == start or gazetteer.is_forename(view.words[token + 1])):
                start = token + 1
    return Found(start, end, span.label)


def _is_role(view: View, gazetteer: Gazetteer, token: int) -> bool:
    noun = gazetteer.noun(view.lower[token], view.lower[token])
    return noun is not None and noun.type == "person"


def _owns(view: View, gazetteer: Gazetteer, start: int, mark: int) -> bool:
    """Tell whether a possessive mark within a span ends the name of somebody known, or one of several words."""
    if view.lower[mark] not in {"'s", "’s", "'", "’"} or not view.words[mark + 1][:1].isupper() or view.lower[start] in SAINTS:
        return False
    if view.words[mark] in {"'", "’"} and not view.lower[mark - 1].endswith("s"):
        return False
    known = gazetteer.named(view.text(start, mark), None)
    if any(row.actor_id in gazetteer.catalogue.actors for row in known):
        return True
    last = view.lower[mark - 1]
    return mark - start > 1 and view.tag[mark - 1] == "NNP" and last not in lexicon.nouns()


def _label_after(view: View, gazetteer: Gazetteer, span: Found, start: int) -> str:
    """Return what the recogniser's label says of the second part of a span: a person begins with a forename."""
    is_body = any(view.lower[token] in lexicon.name_words() for token in range(start, span.end))
    return "PERSON" if span.end - start > 1 and gazetteer.is_forename(view.words[start]) and not is_body else "ORG"


def _precedes_person(view: View, gazetteer: Gazetteer, start: int, token: int, end: int) -> bool:
    """Tell whether a person's name follows the name of a known body right away ("President of the United States Ann Lee")."""
    if not 2 <= end - token <= 3 or token - start < 2 or not gazetteer.is_forename(view.words[token]):
        return False
    is_body = any(view.lower[after] in lexicon.name_words() for after in range(token, end))
    known = gazetteer.named(view.text(start, token), None)
    return not is_body and any(row.actor_id.startswith(("country:", "gov:", "leg:", "jud:")) for row in known)


def _leads_to_person(view: View, gazetteer: Gazetteer, token: int, end: int) -> bool:
    """Tell whether a title within a body's name leads up to a person ("House Speaker Ann Lee")."""
    is_title = view.lower[token] in lexicon.titles() or _is_role(view, gazetteer, token)
    is_body = any(view.lower[after] in lexicon.name_words() for after in range(token + 1, end))
    return is_title and end - token > 2 and gazetteer.is_forename(view.words[token + 1]) and not is_body
