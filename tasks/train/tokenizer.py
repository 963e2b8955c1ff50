"""The tokenizer of the pipeline: spaCy's English rules, with the word boundaries of the treebanks where they differ."""

import re
from collections.abc import Callable
from typing import Any

from spacy.lang.char_classes import ALPHA, HYPHENS
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

LETTER_HYPHEN = rf"(?<=[{ALPHA}0-9])(?:{HYPHENS})(?=[{ALPHA}])"
PREFIXES = (
    *("non", "co", "e", "re", "anti", "pro", "pre", "post", "semi", "sub", "mini", "pan", "ex", "mid", "multi"),
    *("over", "cross", "counter", "inter", "socio", "psycho"),
)
"""Written with a hyphen these are no words of their own: non-profit is one token, oil-rich three."""
FIRST = (
    r"[!?]{2,}",
    *(rf"{mark}{{2,}}" for mark in ("<", ">", "=", "_", r"\*")),
    rf"-(?=[{ALPHA}])",  # -the
)
"""Split off before a word; runs of one mark stay together."""
INNER = (
    r"(?<=[0-9A-Za-z]\.)-(?=[A-Za-z])",  # U.S.-led
    r"(?<=[A-Za-z])-(?=[0-9])",  # F-16
    r"(?<=[0-9])–(?=[0-9])",  # 2019–2020
    r"(?<=[a-z])\((?=[a-z])",  # account(s)
)
"""Split inside a word."""
LAST = (
    r"[!?]{2,}",
    r"(?<!\.)\.[!?]+",  # .?
    *(rf"{mark}{{2,}}" for mark in ("<", ">", "=", "_", r"\*")),
    rf"(?<=[{ALPHA}0-9])-",  # two- and three-year
    r"(?<=[0-9])(?:am|pm|AM|PM|bn|mn|tn|k|K)",  # 7:30pm, $5bn
)
"""Split off after a word."""
WHOLE = re.compile(
    r"(?:(?:\+?[0-9]-)?[0-9]{3}-[0-9]{3}-[0-9]{4}|[0-9]{3}-[0-9]{4}|[0-9]{5}-[0-9]{4}"  # telephone and postal codes
    r"|[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}"  # 11-20-2000
    r"|['’]?[0-9]{1,3}0['’]s"  # 60's
    r"|#[A-Za-z]\w+"
    r"|-?[\w#]+(?:[.-]+[\w#]+)*\.(?i:docx?|xlsx?|pptx?|pdf|txt|csv|html?|zip|jpe?g|png|gif|mp[34]))\Z"
)
"""Never split."""
ABBREVIATIONS = (
    "Ft.",
    "al.",
    "approx.",
    "Lt.",
    "Col.",
    "Sgt.",
    "Maj.",
    "Capt.",
    "Mon.",
    "Tues.",
    "Wed.",
    "Thur.",
    "Thurs.",
    "Fri.",
)
CONTRACTIONS = {"wanna": ("wan", "na"), "Wanna": ("Wan", "na"), "elses": ("else", "s")}
NO_RULES = frozenset({"and/or", "wed", "id", "):", "8)", "8-)", "(="})
"""Rules of spaCy, in small letters, that split words (They wed) or hold marks together (aged 8)."""


def split_hyphens(nlp: Language) -> None:
    """Let the tokenizer split what the treebanks split; the rules are saved with the tokenizer."""
    defaults = nlp.Defaults
    unsplit = "".join(rf"(?<!\b[{p[0]}{p[0].upper()}]{p[1:]})" for p in PREFIXES)
    infixes = [f"{unsplit}{rule}" if rule == LETTER_HYPHEN else rule for rule in defaults.infixes or ()]
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex([*infixes, *INNER]).finditer
    tokenizer.prefix_search = compile_prefix_regex([*FIRST, *(defaults.prefixes or ())]).search
    tokenizer.suffix_search = compile_suffix_regex([*LAST, *(defaults.suffixes or ())]).search
    tokenizer.token_match = WHOLE.match
    tokenizer.rules = {text: rule for text, rule in tokenizer.rules.items() if text.lower() not in NO_RULES}
    for text in ABBREVIATIONS:
        tokenizer.add_special_case(text, [{"ORTH": text}])
    for text, parts in CONTRACTIONS.items():
        tokenizer.add_special_case(text, [{"ORTH": part} for part in parts])


@registry.callbacks("readout.split_hyphens.v1")  # type: ignore[untyped-decorator]
def create_split_hyphens() -> Callable[[Language], None]:
    """Name `split_hyphens` in training configurations."""
    return split_hyphens
