"""Series of numbered headings and items, and the breaks in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from govmetrics.relations.numbering.headings import Mark, Style

Fault: TypeAlias = Literal["missing", "skipped", "repeated", "order"]


class Break(NamedTuple):
    """A mark whose number does not follow from the one before.

    Attributes:
        expected: the number that belongs there.
        before: the mark that it should follow; None for the first of a series.
    """

    fault: Fault
    mark: Mark
    expected: int
    before: Mark | None


class Series:
    """Marks of one style that count on.

    Attributes:
        last: the number that the series has reached.
        next: those that may follow: after a break the number may have been mistyped, or all that follow may have moved.
        broken: whether a number in it does not follow.
        over: whether a later series has taken its place, so that it cannot go on.
    """

    __slots__ = ("broken", "last", "marks", "next", "over", "style")

    def __init__(self, first: Mark) -> None:
        self.style: Style = first.style
        self.marks = [first]
        self.last = first.number
        self.next = {first.number + 1}
        self.broken = False
        self.over = False

    def add(self, mark: Mark, last: int, *allowed: int) -> None:
        """Count on to `last`, after which it may be one of `allowed`, and the number after `last` in any case."""
        self.marks.append(mark)
        self.last = last
        self.next = {last + 1, *allowed}


class Numbering(NamedTuple):
    """All series of a report in the order of their first marks, and all breaks by place."""

    series: list[Series]
    breaks: list[Break]
