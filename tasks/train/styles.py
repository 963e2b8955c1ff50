"""Other ways to print the same text: curly quote marks and headlines, so that training sees how news is written."""

import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from tasks.train.corpora import NamedText, Sentence

CURLY = 0.4
"""Share of documents that are printed with curly marks."""
HEADLINES = 0.08
"""Share of short sentences that are added once more as a headline."""
HEADLINE_WORDS = range(4, 15)
SMALL = frozenset(("a", "an", "the", "and", "but", "or", "nor", "of", "in", "on", "at", "to", "for", "by", "with", "from", "as"))


def vary_sentences(sentences: Iterable[Sentence], rng: random.Random) -> Iterator[Sentence]:
    """Print some documents of a treebank with curly marks and repeat some sentences as headlines."""
    doc_id, curly = "", False
    headlines: list[Sentence] = []
    for sentence in sentences:
        if sentence.doc_id != doc_id:
            yield from headlines
            doc_id, curly, headlines = sentence.doc_id, rng.random() < CURLY, []
        if len(sentence.words) in HEADLINE_WORDS and sentence.words[-1] == "." and rng.random() < HEADLINES:
            headlines.append(as_headline(sentence, rng.choice(("plain", "title", "title", "caps", "lower"))))
        yield curl(sentence) if curly else sentence
    yield from headlines


def vary_names(texts: Iterable[NamedText], rng: random.Random) -> Iterator[NamedText]:
    """Print some texts with curly marks; repeat a few in capitals, in the title case of headlines or in lower case."""
    for text in texts:
        yield replace(text, text=curl_text(text.text)) if rng.random() < CURLY else text
        if text.ents and rng.random() < HEADLINES / 2:
            yield replace(text, text=rng.choice((upper, upper, title_case, lower))(text.text))


def curl(sentence: Sentence) -> Sentence:
    """The sentence with typographic quote marks and apostrophes; fine tags tell opening from closing marks."""
    pairs = zip(sentence.words, sentence.xpos, strict=True)
    return replace(sentence, words=tuple(_curl_word(word, xpos) for word, xpos in pairs))


def curl_text(text: str) -> str:
    """The text with typographic quote marks and apostrophes, of the same length."""
    text = re.sub(r'(?:(?<=^)|(?<=[\s(\[—]))"(?=\S)', "“", text).replace('"', "”")
    return re.sub(r"(?:(?<=^)|(?<=[\s(\[“]))'(?=[A-Za-z])", "‘", text).replace("'", "’")


def as_headline(sentence: Sentence, style: str) -> Sentence:
    """The sentence without its full stop, as a document of its own, in a style: plain, title, caps or lower."""
    change = STYLES[style]
    last = len(sentence.words) - 1
    if last in [head for index, head in enumerate(sentence.heads) if index != last]:
        return sentence
    columns = {name: getattr(sentence, name)[:-1] for name in ("spaces", "upos", "xpos", "lemmas", "feats", "heads", "deprels")}
    words = tuple(change(word) for word in sentence.words[:-1])
    return replace(sentence, doc_id=f"{sentence.sent_id}-{style}", paragraph=0, words=words, **columns)


def plain(text: str) -> str:
    """The text as it is."""
    return text


def upper(text: str) -> str:
    """The text in capitals, letter by letter, so that its length stays."""
    return "".join(char.upper() if len(char.upper()) == 1 else char for char in text)


def lower(text: str) -> str:
    """The text in small letters, letter by letter, so that its length stays."""
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def title_case(text: str) -> str:
    """The text as many headlines print it: all but small words with a capital."""
    return re.sub(r"[^\W\d_][\w’']*", lambda match: _title_word(match.group()), text)


def _title_word(word: str) -> str:
    return word if word in SMALL or "'" in word[:1] or word == "n't" else upper(word[:1]) + word[1:]


STYLES: dict[str, Callable[[str], str]] = {"plain": plain, "title": _title_word, "caps": upper, "lower": lower}


def _curl_word(word: str, xpos: str) -> str:
    if word in {'"', "``", "''"}:
        return "“" if xpos == "``" else "”"
    if word == "'":
        return "‘" if xpos == "``" else "’"
    return word.replace("'", "’")
