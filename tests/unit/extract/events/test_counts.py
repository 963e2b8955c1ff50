"""How many an event befell, on written-out trees."""

import pytest

from tasks.extract.events.counts import stated_count
from tests.unit.extract.events.trees import tree


@pytest.mark.parametrize(
    ("text", "trigger", "event_type", "count"),
    [
        ("It|it|PRP|nsubj|1 killed|kill|VBD|ROOT|0 12|12|CD|obj|-1", "killed", "ASSAULT", 12),
        (
            "At|at|IN|case|2 least|least|JJS|fixed|-1 fifteen|fifteen|CD|nummod|1 people|people|NNS|nsubj:pass|2 "
            "were|be|VBD|aux:pass|1 injured|injure|VBN|ROOT|0",
            "injured", "HARM", 15,
        ),
        ("Some|some|DT|det|2 1,200|1,200|CD|nummod|1 men|man|NNS|nsubj|1 died|die|VBD|ROOT|0", "died", "HARM", 1200),
        (
            "Two|two|CD|compound|1 hundred|hundred|CD|nummod|1 deaths|death|NNS|nsubj|1 followed|follow|VBD|ROOT|0",
            "deaths", "HARM", 200,
        ),
        (
            "The|the|DT|det|2 death|death|NN|compound|1 toll|toll|NN|nsubj|1 rose|rise|VBD|ROOT|0 to|to|IN|case|1 "
            "15|15|CD|obl|-2",
            "death", "HARM", 15,
        ),
        ("300|300|CD|nummod|1 people|people|NNS|nsubj|1 marched|march|VBD|ROOT|0", "marched", "PROTEST", 300),
        # no count: a year, a length of time, a share, who does it
        ("The|the|DT|det|2 2012|2012|CD|nummod|1 candidate|candidate|NN|nsubj|1 died|die|VBD|ROOT|0", "died", "HARM", None),
        (
            "They|they|PRP|nsubj|1 jailed|jail|VBD|ROOT|0 him|he|PRP|obj|-1 ten|ten|CD|nummod|1 years|year|NNS|obj|-3",
            "jailed", "COERCE", None,
        ),
        ("2.5|2.5|CD|nummod|1 men|man|NNS|nsubj|1 died|die|VBD|ROOT|0", "died", "HARM", None),
        ("Three|three|CD|nummod|1 men|man|NNS|nsubj|1 killed|kill|VBD|ROOT|0 him|he|PRP|obj|-1", "killed", "ASSAULT", None),
    ],
)  # fmt: skip
def test_the_number_of_those_whom_it_befell(text, trigger, event_type, count):
    word = next(token for token in tree(text) if token.text == trigger)
    assert stated_count(word, event_type) == count
