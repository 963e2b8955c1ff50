"""The shipped examples: what the README of examples/ says of them."""

from __future__ import annotations

from datetime import date

from tasks.read.registry import read_source
from tasks.read.sources import find_sources
from tasks.records import Document
from tests.conftest import ROOT


def test_eight_accounts_are_seven_documents_of_one_week():
    found = [one for source in find_sources([str(ROOT / "examples" / "articles")]) for one in read_source(source)]
    assert all(isinstance(one, Document) for one in found)
    documents = [one for one in found if isinstance(one, Document)]
    assert len(documents) == 8
    assert len({document.doc_id for document in documents}) == 7
    assert all(document.title and document.published for document in documents)
    assert {document.published for document in documents} <= {date(2024, 3, day) for day in range(11, 18)}
