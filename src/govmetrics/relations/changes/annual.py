"""A yearly change on the average against the levels at both ends: 由2018年的 a 增加到2023年的 b,年均增长 p%, 年均增加 d."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from govmetrics.finding import Status
from govmetrics.relations.figures import HUNDRED, Number, Range, cut, digits, signed

_ONE = Decimal(1)
_NEAR = Decimal("0.2")
"""Points by which a yearly rate may be off: it is often worked out from levels with more places."""
_CLOSE = Decimal("0.02")


class Verdict(NamedTuple):
    status: Status
    arithmetic: str
    value: Decimal


def verdict(before: Number, after: Number, number: Number, years: int) -> Verdict | None:
    """Whether `number` is the yearly change; years are counted with one end or with both."""
    if before.low <= 0 or after.low <= 0:
        return None
    ways = (years, years - 1)
    if number.kind == "percent":
        ratio = cut(after) / cut(before)
        fits = any(_rate(number, count).meets(ratio) for count in ways)
        value = ((after.low / before.low) ** (_ONE / years) - 1) * HUNDRED
        arithmetic = f"({after.face}÷{before.face})^(1/{years})-1={digits(value, 2)}%"
    else:
        difference = cut(after) - cut(before)
        fits = any(_yearly(number, count).meets(difference) for count in ways)
        value = (after.low - before.low) / years
        arithmetic = f"({after.face}-{before.face})÷{years}={number.rewritten(value).removesuffix(number.unit)}"
    return Verdict("holds" if fits else "fails", arithmetic, value)


def _rate(number: Number, years: int) -> Range:
    """How many times the level before the one after is where it changes by `number` for so many years."""
    reach = max(number.step, _NEAR)
    return Range(*((_ONE + (signed(number) + off) / HUNDRED) ** years for off in (-reach, reach)))


def _yearly(number: Number, years: int) -> Range:
    reach = max(number.step, number.low * _CLOSE)
    return Range((signed(number) - reach) * years, (signed(number) + reach) * years)
