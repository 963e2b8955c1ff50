"""Finds what mentions an actor without naming it: common nouns for people, bodies and groups, and pronouns."""

from __future__ import annotations

from collections.abc import Iterator

from tasks.extract.actors import lexicon
from tasks.extract.actors.candidates import GROUP, ORG, PERSON, THING, Candidate
from tasks.extract.actors.gazetteer import Gazetteer
from tasks.extract.actors.lexicon import Noun
from tasks.extract.actors.view import View
from tasks.extract.clauses import NAME_PART, POSSESSOR

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
PLURAL_TAGS = frozenset({"NNS", "NNPS"})
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
    counted = _counted(view, token)
    noun = _compound(view, counted) or gazetteer.noun(view.lower[counted], view.lemma[counted])
    if noun is None and view.label[token] == "NORP" and view.tag[token] in {"NN", "NNP"} and view.words[token][:1].isupper():
        noun = MEMBER
    if noun is None or _is_inner(view, token) or any(view.lower[child] in NOBODY for child in view.children[token]):
        return
    if view.head[token] != token and _counted(view, view.head[token]) == counted:
        return
    plural = view.tag[counted] in PLURAL_TAGS or (noun.type == "group" and view.lower[counted] in {"people", "police"})
    kind = KINDS[noun.type]
    if plural and kind == PERSON:
        kind = GROUP
    found = make_nominal(view, gazetteer, token, kind, noun.gender, plural)
    if counted != token:
        found.words, found.country = (view.lower[counted],), nationality(view, gazetteer, counted)
    yield found


def _counted(view: View, token: int) -> int:
    """Return the noun for those whom a word of quantity counts ("hundreds of protesters"), else the word itself."""
    if view.lower[token] not in lexicon.words("quantities"):
        return token
    for child in view.children[token]:
        definite = any(view.lower[inner] in DEFINITE or view.dep[inner] in POSSESSOR for inner in view.children[child])
        if view.preposition(child) == "of" and view.tag[child] in PLURAL_TAGS and not definite:
            return _counted(view, child)
    return token


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
        definite=any(view.lower[child] in DEFINITE or view.dep[child] in POSSESSOR for child in view.children[token]),
        rule="nominal",
    )


def other_noun(view: View, token: int) -> Candidate:
    """Make the candidate of a noun phrase that denotes no actor, which "it" and "they" can refer to all the same."""
    plural = view.tag[token] in PLURAL_TAGS
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
    """Return the noun phrase of a head: determiners and modifiers, phrases with a preposition, no clauses, no appositions."""
    start, end = token, token + 1
    for child in view.children[token]:
        if child < token and view.dep[child] in BEFORE:
            start = min(start, view.left_edge(child))
        elif child > token and (view.preposition(child) in {"of", "for"} or _is_attached(view, child, end)):
            end = max(end, _phrase_end(view, child))
        elif child > token and view.dep[child] not in {"cc", "conj", "case"}:
            break
    while end - 1 > token and view.pos[end - 1] in {"PUNCT", "SPACE"}:
        end -= 1
    while start < token and view.pos[start] in {"PUNCT", "SPACE", "ADP", "CCONJ", "SCONJ"}:
        start += 1
    return start, end


def _phrase_end(view: View, head: int) -> int:
    """Return where a phrase with a preposition ends: before an apposition or aside, after all that it lists."""
    end = view.right_edge(head)
    for token in range(head + 1, end):
        if view.dep[token] in {"appos", "parataxis"}:
            end = min(end, view.left_edge(token))
        elif view.words[token] in {",", ";", ":", "—"} and view.dep[view.head[token]] not in {"conj", "nmod:unmarked"}:
            end = min(end, token)
    return end


def _is_attached(view: View, child: int, end: int) -> bool:
    """Tell whether a phrase right after a noun says where those are whom it denotes ("teams from Avalon")."""
    return view.dep[child] == "nmod" and view.preposition(child) in lexicon.words("whereabouts") and view.left_edge(child) == end


def nationality(view: View, gazetteer: Gazetteer, token: int) -> str | None:
    """Return the country whose adjective or name modifies a noun ("the Russian leader", "Germany's chancellor")."""
    for child in view.children[token]:
        if view.dep[child] in {"amod", "compound", "nmod:poss", "poss", "nmod", "nmod:desc"} and view.words[child][:1].isupper():
            for first in range(view.left_edge(child), child + 1):
                if (country := gazetteer.country_of_adjective(view.text(first, child + 1))) is not None:
                    return country
    return None
