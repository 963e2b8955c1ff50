"""Descriptions of hand-parsed sentences: titles, predicates, belongings, bodies and offices; what is no name and no actor."""

import pytest
from spacy.tokens import Doc

from tasks.extract.actors.candidates import Candidate
from tasks.extract.actors.gazetteer import load_gazetteer
from tasks.extract.actors.kinds import decide_kinds
from tasks.extract.actors.scene import scene_of
from tasks.extract.actors.view import View
from tasks.records import Quote
from tests.unit.extract.actors.trees import actors_of, mentions_of, parsed

MILLER = "Anna/NNP/3/nsubj/PERSON Miller/NNP/1/flat/I-PERSON resigned/VBD/0/root ././3/punct"


def rules_of(name: str, doc: Doc) -> list[str]:
    [actor] = [actor for actor in doc._.actors if actor.name == name]
    return [mention.rule for mention in actor.mentions]


def test_the_description_before_a_name_is_a_mention_where_it_is_a_phrase_of_its_own() -> None:
    doc = parsed(
        "Her/PRP$/2/nmod:poss brother/NN/5/nsubj Tom/NNP/2/appos/PERSON Miller/NNP/3/flat/I-PERSON left/VBD/0/root ././5/punct"
    )
    actors_of(doc)
    assert mentions_of(doc, "Tom Miller") == ["Her brother", "Tom Miller"] and rules_of("Tom Miller", doc) == ["title", "name"]


def test_a_bare_title_is_no_mention() -> None:
    doc = parsed("Senator/NNP/2/nmod:desc Anna/NNP/4/nsubj/PERSON Miller/NNP/2/flat/I-PERSON left/VBD/0/root ././4/punct")
    actors_of(doc)
    assert mentions_of(doc, "Anna Miller") == ["Anna Miller"]


def test_a_predicate_tells_of_its_subject_known_noun_or_not_but_not_where_negated() -> None:
    said = "She/PRP/4/nsubj is/VBZ/4/cop a/DT/4/det virtuoso/NN/0/root ././4/punct"
    denied = "She/PRP/5/nsubj is/VBZ/5/cop not/RB/5/advmod a/DT/5/det virtuoso/NN/0/root ././5/punct"
    one, other = parsed(MILLER, said), parsed(MILLER, denied)
    actors_of(one)
    actors_of(other)
    assert mentions_of(one, "Anna Miller") == ["Anna Miller", "She", "a virtuoso"]
    assert mentions_of(other, "Anna Miller") == ["Anna Miller", "She"]


def test_a_general_noun_after_the_name_of_a_body_is_that_body() -> None:
    doc = parsed(
        "Acme/NNP/2/nsubj/ORG grew/VBD/0/root ././2/punct",
        "The/DT/3/det Acme/NNP/3/compound/ORG group/NN/4/nsubj shrank/VBD/0/root ././4/punct",
    )
    actors_of(doc)
    assert "The Acme group" in mentions_of(doc, "Acme")


def test_her_company_is_the_one_to_which_the_text_ties_her() -> None:
    doc = parsed(
        "Acme/NNP/2/compound/ORG Company/NNP/3/compound/I-ORG director/NN/4/nmod:desc Anna/NNP/6/nsubj/PERSON"
        " Miller/NNP/4/flat/I-PERSON resigned/VBD/0/root ././6/punct",
        "She/PRP/2/nsubj left/VBD/0/root her/PRP$/4/nmod:poss company/NN/2/obj ././2/punct",
    )
    actors_of(doc)
    assert "her company" in mentions_of(doc, "Acme Company")


def test_we_in_a_quote_is_the_body_for_which_its_speaker_stands() -> None:
    doc = parsed(
        "``/``/3/punct We/PRP/3/nsubj grow/VB/11/ccomp ''/''/3/punct Acme/NNP/6/compound/ORG Corporation/NNP/7/compound/I-ORG"
        " spokeswoman/NN/8/nmod:desc Anna/NNP/11/nsubj/PERSON Miller/NNP/8/flat/I-PERSON also/RB/11/advmod"
        " said/VBD/0/root ././11/punct"
    )
    start, end = doc.text.index("We"), doc.text.index("grow") + len("grow")
    speaker = (doc.text.index("Anna"), doc.text.index("Miller") + len("Miller"))
    actors_of(doc, [Quote(content=((start, end),), kind="direct", speaker=(speaker,))])
    assert mentions_of(doc, "Acme Corporation") == ["We", "Acme Corporation"]


def test_the_holder_of_an_office_is_not_the_person_whose_name_follows() -> None:
    doc = parsed(
        "Vladimir/NNP/3/nsubj/PERSON Putin/NNP/1/flat/I-PERSON spoke/VBD/0/root ././3/punct",
        "After/IN/4/case the/DT/4/det Russian/JJ/4/amod leader/NN/8/obl ,/,/4/punct Anna/NNP/4/appos/PERSON"
        " Miller/NNP/6/flat/I-PERSON spoke/VBD/0/root ././8/punct",
    )
    actors_of(doc)
    assert mentions_of(doc, "Vladimir Putin") == ["Vladimir Putin", "the Russian leader"]


def test_a_comma_parts_a_description_from_the_name_it_leads_up_to() -> None:
    doc = parsed(
        "So/RB/2/advmod argued/VBD/0/root the/DT/6/det city/NN/6/nmod:poss 's/POS/4/case lawyer/NN/2/nsubj ,/,/6/punct"
        " Anna/NNP/2/nsubj/PERSON Miller/NNP/8/flat/I-PERSON ././2/punct"
    )
    actors_of(doc)
    assert mentions_of(doc, "Anna Miller") == ["the city's lawyer", "Anna Miller"]


def test_a_bare_surname_stays_with_its_first_bearer_when_a_namesake_comes_in() -> None:
    doc = parsed(
        MILLER,
        "Miller/NNP/2/nsubj/PERSON left/VBD/0/root ././2/punct",
        "Tom/NNP/3/nsubj/PERSON Miller/NNP/1/flat/I-PERSON stayed/VBD/0/root ././3/punct",
        "Miller/NNP/2/nsubj/PERSON won/VBD/0/root ././2/punct",
    )
    actors_of(doc)
    assert mentions_of(doc, "Anna Miller") == ["Anna Miller", "Miller", "Miller"] and mentions_of(doc, "Tom Miller") == [
        "Tom Miller"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "It/PRP/2/nsubj cost/VBD/0/root U.S./NNP/4/compound/GPE dollars/NNS/2/obj ././2/punct",
        "Brexit/NNP/2/nsubj/ORG happened/VBD/0/root ././2/punct",
        "Home/NNP/2/compound/PERSON Secretary/NNP/3/nsubj/I-PERSON spoke/VBD/0/root ././3/punct",
        "They/PRP/2/nsubj met/VBD/0/root no/DT/4/det soldiers/NNS/2/obj ././2/punct",
        "They/PRP/2/nsubj hit/VBD/0/root civilian/JJ/4/amod targets/NNS/2/obj ././2/punct",
    ],
)
def test_money_things_offices_and_nobody_are_no_named_actors(sentence: str) -> None:
    doc = parsed(sentence)
    assert [actor.name for actor in actors_of(doc) if any(m.kind == "name" for m in actor.mentions)] == []
    assert not [actor.name for actor in doc._.actors if "no soldiers" in actor.name or "civilian" in actor.name]


def test_the_word_before_of_tells_what_a_name_names() -> None:
    doc = parsed(
        "High/NNP/2/compound/GPE Court/NNP/5/nsubj/I-GPE of/IN/4/case/I-GPE Avalon/NNP/2/nmod/I-GPE ruled/VBD/0/root ././5/punct"
    )
    assert [(actor.name, actor.type) for actor in actors_of(doc)] == [("High Court of Avalon", "government")]


def test_her_in_a_style_is_no_pronoun() -> None:
    doc = parsed(MILLER, "Her/PRP$/2/nmod:poss Majesty/NNP/3/nsubj waited/VBD/0/root ././3/punct")
    actors_of(doc)
    assert mentions_of(doc, "Anna Miller") == ["Anna Miller"]


def test_a_name_of_which_nothing_is_left_in_normal_form_is_borne() -> None:
    doc = parsed("The/NNP/2/nsubj/ORG fell/VBD/0/root ././2/punct")
    view, gazetteer = View(doc), load_gazetteer()
    names = [Candidate(0, 1, 0, "name", 0, words=())]
    assert decide_kinds(view, gazetteer, names, None, scene_of(view, gazetteer, names, None)) == names


def test_a_body_printed_small_is_the_one_printed_with_capitals() -> None:
    doc = parsed(
        "The/DT/3/det Norwegian/JJ/3/amod/ORG Navy/NNP/4/nsubj/I-ORG sailed/VBD/0/root ././4/punct",
        "The/DT/3/det Norwegian/JJ/3/amod navy/NN/4/nsubj returned/VBD/0/root ././4/punct",
    )
    assert [len(actor.mentions) for actor in actors_of(doc)] == [2]


def test_the_only_holder_of_an_office_may_be_named_further_on() -> None:
    doc = parsed(
        "The/DT/3/det Russian/JJ/3/amod leader/NN/4/nsubj agreed/VBD/0/root ././4/punct",
        "Vladimir/NNP/3/nsubj/PERSON Putin/NNP/1/flat/I-PERSON spoke/VBD/0/root ././3/punct",
    )
    actors_of(doc)
    assert mentions_of(doc, "Vladimir Putin") == ["The Russian leader", "Vladimir Putin"]


def test_it_is_the_body_that_announces_even_past_its_acronym() -> None:
    doc = parsed(
        "Global/NNP/3/compound/ORG Widget/NNP/3/compound/I-ORG Council/NNP/7/nsubj/I-ORG (/-LRB-/5/punct GWC/NNP/3/appos/ORG"
        " )/-RRB-/5/punct announced/VBD/0/root that/IN/10/mark it/PRP/10/nsubj grew/VBD/7/ccomp ././7/punct"
    )
    [actor] = actors_of(doc)
    assert [doc.text[m.start : m.end] for m in actor.mentions] == ["Global Widget Council", "GWC", "it"]
