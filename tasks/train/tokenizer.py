"""The tokenizer of the pipeline: spaCy's English rules, with the word boundaries of the treebanks where they differ."""

from collections.abc import Callable
from typing import Any

from spacy.lang.char_classes import ALPHA, HYPHENS
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

LETTER_HYPHEN = rf"(?<=[{ALPHA}0-9])(?:{HYPHENS})(?=[{ALPHA}])"
PREFIXES = ("non", "co", "e", "re", "anti", "pro", "pre", "post", "semi", "sub", "mini", "pan", "ex", "mid", "multi")
"""Written with a hyphen these are no words of their own: non-profit is one token, oil-rich three."""
INFIXES = (
    r"(?<=[0-9A-Za-z]\.)-(?=[A-Za-z])",  # U.S.-led
    r"(?<=[A-Za-z])-(?=[0-9])",  # F-16
    r"(?<=[0-9])–(?=[0-9])",  # 2019–2020
)
RUNS = (r"[!?]{2,}", r"<{2,}", r">{2,}", r"={2,}", r"_{2,}", r"\*{2,}")
"""Runs of one mark stay together."""
ABBREVIATIONS = ("Ft.", "al.", "approx.", "Lt.", "Col.", "Sgt.", "Maj.", "Capt.")


def split_hyphens(nlp: Language) -> None:
    """Let the tokenizer split what the treebanks split; the rules are saved with the tokenizer."""
    defaults = nlp.Defaults
    unsplit = "".join(rf"(?<!\b[{p[0]}{p[0].upper()}]{p[1:]})" for p in PREFIXES)
    infixes = [f"{unsplit}{rule}" if rule == LETTER_HYPHEN else rule for rule in defaults.infixes or ()]
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex([*infixes, *INFIXES]).finditer
    tokenizer.prefix_search = compile_prefix_regex([*RUNS, *(defaults.prefixes or ())]).search
    tokenizer.suffix_search = compile_suffix_regex([*RUNS, *(defaults.suffixes or ())]).search
    tokenizer.rules = {text: rule for text, rule in tokenizer.rules.items() if text != "and/or"}
    for text in ABBREVIATIONS:
        tokenizer.add_special_case(text, [{"ORTH": text}])


@registry.callbacks("readout.split_hyphens.v1")  # type: ignore[untyped-decorator]
def create_split_hyphens() -> Callable[[Language], None]:
    """Name `split_hyphens` in training configurations."""
    return split_hyphens
