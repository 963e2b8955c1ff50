"""Which sense a word has beside which arguments, and where it tells no event: own sentences, read by the shipped pipeline."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tasks.extract.pipeline import as_doc, load_pipeline
from tasks.records import Document

#: Sentence, then trigger and type, separated by commas; "-" where the word tells no event.
EXAMPLES = """
Russian jets struck the port of Odesa.|struck:ASSAULT
The two companies struck a deal on gas.|struck:-,deal:AGREE
Nurses at the hospital struck for better pay.|struck:PROTEST
Nurses voted to strike over pay.|strike:PROTEST
A drone strike on the base killed two soldiers.|strike:ASSAULT
A teachers' strike closed schools in Oslo.|strike:PROTEST
The idea struck him as odd.|struck:-
The president fired his defence minister.|fired:LEAVE
Rebels fired rockets at the airport.|fired:ASSAULT
Police fired tear gas at the crowd.|fired:COERCE
A fire destroyed the warehouse.|destroyed:HARM
Soldiers opened fire on the protesters.|opened:ASSAULT
Prosecutors charged the mayor with fraud.|charged:RULE
The airline charged passengers for bags.|charged:-
The minister is in charge of schools.|charge:-
He denied the charges against him.|denied:REJECT,charges:RULE
Thousands rallied in Tbilisi against the government.|rallied:PROTEST
Shares rallied after the vote.|rallied:-,vote:VOTE
Kosovo's leaders rallied behind the president.|rallied:SUPPORT
Thousands marched through Paris to protest against the law.|marched:PROTEST,protest:PROTEST
Troops marched into the city.|marched:MOBILIZE
The report was published in March.|March:-
Norway backed the proposal.|backed:SUPPORT
The minister backed down over the tax.|backed:CONCEDE
He hurt his back in the accident.|back:-
Chile and Peru signed a treaty.|signed:AGREE
The governor signed the bill into law.|signed:LEGISLATE
There is no sign of life on the planet.|sign:-
Iran released two French prisoners.|released:RETREAT
The band released a new album.|released:-
The ministry released a report on trade.|released:-
The company announced the release of a new phone.|release:-
Families demanded the release of the hostages.|demanded:REQUEST,release:RETREAT
Norway released the Irish trawler.|released:RETREAT
Critics raised concerns about the plan.|raised:ACCUSE
The central bank raised interest rates.|raised:-
The government raised tariffs on steel.|raised:-,tariffs:SANCTION
Prosecutors dropped the charges against him.|dropped:CONCEDE
Warplanes dropped bombs on the village.|dropped:ASSAULT
Temperatures dropped below zero.|dropped:-
She dropped out of the race for mayor.|dropped:LEAVE
The EU lifted sanctions on Syria.|lifted:CONCEDE
The crane lifted the container.|lifted:-
The club sacked its coach.|sacked:LEAVE
Soldiers sacked the town.|sacked:ASSAULT
The opposition tabled a motion of no confidence.|tabled:LEGISLATE
The parliament passed a law on privacy.|passed:LEGISLATE
She passed the exam.|passed:-
An earthquake hit northern Turkey.|hit:HARM
A missile hit a school in Kharkiv.|hit:ASSAULT
The film was a hit.|hit:-
The EU pressed Serbia to recognise Kosovo.|pressed:REQUEST,recognise:SUPPORT
He pressed the button.|pressed:-
The US sent arms to Ukraine.|sent:AID
He broke both arms.|arms:-
Doha hosted talks between the two sides.|hosted:-,talks:CONSULT
President Macron hosted Chancellor Scholz in Paris.|hosted:CONSULT
She will run for president in May.|run:APPOINT
He runs a small company.|runs:-
The senator won the election.|won:APPOINT,election:VOTE
Brazil won the match against Chile.|won:-
Kim leads the country.|leads:-
Activists led a protest in Minsk.|led:-,protest:PROTEST
Prices fell by ten percent.|fell:-
The court ordered the release of the journalist.|ordered:RULE,release:RETREAT
The general ordered his troops to withdraw.|ordered:REQUEST,withdraw:RETREAT
He ordered a pizza.|ordered:-
The opposition called for new elections.|called:REQUEST,elections:VOTE
Biden called Netanyahu on Tuesday.|called:CONSULT
Biden called Trump a clown.|called:-
Police raided the offices of the newspaper.|raided:COERCE
Militants raided the village.|raided:ASSAULT
Police clashed with demonstrators in Lagos.|clashed:ASSAULT
The colours clashed.|clashed:-
The army drafted thousands of men.|drafted:MOBILIZE
Lawmakers drafted a bill on asylum.|drafted:LEGISLATE
A leak in the pipe flooded the cellar.|leak:-
The minister leaked the letter.|leaked:-
Ethiopia and Eritrea held talks in Cairo.|talks:CONSULT
Germany imposed sanctions on Belarus.|sanctions:SANCTION
The rebels launched an attack on the barracks.|attack:ASSAULT
Canada took in two hundred refugees.|took:AID
Hungary pulled out of the treaty.|pulled:SANCTION
Mali broke off diplomatic relations with Ukraine.|broke:SANCTION
The two countries restored diplomatic relations.|restored:SUPPORT
The governor stepped down.|stepped:LEAVE
The general took over as president.|took:APPOINT
She was sworn in as prime minister.|sworn:APPOINT
The prime minister resigned.|resigned:LEAVE
The jury found him guilty.|found:RULE
The judge sentenced the killer to life in prison.|sentenced:RULE
The UN appealed for calm.|appealed:REQUEST
Voters in Latvia went to the polls.|went:VOTE
Parliament voted against the budget.|voted:VOTE
The party received twenty percent of the vote.|vote:-
Two people died in the crash.|died:HARM
The storm killed five people.|killed:HARM
The virus has killed a thousand people.|killed:HARM
The gunman killed five people.|killed:ASSAULT
The team was eliminated in the first round.|eliminated:-
Spain defeated Italy in the final.|defeated:-
The army defeated the rebels.|defeated:ASSAULT
The scientists proposed that the bird could fly.|proposed:-
Norway proposed that talks be held in Oslo.|proposed:REQUEST,talks:CONSULT
She asked him what he wanted.|asked:-
She asked him to leave the country.|asked:REQUEST
I agree with that.|agree:-
Japan agreed to cut tariffs.|agreed:AGREE
The ministers agreed that the troops would leave.|agreed:AGREE
Critics agree that the film is too long.|agree:-
Doctors ruled out cancer.|ruled:-
The chancellor ruled out new sanctions.|ruled:REJECT
The Greens ruled out a coalition with the party.|ruled:REJECT
The president held a campaign rally in Ohio.|rally:-
He was nominated for an Oscar.|nominated:-
The party nominated her for president.|nominated:APPOINT
The sanctioned race began on Monday.|sanctioned:-
Washington sanctioned three Russian banks.|sanctioned:SANCTION
The video captured two men.|captured:-
Rebels captured the town of Goma.|captured:COERCE
The police surrounded the building.|surrounded:MOBILIZE
The surrounding hills are green.|surrounding:-
Firefighters battled the blaze.|battled:-
She lost her battle with cancer.|battle:-
The minister apologised to the victims.|apologised:SUPPORT
The mayor expressed regret over the deaths.|expressed:SUPPORT
Iran shared intelligence with Syria.|shared:COOPERATE
The two navies held joint exercises.|exercises:COOPERATE
China held military exercises near Taiwan.|exercises:MOBILIZE
Seoul warned that it would respond.|warned:THREATEN
The weather service issued a flood warning.|warning:-
North Korea threatened to test a missile.|threatened:THREATEN,test:MOBILIZE
Hackers attacked the ministry's website.|attacked:COERCE
Senators attacked the proposal.|attacked:ACCUSE
Senators attacked the minister for his remarks.|attacked:ACCUSE
He is suffering from pneumonia.|suffering:HARM
The city suffers from power cuts.|suffers:-
The government banned the party.|banned:COERCE
The law bans smoking.|bans:-
The EU banned imports of Russian oil.|banned:SANCTION
The parliament impeached the president.|impeached:RULE
The town fell to the rebels.|fell:COERCE
Her lawyers appealed the ruling.|appealed:RULE
""".strip().splitlines()


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_pipeline()


@pytest.mark.parametrize("example", EXAMPLES)
def test_sense_of_a_word(example: str, nlp: Language) -> None:
    text, wanted = example.split("|")
    found = {text[slice(*event.trigger)]: event.type for event in nlp(as_doc(nlp, Document("d", text)))._.events}
    for word, event_type in (part.split(":") for part in wanted.split(",")):
        assert found.get(word, "-") == event_type, found
