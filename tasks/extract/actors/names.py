"""Finds names: spans of the name recogniser, runs of proper nouns, names of the catalogue, surnames met elsewhere in the text."""

from __future__ import annotations

from collections.abc import Iterator

from tasks.extract.actors import lexicon
from tasks.extract.actors.candidates import Candidate
from tasks.extract.actors.edges import Found, is_title_only, trimmed, without_overlaps
from tasks.extract.actors.gazetteer import Gazetteer
from tasks.extract.actors.naming import normal_word, normal_words, person_name
from tasks.extract.actors.parting import parted
from tasks.extract.actors.view import View

LABELS = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "GPE", "LOC": "LOC", "NORP": "NORP", "PER": "PERSON", "FAC": "LOC"}
BLOCKING = frozenset({"DATE", "TIME", "EVENT", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "LAW", "WORK_OF_ART"})
JOINING = frozenset({"of", "for", "and", "&", "de", "du", "al", "-", "–", "’s", "'s", "on"})


def find_names(view: View, gazetteer: Gazetteer) -> list[Candidate]:
    """Return the names of a document in text order; they do not overlap."""
    blocked = {token for token, label in enumerate(view.label) if label in BLOCKING}
    found = [_from_start(view, gazetteer, span) for span in _recognised(view)]
    found = _merge(found, list(_listed(view, gazetteer, blocked)))
    taken = blocked | {token for span in found for token in range(span.start, span.end)}
    found += [run for run in _proper_nouns(view, taken) if not _headline(view, run.start)]
    whole = _joined(view, sorted(found, key=lambda s: s.start))
    cut = (trimmed(view, part) for span in whole for part in parted(view, gazetteer, span))
    spans = [span for span in cut if span is not None and not is_title_only(view, span)]
    spans = without_overlaps(spans)
    spans += _surnames_again(view, spans, blocked)
    return [_candidate(view, span) for span in sorted(spans, key=lambda s: s.start)]


def _recognised(view: View) -> Iterator[Found]:
    for ent in view.doc.ents:
        if ent.label_ in LABELS and any(char.isupper() for char in ent.text):
            for start, end in _split_at_breaks(view, ent.start, ent.end):
                yield Found(start, end, LABELS[ent.label_])


def _from_start(view: View, gazetteer: Gazetteer, span: Found) -> Found:
    """Complete a span that is the end of a longer name ("[Social] Democratic Party")."""
    is_longer = span.label == "ORG" and _in_longer_name(view, gazetteer, span.start, span.end - span.start)
    return Found(span.start - 1, span.end, span.label) if is_longer and view.lower[span.start - 1] != "of" else span


def _split_at_breaks(view: View, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split a span at line breaks, which no name crosses."""
    first = start
    for token in range(start, end):
        if view.pos[token] == "SPACE":
            if token > first:
                yield first, token
            first = token + 1
    if end > first:
        yield first, end


def _listed(view: View, gazetteer: Gazetteer, blocked: set[int]) -> Iterator[Found]:
    token = 0
    while token < len(view):
        length = 0
        if view.words[token][:1].isupper() and token not in blocked:
            length = gazetteer.longest(view, token)
            if length == 1 and (_is_part_of_name(view, gazetteer, token) or _in_longer_title(view, token)):
                length = 0
            if length and _in_longer_name(view, gazetteer, token, length):
                length = 0
        if length:
            end = _extended(view, token, token + length, blocked)
            yield Found(token, end, "ORG" if end > token + length else "")
            token = end
        else:
            token += 1


def _extended(view: View, start: int, end: int, blocked: set[int]) -> int:
    """Go on past a country at the start of an organisation's name ("United States Commission on ...")."""
    stop = end
    while stop < len(view) and stop not in blocked and (_is_proper(view, stop) or _joins(view, end, stop, blocked)):
        following = view.lower[stop + 1] if stop + 1 < len(view) else ""
        title = view.lower[stop] in lexicon.titles() and following not in lexicon.name_words()
        if title or view.sentence[stop] != view.sentence[start]:
            break
        stop += 1
    words = view.lower[end:stop]
    return stop if any(word in lexicon.name_words() for word in words) else end


def _is_part_of_name(view: View, gazetteer: Gazetteer, token: int) -> bool:
    """Tell whether a known word is a part of an unknown person's name ("Valeska Paris", "Jordan Peterson")."""
    before, after = token - 1, token + 1
    if before >= 0 and _stands_in_name(view, before) and not gazetteer.named(view.words[before], None):
        return gazetteer.is_forename(view.words[before]) or view.label[before] == "PERSON" or view.dep[token] == "flat"
    if after < len(view) and _stands_in_name(view, after) and not gazetteer.named(view.words[after], None):
        return view.label[token] == "PERSON" or gazetteer.is_forename(view.words[token])
    return False


def _stands_in_name(view: View, token: int) -> bool:
    word = view.lower[token]
    known = word in lexicon.titles() or word in lexicon.name_words() or word in lexicon.nouns()
    return view.pos[token] == "PROPN" and view.words[token][:1].isupper() and not known


def _in_longer_title(view: View, token: int) -> bool:
    """Tell whether the word before makes one name with a known word ("Military Times" is not "The Times")."""
    before = token - 1
    if (
        before < 0
        or view.pos[before] != "PROPN"
        or view.lower[before] in lexicon.titles()
        or not view.words[before][:1].isupper()
    ):
        return False
    return view.dep[before] in {"compound", "amod"} and view.head[before] == token and view.lower[token] in lexicon.name_words()


def _in_longer_name(view: View, gazetteer: Gazetteer, token: int, length: int) -> bool:
    """Tell whether the word before makes another body's name of a known one ("Social Democratic Party", "Medal of Science")."""
    before, top = token - 1, view.span_top(token, token + length)
    if before < 0 or view.sentence[before] != view.sentence[token]:
        return False
    entries = gazetteer.named(view.text(token, token + length), None)
    if not entries or any(not row.actor_id.startswith(("org:", "media:")) for row in entries):
        return False
    if view.lower[before] == "of" and before and view.lower[before - 1] in lexicon.name_words():
        return length == 1 and view.words[before - 1][:1].isupper()
    is_joined = (
        view.dep[before] in {"compound", "amod"} and token <= view.head[before] < token + length and view.head[before] == top
    )
    if not is_joined or not view.words[before][:1].isupper() or view.words[before].isupper():
        return False
    told = (
        view.lower[before] in lexicon.titles()
        or view.lower[before] in lexicon.nouns()
        or view.label[before] in {"PERSON", "GPE", "DATE"}
    )
    return not told and not gazetteer.named(view.words[before], None)


def _merge(recognised: list[Found], listed: list[Found]) -> list[Found]:
    """Let the longer of two overlapping spans stand; the catalogue's where they are equally long, with the other's label."""
    kept = []
    by_token = {token: span for span in recognised for token in range(span.start, span.end)}
    dropped: set[int] = set()
    for span in listed:
        rivals = {id(r): r for t in range(span.start, span.end) if (r := by_token.get(t)) is not None}
        if any(r.end - r.start > span.end - span.start and id(r) not in dropped for r in rivals.values()):
            continue
        span.label = next((r.label for r in rivals.values()), "")
        dropped |= set(rivals)
        kept.append(span)
    return [*kept, *(span for span in recognised if id(span) not in dropped)]


def _is_proper(view: View, token: int) -> bool:
    """Tell whether a word is printed and tagged as a part of a name, adjectives in names included ("General Services ...")."""
    return view.words[token][:1].isupper() and (view.pos[token] == "PROPN" or view.tag[token] in {"NNP", "NNPS"})


def _proper_nouns(view: View, taken: set[int]) -> Iterator[Found]:
    """Yield runs of proper nouns that nothing else found; "of" joins them only after a word such as "Ministry"."""
    token = 0
    while token < len(view):
        if token in taken or not _is_proper(view, token):
            token += 1
            continue
        end = token + 1
        while end < len(view) and end not in taken:
            if _is_proper(view, end):
                end += 1
            elif _joins(view, token, end, taken):
                end += 2
            else:
                break
        yield Found(token, end, "")
        token = end


def _joined(view: View, spans: list[Found]) -> Iterator[Found]:
    """Join neighbours that are parts of one name: by the parse, or by a preposition that the first ends with."""
    last: Found | None = None
    for span in spans:
        if last is not None and last.end == span.start and _goes_on(view, last, span):
            last = Found(last.start, span.end, last.label or span.label or "PERSON")
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _goes_on(view: View, last: Found, span: Found) -> bool:
    inside = last.start <= view.head[span.start] < last.end
    if view.dep[span.start] == "flat" and inside:
        return True
    return (
        last.end - last.start > 1 and view.pos[last.end - 1] == "ADP" and view.sentence[last.start] == view.sentence[span.start]
    )


def _joins(view: View, start: int, joint: int, taken: set[int]) -> bool:
    """Tell whether "of" and the like at `joint` continue the name that begins at `start`."""
    following = joint + 1
    if (
        following >= len(view)
        or following in taken
        or view.lower[joint] not in JOINING
        or view.pos[following] not in {"PROPN", "ADJ"}
    ):
        return False
    if not view.words[following][:1].isupper():
        return False
    if view.words[joint] == "-" and not view.tokens[joint - 1].whitespace_:
        return True
    return any(view.lower[token] in lexicon.name_words() for token in range(start, joint))


def _headline(view: View, token: int) -> bool:
    """Tell whether a token stands in a line printed with capitals throughout, where capitals do not mark names."""
    sentence = view.sentence[token]
    start = view.sentence_start[sentence]
    end = view.sentence_start[sentence + 1] if sentence + 1 < len(view.sentence_start) else len(view)
    long_words = [word for word in view.words[start:end] if len(word) > 3 and word.isalpha()]
    return len(long_words) > 3 and sum(word[0].isupper() for word in long_words) > 0.8 * len(long_words)


def _surnames_again(view: View, spans: list[Found], blocked: set[int]) -> list[Found]:
    """Find the single words that equal the surname of a person already found, whatever their part of speech."""
    surnames = set()
    for span in spans:
        if span.label == "PERSON" and span.end - span.start > 1:
            surnames.add(person_name(normal_words(view.words[span.start : span.end])).surname)
    taken = blocked | {token for span in spans for token in range(span.start, span.end)}
    return [
        Found(token, token + 1, "PERSON")
        for token, word in enumerate(view.words)
        if word[:1].isupper() and len(word) > 2 and token not in taken and normal_word(word) in surnames
    ]


def _candidate(view: View, span: Found) -> Candidate:
    """Make the candidate of a name, with the title before it and the token by which the whole phrase hangs."""
    words = normal_words(view.words[span.start : span.end])
    phrase = _phrase_start(view, span.start, span.end)
    top = view.span_top(phrase, span.end)
    start = span.start
    if start and view.lower[start - 1] == "the" and span.label != "PERSON" and start <= view.head[start - 1] < span.end:
        start -= 1
    return Candidate(
        start=start,
        end=span.end,
        head=top,
        form="name",
        sentence=view.sentence[span.start],
        plural=view.tag[span.end - 1] == "NNPS" and span.label == "NORP",
        words=words,
        title=view.text(phrase, span.start) if phrase < span.start else "",
        phrase_start=min(phrase, start),
        label=span.label,
    )


def _phrase_start(view: View, start: int, end: int) -> int:
    """Return where the title and the modifiers before a name begin ("Greek Foreign Minister Nikos Dendias")."""
    token = start - 1
    first = start
    while token >= 0 and view.sentence[token] == view.sentence[start]:
        word = view.lower[token]
        role = word in lexicon.titles() or lexicon.nouns().get(view.lemma[token], ("",))[0] == "person"
        if role and view.pos[token] in {"NOUN", "PROPN", "ADJ"}:
            first = token
        elif first == start or view.pos[token] not in {"NOUN", "PROPN", "ADJ"} or not token < view.head[token] < end:
            break
        else:
            first = token
        token -= 1
    return first
