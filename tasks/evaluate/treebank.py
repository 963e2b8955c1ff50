"""Scores of tokens, sentences, tags, lemmas and trees from raw text, in the manner of the CoNLL 2018 shared task."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from spacy.language import Language
from spacy.tokens import Doc

from tasks.train.corpora import Sentence

MEASURES = ("tokens", "sentences", "upos", "xpos", "lemma", "uas", "las")

Place = tuple[int, int]


@dataclass
class Counts:
    """Right, expected and found items of each measure."""

    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(MEASURES, 0))
    gold: dict[str, int] = field(default_factory=lambda: dict.fromkeys(MEASURES, 0))
    found: dict[str, int] = field(default_factory=lambda: dict.fromkeys(MEASURES, 0))

    def f_scores(self) -> dict[str, float]:
        """F1 of each measure, in percent."""
        return {name: round(200 * self.right[name] / max(1, self.gold[name] + self.found[name]), 2) for name in MEASURES}


@dataclass(frozen=True)
class Analysis:
    """What is compared, by place: offsets that count no white space."""

    words: dict[Place, tuple[str, str, str, Place, str]]  # upos, xpos, lemma, head, relation without subtype
    sentences: frozenset[Place]


def score_treebank(nlp: Language, sentences: Iterable[Sentence]) -> dict[str, float]:
    """Parse the text of each document and compare; paragraphs are separated by a line break."""
    documents = [list(group) for _, group in groupby(sentences, key=lambda sentence: sentence.doc_id)]
    counts = Counts()
    for document, doc in zip(documents, nlp.pipe(_text(document) for document in documents), strict=True):
        _count(counts, expected(document), predicted(doc))
    return {"words": counts.gold["tokens"], **counts.f_scores()}


def expected(sentences: Iterable[Sentence]) -> Analysis:
    """The analysis of the treebank."""
    words: dict[Place, tuple[str, str, str, Place, str]] = {}
    spans = set()
    start = 0
    for sentence in sentences:
        places = list(_places(sentence.words, start))
        for index, place in enumerate(places):
            relation = sentence.deprels[index].partition(":")[0]
            head = places[sentence.heads[index]]
            words[place] = (sentence.upos[index], sentence.xpos[index], sentence.lemmas[index], head, relation)
        spans.add((places[0][0], places[-1][1]))
        start = places[-1][1]
    return Analysis(words, frozenset(spans))


def predicted(doc: Doc) -> Analysis:
    """The analysis of the pipeline; tokens of white space do not count."""
    tokens = [token for token in doc if not token.is_space]
    places = dict(zip((token.i for token in tokens), _places((token.text for token in tokens), 0), strict=True))
    words = {
        places[token.i]: (
            token.pos_,
            token.tag_,
            token.lemma_,
            places.get(token.head.i, places[token.i]),
            token.dep_.partition(":")[0].lower(),
        )
        for token in tokens
    }
    kept = [[token.i for token in sent if not token.is_space] for sent in doc.sents]
    return Analysis(words, frozenset((places[sent[0]][0], places[sent[-1]][1]) for sent in kept if sent))


def _text(sentences: list[Sentence]) -> str:
    paragraphs = groupby(sentences, key=lambda sentence: sentence.paragraph)
    return "\n".join(" ".join(sentence.text for sentence in group) for _, group in paragraphs)


def _places(words: Iterable[str], start: int) -> Iterator[Place]:
    for word in words:
        end = start + len("".join(word.split()))
        yield start, end
        start = end


def _count(counts: Counts, gold: Analysis, found: Analysis) -> None:
    for name in MEASURES:
        is_words = name != "sentences"
        counts.gold[name] += len(gold.words) if is_words else len(gold.sentences)
        counts.found[name] += len(found.words) if is_words else len(found.sentences)
    counts.right["sentences"] += len(gold.sentences & found.sentences)
    for place, (upos, xpos, lemma, head, relation) in gold.words.items():
        if place not in found.words:
            continue
        word = found.words[place]
        attached = word[3] == head
        agrees = (True, word[0] == upos, word[1] == xpos, word[2] == lemma, attached, attached and word[4] == relation)
        for name, right in zip(("tokens", "upos", "xpos", "lemma", "uas", "las"), agrees, strict=True):
            counts.right[name] += right
