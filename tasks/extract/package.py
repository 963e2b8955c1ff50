"""What a worker does with a batch: documents in, a package of rows for the warehouse out."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from tasks.extract.pipeline import extract, load_pipeline, pipeline_version
from tasks.extract.rows import frames
from tasks.records import Document, Extraction, Reject
from warehouse.packages import write_package
from warehouse.schema import frame


def extract_package(
    documents: list[Document], folder: Path, rejects: list[Reject], *, model: str, catalogue: tuple[Path, ...] = ()
) -> Path:
    """Extract a batch and write its package.

    Args:
        documents: the batch.
        folder: the package; its name is the batch id.
        rejects: documents of the batch that were left out before, and why.
        model: name of the pipeline.
        catalogue: the user's own files of actors.

    Returns:
        The folder of the package.
    """
    pairs: list[tuple[Document, Extraction]] = []
    rejects = list(rejects)
    for document, found in extract(load_pipeline(model, catalogue, with_happenings=False), documents):
        if isinstance(found, Reject):
            rejects.append(found)
        else:
            pairs.append((document, found))
    version = pipeline_version(model, catalogue)
    rejected = frame("rejects", [asdict(reject) for reject in rejects])
    return write_package(folder, frames(pairs, version) | {"rejects": rejected}, {"pipeline_version": version})
