"""Example articles and what is to be found in them: quotes with speakers, events with participants, status and asserter.

The expected records lie in expected/, one file per article. After a change that is meant to change them:

    python -m tests.golden.test_golden

writes them anew; read the difference before you commit it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tasks.extract.pipeline import extract, load_pipeline
from tasks.read.registry import read_source
from tasks.read.sources import find_sources
from tasks.records import Document, Extraction

HERE = Path(__file__).parent
EXAMPLES = HERE.parent.parent / "examples" / "articles"
ARTICLES = ("ireland-department-statement-2024-03-12.txt", "norway-ministry-statement.html", "galway-courier.csv")


def found_in(article: str) -> list[dict[str, Any]]:
    """Return what is found in the documents of an example file, with words instead of offsets and names instead of ids."""
    documents = [item for item in read_source(find_sources([str(EXAMPLES / article)])[0]) if isinstance(item, Document)]
    return [readable(document, found) for document, found in extract(load_pipeline(), documents) if isinstance(found, Extraction)]


def readable(document: Document, found: Extraction) -> dict[str, Any]:
    names = {actor.actor_id: actor.name for actor in found.actors} | {"author": "author"}

    def words(*spans: tuple[int, int]) -> str:
        return " … ".join(document.text[start:end] for start, end in spans)

    return {
        "actors": sorted(f"{actor.name} ({actor.type}, {actor.country})" for actor in found.actors),
        "quotes": [
            {"speaker": names.get(quote.speaker_actor or ""), "kind": quote.kind, "quote": words(*quote.content)}
            for quote in found.quotes
        ],
        "events": [
            {
                "who": [names[actor] for actor in event.initiators],
                "did": f"{event.type} ({words(event.trigger)})",
                "whom": [names[actor] for actor in event.recipients],
                "happened": f"{event.polarity}, {event.status}",
                "according to": names[event.asserted_by],
            }
            for event in found.events
        ],
    }


@pytest.mark.parametrize("article", ARTICLES)
def test_example_gives_the_expected_records(article: str) -> None:
    assert found_in(article) == json.loads((HERE / "expected" / f"{article}.json").read_text(encoding="utf-8"))


if __name__ == "__main__":
    for name in ARTICLES:
        text = json.dumps(found_in(name), indent=1, ensure_ascii=False)
        (HERE / "expected" / f"{name}.json").write_text(text + "\n", encoding="utf-8")
