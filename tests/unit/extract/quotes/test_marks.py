"""Quote marks: every style paired, nothing lost whatever marks a text holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.tokens import Doc

from tasks.extract.quotes.component import Quotes
from tasks.extract.quotes.marks import pair_marks, paragraphs

TOKENIZER = English().tokenizer


def marked(text: str) -> list[str]:
    return [text[zone.start : zone.end] for zone in pair_marks(text, paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We are late," she said. "Go."', ['"We are late,"', '"Go."']),
        ("“We are late,” she said.", ["“We are late,”"]),
        ('“We are late," she said.', ['“We are late,"']),
        ("‘We are the drivers’ union,’ he said.", ["‘We are the drivers’ union,’"]),
        ("'It isn't ours,' he said.", ["'It isn't ours,'"]),
        ("«Enough», he said. »Enough«, she said.", ["«Enough»", "»Enough«"]),
        ("„Enough“, he said. „Enough”, she said.", ["„Enough“", "„Enough”"]),
        ("They cried ``shame'' twice.", ["``shame''"]),
        ("“He said ‘no’ to us,” she said.", ["“He said ‘no’ to us,”", "‘no’"]),
        ('"He said "no" to us," she said.', ['"He said "no" to us,"', '"no"']),
    ],
)
def test_every_style_is_paired(text, expected):
    assert marked(text) == expected


@pytest.mark.parametrize(
    "text",
    ["It's the '90s again in Jess' shop.", "He is 6'2\" tall.", 'A stray " mark.', "Rock 'n' roll isn't dead.", '5" pipes'],
)
def test_what_is_no_quote_mark_is_left_alone(text):
    assert marked(text) == []


def test_a_quote_goes_on_over_paragraphs_that_open_with_a_mark():
    text = "“We had no map.\n“We had no boat.”"
    first, second = pair_marks(text, paragraphs(text))
    assert (first.closed, second.closed) == (False, True)
    assert text[slice(*first.inner)] == "We had no map."


def test_a_quote_led_in_by_a_colon_goes_on_in_a_paragraph_that_only_closes_it():
    assert marked('She said: "We had no map.\nWe had no boat."') == ['"We had no map.', 'We had no boat."']


def test_a_missing_mark_costs_one_paragraph_at_most():
    assert marked('He called it "absurd.\n"We are late," she said.\nAnother "one" here.')[-2:] == ['"We are late,"', '"one"']


def test_the_parent_of_a_nested_stretch_is_told():
    text = "“A ‘b’ c” and “d”"
    assert [zone.parent for zone in pair_marks(text, paragraphs(text))] == [None, 0, None]


def test_a_line_wrapped_inside_a_sentence_is_one_paragraph():
    assert paragraphs("The dam held\nfor a day.\n\nIt broke.") == [(0, 23), (25, 34)]


@given(st.text(st.sampled_from(list("ab. ,\n'\"“”‘’«»„‟‚‛`-A?")), max_size=60))
def test_no_string_of_marks_loses_or_shifts_anything(text):
    bounds = paragraphs(text)
    zones = pair_marks(text, bounds)
    assert zones == pair_marks(text, bounds)
    for zone in zones:
        assert 0 <= zone.start <= zone.inner[0] < zone.inner[1] <= zone.end <= len(text)
        assert any(start <= zone.start and zone.end <= end for start, end in bounds)
    for one in zones:
        for other in zones:
            crossing = one.start < other.start < one.end < other.end
            assert not crossing


@given(st.text(st.sampled_from(list("ab. ,\n'\"“”‘’«»„`A?")), max_size=60))
def test_the_component_survives_any_mixture_with_spans_inside_the_text(text):
    doc = TOKENIZER(f"Ito said {text}")
    doc = Doc(
        doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc], sent_starts=[t.i == 0 for t in doc]
    )
    for token in doc:
        token.pos_ = "SPACE" if token.is_space else "PUNCT" if token.is_punct else "VERB" if token.text == "said" else "NOUN"
        token.head, token.dep_ = doc[min(1, len(doc) - 1)], "dep"
    for quote in Quotes()(doc)._.quotes:
        for start, end in (*quote.content, *quote.cue, *quote.speaker):
            assert 0 <= start < end <= len(doc.text)
