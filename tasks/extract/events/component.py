"""The spaCy component ``readout_events``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from tasks.extract.extensions import set_extensions


@Language.factory("readout_events", assigns=["doc._.events"], requires=["token.dep", "token.pos", "token.lemma", "doc.sents"])
def create_events(nlp: Language, name: str) -> Events:
    """Make the component for a pipeline."""
    return Events()


class Events:
    """Finds the events of a document."""

    def __init__(self) -> None:
        set_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.events``."""
        doc._.events = []
        return doc
