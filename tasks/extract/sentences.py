"""The spaCy component `readout_sentences`: boundaries that layout and punctuation decide, set before the parser."""

from spacy.language import Language
from spacy.tokens import Doc, Token

CLOSING = frozenset({")", "]", "}", "”", "''", "’’", "»"})
"""Marks that end something and so never begin a sentence."""
STRAIGHT = frozenset({'"', "'", "’"})
"""Marks that open or close; the space around them tells which."""
INNER = frozenset({",", ";", ".", "?", "!", "%", "’s", "'s"})
"""Tokens that never begin a sentence, unless they begin a line."""


@Language.factory("readout_sentences", assigns=["token.is_sent_start"])
def create_sentences(nlp: Language, name: str) -> "Sentences":
    """Make the component for a pipeline."""
    return Sentences()


class Sentences:
    """Set the sentence boundaries that need no parser; all others stay open for the parser.

    A line break ends a sentence (headings and paragraphs stand on lines of their own). No sentence begins at a closing
    quote mark or bracket, at a mark that belongs to what precedes, or at white space.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Set `token.is_sent_start` where it is certain."""
        begins_line = True
        for token in doc:
            if token.is_space:
                token.is_sent_start = token.i == 0
                begins_line = begins_line or "\n" in token.text or "\r" in token.text
            elif begins_line:
                token.is_sent_start = True
                begins_line = False
            elif token.text in CLOSING or token.text in INNER or _closes(token):
                token.is_sent_start = False
        return doc


def _closes(token: Token) -> bool:
    """Whether a straight quote mark closes: it follows a word and no word follows it."""
    if token.text not in STRAIGHT or token.nbor(-1).whitespace_:
        return False
    return bool(token.whitespace_) or token.i + 1 == len(token.doc) or not token.nbor(1).is_alpha
