"""`readout show`: a document with its actors, quotes and events marked."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from flows.cli.terminal import console


def show(
    doc_id: Annotated[
        str,
        typer.Argument(help="Id of a document or its beginning, words of its title, its url, or its place."),
    ],
    html: Annotated[Path | None, typer.Option(help="Write a page to this file instead of the terminal.")] = None,
    warehouse: Annotated[Path | None, typer.Option(help="The DuckDB file; its published copy is read.")] = None,
) -> None:
    """Show what is stored of a document, in place, so that a person can judge it."""
    from flows.settings import load_settings
    from tasks.report.show import render_html, render_text
    from tasks.report.stored import read_document
    from warehouse.connect import reader

    with reader(load_settings(warehouse=warehouse).published) as connection:
        document, extraction = read_document(connection, doc_id)
    if html:
        html.write_text(render_html(document, extraction), encoding="utf-8")
        console.print(str(html.resolve()), markup=False)
    else:
        console.print(render_text(document, extraction), soft_wrap=False)
