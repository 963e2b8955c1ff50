"""Sets the edges of names: cuts articles, marks and titles, completes hyphenated words, drops what is only a title."""

from __future__ import annotations

from dataclasses import dataclass

from tasks.extract.actors import lexicon
from tasks.extract.actors.naming import DETERMINERS, SMALL_WORDS
from tasks.extract.actors.view import View

EDGES = frozenset(
    {"'s", "’s", "'", "’", ",", ".", "-", "–", "(", ")", '"', "“", "”", "/", ":", ";", "&", "and", "of", "[", "]", "the"}
)

#: Titles that are names of offices and hardly ever surnames ("Home Secretary", but "Dean Baker").
OFFICES = frozenset(
    {
        "secretary",
        "minister",
        "president",
        "commissioner",
        "ambassador",
        "governor",
        "director",
        "chairman",
        "spokesman",
        "senator",
    }
)


@dataclass(slots=True)
class Found:
    """A span of tokens that may be a name, and who says so."""

    start: int
    end: int
    label: str


def trimmed(view: View, span: Found) -> Found | None:
    """Cut what does not belong to a name at its edges: articles, marks, possessives, for persons also titles."""
    start, end = span.start, span.end
    while start < end and (view.lower[start] in EDGES or view.lower[start] in DETERMINERS or _is_small(view, start)):
        start += 1
    while end > start and (view.lower[end - 1] in EDGES or view.pos[end - 1] == "SPACE"):
        end -= 1
    if span.label in {"PERSON", ""} and not any(view.lower[token] in lexicon.name_words() for token in range(start, end)):
        start = _after_titles(view, start, end)
    end = _hyphenated(view, end)
    if start >= end or not any(char.isalpha() for char in view.text(start, end)):
        return None
    return Found(start, end, span.label)


def _is_small(view: View, token: int) -> bool:
    """Tell whether a word cannot begin a name: printed small and no particle ("television Erdogan")."""
    return not any(char.isupper() or char.isdigit() for char in view.words[token]) and view.lower[token] not in lexicon.words(
        "particles"
    )


def _hyphenated(view: View, end: int) -> int:
    """Go on to the end of a hyphenated word of which a name holds the first part only ("Kwok-kin")."""
    while (
        end + 1 < len(view)
        and view.words[end] == "-"
        and not view.tokens[end - 1].whitespace_
        and not view.tokens[end].whitespace_
    ):
        if view.pos[end + 1] != "PROPN":
            break
        end += 2
    return end


def _after_titles(view: View, start: int, end: int) -> int:
    """Return where a person's name begins after its titles ("Conservative MP Ann Lee")."""
    titles = [token for token in range(start, end - 1) if view.lower[token] in lexicon.titles()]
    return titles[-1] + 1 if titles else start


def without_overlaps(spans: list[Found]) -> list[Found]:
    """Keep the first of spans that overlap after their edges were set."""
    kept: list[Found] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def is_title_only(view: View, span: Found) -> bool:
    """Tell whether a run of capitals is no name but a role ("the Prime Minister", "Shadow Home Secretary")."""
    words = view.lower[span.start : span.end]
    role = all(word in lexicon.titles() or _is_role(word) or word in SMALL_WORDS for word in words)
    if span.label in {"PERSON", "GPE", "NORP"} and len(words) > 1:
        return all(word in lexicon.words("office_words") or word in OFFICES for word in words)
    return role or (words[-1] in OFFICES and all(word in lexicon.words("office_words") for word in words[:-1]))


def _is_role(word: str) -> bool:
    return lexicon.nouns().get(word, ("",))[0] == "person"
