"""Text to bytes in any encoding, without ever refusing a character."""

from __future__ import annotations

import codecs

from govmetrics.errors import UsageError

# Python writes their byte order mark unasked.
_MARKING = frozenset({"utf-8-sig", "utf-16", "utf-32"})


def make_encoder(encoding: str, *, json: bool = False, bom: bool = False) -> codecs.IncrementalEncoder:
    """An encoder that escapes what `encoding` cannot write.

    Args:
        encoding: any name that Python knows.
        json: escape as JSON does.
        bom: put a byte order mark in front.

    Raises:
        UsageError: `encoding` is no encoding of text, or one that has no byte order mark.
    """
    codec = codecs.lookup(known_encoding(encoding))
    made = codecs.getincrementalencoder(codec.name)("govmetrics.json" if json else "backslashreplace")
    if not bom or codec.name in _MARKING:
        return made
    if not codec.name.startswith("utf-"):
        raise UsageError("this encoding has no byte order mark; leave out --bom", encoding)
    return _Marked(made)


def known_encoding(name: str) -> str:
    """`name`, which must be an encoding of text.

    Raises:
        UsageError: Python knows no such encoding.
    """
    try:
        "".encode(name)
    except (LookupError, ValueError):
        raise UsageError("unknown encoding; use a name such as utf-8, gb18030 or big5", name) from None
    return name


def is_utf8(name: str) -> bool:
    """Whether `name` is a spelling of UTF-8, without a byte order mark of its own."""
    return codecs.lookup(name).name == "utf-8"


class _Marked(codecs.IncrementalEncoder):
    """Puts a byte order mark in front of the first text."""

    def __init__(self, inner: codecs.IncrementalEncoder) -> None:
        super().__init__()
        self._inner = inner
        self._mark = "\ufeff"

    def encode(self, input: str, final: bool = False) -> bytes:  # noqa: A002  # the base class names it so
        data = self._inner.encode(self._mark + input, final)
        self._mark = ""
        return data


def _json_escape(error: UnicodeError) -> tuple[str, int]:
    r"""Codec error handler: `\uXXXX` for each UTF-16 unit of what cannot be encoded."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[index : index + 4]}" for index in range(0, len(units), 4)), error.end


codecs.register_error("govmetrics.json", _json_escape)
