"""Where an event happens: the place, its country and coordinates, on written-out trees with names."""

import pytest
from spacy.tokens import Span

from tasks.extract.events.component import Events
from tests.unit.extract.events.trees import tree, with_records


def events(text, *places):
    doc = with_records(tree(text), {})
    doc.ents = [Span(doc, token.i, token.i + 1, "GPE") for token in doc if token.text in places]
    return {doc.text[slice(*event.trigger)]: (event, doc.text) for event in Events()(doc)._.events}


def place(text, trigger, *places):
    event, whole = events(text, *places)[trigger]
    return whole[slice(*event.place)] if event.place else None, event.place_country


@pytest.mark.parametrize(
    ("text", "trigger", "places", "expected"),
    [
        (
            "They|they|PRP|nsubj|1 protested|protest|VBD|ROOT|0 in|in|IN|case|1 Moscow|Moscow|NNP|obl|-2 .|.|.|punct|-3",
            "protested", ("Moscow",), ("Moscow", "RUS"),
        ),
        (
            "Rebels|rebel|NNS|nsubj|1 attacked|attack|VBD|ROOT|0 the|the|DT|det|1 city|city|NN|obj|-2 of|of|IN|case|1 "
            "Aleppo|Aleppo|NNP|nmod|-2 in|in|IN|case|1 Syria|Syria|NNP|nmod|-4 .|.|.|punct|-7",
            "attacked", ("Aleppo", "Syria"), ("Aleppo", "SYR"),
        ),
        (
            "They|they|PRP|nsubj|1 protested|protest|VBD|ROOT|0 in|in|IN|case|1 Paris|Paris|NNP|obl|-2 ,|,|,|punct|1 "
            "Texas|Texas|NNP|appos|-2 .|.|.|punct|-5",
            "protested", ("Paris", "Texas"), ("Paris", "USA"),
        ),
        (  # the place of the attack is not that of its condemnation
            "London|London|NNP|nsubj|1 condemned|condemn|VBD|ROOT|0 attacks|attack|NNS|obj|-1 in|in|IN|case|1 "
            "Kharkiv|Kharkiv|NNP|nmod|-2 .|.|.|punct|-4",
            "condemned", ("Kharkiv",), (None, None),
        ),
    ],
)  # fmt: skip
def test_the_place_is_the_events_own(text, trigger, places, expected):
    assert place(text, trigger, *places) == expected


def test_a_place_of_the_catalogue_has_coordinates():
    event, _ = events("They|they|PRP|nsubj|1 protested|protest|VBD|ROOT|0 in|in|IN|case|1 Moscow|Moscow|NNP|obl|-2", "Moscow")[
        "protested"
    ]
    assert event.place_position == (55.8, 37.6)
