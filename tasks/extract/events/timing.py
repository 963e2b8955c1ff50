"""When an event happens: the expression of time that belongs to it in its sentence.

A date is taken from the words of the trigger itself or from the verb that carries it; never from another event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from spacy.tokens import Token

from tasks.extract import clauses
from tasks.extract.events.dates import COUNTING_WORDS, NONE_STATED, NUMBERS, TIME_WORDS, YEAR, resolve
from tasks.extract.events.factuality import is_known, reading
from tasks.extract.events.governors import MODIFIER, PREDICATIVE, governor, is_past, takes_as_object
from tasks.extract.events.lemmas import lemmas_of
from tasks.extract.events.lexicon import signature
from tasks.extract.events.marks import Reading
from tasks.records import When

#: Labels under which a phrase may be one of time.
MODIFIERS = frozenset(
    {"obl", "obl:tmod", "obl:unmarked", "nmod", "nmod:tmod", "nmod:unmarked", "nmod:poss", "advmod", "amod", "compound", "nummod"}
)
#: Parts of a phrase of time: of a wider phrase ("the plan for October") only these are read.
PARTS = MODIFIERS | {"case", "det", "flat", "punct", "appos", "fixed", "conj", "cc"}
#: Prepositions after which a date is no date of the event: it begins or ends something else.
BOUNDS = re.compile(r"^\W*(until|till|before|after|prior|ahead|following|from|than|into|as of)\b")
#: Counted from another event ("two weeks after the attack on 2 June").
COUNTED = re.compile(r"\b(after|before|later|earlier|prior|since|following)\b.*\w")
#: Before another event even more: "a candidate for the 2020 election", but "met at the 2020 summit".
OTHER_EVENTS = re.compile(BOUNDS.pattern.replace("(", "(for|with|to|of|on|about|according|", 1))
FUTURE = frozenset({"planned", "requested", "possible"})
FINE = {"day": 0, "month": 1, "year": 2, None: 3}
#: Prepositions of an occasion that happens at the time of its verb ("met at a summit").
OCCASION = frozenset({"at", "in", "during", "for", "amid"})
#: Verbs that tell of what happened at another time; verbs that give the time of their object, ahead or now.
REPORTING = frozenset({"report", "announce", "declare", "present", "raise", "express", "extend"})
SCHEDULING = frozenset({"schedule", "set", "slate"})
TAKING_PART = frozenset({"win", "lose", "contest", "follow", "precede"})
#: Verbs of coming together for what then happens; of answering for what happened before.
GATHERING = frozenset({"gather", "meet", "convene", "assemble", "arrive", "travel", "fly", "turn"})
CHARGING = frozenset({"charge", "sentence", "convict", "accuse", "arrest", "identify", "indict", "culminate"})
#: Nouns at which something is done without being the occasion ("at the request of").
REQUESTS = frozenset({"behest", "request", "invitation", "urging", "insistence", "call"})
#: Conjunctions of what happens at the time of the main clause.
AT_ONCE = frozenset({"when", "while"})
SAME_DAY = re.compile(r"\b(that|the same) (day|night|evening|morning|afternoon)\b")
DURATION = re.compile(rf"\b(?:for )?(\d+|{COUNTING_WORDS})[\s-](day|week|month|year|hour)s?\b")
#: Labels of a length of time before its noun ("a 30-day ceasefire").
MEASURES = frozenset({"amod", "compound", "nummod", "nmod:poss"})
PASSED = re.compile(r"\b(ago|after|before|later|earlier|since|last|next)\b")
DAYS_OF = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.0, "year": 365.0}
DEPTH = 4


def when(trigger: Token, published: date | None, found: Reading) -> When:
    """Return when an event happens: the finest date of its own phrase, else of the words that carry it.

    Args:
        trigger: the word that signals the event.
        published: what relative expressions count from.
        found: polarity and status of the event: what is planned lies ahead.
    """
    ahead = found.status() in FUTURE and not any(auxiliary.lower_ == "have" for auxiliary in clauses.auxiliaries(trigger))
    own = [(word, 0) for word in (trigger, *_described(trigger))]
    for phrases in (_all_phrases(own), _whose_clause(trigger), *(_phrases(*place) for place in _carriers(trigger, found))):
        dates = [time for phrase in phrases if (time := resolve(phrase, published, future=ahead)) is not None]
        if dates:
            return min(dates, key=_coarseness)
    return NONE_STATED


def is_ahead(found: When, published: date | None) -> bool:
    """Tell whether a date lies wholly after the publication."""
    return found.date is not None and published is not None and found.date > published.isoformat()[: len(found.date)]


def opening(clause: Token) -> str:
    """Return the conjunction or adverb that opens a clause ("when they proposed")."""
    first = clause.left_edge
    return first.lower_ if first.head == clause and first.dep_ in {"mark", "advmod"} else ""


def _coarseness(time: When) -> int:
    return FINE[time.granularity]


def is_that_day(trigger: Token) -> bool:
    """Tell whether an event is told of the day named last ("that day")."""
    places = [(trigger, 0), *((word, 0) for word in _described(trigger)), *_carriers(trigger, reading(trigger))]
    return any(SAME_DAY.search(phrase) for phrase in _all_phrases(places, anaphoric=True))


def _all_phrases(places: Sequence[tuple[Token, int]], *, anaphoric: bool = False) -> Iterator[str]:
    for place in places:
        yield from _phrases(*place, anaphoric=anaphoric)


def _whose_clause(trigger: Token) -> Iterator[str]:
    """Yield the expression of time that a clause tells of ("in June, when they proposed a bill")."""
    is_clause = trigger.dep_ in clauses.RELATIVE_CLAUSE | clauses.ADVERBIAL_CLAUSE
    if is_clause and opening(trigger) == "when" and names_time(trigger.head):
        yield from _phrase(trigger.head)


def _described(trigger: Token) -> Iterator[Token]:
    """Yield the verbs that tell of an event noun itself ("the vote, which was held in May", "the attack that took place")."""
    for clause in (*clauses.relative_clauses(trigger), *clauses.participles(trigger)):
        frame = "obj" if takes_as_object(clause) else "subj"
        told = signature(lemmas_of(clause), clause.pos_, frame)
        if told is not None and told.affirmed == "same":
            yield clause


def _carriers(trigger: Token, found: Reading) -> Iterator[tuple[Token, int]]:
    """Yield the words upwards on which a trigger hangs, as far as they share its time, and where their phrases of time begin.

    On a word of saying hangs what the parser attached too high: only what follows the clause ("said they were held on Friday").
    """
    word = trigger
    for _ in range(DEPTH):
        if any(child.dep_ in MODIFIERS and word.pos_ == "VERB" and names_time(child) for child in word.children):
            return  # "fled on Monday and was arrested before Friday"
        above = governor(word)
        if word.dep_ == "conj" and word.head != word and not clauses.subjects(word):
            word = word.head
        elif above is not None and _shares_time(word, above.word, above.frame, found):
            word = above.word
        elif opening(word) in AT_ONCE and word.dep_ in clauses.ADVERBIAL_CLAUSE and is_past(word) and is_past(word.head):
            word = word.head
        else:
            if word.dep_ == "ccomp":
                yield word.head, word.i
            return
        yield word, 0


def _shares_time(word: Token, head: Token, frame: str, found: Reading) -> bool:
    if word.pos_ in {"NOUN", "PROPN"}:
        return head.pos_ in {"VERB", "AUX"} and _happens_with(word, head, frame)
    if frame in {MODIFIER, PREDICATIVE, "by"}:
        return True
    is_set = head.tag_ in {"VBN", "JJ"} and not clauses.objects(head)  # "is set to open on Monday"
    return word.dep_ == "xcomp" and (is_set or reading(head).reality == found.reality)


def _happens_with(noun: Token, verb: Token, frame: str) -> bool:
    """Tell whether an event noun happens when its verb does ("held a vote"; not "charged in the shooting")."""
    if frame == "obj":
        told = signature(lemmas_of(verb), "VERB", "obj")
        if verb.lemma_ in REPORTING and (is_known(noun) or verb.lemma_ == "report"):
            return False
        if told is None:
            return not is_known(noun) or verb.lemma_ in TAKING_PART
        return told.affirmed == "same" or verb.lemma_ in SCHEDULING
    if frame == "for":
        return verb.lemma_ in GATHERING
    if frame == "at":
        return noun.lemma_ not in REQUESTS
    return frame == "subj" or (frame in OCCASION and not (frame == "in" and verb.lemma_ in CHARGING))


def _phrases(word: Token, start: int, *, anaphoric: bool = False) -> Iterator[str]:
    """Yield the modifiers of a word from a position on that may be expressions of time, with prepositions, in lower case."""
    for child in word.children:
        if child.dep_ in MODIFIERS and child.i >= start:
            yield from _phrase(child, anaphoric=anaphoric)


def _phrase(head: Token, *, anaphoric: bool = False) -> Iterator[str]:
    parts = sorted(_parts(head), key=_position)
    positions, end = {part.i for part in parts}, head.i + 1
    while end in positions:  # not what the parser hung on it from afar
        end += 1
    phrase = head.doc[parts[0].i : end].text.lower()
    bound = BOUNDS if _may_be_time([head]) else OTHER_EVENTS
    is_counted = COUNTED.search(phrase) is not None and not phrase.startswith(("since", "earlier this", "later this"))
    if (anaphoric or _may_be_time(parts)) and not bound.match(phrase) and not is_counted:
        yield phrase


def _position(token: Token) -> int:
    return token.i


def _parts(token: Token) -> Iterator[Token]:
    """Yield a word and what belongs to its phrase of time, without clauses and other events."""
    yield token
    for child in token.children:
        is_time = (
            child.ent_type_ in {"DATE", "TIME"} or child.lower_ in TIME_WORDS or child.dep_ in {"case", "det", "fixed", "punct"}
        )
        if child.dep_ in PARTS and (is_time or (child.i < token.i and child.dep_ in {"compound", "amod", "nummod", "advmod"})):
            yield from _parts(child)


def _may_be_time(parts: Sequence[Token]) -> bool:
    return any(names_time(part) for part in parts)


def names_time(word: Token) -> bool:
    """Tell whether a word may stand in an expression of time."""
    return word.lower_ in TIME_WORDS or word.ent_type_ == "DATE" or YEAR.fullmatch(word.text) is not None


def duration_days(trigger: Token) -> float | None:
    """Return how long an event lasts or is to last ("for 30 days", "a 30-day ceasefire")."""
    for word in (trigger, *(word for word, _ in _carriers(trigger, reading(trigger)))):
        for child in clauses.with_labels(word, MODIFIERS):
            phrase = child.doc[child.left_edge.i : child.right_edge.i + 1].text.lower()
            if (len(phrase) < 40 and (found := DURATION.search(phrase)) is not None and not PASSED.search(phrase)) and (
                child.dep_ in MEASURES or phrase.startswith("for ")
            ):
                return float((NUMBERS.get(found[1]) or int(found[1])) * DAYS_OF[found[2]])
    return None
