"""Workers: a document that kills, hangs or fails its worker costs only itself."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path

from tasks.extract.workers import Worker, Workers
from tasks.records import Document, Reject


def work(documents: list[Document], folder: Path, rejects: list[Reject]) -> Path:
    """Write down what came; die or hang where the text says so."""
    for document in documents:
        if document.text == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        if document.text == "hangs":
            time.sleep(600)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text(json.dumps([[document.doc_id for document in documents], [reject.code for reject in rejects]]))
    return folder


def documents(*texts: str) -> list[Document]:
    return [Document(doc_id=f"{number}", text=text) for number, text in enumerate(texts)]


def test_a_killed_worker_and_a_hanging_one_cost_one_document_each(tmp_path: Path) -> None:
    with Workers([Worker(work)], document_timeout=5.0) as workers:
        package = workers.extract(documents("fine", "killed", "fine", "hangs"), tmp_path / "batch")
        assert json.loads(package.read_text()) == [["0", "2"], ["R201", "R202"]]
        again = workers.extract(documents("fine"), tmp_path / "next")
    assert json.loads(again.read_text()) == [["0"], []]
