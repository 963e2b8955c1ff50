"""Invented accounts of one diplomatic affair, as rows of the warehouse, and the means to write more in a few lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import polars as pl

from warehouse.connect import writer
from warehouse.load import LoadResult, load_packages, replace_rows
from warehouse.packages import write_package
from warehouse.runs import Run, finish_run, start_run
from warehouse.schema import EXTRACTED, frame

VERSION = "1"


class Story:
    """One document under construction; offsets are found in its text, so that the rows are true of it."""

    def __init__(self, text: str, **metadata: Any) -> None:
        self.text = text
        self.doc_id = metadata.pop("doc_id", f"doc-{sha256(text.encode()).hexdigest()[:12]}")
        self.document = {
            "doc_id": self.doc_id,
            "text": text,
            "word_count": len(text.split()),
            "language": "en",
            "pipeline_version": VERSION,
            **metadata,
        }
        self.rows: dict[str, list[dict[str, Any]]] = {table: [] for table in EXTRACTED}
        for number, match in enumerate(re.finditer(r"\S.*?[.?!”\"](?=\s|$)", text), start=1):
            self._add("sentences", match.span(), sentence_id=f"{self.doc_id}-s{number}", number=number, paragraph_number=1)

    def actor(
        self, name: str, kind: str = "person", *, country: str | None = None, key: bool = True, also: Sequence[str] = ()
    ) -> str:
        """Add an actor, mentioned wherever its name stands, and by the further words given; return its entity id."""
        actor_id = f"{kind}:{name.lower()}" + ("" if key else f"@{self.doc_id}")
        entity_id = f"{self.doc_id}-{name.lower().replace(' ', '-')}"
        spans = [(name, match.span()) for match in re.finditer(re.escape(name), self.text)]
        spans += [(words, self.find(words)) for words in also]
        self.rows["entities"].append(
            {
                "entity_id": entity_id,
                "doc_id": self.doc_id,
                "extracted_actor_id": actor_id,
                "actor_key": name.lower() if key else None,
                "name": name,
                "type": kind,
                "country_code": country,
                "roles": [],
                "mention_count": len(spans),
            }
        )
        for number, (words, span) in enumerate(spans):
            kind_of = "name" if words[0].isupper() else "pronoun"
            ids = {"mention_id": f"{entity_id}-m{number}", "entity_id": entity_id}
            self._add("mentions", span, **ids, text=words, kind=kind_of, rule="name", confidence_score=1.0)
        return entity_id

    def quote(self, content: str, speaker: str | None, **fields: Any) -> str:
        """Add a quote; return its id."""
        span = self.find(content)
        quote_id = f"{self.doc_id}-q{span[0]}"
        reason = None if speaker else "unresolved"
        given = {"kind": "indirect", "stance": "neutral", "polarity": "affirmed", "cue_text": "said", "cue_lemma": "say"} | fields
        ids = {"quote_id": quote_id, "sentence_id": self._sentence_at(span[0])}
        self._add("quotes", span, **ids, text=content, speaker_entity_id=speaker, speaker_reason=reason, **given)
        self._add("quote_spans", span, quote_id=quote_id, part="content", number=1)
        return quote_id

    def event(
        self, trigger: str, kind: str, initiators: Sequence[str] = (), recipients: Sequence[str] = (), **fields: Any
    ) -> str:
        """Add an event; return its id."""
        span = self.find(trigger)
        event_id = f"{self.doc_id}-v{span[0]}"
        given = {
            "polarity": "affirmed",
            "status": "actual",
            "date_basis": "none_stated",
            "contexts": [],
            "source_entity_ids": [],
        } | fields
        ids = {"event_id": event_id, "sentence_id": self._sentence_at(span[0])}
        self._add("events", span, **ids, type=kind, trigger_text=trigger, **given)
        for side, entities in (("initiator", initiators), ("recipient", recipients)):
            for number, entity_id in enumerate(entities, start=1):
                self.rows["event_actors"].append(
                    {"event_id": event_id, "doc_id": self.doc_id, "side": side, "number": number, "entity_id": entity_id}
                )
        return event_id

    def find(self, words: str) -> tuple[int, int]:
        """Return the offsets of the first such words, whole words alone."""
        found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", self.text)
        assert found, f"{words!r} is not in the text"
        return found.span()

    def _sentence_at(self, start: int) -> str | None:
        return next((row["sentence_id"] for row in self.rows["sentences"] if row["start_char"] <= start < row["end_char"]), None)

    def _add(self, table: str, span: tuple[int, int], **fields: Any) -> None:
        self.rows[table].append({"doc_id": self.doc_id, "start_char": span[0], "end_char": span[1], **fields})


def frames_of(stories: Iterable[Story]) -> dict[str, pl.DataFrame]:
    """Return the frames of a package that holds these stories."""
    stories = list(stories)
    frames = {table: frame(table, [row for story in stories for row in story.rows[table]]) for table in EXTRACTED}
    return {"documents": frame("documents", [story.document for story in stories]), **frames}


def package(folder: Path, stories: Iterable[Story]) -> Path:
    """Write one package; its name is that of the folder."""
    return write_package(folder, frames_of(stories), {"pipeline_version": VERSION})


def load(warehouse: Path, *batches: Sequence[Story], run_id: str = "run-1") -> LoadResult:
    """Load batches of stories as one finished run."""
    folder = warehouse.parent / "packages" / run_id
    packages = [package(folder / f"batch-{number}", batch) for number, batch in enumerate(batches)]
    start_run(warehouse, Run(run_id, "ingest"))
    result = load_packages(warehouse, packages, run_id)
    read = result.loaded + result.replaced + result.unchanged + result.duplicates
    finish_run(warehouse, run_id, "completed", counts={"read": read, "loaded": result.loaded, "rejects": 0})
    return result


def affair() -> list[Story]:
    """Return five accounts of one call between two leaders, by different sides."""
    return [_washington(), _moscow(), _kyiv(), _wire("Reuters"), _earlier()]


def affair_accounts(stories: Sequence[Story]) -> pl.DataFrame:
    """Return the accounts that the first two stories give of one pause."""
    rows = [
        {"account_id": "pause", "event_id": event["event_id"], "doc_id": story.doc_id, "basis": "type and participants"}
        for story in stories[:2]
        for event in story.rows["events"]
        if event["type"] == "AGREE"
    ]
    return frame("accounts", rows)


def affair_warehouse(warehouse: Path) -> list[Story]:
    """Load the affair with its accounts; return the stories."""
    stories = affair()
    load(warehouse, stories)
    with writer(warehouse) as connection:
        replace_rows(connection, "accounts", affair_accounts(stories))
    return stories


def _washington() -> Story:
    story = Story(
        "The White House said that Vladimir Putin agreed to a pause in strikes on power stations. "
        "Donald Trump demanded an end to the blockade. “We will meet again soon,” he told reporters.",
        title="White House on the call",
        url="https://news.example/washington",
        source="Capital Daily",
        published_date=date(2025, 3, 18),
        location="washington.txt",
    )
    house = story.actor("White House", "government", country="USA")
    putin = story.actor("Vladimir Putin", country="RUS")
    trump = story.actor("Donald Trump", country="USA", also=["he"])
    quote = story.quote("Vladimir Putin agreed to a pause in strikes on power stations", house)
    story.quote("We will meet again soon,", trump, kind="direct", cue_text="told", cue_lemma="tell")
    dated = {"event_date": date(2025, 3, 18), "date_granularity": "day", "date_basis": "publication"}
    story.event("agreed", "AGREE", [putin], [], asserted_by_entity_id=house, quote_id=quote, **dated)
    demand = story.event("demanded", "REQUEST", [trump], [putin], **dated)
    story.event("end", "RETREAT", [putin], [], status="requested", parent_event_id=demand, relation="content_of_request")
    story.event("meet", "CONSULT", [trump], [putin], status="planned", asserted_by_entity_id=trump)
    return story


def _moscow() -> Story:
    story = Story(
        "The Kremlin said Vladimir Putin agreed to halt strikes on energy for thirty days if Kyiv does the same. "
        "It denied that Russia bombed a hospital. The Kremlin called for a stop to arms deliveries.",
        title="Kremlin on the call",
        url="https://news.example/moscow",
        source="Moscow Wire",
        published_date=date(2025, 3, 19),
        location="moscow.txt",
    )
    kremlin = story.actor("Kremlin", "government", country="RUS")
    putin = story.actor("Vladimir Putin", country="RUS")
    russia = story.actor("Russia", "country", country="RUS")
    kyiv = story.actor("Kyiv", "government", country="UKR")
    quote = story.quote("Vladimir Putin agreed to halt strikes on energy for thirty days if Kyiv does the same", kremlin)
    denied = story.quote("Russia bombed a hospital", kremlin, stance="denying", cue_text="denied", cue_lemma="deny")
    story.event("agreed", "AGREE", [putin], [kyiv], asserted_by_entity_id=kremlin, quote_id=quote)
    denial = story.event("denied", "REJECT", [kremlin])
    fields = {"polarity": "negated", "asserted_by_entity_id": kremlin, "quote_id": denied, "parent_event_id": denial}
    story.event("bombed", "ASSAULT", [russia], **fields, relation="content_of_denial")
    story.event("called", "REQUEST", [kremlin])
    return story


def _kyiv() -> Story:
    story = Story(
        "Russia attacked Ukraine overnight, the mayor said. Ukraine and Poland met in Warsaw. "
        "“Nobody believes this pause,” an aide said.",
        title="Night of drones",
        url="https://news.example/kyiv",
        source="Kyiv Herald",
        published_date=date(2025, 4, 2),
        location="kyiv.jsonl:1",
    )
    russia = story.actor("Russia", "country", country="RUS")
    ukraine = story.actor("Ukraine", "country", country="UKR")
    poland = story.actor("Poland", "country", country="POL")
    story.quote("Nobody believes this pause,", None, kind="direct", speaker_text="an aide")
    dated = {"event_date": date(2025, 4, 1), "date_granularity": "day", "date_basis": "overnight"}
    story.event("attacked", "ASSAULT", [russia], [ukraine], **dated)
    place = story.find("Warsaw")
    fields = {"place_text": "Warsaw", "place_start_char": place[0], "place_end_char": place[1], "place_country_code": "POL"}
    story.event("met", "CONSULT", [ukraine, poland], [], **fields)
    return story


def _wire(source: str) -> Story:
    story = Story(
        "Vladimir Putin praised Poland on Monday. “We want trade with Poland,” Putin said. "
        "Donald Trump criticised Vladimir Putin.",
        title="Putin praises Poland",
        url=f"https://{source.lower()}.example/praise",
        source=source,
        published_date=date(2025, 4, 7),
        location=f"{source.lower()}.csv:2",
    )
    putin = story.actor("Vladimir Putin", country="RUS", also=["Putin"])
    poland = story.actor("Poland", "country", country="POL")
    trump = story.actor("Donald Trump", country="USA")
    story.quote("We want trade with Poland,", putin, kind="direct")
    story.event(
        "praised", "SUPPORT", [putin], [poland], event_date=date(2025, 4, 7), date_granularity="day", date_basis="on Monday"
    )
    story.event("criticised", "ACCUSE", [trump], [putin])
    return story


def _earlier() -> Story:
    story = Story(
        "Donald Trump threatened Russia with sanctions in 2024. Poland sent aid to Ukraine.",
        title="A year before",
        url="https://news.example/earlier",
        source="Capital Daily",
        published_date=date(2024, 12, 1),
        location="earlier.txt",
    )
    trump = story.actor("Donald Trump", country="USA")
    russia = story.actor("Russia", "country", country="RUS")
    poland = story.actor("Poland", "country", country="POL")
    ukraine = story.actor("Ukraine", "country", country="UKR")
    story.event(
        "threatened", "THREATEN", [trump], [russia], event_date=date(2024, 1, 1), date_granularity="year", date_basis="in 2024"
    )
    story.event("aid", "AID", [poland], [ukraine])
    return story
