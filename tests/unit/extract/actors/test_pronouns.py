"""Pronouns under which somebody goes on telling."""

import pytest

from tasks.records import Quote
from tests.unit.extract.actors.trees import actors_of, mentions_of, parsed

TOLD = (
    "The/DT/2/det {who}/{tag}/3/nsubj said/VBD/0/root that/IN/7/mark the/DT/6/det nurses/NNS/7/nsubj left/VBD/3/ccomp ././3/punct"
)
ADDED = "{it}/PRP/2/nsubj added/VBD/0/root that/IN/5/mark doctors/NNS/5/nsubj stayed/VBD/2/ccomp ././2/punct"


def told(who: str, tag: str, pronoun: str) -> list[str]:
    """Resolve two sentences in which somebody tells something and a pronoun adds something; return the mentions of the first."""
    doc = parsed(TOLD.format(who=who, tag=tag), ADDED.format(it=pronoun))
    quotes = []
    for content, speaker in (("that the nurses left", f"The {who}"), ("that doctors stayed", pronoun)):
        start, name = doc.text.index(content), doc.text.index(speaker)
        quotes.append(Quote(content=((start, start + len(content)),), kind="indirect", speaker=((name, name + len(speaker)),)))
    actors_of(doc, quotes)
    return mentions_of(doc, f"The {who}")


@pytest.mark.parametrize(
    ("who", "tag", "pronoun"), [("ministry", "NN", "It"), ("officials", "NNS", "They"), ("police", "NNS", "They")]
)
def test_it_and_they_add_to_what_a_body_or_group_told(who: str, tag: str, pronoun: str) -> None:
    assert told(who, tag, pronoun) == [f"The {who}", pronoun]


@pytest.mark.parametrize(("who", "tag", "pronoun"), [("officials", "NNS", "It"), ("minister", "NN", "It")])
def test_it_adds_nothing_to_what_people_told(who: str, tag: str, pronoun: str) -> None:
    assert told(who, tag, pronoun) == [f"The {who}"]
