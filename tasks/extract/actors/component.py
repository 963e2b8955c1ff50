"""The spaCy component ``readout_actors``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from tasks.extract.actors.gazetteer import load_gazetteer
from tasks.extract.actors.resolve import resolve
from tasks.extract.extensions import set_extensions


@Language.factory(
    "readout_actors",
    assigns=["doc._.actors"],
    requires=["token.dep", "token.pos", "token.lemma", "doc.sents"],
    default_config={"catalogue": []},
)
def create_actors(nlp: Language, name: str, catalogue: list[str]) -> Actors:
    """Make the component for a pipeline; the catalogue's files are the user's own, which win over the shipped ones."""
    return Actors(catalogue)


class Actors:
    """Finds the actors of a document and ties the speakers of its quotes to them."""

    def __init__(self, catalogue: Sequence[str] = ()) -> None:
        set_extensions()
        self._gazetteer = load_gazetteer(*map(Path, catalogue))

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.actors``, and speaker and addressee of ``doc._.quotes``."""
        doc._.actors, doc._.quotes = resolve(doc, self._gazetteer)
        return doc
