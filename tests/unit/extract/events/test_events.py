"""Events from written-out trees: types, participants, polarity, status, asserter."""

import pytest

from tasks.extract.events.component import Events
from tasks.extract.events.coreference import resolve_collectives
from tasks.records import Actor, Event, Mention, Quote
from tests.unit.extract.events.trees import events_of, tree, with_records

HALT = (
    "Moscow|Moscow|NNP|nsubj|1 demanded|demand|VBD|ROOT|0 a|a|DT|det|2 complete|complete|JJ|amod|1 halt|halt|NN|obj|-3 "
    "to|to|IN|case|2 "
    "military|military|JJ|amod|1 aid|aid|NN|nmod|-3 to|to|IN|case|1 Kyiv|Kyiv|NNP|nmod|-2 .|.|.|punct|-9"
)
CLAIM = (
    "Ruritania|Ruritania|NNP|nsubj|1 claimed|claim|VBD|ROOT|0 that|that|IN|mark|4 it|it|PRP|nsubj|3 does|do|VBZ|aux|2 "
    "not|not|RB|advmod|1 "
    "attack|attack|VB|ccomp|-5 hospitals|hospital|NNS|obj|-1 .|.|.|punct|-7"
)


def test_demand_and_what_is_demanded_are_two_linked_events():
    found = events_of(HALT, {"Moscow": "government", "Kyiv": "government"})
    demand, aid = found["demanded"], found["aid"]
    assert (demand.type, demand.polarity, demand.status, demand.initiators) == ("REQUEST", "affirmed", "actual", ("Moscow",))
    assert (aid.type, aid.polarity, aid.status, aid.recipients) == ("AID", "negated", "requested", ("Kyiv",))
    assert aid.relation == "content_of_request"
    assert demand.mode is None  # no aid is asked for


def test_what_the_parser_hangs_on_the_verb_still_belongs_to_the_halt():
    found = events_of(HALT.replace("aid|aid|NN|nmod|-3", "aid|aid|NN|obl|-6"))
    assert (found["aid"].polarity, found["aid"].status) == ("negated", "requested")


def test_denial_of_the_claimant_is_no_attack():
    text = "Ruritania claimed that it does not attack hospitals."
    quote = Quote(((text.index("it"), len(text) - 1),), "indirect", speaker_actor="Ruritania")
    attack = events_of(CLAIM, {"Ruritania": "country"}, [quote])["attack"]
    assert (attack.type, attack.polarity, attack.status) == ("ASSAULT", "negated", "actual")
    assert (attack.asserted_by, attack.sources, attack.quote) == ("Ruritania", ("Ruritania",), 0)


def test_chain_of_sources_is_innermost_first():
    text = "Ruritania claimed that it does not attack hospitals."
    outer = Quote(((0, len(text)),), "indirect", speaker_actor="agency")
    inner = Quote(((text.index("it"), len(text) - 1),), "indirect", speaker_actor="Ruritania", parent=0)
    attack = events_of(CLAIM, {"Ruritania": "country"}, [outer, inner])["attack"]
    assert attack.sources == ("Ruritania", "agency")


def test_disagreement_is_a_negated_agreement():
    found = events_of(
        "The|the|DT|det|1 president|president|NN|nsubj|3 did|do|VBD|aux|2 not|not|RB|advmod|1 agree|agree|VB|ROOT|0 "
        "to|to|IN|case|2 "
        "the|the|DT|det|1 plan|plan|NN|obl|-3 .|.|.|punct|-4",
        {"president": "person"},
    )
    assert (found["agree"].type, found["agree"].polarity, found["agree"].status) == ("AGREE", "negated", "actual")
    assert found["agree"].initiators == ("president",)


@pytest.mark.parametrize(
    ("text", "trigger", "event_type", "initiators", "recipients"),
    [
        (  # passive
            "Rebels|rebel|NNS|nsubj:pass|2 were|be|VBD|aux:pass|1 attacked|attack|VBN|ROOT|0 by|by|IN|case|1 "
            "troops|troop|NNS|obl:agent|-2 "
            ".|.|.|punct|-3",
            "attacked", "ASSAULT", ("troops",), ("Rebels",),
        ),
        (  # relative clause
            "The|the|DT|det|1 soldiers|soldier|NNS|nsubj|5 who|who|WP|nsubj|1 shot|shoot|VBD|acl:relcl|-2 the|the|DT|det|1 "
            "farmer|farmer|NN|obj|-2 surrendered|surrender|VBD|ROOT|0 .|.|.|punct|-1",
            "shot", "ASSAULT", ("soldiers",), ("farmer",),
        ),
        (  # control
            "Turkey|Turkey|NNP|nsubj|1 promised|promise|VBD|ROOT|0 to|to|TO|mark|1 withdraw|withdraw|VB|xcomp|-2 "
            "its|its|PRP$|nmod:poss|1 "
            "troops|troop|NNS|obj|-2 .|.|.|punct|-5",
            "withdraw", "RETREAT", ("Turkey",), (),
        ),
        (  # control by the object
            "Britain|Britain|NNP|nsubj|1 urged|urge|VBD|ROOT|0 Iran|Iran|NNP|iobj|-1 to|to|TO|mark|1 release|release|VB|xcomp|-3 "
            "the|the|DT|det|1 sailors|sailor|NNS|obj|-2 .|.|.|punct|-6",
            "release", "RETREAT", ("Iran",), ("sailors",),
        ),
        (  # possessor and preposition of an event noun
            "Russia|Russia|NNP|nmod:poss|2 's|'s|POS|case|-1 attacks|attack|NNS|nsubj|3 on|on|IN|case|1 "
            "Ukraine|Ukraine|NNP|nmod|-2 "
            "continued|continue|VBD|ROOT|0 .|.|.|punct|-1",
            "attacks", "ASSAULT", ("Russia",), ("Ukraine",),
        ),
        (  # light verb
            "France|France|NNP|nsubj|1 launched|launch|VBD|ROOT|0 an|a|DT|det|1 attack|attack|NN|obj|-2 on|on|IN|case|1 "
            "Mali|Mali|NNP|obl|-4 .|.|.|punct|-5",
            "attack", "ASSAULT", ("France",), ("Mali",),
        ),
        (  # accused of doing: the accused does it
            "Cuba|Cuba|NNP|nsubj|1 accused|accuse|VBD|ROOT|0 Spain|Spain|NNP|obj|-1 of|of|IN|mark|1 bombing|bomb|VBG|advcl|-3 "
            "Havana|Havana|NNP|obj|-1 .|.|.|punct|-5",
            "accused", "ACCUSE", ("Cuba",), ("Spain",),
        ),
    ],
)  # fmt: skip
def test_participants_through_constructions(text, trigger, event_type, initiators, recipients):
    actors = {
        "Rebels",
        "troops",
        "soldiers",
        "farmer",
        "Turkey",
        "Britain",
        "Iran",
        "sailors",
        "Russia",
        "Ukraine",
        "France",
        "Mali",
    }
    actors |= {"Cuba", "Spain", "Havana"}
    plain = tree(text).text
    event = events_of(text, {name: "group" for name in sorted(actors) if name in plain})[trigger]
    assert (event.type, event.initiators, event.recipients) == (event_type, initiators, recipients)


def test_light_verb_is_no_trigger_of_its_own():
    found = events_of(
        "France|France|NNP|nsubj|1 made|make|VBD|ROOT|0 concessions|concession|NNS|obj|-1 to|to|IN|case|1 "
        "Mali|Mali|NNP|obl|-3 .|.|.|punct|-4",
        {"France": "country", "Mali": "country"},
    )
    assert list(found) == ["concessions"]
    assert (found["concessions"].initiators, found["concessions"].recipients) == (("France",), ("Mali",))


@pytest.mark.parametrize(
    ("text", "trigger", "event_type"),
    [
        ("Ministers|minister|NNS|nsubj|1 struck|strike|VBD|ROOT|0 a|a|DT|det|1 deal|deal|NN|obj|-2 .|.|.|punct|-3", 
         "deal", "AGREE"),
        ("Missiles|missile|NNS|nsubj|1 struck|strike|VBD|ROOT|0 the|the|DT|det|1 city|city|NN|obj|-2 .|.|.|punct|-3", 
         "struck", "ASSAULT"),
        ("Workers|worker|NNS|nsubj|2 will|will|MD|aux|1 strike|strike|VB|ROOT|0 .|.|.|punct|-1", "strike", "PROTEST"),
        ("He|he|PRP|nsubj|1 fired|fire|VBD|ROOT|0 the|the|DT|det|1 minister|minister|NN|obj|-2 .|.|.|punct|-3", "fired", "LEAVE"),
        ("He|he|PRP|nsubj|1 fired|fire|VBD|ROOT|0 a|a|DT|det|1 missile|missile|NN|obj|-2 .|.|.|punct|-3", "fired", "ASSAULT"),
    ],
)  # fmt: skip
def test_arguments_tell_senses_apart(text, trigger, event_type):
    assert {word: event.type for word, event in events_of(text).items()} == {trigger: event_type}


@pytest.mark.parametrize(
    ("text", "trigger", "polarity", "status"),
    [
        (
            "Police|police|NNS|nsubj|1 failed|fail|VBD|ROOT|0 to|to|TO|mark|1 arrest|arrest|VB|xcomp|-2 him|he|PRP|obj|-1 "
            ".|.|.|punct|-4",
            "arrest", "negated", "actual",
        ),
        (
            "Iran|Iran|NNP|nsubj|1 denied|deny|VBD|ROOT|0 that|that|IN|mark|2 it|it|PRP|nsubj|1 attacked|attack|VBD|ccomp|-3 "
            "Oman|Oman|NNP|obj|-1 .|.|.|punct|-5",
            "attacked", "negated", "actual",
        ),
        (
            "If|if|IN|mark|2 they|they|PRP|nsubj|1 attack|attack|VBP|advcl|4 ,|,|,|punct|-1 we|we|PRP|nsubj|2 will|will|MD|aux|1 "
            "retaliate|retaliate|VB|ROOT|0 .|.|.|punct|-1",
            "attack", "affirmed", "possible",
        ),
        (
            "The|the|DT|det|1 minister|minister|NN|nsubj|2 may|may|MD|aux|1 resign|resign|VB|ROOT|0 .|.|.|punct|-1",
            "resign", "affirmed", "possible",
        ),
        (
            "The|the|DT|det|1 minister|minister|NN|nsubj|2 must|must|MD|aux|1 resign|resign|VB|ROOT|0 .|.|.|punct|-1",
            "resign", "affirmed", "requested",
        ),
        (
            "No|no|DT|det|1 troops|troop|NNS|nsubj:pass|2 were|be|VBD|aux:pass|1 injured|injure|VBN|ROOT|0 .|.|.|punct|-1",
            "injured", "negated", "actual",
        ),
        (
            "He|he|PRP|nsubj|1 vowed|vow|VBD|ROOT|0 to|to|TO|mark|1 retaliate|retaliate|VB|xcomp|-2 .|.|.|punct|-3",
            "retaliate", "affirmed", "planned",
        ),
        (
            "He|he|PRP|nsubj|3 did|do|VBD|aux|2 not|not|RB|advmod|1 manage|manage|VB|ROOT|0 to|to|TO|mark|1 "
            "retaliate|retaliate|VB|xcomp|-2 "
            ".|.|.|punct|-3",
            "retaliate", "negated", "actual",
        ),
        (  # signatures nest: not failing to is doing
            "He|he|PRP|nsubj|3 did|do|VBD|aux|2 not|not|RB|advmod|1 fail|fail|VB|ROOT|0 to|to|TO|mark|1 "
            "retaliate|retaliate|VB|xcomp|-2 "
            ".|.|.|punct|-3",
            "retaliate", "affirmed", "actual",
        ),
        (  # an answer to a demand leaves the demand made
            "He|he|PRP|nsubj|3 did|do|VBD|aux|2 not|not|RB|advmod|1 accept|accept|VB|ROOT|0 their|they|PRP$|nmod:poss|1 "
            "demands|demand|NNS|obj|-2 .|.|.|punct|-3",
            "demands", "affirmed", "actual",
        ),
    ],
)  # fmt: skip
def test_polarity_and_status(text, trigger, polarity, status):
    event = events_of(text)[trigger]
    assert (event.polarity, event.status) == (polarity, status)


def test_cues_are_the_words_that_decided():
    event = events_of("He|he|PRP|nsubj|1 vowed|vow|VBD|ROOT|0 to|to|TO|mark|1 retaliate|retaliate|VB|xcomp|-2 .|.|.|punct|-3")[
        "retaliate"
    ]
    assert event.cues == ((3, 8),)


def test_happenings_hold_every_predicate_and_leave_an_attempt_open():
    doc = tree("She|she|PRP|nsubj|1 tried|try|VBD|ROOT|0 to|to|TO|mark|1 sing|sing|VB|xcomp|-2 .|.|.|punct|-3")
    found = Events()(with_records(doc, {}))._.happenings
    assert [(doc.text[slice(*one.trigger)], one.polarity, one.status) for one in found] == [
        ("tried", "affirmed", "actual"),
        ("sing", "affirmed", "possible"),
    ]


def test_the_leaders_are_the_parties_to_the_meeting():
    meeting = Event((0, 3), "CONSULT", ("Rossi",), ("Dubois",))
    actors = [Actor("g", "the leaders", "group", (Mention(10, 21, "nominal"),))]
    _, agreement = resolve_collectives([meeting, Event((22, 28), "AGREE", ("g",))], actors)
    assert agreement.initiators == ("Rossi", "Dubois")
