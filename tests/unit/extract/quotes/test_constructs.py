# ruff: noqa: E501 (a tree is read by the line)
"""Ways to say who said what, one sentence each, with the tree that a parser gives it."""

import pytest

from tests.unit.extract.quotes.trees import quotes_of

CASES = {
    "question in marks before a name": (
        '"Will the bridge hold?" Ruiz asked reporters.',
        "\"|``|punct|5 Will|MD|aux|5 the|DT|det|4 bridge|NN|nsubj|5 hold|VB|ccomp|9 ?|.|punct|5 \"|''|punct|5 Ruiz|NNP|nsubj|9 asked|VBD|root|0 reporters|NNS|iobj|9 .|.|punct|9",
        [("Ruiz", "asked", "Will the bridge hold?", "direct")],
    ),
    "more behind a question in marks": (
        '"Will it hold?" Ruiz asked. "Who knows the answer?"',
        "\"|``|punct|4 Will|MD|aux|4 it|PRP|nsubj|4 hold|VB|ccomp|8 ?|.|punct|4 \"|''|punct|4 Ruiz|NNP|nsubj|8 asked|VBD|root|0 .|.|punct|8 \"|``|root|0 Who|WP|nsubj|12 knows|VBZ|root|0 the|DT|det|14 answer|NN|obj|12 ?|.|punct|12 \"|''|punct|12",
        [("Ruiz", "asked", "Will it hold? / Who knows the answer?", "direct")],
    ),
    "cue amid words in marks": (
        '"This bridge," Ruiz warned, "will fall."',
        "\"|``|punct|3 This|DT|det|3 bridge|NN|nsubj|7 ,|,|punct|3 \"|''|punct|3 Ruiz|NNP|nsubj|7 warned|VBD|root|0 ,|,|punct|11 \"|``|punct|11 will|MD|aux|11 fall|VB|ccomp|7 .|.|punct|11 \"|''|punct|11",
        [("Ruiz", "warned", "This bridge / will fall.", "direct")],
    ),
    "sentence that ends in a cue, then words in marks": (
        'Ruiz agreed. "The bridge is unsafe."',
        "Ruiz|NNP|nsubj|2 agreed|VBD|root|0 .|.|punct|2 \"|``|punct|8 The|DT|det|6 bridge|NN|nsubj|8 is|VBZ|cop|8 unsafe|JJ|ccomp|2 .|.|punct|8 \"|''|punct|8",
        [("Ruiz", "agreed", "The bridge is unsafe.", "direct")],
    ),
    "colon without a cue": (
        'Ruiz mocked her critics: "The bridge is safe."',
        "Ruiz|NNP|nsubj|2 mocked|VBD|root|0 her|PRP$|nmod:poss|4 critics|NNS|obj|2 :|:|punct|10 \"|``|punct|10 The|DT|det|8 bridge|NN|nsubj|10 is|VBZ|cop|10 safe|JJ|ccomp|2 .|.|punct|10 \"|''|punct|10",
        [("Ruiz", ":", "The bridge is safe.", "direct")],
    ),
    "name and colon": (
        'Mayor Ruiz: "We will rebuild the bridge."',
        "Mayor|NNP|nmod:desc|2 Ruiz|NNP|root|0 :|:|punct|7 \"|``|punct|7 We|PRP|nsubj|7 will|MD|aux|7 rebuild|VB|parataxis|2 the|DT|det|9 bridge|NN|obj|7 .|.|punct|7 \"|''|punct|7",
        [("Mayor Ruiz", ":", "We will rebuild the bridge.", "direct")],
    ),
    "in the words of somebody": (
        'In Okoye\'s words, the dam is "a time bomb".',
        "In|IN|case|4 Okoye|NNP|nmod:poss|4 's|POS|case|2 words|NNS|obl|12 ,|,|punct|4 the|DT|det|7 dam|NN|nsubj|12 is|VBZ|cop|12 \"|``|punct|12 a|DT|det|12 time|NN|compound|12 bomb|NN|root|0 \"|''|punct|12 .|.|punct|12",
        [("Okoye", "In", 'the dam is "a time bomb"', "mixed")],
    ),
    "in somebody's view": (
        "In the court's view, the ban violates the constitution.",
        "In|IN|case|5 the|DT|det|3 court|NN|nmod:poss|5 's|POS|case|3 view|NN|obl|9 ,|,|punct|5 the|DT|det|8 ban|NN|nsubj|9 violates|VBZ|root|0 the|DT|det|11 constitution|NN|obj|9 .|.|punct|9",
        [("the court", "In", "the ban violates the constitution", "indirect")],
    ),
    "what an argument is": (
        "The government's argument is that the bridge is unsafe.",
        "The|DT|det|2 government|NN|nmod:poss|4 's|POS|case|2 argument|NN|nsubj:outer|10 is|VBZ|cop|10 that|IN|mark|10 the|DT|det|8 bridge|NN|nsubj|10 is|VBZ|cop|10 unsafe|JJ|root|0 .|.|punct|10",
        [("The government", "argument", "the bridge is unsafe", "indirect")],
    ),
    "noun with its source behind it": (
        "The court dismissed a claim by Okoye that the vote was stolen.",
        "The|DT|det|2 court|NN|nsubj|3 dismissed|VBD|root|0 a|DT|det|5 claim|NN|obj|3 by|IN|case|7 Okoye|NNP|nmod|5 that|IN|mark|12 the|DT|det|10 vote|NN|nsubj:pass|12 was|VBD|aux:pass|12 stolen|VBN|acl|5 .|.|punct|3",
        [("Okoye", "claim", "the vote was stolen", "indirect")],
    ),
    "passive behind what is said": (
        "The dam had burst, it was reported.",
        "The|DT|det|2 dam|NN|nsubj|4 had|VBD|aux|4 burst|VBN|csubj:pass|8 ,|,|punct|4 it|PRP|nsubj:pass|8 was|VBD|aux:pass|8 reported|VBN|root|0 .|.|punct|8",
        [("", "reported", "The dam had burst", "indirect")],
    ),
    "clause that the parse makes the main one": (
        "While Ito said the talks had failed, Okoye said they had not.",
        "While|IN|mark|3 Ito|NNP|nsubj|3 said|VBD|advcl|10 the|DT|det|5 talks|NNS|nsubj|7 had|VBD|aux|7 failed|VBN|ccomp|3 ,|,|punct|3 Okoye|NNP|nsubj|10 said|VBD|root|0 they|PRP|nsubj|12 had|VBD|ccomp|10 not|RB|advmod|12 .|.|punct|10",
        [("Ito", "said", "the talks had failed", "indirect"), ("Okoye", "said", "they had not", "indirect")],
    ),
    "second source at the end": (
        "Ito argued that the vote was unfair, as the court found.",
        "Ito|NNP|nsubj|2 argued|VBD|root|0 that|IN|mark|7 the|DT|det|5 vote|NN|nsubj|7 was|VBD|cop|7 unfair|JJ|ccomp|2 ,|,|punct|12 as|IN|mark|12 the|DT|det|11 court|NN|nsubj|12 found|VBD|advcl|7 .|.|punct|2",
        [("Ito", "argued", "the vote was unfair", "indirect"), ("the court", "found", "the vote was unfair", "indirect")],
    ),
    "participle that points elsewhere": (
        "The army said it had shot down a drone, citing radar data.",
        "The|DT|det|2 army|NN|nsubj|3 said|VBD|root|0 it|PRP|nsubj|6 had|VBD|aux|6 shot|VBN|ccomp|3 down|RP|compound:prt|6 a|DT|det|9 drone|NN|obj|6 ,|,|punct|11 citing|VBG|advcl|6 radar|NN|compound|13 data|NN|obj|11 .|.|punct|3",
        [("The army", "said", "it had shot down a drone", "indirect")],
    ),
    "two cues around one word in marks": (
        'He called it "absurd," and said that it would fail.',
        "He|PRP|nsubj|2 called|VBD|root|0 it|PRP|obj|2 \"|``|punct|5 absurd|JJ|xcomp|2 ,|,|punct|2 \"|''|punct|5 and|CC|cc|9 said|VBD|conj|2 that|IN|mark|13 it|PRP|nsubj|13 would|MD|aux|13 fail|VB|ccomp|9 .|.|punct|2",
        [("He", "called", 'it "absurd,"', "mixed"), ("He", "said", "it would fail", "indirect")],
    ),
    "refer": (
        'Ito referred to the riots as "acts of terror".',
        "Ito|NNP|nsubj|2 referred|VBD|root|0 to|IN|case|5 the|DT|det|5 riots|NNS|obl|2 as|IN|case|8 \"|``|punct|8 acts|NNS|obl|2 of|IN|case|10 terror|NN|nmod|8 \"|''|punct|8 .|.|punct|2",
        [("Ito", "referred", 'the riots as "acts of terror"', "mixed")],
    ),
    "number as speaker": (
        'About four in ten said they were "angry" with the mayor.',
        "About|RB|advmod|2 four|CD|nsubj|5 in|IN|case|4 ten|CD|nmod|2 said|VBD|root|0 they|PRP|nsubj|9 were|VBD|cop|9 \"|``|punct|9 angry|JJ|ccomp|5 \"|''|punct|9 with|IN|case|13 the|DT|det|13 mayor|NN|obl|9 .|.|punct|5",
        [("About four in ten", "said", 'they were "angry" with the mayor', "mixed")],
    ),
    "nested, in single marks": (
        "\"He told me 'leave the town' and then he ran,\" Ruiz said.",
        "\"|``|punct|3 He|PRP|nsubj|3 told|VBD|ccomp|17 me|PRP|iobj|3 '|``|punct|6 leave|VB|ccomp|3 the|DT|det|8 town|NN|obj|6 '|''|punct|6 and|CC|cc|13 then|RB|advmod|13 he|PRP|nsubj|13 ran|VBD|conj|3 ,|,|punct|3 \"|''|punct|3 Ruiz|NNP|nsubj|17 said|VBD|root|0 .|.|punct|17",
        [("Ruiz", "said", "He told me 'leave the town' and then he ran", "direct"), ("He", "told", "leave the town", "direct")],
    ),
    "double marks of two characters": (
        "Ito called him a ``hopeless liar'' on Monday.",
        "Ito|NNP|nsubj|2 called|VBD|root|0 him|PRP|obj|2 a|DT|det|8 `|``|punct|8 `|``|punct|8 hopeless|JJ|amod|8 liar|NN|xcomp|2 ''|''|punct|8 on|IN|case|11 Monday|NNP|obl|2 .|.|punct|2",
        [("Ito", "called", "him a ``hopeless liar''", "mixed")],
    ),
    "two levels": (
        "Officials said the truce held, Reuters reported.",
        "Officials|NNS|nsubj|2 said|VBD|ccomp|8 the|DT|det|4 truce|NN|nsubj|5 held|VBD|ccomp|2 ,|,|punct|2 Reuters|NNP|nsubj|8 reported|VBD|root|0 .|.|punct|8",
        [
            ("Reuters", "reported", "Officials said the truce held", "indirect"),
            ("Officials", "said", "the truce held", "indirect"),
        ],
    ),
    "dateline that the parse makes a speech": (
        "BONN — Spain agreed to talk.",
        "BONN|NNP|root|0 —|:|punct|4 Spain|NNP|nsubj|4 agreed|VBD|parataxis|1 to|TO|mark|6 talk|VB|xcomp|4 .|.|punct|4",
        [],
    ),
    "second cue behind a comma in marks": (
        'Ito said the dam "cost millions," further saying, "It still leaks."',
        "Ito|NNP|nsubj|2 said|VBD|root|0 the|DT|det|4 dam|NN|nsubj|6 \"|``|punct|6 cost|VBD|ccomp|2 millions|NNS|obj|6 ,|,|punct|6 \"|''|punct|6 further|RB|advmod|11 saying|VBG|advcl|6 ,|,|punct|16 \"|``|punct|16 It|PRP|nsubj|16 still|RB|advmod|16 leaks|VBZ|ccomp|11 .|.|punct|16 \"|''|punct|16",
        [("Ito", "said", 'the dam "cost millions,"', "mixed"), ("Ito", "saying", "It still leaks.", "direct")],
    ),
    "sentence behind a colon": (
        "Ito says that this is wrong: nobody drowned.",
        "Ito|NNP|nsubj|2 says|VBZ|root|0 that|IN|mark|6 this|DT|nsubj|6 is|VBZ|cop|6 wrong|JJ|ccomp|2 :|:|punct|9 nobody|NN|nsubj|9 drowned|VBD|parataxis|2 .|.|punct|2",
        [("Ito", "says", "this is wrong / nobody drowned", "indirect")],
    ),
    "as demanded": (
        "The port will close, as Peru demanded.",
        "The|DT|det|2 port|NN|nsubj|4 will|MD|aux|4 close|VB|root|0 ,|,|punct|8 as|IN|mark|8 Peru|NNP|nsubj|8 demanded|VBD|advcl|4 .|.|punct|4",
        [],
    ),
    "plan, no proposition": (
        "Ruiz pledged converting the barracks into a school.",
        "Ruiz|NNP|nsubj|2 pledged|VBD|root|0 converting|VBG|xcomp|2 the|DT|det|5 barracks|NNS|obj|3 into|IN|case|8 a|DT|det|8 school|NN|obl|3 .|.|punct|2",
        [],
    ),
    "open question": (
        "Flynn urged the crowd to consider what the judges are hiding.",
        "Flynn|NNP|nsubj|2 urged|VBD|root|0 the|DT|det|4 crowd|NN|iobj|2 to|TO|mark|6 consider|VB|xcomp|2 what|WP|obj|11 the|DT|det|9 judges|NNS|nsubj|11 are|VBP|aux|11 hiding|VBG|ccomp|6 .|.|punct|2",
        [],
    ),
    "name behind a comma that the parse takes for what explains the noun before": (
        "Although Ruiz lost ground to the mayor, lawyer Ito stressed that it fell.",
        "Although|IN|mark|3 Ruiz|NNP|nsubj|3 lost|VBD|advcl|11 ground|NN|obj|3 to|IN|case|7 the|DT|det|7 mayor|NN|nmod|4 ,|,|punct|3 lawyer|NN|nmod:desc|10 Ito|NNP|appos|7 stressed|VBD|root|0 that|IN|mark|14 it|PRP|nsubj|14 fell|VBD|ccomp|11 .|.|punct|11",
        [("lawyer Ito", "stressed", "it fell", "indirect")],
    ),
    "question with if": (
        "The mayor asked if the dam was safe.",
        "The|DT|det|2 mayor|NN|nsubj|3 asked|VBD|root|0 if|IN|mark|8 the|DT|det|6 dam|NN|nsubj|8 was|VBD|cop|8 safe|JJ|ccomp|3 .|.|punct|3",
        [("The mayor", "asked", "if the dam was safe", "indirect")],
    ),
    "question of nobody named": (
        "Asked whether the dam was safe, Ito laughed.",
        "Asked|VBN|advcl|9 whether|IN|mark|6 the|DT|det|4 dam|NN|nsubj|6 was|VBD|cop|6 safe|JJ|ccomp|1 ,|,|punct|1 Ito|NNP|nsubj|9 laughed|VBD|root|0 .|.|punct|9",
        [("", "Asked", "whether the dam was safe", "indirect")],
    ),
    "attitude": (
        "Okoye is confident that the dam will hold.",
        "Okoye|NNP|nsubj|3 is|VBZ|cop|3 confident|JJ|root|0 that|IN|mark|8 the|DT|det|6 dam|NN|nsubj|8 will|MD|aux|8 hold|VB|ccomp|3 .|.|punct|3",
        [("Okoye", "confident", "the dam will hold", "indirect")],
    ),
    "degree": (
        "Okoye is confident enough that he sleeps.",
        "Okoye|NNP|nsubj|3 is|VBZ|cop|3 confident|JJ|root|0 enough|RB|advmod|3 that|IN|mark|7 he|PRP|nsubj|7 sleeps|VBZ|advcl|3 .|.|punct|3",
        [],
    ),
    "claims rejected": (
        "Ito rejected claims that the dam was unsafe.",
        "Ito|NNP|nsubj|2 rejected|VBD|root|0 claims|NNS|obj|2 that|IN|mark|8 the|DT|det|6 dam|NN|nsubj|8 was|VBD|cop|8 unsafe|JJ|acl|3 .|.|punct|2",
        [("Ito", "rejected", "the dam was unsafe", "indirect")],
    ),
    "claims of others": (
        "The deal fell amid claims that the dam was unsafe.",
        "The|DT|det|2 deal|NN|nsubj|3 fell|VBD|root|0 amid|IN|case|5 claims|NNS|obl|3 that|IN|mark|10 the|DT|det|8 dam|NN|nsubj|10 was|VBD|cop|10 unsafe|JJ|acl|5 .|.|punct|3",
        [],
    ),
    "cue around a semicolon": (
        '"We are safe here;" read the letter; "we stay."',
        "\"|``|punct|4 We|PRP|nsubj|4 are|VBP|cop|4 safe|JJ|ccomp|8 here|RB|advmod|4 ;|:|punct|4 \"|''|punct|4 read|VBD|root|0 the|DT|det|10 letter|NN|nsubj|8 ;|:|punct|14 \"|``|punct|14 we|PRP|nsubj|14 stay|VBP|parataxis|8 .|.|punct|14 \"|''|punct|14",
        [("the letter", "read", "We are safe here / we stay.", "direct")],
    ),
    "abbreviation at the end of a sentence": (
        'Ito said it fell at 7 p.m. "We are safe now," said Ruiz.',
        "Ito|NNP|nsubj|2 said|VBD|root|0 it|PRP|nsubj|4 fell|VBD|ccomp|2 at|IN|case|6 7|CD|obl|4 p.m.|NN|nmod:unmarked|6 \"|``|punct|11 We|PRP|nsubj|11 are|VBP|cop|11 safe|JJ|parataxis|4 now|RB|advmod|11 ,|,|punct|4 \"|''|punct|11 said|VBD|parataxis|2 Ruiz|NNP|nsubj|15 .|.|punct|2",
        [("Ito", "said", "it fell at 7 p.m.", "indirect"), ("Ruiz", "said", "We are safe now", "direct")],
    ),
    "contrast with others": (
        "Ito said the dam was safe, while Ruiz said it leaked.",
        "Ito|NNP|nsubj|2 said|VBD|root|0 the|DT|det|4 dam|NN|nsubj|6 was|VBD|cop|6 safe|JJ|ccomp|2 ,|,|punct|10 while|IN|mark|10 Ruiz|NNP|nsubj|10 said|VBD|advcl|6 it|PRP|nsubj|12 leaked|VBD|ccomp|10 .|.|punct|2",
        [("Ito", "said", "the dam was safe", "indirect"), ("Ruiz", "said", "it leaked", "indirect")],
    ),
    "let us say": (
        "Let's say the dam breaks.",
        "Let|VB|root|0 's|PRP|obj|1 say|VB|xcomp|1 the|DT|det|5 dam|NN|nsubj|6 breaks|VBZ|ccomp|3 .|.|punct|1",
        [],
    ),
    "aside on a source": (
        "According to Ito, who leads the firm, the dam is safe.",
        "According|VBG|case|3 to|IN|fixed|1 Ito|NNP|obl|13 ,|,|punct|6 who|WP|nsubj|6 leads|VBZ|acl:relcl|3 the|DT|det|8 firm|NN|obj|6 ,|,|punct|13 the|DT|det|11 dam|NN|nsubj|13 is|VBZ|cop|13 safe|JJ|root|0 .|.|punct|13",
        [("Ito", "According to", "the dam is safe", "indirect")],
    ),
    "second clause that the parse hangs on the cue": (
        "Ito said the dam leaked, and that it would break.",
        "Ito|NNP|nsubj|2 said|VBD|root|0 the|DT|det|4 dam|NN|nsubj|5 leaked|VBD|ccomp|2 ,|,|punct|11 and|CC|cc|11 that|IN|mark|11 it|PRP|nsubj|11 would|MD|aux|11 break|VB|conj|2 .|.|punct|2",
        [("Ito", "said", "the dam leaked, and that it would break", "indirect")],
    ),
    "subject of the clause that the parse lends to the cue": (
        "Analysts suggested traders used the port.",
        "Analysts|NNS|nsubj|2 suggested|VBD|root|0 traders|NNS|nsubj|2 used|VBD|ccomp|2 the|DT|det|6 port|NN|obj|4 .|.|punct|2",
        [("Analysts", "suggested", "traders used the port", "indirect")],
    ),
    "subject of the cue that the parse gives to the clause": (
        "Ito, a judge, cautioned justice is slow.",
        "Ito|NNP|nsubj|9 ,|,|punct|4 a|DT|det|4 judge|NN|appos|1 ,|,|punct|1 cautioned|VBD|root|0 justice|NN|nsubj|9 is|VBZ|cop|9 slow|JJ|ccomp|6 .|.|punct|6",
        [("Ito, a judge", "cautioned", "justice is slow", "indirect")],
    ),
    "subject that the parse gives to an opening participle": (
        "Speaking in Oslo, Ito said it fell.",
        "Speaking|VBG|advcl|6 in|IN|case|3 Oslo|NNP|obl|1 ,|,|punct|1 Ito|NNP|nsubj|1 said|VBD|root|0 it|PRP|nsubj|8 fell|VBD|ccomp|6 .|.|punct|6",
        [("Ito", "said", "it fell", "indirect")],
    ),
    "plan that does not speak": (
        "Ito declared her will to stay, saying it was late.",
        "Ito|NNP|nsubj|2 declared|VBD|root|0 her|PRP$|nmod:poss|4 will|NN|obj|2 to|TO|mark|6 stay|VB|acl|4 ,|,|punct|8 saying|VBG|advcl|6 it|PRP|nsubj|11 was|VBD|cop|11 late|JJ|ccomp|8 .|.|punct|2",
        [("Ito", "saying", "it was late", "indirect")],
    ),
    "passive that finds things": (
        "No boats were found along the coast they took.",
        "No|DT|det|2 boats|NNS|nsubj:pass|4 were|VBD|aux:pass|4 found|VBN|root|0 along|IN|case|7 the|DT|det|7 coast|NN|obl|4 they|PRP|nsubj|9 took|VBD|ccomp|4 .|.|punct|4",
        [],
    ),
    "song without marks": (
        "Children sang, Ruiz prayed.",
        "Children|NNS|nsubj|2 sang|VBD|root|0 ,|,|punct|5 Ruiz|NNP|nsubj|5 prayed|VBD|ccomp|2 .|.|punct|2",
        [],
    ),
    "second verb of the speaker": (
        "Ruiz said it leaked and urged them to look, and why wait.",
        "Ruiz|NNP|nsubj|2 said|VBD|root|0 it|PRP|nsubj|4 leaked|VBD|ccomp|2 and|CC|cc|6 urged|VBD|conj|2 them|PRP|obj|6 to|TO|mark|9 look|VB|xcomp|6 ,|,|punct|13 and|CC|cc|13 why|WRB|advmod|13 wait|VB|conj|4 .|.|punct|2",
        [("Ruiz", "said", "it leaked", "indirect")],
    ),
    "sentence in marks that the parse hangs on the cue before": (
        "''It fell,'' Ito said. ''It will be rebuilt.''",
        "''|``|punct|3 It|PRP|nsubj|3 fell|VBD|ccomp|7 ,|,|punct|3 ''|''|punct|3 Ito|NNP|nsubj|7 said|VBD|root|0 .|.|punct|7 ''|``|punct|13 It|PRP|nsubj|13 will|MD|aux|13 be|VB|aux:pass|13 rebuilt|VBN|obj|7 .|.|punct|13 ''|''|punct|13",
        [("Ito", "said", "It fell / It will be rebuilt.", "direct")],
    ),
    "sentence read out": (
        'The sign reads "The dam is closed today."',
        "The|DT|det|2 sign|NN|nsubj|3 reads|VBZ|root|0 \"|``|punct|8 The|DT|det|6 dam|NN|nsubj|8 is|VBZ|cop|8 closed|JJ|parataxis|3 today|NN|obl:unmarked|8 .|.|punct|8 \"|''|punct|8",
        [("The sign", "reads", "The dam is closed today.", "direct")],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_construct(case):
    text, rows, expected = case
    found = [(quote["speaker"], quote["cue"], quote["content"], quote["kind"]) for quote in quotes_of(text, rows)]
    assert found == expected
