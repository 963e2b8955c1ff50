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
        (
            "They|they|PRP|nsubj|1 protested|protest|VBD|ROOT|0 in|in|IN|case|2 the|the|DT|det|1 capital|capital|NN|obl|-3 "
            ",|,|,|punct|1 Rome|Rome|NNP|appos|-2 .|.|.|punct|-6",
            "protested", ("Rome",), ("Rome", "ITA"),
        ),
        (  # the parser hung the place on the day
            "They|they|PRP|nsubj|1 protested|protest|VBD|ROOT|0 on|on|IN|case|1 Sunday|Sunday|NNP|obl|-2 in|in|IN|case|1 "
            "Moscow|Moscow|NNP|nmod|-2 .|.|.|punct|-5",
            "protested", ("Moscow",), ("Moscow", "RUS"),
        ),
        (
            "They|they|PRP|nsubj|1 recalled|recall|VBD|ROOT|0 the|the|DT|det|2 Moscow|Moscow|NNP|compound|1 "
            "protests|protest|NNS|obj|-3 .|.|.|punct|-4",
            "protests", ("Moscow",), ("Moscow", "RUS"),
        ),
        (  # a country before an attack is whose attack it was
            "They|they|PRP|nsubj|1 recalled|recall|VBD|ROOT|0 the|the|DT|det|2 Iran|Iran|NNP|compound|1 "
            "bombing|bombing|NN|obj|-3 .|.|.|punct|-4",
            "bombing", ("Iran",), (None, None),
        ),
        (
            "They|they|PRP|nsubj|1 saw|see|VBD|ROOT|0 Moscow|Moscow|NNP|obj|-1 where|where|WRB|advmod|2 crowds|crowd|NNS|nsubj|1 "
            "protested|protest|VBD|acl:relcl|-3 .|.|.|punct|-5",
            "protested", ("Moscow",), ("Moscow", "RUS"),
        ),
        (  # the first of two coordinated verbs lends where it happened, not whither
            "Troops|troop|NNS|nsubj|1 went|go|VBD|ROOT|0 to|to|IN|case|1 Moscow|Moscow|NNP|obl|-2 and|and|CC|cc|1 "
            "attacked|attack|VBD|conj|-4 rebels|rebel|NNS|obj|-1 .|.|.|punct|-6",
            "attacked", ("Moscow",), (None, None),
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
