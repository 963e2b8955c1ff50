"""When an event happens: which expression of time is its own, on written-out trees."""

from datetime import date

import pytest

from tasks.extract.events.component import Events
from tests.unit.extract.events.trees import tree, with_records

TUESDAY = date(2024, 3, 19)
MONDAY = "2024-03-18"


def events(text):
    doc = with_records(tree(text), {})
    doc._.published = TUESDAY
    return {doc.text[slice(*event.trigger)]: event for event in Events()(doc)._.events}


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        (  # a promise is dated, not what is promised
            "Oman|Oman|NNP|nsubj|1 promised|promise|VBD|ROOT|0 on|on|IN|case|1 Monday|Monday|NNP|obl|-2 to|to|TO|mark|1 "
            "withdraw|withdraw|VB|xcomp|-4 troops|troop|NNS|obj|-1 .|.|.|punct|-6",
            "withdraw", None,
        ),
        (  # the parser hung on "said" what follows the clause
            "Police|police|NNS|nsubj|1 said|say|VBD|ROOT|0 rebels|rebel|NNS|nsubj|1 attacked|attack|VBD|ccomp|-2 "
            "Oman|Oman|NNP|obj|-1 on|on|IN|case|1 Monday|Monday|NNP|obl|-5 .|.|.|punct|-6",
            "attacked", MONDAY,
        ),
        (  # ... but what stands before is the time of saying
            "On|on|IN|case|1 Monday|Monday|NNP|obl|2 police|police|NNS|nsubj|1 said|say|VBD|ROOT|0 rebels|rebel|NNS|nsubj|1 "
            "attacked|attack|VBD|ccomp|-2 Oman|Oman|NNP|obj|-1 .|.|.|punct|-4",
            "attacked", None,
        ),
        (
            "The|the|DT|det|1 vote|vote|NN|nsubj|6 which|which|WP|nsubj:pass|2 was|be|VBD|aux:pass|1 held|hold|VBN|acl:relcl|-3 "
            "on|on|IN|case|1 Monday|Monday|NNP|obl|-2 failed|fail|VBD|ROOT|0 .|.|.|punct|-1",
            "vote", MONDAY,
        ),
        (
            "They|they|PRP|nsubj|1 met|meet|VBD|ROOT|0 on|on|IN|case|1 Monday|Monday|NNP|obl|-2 and|and|CC|cc|1 "
            "protested|protest|VBD|conj|-4 .|.|.|punct|-5",
            "protested", MONDAY,
        ),
        (  # the date is of what it is counted from
            "Police|police|NNS|nsubj|1 arrested|arrest|VBD|ROOT|0 him|he|PRP|obj|-1 before|before|IN|case|1 "
            "Monday|Monday|NNP|obl|-3 .|.|.|punct|-4",
            "arrested", None,
        ),
        (  # the time of announcing is not that of what is announced
            "They|they|PRP|nsubj|1 announced|announce|VBD|ROOT|0 the|the|DT|det|1 vote|vote|NN|obj|-2 on|on|IN|case|1 "
            "Monday|Monday|NNP|obl|-4 .|.|.|punct|-5",
            "vote", None,
        ),
        (  # of what is set to happen, the time is that of the happening
            "The|the|DT|det|1 vote|vote|NN|nsubj:pass|2 is|be|VBZ|aux:pass|1 set|set|VBN|ROOT|0 to|to|TO|mark|1 "
            "begin|begin|VB|xcomp|-2 on|on|IN|case|1 Friday|Friday|NNP|obl|-4 .|.|.|punct|-5",
            "vote", "2024-03-22",
        ),
        (
            "Police|police|NNS|nsubj|1 fired|fire|VBD|ROOT|0 on|on|IN|case|1 Monday|Monday|NNP|obl|-2 when|when|WRB|advmod|2 "
            "rebels|rebel|NNS|nsubj|1 attacked|attack|VBD|advcl|-5 .|.|.|punct|-6",
            "attacked", MONDAY,
        ),
        (
            "They|they|PRP|nsubj|1 waited|wait|VBD|ROOT|0 since|since|IN|case|1 June|June|NNP|obl|-2 when|when|WRB|advmod|2 "
            "rebels|rebel|NNS|nsubj|1 attacked|attack|VBD|acl:relcl|-3 .|.|.|punct|-6",
            "attacked", "2023-06",
        ),
        (  # how many had died by then is no date of dying
            "As|as|IN|case|2 of|of|IN|fixed|-1 Monday|Monday|NNP|obl|2 two|two|CD|nsubj|1 died|die|VBD|ROOT|0 .|.|.|punct|-1",
            "died", None,
        ),
    ],
)  # fmt: skip
def test_an_event_has_its_own_date_only(text, trigger, found):
    assert events(text)[trigger].when.date == found


def test_later_mentions_take_over_the_date():
    found = events(
        "A|a|DT|det|1 bombing|bombing|NN|nsubj|1 began|begin|VBD|ROOT|0 on|on|IN|case|1 Monday|Monday|NNP|obl|-2 ,|,|,|punct|1 "
        "and|and|CC|cc|5 police|police|NNS|nsubj|4 say|say|VBP|parataxis|-6 the|the|DT|det|1 bombing|bombing|NN|nsubj|1 "
        "killed|kill|VBD|ccomp|-3 two|two|CD|obj|-1 .|.|.|punct|-11"
    )
    assert (found["bombing"].when.date, found["bombing"].when.basis) == (MONDAY, "same_happening: on monday")
    assert found["killed"].when.date == MONDAY


def test_how_long_is_told_before_the_noun_or_after_for():
    found = events("A|a|DT|det|2 30-day|30-day|JJ|amod|1 ceasefire|ceasefire|NN|nsubj|1 began|begin|VBD|ROOT|0 .|.|.|punct|-1")
    assert found["ceasefire"].duration_days == 30


@pytest.mark.parametrize(
    ("later", "found"),
    [
        ("The|the|DT|det|1 bombing|bombing|NN|nsubj|1 shocked|shock|VBD|ROOT|0", MONDAY),
        ("The|the|DT|det|1 bombings|bombing|NNS|nsubj|1 shocked|shock|VBD|ROOT|0", None),
        ("The|the|DT|det|2 Oman|Oman|NNP|compound|1 bombing|bombing|NN|nsubj|1 shocked|shock|VBD|ROOT|0", None),
        ("Another|another|DT|det|1 bombing|bombing|NN|nsubj|1 shocked|shock|VBD|ROOT|0", None),
    ],
)
def test_what_is_told_as_another_keeps_its_own_date(later, found):
    text = (
        "A|a|DT|det|1 bombing|bombing|NN|nsubj|1 began|begin|VBD|ROOT|0 on|on|IN|case|1 Monday|Monday|NNP|obl|-2 .|.|.|punct|-3 "
    )
    doc = with_records(tree(text + later), {})
    doc._.published = TUESDAY
    *_, event = (event for event in Events()(doc)._.events if event.type == "ASSAULT")
    assert event.when.date == found


def test_casualties_behind_an_attack_have_its_date():
    found = events(
        "They|they|PRP|nsubj|1 attacked|attack|VBD|ROOT|0 on|on|IN|case|1 Monday|Monday|NNP|obl|-2 .|.|.|punct|-3 "
        "Two|two|CD|nsubj|1 died|die|VBD|ROOT|0 .|.|.|punct|-1"
    )
    assert (found["died"].when.date, found["died"].when.basis) == (MONDAY, "told_with: on monday")
