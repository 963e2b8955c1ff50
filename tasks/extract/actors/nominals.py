"""Finds what mentions an actor without naming it: common nouns for people, bodies and groups, and pronouns."""

from __future__ import annotations

from collections.abc import Iterator

from tasks.extract.actors import lexicon
from tasks.extract.actors.candidates import GROUP, ORG, PERSON, THING, Candidate
from tasks.extract.actors.gazetteer import Gazetteer
from tasks.extract.actors.lexicon import Noun
from tasks.extract.actors.view import View
from tasks.extract.clauses import NAME_PART

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
KINDS = {
    "person": PERSON,
    "group": GROUP,
    "organisation": ORG,
    "government": ORG,
    "media": ORG,
    "country": "country",
    "place": "place",
}
#: A member of a people, party or faith ("an American", "a Democrat").
MEMBER = Noun("person", None, "member")
NOMINAL_TAGS = frozenset({"NOUN", "PROPN", "ADJ"})
#: What stands before a noun within its phrase; anything else there is of another phrase that the parse hangs on the noun.
BEFORE = frozenset(
    {"det", "det:predet", "predet", "amod", "compound", "nummod", "quantmod", "nmod:poss", "poss", "nmod:desc", "nmod", "flat"}
)
PRONOUN_TAGS = NOMINAL_TAGS | {"PRON", "DET"}
NOBODY = frozenset({"no", "neither"})

#: pronoun -> (gender, plural); gender n: neither he nor she.
PRONOUNS: dict[str, tuple[str | None, bool]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("m", False)),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("f", False)),
    **dict.fromkeys(("it", "its", "itself"), ("n", False)),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves", "themself"), (None, True)),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), (None, False)),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), (None, True)),
}
FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself"})
FIRST_PERSON_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})


def find_pronouns(view: View) -> list[Candidate]:
    """Return the personal and possessive pronouns of a document."""
    found = []
    for token, word in enumerate(view.lower):
        styled = token + 1 < len(view) and view.words[token + 1].istitle() and view.lower[token + 1] in lexicon.words("styles")
        if word in PRONOUNS and view.pos[token] in PRONOUN_TAGS and view.words[token] != "US" and not styled:
            gender, plural = PRONOUNS[word]
            found.append(
                Candidate(
                    token,
                    token + 1,
                    token,
                    "pronoun",
                    view.sentence[token],
                    gender=gender,
                    plural=plural,
                    words=(word,),
                    definite=True,
                )
            )
    return found


def find_nominals(view: View, gazetteer: Gazetteer, names: list[Candidate]) -> list[Candidate]:
    """Return the noun phrases whose head can denote an actor, in text order."""
    named = {token for name in names for token in range(name.start, name.end)}
    titles = {token for name in names for token in range(name.phrase_start, name.start)}
    return [
        nominal
        for token in range(len(view))
        if view.pos[token] in NOMINAL_TAGS and token not in named and token not in titles and token + 1 not in titles
        for nominal in _nominal(view, gazetteer, token)
    ]


def _nominal(view: View, gazetteer: Gazetteer, token: int) -> Iterator[Candidate]:
    noun = _compound(view, token) or gazetteer.noun(view.lower[token], view.lemma[token])
    if noun is None and view.label[token] == "NORP" and view.tag[token] in {"NN", "NNP"} and view.words[token][:1].isupper():
        noun = MEMBER
    if noun is None or _is_inner(view, token) or any(view.lower[child] in NOBODY for child in view.children[token]):
        return
    plural = view.tag[token] in {"NNS", "NNPS"} or (noun.type == "group" and view.lower[token] in {"people", "police"})
    kind = KINDS[noun.type]
    if plural and kind == PERSON:
        kind = GROUP
    yield make_nominal(view, gazetteer, token, kind, noun.gender, plural)


def _compound(view: View, token: int) -> Noun | None:
    """Return what a noun of two words denotes, if it has an entry of its own ("coast guard")."""
    before = token - 1
    joined = before >= 0 and view.dep[before] == "compound" and view.head[before] == token
    return lexicon.nouns().get(f"{view.lower[before]} {view.lower[token]}") if joined else None


def make_nominal(view: View, gazetteer: Gazetteer, token: int, kind: str | None, gender: str | None, plural: bool) -> Candidate:
    """Make the candidate of a noun phrase from its head noun."""
    start, end = _extent(view, token)
    return Candidate(
        start=start,
        end=end,
        head=token,
        form="nominal",
        sentence=view.sentence[token],
        kind=kind,
        gender=gender,
        plural=plural,
        words=(view.lemma[token] if not plural else view.lower[token],),
        country=nationality(view, gazetteer, token),
        definite=any(view.lower[child] in DEFINITE or view.dep[child] in {"nmod:poss", "poss"} for child in view.children[token]),
        rule="nominal",
    )


def other_noun(view: View, token: int) -> Candidate:
    """Make the candidate of a noun phrase that denotes no actor, which "it" and "they" can refer to all the same."""
    plural = view.tag[token] in {"NNS", "NNPS"}
    return Candidate(
        token,
        token + 1,
        token,
        "nominal",
        view.sentence[token],
        kind=THING,
        gender="n",
        plural=plural,
        words=(view.lemma[token],),
    )


def _is_inner(view: View, token: int) -> bool:
    """Tell whether a word is a modifier inside another noun phrase ("police officer", "civilian targets")."""
    return (view.dep[token] in NAME_PART or view.dep[token] == "amod") and view.head[token] > token


def _extent(view: View, token: int) -> tuple[int, int]:
    """Return the noun phrase of a head: determiners and modifiers, "of" and "for" phrases, no clauses, no appositions."""
    start, end = token, token + 1
    for child in view.children[token]:
        if child < token and view.dep[child] in BEFORE:
            start = min(start, view.left_edge(child))
        elif child > token and view.preposition(child) in {"of", "for"}:
            end = max(end, view.right_edge(child))
        elif child > token and view.dep[child] not in {"cc", "conj", "case"}:
            break
    while end - 1 > token and view.pos[end - 1] in {"PUNCT", "SPACE"}:
        end -= 1
    while start < token and view.pos[start] in {"PUNCT", "SPACE", "ADP", "CCONJ", "SCONJ"}:
        start += 1
    return start, end


def nationality(view: View, gazetteer: Gazetteer, token: int) -> str | None:
    """Return the country whose adjective or name modifies a noun ("the Russian leader", "Germany's chancellor")."""
    for child in view.children[token]:
        if view.dep[child] in {"amod", "compound", "nmod:poss", "poss", "nmod", "nmod:desc"} and view.words[child][:1].isupper():
            for first in range(view.left_edge(child), child + 1):
                if (country := gazetteer.country_of_adjective(view.text(first, child + 1))) is not None:
                    return country
    return None
