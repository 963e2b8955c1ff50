"""Accuracy of quotes against a gold file, in the measures of the published comparisons.

Everything is counted on tokens (words and single punctuation marks; one belongs to a span when they overlap), summed over all
documents. Fragments are contiguous stretches of content: "exact" is the strict measure of Pareti et al. (2013) and the exact
match of CofeNet (2022), "partial" that of Pareti et al. Quotes are paired one to one by the overlap of their content.
"""

from __future__ import annotations

import gzip
import json
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language

from tasks.extract.pipeline import extract
from tasks.records import Document, Extraction, Quote, Span

Row = Mapping[str, Any]
Figures = dict[str, float]
Counts = defaultdict[str, float]
#: A stretch of tokens: first, and one behind the last.
Stretch = tuple[int, int]

TOKEN = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")
KINDS = ("direct", "mixed", "indirect")
OPENING = re.compile(r"[\"“‘«„']{1,2}$")
CLOSING = re.compile(r"[,.!?;:…]?\s?[\"”’»']{1,2}")
INTRODUCING = re.compile(r"\b(?:that|whether|if)\s$")
#: Share of content that two quotes have in common to be the same quote; to have their speakers compared.
SAME, NEAR = 0.5, 0.3


@dataclass(frozen=True, slots=True)
class Item:
    """A quote in tokens."""

    content: tuple[Stretch, ...]
    cue: frozenset[int]
    source: frozenset[int]
    kind: str
    tokens: frozenset[int]


def evaluate_quotes(nlp: Language, gold: Path, reporting: bool = False) -> Figures:
    """Measure the quotes of a pipeline on a gold file.

    Args:
        nlp: a pipeline with the components of Readout.
        gold: JSON lines, plain or gzipped, each a document with ``doc_id``, ``text`` and ``quotes`` (content, cue, source as
            lists of offsets, type); ``nested`` quotes and regions to ``ignore`` count neither way.
        reporting: leave out indirect quotes whose cue is no verb of reporting, where the gold tells them (``reporting``).

    Returns:
        In percent: F1 of ``content_exact`` and ``content_partial`` (fragments), of ``content_half`` (quotes that share half their
        content) as a whole and by kind, of ``cue``, of ``relation`` (content, cue and source agree) with its ``precision`` and
        ``recall``; ``speaker``, the share of paired quotes with the right source; and ``documents``, ``quotes``, their numbers.
    """
    opener = gzip.open if gold.suffix == ".gz" else open
    with opener(gold, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    documents = (Document(doc_id=row["doc_id"], text=row["text"]) for row in rows)
    found = [found.quotes if isinstance(found, Extraction) else () for _, found in extract(nlp, documents)]
    return score_quotes(zip(rows, found, strict=True), reporting)


def score_quotes(pairs: Iterable[tuple[Row, Sequence[Quote]]], reporting: bool = False) -> Figures:
    """Compare quotes with gold documents; see `evaluate_quotes`."""
    counts: Counts = defaultdict(float)
    for row, quotes in pairs:
        _count(row, quotes, reporting, counts)
    figures = {name: _f1(counts, name) for name in ("content_exact", "content_partial", "content_half", "cue", "relation")}
    figures |= {f"content_half_{kind}": _f1(counts, f"content_half_{kind}") for kind in KINDS}
    figures["precision"] = _percent(counts["relation hit"], counts["relation predicted"])
    figures["recall"] = _percent(counts["relation hit"], counts["relation gold"])
    figures["speaker"] = _percent(counts["speaker hit"], counts["speaker"])
    return figures | {"documents": float(counts["documents"]), "quotes": float(counts["relation gold"])}


def _count(row: Row, quotes: Sequence[Quote], reporting: bool, counts: Counts) -> None:
    text = row["text"]
    tokens = _Tokens(text)
    read = [(tokens.item(quote["content"], quote["cue"], quote["source"], quote["type"]), quote) for quote in row["quotes"]]
    neutral = [item for item, quote in read if reporting and quote.get("reporting") is False and item.kind == "indirect"]
    gold = [item for item, _ in read if item.content and item not in neutral]
    neutral += [tokens.item(quote["content"], quote["cue"], quote["source"], quote["type"]) for quote in row.get("nested", ())]
    ignored = {token for start, end in tokens.stretches(row.get("ignore", ())) for token in range(start, end)}
    predicted = [tokens.item([_widened(span, text) for span in q.content], q.cue, q.speaker, q.kind) for q in quotes]
    predicted = [item for item in predicted if item.content and 2 * len(item.tokens & ignored) <= len(item.tokens)]
    predicted = [item for item in predicted if _best(item, neutral) <= _best(item, gold) or not neutral]
    counts["documents"] += 1
    _count_fragments(predicted, gold, counts)
    _count_quotes(predicted, gold, counts)


def _widened(span: Span, text: str) -> Span:
    """Take in the enclosing marks and the conjunction, which the published corpora count as content."""
    start, end = span
    if opening := OPENING.search(text[max(0, start - 2) : start]):
        start -= len(opening.group())
        if closing := CLOSING.match(text[end : end + 4]):
            end += closing.end()
    introducing = INTRODUCING.search(text[max(0, start - 9) : start])
    return start - len(introducing.group()) if introducing else start, end


def _count_fragments(predicted: Sequence[Item], gold: Sequence[Item], counts: Counts) -> None:
    ours, theirs = ({fragment for item in items for fragment in item.content} for items in (predicted, gold))
    for name, hit in (("content_exact", _is_among), ("content_partial", _covered)):
        counts[f"{name} hit"] += sum(hit(fragment, theirs) for fragment in ours)
        counts[f"{name} predicted"] += len(ours)
        counts[f"{name} found"] += sum(hit(fragment, ours) for fragment in theirs)
        counts[f"{name} gold"] += len(theirs)


def _is_among(fragment: Stretch, others: set[Stretch]) -> float:
    return float(fragment in others)


def _covered(fragment: Stretch, others: set[Stretch]) -> float:
    start, end = fragment
    return min(1.0, sum(max(0, min(end, last) - max(start, first)) for first, last in others) / (end - start))


def _count_quotes(predicted: Sequence[Item], gold: Sequence[Item], counts: Counts) -> None:
    pairs = _pairs(predicted, gold)
    same = [(ours, theirs) for ours, theirs, share in pairs if share >= SAME]
    _add(counts, "content_half", len(same), len(same), len(predicted), len(gold))
    for kind in KINDS:
        hits = (sum(ours.kind == kind for ours, _ in same), sum(theirs.kind == kind for _, theirs in same))
        sizes = (sum(item.kind == kind for item in items) for items in (predicted, gold))
        _add(counts, f"content_half_{kind}", *hits, *sizes)
    cues = sum(bool(ours.cue & theirs.cue) for ours, theirs, _ in pairs)
    _add(counts, "cue", cues, cues, sum(bool(item.cue) for item in predicted), sum(bool(item.cue) for item in gold))
    related = sum(bool(ours.cue & theirs.cue) and _same_source(ours, theirs) for ours, theirs in same)
    _add(counts, "relation", related, related, len(predicted), len(gold))
    attributed = [(ours, theirs) for ours, theirs, share in pairs if share >= NEAR and theirs.source]
    counts["speaker"] += len(attributed)
    counts["speaker hit"] += sum(bool(ours.source & theirs.source) for ours, theirs in attributed)


def _same_source(ours: Item, theirs: Item) -> bool:
    return bool(ours.source & theirs.source) or not (ours.source or theirs.source)


def _pairs(predicted: Sequence[Item], gold: Sequence[Item]) -> list[tuple[Item, Item, float]]:
    """Pair quotes one to one, those first that share most of their content; ties go by cue, then by order."""
    candidates = sorted(
        (-share, -len(ours.cue & theirs.cue), number, position)
        for position, ours in enumerate(predicted)
        for number, theirs in enumerate(gold)
        if (share := _share(ours, theirs)) > 0
    )
    taken_ours, taken_theirs, found = set(), set(), []
    for share, _, number, position in candidates:
        if position not in taken_ours and number not in taken_theirs:
            taken_ours.add(position)
            taken_theirs.add(number)
            found.append((predicted[position], gold[number], -share))
    return found


def _share(one: Item, other: Item) -> float:
    return len(one.tokens & other.tokens) / len(one.tokens | other.tokens) if one.tokens else 0.0


def _best(item: Item, others: Sequence[Item]) -> float:
    return max((_share(item, other) for other in others), default=0.0)


def _add(counts: Counts, name: str, hit: int, found: int, predicted: int, gold: int) -> None:
    for part, value in (("hit", hit), ("found", found), ("predicted", predicted), ("gold", gold)):
        counts[f"{name} {part}"] += value


def _f1(counts: Counts, name: str) -> float:
    precision = _percent(counts[f"{name} hit"], counts[f"{name} predicted"])
    recall = _percent(counts[f"{name} found"], counts[f"{name} gold"])
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _percent(part: float, whole: float) -> float:
    return 100 * part / whole if whole else 0.0


class _Tokens:
    """The tokens of a text, and spans as stretches of them."""

    def __init__(self, text: str) -> None:
        spans = [match.span() for match in TOKEN.finditer(text)]
        self._starts, self._ends = [start for start, _ in spans], [end for _, end in spans]

    def stretches(self, spans: Iterable[Sequence[int]]) -> tuple[Stretch, ...]:
        """Return the stretches that spans touch, those that touch each other as one."""
        found: list[Stretch] = []
        for start, end in sorted((span[0], span[1]) for span in spans):
            first, last = bisect_left(self._ends, start + 1), bisect_left(self._starts, end)
            if found and first <= found[-1][1]:
                found[-1] = found[-1][0], max(found[-1][1], last)
            elif first < last:
                found.append((first, last))
        return tuple(found)

    def item(
        self, content: Iterable[Sequence[int]], cue: Iterable[Sequence[int]], source: Iterable[Sequence[int]], kind: str
    ) -> Item:
        """Return a quote in tokens."""
        fragments = self.stretches(content)
        parts = [frozenset(i for a, b in self.stretches(spans) for i in range(a, b)) for spans in (cue, source)]
        return Item(fragments, parts[0], parts[1], kind, frozenset(i for a, b in fragments for i in range(a, b)))
