"""Write docs/figures.md and the table of figures in README.md: the accuracy of the shipped pipeline on every gold file.

    python benchmarks/accuracy.py FOLDER_WITH_GOLD [--model NAME]

The folder holds evaluation/ and corpora/ (docs/model.md says where the corpora come from). All figures are in percent, but
for errors and correlations, which are on the scale of their gold.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tasks.evaluate.across import evaluate_across
from tasks.evaluate.actors import evaluate_actors
from tasks.evaluate.events import evaluate_events
from tasks.evaluate.pipeline import evaluate_pipeline
from tasks.evaluate.quotes import evaluate_quotes
from tasks.extract.pipeline import DEFAULT_MODEL, load_pipeline, model_path, pipeline_version

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "figures.md"
README = ROOT / "README.md"
README_TABLE = re.compile(r"(<!-- figures -->\n).*?(<!-- /figures -->)", re.DOTALL)
NO_SHARE = ("error", "correlation")
"""Words in the name of a figure that is no share of anything."""

Figures = Mapping[str, float]
REPORTING = ", cues of reporting alone"


@dataclass(frozen=True)
class Part:
    """What is measured on some gold files; `scale` turns its shares into percent."""

    evaluate: Callable[..., Figures]
    files: tuple[str, ...]
    scale: int


PARTS = {
    "Quotes": Part(
        evaluate_quotes, ("quotes/gum-news-train.jsonl", "quotes/gum-news-dev.jsonl", "quotes/polnear-dev.jsonl.gz"), 1
    ),
    "Actors": Part(
        evaluate_actors,
        ("records/gold-dev.jsonl", "actors/gum_news.jsonl", "actors/meantime.jsonl", "actors/gap.jsonl.gz"),
        100,
    ),
    "Actors across documents": Part(evaluate_across, ("actors/meantime.jsonl",), 100),
    "Events": Part(
        evaluate_events,
        ("records/gold-dev.jsonl", "events/plv_train.jsonl", "events/fact_uds_ih2_dev.jsonl", "events/fact_meantime_dev.jsonl"),
        100,
    ),
}

PEERS = (
    ("Quotes, PolNeAR: content exact, F1", "Quotes", PARTS["Quotes"].files[2], "content_exact",
     "two annotators 71.2; supervised BERT tagger 72.9; GenderGapTracker's rules 27.2; textacy 23.8"),
    ("Quotes, PolNeAR: content, cue and source, F1", "Quotes", PARTS["Quotes"].files[2], "relation",
     "two annotators 74.9; GenderGapTracker's rules 35.8; textacy 18.0"),
    ("The same, cues of reporting alone", "Quotes", PARTS["Quotes"].files[2] + REPORTING, "relation", ""),
    ("Pronouns, GAP: F1", "Actors", PARTS["Actors"].files[3], "f1", "the data set's own best baseline 66.9"),
    ("Events, PLOVER relations: macro F1 of 15 types", "Events", PARTS["Events"].files[1], "macro_f1",
     "UniversalPetrarch 46.3; GPT-3.5 40.9; GPT-4 61.5; zero-shot RoBERTa 82.4; supervised ConfliBERT 86.7"),
    ("Events of 13 articles: trigger and type, F1", "Events", PARTS["Events"].files[0], "type_f1", "two annotators 92"),
    ("Events of 13 articles: all fields right, F1", "Events", PARTS["Events"].files[0], "full_event_f1", "two annotators 65"),
)  # fmt: skip
"""Rows of the table in README.md: what, part, gold file, figure, published figures of others on the same or its twin set."""


def main() -> None:
    """Measure and write both pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--model", default=DEFAULT_MODEL)
    arguments = parser.parse_args()
    lines = ["# Figures", "", f"Written by `python benchmarks/accuracy.py FOLDER` with {pipeline_version(arguments.model)}.", ""]
    lines += pipeline_lines(evaluate_pipeline(model_path(arguments.model), arguments.gold / "corpora"))
    measured = measure(arguments.model, arguments.gold / "evaluation")
    for title, files in measured.items():
        lines += [f"## {title}", ""]
        for name, figures in files.items():
            lines += table(name, figures)
    PAGE.write_text("\n".join(lines), encoding="utf-8")
    rows = ["| measure | Readout | others |", "|---|---|---|"]
    rows += [f"| {what} | {measured[part][file][name]:.1f} | {peers} |" for what, part, file, name, peers in PEERS]
    page = README_TABLE.sub(lambda found: found[1] + "\n".join(rows) + "\n" + found[2], README.read_text(encoding="utf-8"))
    README.write_text(page, encoding="utf-8")
    print(PAGE, README, sep="\n")


def measure(model: str, gold: Path) -> dict[str, dict[str, Figures]]:
    """Return the figures of each gold file of each part, in percent."""
    nlp = load_pipeline(model)
    measured: dict[str, dict[str, Figures]] = {}
    for title, part in PARTS.items():
        measured[title] = {}
        for name in part.files:
            print(f"{title}: {name}", flush=True)
            figures = part.evaluate(nlp, gold / name)
            measured[title][name] = {
                key: value if any(word in key for word in NO_SHARE) else value * part.scale for key, value in figures.items()
            }
    polnear = PARTS["Quotes"].files[2]
    measured["Quotes"][polnear + REPORTING] = evaluate_quotes(nlp, gold / polnear, reporting=True)
    return measured


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
    shown = [f"{value:,.1f}".removesuffix(".0") if abs(value) > 2 else f"{value:.2f}" for value in figures.values()]
    head, rule, row = (f"| {' | '.join(cells)} |" for cells in (figures, ["---"] * len(shown), shown))
    return [f"**{title}**", "", head, rule, row, ""]


if __name__ == "__main__":
    main()
