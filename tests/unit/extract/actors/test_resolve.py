"""Actors of hand-parsed sentences: names and variants, roles, descriptions, pronouns, speakers, ids."""

from datetime import date

import pytest

from tasks.extract.actors.lookup import ActorLookup, reportable
from tasks.records import Quote
from tests.unit.extract.actors.trees import actors_of, mentions_of, parsed

MILLER = "Anna/NNP/3/nsubj/PERSON Miller/NNP/1/flat/I-PERSON resigned/VBD/0/root ././3/punct"


def test_a_surname_alone_and_she_mean_the_person_named_in_full() -> None:
    doc = parsed(MILLER, "Miller/NNP/2/nsubj left/VBD/0/root ././2/punct", "She/PRP/2/nsubj smiled/VBD/0/root ././2/punct")
    [actor] = actors_of(doc)
    assert mentions_of(doc, "Anna Miller") == ["Anna Miller", "Miller", "She"]
    assert actor.type == "person" and [mention.rule for mention in actor.mentions][1] == "surname"


def test_he_is_not_a_woman() -> None:
    doc = parsed(MILLER, "He/PRP/2/nsubj smiled/VBD/0/root ././2/punct")
    actors_of(doc)
    assert mentions_of(doc, "Anna Miller") == ["Anna Miller"]


def test_a_full_name_has_the_same_id_in_every_document_a_bare_surname_only_in_its_own() -> None:
    bare = "Zworska/NNP/2/nsubj/PERSON resigned/VBD/0/root ././2/punct"
    one, two, three, four = parsed(MILLER), parsed(MILLER), parsed(bare), parsed(bare)
    two._.doc_id = four._.doc_id = "other"
    ids = [actors_of(doc)[0].actor_id for doc in (one, two, three, four)]
    assert ids[0] == ids[1] and ids[2] != ids[3]
    assert one._.actors[0].key == "anna miller" and three._.actors[0].key is None


def test_names_of_one_country_are_one_actor_with_its_code() -> None:
    doc = parsed(
        "The/DT/3/det United/NNP/3/compound/GPE States/NNPS/4/nsubj/I-GPE voted/VBD/0/root ././4/punct",
        "The/DT/2/det U.S./NNP/3/nsubj/GPE agreed/VBD/0/root ././3/punct",
    )
    [actor] = actors_of(doc)
    assert (actor.actor_id, actor.type, actor.country, len(actor.mentions)) == ("country:USA", "country", "USA", 2)


def test_a_capital_is_its_government_where_it_acts_and_nobody_where_it_is_a_place() -> None:
    acting = parsed("Moscow/NNP/2/nsubj/GPE denied/VBD/0/root it/PRP/2/obj ././2/punct".replace("denied", "deny"))
    place = parsed("He/PRP/2/nsubj lived/VBD/0/root in/IN/4/case Moscow/NNP/2/obl/GPE ././2/punct")
    assert [(actor.actor_id, actor.type) for actor in actors_of(acting)] == [("gov:RUS", "government")]
    assert actors_of(place) == []


def test_an_adjective_of_nationality_is_no_actor() -> None:
    doc = parsed("Russian/JJ/2/amod/NORP tea/NN/3/nsubj cools/VBZ/0/root ././3/punct")
    assert actors_of(doc) == []


def test_the_leader_of_a_country_is_who_holds_the_office_on_the_date() -> None:
    doc = parsed(
        "Vladimir/NNP/3/nsubj/PERSON Putin/NNP/1/flat/I-PERSON spoke/VBD/0/root ././3/punct",
        "The/DT/3/det Russian/JJ/3/amod/NORP leader/NN/4/nsubj agreed/VBD/0/root ././4/punct",
        published=date(2025, 3, 20),
    )
    actors_of(doc)
    assert mentions_of(doc, "Vladimir Putin") == ["Vladimir Putin", "The Russian leader"]


def test_title_and_apposition_give_roles_and_the_apposition_is_a_mention() -> None:
    doc = parsed(
        "Senator/NNP/2/nmod:desc Anna/NNP/8/nsubj/PERSON Miller/NNP/2/flat/I-PERSON ,/,/2/punct a/DT/6/det lawyer/NN/2/appos"
        " ,/,/2/punct resigned/VBD/0/root ././8/punct"
    )
    [actor] = actors_of(doc)
    assert actor.roles == ("Senator", "lawyer")
    assert mentions_of(doc, "Anna Miller") == ["Anna Miller", "a lawyer"]


def test_an_acronym_in_parentheses_is_the_organisation() -> None:
    doc = parsed(
        "Global/NNP/4/compound/ORG Widget/NNP/4/compound/I-ORG Research/NNP/4/compound/I-ORG Council/NNP/8/nsubj/I-ORG"
        " (/-LRB-/6/punct GWRC/NNP/4/appos/ORG )/-RRB-/6/punct closed/VBD/0/root ././8/punct"
    )
    [actor] = actors_of(doc)
    assert actor.type == "organisation" and len(actor.mentions) == 2


def test_i_within_a_quote_is_its_speaker_and_the_quote_gets_the_actor() -> None:
    doc = parsed(
        "``/``/3/punct I/PRP/3/nsubj leave/VB/6/ccomp ''/''/3/punct Miller/NNP/6/nsubj/PERSON said/VBD/0/root ././6/punct", MILLER
    )
    text = doc.text
    start = text.index("I leave")
    speaker = (text.index("Miller"), text.index("Miller") + len("Miller"))
    quote = Quote(content=((start, start + len("I leave")),), kind="direct", speaker=(speaker,))
    [actor] = actors_of(doc, [quote])
    assert "I" in mentions_of(doc, "Anna Miller")
    assert doc._.quotes[0].speaker_actor == actor.actor_id and doc._.quotes[0].speaker_reason is None


ROTH = "Eva/NNP/3/nsubj/PERSON Roth/NNP/1/flat/I-PERSON arrived/VBD/0/root ././3/punct"


def test_who_owns_a_talk_is_not_the_person_it_is_with() -> None:
    doc = parsed(
        ROTH,
        MILLER,
        "They/PRP/2/nsubj praised/VBD/0/root her/PRP$/4/nmod:poss talk/NN/2/obj with/IN/6/case Miller/NNP/4/nmod ././2/punct",
    )
    actors_of(doc)
    assert mentions_of(doc, "Eva Roth") == ["Eva Roth", "her"]
    assert mentions_of(doc, "Anna Miller") == ["Anna Miller", "Miller"]


def test_her_in_what_is_told_is_rather_who_was_named_before_than_who_tells_it() -> None:
    told = "Her/PRP$/2/nmod:poss seat/NN/3/nsubj fell/VBD/5/ccomp ,/,/5/punct"
    doc = parsed(ROTH, f"{told} said/VBD/0/root Anna/NNP/5/nsubj/PERSON Miller/NNP/6/flat/I-PERSON ././5/punct")
    content, speaker = (doc.text.index("Her"), doc.text.index(", said")), (doc.text.index("Anna"), len(doc.text) - 1)
    actors_of(doc, [Quote(content=(content,), kind="indirect", speaker=(speaker,))])
    assert mentions_of(doc, "Eva Roth") == ["Eva Roth", "Her"]


def test_it_is_the_body_that_says_so_outside_quote_marks() -> None:
    parse = (
        "Zorvex/NNP/2/compound/ORG Corp/NNP/3/nsubj/I-ORG said/VBD/0/root in/IN/5/case Berlin/NNP/3/obl/GPE "
        "it/PRP/7/nsubj closes/VBZ/3/ccomp ././3/punct"
    )
    for kind, told in (("indirect", ["Zorvex Corp", "it"]), ("direct", ["Zorvex Corp"])):
        doc = parsed(parse)
        actors_of(doc, [Quote(content=((27, 36),), kind=kind, speaker=((0, 11),))])
        assert doc.text[27:36] == "it closes" and mentions_of(doc, "Zorvex Corp") == told


def test_himself_stands_where_the_name_beside_it_stands_and_a_second_subject_is_a_subject() -> None:
    both = (
        "The/DT/2/det staff/NN/7/nsubj and/CC/4/cc Oren/NNP/2/conj/PERSON Dahl/NNP/4/flat/I-PERSON himself/PRP/4/nmod "
        "thanked/VBD/0/root Max/NNP/7/obj/PERSON Wolf/NNP/8/flat/I-PERSON ././7/punct"
    )
    doc = parsed(both, "He/PRP/2/nsubj left/VBD/0/root ././2/punct")
    actors_of(doc)
    assert mentions_of(doc, "Oren Dahl") == ["Oren Dahl", "himself", "He"]


def test_an_unnamed_speaker_is_an_actor_of_its_document() -> None:
    doc = parsed("A/DT/2/det spokesman/NN/3/nsubj declined/VBD/0/root ././3/punct")
    quote = Quote(content=((12, 20),), kind="indirect", speaker=((0, 11),))
    [actor] = actors_of(doc, [quote])
    assert (actor.name, actor.type, actor.key) == ("A spokesman", "person", None)
    assert reportable([actor], doc._.quotes, []) == [actor] and reportable([actor], [], []) == []


@pytest.mark.parametrize(
    ("noun", "speaks"),
    [
        ("narrator/NN", True),
        ("questioners/NNS", True),
        ("concessions/NNS", False),
        ("poster/NN", False),
        ("enthusiasm/NN", False),
    ],
)
def test_what_speaks_is_an_actor_only_where_its_noun_may_mean_somebody(noun: str, speaks: bool) -> None:
    doc = parsed(
        f"Great/JJ/2/amod {noun}/3/nsubj claimed/VBD/0/root that/IN/6/mark ice/NN/6/nsubj melted/VBD/3/ccomp ././3/punct"
    )
    end = doc.text.index(" claimed")
    quote = Quote(content=((doc.text.index("ice"), len(doc.text) - 1),), kind="indirect", speaker=((0, end),))
    assert bool(actors_of(doc, [quote])) == speaks
    assert doc._.quotes[0].speaker_reason == (None if speaks else "unresolved")


def test_a_speaker_that_is_nobody_says_why() -> None:
    doc = parsed("It/PRP/2/nsubj emerged/VBD/0/root ././2/punct")
    actors_of(doc, [Quote(content=((3, 10),), kind="indirect", speaker=((0, 2),))])
    assert doc._.quotes[0].speaker_actor is None and doc._.quotes[0].speaker_reason == "unresolved"


def test_look_up_gives_the_actor_of_a_token() -> None:
    doc = parsed(MILLER, "She/PRP/2/nsubj smiled/VBD/0/root ././2/punct")
    [actor] = actors_of(doc)
    lookup = ActorLookup(doc)
    assert [lookup.of(doc[i]) for i in (0, 1, 2, 4)] == [actor, actor, None, actor]


def test_the_same_text_gives_the_same_actors() -> None:
    assert actors_of(parsed(MILLER)) == actors_of(parsed(MILLER))


def test_a_vessel_is_no_actor_wherever_it_is_named() -> None:
    doc = parsed(
        "The/DT/4/det ferry/NN/4/compound Southern/NNP/4/amod/ORG Cross/NNP/5/nsubj/I-ORG left/VBD/0/root ././5/punct",
        "The/DT/3/det Southern/NNP/3/amod/ORG Cross/NNP/4/nsubj/I-ORG returned/VBD/0/root ././4/punct",
    )
    assert actors_of(doc) == []


def test_a_coast_guard_is_a_group() -> None:
    doc = parsed("The/DT/3/det coast/NN/3/compound guard/NN/4/nsubj resigned/VBD/0/root ././4/punct")
    assert [(actor.name, actor.type) for actor in actors_of(doc)] == [("The coast guard", "group")]
