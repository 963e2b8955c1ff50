"""The catalogue arranged for look-up in running text: where a known name begins, what it may name, what a noun denotes."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from tasks.extract.actors import lexicon
from tasks.extract.actors.lexicon import Noun
from tasks.extract.actors.view import View
from warehouse.catalogue import Catalogue, load_catalogue
from warehouse.catalogue.keys import folded_key
from warehouse.catalogue.rows import Alias, Role

LONGEST_ALIAS = 9
"""Tokens of the longest alias that is looked up in running text."""
TOKEN = re.compile(r"[\w.'’]+|[^\w\s]")
MIDDLE_INITIAL = re.compile(r"(?<=\w\w)\s(?:[A-Z]\.\s?)+(?=[A-Z]\w)")
ARTICLE = "the "
"""Aliases that begin so are names with their article only ("the West", not "Ann West")."""
ADJECTIVAL = frozenset({"adjective", "demonym"})
LEADING = frozenset({"head_of_state", "head_of_government"})


class Entry(NamedTuple):
    """What the catalogue says of an actor."""

    name: str
    type: str
    country: str | None


class Gazetteer:
    """Look-ups over the catalogue by tokens of a document."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._lengths: dict[str, set[int]] = defaultdict(set)
        for actor_id in (*catalogue.actors, *catalogue.places):
            for row in catalogue.names_of(actor_id):
                name = row.alias.removeprefix("the ").removeprefix("The ")
                for tokens in (name.split(), TOKEN.findall(name)):
                    if 0 < len(tokens) <= LONGEST_ALIAS:
                        self._lengths[folded_key(tokens[0])].add(len(tokens))

    def longest(self, view: View, start: int) -> int:
        """Return the number of tokens of the longest known name that begins at a token, 0 where none does."""
        for length in sorted(self._lengths.get(_folded(view.words[start]), ()), reverse=True):
            end = start + length
            if end > len(view) or view.sentence[end - 1] != view.sentence[start]:
                continue
            article = "the " if start and view.lower[start - 1] == "the" else ""
            entries = self.named(article + view.text(start, end), None)
            if entries and (length > 1 or self._is_name(view, start, entries)):
                return length
        return 0

    @staticmethod
    def _is_name(view: View, token: int, entries: list[Alias]) -> bool:
        """Tell whether a known one-word name is one here: "Nature is kind", "IS IT TIME?" and "Punch was served" have none."""
        before = view.words[token - 1] if token and view.sentence[token - 1] == view.sentence[token] else ""
        after = view.words[token + 1] if token + 1 < len(view) else ""
        if all(row.alias.startswith(ARTICLE) for row in entries):
            return not after[:1].isupper()
        if view.label[token] or all(row.kind in ADJECTIVAL for row in entries):
            return True
        if all(row.actor_id.startswith("media:") and row.alias.startswith("The ") for row in entries):
            return before.lower() == "the"
        if view.pos[token] == "PROPN":
            return True
        word = view.words[token]
        if len(word) > 1 and word.isupper():
            return not any(len(near) > 1 and near.isalpha() and near.isupper() for near in (before, after))
        return bool(before)

    def named(self, text: str, on: date | None) -> list[Alias]:
        """Return the catalogue's readings of a name as printed, of those in use on a date; middle initials need not be in it."""
        found = _aliases(self.catalogue, text, on)
        if not found and "." in text:
            found = _aliases(self.catalogue, MIDDLE_INITIAL.sub(" ", text), on)
        if text[: len(ARTICLE)].lower() == ARTICLE or not any(row.alias.startswith(ARTICLE) for row in found):
            return found
        return [row for row in found if not row.alias.startswith(ARTICLE)]

    def noun(self, lower: str, lemma: str) -> Noun | None:
        """Return what a common noun can denote, by the form as it stands first."""
        return self._noun(lower) or (self._noun(lemma) if lemma != lower else None)

    def _noun(self, word: str) -> Noun | None:
        own = lexicon.nouns().get(word)
        if own is not None:
            return own
        row = self.catalogue.role_noun(word)
        return Noun(row.type, None, row.role_class) if row is not None else None

    def class_of(self, word: str) -> str:
        """Return the class of a role noun, the noun itself where it has none."""
        noun = self._noun(word)
        return noun.cls if noun is not None and noun.cls else word

    def country_of_adjective(self, text: str) -> str | None:
        """Return the country that an adjective of nationality or a country's name belongs to."""
        return _adjective_country(self.catalogue, text)

    def gender(self, forename: str) -> str | None:
        """Return m or f where a forename tells."""
        gender = self.catalogue.gender(forename)
        return gender if gender in {"m", "f"} else None

    def is_forename(self, word: str) -> bool:
        """Tell whether a word is a known forename."""
        return self.catalogue.gender(word) is not None

    def held_roles(self, actor_id: str, on: date | None) -> list[Role]:
        """Return the roles that an actor holds on a date, the most telling first; all that it ever held without a date."""
        return self.catalogue.roles(actor_id, on)

    def leads(self, actor_id: str, country: str, on: date | None) -> bool:
        """Tell whether "the leader" of a country means an actor on a date; without a date, whether it ever held such office."""
        if on is not None:
            return self.catalogue.leader(country, on) == actor_id
        return any(role.country == country and role.role_class in LEADING for role in self.catalogue.roles(actor_id))

    def entry(self, actor_id: str) -> Entry | None:
        """Return name, type and country of an actor of the catalogue; territories count as countries, regions as governments."""
        actor = self.catalogue.actors.get(actor_id)
        if actor is not None:
            return Entry(actor.name, actor.type, actor.country or None)
        place = self.catalogue.places.get(actor_id)
        if place is None:
            return None
        return Entry(place.name, "country" if place.kind == "territory" else "government", place.country)

    def local(self, text: str, country: str | None) -> str | None:
        """Return the one body of a country that a name means there ("Supreme Court" in a text on Britain)."""
        found = {
            alias.actor_id
            for form in self.catalogue.names_of(f"country:{country}")
            for name in (f"{form.alias} {text}", f"{text} of {form.alias}", f"{text} of the {form.alias}")
            for alias in _aliases(self.catalogue, name, None)
        }
        ministry = f"gov:{country}:{lexicon.ministries().get(folded_key(text))}"
        if not found and ministry in self.catalogue.actors:
            return ministry
        return found.pop() if len(found) == 1 else None

    def national(self, text: str) -> str | None:
        """Return the body that a name means of which the catalogue has another form ("United States Department of Labor")."""
        words = text.split()
        for length in range(1, len(words)):
            start, rest = " ".join(words[:length]), " ".join(words[length:])
            if (country := self.country_of_adjective(start)) is not None:
                return self._of_country(rest, country)
        start, _, end = text.rpartition(" of ")
        if start and (country := self.country_of_adjective(end.removeprefix("the "))) is not None:
            return self._of_country(start, country)
        return None

    def _of_country(self, text: str, country: str) -> str | None:
        rows = (row for row in _aliases(self.catalogue, text, None) if not row.needs_agent_context)
        bodies = (self.catalogue.actors.get(row.actor_id) for row in rows if row.kind not in {"surname", *ADJECTIVAL})
        bare = {
            body.actor_id
            for body in bodies
            if body is not None and body.country == country and body.type not in {"person", "country"}
        }
        return bare.pop() if len(bare) == 1 else self.local(text, country)

    def is_bloc(self, actor_id: str) -> bool:
        """Tell whether an actor is a loose group of countries ("the West", "the Gulf states")."""
        actor = self.catalogue.actors.get(actor_id)
        return actor is not None and actor.note == "bloc"

    def government_of(self, country: str) -> str | None:
        """Return the id of a country's government, where the catalogue has it."""
        return actor_id if (actor_id := f"gov:{country}") in self.catalogue.actors else None


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    return folded_key(word)


@lru_cache(maxsize=65536)
def _aliases(catalogue: Catalogue, text: str, on: date | None) -> list[Alias]:
    return catalogue.aliases(" ".join(text.split()), on)


@lru_cache(maxsize=16384)
def _adjective_country(catalogue: Catalogue, text: str) -> str | None:
    return catalogue.demonym_country(text)


@lru_cache(maxsize=4)
def load_gazetteer(*user_folders: Path) -> Gazetteer:
    """Load the shipped catalogue with the users' folders on top, once per process."""
    return Gazetteer(load_catalogue(*user_folders))
