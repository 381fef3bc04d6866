"""The vocabulary: spans, sections, and the figures that a report states.

Offsets are half-open and count code points of the text as decoded. Numbers are `Decimal` and keep their
written precision: 1.2万 is 1.2E+4, so a check can tell it from 12000.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, TypeAlias

from msgspec import Struct

Kind: TypeAlias = Literal["date", "count", "money", "percent", "points", "multiple", "rank"]
Change: TypeAlias = Literal["increase", "decrease"]
Basis: TypeAlias = Literal["yoy", "mom", "base"]
Bound: TypeAlias = Literal["exact", "approx", "min", "max"]
Precision: TypeAlias = Literal["day", "month", "quarter", "half", "year", "decade"]

KINDS: tuple[Kind, ...] = ("date", "count", "money", "percent", "points", "multiple", "rank")


class Span(Struct, frozen=True, gc=False):
    """A half-open range of code points of the source text."""

    start: int
    end: int


class Section(Struct, frozen=True, gc=False):
    """A heading and the text below it, up to the next heading of the same or a higher level.

    Attributes:
        level: 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）.
        number: the number as a figure (三 is 3).
        title: the words of the heading without its number.
        span: from the heading's first character to the end of the section.
        path: the headings from the outermost to this one, joined with " / ".
    """

    level: int
    number: int
    title: str
    span: Span
    path: str


class Metric(Struct, frozen=True, kw_only=True, tag_field="kind", gc=False):
    """What every figure has, of whatever kind.

    Attributes:
        span: the numeral with its unit and nothing else, in the source.
        text: the source at `span`, verbatim.
        label: the words of the report that name what is measured, one phrase of at most 24 characters.
        indicator: canonical id from an indicator pack.
        period: the period that the figure belongs to, ISO 8601 (`2024`, `2024-03`, `2024-01/2024-06`).
        section: the headings above it, joined with " / ".
        rule: the id of the rule that found it.
        bound: whether the figure is exact, an approximation or a limit.
        change: set when the figure itself is a difference: by how much something rose or fell.
        basis: what a change is measured against: a year before, the period before, any other stated base.
    """

    span: Span
    text: str
    rule: str
    label: str = ""
    indicator: str | None = None
    period: str | None = None
    section: str = ""
    bound: Bound = "exact"
    change: Change | None = None
    basis: Basis | None = None

    @property
    def value(self) -> str:
        """The exact value in the base unit as plain digits; `low/high` for a range; ISO 8601 for a date."""
        raise NotImplementedError


def plain(number: Decimal) -> str:
    """`number` without an exponent: 1.2E+4 gives 12000, 8.50 gives 8.50."""
    return format(number, "f")


class _Interval(Metric, frozen=True, kw_only=True):
    low: Decimal
    high: Decimal
    unit: str

    @property
    def value(self) -> str:
        low = plain(self.low)
        return low if self.low is self.high else f"{low}/{plain(self.high)}"


class Date(Metric, frozen=True, kw_only=True, tag="date"):
    """A calendar date or period; `start` and `end` are ISO 8601 and equal unless it is a range."""

    start: str
    end: str
    precision: Precision
    unit: Literal[""] = ""

    @property
    def value(self) -> str:
        return self.start if self.start == self.end else f"{self.start}/{self.end}"


class Count(_Interval, frozen=True, kw_only=True, tag="count"):
    """A number with a measure word or a physical unit; durations are counts too."""


class Money(_Interval, frozen=True, kw_only=True, tag="money"):
    """An amount in whole currency units; `unit` is the currency as written (元, 美元 …)."""


class Percent(_Interval, frozen=True, kw_only=True, tag="percent"):
    """A percentage (`unit` %) or per mille (`unit` ‰)."""


class Points(_Interval, frozen=True, kw_only=True, tag="points"):
    """A difference between percentages, in 百分点."""


class Multiple(_Interval, frozen=True, kw_only=True, tag="multiple"):
    """N倍, 翻一番."""


class Rank(_Interval, frozen=True, kw_only=True, tag="rank"):
    """第N位, 第N名."""


AnyMetric: TypeAlias = Date | Count | Money | Percent | Points | Multiple | Rank
