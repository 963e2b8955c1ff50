"""Sentences of reported speech: each pattern is a function that builds one tree around a clause."""

import copy
import random
from collections.abc import Callable, Iterator

from tasks.train.corpora import Sentence
from tasks.train.speech.clauses import Material, without_subject
from tasks.train.speech.phrases import adjunct, adjuncts, draw, person, speaker, verb, when, where
from tasks.train.speech.trees import Node, mark, phrase, to_sentence, word

TREEBANK_SPEAKERS, TREEBANK_NOUNS, TREEBANK_VERBS = 0.35, 0.25, 0.3
"""Shares of speakers, manners and verbs around quotes that are any of the treebanks, not of the lists."""


class Writer:
    """Writes sentences around clauses; equal seeds give equal sentences."""

    def __init__(self, material: Material, seed: int) -> None:
        self.material = material
        self.rng = random.Random(seed)

    def clause(self, rel: str = "ccomp") -> Node:
        """A copy of one of the clauses."""
        return copy.deepcopy(self.rng.choice(self.material.clauses)).attach(rel)

    def predicate(self, tense: str = "VBD") -> Node:
        """A clause without its subject."""
        while True:
            found = without_subject(self.rng.choice(self.material.clauses), tense)
            if found is not None:
                return found

    def speaker(self, pronouns: bool = True, commas: bool = True) -> Node:
        """Who speaks: of the lists or, so that any noun phrase will do, a subject of the treebanks."""
        if self.material.speakers and self.rng.random() < TREEBANK_SPEAKERS:
            found = copy.deepcopy(self.rng.choice(self.material.speakers))
            words = list(found.in_order())
            words[-1].space = True
            if words[0].upos == "DET":
                words[0].form = words[0].form.lower()
            return found
        return speaker(self.rng, pronouns=pronouns, commas=commas)

    def adjuncts(self) -> list[Node]:
        """Times, places and manners; any noun may tell the manner."""
        if self.material.nouns and self.rng.random() < TREEBANK_NOUNS:
            article, preposition = (
                self.rng.choice(("a", "a", "the", "his")),
                self.rng.choice(("in", "in", "in", "at", "during", "on")),
            )
            manner = phrase(f"{preposition} {article} {self.rng.choice(self.material.nouns)}/NN", "obl")
            return [manner, *when(self.rng)] if self.rng.random() < 0.25 else [manner]
        return adjuncts(self.rng)

    def that(self, clause: Node, share: float = 0.75) -> Node:
        """Most often put "that" before a clause."""
        if self.rng.random() < share:
            clause.left.insert(0, word("that", "IN", "mark", upos="SCONJ"))
        return clause

    def quotes(self) -> tuple[Node, Node]:
        """An opening and a closing quote mark of one style."""
        opening, closing = self.rng.choice(("“”", "“”", '""', '""', "‘’"))
        return mark(opening, "opens"), mark(closing, "closes")

    def say(self, rel: str = "root", listed: str = "") -> Node:
        """A verb of saying with its subject before it."""
        subject = self.speaker()
        kinds = ["say"] if self.rng.random() < 0.75 else [self.rng.choice(["say", "said"])]
        entry = listed or ("say said says" if self.rng.random() < 0.35 or kinds == ["said"] else draw(self.rng, "say"))
        node = verb(self.rng, subject, entry, rel)
        node.left.insert(0, subject)
        return node


def reported(w: Writer) -> Node:
    """The minister said in a statement on Tuesday that C; said Monday C."""
    node = w.say()
    node.right = [*w.adjuncts(), w.that(w.clause())]
    return node


def told(w: Writer) -> Node:
    """The minister told reporters in Oslo last week that C."""
    node = w.say(listed="tell told tells" if w.rng.random() < 0.5 else draw(w.rng, "tell"))
    audience = phrase(draw(w.rng, "audience"), "iobj") if w.rng.random() < 0.8 else person(w.rng, "iobj")
    node.right = [audience, *w.adjuncts(), w.that(w.clause())]
    return node


def coordinated(w: Writer) -> Node:
    """The minister reported that A did this but demanded that: both verbs inside what is reported."""
    node = w.say()
    clause = w.clause()
    while clause.xpos != "VBD":
        clause = w.clause()
    second = w.predicate().attach("conj")
    second.left.insert(0, word(w.rng.choice(["and", "but"]), "CC", "cc"))
    clause.right.append(second)
    node.right = [*w.adjuncts()[:2], w.that(clause, 0.9)]
    return node


def said_twice(w: Writer) -> Node:
    """The minister said that C and added that C."""
    node = w.say()
    second = verb(w.rng, node.left[0], draw(w.rng, "say"), "conj")
    second.left.insert(0, word(w.rng.choice(["and", "but"]), "CC", "cc"))
    second.right = [w.that(w.clause(), 1.0)]
    node.right = [*w.adjuncts()[:1], w.that(w.clause(), 1.0), second]
    return node


def nested(w: Writer) -> Node:
    """The minister said on Tuesday that the general had told reporters that C."""
    node = w.say()
    inner = told(w) if w.rng.random() < 0.3 else reported(w)
    node.right = [*w.adjuncts()[:2], w.that(inner.attach("ccomp"))]
    return node


def quoted(w: Writer) -> Node:
    """“C,” said the minister in Oslo; “C,” the minister said; C, the minister said."""
    clause = w.clause()
    clause.right.append(mark(","))
    if w.rng.random() < 0.6:
        opening, closing = w.quotes()
        clause.left.insert(0, opening)
        clause.right.append(closing)
        _capital(clause)
    return _said_after(w, clause, inverted=w.rng.random() < 0.6)


def unquoted(w: Writer) -> Node:
    """C, the relatives of the victims said: without quote marks, and the subject not that of the clause."""
    clause = w.clause()
    clause.right.append(mark(","))
    return _said_after(w, clause, inverted=False)


def _said_after(w: Writer, clause: Node, inverted: bool) -> Node:
    """A verb of saying and its subject, in either order, after what is said."""
    subject = w.speaker(pronouns=not inverted)
    kind = w.rng.random()
    listed = "say said says" if kind < 0.35 else draw(w.rng, "quote" if kind < 0.7 else "say")
    node = verb(w.rng, subject, listed, perfect=not inverted)
    if w.material.verbs and w.rng.random() < TREEBANK_VERBS and node.xpos == "VBD":
        node.form, node.lemma = w.rng.choice(w.material.verbs)
    where_said = w.adjuncts() if w.rng.random() < 0.6 else []
    if inverted:
        node.left, node.right = [clause], [subject, *where_said]
    else:
        node.left, node.right = [clause, subject, *node.left], where_said
    return node


def introduced(w: Writer) -> Node:
    """The minister said on Tuesday: “C.” (in quotes)."""
    node = w.say(listed=draw(w.rng, "quote") if w.rng.random() < 0.4 else "")
    clause = w.clause()
    opening, closing = w.quotes()
    clause.left = [mark(w.rng.choice([":", ","])), opening, *clause.left]
    clause.right += [mark("."), closing]
    _capital(clause)
    node.right = [*w.adjuncts(), clause]
    return node


def interrupted(w: Writer) -> Node:
    """The plan, the minister said on Tuesday, has failed: the verb of saying stands inside the clause."""
    clause = w.clause("root")
    place = next((i for i, child in enumerate(clause.left) if child.rel.startswith("nsubj")), 0)
    aside = w.say("parataxis")
    if w.rng.random() < 0.4 and aside.xpos == "VBD":
        aside.left, aside.right = [], [aside.left[0]]
    aside.left.insert(0, mark(","))
    aside.right += [*w.adjuncts()[:1], mark(",")]
    clause.left.insert(place + 1, aside)
    return clause


def according(w: Writer) -> Node:
    """According to the minister, C; C, according to a statement."""
    clause = w.clause("root")
    source = w.speaker(pronouns=False, commas=False).attach("obl")
    preposition = word("according", "VBG", "case", "accord", upos="VERB", feats="ExtPos=ADP|Tense=Pres|VerbForm=Part")
    preposition.right = [word("to", "IN", "fixed")]
    source.left.insert(0, preposition)
    if w.rng.random() < 0.5:
        clause.left = [source, mark(","), *clause.left]
    else:
        clause.right += [mark(","), source]
    return clause


def as_said(w: Writer) -> Node:
    """As the minister noted on Tuesday, C."""
    clause = w.clause("root")
    aside = w.say("advcl")
    aside.left.insert(0, word("as", "IN", "mark", upos="SCONJ"))
    aside.right = w.adjuncts()[:2]
    clause.left = [aside, mark(","), *clause.left]
    return clause


def noun_clause(w: Writer) -> Node:
    """The minister dismissed the claim that C: the clause belongs to the noun."""
    subject = w.speaker()
    node = verb(w.rng, subject, draw(w.rng, "reject"))
    noun = phrase(f"the {draw(w.rng, 'noun')}", "obj")
    noun.right = [w.that(w.clause("acl"), 1.0)]
    node.left.insert(0, subject)
    node.right = [noun]
    return node


def relative_clause(w: Writer) -> Node:
    """The minister apologised in a letter that caused outrage: the clause belongs to the noun."""
    subject = w.speaker()
    node = verb(w.rng, subject, draw(w.rng, "reply"))
    noun = adjunct(draw(w.rng, "manner"))
    clause = w.predicate().attach("acl:relcl")
    clause.left.insert(0, word("that", "WDT", "nsubj"))
    noun.right.append(clause)
    node.left.insert(0, subject)
    node.right = [noun]
    return node


def demanded(w: Writer) -> Node:
    """The minister said on Tuesday that Oslo had agreed to sign the treaty but demanded to hold elections."""
    inner_subject = w.speaker(pronouns=False, commas=False)
    first, second = (_wish(w, inner_subject, rel) for rel in ("ccomp", "conj"))
    second.left.insert(0, word(w.rng.choice(["and", "but"]), "CC", "cc"))
    first.left.insert(0, inner_subject)
    first.right.append(second)
    node = w.say()
    node.right = [*w.adjuncts()[:1], w.that(first, 1.0)]
    return node


def _wish(w: Writer, subject: Node, rel: str) -> Node:
    node = verb(w.rng, subject, draw(w.rng, "wish"), rel, perfect=False)
    form, _, target = draw(w.rng, "infinitive").partition("/")
    action = word(form, "VB", "xcomp")
    action.left = [word("to", "TO", "mark")]
    action.right = [phrase(target, "obj")]
    node.right = [action]
    return node


def _capital(clause: Node) -> None:
    first = next(node for node in clause.in_order() if node.upos != "PUNCT")
    first.form = first.form[:1].upper() + first.form[1:]


PATTERNS: tuple[tuple[Callable[[Writer], Node], int], ...] = (
    (reported, 32),
    (told, 14),
    (quoted, 42),
    (unquoted, 16),
    (coordinated, 7),
    (demanded, 5),
    (said_twice, 4),
    (nested, 5),
    (introduced, 5),
    (interrupted, 5),
    (according, 5),
    (as_said, 3),
    (noun_clause, 4),
    (relative_clause, 5),
)
"""The patterns and how often each is written, in relation to each other."""


def write_speech(material: Material, count: int, seed: int = 0) -> Iterator[Sentence]:
    """Write `count` sentences of reported speech, each a document of its own."""
    writer = Writer(material, seed)
    builders, weights = zip(*PATTERNS, strict=True)
    for number in range(count):
        tree = writer.rng.choices(builders, weights)[0](writer)
        _opening(writer, tree)
        nodes = list(tree.in_order())
        if nodes[-1].form == ",":  # a description at the end needs no second comma
            _drop(tree, nodes[-1])
        if nodes[-1].xpos != "''":
            tree.right.append(mark("."))
        yield to_sentence(tree, f"speech-{number}")


def _opening(w: Writer, tree: Node) -> None:
    """Now and then begin with a time or place: In a statement, the minister said that C."""
    if tree.left and tree.left[0].rel == "nsubj" and w.rng.random() < 0.12:
        tree.left = [*(when(w.rng) if w.rng.random() < 0.5 else where(w.rng)), mark(","), *tree.left]


def _drop(tree: Node, unwanted: Node) -> None:
    for node in tree.in_order():
        node.right = [child for child in node.right if child is not unwanted]
