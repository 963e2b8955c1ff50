"""Bytes to text as it is stored: charset, line ends, control characters; nothing else is changed."""

from __future__ import annotations

import codecs
import re

from tasks.errors import SkippableError

#: Control characters other than line feed and tab; surrogates and non-characters, which no encoding can store.
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x85")
#: UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"<(?:meta|\?xml)\b[^>]*?\b(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9._:-]+)", re.IGNORECASE)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 65_536
#: Bytes that only a binary file has in this number.
_BINARY_SHARE = 0.02


def marked_encoding(start: bytes) -> tuple[str, int] | None:
    """Return encoding and length of the byte order mark with which the bytes begin, if any."""
    return next(((name, len(mark)) for mark, name in _MARKS if start.startswith(mark)), None)


def declared_encoding(page: bytes) -> str | None:
    """Return the encoding that a web page declares in its markup, None where that says no more than UTF-8 or Windows-1252 do."""
    if (label := _DECLARED.search(page[:_SAMPLE])) is None:
        return None
    try:
        name = codecs.lookup(label[1].decode("ascii")).name
    except LookupError:
        return None
    # What can be read as ASCII, to find the label, is no UTF-16; and Latin-1 on the web means Windows-1252.
    return None if name.startswith("utf") or name in {"ascii", "iso8859-1"} else name


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text of the bytes: by byte order mark, else UTF-8, else as declared, else as Windows-1252.

    English text that is not UTF-8 is Windows-1252 (which holds all of Latin-1 that can be seen) nearly always. Detectors
    guess worse than that on a line or two: they read the bytes of "It’s" as Chinese.

    Args:
        data: the bytes.
        declared: an encoding that the source states; it counts where the bytes are no UTF-8 and fit it.

    Raises:
        SkippableError: R105, the bytes are not text.
    """
    if marked := marked_encoding(data[:4]):
        encoding, length = marked
        return data[length:].decode(encoding, errors="replace")
    if len(_CONTROLS.findall(data[:_SAMPLE])) > _BINARY_SHARE * len(data[:_SAMPLE]):
        hint = "Convert it to text or HTML first, or give it an ending that says what it is."
        raise SkippableError("R105", "The content is not text.", hint)
    for encoding in filter(None, ("utf-8", declared)):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):  # the latter: a codec, but not one of text
            continue
    return data.decode("cp1252", errors="replace")


def clean(text: str) -> str:
    """Return the text as stored: line ends as line feeds, no control characters, no byte order marks, no space around it."""
    return _UNWANTED.sub("", _LINE_ENDS.sub("\n", text)).strip()
