"""`readout extract`: records to standard output, no warehouse."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.cli.terminal import EXIT_REJECTS, errors

if TYPE_CHECKING:
    from tasks.records import Document, Reject


def extract(
    source: Annotated[
        str, typer.Argument(help='JSON lines of {"doc_id", "text", "date", "title"}: a file, or - for standard input.')
    ],
    model: Annotated[str | None, typer.Option(help="A shipped pipeline, a folder, or an installed spaCy package.")] = None,
    happenings: Annotated[
        bool, typer.Option("--happenings", help="List every other predicate too, with polarity and status.")
    ] = False,
    batch_size: Annotated[int, typer.Option(min=1, help="Documents that are parsed together.")] = 64,
) -> None:
    """Print one JSON record per document: its actors, quotes and events, with offsets into the text.

    A line that cannot be used is told on standard error and left out; the exit code is then 1.
    """
    import srsly

    from flows.settings import load_settings
    from tasks.errors import FatalError
    from tasks.extract import pipeline
    from tasks.extract.output import as_record
    from tasks.read.jsonl import read_extraction_input
    from tasks.records import Extraction

    if source != "-" and not Path(source).is_file():
        raise FatalError("R101", f"There is no file {source}.", "Give a file of JSON lines, or - for standard input.")
    settings = load_settings(model=model)
    nlp = pipeline.load_pipeline(settings.model, settings.catalogue, happenings)
    rejects: list[Reject] = []
    with nullcontext(sys.stdin.buffer) if source == "-" else Path(source).open("rb") as stream:
        documents = _documents(read_extraction_input(stream), rejects)
        for document, found in pipeline.extract(nlp, documents, batch_size):
            if isinstance(found, Extraction):
                typer.echo(srsly.json_dumps(as_record(document, found, happenings)))
            else:
                _reject(found, rejects)
    if rejects:
        raise typer.Exit(EXIT_REJECTS)


def _documents(lines: Iterable[Document | Reject], rejects: list[Reject]) -> Iterator[Document]:
    """Pass the documents on and keep the rejects."""
    from tasks.records import Document

    for line in lines:
        if isinstance(line, Document):
            yield line
        else:
            _reject(line, rejects)


def _reject(reject: Reject, rejects: list[Reject]) -> None:
    rejects.append(reject)
    errors.print(f"{reject.location}: {reject.code} {reject.message} {reject.hint}", style="yellow", markup=False)
