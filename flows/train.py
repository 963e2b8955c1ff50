"""The flow `train`: open corpora in, the packaged English pipelines out. Runs as `readout train` or `python flows/train.py`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from prefect import flow, get_run_logger, task
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE

from flows.progress import progress
from tasks.train.stages import STAGES, Plan, run_stage


@task(name="train-stage", task_run_name="{name}", cache_policy=NO_CACHE)
def run(name: str, plan: Plan, again: bool) -> dict[str, Any]:
    """Run one stage, unless an earlier run has finished it."""
    return run_stage(name, plan, again)


@flow(name="train", validate_parameters=True)
def train(
    corpora: Path,
    output: Path,
    work: Path | None = None,
    stages: Sequence[str] | None = None,
    teacher: bool = False,
    steps: int = Plan.steps,
) -> dict[str, Any]:
    """Train the English pipelines; a run that was broken off goes on after its last finished stage.

    Args:
        corpora: folder with the corpora, as docs/model.md lists them.
        output: folder of the finished pipelines.
        work: folder for what the stages write; beside the output where not given.
        stages: stages to run even if they are finished; all unfinished ones where not given.
        teacher: train the encoder, too, and label raw news with it; needs the packages of the group `train`.
        steps: updates of each part, of about 1,000 words each.

    Returns:
        The figures of the evaluation, or what the last of the chosen stages reports.
    """
    work = work or output.with_name(f"{output.name}-work")
    plan = Plan(corpora, work, output, teacher, steps)
    chosen = list(STAGES) if not stages else [name for name in STAGES if name in stages]
    logger = get_run_logger()
    result: dict[str, Any] = {}
    with progress("train", len(chosen)) as advance:
        for name in chosen:
            result = run(name, plan, again=bool(stages))
            logger.info("%s: %s", name, ", ".join(result))
            advance()
    if chosen[-1] == "evaluate":
        rows = [{"pipeline": name, **row} for name, figures in result.items() for row in _rows(figures)]
        create_table_artifact(rows, key="pipeline-figures", description="Accuracy on the development sets, in percent")
    return result


def _rows(figures: dict[str, Any]) -> list[dict[str, Any]]:
    """The figures as rows of one table."""
    trees = [{"set": name, **scores} for name, scores in figures["treebanks"].items()]
    names = [{"set": f"{name} {kind}", **scores} for name, kinds in figures["names"].items() for kind, scores in kinds.items()]
    probe = [{"set": pattern, **scores} for pattern, scores in figures["probe"].items()]
    return [*trees, *names, *probe]


if __name__ == "__main__":
    train(Path(sys.argv[1]), Path(sys.argv[2]))
