"""Which words stand in the roles of a trigger's sense: initiators and recipients, before they are resolved to actors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Token

from tasks.extract import clauses
from tasks.extract.events import arguments
from tasks.extract.events.governors import governor
from tasks.extract.events.lemmas import lemmas_of
from tasks.extract.events.lexicon import classes
from tasks.extract.events.slots import Slots
from tasks.extract.events.triggers import ABSORBING, Trigger, names_event

IsActor = Callable[[Token], bool]
Filled = tuple[str, list[Token]]
#: Verbs of those who let others protest, or make them.
PERMITTING = frozenset(
    {"approve", "authorise", "authorize", "permit", "allow", "order", "report", "declare"}
    | {"spark", "trigger", "cause", "provoke", "prompt", "bring", "draw", "see", "face"}
)
#: Verbs of taking part in an event that others have.
JOINING = frozenset({"join", "attend", "participate", "involve"})
#: Slots of a doer beside whom the light verb may name another.
ONE_SIDE = frozenset({"mod", "between", "among", "from"})
#: Prepositions of recipients that the parser may hang on the noun between ("suspended [aid to ...]").
TOWARDS = ("to", "on", "against", "with", "from", "at", "into")
AGAINST = "anti-"
#: How the occasion of what somebody does is named ("in a call with ...", "at the request of ...").
OCCASIONS = {
    "CONSULT": frozenset({"in", "during", "at", "after", "before", "following", "over", "by"}),
    "REQUEST": frozenset({"at", "on", "upon", "per", "following", "after"}),
    "VOTE": frozenset({"in"}),
    "COOPERATE": frozenset({"in"}),
    "ACCUSE": frozenset({"despite", "amid", "amidst"}),
    "PROTEST": frozenset({"in", "at", "during", "for"}),
}
#: Verbs of those whose protest or vote the occasion is.
HAVING = {"PROTEST": frozenset({"gather", "march", "assemble", "chant", "turn"}), "VOTE": frozenset({"vote"})}
#: In what somebody is killed or arrested.
OPERATIONS = frozenset(
    {
        "operation",
        "airstrike",
        "strike",
        "raid",
        "attack",
        "shelling",
        "bombing",
        "bombardment",
        "offensive",
        "ambush",
        "crackdown",
    }
    | {"shooting", "assault", "incursion", "invasion", "sweep"}
)
#: What a vote may do to somebody.
REMOVING = frozenset({"remove", "oust", "impeach", "expel", "censure", "confirm", "recall", "dismiss", "unseat"})
CANDIDATES = frozenset({"candidate", "contender", "frontrunner", "favourite", "favorite"})
#: Verbs whose object is spoken to, so that it takes part in the call in which they are said.
ADDRESSING = frozenset(
    {"tell", "inform", "assure", "remind", "brief", "urge", "ask", "invite", "warn", "thank"}
    | {"encourage", "press", "pressure", "lobby", "congratulate"}
)


def filled(trigger: Trigger, is_actor: IsActor) -> Iterator[Filled]:
    """Yield the words that a sense gives a role, by role: I, R or - (nobody)."""
    roles = trigger.sense.roles
    slots = Slots(trigger.token)
    by_slot = _of_verb if trigger.token.pos_ in {"VERB", "AUX"} else _of_noun
    for slot, words in by_slot(trigger, slots, is_actor):
        yield roles.get(slot, "-"), words
    if trigger.token.pos_ in {"NOUN", "PROPN"}:
        yield from _as_undergone(trigger, slots)
        yield from _as_decided(trigger)
        yield from _as_occasion(trigger, slots, is_actor)


def _of_verb(trigger: Trigger, slots: Slots, is_actor: IsActor) -> Iterator[Filled]:
    token, roles = trigger.token, trigger.sense.roles
    receivers = arguments.receivers(token) if roles.get("obj") == "-" else clauses.indirect_objects(token)
    is_named = trigger.sense.type == "APPOINT" and bool(receivers)  # "appointed him minister"
    yield from ((slot, slots[slot]) for slot in roles if slot != "iobj" and not (is_named and slot == "obj"))
    for slot in TOWARDS:
        if slot in roles and not slots[slot]:
            yield slot, _inside(slots["obj"], slot, is_actor)
    yield "iobj", receivers
    if trigger.sense.type == "REQUEST" and not slots["obj"] and not slots["iobj"]:
        yield "obj", _asked_to(token)
    if trigger.sense.type in {"ASSAULT", "COERCE"} and arguments.is_passive(token) and not slots["subj"]:
        yield "subj", [word for noun in slots["in"] if set(lemmas_of(noun)) & OPERATIONS for word in _carriers(noun)]
    if trigger.sense.type in ABSORBING and not slots["subj"]:
        yield "subj", [owner for noun in slots["obj"] if _is_given(noun) for owner in _holders(noun)]


def _asked_to(verb: Token) -> list[Token]:
    """Return of whom it is demanded that they do something ("demanded that [Iran] release", "requested [him] resign")."""
    contents = (*clauses.complements(verb), *(clause for clause in clauses.open_complements(verb) if not clauses.marker(clause)))
    wanted = [clause for clause in contents if clause.tag_ == "VB" and not arguments.is_passive(clause)]
    return [word for clause in wanted for word in clauses.subjects(clause) or clauses.objects(clause) if word.i < clause.i]


def _carriers(operation: Token) -> list[Token]:
    """Return whose an attack or operation is that befalls somebody ("were killed in [Israeli] air raids")."""
    before = [child for child in operation.children if child.dep_ in {"amod", "compound"} and child.text[:1].isupper()]
    return [
        *clauses.possessors(operation),
        *before,
        *(case.head for case in clauses.obliques(operation) if case.preposition == "by"),
    ]


def _is_given(noun: Token) -> bool:
    """Tell whether a noun names what only its giver can end: aid, sanctions, restrictions."""
    return any(set(lemmas_of(noun)) & classes()[name] for name in ("aid", "sanction", "restriction"))


def _of_noun(trigger: Trigger, slots: Slots, is_actor: IsActor) -> Iterator[Filled]:
    token, roles = trigger.token, trigger.sense.roles
    undergoing = slots["poss"] if slots["by"] and roles.get("poss") == "I" else []
    for slot in roles:
        words = [word for word in slots[slot] if slot != "poss" or word.i < token.i]
        yield slot, [word for word in words if word not in undergoing and not is_opposed(word)]
    if (recipient := _recipient_slot(trigger)) is not None:
        yield recipient, undergoing
    inner = slots["of"] if trigger.sense.type in ABSORBING else [noun for noun in slots["of"] if not names_event(noun)]
    for slot in TOWARDS:
        if slot in roles and not slots[slot]:
            yield slot, _inside(inner, slot, is_actor) or _after_agent(token, slot)
    if roles.get("by") == "R" or _is_joined(token) or not _is_held(trigger, slots, is_actor):
        yield "by", _misplaced_agents(token, is_actor) or ([] if _is_permitted(trigger) else arguments.light_doers(token))


def _is_held(trigger: Trigger, slots: Slots, is_actor: IsActor) -> bool:
    """Tell whether an event noun says itself whose it is, so that its verb need not tell."""
    told = {slot for slot, role in trigger.sense.roles.items() if role == "I" or (role == "R" and slot == "poss")} - ONE_SIDE
    return any(is_actor(word) for slot in {"by", *told} for word in slots[slot] if slot != "poss" or word.i < trigger.token.i)


def _is_permitted(trigger: Trigger) -> bool:
    """Tell whether the doer of its verb only approves or causes a protest."""
    above = governor(trigger.token) if trigger.sense.type == "PROTEST" else None
    return above is not None and bool(set(lemmas_of(above.word)) & PERMITTING)


def _is_joined(noun: Token) -> bool:
    """Tell whether somebody takes part in what others do as well ("joined the talks of")."""
    above = governor(noun)
    return above is not None and bool(set(lemmas_of(above.word)) & JOINING)


def _misplaced_agents(noun: Token, is_actor: IsActor) -> list[Token]:
    """Return who did it where the parser hung that on an active verb ("condemned [the attack] on Mali [by France]")."""
    verb = noun.head
    if noun.dep_ not in clauses.OBJECT or clauses.is_passive(verb):
        return []
    return [
        case.head for case in clauses.obliques(verb) if case.preposition == "by" and case.head.i > noun.i and is_actor(case.head)
    ]


def _after_agent(noun: Token, preposition: str) -> list[Token]:
    """Return what the parser hung on a name that does the deed ("an attack was launched by Norway [on Mali]")."""
    if preposition not in {"on", "against"}:
        return []
    agents = [agent for agent in arguments.light_doers(noun) if agent.pos_ == "PROPN"]
    return [case.head for agent in agents for case in clauses.obliques(agent) if case.preposition == preposition]


def _recipient_slot(trigger: Trigger) -> str | None:
    return next((slot for slot, role in trigger.sense.roles.items() if role == "R"), None)


def _holders(noun: Token) -> list[Token]:
    """Return whose aid, sanctions ... a noun is, by possessor, adjective or participle ("sanctions imposed by Norway")."""
    adjectives = [child for child in noun.children if child.dep_ == "amod" and child.text[:1].isupper()]
    return clauses.possessors(noun) or adjectives or arguments.makers(noun)


def _as_undergone(trigger: Trigger, slots: Slots) -> Iterator[Filled]:
    """Yield who undergoes an event noun: the subject of its verb ("faces criticism"), whom "anti-" opposes."""
    if _recipient_slot(trigger) is not None:
        yield "R", [*arguments.light_undergoers(trigger.token), *arguments.light_receivers(trigger.token)]
        if trigger.sense.type == "PROTEST":
            yield "R", list(filter(is_opposed, slots["mod"]))


def _as_decided(trigger: Trigger) -> Iterator[Filled]:
    """Yield whom a vote is about ("the vote to remove [him]"), who is a candidate for a nomination."""
    token, kind = trigger.token, trigger.sense.type
    if kind == "VOTE":
        about = [clause for clause in clauses.participles(token) if set(lemmas_of(clause)) & REMOVING]
        yield "R", [word for clause in about for word in clauses.objects(clause)]
    above = governor(token)
    if kind == "APPOINT" and above is not None and above.frame == "for" and set(lemmas_of(above.word)) & CANDIDATES:
        yield "R", clauses.subjects(above.word)


def is_opposed(word: Token) -> bool:
    """Tell whether a modifier says what an event is against ("anti-government protests")."""
    return word.pos_ == "ADJ" and word.lower_.startswith(AGAINST)


def _as_occasion(trigger: Trigger, slots: Slots, is_actor: IsActor) -> Iterator[Filled]:
    """Yield who takes part in a call, vote or request that is the occasion of what somebody does."""
    above = governor(trigger.token)
    kind = trigger.sense.type
    if above is None or above.frame not in OCCASIONS.get(kind, frozenset()):
        return
    if kind == "REQUEST":
        yield "R", arguments.surface_subjects(above.word) if clauses.copula(above.word) else arguments.doers(above.word)
    elif above.word.pos_ != "VERB":
        return
    elif kind == "ACCUSE":
        yield "R", arguments.doers(above.word)
    elif kind == "COOPERATE" or set(lemmas_of(above.word)) & HAVING.get(kind, frozenset()):
        organised = kind == "PROTEST" and arguments.light_doers(trigger.token)
        yield "I", [] if organised else arguments.doers(above.word)
    elif kind == "CONSULT" and not any(
        is_actor(word) for slot, role in trigger.sense.roles.items() if role == "I" for word in slots[slot]
    ):
        yield "I", arguments.doers(above.word)
        if set(lemmas_of(above.word)) & ADDRESSING and not slots["with"]:
            yield "R", arguments.undergoers(above.word) or clauses.indirect_objects(above.word)


def _inside(nouns: Sequence[Token], preposition: str, is_actor: IsActor) -> list[Token]:
    """Return what stands after a preposition on nouns that are no actors themselves."""
    return [
        part
        for noun in nouns
        if not is_actor(noun)
        for case in clauses.obliques(noun)
        if case.preposition == preposition
        for part in (case.head, *clauses.conjuncts(case.head))
    ]
