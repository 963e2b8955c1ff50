"""Whether it happened: marks, signatures and what they make of each other, on written-out trees."""

import pytest

from tasks.extract.events.component import Events
from tests.unit.extract.events.trees import tree, with_records

CASES = [
    (  # one "no" negates the verb and its noun together, not one the other
        "No|no|DT|det|1 deal|deal|NN|nsubj:pass|2 was|be|VBD|aux:pass|1 reached|reach|VBN|ROOT|0 .|.|.|punct|-1",
        "deal", "negated", "actual",
    ),
    (
        "The|the|DT|det|1 talks|talk|NNS|nsubj|2 are|be|VBP|aux:pass|1 set|set|JJ|ROOT|0 to|to|TO|mark|1 begin|begin|VB|xcomp|-2 "
        "tomorrow|tomorrow|NN|obl:unmarked|-1 .|.|.|punct|-4",
        "talks", "affirmed", "planned",
    ),
    (
        "Residents|resident|NNS|nsubj|1 had|have|VBD|ROOT|0 to|to|TO|mark|1 evacuate|evacuate|VB|xcomp|-2 .|.|.|punct|-3",
        "evacuate", "affirmed", "actual",
    ),
    (
        "Residents|resident|NNS|nsubj|1 have|have|VBP|ROOT|0 to|to|TO|mark|1 evacuate|evacuate|VB|xcomp|-2 .|.|.|punct|-3",
        "evacuate", "affirmed", "requested",
    ),
    (
        "Soldiers|soldier|NNS|nsubj|2 were|be|VBD|cop|1 able|able|JJ|ROOT|0 to|to|TO|mark|1 rescue|rescue|VB|xcomp|-2 "
        "the|the|DT|det|1 crew|crew|NN|obj|-2 .|.|.|punct|-5",
        "rescue", "affirmed", "actual",
    ),
    (  # politeness: whoever would urge, urges
        "We|we|PRP|nsubj|2 would|would|MD|aux|1 urge|urge|VB|ROOT|0 both|both|DT|det|1 sides|side|NNS|obj|-2 to|to|TO|mark|1 "
        "talk|talk|VB|xcomp|-4 .|.|.|punct|-5",
        "urge", "affirmed", "actual",
    ),
    (
        "Please|please|RB|discourse|1 release|release|VB|ROOT|0 the|the|DT|det|1 hostages|hostage|NNS|obj|-2 .|.|.|punct|-3",
        "release", "affirmed", "requested",
    ),
    (
        "Units|unit|NNS|nsubj|3 must|must|MD|aux|2 have|have|VB|aux|1 bombed|bomb|VBN|ROOT|0 the|the|DT|det|1 "
        "bridge|bridge|NN|obj|-2 .|.|.|punct|-3",
        "bombed", "affirmed", "possible",
    ),
    (
        "Police|police|NNS|nsubj|1 let|let|VBD|ROOT|0 him|he|PRP|obj|-1 go|go|VB|xcomp|-2 instead|instead|RB|mark|2 "
        "of|of|IN|fixed|-1 arresting|arrest|VBG|advcl|-5 him|he|PRP|obj|-1 .|.|.|punct|-7",
        "arresting", "negated", "actual",
    ),
    (
        "She|she|PRP|nsubj|1 rejected|reject|VBD|ROOT|0 the|the|DT|det|1 claim|claim|NN|obj|-2 that|that|IN|mark|2 "
        "troops|troop|NNS|nsubj|1 attacked|attack|VBD|acl|-3 Oman|Oman|NNP|obj|-1 .|.|.|punct|-7",
        "attacked", "negated", "actual",
    ),
    (
        "The|the|DT|det|1 minister|minister|NN|nsubj|1 has|have|VBZ|ROOT|0 yet|yet|RB|advmod|2 to|to|TO|mark|1 "
        "resign|resign|VB|xcomp|-3 .|.|.|punct|-4",
        "resign", "negated", "actual",
    ),
    (
        "The|the|DT|det|1 law|law|NN|nsubj|1 bans|ban|VBZ|ROOT|0 protests|protest|NNS|obj|-1 .|.|.|punct|-2",
        "protests", "negated", "requested",
    ),
    (
        "He|he|PRP|nsubj:pass|2 was|be|VBD|aux:pass|1 convicted|convict|VBN|ROOT|0 of|of|IN|mark|1 killing|kill|VBG|advcl|-2 "
        "two|two|CD|nummod|1 men|man|NNS|obj|-2 .|.|.|punct|-5",
        "killing", "affirmed", "actual",
    ),
    (  # without: negated, and no more real than what it goes with
        "They|they|PRP|nsubj|2 will|will|MD|aux|1 leave|leave|VB|ROOT|0 without|without|IN|case|2 a|a|DT|det|1 "
        "deal|deal|NN|obl|-3 .|.|.|punct|-4",
        "deal", "negated", "planned",
    ),
    (  # a finite clause takes no part in what is expected
        "She|she|PRP|nsubj:pass|2 is|be|VBZ|aux:pass|1 expected|expect|VBN|ROOT|0 to|to|TO|mark|1 resign|resign|VB|xcomp|-2 "
        "and|and|CC|cc|2 was|be|VBD|aux:pass|1 attacked|attack|VBN|conj|-3 .|.|.|punct|-5",
        "attacked", "affirmed", "actual",
    ),
    (
        "It|it|PRP|expl|3 is|be|VBZ|cop|2 not|not|RB|advmod|1 true|true|JJ|ROOT|0 that|that|IN|mark|2 troops|troop|NNS|nsubj|1 "
        "attacked|attack|VBD|csubj|-3 Oman|Oman|NNP|obj|-1 .|.|.|punct|-5",
        "attacked", "negated", "actual",
    ),
    (  # "not" is of the attending, not of the reason
        "He|he|PRP|nsubj|3 did|do|VBD|aux|2 not|not|RB|advmod|1 attend|attend|VB|ROOT|0 ,|,|,|punct|1 citing|cite|VBG|advcl|-2 "
        "attacks|attack|NNS|obj|-1 .|.|.|punct|-4",
        "citing", "affirmed", "actual",
    ),
    (
        "The|the|DT|det|2 first|first|JJ|amod|1 country|country|NN|nsubj|4 to|to|TO|mark|1 attack|attack|VB|acl|-2 "
        "was|be|VBD|cop|1 Ruritania|Ruritania|NNP|ROOT|0 .|.|.|punct|-1",
        "attack", "affirmed", "actual",
    ),
    (
        "Ministers|minister|NNS|nsubj|2 will|will|MD|aux|1 discuss|raise|VB|ROOT|0 attacks|attack|NNS|obj|-1 .|.|.|punct|-2",
        "attacks", "affirmed", "planned",
    ),
    (  # what is definite is known, whatever becomes of the verb
        "Ministers|minister|NNS|nsubj|2 will|will|MD|aux|1 study|study|VB|ROOT|0 the|the|DT|det|1 attack|attack|NN|obj|-2 "
        ".|.|.|punct|-3",
        "attack", "affirmed", "actual",
    ),
    (
        "Troops|troop|NNS|nsubj|1 demanded|demand|VBD|ROOT|0 the|the|DT|det|1 council|council|NN|nsubj|1 "
        "sign|sign|VB|ccomp|-3 .|.|.|punct|-4",
        "sign", "affirmed", "requested",
    ),
    (
        "How|how|WRB|advmod|2 to|to|TO|mark|1 stop|stop|VB|ROOT|0 the|the|DT|det|1 war|war|NN|obj|-2 ?|?|.|punct|-3",
        "stop", "affirmed", "possible",
    ),
    (
        "Rebels|rebel|NNS|nsubj|2 are|be|VBP|cop|1 capable|capable|JJ|ROOT|0 of|of|IN|mark|1 "
        "attacking|attack|VBG|advcl|-2 Oman|Oman|NNP|obj|-1 .|.|.|punct|-4",
        "attacking", "affirmed", "possible",
    ),
    (
        "Envoys|envoy|NNS|nsubj|2 will|will|MD|aux|1 leave|leave|VB|ROOT|0 before|before|IN|mark|2 "
        "troops|troop|NNS|nsubj|1 attack|attack|VBP|advcl|-3 .|.|.|punct|-4",
        "attack", "affirmed", "possible",
    ),
    (
        "We|we|PRP|nsubj|1 think|think|VBP|ROOT|0 they|they|PRP|nsubj|1 attacked|attack|VBD|ccomp|-2 Oman|Oman|NNP|obj|-1 "
        ".|.|.|punct|-4",
        "attacked", "affirmed", "actual",
    ),
    (
        "Aides|aide|NNS|nsubj|1 think|think|VBP|ROOT|0 they|they|PRP|nsubj|1 attacked|attack|VBD|ccomp|-2 "
        "Oman|Oman|NNP|obj|-1 .|.|.|punct|-4",
        "attacked", "affirmed", "possible",
    ),
    (
        "The|the|DT|det|1 army|army|NN|nsubj|1 ended|end|VBD|ROOT|0 up|up|RP|compound:prt|-1 "
        "arresting|arrest|VBG|xcomp|-2 him|he|PRP|obj|-1 .|.|.|punct|-4",
        "arresting", "affirmed", "actual",
    ),
    (
        "Residents|resident|NNS|nsubj|2 have|have|VBP|aux|1 had|have|VBN|ROOT|0 to|to|TO|mark|1 "
        "evacuate|evacuate|VB|xcomp|-2 .|.|.|punct|-3",
        "evacuate", "affirmed", "actual",
    ),
    (
        "We|we|PRP|nsubj|2 will|will|MD|aux|1 recommend|recommend|VB|ROOT|0 sanctions|sanction|NNS|obj|-1 .|.|.|punct|-2",
        "recommend", "affirmed", "planned",
    ),
    (
        "They|they|PRP|nsubj|2 are|be|VBP|cop|1 far|far|RB|ROOT|0 from|from|IN|mark|1 winning|win|VBG|advcl|-2 "
        ".|.|.|punct|-3",
        "winning", "negated", "actual",
    ),
    (
        "They|they|PRP|nsubj|1 stay|stay|VBP|ROOT|0 as|as|RB|advmod|1 long|long|RB|advmod|-2 as|as|IN|mark|2 "
        "rebels|rebel|NNS|nsubj|1 attack|attack|VBP|advcl|-3 Oman|Oman|NNP|obj|-1 .|.|.|punct|-7",
        "attack", "affirmed", "possible",
    ),
    (
        "They|they|PRP|nsubj|2 are|be|VBP|cop|1 interested|interested|JJ|ROOT|0 in|in|IN|mark|1 "
        "negotiating|negotiate|VBG|advcl|-2 .|.|.|punct|-3",
        "negotiating", "affirmed", "possible",
    ),
    (
        "Leaders|leader|NNS|nsubj|1 called|call|VBD|ROOT|0 Oman|Oman|NNP|obj|-1 to|to|TO|mark|1 "
        "congratulate|congratulate|VB|advcl|-3 it|it|PRP|obj|-1 .|.|.|punct|-5",
        "congratulate", "affirmed", "planned",
    ),
    (  # "are to": agreed for later
        "He|he|PRP|nsubj|1 said|say|VBD|ROOT|0 both|both|DT|det|1 sides|side|NNS|nsubj|3 are|be|VBP|aux|2 to|to|TO|mark|1 "
        "meet|meet|VB|ccomp|-5 .|.|.|punct|-6",
        "meet", "affirmed", "planned",
    ),
    (  # a finite copula makes no infinitive of what is said
        "He|he|PRP|nsubj|1 claimed|claim|VBD|ROOT|0 drilling|drilling|NN|nsubj|2 is|be|VBZ|cop|2 to|to|TO|mark|1 "
        "protect|protect|VB|ccomp|-4 Oman|Oman|NNP|obj|-1 .|.|.|punct|-6",
        "protect", "affirmed", "planned",
    ),
    (
        "Did|do|VBD|aux|2 troops|troop|NNS|nsubj|1 attack|attack|VB|ROOT|0 Oman|Oman|NNP|obj|-1 ?|?|.|punct|-2",
        "attack", "affirmed", "possible",
    ),
    (  # what "why" asks about is taken for granted
        "Why|why|WRB|advmod|3 did|do|VBD|aux|2 troops|troop|NNS|nsubj|1 attack|attack|VB|ROOT|0 Oman|Oman|NNP|obj|-1 "
        "?|?|.|punct|-2",
        "attack", "affirmed", "actual",
    ),
    (
        "We|we|PRP|nsubj|1 wish|wish|VBP|ROOT|0 they|they|PRP|nsubj|2 had|have|VBD|aux|1 left|leave|VBN|ccomp|-3 .|.|.|punct|-4",
        "left", "negated", "actual",
    ),
    (
        "They|they|PRP|nsubj|3 were|be|VBD|cop|2 too|too|RB|advmod|1 weak|weak|JJ|ROOT|0 to|to|TO|mark|1 "
        "attack|attack|VB|advcl|-2 .|.|.|punct|-3",
        "attack", "negated", "actual",
    ),
    (
        "He|he|PRP|nsubj|3 does|do|VBZ|aux|2 not|not|RB|advmod|1 want|want|VB|ROOT|0 to|to|TO|mark|1 resign|resign|VB|xcomp|-2 "
        ".|.|.|punct|-3",
        "resign", "negated", "planned",
    ),
    (
        "They|they|PRP|nsubj|1 have|have|VBP|ROOT|0 no|no|DT|det|1 plans|plan|NNS|obj|-2 to|to|TO|mark|1 "
        "withdraw|withdraw|VB|acl|-2 .|.|.|punct|-5",
        "withdraw", "negated", "planned",
    ),
    (
        "They|they|PRP|nsubj|3 are|be|VBP|aux|2 not|not|RB|advmod|1 going|go|VBG|ROOT|0 to|to|TO|mark|1 sign|sign|VB|xcomp|-2 "
        ".|.|.|punct|-3",
        "sign", "negated", "planned",
    ),
    (
        "They|they|PRP|nsubj|2 are|be|VBP|aux|1 going|go|VBG|ROOT|0 to|to|TO|mark|1 sign|sign|VB|xcomp|-2 .|.|.|punct|-3",
        "going", "affirmed", "planned",
    ),
    (
        "They|they|PRP|nsubj|1 know|know|VBP|ROOT|0 how|how|WRB|advmod|2 to|to|TO|mark|1 attack|attack|VB|ccomp|-3 "
        ".|.|.|punct|-4",
        "attack", "affirmed", "possible",
    ),
    (
        "She|she|PRP|nsubj|3 would|would|MD|aux|2 be|be|VB|cop|1 glad|glad|JJ|ROOT|0 to|to|TO|mark|1 meet|meet|VB|xcomp|-2 "
        "him|he|PRP|obj|-1 .|.|.|punct|-4",
        "meet", "affirmed", "possible",
    ),
    (
        "He|he|PRP|nsubj|3 could|could|MD|aux|2 not|not|RB|advmod|1 go|go|VB|ROOT|0 and|and|CC|cc|1 vote|vote|VB|conj|-2 "
        ".|.|.|punct|-3",
        "vote", "negated", "actual",
    ),
    (
        "Ships|ship|NNS|nsubj|1 leave|leave|VBP|ROOT|0 if|if|IN|mark|2 rebels|rebel|NNS|nsubj|1 shoot|shoot|VBP|advcl|-3 "
        "or|or|CC|cc|1 attack|attack|VBP|conj|-2 .|.|.|punct|-6",
        "attack", "affirmed", "possible",
    ),
    (
        "Had|have|VBD|aux|2 they|they|PRP|nsubj|1 attacked|attack|VBN|advcl|4 we|we|PRP|nsubj|3 would|would|MD|aux|2 "
        "have|have|VB|aux|1 fled|flee|VBN|ROOT|0 .|.|.|punct|-1",
        "attacked", "affirmed", "possible",
    ),
    (
        "They|they|PRP|nsubj|1 lost|lose|VBD|ROOT|0 the|the|DT|det|1 chance|chance|NN|obj|-2 to|to|TO|mark|1 meet|meet|VB|acl|-2 "
        ".|.|.|punct|-5",
        "meet", "negated", "actual",
    ),
    (
        "A|a|DT|det|2 failed|failed|JJ|amod|1 bid|bid|NN|ROOT|0 to|to|TO|mark|1 invade|invade|VB|acl|-2 .|.|.|punct|-3",
        "invade", "negated", "actual",
    ),
    (
        "Oslo|Oslo|NNP|nsubj|1 opposes|oppose|VBZ|ROOT|0 sanctions|sanction|NNS|obj|-1 .|.|.|punct|-2",
        "sanctions", "affirmed", "possible",
    ),
    (
        "Oslo|Oslo|NNP|nsubj|1 opposes|oppose|VBZ|ROOT|0 the|the|DT|det|1 sanctions|sanction|NNS|obj|-2 .|.|.|punct|-3",
        "sanctions", "affirmed", "actual",
    ),
    (
        "He|he|PRP|nsubj|1 faces|face|VBZ|ROOT|0 a|a|DT|det|1 trial|trial|NN|obj|-2 .|.|.|punct|-3",
        "trial", "affirmed", "planned",
    ),
    (
        "He|he|PRP|nsubj|1 faced|face|VBD|ROOT|0 a|a|DT|det|1 trial|trial|NN|obj|-2 .|.|.|punct|-3",
        "trial", "affirmed", "actual",
    ),
    (
        "The|the|DT|det|1 election|election|NN|nsubj|4 due|due|JJ|amod|-1 in|in|IN|case|1 May|May|NNP|obl|-2 "
        "matters|matter|VBZ|ROOT|0 .|.|.|punct|-1",
        "election", "affirmed", "planned",
    ),
    (  # what stands beside "demands have expanded" is no demand
        "Demands|demand|NNS|nsubj|2 have|have|VBP|aux|1 expanded|expand|VBN|ROOT|0 although|although|IN|mark|3 "
        "they|they|PRP|nsubj:pass|2 were|be|VBD|aux:pass|1 suspended|suspend|VBN|advcl|-4 .|.|.|punct|-5",
        "suspended", "affirmed", "actual",
    ),
    (
        "I|I|PRP|nsubj|1 have|have|VBP|ROOT|0 to|to|TO|mark|1 admit|admit|VB|xcomp|-2 that|that|IN|mark|2 they|they|PRP|nsubj|1 "
        "won|win|VBD|ccomp|-3 .|.|.|punct|-6",
        "admit", "affirmed", "actual",
    ),
    (
        "They|they|PRP|nsubj|1 left|leave|VBD|ROOT|0 instead|instead|RB|advmod|2 of|of|IN|fixed|-1 attacking|attack|VBG|advcl|-3 "
        ".|.|.|punct|-4",
        "attacking", "negated", "actual",
    ),
    (
        "They|they|PRP|nsubj|1 stopped|stop|VBD|ROOT|0 short|short|RB|advmod|-1 of|of|IN|mark|1 attacking|attack|VBG|advcl|-3 "
        ".|.|.|punct|-4",
        "attacking", "negated", "actual",
    ),
    (
        "They|they|PRP|nsubj|1 did|do|VBD|ROOT|0 nothing|nothing|NN|obj|-1 to|to|TO|mark|1 stop|stop|VB|acl|-2 it|it|PRP|obj|-1 "
        ".|.|.|punct|-5",
        "stop", "negated", "actual",
    ),
    (
        "They|they|PRP|nsubj|1 leave|leave|VBP|ROOT|0 with|with|IN|case|4 or|or|CC|cc|1 without|without|IN|conj|-2 a|a|DT|det|1 "
        "deal|deal|NN|obl|-5 .|.|.|punct|-6",
        "deal", "affirmed", "possible",
    ),
    (
        "It|it|PRP|nsubj|2 could|could|MD|aux|1 result|result|VB|ROOT|0 in|in|IN|case|1 deaths|death|NNS|obl|-2 .|.|.|punct|-3",
        "deaths", "affirmed", "possible",
    ),
    (
        "They|they|PRP|nsubj|1 signed|sign|VBD|ROOT|0 an|an|DT|det|1 agreement|agreement|NN|obj|-2 on|on|IN|mark|1 "
        "sending|send|VBG|acl|-2 troops|troop|NNS|obj|-1 .|.|.|punct|-6",
        "sending", "affirmed", "planned",
    ),
    (  # the last of two questions, by its word order
        "We|we|PRP|nsubj|2 are|be|VBP|cop|1 here|here|RB|ROOT|0 did|do|VBD|aux|2 they|they|PRP|nsubj|1 "
        "attack|attack|VB|parataxis|-3 ?|?|.|punct|-4",
        "attack", "affirmed", "possible",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "polarity", "status"), CASES)
def test_polarity_and_status_of_happenings(text, word, polarity, status):
    doc = Events()(with_records(tree(text), {}))
    found = {doc.text[slice(*happening.trigger)]: happening for happening in doc._.happenings}
    assert (found[word].polarity, found[word].status) == (polarity, status)


def test_nouns_that_name_people_and_things_are_no_happenings():
    text = "The|the|DT|det|1 government|government|NN|nsubj|1 left|leave|VBD|ROOT|0 the|the|DT|det|1 building|building|NN|obj|-2"
    doc = Events()(with_records(tree(text), {}))
    assert [doc.text[slice(*happening.trigger)] for happening in doc._.happenings] == ["left"]
