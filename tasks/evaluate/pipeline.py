"""Accuracy of an English pipeline from raw text: trees, names (seen and unseen in training), the probe, speed."""

import time
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from tasks.evaluate.probe import run_probe
from tasks.evaluate.treebank import score_treebank
from tasks.train.corpora import LABELS, NAME_SOURCES, RAW_NEWS, NamedText, Span, read_names, read_raw, read_treebank

Figures = dict[str, Any]

TREEBANK_SETS = {"ewt": "ewt-dev.conllu.gz", "gum": "gum_free-dev.conllu.gz"}
NAME_SETS = {"uner_ewt": "uner_ewt-dev.jsonl.gz", "gum": "gum_ner-dev.jsonl.gz"}
# UNER tells no countries from other places and has none of the other types.
UNER_TYPES = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE"}
SPEED_TEXTS, SPEED_SENTENCES = 60, 12


def evaluate_pipeline(pipeline: Language | Path | str, corpora: Path) -> Figures:
    """Measure a pipeline on the development sets.

    Args:
        pipeline: a loaded pipeline, its folder or its package name.
        corpora: the folder with the corpora (docs/model.md).

    Returns:
        `treebanks`: by set, F1 in percent of tokens, sentences, upos, xpos, lemma, uas and las (relations without
        subtype); `names`: by set and type precision, recall, F1 in percent and the number in the gold, `all` over the
        types and `unseen` for names that occur in no human-labelled training text; `probe`: by pattern, percent of
        clauses and speakers found; `words_per_second`: of `nlp.pipe` with batches of 64, in time of one core.
    """
    nlp = pipeline if isinstance(pipeline, Language) else spacy.load(pipeline)
    known = known_names(corpora)
    return {
        "treebanks": {name: score_treebank(nlp, read_treebank(corpora / file)) for name, file in TREEBANK_SETS.items()},
        "names": {
            name: score_names(nlp, read_names(corpora / file), known, UNER_TYPES if name == "uner_ewt" else None)
            for name, file in NAME_SETS.items()
        },
        "probe": run_probe(nlp),
        "words_per_second": measure_speed(nlp, corpora),
    }


def known_names(corpora: Path) -> frozenset[str]:
    """The names in the human-labelled training texts, in small letters."""
    paths = [corpora / f"{source}-train.jsonl.gz" for source in NAME_SOURCES]
    texts = (text for path in paths for text in read_names(path))
    return frozenset(text.text[start:end].casefold() for text in texts for start, end, _ in text.ents)


def score_names(
    nlp: Language, texts: Iterable[NamedText], known: frozenset[str], types: dict[str, str] | None = None
) -> dict[str, dict[str, float]]:
    """Compare names by exact span and type; `types` renames or, where it lacks one, leaves out types."""
    types = types or {label: label for label in LABELS}
    gold_texts = list(texts)
    rows: list[tuple[str, str, bool, bool]] = []  # type, name, in the gold, found
    for gold, doc in zip(gold_texts, nlp.pipe(text.text for text in gold_texts), strict=True):
        wanted = _typed(gold.ents, types)
        found = _typed(((ent.start_char, ent.end_char, ent.label_) for ent in doc.ents), types)
        for span in wanted | found:
            rows.append((span[2], gold.text[span[0] : span[1]].casefold(), span in wanted, span in found))
    scores = {"all": _score(rows), "unseen": _score([row for row in rows if row[1] not in known])}
    return scores | {label: _score([row for row in rows if row[0] == label]) for label in dict.fromkeys(types.values())}


def measure_speed(nlp: Language, corpora: Path) -> int:
    """Words per second of processor time on newswire."""
    sentences = read_raw(corpora / RAW_NEWS)
    texts = [" ".join(islice(sentences, SPEED_SENTENCES)) for _ in range(SPEED_TEXTS)]
    for _ in nlp.pipe(texts[:2]):
        pass  # the first texts load what later ones share
    start = time.process_time()
    words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=64))
    return round(words / (time.process_time() - start))


def _typed(spans: Iterable[Span], types: dict[str, str]) -> set[Span]:
    return {(start, end, types[label]) for start, end, label in spans if label in types}


def _score(rows: list[tuple[str, str, bool, bool]]) -> dict[str, float]:
    gold, found = sum(row[2] for row in rows), sum(row[3] for row in rows)
    right = sum(row[2] and row[3] for row in rows)
    return {
        "precision": round(100 * right / max(1, found), 1),
        "recall": round(100 * right / max(1, gold), 1),
        "f": round(200 * right / max(1, gold + found), 1),
        "gold": gold,
    }
