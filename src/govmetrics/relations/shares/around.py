"""What stands around a percentage: the numbers of its sentence and paragraph, and the wholes that they are parts of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, Row, alike

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govmetrics.relations.sums.breakdown import Breakdown
    from govmetrics.view import View

KEPT: Final = 16
"""Numbers before one, in its sentence and before in the paragraph, that may be what it is of."""
AMONG: Final = compile_(r"[^,。;:]{0,24}[中里](?:,|(?=已?有$|已?有\d))")
"""Behind a whole, what leads to a part of it: 处问题中,已整改."""
_AHEAD: Final = 8
_JOINTS: Final = ("、", "和", "及", "与", ",")


class Around:
    """The numbers around the one that is looked at.

    Attributes:
        row: those of the sentence.
        before: those of the paragraph before it.
        near: those of the sentence that are near.
        wholes: the breakdown that a number is a part of, by where the number starts.
    """

    def __init__(self, view: View, row: Row, before: list[Number], wholes: Mapping[int, Breakdown]) -> None:
        self.view = view
        self.row = row
        self.before = before
        self.wholes = wholes
        self.near: list[Number] = []

    def look(self, at: int) -> None:
        """Look at the number at `at` of the sentence."""
        self.near = self.row[max(0, at - KEPT) : at + _AHEAD]

    def earlier(self, part: Number) -> list[Number]:
        """The levels before `part` that it may be a part of."""
        return [number for number in self.near if number.end <= part.start and alike(number, part) and not number.change]

    def said_before(self, part: Number) -> list[Number]:
        """The levels of the paragraph before this sentence that are like `part`."""
        return [number for number in self.before if alike(number, part) and not number.change]

    def candidates(self, part: Number) -> list[Number]:
        """The numbers, before or behind, that `part` is not too large for."""
        return [number for number in (*self.before, *self.near) if number is not part and alike(number, part) and number.low >= part.low]

    def side_by_side(self, *numbers: Number) -> bool:
        """Whether the numbers follow each other in the sentence with none between."""
        if numbers[0] not in self.near:
            return False
        at = self.near.index(numbers[0])
        return tuple(self.near[at : at + len(numbers)]) == numbers

    def joined(self, at: int) -> list[Number]:
        """The percentages that nothing but a joint parts, from `at` on."""
        shares = [self.row[at]]
        for number in self.row[at + 1 : at + KEPT]:
            if number.kind != "percent" or number.before not in _JOINTS:
                break
            shares.append(number)
        return shares
