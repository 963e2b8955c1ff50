"""The stages of training as functions over one working folder; a finished stage leaves a record and is not repeated."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tasks.evaluate.pipeline import evaluate_pipeline
from tasks.train.assemble import assemble, record_figures
from tasks.train.prepare import prepare_names, prepare_trees
from tasks.train.training import train_part


@dataclass(frozen=True)
class Plan:
    """What a training run rests on.

    Attributes:
        corpora: folder with the corpora (docs/model.md).
        work: folder for what the stages write; a run that is begun again goes on from there.
        output: folder of the finished pipeline.
        silver: folder with labelled raw news, if there is any.
        parser_steps: updates of the parser on the treebanks and reported speech; as many again with silver trees.
        names_steps: updates of the names.
        seed: seed of everything random in the data; the models have theirs in the configuration.
    """

    corpora: Path
    work: Path
    output: Path
    silver: Path | None = None
    parser_steps: int = 5000
    names_steps: int = 4000
    seed: int = 0
    name: str = "readout_fast"
    version: str = "0.1.0"

    @property
    def has_silver(self) -> bool:
        """Whether there is labelled raw news."""
        return self.silver is not None and any(self.silver.glob("*.jsonl.gz"))


def convert(plan: Plan) -> dict[str, Any]:
    """Write the training files, first without and then, where there is any, with silver trees and names."""
    silver = plan.silver if plan.has_silver else None
    counts: dict[str, Any] = {"gold": prepare_trees(plan.corpora, plan.work / "gold", seed=plan.seed)}
    if silver:
        counts["silver"] = prepare_trees(plan.corpora, plan.work / "silver", silver, plan.seed)
    counts["names"] = prepare_names(plan.corpora, plan.work / "names", silver, plan.seed)
    return counts


def train_parser(plan: Plan) -> dict[str, Any]:
    """Train tags, lemmas and trees: on human trees first, then with silver trees as well."""
    dev = plan.work / "gold" / "trees-dev.spacy"
    best = train_part("parser", plan.work / "gold" / "trees-train.spacy", dev, plan.work / "parser", plan.parser_steps)
    if plan.has_silver:
        train = plan.work / "silver" / "trees-train.spacy"
        best = train_part("parser", train, dev, plan.work / "parser-silver", plan.parser_steps, start=best)
    return {"parser": str(best)}


def train_names(plan: Plan) -> dict[str, Any]:
    """Train the names."""
    docs = plan.work / "names"
    best = train_part("names", docs / "names-train.spacy", docs / "names-dev.spacy", plan.work / "names-model", plan.names_steps)
    return {"names": str(best)}


def join(plan: Plan) -> dict[str, Any]:
    """Assemble the pipeline from the trained parts."""
    parser, names = Path(_record(plan, "parser")["parser"]), Path(_record(plan, "names")["names"])
    return {"pipeline": str(assemble(parser, names, plan.output, plan.name, plan.version))}


def evaluate(plan: Plan) -> dict[str, Any]:
    """Measure the pipeline and keep the figures beside its weights."""
    figures = evaluate_pipeline(plan.output, plan.corpora)
    record_figures(plan.output, figures)
    return figures


STAGES: dict[str, Callable[[Plan], dict[str, Any]]] = {
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
