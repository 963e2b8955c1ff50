"""To what body the post of a speaker belongs, and that his "we" is this body."""

import pytest

from tasks.records import Actor, Quote
from tests.unit.extract.actors.trees import actors_of, parsed

SAID = "Ann/NNP/6/nsubj/PERSON Lee/NNP/4/flat/I-PERSON said/VBD/0/root :/,/6/punct We/PRP/9/nsubj agree/VBD/6/ccomp ././6/punct"


def speaking(before: str) -> dict[str, Actor]:
    """Resolve what somebody says of "we", with these words before the name, and return the actors by name."""
    doc = parsed(f"{before} {SAID}")
    start, name = doc.text.index("We"), doc.text.index("Ann Lee")
    quote = Quote(content=((start, start + len("We agree")),), kind="direct", speaker=((name, name + len("Ann Lee")),))
    return {actor.name: actor for actor in actors_of(doc, [quote])}


@pytest.mark.parametrize(
    ("before", "body"),
    [
        ("Zinnia/NNP/3/nmod:poss/ORG 's/POS/1/case spokeswoman/NN/4/nmod:desc", "Zinnia"),
        ("Norway/NNP/3/nmod:poss/GPE 's/POS/1/case coach/NN/4/nmod:desc", "Norway"),
    ],
)
def test_a_post_belongs_to_the_body_before_it_whose_we_the_speaker_says(before: str, body: str) -> None:
    actors = speaking(before)
    assert [tie.organisation_id for tie in actors["Ann Lee"].affiliations] == [actors[body].actor_id]
    assert [mention.rule for mention in actors[body].mentions] == ["name", "we_of_body"]


def test_the_we_of_a_minister_is_not_the_country() -> None:
    actors = speaking("Norway/NNP/3/nmod:poss/GPE 's/POS/1/case minister/NN/4/nmod:desc")
    assert len(actors["Norway"].mentions) == 1 and actors["Ann Lee"].country == "NOR"


def test_a_post_with_a_person_belongs_to_no_body() -> None:
    actors = speaking("Miller/NNP/3/nmod:poss/PERSON 's/POS/1/case lawyer/NN/4/nmod:desc")
    assert actors["Ann Lee"].affiliations[0].organisation_id is None
