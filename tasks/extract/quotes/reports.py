"""Read cues in the parse: who says what, as the grammar of the sentence has it. Quote marks play no part here."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from tasks.extract import clauses
from tasks.extract.quotes import lexicon, repair
from tasks.extract.quotes.cues import Report, adds, behind_comma, contrasts, cue_of, leads, rejoins, says_too
from tasks.extract.quotes.lexicon import Cue
from tasks.extract.quotes.phrases import clause_spans, noun_phrase
from tasks.extract.quotes.sourced import source_report, worded
from tasks.extract.quotes.speakers import is_passive, speakers_of
from tasks.extract.spans import offsets, token_offsets
from tasks.records import Span

DEGREES = frozenset({"so", "enough", "too"})
#: Relations of a clause with "that" to an adjective.
ATTACHED = frozenset({"ccomp", "advcl", "acl", "xcomp"})


def find_reports(doc: Doc, text: str) -> Iterator[Report]:
    """Yield the cues of a document in text order, with their speakers and, where the parse shows one, their content.

    Args:
        doc: the document.
        text: its text, which a Doc puts together anew each time.
    """
    forms = lexicon.cue_forms()
    for token in doc:
        if token.lower_ not in forms:
            continue
        if token.lower_ in {"according", "per"}:
            if source := source_report(token, text):
                yield source
        elif token.lower_ == "in" and (source := worded(token, text)):
            yield source
        elif entry := cue_of(token):
            report = _verb_report(token, entry) if entry.pos == "verb" else _noun_report(token, entry)
            if report:
                yield report
        elif attitude := lexicon.cues("adjective").get(token.lower_):
            yield _adjective_report(token, attitude)


def _verb_report(cue: Token, entry: Cue) -> Report:
    report = Report(cue, entry, _cue_span(cue, entry), speakers_of(cue))
    report.polarity = "negated" if _is_negated(cue) or _withheld(cue) else entry.polarity
    if entry.stance == "demanding" and clauses.marker(cue) == "as":
        return report  # "as they demanded" tells what was wanted, not what is so
    for rule, find in (("complement", _complement), ("inserted", _inserted), ("predicate", _predicate)):
        report.content = find(cue, entry)
        if report.content and _is_clipped(report):
            report.content = repair.set_off(cue) or report.content
        if report.content:
            report.rule = rule
            return report
    report.content, report.rule = repair.missing_clause(cue, entry)
    if report.rule == "taken_over":
        report.speakers = [head for head in report.speakers if head.i < cue.i] or repair.subject_before(cue)
    return report


def _is_clipped(report: Report) -> bool:
    """Tell whether the content is a noun phrase before its cue: the subject of a sentence that goes on behind it."""
    last = max(end for _, end in report.content)
    words = report.cue.doc.char_span(report.content[0][0], last, alignment_mode="expand")
    return last <= report.cue.idx and words is not None and all(word.pos_ not in repair.PREDICATE for word in words)


def _cue_span(cue: Token, entry: Cue) -> Span:
    if " " not in entry.lemma:
        return token_offsets(cue)
    adjacent = cue.nbor(1).lower_ == entry.lemma.split()[1]
    return offsets(cue.doc[cue.i : cue.i + 2]) if adjacent else token_offsets(cue)


def _is_negated(cue: Token) -> bool:
    """Tell whether a cue is negated; "not only said" is not."""
    behind = (cue.doc[word.i + 1 : word.i + 2].text.lower() for word in clauses.negations(cue))
    return any(word not in {"only", "just", "merely"} for word in behind)


def _withheld(cue: Token) -> bool:
    """Tell whether the cue hangs on a verb that says it was not uttered ("declined to say", "stopped short of saying")."""
    if cue.dep_ != "xcomp":
        return False
    head = cue_of(cue.head)
    return bool(head and "withhold" in head.frames)


def _complement(cue: Token, entry: Cue) -> list[Span]:
    """Clause that depends on the cue: "said that ...", "asked whether ...", "..., he said"."""
    if not entry.frames & {"clause", "question", "quotation"}:
        return []
    if any(thing.tag_ == "WDT" for thing in clauses.objects(cue)):
        return []
    subjects = {subject.lower_ for subject in clauses.subjects(cue)}
    wanted = {"ccomp", "csubj:pass"} if "it" in subjects else {"ccomp"}
    found = [child for child in cue.children if child.dep_ in wanted and not _is_adverbial(child, entry)]
    found = [clause for clause in found if not (_is_gerund(clause) or _is_open_question(clause, entry))]
    found = [clause for clause in found if clause.left_edge.lower_ not in repair.PREPOSITIONS or clause.i < cue.i]
    found = [clause for clause in found if not any(map(leads, cue.doc[cue.i + 1 : clause.left_edge.i]))]
    if len(found) > 1:
        found = [clause for clause in found if clause.pos_ != "PROPN" or clauses.subjects(clause) or clauses.copula(clause)]
    if not entry.frames & {"clause", "question"}:
        found = [clause for clause in found if _has_marks(clause)]
    if any(clause.i > cue.i and (clauses.marker(clause) == "that" or _opens_behind(clause, cue)) for clause in found):
        found = [clause for clause in found if clause.i > cue.i]
    spans = [span for clause in found for span in clause_spans(clause, cue, _rejoined(clause, cue))]
    if spans and (second := _second(found[-1], cue)) and second[1] > spans[-1][1]:
        spans[-1] = spans[-1][0], second[1]
    return spans + [offsets(cue.doc[more.left_edge.i : more.right_edge.i + 1]) for more in _explaining(found, cue)]


def _second(clause: Token, cue: Token) -> Span | None:
    """Return a second clause with "that" behind what is said, if the parse hangs it elsewhere ("said it fell, and that ...")."""
    doc, at = cue.doc, clause.right_edge.i + 1
    at += at < len(doc) and doc[at].text == ","
    joined = clause.i > cue.i and at + 1 < cue.sent.end and doc[at].lower_ in {"and", "but", "or"} and doc[at + 1].dep_ == "mark"
    return next(iter(repair.clause_behind(doc[at + 1])), None) if joined else None


def _has_marks(clause: Token) -> bool:
    """Tell whether quote marks stand in or around a clause."""
    first, last = clause.left_edge.i, clause.right_edge.i
    return any(token.is_quote or "'" in token.text for token in clause.doc[max(0, first - 2) : last + 3])


def _explaining(clauses_said: list[Token], cue: Token) -> list[Token]:
    """Return the sentence behind a colon that explains what is said before it ("says this is wrong: nobody was hurt")."""
    last = max((clause.i for clause in clauses_said), default=cue.i)
    return [
        child
        for child in cue.children
        if child.dep_ == "parataxis"
        and child.i > last > cue.i
        and clauses.subjects(child)
        and ":" in {word.text for word in cue.doc[last + 1 : child.i] if word.head in {child, cue, cue.doc[last]}}
    ]


def _is_adverbial(clause: Token, entry: Cue) -> bool:
    marker = clauses.marker(clause)
    if marker == "if" and "question" in entry.frames and clause.left_edge.lower_ == "if":
        return False
    return marker in repair.ADVERBIAL_MARKERS and (marker != "to" or not clauses.subjects(clause))


def _is_gerund(clause: Token) -> bool:
    """Tell whether a clause has neither subject nor finite verb ("pledged rebuilding the dam"): a plan, not a proposition."""
    bare = not clauses.subjects(clause) and not clauses.auxiliaries(clause) and clauses.copula(clause) is None
    return clause.tag_ == "VBG" and bare and not clause.left_edge.is_quote


def _is_open_question(clause: Token, entry: Cue) -> bool:
    """Tell whether somebody merely turns a question over ("to consider what the law allows")."""
    return entry.stance == "believing" and clause.left_edge.tag_ in {"WP", "WRB", "WDT"}


def _opens_behind(clause: Token, cue: Token) -> bool:
    """Tell whether the subject of a clause stands right behind the cue."""
    return any(subject.left_edge.i == cue.i + 1 for subject in clauses.subjects(clause))


def _rejoined(clause: Token, cue: Token) -> list[Token]:
    """Return what hangs on a content without being said: a second cue ("..., adding that ..."), the writer's "although ..."."""
    found = [token for token in clauses.conjuncts(clause) if rejoins(token, cue)]
    for part in (clause, *clauses.conjuncts(clause)):
        for child in clauses.adverbial_clauses(part):
            though = clauses.marker(child).endswith("though") and bool(clauses.subjects(child))
            own = (
                though or adds(child) or contrasts(child) or _ends_with(clause, child)
                if clause.i > cue.i
                else child.tag_ == "VBG"
            )
            if own and child.i > max(clause.i, cue.i) and (behind_comma(child) or contrasts(child)):
                found.append(child)
    return found


def _ends_with(clause: Token, child: Token) -> bool:
    """Tell whether a clause ends with the name of a second source, which is the writer's own."""
    return says_too(child) and child.right_edge.i + 1 >= clause.right_edge.i


def _inserted(cue: Token, entry: Cue) -> list[Span]:
    """Cue in a clause put into or after what is said: "The plan, he said, will fail", "as she put it"."""
    if not ("clause" in entry.frames or "quotation" in entry.frames) or cue.head == cue:
        return []
    by_as = (
        ("clause" in entry.frames or " " in entry.lemma)
        and cue.dep_ in clauses.ADVERBIAL_CLAUSE
        and any(
            child.lower_ == "as" and child.i < cue.i and (child.i == cue.sent.start or child.nbor(-1).is_punct)
            for child in cue.children
        )
    )
    parenthetic = cue.dep_ == "parataxis"
    if not (by_as or parenthetic) or not clauses.subjects(cue) or (clauses.objects(cue) and " " not in entry.lemma):
        return []
    if cue.head.i > cue.i and not by_as and cue.right_edge.i + 1 != cue.head.left_edge.i and cue.left_edge.i == cue.sent.start:
        return []
    apart = [part for part in clauses.conjuncts(cue.head) if by_as and part.i > cue.i and clauses.subjects(part)]
    return clause_spans(cue.head, cue, [part for part in apart if behind_comma(part)])


def _predicate(cue: Token, entry: Cue) -> list[Span]:
    """Something called something: "called the move a mistake", "described it as absurd"."""
    if "predicate" not in entry.frames:
        return []
    passive = is_passive(cue)
    if passive and not clauses.agents(cue):
        return []
    things = clauses.with_labels(cue, clauses.PASSIVE_SUBJECT if passive else clauses.OBJECT)
    if entry.lemma == "refer":
        things = [phrase.head for phrase in clauses.obliques(cue) if phrase.preposition == "to" and phrase.head.i > cue.i]
    named = [child for child in cue.children if child.dep_ in {"xcomp", "oprd", "attr"} and child.i > cue.i]
    named = [child for child in named if not clauses.marker(child) or clauses.copula(child) is not None]
    named += [phrase.head for phrase in clauses.obliques(cue) if phrase.preposition == "as" and phrase.head.i > cue.i]
    named += things[1:]
    if not things or not named:
        return []
    thing, name = things[0], max(named, key=lambda token: token.i)
    if passive:
        return [noun_phrase(thing), offsets(cue.doc[name.left_edge.i : name.right_edge.i + 1])]
    first, last = min(thing.left_edge.i, name.left_edge.i), max(thing.right_edge.i, name.right_edge.i)
    if first < cue.i:
        return []
    return [offsets(cue.doc[first + (entry.lemma == "refer") : last + 1])]


def _noun_report(cue: Token, entry: Cue) -> Report | None:
    """Content of a noun: "his claim that ...", "expressed hope that ..."."""
    holders = [head.right_edge.i for preposition, head in clauses.obliques(cue) if preposition in {"by", "from", "of", "among"}]
    behind = (cue.doc[i + 1] for i in (cue.i, *holders) if i + 1 < cue.sent.end)
    content = next(filter(None, map(repair.clause_behind, behind)), None) or _predicated(cue)
    if not content:
        return None
    speakers = clauses.possessors(cue)
    # "A criticism of the plan" is not the plan's.
    theirs = {"by", "from", "among"} if entry.stance == "accusing" else {"by", "from", "among", "of"}
    speakers = speakers or [head for preposition, head in clauses.obliques(cue) if preposition in theirs]
    carrier = None if speakers else _carrier(cue)
    if carrier is not None or (not speakers and any(phrase == ("in", cue) for phrase in clauses.obliques(cue.head))):
        speakers = speakers_of(cue.head)
    if carrier is not None and carrier.stance == "denying":
        return Report(cue, carrier, token_offsets(cue.head), speakers, content, "noun")
    return Report(cue, entry, token_offsets(cue), speakers, content, "noun")


def _carrier(noun: Token) -> Cue | None:
    """Return the entry of the verb that brings forward what a noun names ("made the claim", "rejected claims")."""
    carrier = lexicon.carrier_forms().get(noun.head.lower_) if noun.dep_ in clauses.OBJECT else None
    return carrier if carrier is not None and "clause" in carrier.frames else None


def _adjective_report(cue: Token, entry: Cue) -> Report:
    """Content of an adjective: "is confident that ..."."""
    said = [part for part in cue.rights if part.dep_ in ATTACHED and clauses.marker(part) == "that"]
    said = [] if any(word.lower_ in DEGREES for word in cue.children) else said
    report = Report(cue, entry, token_offsets(cue), speakers_of(cue), rule="adjective")
    report.polarity = "negated" if clauses.negations(cue) else entry.polarity
    report.content = [span for clause in said[:1] for span in clause_spans(clause, cue)]
    return report


def _predicated(cue: Token) -> list[Span]:
    """What a noun is said to be: "their argument is that ..."."""
    if cue.dep_ not in clauses.SUBJECT:
        return []
    behind = [token for token in cue.doc[cue.right_edge.i + 1 : cue.sent.end][:3] if token.pos_ != "ADV"]
    if len(behind) < 2 or behind[0].lower_ not in {"is", "was"} or behind[1].lower_ != "that":
        return []
    return repair.clause_behind(behind[1])
