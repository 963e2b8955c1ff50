import gzip
import json
from pathlib import Path

import pytest

from tasks.train.corpora import detokenize, read_names, read_raw, read_treebank

CONLLU = """\
# newdoc id = letters
# newpar
# sent_id = 1
# text = We don't sing.
1\tWe\twe\tPRON\tPRP\tCase=Nom\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tsing\tsing\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# newpar
# sent_id = 2
# text = Yes
1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_
1.1\tsing\tsing\tVERB\tVB\t_\t_\t_\t_\t_

# newdoc id = GUM_court_case
# sent_id = 3
# text = No
1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_
"""


def test_treebank_sentences_keep_text_paragraphs_and_heads(tmp_path: Path) -> None:
    (tmp_path / "a.conllu").write_text(CONLLU, encoding="utf-8")
    first, second = read_treebank(tmp_path / "a.conllu")
    assert first.text == "We don't sing."
    assert first.words == ("We", "do", "n't", "sing", ".")
    assert first.heads == (3, 3, 3, 3, 3)
    assert (first.feats[0], first.feats[1]) == ("Case=Nom", "")
    assert (first.doc_id, first.paragraph, second.paragraph) == ("letters", 1, 2)
    assert second.words == ("Yes",)  # the empty node 1.1 is no word


def test_documents_of_uncertain_licence_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.conllu").write_text(CONLLU, encoding="utf-8")
    assert "3" not in [sentence.sent_id for sentence in read_treebank(tmp_path / "a.conllu")]


def test_names_keep_offsets_and_known_types_only(tmp_path: Path) -> None:
    row = {
        "src": "own",
        "id": 7,
        "text": "Secretary of State Ada Brandt cited the Ports Act in Lund.",
        "ents": [[53, 57, "GPE"], [19, 29, "PERSON"], [36, 49, "LAW"], [13, 18, "ORG"]],
    }
    with gzip.open(tmp_path / "n.jsonl.gz", "wt", encoding="utf-8") as out:
        out.write(json.dumps(row) + "\n")
    (named,) = read_names(tmp_path / "n.jsonl.gz")
    assert [(named.text[start:end], label) for start, end, label in named.ents] == [("Ada Brandt", "PERSON"), ("Lund", "GPE")]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("The mayor 's son did n't come .", "The mayor's son didn't come."),
        ('He said " no , " twice .', 'He said "no," twice.'),
        ("It ( the ship ) cost $ 5 .", "It (the ship) cost $5."),
    ],
)
def test_tokens_are_written_as_ordinary_text(words: str, text: str) -> None:
    assert detokenize(words.split()) == text


def test_raw_news_is_read_without_labels_and_only_once(tmp_path: Path) -> None:
    block = "# sent 0\nThe\tDT\tO\nport\tNN\tB-geo\nburned\tVBD\tO\n.\t.\tO\n\n"
    (tmp_path / "raw.iob").write_text(block * 2, encoding="utf-8")
    assert list(read_raw(tmp_path / "raw.iob")) == ["The port burned."]
