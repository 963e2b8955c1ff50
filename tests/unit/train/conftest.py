"""A corpora folder in miniature: our own sentences, in the files and formats of the real one."""

import gzip
import json
from pathlib import Path

import pytest

from tasks.train.corpora import NAME_SOURCES, TREEBANKS, Sentence
from tasks.train.speech.clauses import Material
from tasks.train.speech.generate import write_speech
from tasks.train.speech.trees import Node, phrase, word

SUBJECTS = ("the harbour", "the new/JJ bridge", "Halden", "a nurse", "the old/JJ mill")
VERBS = ("closed close", "opened open", "moved move", "burned burn")


def make_clauses() -> list[Node]:
    clauses = []
    for subject in SUBJECTS:
        for verb in VERBS:
            past, base = verb.split()
            node = word(past, "VBD", lemma=base)
            node.left, node.right = [phrase(subject, "nsubj")], [phrase("in the night", "obl")]
            clauses.append(node)
    return clauses


def to_conllu(sentences: list[Sentence]) -> str:
    lines = []
    for number, s in enumerate(sentences):
        lines += [f"# newdoc id = doc{number // 3}"] if number % 3 == 0 else []
        lines += ["# newpar"] if number % 2 == 0 else []
        lines += [f"# sent_id = {s.sent_id}", f"# text = {s.text}"]
        for i, form in enumerate(s.words):
            head = 0 if s.heads[i] == i else s.heads[i] + 1
            misc = "_" if s.spaces[i] else "SpaceAfter=No"
            columns = (i + 1, form, s.lemmas[i], s.upos[i], s.xpos[i], s.feats[i] or "_", head, s.deprels[i], "_", misc)
            lines.append("\t".join(map(str, columns)))
        lines.append("")
    return "\n".join([*lines, ""])


@pytest.fixture(scope="session")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpora")
    for seed, part in enumerate(("train", "dev")):
        sentences = list(write_speech(Material(tuple(make_clauses()), (), (), ()), 60, seed))
        for name in TREEBANKS:
            _write(folder / f"{name}-{part}.conllu.gz", to_conllu(sentences))
        row = {"src": "own", "id": "1", "text": "Vera Moss left Halden on Friday.", "ents": [[0, 9, "PERSON"], [15, 21, "GPE"]]}
        for source in NAME_SOURCES:
            _write(folder / f"{source}-{part}.jsonl.gz", (json.dumps(row) + "\n") * 20)
    _write(folder / "gmb-train.iob.gz", "# sent 0\nThe\tDT\tO\nmill\tNN\tO\nburned\tVBD\tO\n.\t.\tO\n\n")
    return folder


def _write(path: Path, text: str) -> None:
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.write(text)
