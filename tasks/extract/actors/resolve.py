"""The order of work in one document: mentions, kinds, names, roles, descriptions, pronouns, speakers, records."""

from __future__ import annotations

from spacy.tokens import Doc

from tasks.extract.actors.candidates import Candidate, Chart, Entity
from tasks.extract.actors.gazetteer import Gazetteer
from tasks.extract.actors.kinds import decide_kinds
from tasks.extract.actors.names import find_names
from tasks.extract.actors.nominals import find_nominals, find_pronouns
from tasks.extract.actors.records import Recorder
from tasks.extract.actors.scene import scene_of
from tasks.extract.actors.sieves.descriptions import Describer
from tasks.extract.actors.sieves.predicates import tie_belongings, tie_predicates
from tasks.extract.actors.sieves.pronouns import Pronouns
from tasks.extract.actors.sieves.roles import read_roles
from tasks.extract.actors.sieves.variants import tie_names
from tasks.extract.actors.speakers import missing_speakers, speakers_of, tie_first_person, tie_first_person_plural, tied
from tasks.extract.actors.view import View
from tasks.records import Actor, Quote


def chart_of(view: View, gazetteer: Gazetteer) -> Chart:
    """Find the mentions of a document and tie names and noun phrases; pronouns are found but not resolved."""
    on = view.doc._.published
    found = find_names(view, gazetteer)
    scene = scene_of(view, gazetteer, found, on)
    names = decide_kinds(view, gazetteer, found, on, scene)
    candidates: list[Candidate] = [*names, *find_nominals(view, gazetteer, names), *find_pronouns(view)]
    candidates += missing_speakers(view, gazetteer, candidates)
    chart = Chart(sorted(candidates, key=lambda c: (c.start, c.end)), main_country=scene.main, home=scene.home)
    tie_names(view, chart)
    describer = Describer(view, gazetteer, chart, on)
    describer.tie_offices()
    read_roles(view, gazetteer, chart)
    describer.tie()
    for entity in chart.live():
        entity.mentions.sort(key=lambda m: (m.start, m.end))
    return chart


def resolve_pronouns(view: View, gazetteer: Gazetteer, chart: Chart) -> dict[int, Entity]:
    """Resolve the pronouns outside quote marks, then those within by what is known of the speakers; return the speakers."""
    pronouns = chart.of_form("pronoun")
    resolver = Pronouns(view, chart)
    resolver.resolve(pronoun for pronoun in pronouns if not _within_marks(view, pronoun))
    speakers = speakers_of(view, chart)
    resolver.resolve(pronouns, speakers)
    speakers = speakers_of(view, chart)
    tie_first_person(view, chart, speakers)
    tie_first_person_plural(view, gazetteer, chart, speakers)
    return speakers


def _within_marks(view: View, pronoun: Candidate) -> bool:
    quote = view.quote[pronoun.head]
    return quote is not None and view.quotes[quote].kind == "direct"


def resolve(doc: Doc, gazetteer: Gazetteer) -> tuple[list[Actor], list[Quote]]:
    """Return the actors of a Doc and its quotes with their speakers tied to them."""
    view = View(doc)
    chart = chart_of(view, gazetteer)
    resolve_pronouns(view, gazetteer, chart)
    tie_predicates(view, gazetteer, chart)
    tie_belongings(view, gazetteer, chart)
    actors, ids = Recorder(view, gazetteer, doc._.doc_id, doc._.published).record(chart)
    return actors, tied(view.quotes, view, chart, ids)
