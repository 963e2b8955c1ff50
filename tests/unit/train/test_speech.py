import random
import re
from pathlib import Path

import pytest
import spacy

from tasks.evaluate.probe import load_probe, write_cases
from tasks.evaluate.treebank import MEASURES, Counts, _count, expected
from tasks.train.corpora import Sentence, read_treebank
from tasks.train.docs import sentences_to_doc
from tasks.train.speech import generate
from tasks.train.speech.clauses import Material, select_clauses, take_material
from tasks.train.speech.generate import PATTERNS, Writer, write_speech
from tasks.train.speech.trees import load_words, phrase, to_sentence
from tests.unit.train.conftest import make_clauses

MATERIAL = Material(tuple(make_clauses()), (), (), ())


def arcs(sentence: Sentence) -> set[tuple[str, str, str]]:
    return {
        (sentence.words[i], relation, sentence.words[head])
        for i, (head, relation) in enumerate(zip(sentence.heads, sentence.deprels, strict=True))
    }


@pytest.mark.parametrize("pattern", [builder for builder, _ in PATTERNS])
def test_every_pattern_gives_one_tree_that_spacy_accepts(pattern: object) -> None:
    assert callable(pattern)
    for seed in range(15):
        sentence = to_sentence(pattern(Writer(MATERIAL, seed)), "x")
        assert sentence.deprels.count("root") == 1
        assert sum(head == i for i, head in enumerate(sentence.heads)) == 1
        doc = sentences_to_doc(spacy.blank("en").vocab, [sentence])
        assert len(list(doc.sents)) == 1
        assert doc.text == sentence.text


def test_the_clause_depends_on_the_verb_of_saying() -> None:
    for seed in range(20):
        sentence = to_sentence(generate.told(Writer(MATERIAL, seed)), "x")
        root = sentence.deprels.index("root")
        relations = [relation for head, relation in zip(sentence.heads, sentence.deprels, strict=True) if head == root]
        assert {"nsubj", "iobj", "ccomp"} <= set(relations)


def test_an_inverted_speaker_is_a_subject() -> None:
    for seed in range(20):
        sentence = to_sentence(generate.quoted(Writer(MATERIAL, seed)), "x")
        root = sentence.deprels.index("root")
        assert "nsubj" in [sentence.deprels[i] for i, head in enumerate(sentence.heads) if head == root and i != root]


def test_phrases_are_built_from_the_lists() -> None:
    sentence = to_sentence(phrase("a senior official of the finance ministry", "nsubj"), "x")
    assert {("senior", "amod", "official"), ("ministry", "nmod", "official"), ("of", "case", "ministry")} <= arcs(sentence)


def test_all_listed_words_can_be_read() -> None:
    words = load_words()
    for name in ("role", "organisation", "title", "audience", "manner", "time", "stretch"):
        for entry in words[name]:
            assert phrase(entry, "obl").rel == "obl"
    assert all(
        3 <= len(entry.split()) <= 4 for name in ("say", "quote", "tell", "reject", "reply", "wish") for entry in words[name]
    )


def test_equal_seeds_give_equal_sentences() -> None:
    assert list(write_speech(MATERIAL, 30, 5)) == list(write_speech(MATERIAL, 30, 5))


def test_clauses_are_taken_from_declarative_sentences(corpora: Path) -> None:
    for clause in select_clauses(read_treebank(corpora / "ewt-train.conllu.gz")):
        assert clause.rel == "root"
        assert clause.right[-1:] != ["."]


def test_treebanks_give_speakers_nouns_and_verbs(corpora: Path) -> None:
    sentences = list(read_treebank(corpora / "ewt-train.conllu.gz"))
    material = take_material(sentences, avoid=frozenset({"statement"}))
    assert material.speakers and all(speaker.rel == "nsubj" for speaker in material.speakers)
    assert "statement" not in material.nouns
    for sentence in write_speech(material, 40, 2):
        assert sentence.deprels.count("root") == 1


def test_the_probe_has_words_that_training_does_not_have() -> None:
    words, probe = load_words(), load_probe()
    trained = {form for name in ("say", "quote", "tell") for entry in words[name] for form in entry.split()}
    assert not trained & set(probe["verbs"])
    assert not {entry.replace("*", "") for entry in probe["speakers"]} & set(words["role"])


def test_the_probe_marks_the_words_that_matter() -> None:
    speakers = {re.findall(r"\*(.+)\*", entry)[0] for entry in load_probe()["speakers"]}
    speakers |= {speaker.capitalize() for speaker in speakers if " " not in speaker}
    for case in write_cases():
        assert case.text[case.clause].isalpha()
        assert case.text[slice(*case.speaker)] in speakers
        assert "*" not in case.text and "<" not in case.text


def test_a_treebank_agrees_with_itself() -> None:
    sentences = list(write_speech(MATERIAL, 5, 1))
    counts = Counts()
    _count(counts, expected(sentences), expected(sentences))
    assert counts.f_scores() == dict.fromkeys(MEASURES, 100.0)


def test_times_and_places_vary() -> None:
    texts = [sentence.text for sentence in write_speech(MATERIAL, 200, random.Random(0).randint(0, 9))]
    assert len(set(texts)) > 190
