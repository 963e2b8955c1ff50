"""Which known names a text holds: common words that are also names count only where they are used as names."""

import pytest

from tasks.extract.actors.gazetteer import load_gazetteer
from tasks.extract.actors.view import View
from tests.unit.extract.actors.trees import parsed


@pytest.mark.parametrize(
    ("sentence", "length"),
    [
        ("Nature/NN/2/nsubj heals/VBZ/0/root ././2/punct", 0),
        ("Nature/NNP/2/nsubj printed/VBD/0/root it/PRP/2/obj ././2/punct", 1),
        ("IS/AUX/3/aux IT/PRP/3/nsubj OVER/RB/0/root ././3/punct", 0),
        ("WHO/PRP/2/nsubj said/VBD/0/root so/RB/2/advmod ././2/punct", 1),
        ("Punch/NNP/2/nsubj spilled/VBD/0/root ././2/punct", 0),
        ("Danish/JJ/2/amod farmers/NNS/3/nsubj left/VBD/0/root ././3/punct", 1),
        ("European/NNP/2/compound Union/NNP/3/nsubj agreed/VBD/0/root ././3/punct", 2),
    ],
)
def test_the_longest_name_that_begins_a_sentence(sentence: str, length: int) -> None:
    assert load_gazetteer().longest(View(parsed(sentence)), 0) == length


def test_a_title_that_is_a_common_word_needs_its_article() -> None:
    view = View(parsed("They/PRP/2/nsubj read/VBD/0/root the/DT/4/det Punch/NNP/2/obj daily/RB/2/advmod"))
    assert load_gazetteer().longest(view, 3) == 1
