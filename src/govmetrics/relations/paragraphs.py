"""The numbers of a paragraph, and the words of the clause that each stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics.relations.figures import last_words, rows
from govmetrics.relations.words_around import after

if TYPE_CHECKING:
    from govmetrics.relations.figures import Number
    from govmetrics.view import View

_MARKS = ",。;、:\n"
_BEHIND = 20


def paragraphs(view: View) -> list[list[Number]]:
    """The numbers of each paragraph that has any, in order."""
    found: list[list[Number]] = []
    end = 0
    for row in rows(view):
        if not found or view.text.find("\n", end, row[0].start) >= 0:
            found.append([])
        found[-1] += row
        end = row[-1].end
    return found


def clause(view: View, number: Number) -> str:
    """The words of the clause that `number` stands in, without it and those behind the next mark."""
    return last_words(number.before) + after(view.text, number.end, _MARKS, _BEHIND)
