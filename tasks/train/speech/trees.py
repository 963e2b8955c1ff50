"""Trees under construction: nodes with dependents on either side, written out as sentences."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from tasks.train.corpora import Sentence

Words = dict[str, list[str]]
NO_SPACE_BEFORE = frozenset({",", ".", ":", "?", "!"})


@dataclass
class Node:
    """A word with its annotation and its dependents to the left and right, each in the order of the text."""

    form: str
    upos: str
    xpos: str
    lemma: str
    feats: str = ""
    rel: str = "root"
    space: bool = True
    glued: bool = False
    left: list["Node"] = field(default_factory=list)
    right: list["Node"] = field(default_factory=list)

    def attach(self, rel: str) -> "Node":
        """Set the relation to the head; returns the node."""
        self.rel = rel
        return self

    def in_order(self) -> Iterator["Node"]:
        """The nodes of the tree from left to right."""
        for child in self.left:
            yield from child.in_order()
        yield self
        for child in self.right:
            yield from child.in_order()


@cache
def load_words() -> Words:
    """The lists of words; `docs/model.md` describes the file."""
    words: Words = json.loads((files(__package__) / "words.json").read_text(encoding="utf-8"))
    return words


@cache
def _tags() -> dict[str, tuple[str, str]]:
    return {xpos: (upos, feats) for xpos, upos, feats in (line.split(" ", 2) for line in load_words()["tags"])}


@cache
def _closed() -> dict[str, str]:
    return dict(line.split() for line in load_words()["closed"])


def word(form: str, xpos: str, rel: str = "root", lemma: str = "", **annotation: str) -> Node:
    """A word annotated by its fine tag; `upos` and `feats` may be given where they differ."""
    upos, feats = _tags()[xpos]
    feats = annotation.get("feats", "" if feats == "_" else feats)
    lemma = lemma or (form if xpos.startswith("NNP") else form.lower())
    return Node(form, annotation.get("upos", upos), xpos, lemma, feats, rel, glued=form in NO_SPACE_BEFORE)


def mark(form: str, side: str = "") -> Node:
    """A punctuation mark; `side` is "opens" or "closes" for quote marks, which stand close to what they enclose."""
    if side:
        xpos = "``" if side == "opens" else "''"
        lemma = "'" if form in "‘’" else '"'
        return Node(form, "PUNCT", xpos, lemma, "", "punct", space=side == "closes", glued=side == "closes")
    xpos = {"?": ".", "!": "."}.get(form, form)
    return Node(form, "PUNCT", xpos, form, "", "punct", glued=form in NO_SPACE_BEFORE)


def phrase(text: str, rel: str) -> Node:
    """Build a noun phrase, with prepositional phrases, from a line of the word lists.

    Words are written `form`, `form/TAG` or `form/TAG/lemma`; closed-class words, names (NNP) and singular nouns (NN)
    need no tag. The last word of each part is its head; the part after a preposition depends on the part before.
    A phrase that begins with a preposition has it as `case`.
    """
    head: Node | None = None
    parent: Node | None = None
    waiting: list[Node] = []
    prepositions: list[Node] = []
    for node in [*(_listed(item) for item in text.split()), None]:
        if node is not None and node.xpos != "IN":
            waiting.append(node)
            continue
        if waiting:
            part = _noun_phrase(waiting)
            part.left = [*prepositions, *part.left]
            if parent is None:
                head = part.attach(rel)
            else:
                parent.right.append(part.attach("nmod"))
            parent, waiting, prepositions = part, [], []
        if node is not None:
            prepositions.append(node.attach("case"))
    if head is None:
        raise ValueError(f"no noun in the listed phrase {text!r}")
    return head


def to_tree(sentence: Sentence) -> Node:
    """Turn a projective treebank sentence into nodes."""
    nodes = [
        Node(form, upos, xpos, lemma, feats, rel, space)
        for form, upos, xpos, lemma, feats, rel, space in zip(
            sentence.words,
            sentence.upos,
            sentence.xpos,
            sentence.lemmas,
            sentence.feats,
            sentence.deprels,
            sentence.spaces,
            strict=True,
        )
    ]
    root = nodes[0]
    for index, head in enumerate(sentence.heads):
        if head == index:
            root = nodes[index]
        elif index < head:
            nodes[head].left.append(nodes[index])
        else:
            nodes[head].right.append(nodes[index])
    return root


def to_sentence(root: Node, sent_id: str) -> Sentence:
    """Write out a tree; the first letter is made a capital."""
    nodes = list(root.in_order())
    index = {id(node): i for i, node in enumerate(nodes)}
    heads = list(range(len(nodes)))
    for node in nodes:
        for child in [*node.left, *node.right]:
            heads[index[id(child)]] = index[id(node)]
    first = next(node for node in nodes if node.upos != "PUNCT")
    first.form = first.form[:1].upper() + first.form[1:]
    glued = [node.glued for node in nodes[1:]] + [False]
    return Sentence(
        sent_id,
        doc_id=sent_id,
        paragraph=0,
        words=tuple(node.form for node in nodes),
        spaces=tuple(node.space and not tight for node, tight in zip(nodes, glued, strict=True)),
        upos=tuple(node.upos for node in nodes),
        xpos=tuple(node.xpos for node in nodes),
        lemmas=tuple(node.lemma for node in nodes),
        feats=tuple(node.feats for node in nodes),
        heads=tuple(heads),
        deprels=tuple(node.rel for node in nodes),
    )


def _listed(item: str) -> Node:
    form, _, rest = item.partition("/")
    tag, _, lemma = rest.partition("/")
    if not tag:
        tag = _closed().get(form) or ("CD" if form.isdigit() else "NNP" if form[0].isupper() else "NN")
    return word(form, tag, lemma=lemma or re.sub(r"^an$", "a", form if tag == "NNP" else form.lower()))


PREMODIFIERS = {
    "DT": "det", "JJ": "amod", "JJS": "amod", "VBN": "amod", "NN": "compound", "NNS": "compound", "NNP": "compound",
    "CD": "nummod", "RB": "advmod", "RBR": "advmod", "PRP$": "nmod:poss", "NNPS": "compound",
}  # fmt: skip


def _noun_phrase(nodes: list[Node]) -> Node:
    *before, head = nodes
    if head.xpos == "CD" and before and before[-1].xpos == "NNP":  # March 18
        month = before.pop()
        month.right.append(head.attach("nummod"))
        head = month
    head.left = [node.attach(PREMODIFIERS[node.xpos]) for node in before]
    return head
