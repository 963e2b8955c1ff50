"""The component `readout_encoder` on Docs, with a stand-in for the network."""

from collections.abc import Sequence
from typing import Any

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc
from spacy.vocab import create_vocab

from tasks.errors import FatalError
from tasks.extract.encoder.component import EncoderComponent
from tasks.extract.encoder.reader import Reading
from tasks.extract.encoder.words import GLUED, NEW_LINE, SPACED


class FirstWordIsRoot:
    """Reads every word as a noun that hangs on the first word of its sentence; capitalised words are names."""

    def __init__(self) -> None:
        self.given: list[tuple[list[str], list[int], list[int]]] = []

    def read(self, words: Sequence[str], spacing: Sequence[int], starts: Sequence[int]) -> Reading:
        self.given.append((list(words), list(spacing), list(starts)))
        heads, root = [], 0
        for index, start in enumerate(starts):
            root = index if start == 1 else root
            heads.append(root)
        return Reading(
            upos=["NOUN"] * len(words),
            xpos=["NN"] * len(words),
            feats=["Number=Sing"] * len(words),
            lemmas=[word.lower() for word in words],
            heads=heads,
            deprels=["nmod"] * len(words),
            starts=[start == 1 for start in starts],
            names=[(i, i + 1, "ORG") for i, word in enumerate(words) if word[0].isupper()],
        )


@pytest.fixture
def component() -> EncoderComponent:
    made = EncoderComponent(create_vocab("en", English.Defaults))
    made._reader = FirstWordIsRoot()  # type: ignore[assignment]
    return made


def _doc(component: EncoderComponent, words: list[str], spaces: list[bool], starts: list[Any] | None = None) -> Doc:
    return Doc(component.vocab, words=words, spaces=spaces, sent_starts=starts)


def test_all_layers_are_set(component: EncoderComponent) -> None:
    doc = component(_doc(component, ["Nato", "met", ".", "It", "left"], [True, False, True, True, False], [1, -1, -1, 1, -1]))
    assert [token.tag_ for token in doc] == ["NN"] * 5
    assert {token.pos_ for token in doc} == {"NOUN"}
    assert str(doc[0].morph) == "Number=Sing"
    assert doc[0].lemma_ == "nato"
    assert [token.head.i for token in doc] == [0, 0, 0, 3, 3]
    assert [token.dep_ for token in doc] == ["ROOT", "nmod", "nmod", "ROOT", "nmod"]
    assert [sent.text for sent in doc.sents] == ["Nato met.", "It left"]
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Nato", "ORG"), ("It", "ORG")]


def test_white_space_is_no_word_and_hangs_on_the_word_before(component: EncoderComponent) -> None:
    doc = component(_doc(component, ["\n", "Peace", "\n\n", "Nato", "met"], [False, False, False, True, False]))
    words, spacing, _ = component.reader.given[0]  # type: ignore[attr-defined]
    assert words == ["Peace", "Nato", "met"]
    assert spacing == [NEW_LINE, NEW_LINE, SPACED]
    assert [token.head.i for token in doc if token.is_space] == [1, 1]
    assert [token.pos_ for token in doc if token.is_space] == ["SPACE", "SPACE"]


def test_spacing_tells_glued_words(component: EncoderComponent) -> None:
    component(_doc(component, ["It", "’s", "on"], [False, True, False]))
    assert component.reader.given[0][1] == [NEW_LINE, GLUED, SPACED]  # type: ignore[attr-defined]


@pytest.mark.parametrize("words", [[], [" "], ["\n", "\n"]])
def test_texts_without_words_stay_without_annotation(component: EncoderComponent, words: list[str]) -> None:
    doc = component(_doc(component, words, [False] * len(words)))
    assert not doc.ents


def test_a_component_without_network_says_so() -> None:
    vocab = create_vocab("en", English.Defaults)
    with pytest.raises(FatalError, match="R302"):
        EncoderComponent(vocab)(Doc(vocab, words=["Hello"]))
