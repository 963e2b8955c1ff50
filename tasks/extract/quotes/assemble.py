"""Put the quotes of a document together: from the parse, from the words beside quote marks, from what marks leave unsaid."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc, Token

from tasks.extract import clauses
from tasks.extract.quotes import attribution, lexicon
from tasks.extract.quotes.cues import Report
from tasks.extract.quotes.drafts import Draft, fit, kind_of, trim
from tasks.extract.quotes.issuers import issuer_of
from tasks.extract.quotes.layout import Layout
from tasks.extract.quotes.marks import Marked
from tasks.extract.quotes.phrases import noun_phrase
from tasks.extract.quotes.reports import find_reports
from tasks.extract.quotes.speakers import addressees_of, is_nobody, is_passive, medium_of, reason_of, speakers_of
from tasks.extract.quotes.turns import find_headlines, find_turns
from tasks.extract.spans import contains, offsets, overlaps, token_offsets
from tasks.records import Polarity, Quote, Span

FIRST_OR_SECOND = frozenset({"i", "we", "you"})
#: The beginning of another sentence behind a stop.
NEXT_SENTENCE = re.compile(r"[.!?][\"”’']?\s+\w")
THINGS = frozenset({"it", "that"})
CLAUSES = frozenset({"csubj", "csubj:pass", "csubjpass"})


def extract_quotes(doc: Doc) -> list[Quote]:
    """Return the quotes of a parsed document in text order."""
    return _Assembly(Layout(doc)).run() if len(doc) else []


class _Assembly:
    """The quotes of one document in the making; each step leaves alone what an earlier one has explained."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.drafts: list[Draft] = []
        self.reports: dict[int, Report] = {}
        self.by_cue: dict[int, Draft] = {}

    def run(self) -> list[Quote]:
        self._read_parse()
        self.drafts += find_turns(self.layout) or find_headlines(self.layout)
        for zone in self.layout.outer:
            if not self._is_explained(zone) and not self._resumes(zone) and not self._continues(zone):
                self._read_marks(zone)
        return self._finish()

    def _read_parse(self) -> None:
        for report in find_reports(self.layout.doc, self.layout.text):
            self.reports[report.cue.i] = report
            if report.content and not report.speakers and report.cue.tag_ in {"VBD", "VBZ"} and not is_passive(report.cue):
                head = attribution.speaker_beside(self.layout, report.cue, None)
                report.speakers = [head] if head is not None else []
            if report.content and self._is_wanted(report):
                self._add(report, report.content, report.rule)

    def _is_wanted(self, report: Report) -> bool:
        """Tell whether a report of the parse is a quote: somebody says it, and not merely "I think" within another's words."""
        if not report.speakers:
            return is_passive(report.cue) and (report.entry.lemma in lexicon.TOLD or not _is_done_to(report.cue))
        inside = self.layout.zone_at(report.cue.idx) is not None
        if report.cue.dep_ in clauses.PARTICIPLE and report.cue.tag_ == "VBN":
            return False
        own = report.speakers[0].lower_ in FIRST_OR_SECOND
        return not (own and (inside or report.entry.stance == "believing")) and not (
            inside and report.entry.stance == "believing"
        )

    def _add(self, report: Report, content: list[Span], rule: str) -> Draft:
        draft = self.by_cue.get(report.cue.i)
        if draft is None:
            draft = Draft([], report.cue, report.entry, report.cue_span, report.speakers, report.phrase, report.polarity, rule)
            self.by_cue[report.cue.i] = draft
            self.drafts.append(draft)
        draft.content = draft.content + content
        fit(self.layout, draft)
        return draft

    def _is_explained(self, zone: Marked) -> bool:
        return any(
            overlaps((zone.start, zone.end), span)
            for draft in self.drafts
            if draft.cue is None or not zone.start <= draft.cue.idx < zone.end
            for span in draft.content
        )

    def _resumes(self, zone: Marked) -> bool:
        """Join a stretch to the one before it if nothing but a cue set off by commas stands between ("...;" it said; "...")."""
        position = self.layout.outer.index(zone)
        last = self.layout.outer[position - 1] if position else zone
        between = [draft for draft in self.drafts if draft.cue is not None and last.end <= draft.cue.idx < zone.start]
        if self.layout.before(zone) != ";" or len(between) != 1:
            return False
        led = any(overlaps((last.start, last.end), span) for span in between[0].content)
        if led:
            between[0].content.append((zone.start, zone.end))
        return led

    def _continues(self, zone: Marked) -> bool:
        """Join a stretch to the quote that the paragraph before it left open."""
        number = self.layout.paragraph_of(zone.start)
        if number == 0 or self.layout.paragraphs[number][0] != zone.start:
            return False
        end = self.layout.paragraphs[number - 1][1]
        if not any(other.end == end and not other.closed for other in self.layout.outer):
            return False
        draft = next((draft for draft in self.drafts if any(span[1] == end for span in draft.content)), None)
        if draft is not None:
            draft.content.append((zone.start, zone.end))
        return draft is not None

    def _read_marks(self, zone: Marked) -> None:
        """Explain a stretch between marks by the words beside it, else by the quote before it."""
        span = zone.start, zone.end
        beside = attribution.cue_beside(self.layout, zone)
        if beside and not self._has_own(beside[0], zone):
            cue, entry = beside
            if is_passive(cue) and entry.lemma not in lexicon.TOLD and not speakers_of(cue) and _is_done_to(cue):
                return
            report = self.reports.get(cue.i) or Report(cue, entry, token_offsets(cue), speakers_of(cue))
            if not report.speakers or self.layout.zone_at(report.speakers[0].idx) is not None:
                head = attribution.speaker_beside(self.layout, cue, zone)
                report.speakers = [head] if head is not None else self._said_last(cue)
            self._add(report, [span if cue.idx > zone.start else attribution.with_phrase(self.layout, zone)], "beside")
        elif held := attribution.holder_of(self.layout, zone):
            cue, entry, complement = held
            speakers = [] if cue.dep_ in clauses.PARTICIPLE and cue.tag_ == "VBN" else speakers_of(cue)
            if speakers:
                things = [thing.left_edge.i for thing in clauses.objects(cue) if cue.i < thing.i < complement.i]
                content = offsets(self.layout.doc[min([complement.left_edge.i, *things]) : complement.right_edge.i + 1])
                self._add(Report(cue, entry, token_offsets(cue), speakers), [content], "held")
        elif label := attribution.label_before(self.layout, zone) or attribution.led_in(self.layout, zone):
            self.drafts.append(Draft([span], cue_span=token_offsets(label[0]), speakers=[label[1]], rule="label"))
        elif head := attribution.dash_behind(self.layout, zone):
            self.drafts.append(Draft([span], speakers=[head], rule="dash"))
        elif self.layout.begins_sentence(zone) and self.layout.is_sentence(zone):
            self._float(zone)

    def _has_own(self, cue: Token, zone: Marked) -> bool:
        """Tell whether a cue behind marks has its content behind it ("called it "absurd," and said that ...")."""
        draft = self.by_cue.get(cue.i)
        if draft is None or cue.idx < zone.start:
            return False
        return all(start > cue.idx and self.layout.zone_at(start) is None for start, _ in draft.content)

    def _said_last(self, cue: Token) -> list[Token]:
        """Return who said what stands before a cue in its sentence ("..., further saying: "...")."""
        before = [draft for draft in self.drafts if draft.cue is not None and cue.sent.start <= draft.cue.i < cue.i]
        return before[-1].speakers if before and cue.tag_ == "VBG" else []

    def _float(self, zone: Marked) -> None:
        """Give whole sentences in marks without cue to the speaker before them: of the same paragraph, else of the last."""
        if report := self._ended_before(zone):
            entry = report.entry
            self.drafts.append(
                Draft([(zone.start, zone.end)], report.cue, entry, report.cue_span, report.speakers, rule="stopped")
            )
            return
        before = [draft for draft in self.drafts if draft.speakers and draft.content and draft.content[0][0] < zone.start]
        before = [draft for draft in before if draft.cue is None or self.layout.zone_at(draft.cue.idx) is None]
        if not before:
            return
        last = max(before, key=lambda draft: max(draft.content[-1][1], draft.cue.idx if draft.cue is not None else 0))
        paragraph = self.layout.paragraph_of(zone.start)
        end = max(last.content[-1][1], last.cue.idx if last.cue is not None else 0)
        gap = paragraph - self.layout.paragraph_of(last.content[-1][0])
        stops = (match.start() for match in NEXT_SENTENCE.finditer(self.layout.text, end, zone.start))
        if gap == 0 and not any(self.layout.is_stop(stop) for stop in stops):
            last.content.append((zone.start, zone.end))
        elif gap == 0 or (
            gap == 1
            and self.layout.paragraphs[paragraph][0] == zone.start
            and kind_of(self.layout, last.content, None) != "indirect"
        ):
            self.drafts.append(Draft([(zone.start, zone.end)], speakers=last.speakers, rule="floating"))

    def _ended_before(self, zone: Marked) -> Report | None:
        """Return the cue that ends the sentence before marks with nothing said yet ("Ruiz agreed. "We will ...")."""
        first = self.layout.index.at(zone.start)
        if first is None or first.i < 2 or first.nbor(-1).text != ".":
            return None
        report = self.reports.get(first.i - 2)
        if report is None or not report.speakers or "quotation" not in report.entry.frames:
            return None
        draft = self.by_cue.get(report.cue.i)
        return None if draft is not None and draft.content else report

    def _finish(self) -> list[Quote]:
        kept: list[tuple[Draft, Quote]] = []
        for draft in self.drafts:
            quote = self._quote(draft)
            if quote and not any(quote.content == other.content and quote.speaker == other.speaker for _, other in kept):
                kept.append((draft, quote))
        quotes = sorted((quote for _, quote in kept), key=lambda quote: (quote.content[0][0], -quote.content[-1][1], quote.cue))
        return [_with_parent(quote, index, quotes) for index, quote in enumerate(quotes)]

    def _quote(self, draft: Draft) -> Quote | None:
        after_cue = draft.cue is not None
        trimmed = [trim(self.layout, span, after_cue) for span in draft.content]
        content = tuple(
            span for span in trimmed if span[0] < span[1] and any(c.isalnum() for c in self.layout.text[slice(*span)])
        )
        if not content or self._is_name(content):
            return None
        speaker = self._speaker(draft, content)
        cue, entry = draft.cue, draft.entry
        issuer = self._issuer(draft, content) if speaker else None
        reason, polarity = reason_of(draft.speakers) if speaker else "no_source", draft.polarity
        reason = None if issuer and reason == "document" else reason
        if speaker and is_nobody(draft.speakers[0]):
            reason, polarity = "generic", "negated"
        addressee = addressees_of(cue, entry) if cue is not None and entry else []
        addressee = [head for head in addressee if not any(overlaps(token_offsets(head), span) for span in content)]
        return Quote(
            content=content,
            kind=kind_of(self.layout, list(content), cue.idx if cue is not None else None),
            cue=(draft.cue_span,) if draft.cue_span else (),
            speaker=(speaker,) if speaker else (),
            issuer=(issuer,) if issuer else (),
            speaker_reason=reason,
            addressee=tuple(noun_phrase(head) for head in addressee),
            medium=medium_of(cue, entry, draft.speakers) if cue is not None and entry else None,
            cue_lemma=entry.lemma if entry else None,
            stance=entry.stance if entry else "neutral",
            polarity=_polarity(polarity),
            rule=draft.rule,
        )

    def _is_name(self, content: tuple[Span, ...]) -> bool:
        """Tell whether words outside marks are mere names or capitalised nouns, as in a dateline or label: they say nothing."""
        words = [token for span in content for token in self.layout.index.span(span) if token.text[0].isalnum()]
        marked = any(self.layout.outer_within(span) for span in content)
        return not marked and all(token.pos_ in {"PROPN", "NOUN"} and token.text[0].isupper() for token in words)

    def _speaker(self, draft: Draft, content: tuple[Span, ...]) -> Span | None:
        """Return the noun phrase of the speaker, as far as it stands outside the content."""
        for head in draft.speakers[:1]:
            span = draft.speaker or noun_phrase(head)
            for start, end in (*content, *([draft.cue_span] if draft.cue_span else [])):
                if overlaps(span, (start, end)):
                    span = (span[0], min(span[1], start)) if span[0] < start else (max(span[0], end), span[1])
            if span[0] <= head.idx < span[1] and head.text.strip():
                return span[0], span[0] + len(self.layout.text[slice(*span)].rstrip())
        return None

    def _issuer(self, draft: Draft, content: tuple[Span, ...]) -> Span | None:
        """Return who issued the text that speaks, if anybody outside the content."""
        issuer = issuer_of(draft.speakers[0])
        span = noun_phrase(issuer) if issuer is not None else None
        return span if span and not any(overlaps(span, part) for part in content) else None


def _is_done_to(cue: Token) -> bool:
    """Tell whether a passive verb has a thing or person for subject ("a boat was found"), which is no speech ("it was found")."""
    return any(head.dep_ not in CLAUSES and head.lower_ not in THINGS for head in clauses.subjects(cue))


def _polarity(value: str) -> Polarity:
    return "negated" if value == "negated" else "affirmed"


def _with_parent(quote: Quote, index: int, quotes: list[Quote]) -> Quote:
    """Set the index of the smallest longer quote whose content holds this one with its cue; no two can hold each other."""
    own = (quote.cue or quote.content)[0]
    around = [
        (_length(other), position)
        for position, other in enumerate(quotes)
        if _length(other) > _length(quote) and any(contains(span, own) for span in other.content)
    ]
    return replace(quote, parent=min(around)[1]) if around else quote


def _length(quote: Quote) -> int:
    return sum(end - start for start, end in quote.content)
