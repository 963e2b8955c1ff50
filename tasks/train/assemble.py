"""Put the trained parts together into the pipeline that is shipped, with its sources, licence and figures."""

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import spacy
from confection import Config

from tasks.train.tokenizer import split_hyphens

NAME, VERSION = "readout_fast", "0.1.0"
LICENCE = "CC BY-SA 4.0"
NO_FILES = {"train": None, "dev": None}
"""The training files are of no use to whoever loads the pipeline."""
NOTICE = f"""# Licence of this pipeline

The weights in this folder are licensed under {LICENCE} (https://creativecommons.org/licenses/by-sa/4.0/).
They were trained on the sources below, which have been changed: converted, varied in print, and joined with sentences
and labels made by Readout. No text of the sources is contained in this folder.
"""


@cache
def load_sources() -> list[dict[str, str]]:
    """The sources of the training data: name, files, url, commit, license, author, use."""
    sources: list[dict[str, str]] = json.loads((files(__package__) / "sources.json").read_text(encoding="utf-8"))
    return sources


def assemble(parser: Path, names: Path, output: Path) -> Path:
    """Join the parser's pipeline, the rules for sentences and speech, and the names into one pipeline folder.

    Args:
        parser: folder of the trained parser.
        names: folder of the trained names.
        output: folder to write.

    Returns:
        The folder written.
    """
    nlp = spacy.load(parser)
    split_hyphens(nlp)
    nlp.add_pipe("readout_sentences", first=True)
    nlp.add_pipe("readout_speech", after="parser")
    nlp.add_pipe("ner", source=spacy.load(names))
    nlp.config = Config(nlp.config).merge({"paths": NO_FILES, "corpora": {name: {"path": None} for name in NO_FILES}})
    nlp.meta.update(
        name=NAME,
        version=VERSION,
        description="English news: tags, lemmas, Universal Dependencies trees and names, trained on open corpora.",
        license=LICENCE,
        author="Readout",
        url="",
        sources=load_sources(),
        performance={},
    )
    output.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(output)
    (output / "LICENSE.md").write_text(licence_text(), encoding="utf-8")
    return output


def record_figures(pipeline: Path, figures: dict[str, Any]) -> None:
    """Write the figures of an evaluation into the pipeline's `meta.json`."""
    path = pipeline / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta["performance"] = figures
    path.write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def licence_text() -> str:
    """The licence of the weights and what each source asks to be named with."""
    rows = [
        f"- **{s['name']}** ({s['url']}). {s['author']}. Licence: {s['license']}. Used for {s['use']}." for s in load_sources()
    ]
    return f"{NOTICE}\n" + "\n".join(rows) + "\n"
