import json
from pathlib import Path

import pytest
import spacy

from tasks.train.assemble import load_sources
from tasks.train.stages import STAGES, Plan, run_stage
from tasks.train.training import resume


@pytest.fixture(scope="module")
def trained(corpora: Path, tmp_path_factory: pytest.TempPathFactory) -> Plan:
    folder = tmp_path_factory.mktemp("train")
    plan = Plan(corpora, folder / "work", folder / "pipelines", steps=2)
    for name in STAGES:
        run_stage(name, plan)
    return plan


def test_a_tiny_training_gives_a_whole_pipeline(trained: Plan) -> None:
    nlp = spacy.load(trained.fast)
    assert nlp.pipe_names[0] == "readout_sentences"
    assert {"tagger", "morphologizer", "trainable_lemmatizer", "parser", "ner"} <= set(nlp.pipe_names)
    assert not {"readout_quotes", "readout_actors", "readout_events"} & set(nlp.pipe_names)
    doc = nlp("The mill burned\nVera Moss left Halden.")
    assert doc[4].is_sent_start
    assert all(token.tag_ and token.dep_ for token in doc)


def test_licence_sources_and_figures_stand_beside_the_weights(trained: Plan) -> None:
    meta = json.loads((trained.fast / "meta.json").read_text(encoding="utf-8"))
    assert meta["license"] == "CC BY-SA 4.0"
    assert {"treebanks", "names", "probe", "words_per_second"} <= set(meta["performance"])
    licence = (trained.fast / "LICENSE.md").read_text(encoding="utf-8")
    assert all(source["name"] in licence for source in load_sources())


def test_a_finished_stage_is_not_repeated(trained: Plan) -> None:
    before = (trained.work / "parser" / "model-last" / "meta.json").stat().st_mtime_ns
    run_stage("parser", trained)
    assert (trained.work / "parser" / "model-last" / "meta.json").stat().st_mtime_ns == before


def test_an_earlier_result_keeps_its_lemma_labels(trained: Plan) -> None:
    start = trained.work / "parser" / "model-last"
    nlp = resume(start, spacy.load(start).config)
    lemmatizer = nlp.get_pipe("trainable_lemmatizer")
    assert len(lemmatizer.tree2label) == len(lemmatizer.cfg["labels"]) > 0  # type: ignore[attr-defined]
