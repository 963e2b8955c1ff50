"""Who does and who undergoes what a predicate names, whatever the construction: voice, control, relative clauses, light verbs."""

from __future__ import annotations

from spacy.tokens import Token

from tasks.extract import clauses
from tasks.extract.events.governors import governor, is_finite, light_governor, signature_of, takes_as_object
from tasks.extract.events.lemmas import lemmas_of
from tasks.extract.events.lexicon import classes, signature

RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom"})
#: Labels of participles before a noun ("occupied land"), and of finite verbs that the parser mistakes for one.
MODIFYING = frozenset({"amod", "compound"})
#: Names of times and amounts, which stand bare beside a verb.
MEASURES = frozenset({"DATE", "TIME", "QUANTITY", "PERCENT", "MONEY", "CARDINAL", "ORDINAL"})
#: Words that join a second doer to the subject.
COMITATIVE = frozenset({"together", "along", "alongside"})
#: Prepositions before those who are asked to do something.
ADDRESSING = frozenset({"on", "upon", "to", "with"})
CASE = frozenset({"case"})
#: Verbs of being under something ("came under attack").
BEING = frozenset({"be", "come", "remain", "stay", "fall"})
#: Verbs of those who live through what is done to them.
SURVIVING = frozenset({"survive", "escape", "withstand", "evade"})
#: Participles that tell who is in a thing ("a base [housing] troops").
HOLDING = frozenset({"house", "carry", "host", "hold", "shelter", "transport", "contain", "accommodate"})
#: Verbs by which a thing is put before somebody, who may take or refuse it.
PUTTING = frozenset(
    {"send", "submit", "propose", "offer", "present", "make", "file", "table", "put", "give", "raise", "launch", "fire"}
)
#: Nouns that say little beside the event noun before them.
CARRYING = frozenset({"measure", "measures", "effort", "efforts", "operation", "operations", "campaign", "campaigns"})
DEPTH = 8


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is passive, also one that shares the auxiliary of another or has none ("forces backed by")."""
    if clauses.with_labels(verb, clauses.PASSIVE_AUXILIARY):
        return True
    if clauses.is_passive(verb):
        return not clauses.with_labels(verb, clauses.ACTIVE_SUBJECT)
    if verb.tag_ != "VBN" or clauses.auxiliaries(verb) or clauses.objects(verb):
        return False
    if verb.dep_ == "conj":
        return not clauses.subjects(verb) and is_passive(verb.head)
    return verb.dep_ in clauses.PARTICIPLE


def surface_subjects(verb: Token, depth: int = DEPTH) -> list[Token]:
    """Return the subjects that grammar gives a predicate, its own or shared, controlled or modified ones."""
    own = [_antecedent(subject) for subject in clauses.subjects(verb)] or _misread_subjects(verb)
    if own or depth == 0:
        return [*own, *(other for subject in own for other in _companions(subject))]
    head = verb.head
    if verb.tag_ == "VBG" and (possessors := clauses.possessors(verb)):
        return possessors
    if verb.dep_ == "conj" or (verb.dep_ == "parataxis" and is_finite(verb) and is_finite(head)):
        return surface_subjects(head, depth - 1)
    if verb.dep_ in clauses.RELATIVE_CLAUSE:
        return [head]
    if verb.dep_ in clauses.PARTICIPLE and clauses.marker(verb) == "" and not _asks(head):
        return [head]
    return _controllers(verb, depth)


def _companions(subject: Token) -> list[Token]:
    """Return who acts together with a subject ("Norway, along with Sweden,")."""
    joined = [subject, *(child for child in subject.children if child.lower_ in COMITATIVE)]
    return [
        case.head
        for word in joined
        for case in clauses.obliques(word)
        if case.preposition.split(" ")[0] in COMITATIVE or (word != subject and case.preposition == "with")
    ]


def _controllers(verb: Token, depth: int) -> list[Token]:
    above = governor(verb)
    if above is None:
        return surface_subjects(verb.head, depth - 1) if verb.dep_ in clauses.ADVERBIAL_CLAUSE else []
    word = above.word
    if word.pos_ in {"NOUN", "PROPN"} and verb.dep_ in clauses.PARTICIPLE:
        if _asks(word):
            return []  # whoever is asked does it
        return holders(word, depth - 1) or _doers_above(word, depth - 1)
    says = signature_of(above)
    doer = says.doer if says else ""
    if doer in {"on", "to"}:
        return [oblique.head for oblique in clauses.obliques(word) if oblique.preposition == doer]
    if (
        doer == "obj"
        or (not doer and above.frame in {"to", "bare"} and verb.dep_ == "xcomp")
        or _is_purpose_of_object(verb, word)
    ):
        addressed = _addressed(verb, word) if doer == "obj" else []
        return undergoers(word, depth - 1) or clauses.indirect_objects(word) or addressed or surface_subjects(word, depth - 1)
    return [] if verb.dep_ == "ccomp" else surface_subjects(word, depth - 1)


def _asks(noun: Token) -> bool:
    """Tell whether a noun asks others to do what stands behind it ("demands such as halting aid")."""
    return noun.pos_ == "NOUN" and bool(set(lemmas_of(noun)) & classes()["asking"])


def _addressed(verb: Token, above: Token) -> list[Token]:
    """Return whom a verb without object asks to do something ("appealed to [Norway] to leave")."""
    return [case.head for case in clauses.obliques(above) if case.preposition in ADDRESSING and above.i < case.head.i < verb.i]


def _is_purpose_of_object(verb: Token, above: Token) -> bool:
    """Tell whether a passive infinitive says what is to become of the object ("extradited [the suspect] to be tried")."""
    return is_passive(verb) and verb.dep_ in clauses.ADVERBIAL_CLAUSE and bool(clauses.objects(above))


def _misread_subjects(verb: Token) -> list[Token]:
    """Return the noun before a finite verb that the parser took for a modifier of the next noun ("troops violated ceasefire")."""
    if verb.dep_ not in MODIFYING or verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return []
    before = [child for child in (*verb.lefts, *verb.head.lefts) if child.i < verb.i and child.pos_ in {"NOUN", "PROPN", "PRON"}]
    return before[-1:]


def _doers_above(noun: Token, depth: int) -> list[Token]:
    """Return the doers of the verb of which a noun is an argument: of an infinitive after a noun that has no holder."""
    above = governor(noun) if depth > 0 else None
    return doers(above.word, depth) if above is not None and above.word.pos_ == "VERB" else []


def _antecedent(subject: Token) -> Token:
    if subject.lower_ not in RELATIVE_PRONOUNS:
        return subject
    clause = clauses.first_conjunct(subject.head)
    is_cleft = clause.dep_ == "advcl:relcl" and clauses.copula(clause.head) is not None
    return clause.head if is_cleft or clause.dep_ in clauses.RELATIVE_CLAUSE else subject


def doers(verb: Token, depth: int = DEPTH) -> list[Token]:
    """Return those who do what a verb names."""
    if verb.dep_ in MODIFYING and verb.tag_ == "VBN":
        return _hyphenated(verb) or clauses.agents(verb)
    return _agents(verb) if is_passive(verb) else surface_subjects(verb, depth)


def _hyphenated(participle: Token) -> list[Token]:
    """Return who does what a participle before a noun says ("[Iran]-backed militias")."""
    if participle.i < 2 or participle.nbor(-1).text not in {"-", "\N{NON-BREAKING HYPHEN}", "\N{EN DASH}"}:
        return []
    return [child for child in participle.children if child.i == participle.i - 2]


def _agents(verb: Token) -> list[Token]:
    found = clauses.agents(verb)
    if found or clauses.is_passive(verb):
        return found
    return [
        part for case in clauses.obliques(verb) if case.preposition == "by" for part in (case.head, *clauses.conjuncts(case.head))
    ]


def undergoers(verb: Token, depth: int = DEPTH) -> list[Token]:
    """Return the objects of a verb, or what takes their place: the subject of the passive, the noun before a relative clause."""
    clause = clauses.first_conjunct(verb)
    if is_passive(verb):
        modifies = verb.dep_ in clauses.PARTICIPLE and not clauses.subjects(verb)
        return [verb.head] if modifies else surface_subjects(verb, depth)
    if verb.dep_ in MODIFYING and verb.tag_ in {"VBN", "VBD", "VBZ", "VBP"} and verb.i < verb.head.i:
        return [verb.head]
    if clause.dep_ in clauses.RELATIVE_CLAUSE and takes_as_object(verb):
        return [clause.head]
    return clauses.objects(verb) or _shared_objects(verb) or _misread_objects(verb)


def _misread_objects(verb: Token) -> list[Token]:
    """Return the bare noun after a verb that the parser took for an adverbial, where it tells no time ("called off a strike")."""
    return [
        case.head
        for case in clauses.obliques(verb)
        if case.preposition == "" and case.head.dep_ == "obl" and case.head.i > verb.i and case.head.ent_type_ not in MEASURES
    ]


def retained_objects(verb: Token) -> list[Token]:
    """Return the objects that a passive keeps, its subject being the receiver ("was given [arms]")."""
    return clauses.objects(verb) if is_passive(verb) else []


def receivers(verb: Token) -> list[Token]:
    """Return to whom something is given: the indirect object, also as subject of the passive."""
    if retained_objects(verb):
        return surface_subjects(verb)
    return clauses.indirect_objects(verb) or _misread_receivers(verb)


def _misread_receivers(verb: Token) -> list[Token]:
    """Return the name before the object that the parser took for a part of it ("gave [Mali] weapons")."""
    if clauses.with_labels(verb, clauses.PASSIVE_AUXILIARY):
        return []
    nouns = [noun for noun in verb.children if noun.dep_ in clauses.OBJECT and noun.tag_ in {"NN", "NNS"}]
    return [
        child
        for noun in nouns
        for child in noun.children
        if child.dep_ == "compound" and child.i == verb.i + 1 and child.ent_type_
    ]


def owners(noun: Token) -> list[Token]:
    """Return the possessors of a noun, those of a relative clause by the noun that it modifies ("a man whose house")."""
    return [_of_whose(word) if word.lower_ == "whose" else word for word in clauses.possessors(noun)]


def _of_whose(word: Token) -> Token:
    clause = next((above for above in clauses.ancestors(word) if above.dep_ in clauses.RELATIVE_CLAUSE), None)
    return clause.head if clause is not None else word


def _shared_objects(verb: Token) -> list[Token]:
    """Return the objects that a verb shares with those coordinated to it ("arrested and deported the men")."""
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.i < _first_object(verb.head):
        return clauses.objects(verb.head)
    if not verb.conjuncts or clauses.obliques(verb):
        return []
    later = [objects for other in clauses.conjuncts(verb) if (objects := clauses.objects(other))]
    return later[0] if later and not clauses.subjects(later[0][0].head) else []


def _first_object(verb: Token) -> int:
    return min((found.i for found in clauses.objects(verb)), default=-1)


def holders(noun: Token, depth: int = DEPTH) -> list[Token]:
    """Return whose plan, demand, attack ... an event noun is: possessor, "by", or the subject of its light verb."""
    possessors = clauses.possessors(noun)
    if possessors:
        return possessors
    cases = clauses.obliques(noun)
    by = [case.head for case in cases if case.preposition == "by"]
    content = signature(lemmas_of(noun), "NOUN", "to")
    whose = [case.head for case in cases if case.preposition == "of"] if content and content.affirmed != "requested" else []
    return by or whose or light_doers(noun, depth)


def light_doers(noun: Token, depth: int = DEPTH) -> list[Token]:
    """Return the doers of the light verb that carries an event noun ("launched an attack", "an attack launched by ...")."""
    noun = carrier(noun)
    above = light_governor(noun)
    if above is not None and above.frame == "in" and above.word.lower_ == "involved":
        return surface_subjects(above.word, depth - 1) if depth else []
    says = signature_of(above) if above and depth else None
    if above is None or says is None or says.doer not in {"subj", "obj"}:
        return _carried_out_by(noun) if depth else []
    return doers(above.word, depth - 1) if says.doer == "subj" else undergoers(above.word, depth - 1)


def carrier(noun: Token) -> Token:
    """Return the noun that says little beside the event noun before it ("lockdown [measures]"), else itself."""
    return noun.head if noun.dep_ == "compound" and noun.head.lower_ in CARRYING else noun


def _carried_out_by(noun: Token) -> list[Token]:
    """Return the agents of a light participle after an event noun ("went to a rally organised by students")."""
    return [
        agent
        for clause in clauses.participles(noun)
        if is_passive(clause) and (says := signature(lemmas_of(clause), "VERB", "obj")) and says.affirmed == "same"
        for agent in doers(clause)
    ]


def light_receivers(noun: Token) -> list[Token]:
    """Return to whom a light verb gives an event noun ("granted [him] a pardon", "[he] was granted clemency")."""
    above = governor(noun)
    if above is None or above.frame != "obj" or above.word.pos_ != "VERB" or noun not in clauses.objects(above.word):
        return []
    others = [other for other in clauses.objects(above.word) if other.i < noun.i and other.dep_ != "conj"]
    return receivers(above.word) or others


def makers(noun: Token) -> list[Token]:
    """Return who made, fired, sent ... a thing ("rockets fired by rebels", "wrote a letter urging ...")."""
    made = [clause for clause in clauses.participles(noun) if is_passive(clause)]
    made += [clause for clause in clauses.relative_clauses(noun) if set(lemmas_of(clause)) & PUTTING and takes_as_object(clause)]
    agents = [agent for clause in made for agent in doers(clause)]
    return agents or light_doers(noun) or _writers(noun)


def occupants(noun: Token) -> list[Token]:
    """Return who is in a building or vehicle ("a base housing [troops]", "a bus carrying [pilgrims]")."""
    behind = [*clauses.participles(noun), *(clause for clause in clauses.adverbial_clauses(noun.head) if clause.i == noun.i + 1)]
    inside = (clause for clause in behind if set(lemmas_of(clause)) & HOLDING and not is_passive(clause))
    return [held for clause in inside for held in clauses.objects(clause)]


def _writers(noun: Token) -> list[Token]:
    above = governor(noun)
    if above is None or above.frame != "obj":
        return []
    is_written = set(lemmas_of(noun)) & classes()["document"] or set(lemmas_of(above.word)) & PUTTING
    return doers(above.word) if is_written else []


def light_undergoers(noun: Token) -> list[Token]:
    """Return the subject of a verb that says that it undergoes the event noun ("faces criticism", "came under attack")."""
    if clauses.copula(noun) is not None and any(child.lower_ == "under" for child in clauses.with_labels(noun, CASE)):
        return clauses.subjects(noun)
    above = governor(noun)
    if above is None:
        return []
    verbs = set(lemmas_of(above.word))
    if (above.frame == "under" and verbs & BEING) or (above.frame == "obj" and verbs & SURVIVING):
        return surface_subjects(above.word)
    says = signature_of(above)
    return doers(above.word) if says and says.doer == "undergoer" else []
