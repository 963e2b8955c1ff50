"""The tokenizer of the pipeline: spaCy's English rules, with the word boundaries of the treebanks where they differ."""

import spacy
from spacy.language import Language
from spacy.util import compile_infix_regex

INFIXES = (
    r"(?<=[0-9A-Za-z]\.)-(?=[A-Za-z])",  # U.S.-led
    r"(?<=[0-9])-(?=[A-Za-z])",  # 30-day
)


def split_hyphens(nlp: Language) -> None:
    """Let the tokenizer split what the treebanks split; the rules are saved with the tokenizer."""
    infixes = [*(nlp.Defaults.infixes or ()), *INFIXES]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[attr-defined]


@spacy.registry.callbacks("readout.split_hyphens.v1")
def create_split_hyphens() -> object:
    """Name `split_hyphens` in training configurations."""
    return split_hyphens
