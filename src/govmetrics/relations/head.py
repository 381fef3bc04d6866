"""Where the head of a report stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govmetrics.model import Span
    from govmetrics.view import View


def title(view: View) -> Span:
    """The place of the title, or of the first line that is not empty."""
    text, words = view.text, view.document.title
    start = text.find(words) if words else -1
    if words is None or start < 0:
        start = len(text) - len(text.lstrip())
        words = text[start:].partition("\n")[0]
    return view.span(start, start + max(1, len(words)))
