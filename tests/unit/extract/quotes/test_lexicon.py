"""The data files: well formed, without doubles, in the vocabulary that docs/quotes.md describes."""

import pytest

from tasks.extract.quotes import lexicon

FRAMES = {"clause", "question", "quotation", "object", "predicate", "withhold", "source"}
STANCES = {
    "neutral", "assertive", "believing", "doubting", "asking", "demanding", "promising", "warning", "threatening",
    "accusing", "praising", "conceding", "agreeing", "denying",
}  # fmt: skip


@pytest.mark.parametrize("pos", ["verb", "noun", "adjective", "carrier", "source"])
def test_every_cue_is_well_formed(pos):
    for lemma, cue in lexicon.cues(pos).items():
        assert lemma == lemma.lower().strip()
        assert cue.frames and cue.frames <= FRAMES
        assert cue.stance in STANCES
        assert cue.polarity in {"affirmed", "negated"}


def test_no_cue_is_listed_twice():
    rows = [(row["lemma"], row["pos"]) for row in lexicon._rows("cues.tsv")]
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("said", "say"),
        ("denies", "deny"),
        ("admitted", "admit"),
        ("urging", "urge"),
        ("told", "tell"),
        ("boasted", "boast"),
        ("wrote", "write"),
    ],
)
def test_a_verb_is_known_by_its_forms(form, lemma):
    assert lemma in {cue.lemma for cue in lexicon.verb_forms()[form]}


def test_media_and_documents():
    assert lexicon.media()["tweet"] == "post"
    assert "poll" in lexicon.documents()
    assert "interview" not in lexicon.documents()
