"""What speaks for and against an entity as antecedent of a pronoun: filters, and the binary features that the ranker weighs."""

from __future__ import annotations

from collections.abc import Iterator

from tasks.extract.actors import lexicon
from tasks.extract.actors.candidates import COUNTRY, GROUP, ORG, PERSON, PLACE, THING, Candidate, Entity
from tasks.extract.actors.view import View
from tasks.extract.clauses import CLAUSAL, INDIRECT_OBJECT, OBJECT, POSSESSOR, SUBJECT
from tasks.records import Span

WINDOW = {"person": 5, "it": 2, "they": 3}
"""Sentences that a pronoun looks back, by its class."""
BESIDE = frozenset({"conj", "parataxis", "appos", "advcl"})
"""Labels of what stands beside a clause or phrase, not under it."""
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "themself", "myself", "ourselves"})
KINDS = {
    "person": frozenset({PERSON, None}),
    "it": frozenset({ORG, COUNTRY, PLACE, GROUP, THING, None}),
    "they": frozenset({ORG, COUNTRY, GROUP, PERSON, THING, None}),
}


def pronoun_class(pronoun: Candidate) -> str:
    """Return the class of a third-person pronoun: person (he, she), it, they."""
    return "person" if pronoun.gender in {"m", "f"} else "they" if pronoun.plural else "it"


def antecedent_mention(view: View, entity: Entity, pronoun: Candidate, window: int) -> Candidate | None:
    """Return the mention by which an entity competes: its last before the pronoun, else one shortly after.

    For it and they an apposition ("Acme Corporation (Acme) said it ...") stands where the mention stands that it describes.
    """
    start, earliest = pronoun.start, pronoun.sentence - window
    best = None
    for mention in entity.mentions:
        if mention.sentence >= earliest and mention.end <= start and (best is None or mention.start > best.start):
            best = mention
    if best is not None and best.rule == "emphatic":  # "Trump himself" stands where Trump stands
        best = next((m for m in entity.mentions if m.end == best.start), best)
    if best is not None and pronoun.gender not in {"m", "f"} and view.dep[best.head] == "appos":
        return next((m for m in entity.mentions if m.head == view.head[best.head]), best)
    if best is not None or pronoun.gender not in {"m", "f"}:
        return best
    after = (m for m in entity.mentions if m.start > start and m.sentence == pronoun.sentence and m.form == "name")
    return next(after, None)


def compatible(view: View, entity: Entity, pronoun: Candidate, mention: Candidate) -> bool:
    """Tell whether gender, number, kind and syntax let a pronoun refer to an entity."""
    cls = pronoun_class(pronoun)
    if entity.kind not in KINDS[cls]:
        return False
    if cls == "person" and (entity.gender not in {None, pronoun.gender} or mention.plural):
        return False
    if cls == "it" and (mention.plural or entity.gender in {"m", "f"}):
        return False
    if cls == "they" and entity.kind == PERSON and not entity.plural and entity.gender is not None:
        return False
    if cls == "they" and entity.kind == THING and not mention.plural:
        return False
    return _binds(view, pronoun, mention) and not _governs_name(view, pronoun, entity)


def _governs_name(view: View, pronoun: Candidate, entity: Entity) -> bool:
    """Tell whether what a pronoun is subject or owner of goes on to name the entity ("he met Lee", "his talk with Lee")."""
    if view.dep[pronoun.head] not in SUBJECT | POSSESSOR:
        return False
    told = (m for m in entity.mentions if m.start > pronoun.start and m.sentence == pronoun.sentence and m.form != "pronoun")
    return any(_governs(view, view.head[pronoun.head], mention.head) for mention in told)


def _governs(view: View, governor: int, token: int) -> bool:
    """Tell whether a word hangs below another, neither beside it as an equal nor ascribed to it ("his role as leader")."""
    if view.preposition(token) == "as":
        return False
    while token != governor:
        if view.head[token] == token or view.dep[token] in BESIDE:
            return False
        token = view.head[token]
        if token == governor:
            return True
    return False


def _binds(view: View, pronoun: Candidate, mention: Candidate) -> bool:
    """Keep a pronoun apart from its fellow arguments, from the phrase in which it stands, and from what it is coordinated to."""
    if pronoun.sentence != mention.sentence:
        return pronoun.words[0] not in REFLEXIVE
    token, head = pronoun.head, view.head[pronoun.head]
    if mention.head in view.ancestors(token) and view.dep[token] in POSSESSOR and head == mention.head:
        return False
    if mention.start <= pronoun.start < mention.end:
        return False
    together = view.head[mention.head] == head and view.dep[mention.head] in SUBJECT
    if pronoun.words[0] in REFLEXIVE:
        return together or view.dep[mention.head] in SUBJECT
    if together and view.dep[token] not in POSSESSOR | SUBJECT and not _is_adjunct(view, token):
        return False
    return not (view.dep[token] == "conj" and head == mention.head) and not (
        view.dep[mention.head] == "conj" and view.head[mention.head] == token
    )


def _is_adjunct(view: View, token: int) -> bool:
    return view.dep[token] in {"obl", "advcl", "nmod"} and view.preposition(token) in {
        "with",
        "around",
        "behind",
        "before",
        "after",
        "near",
    }


def features(view: View, entity: Entity, pronoun: Candidate, mention: Candidate, rank: int, most: int) -> Iterator[str]:
    """Yield the names of the binary features that hold of an entity as antecedent of a pronoun.

    Args:
        view: the document.
        entity: the possible antecedent.
        pronoun: the pronoun.
        mention: the mention by which the entity competes.
        rank: how many compatible entities were mentioned later than this one.
        most: the largest number of mentions that any rival has.
    """
    distance = pronoun.sentence - mention.sentence
    yield f"sentences={min(distance, 4)}" if mention.start < pronoun.start else f"cataphora,rivals={min(rank, 1)}"
    yield f"rank={min(rank, 3)}"
    yield f"tokens={_tokens(pronoun.start - mention.end)}"
    yield f"form={mention.form}"
    yield f"kind={entity.kind}"
    role = _role(view, mention.head)
    yield f"role={role}"
    yield f"roles={_role(view, pronoun.head)}<{role}"
    if distance <= 1:
        yield f"near={min(distance, 1)},{role}"
    if entity.gender is not None:
        yield "gender_known"
    recent = sum(1 for m in entity.mentions if 0 <= pronoun.sentence - m.sentence <= 3 and m.start < pronoun.start)
    yield f"recent={min(recent, 4)}"
    yield f"count={_bucket(len(entity.mentions))}"
    yield from (name for name, holds in _standing(entity, most) if holds)
    yield from _syntax(view, pronoun, mention, distance)
    if any(m.form == "pronoun" and m.words[0] == pronoun.words[0] and m.start < pronoun.start for m in entity.mentions[-3:]):
        yield "same_pronoun"
    if view.quote[pronoun.head] != view.quote[mention.head]:
        yield "quote_boundary"
    if mention.definite and mention.form == "nominal":
        yield "definite"
    if pronoun_class(pronoun) == "they":
        both = view.is_subject(pronoun.head) and view.is_subject(mention.head)
        yield f"plural={mention.plural},{entity.kind}"
        yield f"subjects={both},{min(distance, 2)},{entity.kind == THING}"
    yield from _speech(view, entity, pronoun, mention)


def _standing(entity: Entity, most: int) -> Iterator[tuple[str, bool]]:
    yield "named", bool(entity.names)
    yield "most_mentioned", len(entity.mentions) == most
    yield "topic", entity.mentions[0].sentence == 0


def _speech(view: View, entity: Entity, pronoun: Candidate, mention: Candidate) -> Iterator[str]:
    quote = view.quote[pronoun.head]
    if quote is not None and is_teller(view, mention, pronoun):
        place = "before" if mention.start < pronoun.start else "after"
        yield f"its_speaker={view.quotes[quote].kind == 'direct'},{place}"
    governor = view.head[pronoun.head]
    if view.dep[pronoun.head] in SUBJECT:
        if view.dep[governor] == "ccomp" and view.head[governor] == view.head[mention.head] and view.dep[mention.head] in SUBJECT:
            yield "said_of_self"
        if view.lemma[governor] in lexicon.words("deciding"):
            yield f"decides,{entity.kind}"


def is_teller(view: View, mention: Candidate, pronoun: Candidate) -> bool:
    """Tell whether a mention is the speaker of the quote in which a pronoun stands."""
    quote = view.quote[pronoun.head]
    return quote is not None and any(_touches(view, mention, span) for span in view.quotes[quote].speaker)


def nobody_features(view: View, pronoun: Candidate, rivals: int) -> Iterator[str]:
    """Yield the features of the choice that a pronoun refers to nothing that was found."""
    role = _role(view, pronoun.head)
    yield "nobody"
    yield f"nobody,role={role}"
    yield f"nobody,rivals={min(rivals, 4)}"
    yield f"nobody,word={pronoun.words[0]}"
    if view.quote[pronoun.head] is not None:
        yield "nobody,quoted"
    if any(view.dep[child] == "cop" for child in view.children[view.head[pronoun.head]]):
        yield "nobody,copula"
    if pronoun.start == view.sentence_start[pronoun.sentence]:
        yield "nobody,first"


def _touches(view: View, mention: Candidate, span: Span) -> bool:
    start, end = view.chars(mention.start, mention.end)
    return start < span[1] and span[0] < end


def _syntax(view: View, pronoun: Candidate, mention: Candidate, distance: int) -> Iterator[str]:
    clause, other = _clause(view, pronoun.head), _clause(view, mention.head)
    if distance == 0:
        yield "same_clause" if clause == other else "other_clause"
        if other in view.ancestors(clause) and view.dep[mention.head] in SUBJECT:
            yield "subject_above"
        if clause in view.ancestors(other):
            yield "below"
        if mention.head in view.ancestors(pronoun.head):
            yield "inside_modifier"
    elif distance == 1 and mention.head == _first_subject(view, mention.sentence):
        yield "first_subject_before"
    if mention.start == view.sentence_start[mention.sentence] or mention.phrase_start == view.sentence_start[mention.sentence]:
        yield "starts_sentence"
    if view.dep[view.head[mention.head]] == "ROOT" and view.dep[mention.head] in SUBJECT:
        yield "main_subject"
        # "In his speech, Lee ..." looks forward; "His seat fell, said Lee" does not
        if mention.start > pronoun.start and not is_teller(view, mention, pronoun):
            yield "main_subject_after_possessive" if view.dep[pronoun.head] in POSSESSOR else "main_subject_after"
    if view.dep[pronoun.head] in POSSESSOR and distance == 0 and mention.start < pronoun.start:
        yield f"possessed,{_role(view, mention.head)},{clause == other}"
    if view.head[mention.head] == view.head[pronoun.head] and view.dep[mention.head] in SUBJECT:
        yield "fellow_subject"
    if view.lemma[view.head[mention.head]] == view.lemma[view.head[pronoun.head]] and mention.head != pronoun.head:
        yield "same_governor"


def _role(view: View, token: int) -> str:
    dep = view.dep[token]
    if dep == "conj":
        return "subj" if view.dep[view.head[token]] in SUBJECT else "conj"
    for name, labels in (("subj", SUBJECT), ("obj", OBJECT), ("iobj", INDIRECT_OBJECT), ("poss", POSSESSOR)):
        if dep in labels:
            return name
    return "obl" if dep.startswith("obl") else "nmod" if dep.startswith("nmod") else "appos" if dep == "appos" else "other"


def _tokens(gap: int) -> str:
    return "after" if gap < 0 else "0-4" if gap < 5 else "5-11" if gap < 12 else "12-29" if gap < 30 else "30+"


def _bucket(count: int) -> str:
    return "1" if count == 1 else "2-3" if count <= 3 else "4-7" if count <= 7 else "8+"


def _clause(view: View, token: int) -> int:
    while view.head[token] != token and view.dep[token] not in CLAUSAL:
        token = view.head[token]
    return token


def _first_subject(view: View, sentence: int) -> int:
    start = view.sentence_start[sentence]
    end = view.sentence_start[sentence + 1] if sentence + 1 < len(view.sentence_start) else len(view)
    return next((token for token in range(start, end) if view.dep[token] in SUBJECT), -1)
