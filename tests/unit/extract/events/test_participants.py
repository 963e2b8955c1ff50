"""Who does it to whom, in every construction: one line each, read by the shipped pipeline."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tasks.extract.pipeline import as_doc, load_pipeline
from tasks.records import Document

#: Sentence, trigger, initiators, recipients; participants by a part of their names, separated by commas.
EXAMPLES = """
Mali was attacked by France.|attacked|France|Mali
Mali has been repeatedly attacked by France and Chad.|attacked|France,Chad|Mali
The soldiers who attacked Mali surrendered.|attacked|soldiers|Mali
Mali, which was invaded by France, asked Chad for help.|invaded|France|Mali
Mali, which was invaded by France, asked Chad for help.|asked|Mali|Chad
It was France that attacked Mali.|attacked|France|Mali
France promised to withdraw from Mali.|withdraw|France|
Norway urged Sweden to release the prisoners.|release|Sweden|prisoners
Sweden was urged by Norway to release the prisoners.|urged|Norway|Sweden
Spain extradited the suspect to Peru to be tried for fraud.|tried||suspect
France appealed to Norway to release the prisoners.|release|Norway|prisoners
France called on Norway to cancel the talks.|cancel|Norway|
Forces backing France attacked Mali.|backing|Forces|France
Iran-backed militias attacked Israel.|backed|Iran|militias
Accusing Norway of espionage, Sweden expelled its ambassador.|Accusing|Sweden|Norway
Newly elected president Zelensky met Macron.|elected||Zelensky
France, Germany and Italy condemned Iran and Syria.|condemned|France,Germany,Italy|Iran,Syria
France criticised and threatened Iran.|criticised|France|Iran
Iran said that its demands were met.|met||Iran
France condemned Iran but praised Israel.|praised|France|Israel
Germany, together with France, sanctioned Iran.|sanctioned|Germany,France|Iran
Russia's attacks on Ukraine continued.|attacks|Russia|Ukraine
Russian attacks on Ukraine continued.|attacks|Russia|Ukraine
Ukraine's invasion by Russia began in 2022.|invasion|Russia|Ukraine
Attacks by France and Chad on Mali and Niger killed 20 people.|Attacks|France,Chad|Mali,Niger
An attack was launched by France on Mali.|attack|France|Mali
Iran faces criticism from France.|criticism|France|Iran
The party has the support of Norway.|support|Norway|party
Navalny is a critic of Putin.|critic|Navalny|Putin
France gave Mali weapons.|gave|France|Mali
Mali was given weapons by France.|given|France|Mali
Weapons were sent to Mali by France.|sent|France|Mali
Norway returned a stolen painting to Peru.|returned|Norway|Peru
Macron spoke with Merkel by phone.|spoke|Macron|Merkel
Macron and Merkel spoke by phone.|spoke|Macron,Merkel|
France held talks with Germany and Italy.|talks|France|Germany,Italy
In a phone call with Putin, Trump demanded a ceasefire.|call|Trump|Putin
The two leaders, Putin and Trump, agreed to a ceasefire.|agreed|Putin,Trump|
Iran rejected a French proposal.|rejected|Iran|France
Iran rejected France's demand for an inspection.|demand|France|Iran
Sweden complied with the request of Norway.|complied|Sweden|Norway
Sweden complied with the request of Norway.|request|Norway|Sweden
Sweden suspended the flights at the request of Norway.|request|Norway|Sweden
Sweden condemned the attack on Mali by France. Norway welcomed the attack.|welcomed|Norway|France
The attack on Israel was blamed on Iran.|attack|Iran|Israel
Russian missiles struck Ukraine.|struck|Russia|Ukraine
Rockets fired by rebels hit Israel.|hit|rebels|Israel
Rebels fired rockets at Israel from Lebanon.|fired|Rebels|Israel
Norway wrote a letter urging Sweden to negotiate.|urging|Norway|Sweden
France attacked Mali, then withdrew from Chad at the request of Niger.|request|Niger|France
Norway is in Mali at the invitation of Chad.|invitation|Chad|Norway
Norway announced new lockdown measures.|lockdown|Norway|
Thousands gathered for a rally organised by Greenpeace.|rally|Greenpeace|
Chad was involved in the attack on Mali.|attack|Chad|Mali
Norway joined the talks between Sweden and Iran.|talks|Norway,Sweden,Iran|
Boris Johnson and his aides came under criticism from Greenpeace.|criticism|Greenpeace|Johnson,aides
Norway is under scrutiny.|scrutiny||Norway
Two rebels were killed in an Israeli airstrike in Gaza.|killed|Israel|rebels
Israel killed two rebels in an airstrike.|airstrike|Israel|rebels
Two soldiers died in the attack.|attack||soldiers
Ten students were arrested in a raid by French police.|arrested|French police|students
Macron survived an attack by rebels.|attack|rebels|Macron
In a phone call, Trump encouraged Macron to leave Mali.|call|Trump|Macron
Norway demanded that Iran release the sailors.|demanded|Norway|Iran
France works in cooperation with Germany.|cooperation|France|Germany
Macron announced the reform despite criticism by Greenpeace.|criticism|Greenpeace|Macron
Rebels attacked a base housing French troops.|attacked|Rebels|French troops
Gunmen fired at a bus carrying pilgrims.|fired|Gunmen|pilgrims
Iran rejected a plan that Norway had submitted.|rejected|Iran|Norway
The Supreme Court rejected a lawsuit filed by Texas.|rejected|Supreme Court|Texas
The vote to remove Donald Trump failed.|vote||Trump
Joe Biden is a candidate for the Democratic nomination.|nomination||Biden
Joe Biden sought the nomination of the Democratic Party.|nomination|Democratic Party|
Greenpeace questioned the authority of Norway.|questioned|Greenpeace|Norway
Alexei Navalny was poisoned in Omsk. Norway condemned the attack.|attack||Navalny
Rebels killed Hariri in May. Later Hariri was buried where he was killed.|killed|Rebels|Hariri
Students protested against Lukashenko. The protests spread to Minsk.|protests|Students|Lukashenko
Norway rejected the rebels' demands, such as lifting sanctions against Mali.|lifting||Mali
Sweden did not agree to Mali's demands. Mali demanded an end to French aid.|demands|Mali|Sweden
An impeachment inquiry into Trump was opened. Pelosi knows how impeachment inquiries work.|inquiries||Trump
Police approved a rally by students.|rally|students|
Police met the students, approving only a gathering in Victoria Park.|gathering||
Police closed the square. Two students were arrested.|arrested|Police|students
The government banned rallies after anti-government protests.|protests||government
""".strip().splitlines()


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_pipeline()


@pytest.mark.parametrize("example", EXAMPLES)
def test_participants_of_a_construction(example: str, nlp: Language) -> None:
    text, trigger, initiators, recipients = example.split("|")
    doc = nlp(as_doc(nlp, Document("d", text)))
    names = {actor.actor_id: actor.name for actor in doc._.actors}
    event = next(event for event in doc._.events if text[slice(*event.trigger)] == trigger)
    for ids, wanted in ((event.initiators, initiators), (event.recipients, recipients)):
        found = [names[one] for one in ids]
        parts = list(filter(None, wanted.split(",")))
        assert len(found) == len(parts), found
        assert all(any(part in name for name in found) for part in parts), found


def test_a_country_that_only_an_adjective_names_is_an_actor(nlp: Language) -> None:
    doc = nlp(as_doc(nlp, Document("d", "Chilean jets bombed a village in Peru.")))
    (chile,) = (actor for actor in doc._.actors if actor.country == "CHL")
    (bombing,) = doc._.events
    assert bombing.initiators == (chile.actor_id,) == ("country:CHL",)
    assert [doc.text[mention.start : mention.end] for mention in chile.mentions] == ["Chilean"]
