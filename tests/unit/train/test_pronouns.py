"""Learning how pronouns choose: what is right gets weight, what is wrong loses it, and the file holds every class."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from tasks.extract.actors.sieves.pronouns import WEIGHTS
from tasks.train.pronouns import CLASSES, Lesson, learn, learn_from, write_weights

NEAR_IS_RIGHT = [Lesson("it", (("near",), ("far",), ("nobody",)), (True, False, False), f"doc{n}") for n in range(8)]
NOBODY_IS_RIGHT = [Lesson("it", (("far",), ("nobody",)), (False, True), f"doc{n}") for n in range(8)]


def test_what_is_right_gets_more_weight_than_what_is_wrong() -> None:
    weights = learn([*NEAR_IS_RIGHT, *NOBODY_IS_RIGHT])
    assert weights["near"] > weights["nobody"] > weights["far"]


def test_a_feature_seen_in_few_lessons_gets_no_weight() -> None:
    assert "odd" not in learn([*NEAR_IS_RIGHT, Lesson("it", (("near", "odd"), ("nobody",)), (True, False), "doc")])


def test_learning_twice_gives_the_same_file_with_every_class(tmp_path: Path) -> None:
    data = [Lesson(cls, lesson.choices, lesson.right, lesson.doc_id) for cls in CLASSES for lesson in NEAR_IS_RIGHT]
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    write_weights(data, one)
    write_weights(data, other)
    assert one.read_text(encoding="utf-8") == other.read_text(encoding="utf-8")
    assert set(json.loads(one.read_text(encoding="utf-8"))) == set(CLASSES)


def test_the_shipped_weights_have_a_threshold_for_every_class() -> None:
    shipped = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    assert set(shipped) == set(CLASSES) and all(0 < weights["threshold"] < 1 for weights in shipped.values())


def test_too_little_to_learn_from_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text("", encoding="utf-8")
    monkeypatch.setattr("tasks.train.pronouns.load_pipeline", lambda _: _Parser())
    with pytest.raises(ValueError, match="no marked pronouns"):
        learn_from([gold], "none", tmp_path / "weights.json")


def test_news_is_not_learnt_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gold = tmp_path / "gold.jsonl"
    documents: list[dict[str, object]] = [
        {"doc_id": genre, "genre": genre, "text": genre, "mentions": []} for genre in ("news", "letter")
    ]
    gold.write_text("".join(f"{json.dumps(document)}\n" for document in documents), encoding="utf-8")
    parser = _Parser()
    monkeypatch.setattr("tasks.train.pronouns.load_pipeline", lambda _: parser)
    with pytest.raises(ValueError):
        learn_from([gold], "none", tmp_path / "weights.json")
    assert parser.texts == ["letter"]


class _Parser:
    """A pipeline that keeps what it is asked to parse and gives nothing back."""

    texts: list[str]

    def select_pipes(self, disable: list[str]) -> "_Parser":
        return self

    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None: ...

    def pipe(self, texts: Iterable[str]) -> list[object]:
        self.texts = list(texts)
        return []
