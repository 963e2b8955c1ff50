"""The lexicons of events: well formed, without contradictions, of known types and classes."""

from collections import Counter

import pytest

from tasks.extract.events import lexicon
from tasks.extract.events.lemmas import lemmas_of
from tests.unit.extract.events.trees import tree
from warehouse.catalogue.read import OWN_FOLDER

EFFECTS = {"same", "flip", "actual", "not", "planned", "not_planned", "requested", "not_requested", "possible", "attempt"}


def test_every_sense_has_a_known_type_and_known_classes():
    types = {line.split(",")[0] for line in (OWN_FOLDER / "event_types.csv").read_text(encoding="utf-8").splitlines()[1:]}
    for (lemma, pos), listed in lexicon.senses().items():
        assert lemma == lemma.lower()
        assert pos in {"VERB", "NOUN", "ADJ"}
        for sense in listed:
            assert sense.type in types, sense
            named = {value[1:] for condition in sense.conditions for value in condition.values if value.startswith("@")}
            assert named <= {"actor", "event", "human", "national", "number", *lexicon.classes()}, sense
            assert set(sense.roles.values()) <= {"I", "R", "-"}, sense


def test_modes_are_those_of_the_types():
    modes = {
        "CONSULT": {"visit", "multilateral", "phone", "third-party"},
        "RETREAT": {"withdraw", "release", "disarm", "ceasefire", "access", "resign"},
        "ACCUSE": {"disapprove", "investigate", "allege"},
        "PROTEST": {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"},
        "SANCTION": {"convict", "expel", "withdraw", "discontinue"},
        "MOBILIZE": {"troops", "weapons", "police", "militia"},
        "COERCE": {
            "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber",
        },
        "ASSAULT": {
            "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives", "suicide-attack",
            "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
        },
        "LEAVE": {"resign"},
    }  # fmt: skip
    for listed in lexicon.senses().values():
        for sense in listed:
            assert sense.mode is None or sense.mode in modes.get(sense.type, set()), sense


def test_no_two_senses_have_the_same_conditions_and_different_types():
    for key, listed in lexicon.senses().items():
        by_conditions = Counter()
        for conditions, _ in {(sense.conditions, sense.type) for sense in listed}:
            by_conditions[frozenset(conditions)] += 1
        assert max(by_conditions.values()) == 1, key


def test_signatures_have_known_effects():
    for key, signature in lexicon._signatures().items():
        assert {signature.affirmed, signature.negated} <= EFFECTS, key


def test_the_most_specific_sense_comes_first():
    counts = [len(sense.conditions) for sense in lexicon.senses()["strike", "VERB"]]
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize(
    ("form", "base"), [("freed", "free"), ("vetoed", "veto"), ("banned", "ban"), ("denies", "deny"), ("withdrew", "withdraw")]
)
def test_rare_verbs_are_known_by_their_base_form(form, base):
    assert base in lemmas_of(tree(f"{form}|{form}|VBD|ROOT|0")[0])
