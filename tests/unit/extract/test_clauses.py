# ruff: noqa: E501 (a tree is read by the line)
"""Clauses read alike from both label sets: Universal Dependencies, and the ClearNLP-style labels of the standard models."""

import pytest
from spacy.tokens import Doc, Token

from tasks.extract import clauses
from tests.unit.extract.quotes.trees import tree

ATTACKED = {
    "ud": "Two|CD|nummod|2 towns|NNS|nsubj:pass|4 were|VBD|aux:pass|4 attacked|VBN|root|0 by|IN|case|6 rebels|NNS|obl:agent|4 "
    "and|CC|cc|8 soldiers|NNS|conj|6 .|.|punct|4",
    "clearnlp": "Two|CD|nummod|2 towns|NNS|nsubjpass|4 were|VBD|auxpass|4 attacked|VBN|root|0 by|IN|agent|4 rebels|NNS|pobj|5 "
    "and|CC|cc|6 soldiers|NNS|conj|6 .|.|punct|4",
}
GAVE = {
    "ud": "Oslo|NNP|nsubj|2 gave|VBD|root|0 Kyiv|NNP|iobj|2 boats|NNS|obj|2 after|IN|case|6 talks|NNS|obl|2 with|IN|case|8 "
    "envoys|NNS|nmod|6 .|.|punct|2",
    "clearnlp": "Oslo|NNP|nsubj|2 gave|VBD|root|0 Kyiv|NNP|dative|2 boats|NNS|dobj|2 after|IN|prep|2 talks|NNS|pobj|5 with|IN|prep|6 "
    "envoys|NNS|pobj|7 .|.|punct|2",
}
PROMISED = {
    "ud": "Lima|NNP|nsubj|4 has|VBZ|aux|4 not|RB|advmod|4 promised|VBN|root|0 to|TO|mark|6 withdraw|VB|xcomp|4 .|.|punct|4",
    "clearnlp": "Lima|NNP|nsubj|4 has|VBZ|aux|4 not|RB|neg|4 promised|VBN|root|0 to|TO|aux|6 withdraw|VB|xcomp|4 .|.|punct|4",
}
SHOT = {
    "ud": "The|DT|det|2 man|NN|nsubj|7 who|WP|nsubj|4 shot|VBD|acl:relcl|2 Ruiz|NNP|obj|4 has|VBZ|aux|7 fled|VBN|root|0 .|.|punct|7",
    "clearnlp": "The|DT|det|2 man|NN|nsubj|7 who|WP|nsubj|4 shot|VBD|relcl|2 Ruiz|NNP|dobj|4 has|VBZ|aux|7 fled|VBN|root|0 .|.|punct|7",
}
CRITIC = {
    "ud": "Ito|NNP|nsubj|4 is|VBZ|cop|4 a|DT|det|4 critic|NN|root|0 of|IN|case|6 Oslo|NNP|nmod|4 .|.|punct|4",
    "clearnlp": "Ito|NNP|nsubj|2 is|VBZ|root|0 a|DT|det|4 critic|NN|attr|2 of|IN|prep|4 Oslo|NNP|pobj|5 .|.|punct|2",
}
LABELS = ["ud", "clearnlp"]


def doc_of(rows: str) -> Doc:
    return tree(" ".join(row.split("|")[0] for row in rows.split()), rows)


def word(doc: Doc, form: str) -> Token:
    return next(token for token in doc if token.text == form)


def texts(tokens: list[Token]) -> list[str]:
    return [token.text for token in tokens]


@pytest.mark.parametrize("labels", LABELS)
def test_passive_and_its_doers(labels):
    attacked = word(doc_of(ATTACKED[labels]), "attacked")
    assert clauses.is_passive(attacked)
    assert texts(clauses.subjects(attacked)) == ["towns"]
    assert texts(clauses.agents(attacked)) == ["rebels", "soldiers"]


@pytest.mark.parametrize("labels", LABELS)
def test_objects_and_prepositional_phrases(labels):
    doc = doc_of(GAVE[labels])
    gave = word(doc, "gave")
    assert texts(clauses.objects(gave)) == ["boats"]
    assert texts(clauses.indirect_objects(gave)) == ["Kyiv"]
    assert [(phrase.preposition, phrase.head.text) for phrase in clauses.obliques(gave)] == [("after", "talks")]
    assert [(phrase.preposition, phrase.head.text) for phrase in clauses.obliques(word(doc, "talks"))] == [("with", "envoys")]


@pytest.mark.parametrize("labels", LABELS)
def test_negation_and_infinitive_with_its_subject(labels):
    doc = doc_of(PROMISED[labels])
    assert texts(clauses.negations(word(doc, "promised"))) == ["not"]
    assert texts(clauses.open_complements(word(doc, "promised"))) == ["withdraw"]
    assert clauses.marker(word(doc, "withdraw")) == "to"
    assert texts(clauses.understood_subjects(word(doc, "withdraw"))) == ["Lima"]


@pytest.mark.parametrize("labels", LABELS)
def test_a_relative_pronoun_stands_for_its_noun(labels):
    doc = doc_of(SHOT[labels])
    assert texts(clauses.understood_subjects(word(doc, "shot"))) == ["man"]
    assert texts(clauses.relative_clauses(word(doc, "man"))) == ["shot"]


def test_a_predicate_noun_heads_its_clause_in_one_label_set_and_hangs_on_the_verb_in_the_other():
    critic = word(doc_of(CRITIC["ud"]), "critic")
    assert texts(clauses.subjects(critic)) == ["Ito"]
    copula = clauses.copula(critic)
    assert copula is not None and copula.text == "is"
    assert texts(clauses.predicatives(word(doc_of(CRITIC["clearnlp"]), "is"))) == ["critic"]


def test_complements_with_what_is_joined_to_them():
    doc = doc_of(
        "Oslo|NNP|nsubj|2 said|VBD|root|0 that|IN|mark|5 talks|NNS|nsubj|5 failed|VBD|ccomp|2 and|CC|cc|8 war|NN|nsubj|8 "
        "came|VBD|conj|5 .|.|punct|2"
    )
    assert texts(clauses.complements(word(doc, "said"))) == ["failed", "came"]
    assert clauses.marker(word(doc, "failed")) == "that"
    assert clauses.first_conjunct(word(doc, "came")).text == "failed"
    assert texts(list(clauses.ancestors(word(doc, "war")))) == ["came", "failed", "said"]
    assert clauses.clause_of(word(doc, "that")).text == "failed"
    assert clauses.clause_of(word(doc, "said")).text == "said"


def test_possessors_appositions_and_particles():
    doc = doc_of(
        "Oslo|NNP|nmod:poss|3 's|POS|case|1 envoy|NN|nsubj|6 ,|,|punct|5 Ito|NNP|appos|3 carried|VBD|root|0 out|RP|compound:prt|6 "
        "raids|NNS|obj|6 .|.|punct|6"
    )
    assert texts(clauses.possessors(word(doc, "envoy"))) == ["Oslo"]
    assert texts(clauses.appositions(word(doc, "envoy"))) == ["Ito"]
    assert clauses.particle_of(word(doc, "carried")) == "out"
