"""The spaCy component ``readout_actors``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from tasks.extract.extensions import set_extensions


@Language.factory("readout_actors", assigns=["doc._.actors"], requires=["token.dep", "token.pos", "token.lemma", "doc.sents"])
def create_actors(nlp: Language, name: str) -> Actors:
    """Make the component for a pipeline."""
    return Actors()


class Actors:
    """Finds the actors of a document."""

    def __init__(self) -> None:
        set_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.actors``."""
        doc._.actors = []
        return doc
