import pytest
import spacy
from spacy.tokens import Doc

from tasks.extract.speech import Speech

VOCAB = spacy.blank("en").vocab


def build(rows: str) -> Doc:
    """A Doc from lines of word, tag, universal tag, head (by number), relation."""
    columns = [row.split() for row in rows.strip().splitlines()]
    words, tags, pos, heads, deps = map(list, zip(*columns, strict=True))
    return Doc(VOCAB, words=words, tags=tags, pos=pos, heads=[int(head) for head in heads], deps=deps)


INVERTED = """
Talks NNS NOUN 1 nsubj
failed VBD VERB 1 ROOT
, , PUNCT 1 punct
insisted VBN VERB 5 amod
the DT DET 5 det
envoy NN NOUN 1 obj
. . PUNCT 1 punct
"""
IN_ORDER = """
Talks NNS NOUN 1 nsubj
failed VBD VERB 1 ROOT
, , PUNCT 5 punct
the DT DET 4 det
envoy NN NOUN 5 nsubj
said VBD VERB 1 conj
Friday NNP PROPN 5 obl:unmarked
"""
MEMO = """
She PRP PRON 1 nsubj
said VBD VERB 1 ROOT
in IN ADP 4 case
a DT DET 4 det
memo NN NOUN 1 obl
that IN SCONJ 7 mark
talks NNS NOUN 7 nsubj
failed VBD VERB 4 acl:relcl
"""


def arc(doc: Doc, word: str) -> tuple[str, str]:
    token = next(token for token in doc if token.text == word)
    return token.dep_, token.head.text


@pytest.mark.parametrize(("rows", "verb"), [(INVERTED, "insisted"), (IN_ORDER, "said")])
def test_a_clause_belongs_to_the_verb_of_saying_that_closes_the_sentence(rows: str, verb: str) -> None:
    doc = Speech()(build(rows))
    assert arc(doc, verb) == ("ROOT", verb)
    assert arc(doc, "failed") == ("ccomp", verb)
    assert arc(doc, "envoy") == ("nsubj", verb)
    assert len(list(doc.sents)) == 1


def test_a_that_clause_behind_an_adjunct_belongs_to_the_verb() -> None:
    assert arc(Speech()(build(MEMO)), "failed") == ("ccomp", "said")


SUBJECT_GAP = MEMO.replace("that IN SCONJ 7 mark\ntalks NNS NOUN 7 nsubj", "that WDT PRON 7 nsubj\nhad VBD AUX 7 aux")
NO_CLAUSE = """
In IN ADP 1 case
May NNP PROPN 5 obl
, , PUNCT 1 punct
the DT DET 4 det
envoy NN NOUN 5 nsubj
said VBD VERB 5 ROOT
so RB ADV 5 advmod
"""


@pytest.mark.parametrize(
    "rows", [MEMO.replace("said", "slept"), SUBJECT_GAP, IN_ORDER.replace("said VBD", "slept VBD"), NO_CLAUSE]
)
def test_other_sentences_stay_as_they_are(rows: str) -> None:
    before = build(rows)
    after = Speech()(build(rows))
    assert [(t.head.i, t.dep_) for t in after] == [(t.head.i, t.dep_) for t in before]


def test_a_text_without_trees_is_left_alone() -> None:
    assert not Speech()(Doc(VOCAB, words=["Yes"])).has_annotation("DEP")
