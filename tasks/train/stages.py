"""The stages of training as functions over one working folder; a finished stage leaves a record and is not repeated."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tasks.evaluate.pipeline import evaluate_pipeline
from tasks.train.assemble import assemble, record_figures
from tasks.train.corpora import RAW_NEWS, read_raw
from tasks.train.prepare import prepare_names, prepare_trees
from tasks.train.training import train_part


@dataclass(frozen=True)
class Plan:
    """What a training run rests on.

    Attributes:
        corpora: folder with the corpora (docs/model.md).
        work: folder for what the stages write; a run that is begun again goes on from there. Labelled raw news that is
            put into its folder `news` is used, too.
        output: folder of the finished pipelines, `fast` and, where the encoder is trained, `accurate`.
        teacher: train the encoder, package it and label the raw news with it; needs the packages of the group `train`.
        steps: updates of the parser on the treebanks and reported speech, as many again with the labelled news, and
            of the names.
        seed: seed of everything random in the data; the models have theirs in the configuration.
    """

    corpora: Path
    work: Path
    output: Path
    teacher: bool = False
    steps: int = 5000
    seed: int = 0

    @property
    def fast(self) -> Path:
        """The folder of the small pipeline."""
        return self.output / "fast"

    @property
    def accurate(self) -> Path:
        """The folder of the encoder's pipeline."""
        return self.output / "accurate"

    @property
    def labelled_news(self) -> Path | None:
        """The folder of labelled raw news, where there is any."""
        folder = self.work / "news"
        return folder if any(folder.glob("*.jsonl.gz")) else None


def train_encoder(plan: Plan) -> dict[str, Any]:
    """Train the encoder on what humans labelled and package it."""
    if not plan.teacher:
        return {"encoder": None}
    # Torch is needed here only, so the other stages run without it.
    from tasks.train.encoder import learn, package  # noqa: PLC0415
    from tasks.train.encoder.examples import read_examples  # noqa: PLC0415

    checkpoint = learn.train_schedule(read_examples(plan.corpora, "train"), plan.work / "encoder")
    package.package(checkpoint, plan.corpora, plan.accurate)
    return {"encoder": str(plan.accurate)}


def label_news(plan: Plan) -> dict[str, Any]:
    """Let the encoder label the raw news."""
    if not plan.teacher:
        return {"sentences": 0}
    from tasks.extract.encoder.reader import Reader  # noqa: PLC0415
    from tasks.train.encoder import silver  # noqa: PLC0415

    rows = silver.label_texts(read_raw(plan.corpora / RAW_NEWS), Reader(plan.accurate / "readout_encoder"))
    return {"sentences": silver.write_shards(rows, plan.work / "news")}


def convert(plan: Plan) -> dict[str, Any]:
    """Write the training files, first without and then, where there is any, with silver trees and names."""
    silver = plan.labelled_news
    counts: dict[str, Any] = {"gold": prepare_trees(plan.corpora, plan.work / "gold", seed=plan.seed)}
    if silver:
        counts["silver"] = prepare_trees(plan.corpora, plan.work / "silver", silver, plan.seed)
    counts["names"] = prepare_names(plan.corpora, plan.work / "names", silver, plan.seed)
    return counts


def train_parser(plan: Plan) -> dict[str, Any]:
    """Train tags, lemmas and trees: on human trees first, then with silver trees as well."""
    dev = plan.work / "gold" / "trees-dev.spacy"
    best = train_part("parser", plan.work / "gold" / "trees-train.spacy", dev, plan.work / "parser", plan.steps)
    if plan.labelled_news:
        train = plan.work / "silver" / "trees-train.spacy"
        best = train_part("parser", train, dev, plan.work / "parser-silver", plan.steps, start=best)
    return {"parser": str(best)}


def train_names(plan: Plan) -> dict[str, Any]:
    """Train the names."""
    docs = plan.work / "names"
    best = train_part("names", docs / "names-train.spacy", docs / "names-dev.spacy", plan.work / "names-model", plan.steps)
    return {"names": str(best)}


def join(plan: Plan) -> dict[str, Any]:
    """Assemble the small pipeline from the trained parts."""
    parser, names = Path(_record(plan, "parser")["parser"]), Path(_record(plan, "names")["names"])
    return {"pipeline": str(assemble(parser, names, plan.fast))}


def evaluate(plan: Plan) -> dict[str, Any]:
    """Measure each pipeline and keep the figures beside its weights."""
    figures = {folder.name: evaluate_pipeline(folder, plan.corpora) for folder in (plan.accurate, plan.fast) if folder.is_dir()}
    for name, measured in figures.items():
        record_figures(plan.output / name, measured)
    return figures


STAGES: dict[str, Callable[[Plan], dict[str, Any]]] = {
    "encoder": train_encoder,
    "silver": label_news,
    "convert": convert,
    "parser": train_parser,
    "names": train_names,
    "assemble": join,
    "evaluate": evaluate,
}
"""The stages in order."""


def run_stage(name: str, plan: Plan, again: bool = False) -> dict[str, Any]:
    """Run a stage unless its record says that it is finished.

    Args:
        name: one of `STAGES`.
        plan: what the run rests on.
        again: run it even if it is finished.

    Returns:
        What the stage reports: counts, paths or figures.
    """
    record = plan.work / f"{name}.json"
    if record.is_file() and not again:
        return _record(plan, name)
    result = STAGES[name](plan)
    plan.work.mkdir(parents=True, exist_ok=True)
    unfinished = record.with_suffix(".tmp")
    unfinished.write_text(json.dumps(result, indent=2), encoding="utf-8")
    unfinished.replace(record)
    return result


def _record(plan: Plan, name: str) -> dict[str, Any]:
    record: dict[str, Any] = json.loads((plan.work / f"{name}.json").read_text(encoding="utf-8"))
    return record
