"""Write docs/figures.md: the accuracy of the shipped pipeline on every gold file, in the published measures.

    python benchmarks/accuracy.py FOLDER_WITH_GOLD [--model NAME]

The folder holds evaluation/ and corpora/ (docs/model.md says where the corpora come from).
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tasks.evaluate.actors import evaluate_actors
from tasks.evaluate.events import evaluate_events
from tasks.evaluate.pipeline import evaluate_pipeline
from tasks.evaluate.quotes import evaluate_quotes
from tasks.extract.pipeline import DEFAULT_MODEL, load_pipeline, model_path, pipeline_version

PAGE = Path(__file__).parent.parent / "docs" / "figures.md"

GOLD: dict[str, tuple[Callable[..., Mapping[str, float]], tuple[str, ...]]] = {
    "Quotes": (evaluate_quotes, ("quotes/gum-news-train.jsonl", "quotes/gum-news-dev.jsonl", "quotes/polnear-dev.jsonl.gz")),
    "Actors": (
        evaluate_actors,
        ("records/gold-dev.jsonl", "actors/gum_news.jsonl", "actors/meantime.jsonl", "actors/gap.jsonl.gz"),
    ),
    "Events": (
        evaluate_events,
        ("records/gold-dev.jsonl", "events/plv_train.jsonl", "events/fact_uds_ih2_dev.jsonl", "events/fact_meantime_dev.jsonl"),
    ),
}


def main() -> None:
    """Measure and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--model", default=DEFAULT_MODEL)
    arguments = parser.parse_args()
    nlp = load_pipeline(arguments.model)
    lines = ["# Figures", "", f"Written by `python benchmarks/accuracy.py FOLDER` with {pipeline_version(arguments.model)}.", ""]
    lines += pipeline_lines(evaluate_pipeline(model_path(arguments.model), arguments.gold / "corpora"))
    for title, (evaluate, files) in GOLD.items():
        lines += [f"## {title}", ""]
        for name in files:
            print(f"{title}: {name}", flush=True)
            lines += table(name, evaluate(nlp, arguments.gold / "evaluation" / name))
        if title == "Quotes":
            figures = evaluate_quotes(nlp, arguments.gold / "evaluation" / "quotes/polnear-dev.jsonl.gz", reporting=True)
            lines += table("quotes/polnear-dev.jsonl.gz, cues of reporting alone", figures)
    PAGE.write_text("\n".join(lines), encoding="utf-8")
    print(PAGE)


def pipeline_lines(figures: Mapping[str, Any]) -> list[str]:
    """Return the part on tags, trees, names and reported speech."""
    lines = ["## Language pipeline", "", "Raw text, development sets, percent.", ""]
    lines += [f"{figures['words_per_second']:,.0f} words/s of `nlp.pipe` on one core while these figures were taken.", ""]
    for name, scores in figures["treebanks"].items():
        lines += table(name, scores)
    for name, types in figures["names"].items():
        lines += table(f"names, {name} (F1)", {kind: scores["f"] for kind, scores in types.items()})
    for name, scores in figures["probe"].items():
        lines.append(f"- {name}: " + ", ".join(f"{part} {value:.0f}" for part, value in scores.items()))
    return [*lines, ""]


def table(title: str, figures: Mapping[str, float]) -> list[str]:
    """Return a table of one row."""
    shown = [f"{value:,.3f}".rstrip("0").rstrip(".") for value in figures.values()]
    head, rule, row = (f"| {' | '.join(cells)} |" for cells in (figures, ["---"] * len(shown), shown))
    return [f"**{title}**", "", head, rule, row, ""]


if __name__ == "__main__":
    main()
