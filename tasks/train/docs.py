"""Records of the corpora as spaCy Docs: words, spaces and annotations, in texts of one or a few sentences."""

import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.util import filter_spans
from spacy.vocab import Vocab

from tasks.train.corpora import NamedText, Sentence, Span

ANNOTATIONS = ["ORTH", "SPACY", "TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START", "ENT_IOB", "ENT_TYPE"]
MERGED = 0.3
"""Share of paragraphs that are joined to the one before, with a line break between."""
MOST_SENTENCES = 8
"""Longest text, in sentences."""


def group_sentences(sentences: Iterable[Sentence], rng: random.Random) -> Iterator[list[Sentence]]:
    """Group the sentences of a treebank into texts: a paragraph each, some of them joined."""
    for _, document in groupby(sentences, key=lambda s: s.doc_id):
        group: list[Sentence] = []
        for _, paragraph in groupby(document, key=lambda s: s.paragraph):
            if group and (rng.random() >= MERGED or len(group) >= MOST_SENTENCES):
                yield group
                group = []
            for sentence in paragraph:
                if len(group) >= MOST_SENTENCES:
                    yield group
                    group = []
                group.append(sentence)
        yield group


def sentences_to_doc(vocab: Vocab, sentences: Sequence[Sentence]) -> Doc:
    """Build the Doc of a text with its trees; a line break (a token of its own) stands between paragraphs."""
    columns: dict[str, list[str]] = {name: [] for name in ("words", "tags", "pos", "morphs", "lemmas", "deps")}
    spaces: list[bool] = []
    heads: list[int] = []
    sent_starts: list[bool | int | None] = []
    for index, sentence in enumerate(sentences):
        base = len(heads)
        following = sentences[index + 1] if index + 1 < len(sentences) else None
        breaks = following is not None and following.paragraph != sentence.paragraph
        columns["words"] += sentence.words
        columns["tags"] += sentence.xpos
        columns["pos"] += sentence.upos
        columns["morphs"] += sentence.feats
        columns["lemmas"] += sentence.lemmas
        columns["deps"] += ["ROOT" if rel == "root" else rel for rel in sentence.deprels]
        heads += [base + head for head in sentence.heads]
        sent_starts += [True] + [False] * (len(sentence.words) - 1)
        spaces += [*sentence.spaces[:-1], following is not None and not breaks]
        if breaks:
            for name, value in zip(columns, ("\n", "_SP", "SPACE", "", "\n", "dep"), strict=True):
                columns[name].append(value)
            heads.append(len(heads) - 1)
            sent_starts.append(False)
            spaces.append(False)
    return Doc(
        vocab,
        words=columns["words"],
        spaces=spaces,
        tags=columns["tags"],
        pos=columns["pos"],
        morphs=columns["morphs"],
        lemmas=columns["lemmas"],
        heads=heads,
        deps=columns["deps"],
        sent_starts=sent_starts,
    )


def group_names(texts: Iterable[NamedText], rng: random.Random, most: int = 4) -> Iterator[NamedText]:
    """Join neighbouring texts of one document into texts of one to `most` sentences."""
    for doc_id, document in groupby(texts, key=lambda t: (t.source, t.doc_id)):
        rest = list(document)
        while rest:
            size = rng.randint(1, most) if doc_id[1] else 1
            yield _join_texts(rest[:size])
            rest = rest[size:]


def names_to_doc(nlp: Language, text: str, ents: Sequence[Span]) -> Doc:
    """Tokenize a text and mark its names; the label of a token that a name covers in part stays unknown."""
    doc = nlp.make_doc(text)
    spans = filter_spans([span for start, end, label in ents if (span := doc.char_span(start, end, label=label))])
    known = {token.i for span in spans for token in span}
    covers = [doc.char_span(start, end, alignment_mode="expand") for start, end, _ in ents]
    unknown = {token.i for cover in covers if cover is not None for token in cover} - known
    doc.set_ents(spans, missing=[doc[i : i + 1] for i in sorted(unknown)], default="outside")
    return doc


def write_docs(docs: Iterable[Doc], path: Path) -> int:
    """Write Docs to a .spacy file; returns their number of tokens."""
    box = DocBin(attrs=ANNOTATIONS)
    count = 0
    for doc in docs:
        box.add(doc)
        count += len(doc)
    path.parent.mkdir(parents=True, exist_ok=True)
    box.to_disk(path)
    return count


def _join_texts(texts: Sequence[NamedText]) -> NamedText:
    text, ents = "", []
    for part in texts:
        base = len(text) + bool(text)
        text = f"{text} {part.text}" if text else part.text
        ents += [(base + start, base + end, label) for start, end, label in part.ents]
    first = texts[0]
    return NamedText(first.source, first.doc_id, first.sent_id, text, tuple(ents))
