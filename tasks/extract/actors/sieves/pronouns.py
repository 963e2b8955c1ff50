"""Resolves third-person pronouns: what filters leave over is ranked by weighted features; weak winners stay unresolved."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from tasks.extract.actors import lexicon
from tasks.extract.actors.candidates import COUNTRY, GROUP, ORG, PERSON, THING, Candidate, Chart, Entity
from tasks.extract.actors.nominals import FIRST_PERSON, FIRST_PERSON_PLURAL, other_noun
from tasks.extract.actors.sieves.features import (
    KINDS,
    REFLEXIVE,
    WINDOW,
    antecedent_mention,
    compatible,
    features,
    is_teller,
    nobody_features,
    pronoun_class,
)
from tasks.extract.actors.speakers import mention_in
from tasks.extract.actors.view import View
from tasks.extract.clauses import SUBJECT

EMPHATIC, SAID_OF_SELF, TOLD_ON = 0.95, 0.95, 0.85
BODIES = frozenset({ORG, COUNTRY, GROUP})
#: Who goes on telling under each pronoun.
GOING_ON = {"it": frozenset({ORG, COUNTRY}), "they": frozenset({ORG, GROUP})}
WEIGHTS = Path(__file__).parent.parent / "pronouns.json"


class Choice(NamedTuple):
    """A possible antecedent of a pronoun and what speaks for it."""

    entity: Entity
    features: tuple[str, ...]


@cache
def ranker_weights() -> dict[str, dict[str, float]]:
    """Return the weights of the features, by class of pronoun; "threshold" is the least share of the vote that wins."""
    weights: dict[str, dict[str, float]] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return weights


class Pronouns:
    """Resolves the pronouns of one document, in text order."""

    def __init__(self, view: View, chart: Chart) -> None:
        self.view, self.chart = view, chart

    def resolve(self, pronouns: Iterable[Candidate], speakers: dict[int, Entity] | None = None) -> None:
        """Tie each third-person pronoun to its antecedent.

        Args:
            pronouns: the pronouns to resolve now.
            speakers: speaker of each quote, where already known; he or she within quote marks is not the speaker.
        """
        for pronoun in pronouns:
            if (
                pronoun.entity is not None
                or pronoun.words[0] in FIRST_PERSON | FIRST_PERSON_PLURAL
                or self._is_pleonastic(pronoun)
            ):
                continue
            if self._tie_emphatic(pronoun) or self._tie_to_teller(pronoun) or self._tie_to_last_teller(pronoun):
                continue
            quote = self.view.quote[pronoun.head]
            direct = quote is not None and self.view.quotes[quote].kind == "direct"
            speaker = (speakers or {}).get(quote) if quote is not None and direct else None
            choices = self.choices(pronoun, speaker)
            nobody = tuple(nobody_features(self.view, pronoun, len(choices)))
            chosen, share = best_choice(pronoun_class(pronoun), choices, nobody)
            if chosen is not None and chosen.kind != THING:
                chosen.add(pronoun, f"pronoun_{pronoun_class(pronoun)}", round(share, 2))
                chosen.mentions.sort(key=lambda m: m.start)
                if chosen.kind is None and pronoun.gender in {"m", "f"}:
                    chosen.kind = PERSON

    def _tie_emphatic(self, pronoun: Candidate) -> bool:
        """Tie "himself" right after a name or noun to it ("Trump himself")."""
        if pronoun.words[0] not in REFLEXIVE:
            return False
        for candidate in self.chart.candidates:
            if candidate.end == pronoun.start and candidate.entity is not None and candidate.form != "pronoun":
                entity = candidate.entity
                if entity.gender in {None, pronoun.gender} and entity.kind in KINDS[pronoun_class(pronoun)]:
                    entity.add(pronoun, "emphatic", EMPHATIC)
                    entity.mentions.sort(key=lambda m: m.start)
                    return True
        return False

    def _tie_to_teller(self, pronoun: Candidate) -> bool:
        """Tie "it" to the body that says of itself, outside quote marks, what it does ("Acme said it would close")."""
        view, verb = self.view, self.view.head[pronoun.head]
        quote = view.quote[pronoun.head]
        if pronoun.words[0] != "it" or quote is None or view.quotes[quote].kind == "direct":
            return False
        if view.dep[pronoun.head] not in SUBJECT or view.dep[verb] != "ccomp" or view.pos[verb] == "NOUN":
            return False
        for candidate in self.chart.candidates:
            told = candidate.end <= pronoun.start and view.head[candidate.head] == view.head[verb]
            if not told or view.dep[candidate.head] not in SUBJECT or not is_teller(view, candidate, pronoun):
                continue
            entity = candidate.entity
            if entity is not None and entity.kind in BODIES and not candidate.plural:
                entity.add(pronoun, "said_of_self", SAID_OF_SELF)
                entity.mentions.sort(key=lambda m: m.start)
                return True
        return False

    def _tie_to_last_teller(self, pronoun: Candidate) -> bool:
        """Tie "it" or "they" that tells something to the body or group that told something just before ("It added ...")."""
        if pronoun.words[0] not in GOING_ON or self.view.quote[pronoun.head] is not None or pronoun not in self.tellers:
            return False
        told = [teller for teller in self.tellers if teller.end <= pronoun.start and pronoun.sentence - teller.sentence <= 1]
        last = max(told, key=lambda teller: teller.start, default=None)
        entity = last.entity if last is not None else None
        if last is None or entity is None or entity.kind not in GOING_ON[pronoun.words[0]]:
            return False
        if last.plural and pronoun.words[0] == "it":
            return False
        entity.add(pronoun, "told_on", TOLD_ON)
        entity.mentions.sort(key=lambda m: m.start)
        return True

    @cached_property
    def tellers(self) -> list[Candidate]:
        """The mentions that are speakers of quotes."""
        spans = (span for quote in self.view.quotes for span in quote.speaker[:1])
        return [teller for span in spans if (teller := mention_in(self.view, self.chart.candidates, span)) is not None]

    def choices(self, pronoun: Candidate, speaker: Entity | None = None) -> list[Choice]:
        """Return the entities that filters let a pronoun refer to, the one mentioned last first."""
        cls = pronoun_class(pronoun)
        found = []
        for entity in [*self.chart.live(), *self._things(pronoun, cls)]:
            if entity is speaker or entity.kind not in KINDS[cls]:
                continue
            mention = antecedent_mention(self.view, entity, pronoun, WINDOW[cls])
            if mention is not None and compatible(self.view, entity, pronoun, mention):
                found.append((entity, mention))
        found.sort(key=lambda pair: -pair[1].start if pair[1].start < pronoun.start else pair[1].start + 10**6)
        most = max((len(entity.mentions) for entity, _ in found), default=0)
        return [Choice(e, tuple(features(self.view, e, pronoun, m, rank, most))) for rank, (e, m) in enumerate(found)]

    def _things(self, pronoun: Candidate, cls: str) -> list[Entity]:
        """Return noun phrases that denote no actor as rivals, for pronouns that can refer to them."""
        if cls == "person":
            return []
        start = self.view.sentence_start[max(0, pronoun.sentence - 1)]
        taken = {candidate.head for candidate in self._near(start, pronoun.start)}
        found = []
        for token in range(start, pronoun.start):
            if (
                self.view.pos[token] == "NOUN"
                and token not in taken
                and not self.view.is_name_part(token)
                and not self.view.label[token]
            ):
                noun = other_noun(self.view, token)
                entity = Entity(kind=THING, gender="n", plural=noun.plural)
                entity.mentions.append(noun)
                found.append(entity)
        return found

    def _near(self, start: int, end: int) -> list[Candidate]:
        return [
            candidate for candidate in self.chart.candidates if start <= candidate.head < end and candidate.entity is not None
        ]

    def _is_pleonastic(self, pronoun: Candidate) -> bool:
        """Tell whether "it" refers to nothing ("it is likely that ...", "it seems")."""
        if pronoun.words[0] != "it":
            return False
        view, head = self.view, self.view.head[pronoun.head]
        if view.dep[pronoun.head] == "expl":
            return True
        if view.dep[pronoun.head] not in SUBJECT:
            return False
        clausal = any(
            view.dep[child] in {"ccomp", "csubj", "csubj:pass", "xcomp", "advcl", "acl:relcl"} for child in view.children[head]
        )
        if view.lemma[head] in lexicon.words("pleonastic_verbs"):
            return clausal
        return clausal and view.lemma[head] in lexicon.words("pleonastic_adjectives")


def best_choice(cls: str, choices: list[Choice], nobody: Sequence[str]) -> tuple[Entity | None, float]:
    """Return the antecedent with the highest weight and its share of the vote; None where that is below the threshold.

    Args:
        cls: class of the pronoun.
        choices: the entities that it may refer to.
        nobody: the features of referring to none of them.
    """
    if not choices:
        return None, 0.0
    weights = ranker_weights()[cls]
    scores = [sum(weights.get(feature, 0.0) for feature in found) for found in (*(c.features for c in choices), nobody)]
    top = max(scores)
    shares = [math.exp(score - top) for score in scores]
    best = max(range(len(choices)), key=lambda i: (scores[i], -i))
    share = shares[best] / sum(shares)
    return (choices[best].entity, share) if share >= weights["threshold"] else (None, share)
