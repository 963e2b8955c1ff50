"""Training one part of the pipeline with spaCy's own loop, from the start or from an earlier result."""

from importlib.resources import files
from pathlib import Path
from typing import Any

import spacy
from confection import Config
from spacy.language import DEFAULT_CONFIG, Language
from spacy.pipeline import EditTreeLemmatizer
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config

from tasks.train.tokenizer import split_hyphens

LAST = "model-last"


def train_part(name: str, train_docs: Path, dev_docs: Path, output: Path, steps: int, start: Path | None = None) -> Path:
    """Train the part that `NAME.cfg` configures; the figures of each evaluation are printed.

    Args:
        name: "parser" or "names".
        train_docs: .spacy file to learn from.
        dev_docs: .spacy file to watch the training on.
        output: folder for the states.
        steps: number of updates, of about 1,000 words each.
        start: the folder of an earlier result to go on from, with the labels that it has.

    Returns:
        The folder of the last state: the learning rate falls to nothing, so it is the one to keep.
    """
    overrides: dict[str, Any] = {
        "paths.train": str(train_docs),
        "paths.dev": str(dev_docs),
        "training.max_steps": steps,
        "training.eval_frequency": min(400, steps),
    }
    own = load_config(Path(str(files(__package__) / f"{name}.cfg")), overrides=overrides, interpolate=False)
    config = Config(DEFAULT_CONFIG).merge(own)
    nlp = init_nlp(config) if start is None else resume(start, config)
    output.mkdir(parents=True, exist_ok=True)
    train(nlp, output)
    return output / LAST


def resume(start: Path, config: Config) -> Language:
    """Load an earlier result, ready to be trained with the corpora and settings of a configuration."""
    nlp = spacy.load(start)
    split_hyphens(nlp)
    settings = config.interpolate()
    nlp.config = Config(nlp.config).merge({key: settings[key] for key in ("paths", "corpora", "training")})
    for _, part in nlp.pipeline:
        if isinstance(part, EditTreeLemmatizer):
            # Saved with the trees but not restored: without it every lemma would be learnt as the first label.
            part.tree2label = {tree: label for label, tree in enumerate(part.cfg["labels"])}
    return nlp
