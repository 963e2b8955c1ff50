"""What a list of instances of a demand or plan holds is asked for or planned, not done."""

from __future__ import annotations

import pytest

from tasks.extract.pipeline import as_doc, load_pipeline
from tasks.records import Document


@pytest.mark.parametrize(
    "text",
    [
        "Norway rejected the union's demands, such as releasing prisoners, lifting sanctions and withdrawing troops.",
        "The rebels listed their demands, including freeing prisoners and withdrawing troops.",
    ],
)
def test_instances_of_a_demand_are_requested(text: str) -> None:
    nlp = load_pipeline()
    events = nlp(as_doc(nlp, Document("d", text)))._.events
    listed = [event for event in events if text[slice(*event.trigger)] in {"releasing", "freeing", "lifting", "withdrawing"}]
    assert len(listed) > 1
    assert {event.status for event in listed} == {"requested"}


def test_speech_acts_of_one_subject_stay_with_their_source() -> None:
    text = "The ministry reported that Norway agreed to open talks but demanded a fine."
    nlp = load_pipeline()
    doc = nlp(as_doc(nlp, Document("d", text)))
    (quote,) = doc._.quotes
    assert text[slice(*quote.content[0])] == "Norway agreed to open talks but demanded a fine"
    (demand,) = (event for event in doc._.events if event.type == "REQUEST")
    assert demand.asserted_by == quote.speaker_actor
