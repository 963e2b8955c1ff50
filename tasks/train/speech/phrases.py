"""Speakers, verbs of saying and their adjuncts, drawn from the word lists."""

import random
from collections.abc import Callable

from tasks.train.speech.trees import Node, load_words, mark, phrase, word

PRONOUNS = {"he": "Gender=Masc", "she": "Gender=Fem", "they": ""}


def draw(rng: random.Random, name: str) -> str:
    """One entry of a word list."""
    return rng.choice(load_words()[name])


def person(rng: random.Random, rel: str, full: bool = True) -> Node:
    """A personal name: the first name is the head, as in the treebanks."""
    names = ([draw(rng, "first")] if full else []) + draw(rng, "last").split()
    head = word(names[0], "NNP", rel)
    head.right = [word(name, "NNP", "flat") for name in names[1:]]
    return head


def speaker(rng: random.Random, rel: str = "nsubj", pronouns: bool = True, commas: bool = True) -> Node:
    """Who speaks: a pronoun, name, name with title, role, organisation or name with a description."""
    kind = rng.random()
    if kind < 0.12 and pronouns:
        form = rng.choice(sorted(PRONOUNS))
        number = "Plur" if form == "they" else "Sing"
        feats = "|".join(filter(None, ["Case=Nom", PRONOUNS[form], f"Number={number}", "Person=3", "PronType=Prs"]))
        return word(form, "PRP", rel, feats=feats)
    if kind < 0.3:
        return person(rng, rel, full=rng.random() < 0.6)
    if kind < 0.48:
        return titled(rng, rel)
    if kind < 0.62:
        return phrase(draw(rng, "organisation"), rel)
    if kind < 0.76 and commas:
        return described(rng, rel)
    return phrase(draw(rng, "role"), rel)


def titled(rng: random.Random, rel: str) -> Node:
    """A name with a title before it."""
    head = person(rng, rel, full=rng.random() < 0.7)
    if rng.random() < 0.25:
        affiliation = phrase(draw(rng, "organisation").removeprefix("the "), "compound")
        title = word(rng.choice(["analyst", "spokesman", "president", "economist"]), "NN", "nmod:desc")
        title.left = [affiliation]
    else:
        title = phrase(draw(rng, "title"), "nmod:desc")
    head.left = [title]
    return head


def described(rng: random.Random, rel: str) -> Node:
    """A name and, between commas, who that is."""
    head = person(rng, rel)
    description = phrase(draw(rng, "role"), "appos")
    description.left.insert(0, mark(","))
    description.right.append(mark(","))
    head.right.append(description)
    return head


def verb(rng: random.Random, subject: Node, listed: str, rel: str = "root", perfect: bool = True) -> Node:
    """A finite verb from a list entry `base past present [participle]`, in agreement with its subject."""
    base, past, present, *participle = listed.split()
    plural = "Number=Plur" in subject.feats
    kind = rng.random()
    if kind < 0.1 and perfect:
        node = word(participle[0] if participle else past, "VBN", rel, base)
        form, xpos = rng.choice([("have", "VBP") if plural else ("has", "VBZ"), ("had", "VBD")])
        node.left = [word(form, xpos, "aux", "have", upos="AUX")]
        return node
    if kind < 0.25:
        return word(base if plural else present, "VBP" if plural else "VBZ", rel, base)
    number = "Plur" if plural else "Sing"
    return word(past, "VBD", rel, base, feats=f"Mood=Ind|Number={number}|Person=3|Tense=Past|VerbForm=Fin")


def when(rng: random.Random) -> list[Node]:
    """A time: weekday, date or other, with or without a preposition."""
    day, early = draw(rng, "day"), rng.choice(("early", "late"))
    ways: tuple[tuple[float, Callable[[], list[Node]]], ...] = (
        (0.3, lambda: [phrase(f"on {day}", "obl")]),
        (0.2, lambda: [phrase(day, "obl:unmarked")]),
        (0.12, lambda: [phrase(f"on {draw(rng, 'month')} {rng.randint(1, 30)}", "obl")]),
        (0.05, lambda: [phrase(f"{early} {day}", "obl:unmarked")]),
        (0.04, lambda: [word(early, "RB", "advmod"), phrase(f"on {day}", "obl")]),
        (0.18, lambda: [adjunct(draw(rng, "time"))]),
        (0.07, lambda: [ago(rng)]),
        (0.11, lambda: [adverb(rng)]),
    )
    return rng.choices([build for _, build in ways], [share for share, _ in ways])[0]()


def ago(rng: random.Random) -> Node:
    """A stretch of time before now: three weeks ago."""
    node = word("ago", "RB", "advmod")
    node.left = [phrase(draw(rng, "stretch"), "obl:unmarked")]
    return node


def where(rng: random.Random) -> list[Node]:
    """A place or a way of saying it."""
    if rng.random() < 0.3:
        return [phrase(f"in {draw(rng, 'place')}", "obl")]
    node = adjunct(draw(rng, "manner"))
    if rng.random() < 0.15:
        node.right.append(phrase(f"in {draw(rng, 'place')}", "nmod"))
    return [node]


def adjunct(text: str) -> Node:
    """A listed adjunct; without a preposition it is an unmarked oblique."""
    node = phrase(text, "obl")
    return node if node.left and node.left[0].rel == "case" else node.attach("obl:unmarked")


def adverb(rng: random.Random) -> Node:
    """A listed adverb."""
    form, _, xpos = draw(rng, "adverb").partition("/")
    return word(form, xpos or "RB", "advmod", lemma="early" if xpos else form)


def adjuncts(rng: random.Random) -> list[Node]:
    """None to three adjuncts of a verb of saying, in the orders that newswire has them."""
    kind = rng.random()
    if kind < 0.15:
        return []
    if kind < 0.4:
        return when(rng)
    if kind < 0.65:
        return where(rng)
    if kind < 0.82:
        return [*where(rng), *when(rng)]
    return [*when(rng), *where(rng)]
