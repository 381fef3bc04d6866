"""Words of a report that any encoding can write, and the sentence around a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from govmetrics.model import Span

LONGEST: Final = 120
_SENTENCE_ENDS: Final = "。！？!?\n"


def clean(text: str) -> str:
    """`text` with a replacement character for each half of a surrogate pair, which no encoding can write."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\N{REPLACEMENT CHARACTER}" if "\ud800" <= sign <= "\udfff" else sign for sign in text)
    return text


def snippet(text: str, span: Span) -> str:
    """The sentence with `span`, or as much of it around the span as fits, on one line."""
    room = LONGEST - 2
    last = min(span.end, span.start + room)
    spare = room - (last - span.start)
    low, high = max(0, span.start - spare), min(len(text), last + spare)
    start = max(low, *(text.rfind(sign, low, span.start) + 1 for sign in _SENTENCE_ENDS))
    ends = (text.find(sign, max(span.start, last - 1), high) for sign in _SENTENCE_ENDS)
    end = min(high, *(at + 1 for at in ends if at >= 0), high)
    before = min(span.start - start, max(spare // 2, spare - (end - last)))
    first, last = span.start - before, min(end, span.start - before + room)
    left = "" if first == 0 or text[first - 1] in _SENTENCE_ENDS else "…"
    right = "" if last == len(text) or text[last - 1] in _SENTENCE_ENDS else "…"
    return left + " ".join(text[first:last].split()) + right
