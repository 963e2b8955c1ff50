"""The shipped encoder pipeline on text as it comes: odd characters, long words and documents, any batch."""

import pytest
import spacy
from spacy.language import Language

from tasks.errors import FatalError
from tasks.extract.pipeline import model_path

SENTENCE = "Officials in Kampala said on Monday that Uganda had signed the treaty."


@pytest.fixture(scope="module")
def nlp() -> Language:
    try:
        folder = model_path("accurate")
    except FatalError:
        pytest.skip("the encoder pipeline is not shipped here")
    return spacy.load(folder)


def test_tags_trees_and_names(nlp: Language) -> None:
    doc = nlp(SENTENCE)
    said, signed = doc[3], next(token for token in doc if token.text == "signed")
    assert said.dep_ == "ROOT"
    assert (signed.head, signed.dep_, signed.lemma_, signed.pos_) == (said, "ccomp", "sign", "VERB")
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Kampala", "GPE"), ("Monday", "DATE"), ("Uganda", "GPE")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "🙂🙂 👩‍👩‍👧",
        "cafe\u0301 e\u0301te\u0301",
        "a" * 1000,
        "\u0301",
        "\x00\ufffd\u200b",
        "((((“”’’’",
        "x " * 900,
        "。「」العربية",
    ],
)
def test_any_text_is_read(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    for sent in doc.sents:
        assert sum(token.head == token for token in sent) == 1
        assert all(token.head in sent for token in sent)


def test_a_document_reads_alike_in_any_company(nlp: Language) -> None:
    texts = [SENTENCE, "No.", SENTENCE * 3, "MINISTER QUITS\n\n“I am done,” said Akello."]
    alone = [nlp(text).to_json() for text in texts]
    assert [doc.to_json() for doc in nlp.pipe(texts, batch_size=4)] == alone
    assert [doc.to_json() for doc in nlp.pipe(texts[::-1], batch_size=2)] == alone[::-1]


def test_long_documents_are_cut_at_sentences(nlp: Language) -> None:
    doc = nlp(" ".join([SENTENCE] * 60))
    assert [sent.text for sent in doc.sents] == [SENTENCE] * 60


def test_a_heading_and_a_paragraph_are_two_sentences(nlp: Language) -> None:
    doc = nlp("Minister quits over treaty\n\nThe minister of Uganda left on Monday.")
    assert [sent.text.strip() for sent in doc.sents] == ["Minister quits over treaty", "The minister of Uganda left on Monday."]
