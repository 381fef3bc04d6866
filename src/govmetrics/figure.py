"""A figure on its way from a rule's match to a metric."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govmetrics.model import Basis, Bound, Change, Precision


class Figure:
    """What a match says, in offsets of the twin, and what its context adds.

    Attributes:
        start, end: the span in the twin.
        rule, kind: what found it.
        low, high: the value, the same object unless it is a range; None for a date.
        unit: as in the record; empty for a date.
        dates: (start, end, precision) of a date, else None.
        doubtful: it is a figure only behind a limit (突破百亿元), as a bare scale can be a name.
    """

    __slots__ = (
        "start", "end", "rule", "kind", "low", "high", "unit", "dates", "doubtful", "change", "basis", "bound", "label", "period",
    )  # fmt: skip

    def __init__(self, start: int, end: int, rule: str, kind: str) -> None:
        self.start = start
        self.end = end
        self.rule = rule
        self.kind = kind
        self.low: Decimal | None = None
        self.high: Decimal | None = None
        self.unit = ""
        self.dates: tuple[str, str, Precision] | None = None
        self.doubtful = False
        self.change: Change | None = None
        self.basis: Basis | None = None
        self.bound: Bound = "exact"
        self.label = ""
        self.period: str | None = None
