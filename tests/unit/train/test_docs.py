import random
from dataclasses import replace

import pytest
import spacy

from tasks.train.corpora import NamedText, Sentence
from tasks.train.docs import group_names, names_to_doc, sentences_to_doc
from tasks.train.mentions import replace_mentions, take_inventory
from tasks.train.silver import SilverSentence, names_doc
from tasks.train.styles import as_headline, curl, curl_text, title_case, upper
from tasks.train.tokenizer import split_hyphens

SENTENCE = Sentence(
    sent_id="1",
    doc_id="d",
    paragraph=1,
    words=("She", "said", '"', "no", '"', "."),
    spaces=(True, True, False, False, False, True),
    upos=("PRON", "VERB", "PUNCT", "INTJ", "PUNCT", "PUNCT"),
    xpos=("PRP", "VBD", "``", "UH", "''", "."),
    lemmas=("she", "say", '"', "no", '"', "."),
    feats=("", "", "", "", "", ""),
    heads=(1, 1, 3, 1, 3, 1),
    deprels=("nsubj", "root", "punct", "ccomp", "punct", "punct"),
)


@pytest.fixture(scope="module")
def nlp() -> spacy.language.Language:
    nlp = spacy.blank("en")
    split_hyphens(nlp)
    return nlp


def test_paragraphs_are_joined_by_a_line_break_that_belongs_to_the_first(nlp: spacy.language.Language) -> None:
    doc = sentences_to_doc(nlp.vocab, [SENTENCE, replace(SENTENCE, paragraph=2), replace(SENTENCE, paragraph=2)])
    assert doc.text == 'She said "no".\nShe said "no". She said "no".'
    assert [sent.text for sent in doc.sents] == ['She said "no".\n', 'She said "no".', 'She said "no".']
    assert [token.dep_ for token in doc if token.is_space] == ["dep"]
    assert doc[8].head.i == 8
    assert doc[7].head.text == "said"


def test_names_inside_one_token_leave_its_label_unknown(nlp: spacy.language.Language) -> None:
    doc = names_to_doc(nlp, "TeamHalden beat Vera Moss", [(4, 10, "GPE"), (16, 25, "PERSON")])
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Vera Moss", "PERSON")]
    assert [token.ent_iob_ for token in doc] == ["", "O", "B", "I"]


def test_neighbours_are_joined_with_moved_offsets() -> None:
    texts = [NamedText("own", "d", str(i), "Ada sings.", ((0, 3, "PERSON"),)) for i in range(6)]
    for text in group_names(texts, random.Random(1)):
        assert all(text.text[start:end] == "Ada" for start, end, _ in text.ents)


def test_unsure_words_of_silver_names_stay_unknown(nlp: spacy.language.Language) -> None:
    silver = SilverSentence(SENTENCE, ((0, 1, "PERSON"), (3, 4, "ORG")), frozenset({3}), 1.0)
    doc = names_doc(nlp.vocab, silver)
    assert [token.ent_iob_ for token in doc] == ["B", "O", "O", "", "O", "O"]


def test_curly_marks_open_and_close() -> None:
    assert curl(SENTENCE).text == "She said “no”."
    assert curl_text("\"It's 'odd',\" O'Dea said (\"twice\").") == "“It’s ‘odd’,” O’Dea said (“twice”)."


@pytest.mark.parametrize(("style", "text"), [("caps", 'SHE SAID "NO"'), ("title", 'She Said "No"'), ("plain", 'She said "no"')])
def test_headlines_lose_the_full_stop(style: str, text: str) -> None:
    headline = as_headline(SENTENCE, style)
    assert headline.text == text
    assert len(headline.heads) == len(headline.words) == 5


@pytest.mark.parametrize("change", [upper, title_case, curl_text])
def test_other_print_keeps_offsets(change: object) -> None:
    text = 'Straße, "O\'Dea" and ŉ'
    assert callable(change)
    assert len(change(text)) == len(text)


def test_other_names_keep_offsets_and_recur() -> None:
    texts = [
        NamedText(
            "own",
            "",
            "1",
            "Vera Moss met Moss in Halden; Vera Moss left.",
            ((0, 9, "PERSON"), (22, 28, "GPE"), (30, 39, "PERSON")),
        ),
        NamedText("own", "", "2", "Omar Lind met Iris Vale in Tarn.", ((0, 9, "PERSON"), (14, 23, "PERSON"), (27, 31, "GPE"))),
    ]
    inventory = take_inventory(texts)
    for text in replace_mentions(texts, inventory, random.Random(3)):
        names = [(text.text[start:end], label) for start, end, label in text.ents]
        assert all(name in inventory.names["GPE"] for name, label in names if label == "GPE")
        assert all(name.split()[0] in inventory.first for name, label in names if label == "PERSON")
    first = next(iter(replace_mentions(texts, inventory, random.Random(3))))
    assert first.text[slice(*first.ents[0][:2])] == first.text[slice(*first.ents[2][:2])]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U.S.-led", "U.S. - led"),
        ("30-day", "30 - day"),
        ("oil-rich", "oil - rich"),
        ("non-profit", "non-profit"),
        ("and/or", "and / or"),
        ("D’Anieri", "D’Anieri"),
        ("Russia’s", "Russia ’s"),
        ("what?!", "what ?!"),
        ("F-16", "F - 16"),
        ("cross-border", "cross-border"),
        ("two- and three-year", "two - and three - year"),
        ("555-0142", "555-0142"),
        ("31-12-1999", "31-12-1999"),
        ("budget-final.pdf", "budget-final.pdf"),
        ("60's", "60's"),
        ("#Halden", "#Halden"),
        ("8:15pm", "8:15 pm"),
        ("$4bn", "$ 4 bn"),
        ("official(s)", "official ( s )"),
        ("(page 8)", "( page 8 )"),
        ("They wed", "They wed"),
        ("wanna", "wan na"),
    ],
)
def test_tokens_are_those_of_the_treebanks(nlp: spacy.language.Language, text: str, words: str) -> None:
    assert [token.text for token in nlp(text)] == words.split()
