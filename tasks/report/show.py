"""One document with its actors, quotes and events marked: a page, or the terminal, for a person to judge the work by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from tasks.records import AUTHOR, Actor, Document, Event, Extraction, Quote
from tasks.report.marks import Mark, Segment, lines, segments
from tasks.report.page import day, environment

#: Terminal styles: actors by type, quotes, and events.
_STYLES = {
    "person": "bold blue",
    "organisation": "bold cyan",
    "government": "bold magenta",
    "country": "bold green",
    "group": "bold yellow",
    "media": "bold bright_black",
    "quote": "italic",
    "cue": "underline",
    "event": "reverse",
    "qualifier": "bold red",
}

#: Columns of tables in the terminal whose words are never broken.
_NARROW = {"", "type", "country", "mentions", "kind", "trigger"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the document, in segments."""

    is_title: bool
    segments: list[Segment]


@dataclass(frozen=True, slots=True)
class Marked:
    """A document with what was found in it, as the templates use it."""

    document: Document
    extraction: Extraction

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """The lines of the text that are not blank."""
        marks = list(marks_of(self.extraction))
        text, title = self.document.text, self.document.title
        for number, (start, end) in enumerate(lines(text)):
            is_title = number == 0 and title is not None and text[start:end].strip("# ") == title
            here = [mark for mark in marks if mark.start < end and mark.end > start]
            yield Paragraph(is_title, list(segments(text, here, start, end)))

    def actor(self, actor_id: str) -> Actor | None:
        """Return the actor of that id."""
        return next((actor for actor in self.extraction.actors if actor.actor_id == actor_id), None)

    def name(self, actor_id: str) -> str:
        """Return an actor's name; the id itself where no actor has it."""
        actor = self.actor(actor_id)
        return actor.name if actor else actor_id

    def names(self, actor_ids: tuple[str, ...]) -> str:
        """Return the names of several actors."""
        return ", ".join(map(self.name, actor_ids)) or "—"

    def meant(self, mark: Mark) -> str:
        """Return whom a pronoun or a description stands for, in a word; nothing where it stands for a name that is not told."""
        actor = self.extraction.actors[mark.number]
        kind = next((one.kind for one in actor.mentions if (one.start, one.end) == (mark.start, mark.end)), "name")
        if kind == "name" or all(one.kind != "name" for one in actor.mentions):
            return ""
        return actor.name.split()[-1] if actor.type == "person" else actor.name

    def said(self, quote: Quote) -> str:
        """Return the words of a quote."""
        return " … ".join(self.document.text[start:end] for start, end in quote.content)

    def speaker(self, quote: Quote) -> str:
        """Return who said a quote, or why nobody is named."""
        if quote.speaker_actor is not None:
            return self.name(quote.speaker_actor)
        words = " ".join(self.document.text[start:end] for start, end in quote.speaker)
        reason = (quote.speaker_reason or "unknown").replace("_", " ")
        return f"{words} ({reason})" if words else f"({reason})"

    @property
    def summary(self) -> str:
        """How much was found, and how much of it has a name: where to look first."""
        quotes, events, actors = self.extraction.quotes, self.extraction.events, self.extraction.actors
        known = sum(quote.speaker_actor is not None for quote in quotes)
        linked = sum(":" in (actor.key or "") for actor in actors)
        return (
            f"{len(quotes)} quotes, {known} with a known speaker · {len(events)} events · "
            f"{len(actors)} actors, {linked} in the catalogue"
        )

    def happened(self, event: Event) -> list[str]:
        """Return what makes an event other than a plain fact: negated, planned, requested, possible."""
        return [word for word in (event.polarity, event.status) if word not in {"affirmed", "actual"}]

    def asserted(self, event: Event) -> str | None:
        """Return whose account an event is; None where the author states it."""
        return None if event.asserted_by == AUTHOR else self.name(event.asserted_by)

    def trigger(self, event: Event) -> str:
        """Return the words that signal an event."""
        return self.document.text[slice(*event.trigger)]


def marks_of(extraction: Extraction) -> Iterator[Mark]:
    """Yield a mark for each mention, quoted stretch, cue, trigger and qualifying word."""
    for number, actor in enumerate(extraction.actors):
        yield from (Mark(mention.start, mention.end, "actor", number) for mention in actor.mentions)
    for number, quote in enumerate(extraction.quotes):
        yield from (Mark(start, end, "quote", number) for start, end in quote.content)
        yield from (Mark(start, end, "cue", number) for start, end in quote.cue)
    for number, event in enumerate(extraction.events):
        yield Mark(*event.trigger, "event", number)
        yield from (Mark(start, end, "qualifier", number) for start, end in event.cues)


def render_html(document: Document, extraction: Extraction) -> str:
    """Return a self-contained page: the text with its marks beside the lists of actors, quotes and events."""
    return (
        environment().get_template("show.html.j2").render(shown=Marked(document, extraction), document=document, found=extraction)
    )


def render_text(document: Document, extraction: Extraction) -> RenderableType:
    """Return the same for the terminal, to be printed by rich."""
    shown = Marked(document, extraction)
    about = " · ".join(filter(None, (document.source, day(document.published), document.url, document.doc_id)))
    parts: list[RenderableType] = [Text(document.title or document.doc_id, "bold"), Text(about, "dim")]
    parts += [Text(shown.summary, "dim"), Text()]
    for paragraph in shown.paragraphs:
        parts += [_line(paragraph, shown), Text()]
    return Group(*parts, _actors(shown), Text(), _quotes(shown), Text(), _events(shown))


def _line(paragraph: Paragraph, shown: Marked) -> Text:
    line = Text(style="bold" if paragraph.is_title else "")
    for segment in paragraph.segments:
        for mark in segment.opening("quote"):
            line.append(f"⟦Q{mark.number + 1} ", "dim")
        line.append(segment.text, " ".join(_style(mark, shown.extraction) for mark in segment.marks))
        ending = segment.start + len(segment.text)
        for meant in (shown.meant(mark) for mark in segment.of("actor") if mark.end == ending):
            line.append(f"({meant})" if meant else "", "dim")
        for mark in segment.of("event"):
            line.append(f"ᴱ{mark.number + 1}" if mark.end == ending else "", "dim")
        for mark in segment.of("quote"):
            line.append("⟧" if mark.end == ending else "", "dim")
    return line


def _style(mark: Mark, found: Extraction) -> str:
    return _STYLES[found.actors[mark.number].type if mark.kind == "actor" else mark.kind]


def _table(title: str, *columns: str) -> Table:
    table = Table(*columns, title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    for column in table.columns:
        column.no_wrap = column.header in _NARROW
    return table


def _actors(shown: Marked) -> Table:
    table = _table("Actors", "name", "type", "country", "roles", "mentions", "id")
    for actor in shown.extraction.actors:
        roles = ", ".join(dict.fromkeys((*actor.roles, *filter(None, [actor.held_role]))))
        style = _STYLES[actor.type]
        table.add_row(
            Text(actor.name, style),
            actor.type,
            actor.country or "",
            Text(roles),
            str(len(actor.mentions)),
            Text(actor.key or "", "dim"),
        )
    return table


def _quotes(shown: Marked) -> Table:
    table = _table("Quotes", "", "speaker", "kind", "said")
    for number, quote in enumerate(shown.extraction.quotes, start=1):
        kind = quote.kind + (" (not said)" if quote.polarity == "negated" else "")
        table.add_row(f"Q{number}", Text(shown.speaker(quote)), kind, Text(shown.said(quote)))
    return table


def _events(shown: Marked) -> Table:
    table = _table("Events", "", "type", "initiator → recipient", "happened?", "according to", "trigger")
    for number, event in enumerate(shown.extraction.events, start=1):
        who = f"{shown.names(event.initiators)} → {shown.names(event.recipients)}"
        happened = ", ".join(shown.happened(event)) or "yes"
        by = shown.asserted(event) or "the author"
        table.add_row(f"E{number}", event.type, Text(who), happened, Text(by), Text(shown.trigger(event)))
    return table
