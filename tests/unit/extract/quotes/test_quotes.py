# ruff: noqa: E501 (a tree is read by the line)
"""Quotes from written-out trees: content, cue, speaker, kind, and what goes with them."""

import pytest
from spacy.tokens import Span

from tasks.extract.quotes.component import Quotes
from tests.unit.extract.quotes.trees import quotes_of, tree

CASES = {
    "clause": (
        "The minister said on Tuesday that talks with the rebels had failed.",
        "The|DT|det|2 minister|NN|nsubj|3 said|VBD|root|0 on|IN|case|5 Tuesday|NNP|obl|3 that|IN|mark|12 talks|NNS|nsubj|12 with|IN|case|10 "
        "the|DT|det|10 rebels|NNS|nmod|7 had|VBD|aux|12 failed|VBN|ccomp|3 .|.|punct|3",
        [("The minister", "said", "talks with the rebels had failed", "indirect")],
    ),
    "clause on the wrong head": (
        "The minister said on Tuesday that talks with the rebels had failed.",
        "The|DT|det|2 minister|NN|nsubj|3 said|VBD|root|0 on|IN|case|5 Tuesday|NNP|obl|3 that|IN|mark|12 talks|NNS|nsubj|12 with|IN|case|10 "
        "the|DT|det|10 rebels|NNS|nmod|7 had|VBD|aux|12 failed|VBN|acl|5 .|.|punct|3",
        [("The minister", "said", "talks with the rebels had failed", "indirect")],
    ),
    "ClearNLP labels": (
        "The minister said on Tuesday that talks had failed.",
        "The|DT|det|2 minister|NN|nsubj|3 said|VBD|root|0 on|IN|prep|3 Tuesday|NNP|pobj|4 that|IN|mark|9 talks|NNS|nsubj|9 had|VBD|aux|9 "
        "failed|VBN|ccomp|3 .|.|punct|3",
        [("The minister", "said", "talks had failed", "indirect")],
    ),
    "inversion, and more without a cue": (
        '"We will rebuild the bridge," said Ana Ruiz, the mayor of Lorca. "Work starts in May."',
        "\"|``|punct|4 We|PRP|nsubj|4 will|MD|aux|4 rebuild|VB|ccomp|9 the|DT|det|6 bridge|NN|obj|4 ,|,|punct|4 \"|''|punct|4 said|VBD|root|0 "
        "Ana|NNP|nsubj|9 Ruiz|NNP|flat|10 ,|,|punct|14 the|DT|det|14 mayor|NN|appos|10 of|IN|case|16 Lorca|NNP|nmod|14 .|.|punct|9 "
        "\"|``|punct|20 Work|NN|nsubj|20 starts|VBZ|root|0 in|IN|case|22 May|NNP|obl|20 .|.|punct|20 \"|''|punct|20",
        [("Ana Ruiz, the mayor of Lorca", "said", "We will rebuild the bridge / Work starts in May.", "direct")],
    ),
    "cue amid the clause": (
        "The harbour, Ms. Ito said, will reopen in June.",
        "The|DT|det|2 harbour|NN|nsubj|9 ,|,|punct|2 Ms.|NNP|nmod:desc|5 Ito|NNP|nsubj|6 said|VBD|parataxis|9 ,|,|punct|6 will|MD|aux|9 "
        "reopen|VB|root|0 in|IN|case|11 June|NNP|obl|9 .|.|punct|9",
        [("Ms. Ito", "said", "The harbour / will reopen in June", "indirect")],
    ),
    "cue amid a clause that the parse loses": (
        "The harbour, Ms. Ito said, will reopen in June.",
        "The|DT|det|2 harbour|NN|ccomp|6 ,|,|punct|2 Ms.|NNP|nmod:desc|5 Ito|NNP|nsubj|6 said|VBD|root|0 ,|,|punct|6 will|MD|aux|9 "
        "reopen|VB|conj|6 in|IN|case|11 June|NNP|obl|9 .|.|punct|6",
        [("Ms. Ito", "said", "The harbour / will reopen in June", "indirect")],
    ),
    "according to": (
        "According to the coast guard, two boats sank near the island.",
        "According|VBG|case|5 to|IN|fixed|1 the|DT|det|5 coast|NN|compound|5 guard|NN|obl|9 ,|,|punct|5 two|CD|nummod|8 boats|NNS|nsubj|9 "
        "sank|VBD|root|0 near|IN|case|12 the|DT|det|12 island|NN|obl|9 .|.|punct|9",
        [("the coast guard", "According to", "two boats sank near the island", "indirect")],
    ),
    "called": (
        'Ruiz called the tax "a gift to smugglers" and left.',
        'Ruiz|NNP|nsubj|2 called|VBD|root|0 the|DT|det|4 tax|NN|obj|2 "|``|punct|7 a|DT|det|7 gift|NN|xcomp|2 to|IN|case|9 '
        "smugglers|NNS|nmod|7 \"|''|punct|7 and|CC|cc|12 left|VBD|conj|2 .|.|punct|2",
        [("Ruiz", "called", 'the tax "a gift to smugglers"', "mixed")],
    ),
    "as X put it": (
        'The dam, as Mr. Okoye put it, is "a time bomb".',
        "The|DT|det|2 dam|NN|nsubj|13 ,|,|punct|7 as|IN|mark|7 Mr.|NNP|nmod:desc|6 Okoye|NNP|nsubj|7 put|VBD|advcl|13 it|PRP|obj|7 ,|,|punct|7 "
        "is|VBZ|cop|13 \"|``|punct|13 a|DT|det|13 bomb|NN|root|0 \"|''|punct|13 .|.|punct|13".replace(
            "bomb|NN", "time|NN|compound|14 bomb|NN", 1
        ).replace("|13", "|14"),
        [("Mr. Okoye", "put it", 'The dam / is "a time bomb"', "mixed")],
    ),
    "noun": (
        "His claim that the vote was stolen angered the court.",
        "His|PRP$|nmod:poss|2 claim|NN|nsubj|8 that|IN|mark|7 the|DT|det|5 vote|NN|nsubj:pass|7 was|VBD|aux:pass|7 stolen|VBN|acl|2 "
        "angered|VBD|root|0 the|DT|det|10 court|NN|obj|8 .|.|punct|8",
        [("His", "claim", "the vote was stolen", "indirect")],
    ),
    "quoted as saying": (
        "The envoy was quoted as saying the truce held.",
        "The|DT|det|2 envoy|NN|nsubj:pass|4 was|VBD|aux:pass|4 quoted|VBN|root|0 as|IN|mark|6 saying|VBG|advcl|4 the|DT|det|8 truce|NN|nsubj|9 "
        "held|VBD|ccomp|6 .|.|punct|4",
        [("The envoy", "saying", "the truce held", "indirect")],
    ),
    "a second cue": (
        "Rebels said that they would free the pilots, adding that talks had begun.",
        "Rebels|NNS|nsubj|2 said|VBD|root|0 that|IN|mark|6 they|PRP|nsubj|6 would|MD|aux|6 free|VB|ccomp|2 the|DT|det|8 pilots|NNS|obj|6 "
        ",|,|punct|10 adding|VBG|advcl|6 that|IN|mark|14 talks|NNS|nsubj|14 had|VBD|aux|14 begun|VBN|ccomp|10 .|.|punct|2",
        [("Rebels", "said", "they would free the pilots", "indirect"), ("Rebels", "adding", "talks had begun", "indirect")],
    ),
    "words in marks amid a clause": (
        'The judge said the mayor "lost his head" that night.',
        'The|DT|det|2 judge|NN|nsubj|3 said|VBD|root|0 the|DT|det|5 mayor|NN|obj|3 "|``|punct|7 lost|VBD|ccomp|3 his|PRP$|nmod:poss|9 '
        "head|NN|obj|7 \"|''|punct|7 that|DT|det|12 night|NN|obl|7 .|.|punct|3",
        [("The judge", "said", 'the mayor "lost his head" that night', "mixed")],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_who_said_what(case):
    text, rows, expected = case
    found = [(quote["speaker"], quote["cue"], quote["content"], quote["kind"]) for quote in quotes_of(text, rows)]
    assert found == expected


def test_addressee_of_telling():
    rows = "Rebels|NNS|nsubj|2 told|VBD|root|0 reporters|NNS|iobj|2 that|IN|mark|7 the|DT|det|6 truce|NN|nsubj|7 held|VBD|ccomp|2 .|.|punct|2"
    assert quotes_of("Rebels told reporters that the truce held.", rows)[0]["addressee"] == "reporters"


def test_medium_where_stated():
    rows = (
        "Ruiz|NNP|nsubj|2 said|VBD|root|0 in|IN|case|5 an|DT|det|5 interview|NN|obl|2 that|IN|mark|9 the|DT|det|8 truce|NN|nsubj|9 "
        "held|VBD|ccomp|2 .|.|punct|2"
    )
    assert quotes_of("Ruiz said in an interview that the truce held.", rows)[0]["medium"] == "interview"


@pytest.mark.parametrize(
    "words", ["did|VBD|aux|5 not|RB|advmod|5 say|VB|root|0", "would|MD|aux|5 never|RB|advmod|5 say|VB|root|0"]
)
def test_what_was_not_said_is_negated(words):
    rows = (
        f"The|DT|det|2 bank|NN|nsubj|5 {words} whether|IN|mark|9 loans|NNS|nsubj|9 had|VBD|aux|9 failed|VBN|ccomp|5 .|.|punct|5"
    )
    text = "The bank " + " ".join(row.split("|")[0] for row in words.split()) + " whether loans had failed."
    (quote,) = quotes_of(text, rows)
    assert (quote["polarity"], quote["content"]) == ("negated", "whether loans had failed")


def test_declining_to_say_is_negated():
    rows = "The|DT|det|2 bank|NN|nsubj|3 declined|VBD|root|0 to|TO|mark|5 say|VB|xcomp|3 why|WRB|advmod|8 loans|NNS|nsubj|8 failed|VBD|ccomp|5 .|.|punct|3"
    assert quotes_of("The bank declined to say why loans failed.", rows)[0]["polarity"] == "negated"


def test_nobody_named_is_no_source():
    rows = "It|PRP|nsubj:pass|3 was|VBD|aux:pass|3 reported|VBN|root|0 that|IN|mark|8 the|DT|det|6 dam|NN|nsubj|8 had|VBD|aux|8 burst|VBN|ccomp|3 .|.|punct|3"
    (quote,) = quotes_of("It was reported that the dam had burst.", rows)
    assert (quote["speaker"], quote["reason"]) == ("", "no_source")


def test_a_text_is_no_actor_unless_somebody_issued_it():
    rows = (
        "The|DT|det|2 law|NN|nsubj|3 says|VBZ|root|0 that|IN|mark|7 ports|NNS|nsubj|7 must|MD|aux|7 close|VB|ccomp|3 .|.|punct|3"
    )
    assert quotes_of("The law says that ports must close.", rows)[0]["reason"] == "document"
    rows = "Lima|NNP|nmod:poss|3 's|POS|case|1 report|NN|nsubj|4 says|VBZ|root|0 that|IN|mark|8 ports|NNS|nsubj|8 must|MD|aux|8 close|VB|ccomp|4 .|.|punct|4"
    assert quotes_of("Lima's report says that ports must close.", rows)[0]["reason"] is None


SAID = "said|VBD|root|0 it|PRP|nsubj|{0} fell|VBD|ccomp|{1} .|.|punct|{1}"


@pytest.mark.parametrize(
    ("text", "rows", "issuer"),
    [
        ("Ito's letter said it fell.", "Ito|NNP|nmod:poss|3 's|POS|case|1 letter|NN|nsubj|4 " + SAID.format(6, 4), "Ito"),
        (
            "The letter by Ito said it fell.",
            "The|DT|det|2 letter|NN|nsubj|5 by|IN|case|4 Ito|NNP|nmod|2 " + SAID.format(7, 5),
            "Ito",
        ),
        (
            "The letter seen by Ito said it fell.",
            "The|DT|det|2 letter|NN|nsubj|6 seen|VBN|acl|2 by|IN|case|5 Ito|NNP|obl:agent|3 " + SAID.format(8, 6),
            "",
        ),
        ("Peru's law said it fell.", "Peru|NNP|nmod:poss|3 's|POS|case|1 law|NN|nsubj|4 " + SAID.format(6, 4), ""),
    ],
)
def test_a_text_speaks_for_whoever_issued_it(text, rows, issuer):
    (quote,) = quotes_of(text, rows)
    assert (quote["issuer"], quote["reason"]) == (issuer, None if issuer else "document")


@pytest.mark.parametrize(("article", "issuer"), [("The", "Ito"), ("A", "")])
def test_a_text_told_of_before_speaks_for_its_issuer(article, issuer):
    rows = "Ito|NNP|nsubj|2 issued|VBD|root|0 a|DT|det|4 statement|NN|obj|2 .|.|punct|2 "
    rows += f"{article}|DT|det|7 statement|NN|nsubj|8 said|VBD|root|0 it|PRP|nsubj|10 fell|VBD|ccomp|8 .|.|punct|8"
    (quote,) = quotes_of(f"Ito issued a statement. {article} statement said it fell.", rows)
    assert quote["issuer"] == issuer


def test_a_cue_that_is_not_only_said_is_affirmed():
    rows = "Ito|NNP|nsubj|4 not|RB|advmod|4 only|RB|advmod|4 said|VBD|root|0 it|PRP|nsubj|6 fell|VBD|ccomp|4 .|.|punct|4"
    assert quotes_of("Ito not only said it fell.", rows)[0]["polarity"] == "affirmed"


@pytest.mark.parametrize(("entity", "speakers"), [("PERSON", ["Ruiz"]), ("GPE", [])])
def test_a_headline_is_said_by_the_person_or_body_before_its_colon(entity, speakers):
    doc = tree(
        "Ruiz: The dam is safe.",
        "Ruiz|NNP|root|0 :|:|punct|6 The|DT|det|4 dam|NN|nsubj|6 is|VBZ|cop|6 safe|JJ|parataxis|1 .|.|punct|1",
    )
    doc.ents = [Span(doc, 0, 1, entity)]
    found = Quotes()(doc)._.quotes
    assert [doc.text[slice(*quote.speaker[0])] for quote in found] == speakers


def test_a_quote_reported_by_a_second_source_has_a_parent():
    rows = (
        "Reuters|NNP|nsubj|2 reported|VBD|root|0 that|IN|mark|5 officials|NNS|nsubj|5 said|VBD|ccomp|2 that|IN|mark|9 the|DT|det|8 "
        "truce|NN|nsubj|9 held|VBD|ccomp|5 .|.|punct|2"
    )
    outer, inner = quotes_of("Reuters reported that officials said that the truce held.", rows)
    assert (outer["content"], outer["parent"]) == ("officials said that the truce held", None)
    assert (inner["content"], inner["speaker"], inner["parent"]) == ("the truce held", "officials", 0)


def test_of_two_quotes_that_hold_each_others_cues_one_is_the_parent():
    rows = (
        "Lee|NNP|nsubj|2 said|VBD|root|0 it|PRP|nsubj|4 fell|VBD|ccomp|2 ,|,|punct|8 per|IN|case|8 Acme|NNP|compound|8 "
        "rules|NNS|obl|4 .|.|punct|2"
    )
    found = quotes_of("Lee said it fell, per Acme rules.", rows)
    assert [(quote["content"], quote["parent"]) for quote in found] == [
        ("Lee said it fell", 1),
        ("it fell, per Acme rules", None),
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            'The "so-called" peace ended.',
            "The|DT|det|5 \"|``|punct|3 so-called|JJ|amod|5 \"|''|punct|3 peace|NN|nsubj|6 ended|VBD|root|0 .|.|punct|6",
        ),
        (
            'Jack "Red" Dunn sang.',
            "Jack|NNP|nsubj|6 \"|``|punct|3 Red|NNP|flat|1 \"|''|punct|3 Dunn|NNP|flat|1 sang|VBD|root|0 .|.|punct|6",
        ),
        (
            'She painted "The Long Road" there.',
            "She|PRP|nsubj|2 painted|VBD|root|0 \"|``|punct|6 The|DT|det|6 Long|NNP|compound|6 Road|NNP|obj|2 \"|''|punct|6 there|RB|advmod|2 .|.|punct|2",
        ),
    ],
)
def test_scare_quotes_nicknames_and_titles_are_no_quotes(text, rows):
    assert quotes_of(text, rows) == []


def test_a_transcript_gives_each_turn_to_its_label():
    text = "WN: We swam.\nRuiz: We swam.\nWN: We swam."
    rows = "".join(
        f"{label}|NNP|root|0 :|:|punct|{n} We|PRP|nsubj|{n + 3} swam|VBD|parataxis|{n} .|.|punct|{n + 3} "
        for label, n in (("WN", 1), ("Ruiz", 6), ("WN", 11))
    )
    found = [(quote["speaker"], quote["content"]) for quote in quotes_of(text, rows)]
    assert found == [("WN", "We swam"), ("Ruiz", "We swam"), ("WN", "We swam")]


def test_a_dash_and_a_name_behind_marks_tell_the_speaker():
    rows = "\"|``|punct|3 We|PRP|nsubj|3 swam|VBD|root|0 home|RB|advmod|3 .|.|punct|3 \"|''|punct|3 —|:|punct|8 Ana|NNP|root|0 Ruiz|NNP|flat|8"
    assert [(quote["speaker"], quote["content"]) for quote in quotes_of('"We swam home." — Ana Ruiz', rows)] == [
        ("Ana Ruiz", "We swam home.")
    ]


def test_a_floating_quote_goes_to_the_speaker_before_it():
    text = '"We swam home," Ito said.\n"It was so cold."'
    rows = (
        "\"|``|punct|3 We|PRP|nsubj|3 swam|VBD|ccomp|8 home|RB|advmod|3 ,|,|punct|3 \"|''|punct|3 Ito|NNP|nsubj|8 said|VBD|root|0 .|.|punct|8 "
        "\"|``|punct|14 It|PRP|nsubj|14 was|VBD|cop|14 so|RB|advmod|14 cold|JJ|root|0 .|.|punct|14 \"|''|punct|14"
    )
    first, second = quotes_of(text, rows)
    assert (first["content"], first["speaker"]) == ("We swam home", "Ito")
    assert (second["content"], second["speaker"], second["cue"]) == ("It was so cold.", "Ito", "")
