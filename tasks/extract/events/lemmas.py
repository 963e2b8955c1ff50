"""The base forms under which the lexicons may know a word, also where the pipeline guesses the lemma of a rare word wrongly."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Token

VERBAL = frozenset({"VERB", "AUX", "ADJ"})
#: Irregular forms of verbs that are rare in treebanks and frequent in the news.
IRREGULAR = {
    "shot": "shoot",
    "slain": "slay",
    "slew": "slay",
    "struck": "strike",
    "stricken": "strike",
    "overran": "overrun",
    "overthrew": "overthrow",
    "overthrown": "overthrow",
    "withdrew": "withdraw",
    "withdrawn": "withdraw",
    "withheld": "withhold",
    "upheld": "uphold",
    "forbade": "forbid",
    "forbidden": "forbid",
    "forgave": "forgive",
    "forgiven": "forgive",
    "swore": "swear",
    "sworn": "swear",
    "sought": "seek",
    "fled": "flee",
    "fought": "fight",
    "flew": "fly",
    "flown": "fly",
    "broke": "break",
    "broken": "break",
    "blew": "blow",
    "blown": "blow",
    "overrode": "override",
    "overridden": "override",
    "lent": "lend",
    "sent": "send",
    "sank": "sink",
    "sunk": "sink",
    "besought": "beseech",
    "brought": "bring",
    "vetoes": "veto",
}


def lemmas_of(token: Token) -> tuple[str, ...]:
    """Return the base forms of a word, the pipeline's lemma first."""
    return _lemmas(token.lemma_.lower(), token.lower_, token.pos_ in VERBAL)


@lru_cache(maxsize=65536)
def _lemmas(lemma: str, form: str, verbal: bool) -> tuple[str, ...]:
    if not verbal and form.removesuffix("s").endswith("er") and not lemma.endswith("r"):
        lemma = form  # "protester" is no form of "protest", whatever the lemmatizer says
    regular = _verb_bases(form) if verbal else _without_s(form)
    irregular = [IRREGULAR[form]] if verbal and form in IRREGULAR else []
    return tuple(dict.fromkeys((*irregular, lemma, form, *regular)))


def _verb_bases(form: str) -> list[str]:
    for ending in ("ing", "ed"):
        stem = form.removesuffix(ending)
        if stem != form and len(stem) > 1:
            undoubled = [stem[:-1]] if len(stem) > 2 and stem[-1] == stem[-2] else []
            softened = [stem[:-1] + "y"] if ending == "ed" and stem.endswith("i") else []
            return [*softened, *undoubled, stem + "e", stem]
    return _without_s(form)


def _without_s(form: str) -> list[str]:
    if form.endswith("ies"):
        return [form[:-3] + "y"]
    if form.endswith("es"):
        return [form[:-1], form[:-2]]
    return [form[:-1]] if form.endswith("s") and not form.endswith("ss") else []
