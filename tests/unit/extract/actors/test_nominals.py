"""How far a noun phrase for an actor reaches, and whom words of quantity count."""

import pytest
from spacy.tokens import Doc

from tasks.extract.actors.gazetteer import load_gazetteer
from tasks.extract.actors.nominals import find_nominals
from tasks.extract.actors.view import View
from tests.unit.extract.actors.trees import actors_of, mentions_of, parsed


def phrases_of(doc: Doc) -> list[str]:
    doc._.quotes = []
    view = View(doc)
    return [view.text(found.start, found.end) for found in find_nominals(view, load_gazetteer(), [])]


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("A/DT/2/det nurse/NN/5/nsubj from/IN/4/case Bath/NNP/2/nmod sang/VBD/0/root", "A nurse from Bath"),
        (
            "The/DT/2/det editor/NN/6/nsubj at/IN/5/case the/DT/5/det Gazette/NNP/2/nmod left/VBD/0/root",
            "The editor at the Gazette",
        ),
        ("The/DT/2/det envoy/NN/5/nsubj to/IN/4/case Avalon/NNP/2/nmod left/VBD/0/root", "The envoy"),
        ("The/DT/2/det nurse/NN/3/nsubj sang/VBD/0/root in/IN/5/case Bath/NNP/3/obl", "The nurse"),
        (
            "The/DT/2/det leaders/NNS/10/nsubj of/IN/4/case Avalon/NNP/2/nmod ,/,/6/punct Camelot/NNP/4/conj ,/,/9/punct "
            "a/DT/9/det region/NN/6/appos met/VBD/0/root",
            "The leaders of Avalon, Camelot",
        ),
    ],
    ids=["origin", "employer", "destination", "of the verb", "list and apposition"],
)
def test_a_phrase_holds_what_says_where_somebody_is_or_belongs(sentence: str, phrase: str) -> None:
    assert phrases_of(parsed(f"{sentence} ././1/punct"))[0] == phrase


@pytest.mark.parametrize(
    ("sentence", "phrases"),
    [
        ("Hundreds/NNS/4/nsubj of/IN/3/case nurses/NNS/1/nmod marched/VBD/0/root", ["Hundreds of nurses"]),
        (
            "Tens/NNS/6/nsubj of/IN/3/case thousands/NNS/1/nmod of/IN/5/case nurses/NNS/3/nmod marched/VBD/0/root",
            ["Tens of thousands of nurses"],
        ),
        ("Hundreds/NNS/5/nsubj of/IN/4/case the/DT/4/det nurses/NNS/1/nmod marched/VBD/0/root", ["the nurses"]),
        ("Hundreds/NNS/4/nsubj of/IN/3/case trees/NNS/1/nmod fell/VBD/0/root", []),
    ],
    ids=["people", "twice counted", "some of those known", "things"],
)
def test_a_word_of_quantity_heads_the_phrase_for_those_whom_it_counts(sentence: str, phrases: list[str]) -> None:
    assert phrases_of(parsed(f"{sentence} ././1/punct")) == phrases


def test_they_are_the_people_counted() -> None:
    doc = parsed(
        "Hundreds/NNS/4/nsubj of/IN/3/case nurses/NNS/1/nmod marched/VBD/0/root ././4/punct",
        "They/PRP/2/nsubj sang/VBD/0/root ././2/punct",
    )
    [actor] = actors_of(doc)
    assert mentions_of(doc, "Hundreds of nurses") == ["Hundreds of nurses", "They"] and actor.type == "group"


def test_where_somebody_is_is_not_what_he_is() -> None:
    doc = parsed(
        "Anna/NNP/6/nsubj/PERSON Miller/NNP/1/flat/I-PERSON was/AUX/6/cop outside/IN/6/case the/DT/6/det court/NN/0/root "
        "././6/punct"
    )
    actors_of(doc)
    assert mentions_of(doc, "Anna Miller") == ["Anna Miller"]
