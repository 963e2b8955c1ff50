"""The spaCy component ``readout_actors``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from tasks.extract.actors.gazetteer import load_gazetteer
from tasks.extract.actors.resolve import resolve
from tasks.extract.extensions import set_extensions


@Language.factory("readout_actors", assigns=["doc._.actors"], requires=["token.dep", "token.pos", "token.lemma", "doc.sents"])
def create_actors(nlp: Language, name: str) -> Actors:
    """Make the component for a pipeline."""
    return Actors()


class Actors:
    """Finds the actors of a document and ties the speakers of its quotes to them."""

    def __init__(self) -> None:
        set_extensions()
        self._gazetteer = load_gazetteer()

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.actors``, and speaker and addressee of ``doc._.quotes``."""
        doc._.actors, doc._.quotes = resolve(doc, self._gazetteer)
        return doc
