"""Ties the speakers and addressees of quotes to actors, and the first person within a quote to its speaker."""

from __future__ import annotations

import re
from dataclasses import replace

from tasks.extract.actors import lexicon
from tasks.extract.actors.candidates import COUNTRY, GROUP, ORG, PERSON, Candidate, Chart, Entity
from tasks.extract.actors.gazetteer import Gazetteer
from tasks.extract.actors.nominals import FIRST_PERSON, FIRST_PERSON_PLURAL, make_nominal
from tasks.extract.actors.view import View
from tasks.records import Quote, Span

FIRST, FIRST_PLURAL, FIRST_OF_BODY = 0.95, 0.75, 0.9
SEVERAL = frozenset({"many", "some", "others", "several", "few", "most", "all", "both", "percent", "fraction", "majority"})
#: How nouns for persons by what they do or believe end.
AGENT = re.compile(r"(?:er|or|ist|ian|eer|ant|man|woman|person|ee)$")
#: Classes of nouns for those who speak for a body, so that their "we" is that body.
VOICES = frozenset({"spokesperson", "leader", "minister", "business", "official", "sport", "military"})


def missing_speakers(view: View, gazetteer: Gazetteer, candidates: list[Candidate]) -> list[Candidate]:
    """Return noun phrases for the speakers whose noun the lexicon lacks but may denote an actor."""
    found: dict[int, Candidate] = {}
    for quote in view.quotes:
        for span in quote.speaker[:1] if quote.speaker_reason is None else ():
            tokens = view.index.span(span)
            if not len(tokens) or mention_in(view, candidates, span) is not None:
                continue
            top = view.span_top(tokens.start, tokens.end)
            if can_speak(view, top) and top not in found:
                plural = view.tag[top] in {"NNS", "NNPS"} or view.lower[top] in SEVERAL
                kind = ORG if view.pos[top] == "PROPN" else GROUP if plural else PERSON
                found[top] = make_nominal(view, gazetteer, top, kind, None, plural)
    return list(found.values())


def can_speak(view: View, token: int) -> bool:
    """Tell whether a word that the lexicon lacks may be somebody: a name, a number of people, an adjective, a noun of agents."""
    noun = view.lower[token].removesuffix("s")
    if view.pos[token] == "NOUN" and noun not in SEVERAL:
        return AGENT.search(noun) is not None and noun not in lexicon.words("agentless")
    return view.pos[token] in {"NOUN", "PROPN", "ADJ"}


def mention_in(view: View, candidates: list[Candidate], span: Span) -> Candidate | None:
    """Return the mention that heads a span: a name with its title, else the noun phrase on whose head the span hangs."""
    tokens = view.index.span(span)
    if not len(tokens):
        return None
    top = view.span_top(tokens.start, tokens.end)
    inside = [c for c in candidates if c.phrase_start < tokens.end and c.end > tokens.start]
    for candidate in inside:
        if candidate.head == top:
            return candidate
    holding = [c for c in inside if c.phrase_start <= top < c.end]
    return min(holding, key=lambda c: (c.form != "name", c.end - c.phrase_start), default=None)


def speakers_of(view: View, chart: Chart) -> dict[int, Entity]:
    """Return the entity that speaks each quote, as far as it is resolved."""
    found = {}
    for number, quote in enumerate(view.quotes):
        for span in (*quote.speaker[:1], *quote.issuer):
            mention = mention_in(view, chart.candidates, span)
            if number not in found and mention is not None and mention.entity is not None:
                found[number] = mention.entity
                mention.entity.speaks = True
    return found


def tie_first_person(view: View, chart: Chart, speakers: dict[int, Entity]) -> None:
    """Tie I, me and my within a quote to its speaker."""
    for pronoun in chart.of_form("pronoun"):
        quote = view.quote[pronoun.head]
        speaker = speakers.get(quote) if quote is not None else None
        if pronoun.words[0] in FIRST_PERSON and speaker is not None and speaker.kind in {PERSON, None} and pronoun.entity is None:
            speaker.add(pronoun, "first_person", FIRST)


def tie_first_person_plural(view: View, gazetteer: Gazetteer, chart: Chart, speakers: dict[int, Entity]) -> None:
    """Tie we, us and our within quote marks to the body that speaks, or to the one body for which its speaker stands."""
    for pronoun in chart.of_form("pronoun"):
        quote = view.quote[pronoun.head]
        speaker = speakers.get(quote) if quote is not None and view.quotes[quote].kind != "indirect" else None
        if pronoun.words[0] not in FIRST_PERSON_PLURAL or speaker is None or pronoun.entity is not None:
            continue
        if speaker.kind in {ORG, COUNTRY, GROUP}:
            speaker.add(pronoun, "first_person_plural", FIRST_OF_BODY)
        elif (body := _spoken_for(gazetteer, speaker)) is not None:
            body.add(pronoun, "we_of_body", FIRST_PLURAL)
            body.mentions.sort(key=lambda m: (m.start, m.end))


def _spoken_for(gazetteer: Gazetteer, speaker: Entity) -> Entity | None:
    """Return the one body for which a person speaks by a stated role ("Acme chief executive Ann Lee")."""
    bodies = [
        body
        for role in speaker.roles
        if role.organisation is not None and (cls := gazetteer.class_of(role.noun)) in VOICES
        if (body := role.organisation.entity) is not None and body.kind in ({ORG, COUNTRY} if cls == "sport" else {ORG})
    ]
    return bodies[0] if bodies and all(body is bodies[0] for body in bodies) else None


def tied(quotes: list[Quote], view: View, chart: Chart, ids: dict[int, str]) -> list[Quote]:
    """Return the quotes with the actors of their speakers and addressees.

    Args:
        quotes: the quotes as found.
        view: the document.
        chart: the candidates, resolved.
        ids: actor id by the Python identity of each entity that became an actor.
    """

    def actor_at(spans: tuple[Span, ...]) -> str | None:
        for span in spans:
            mention = mention_in(view, chart.candidates, span)
            if mention is not None and mention.entity is not None and (actor := ids.get(id(mention.entity))) is not None:
                return actor
        return None

    done = []
    for quote in quotes:
        speaker = actor_at(quote.speaker) or actor_at(quote.issuer)
        reason = None if speaker else quote.speaker_reason or ("unresolved" if quote.speaker else "no_source")
        done.append(replace(quote, speaker_actor=speaker, speaker_reason=reason, addressee_actor=actor_at(quote.addressee)))
    return done
