"""The measures of quotes: right on small examples, in agreement with the reference scorer, above their floors on news."""

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from tasks.errors import FatalError
from tasks.evaluate.quotes import _widened, score_quotes
from tasks.extract.pipeline import extract, load_pipeline, model_path
from tasks.records import Document, Extraction, Quote

TEXT = 'Ruiz said that boats sank. "We swam," Ito said.'
GOLD = {
    "doc_id": "a",
    "text": TEXT,
    "quotes": [
        {"content": [[10, 25]], "cue": [[5, 9]], "source": [[0, 4]], "type": "indirect"},
        {"content": [[27, 37]], "cue": [[42, 46]], "source": [[38, 41]], "type": "direct"},
    ],
}
FIRST = Quote(content=((15, 25),), kind="indirect", cue=((5, 9),), speaker=((0, 4),))
SECOND = Quote(content=((28, 35),), kind="direct", cue=((42, 46),), speaker=((38, 41),))


def test_content_is_widened_to_marks_and_conjunction():
    assert _widened((28, 35), TEXT) == (27, 37)
    assert _widened((15, 25), TEXT) == (10, 25)


def test_all_right():
    figures = score_quotes([(GOLD, [FIRST, SECOND])])
    assert figures["relation"] == figures["content_exact"] == figures["speaker"] == 100
    assert (figures["documents"], figures["quotes"]) == (1, 2)


def test_what_is_missed_and_what_is_too_much():
    figures = score_quotes([(GOLD, [FIRST, Quote(content=((0, 4),), kind="indirect")])])
    assert figures["precision"] == figures["recall"] == figures["relation"] == 50
    assert figures["content_half_direct"] == 0


def test_nested_and_other_cues_count_neither_way():
    nested = {**GOLD, "quotes": GOLD["quotes"][:1], "nested": GOLD["quotes"][1:]}
    assert score_quotes([(nested, [FIRST, SECOND])])["relation"] == 100
    soft = {**GOLD, "quotes": [{**GOLD["quotes"][0], "reporting": False}, GOLD["quotes"][1]]}
    assert score_quotes([(soft, [FIRST, SECOND])], reporting=True)["relation"] == 100


@pytest.fixture(scope="module")
def news(shared: Path) -> list[tuple[dict[str, object], list[Quote]]]:
    """Gold news articles with the quotes that the shipped pipeline finds."""
    try:
        model_path()
    except FatalError:
        pytest.skip("no pipeline is shipped")
    files = [shared / "evaluation" / "quotes" / name for name in ("gum-news-train.jsonl", "gum-news-dev.jsonl")]
    rows = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    documents = [Document(doc_id=row["doc_id"], text=row["text"]) for row in rows]
    found = [list(one.quotes) for _, one in extract(load_pipeline(), documents) if isinstance(one, Extraction)]
    return list(zip(rows, found, strict=True))


#: About a point below what was measured on these 22 articles of news.
FLOORS = {"content_exact": 73.5, "relation": 78.0, "content_half": 85.0, "content_half_direct": 92.5, "speaker": 95.5}


def test_floors_on_news(news):
    figures = score_quotes(news)
    assert {name: figures[name] for name, floor in FLOORS.items() if figures[name] < floor} == {}


def test_agreement_with_the_reference_scorer(news, shared, tmp_path):
    rows = [{"doc_id": row["doc_id"], "quotes": [_as_reference(quote, row["text"]) for quote in found]} for row, found in news]
    gold, predicted = tmp_path / "gold.jsonl", tmp_path / "predicted.jsonl"
    gold.write_text("\n".join(json.dumps(row) for row, _ in news), encoding="utf-8")
    predicted.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    scorer = [sys.executable, str(shared / "evaluation" / "quotes" / "score.py"), str(gold), str(predicted), "--json"]
    reference = json.loads(subprocess.run(scorer, capture_output=True, check=True, text=True).stdout)
    figures = score_quotes(news)
    names = {
        "content_exact": "frag content exact",
        "content_partial": "frag content partial",
        "content_half": "quote content >=0.5",
        "content_half_direct": "quote content >=0.5 direct",
        "cue": "quote cue overlap",
        "relation": "quote relation",
    }
    for ours, theirs in names.items():
        assert figures[ours] == pytest.approx(100 * reference[theirs]["f"], abs=0.05), ours
    assert figures["speaker"] == pytest.approx(100 * reference["acc speaker"]["acc"], abs=0.05)


def _as_reference(quote: Quote, text: str) -> dict[str, object]:
    row = asdict(quote)
    return {
        "content": [_widened(span, text) for span in row["content"]],
        "cue": row["cue"],
        "source": row["speaker"],
        "type": row["kind"],
    }
