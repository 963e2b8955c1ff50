"""The spaCy component ``readout_quotes``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from tasks.extract.extensions import set_extensions
from tasks.extract.quotes.assemble import extract_quotes


@Language.factory("readout_quotes", assigns=["doc._.quotes"], requires=["token.dep", "token.pos", "token.lemma", "doc.sents"])
def create_quotes(nlp: Language, name: str) -> Quotes:
    """Make the component for a pipeline."""
    return Quotes()


class Quotes:
    """Finds the quotes of a document."""

    def __init__(self) -> None:
        set_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.quotes``."""
        doc._.quotes = extract_quotes(doc)
        return doc
