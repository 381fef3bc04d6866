"""A percentage held against the numbers that it is made of."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from govmetrics.finding import Judgement, Phrase, Problem, Related, Status
from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, Range, cut, digits, rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Kind: TypeAlias = Literal["share", "rate", "completion"]

PART = Phrase("分子", "numerator")
BASE = Phrase("分母", "denominator")
NO_BASE = Phrase("分母不明", "the base is not stated")
HUNDRED = Decimal(100)
_WAYS: tuple[tuple[Callable[[Number], Range], Status], ...] = ((rounded, "holds"), (cut, "holds-if-truncated"))
_CARRIED = compile_("结转|旧存|上年|结存|遗留")
_OTHER_BASE = Phrase("按另一分母相符", "it fits another base")
_APPROXIMATE = Phrase("含约数，无法核对", "some are approximations")


class Ratio(NamedTuple):
    """A percentage with the numbers that it is made of.

    Attributes:
        number: the percentage.
        part, base: what it is the ratio of.
        expected: the ratio, written as the report writes it.
        likely: whether the base is only the usual way to read it.
    """

    kind: Kind
    status: Status
    number: Number
    part: Number | None
    base: Number | None
    arithmetic: str
    expected: str = ""
    reason: Phrase | None = None
    likely: bool = False


def report(one: Ratio, message: Phrase) -> Problem | Judgement:
    """What a check says of `one`."""
    involved = ((one.part, PART), (one.base, BASE))
    related = tuple(Related(number.span, role) for number, role in involved if number is not None)
    if one.status != "fails":
        return Judgement(status=one.status, span=one.number.span, related=related, arithmetic=one.arithmetic, reason=one.reason)
    return Problem(
        span=one.number.span,
        message=message,
        severity="warning" if one.likely else None,
        related=related,
        expected=one.expected,
        found=one.number.text,
        arithmetic=one.arithmetic,
    )


def judge(
    kind: Kind,
    number: Number,
    part: Number,
    base: Number | None,
    others: Iterable[Number],
    *,
    complement: bool = False,
    side_by_side: bool = False,
) -> Ratio:
    """Whether `number` is `part` over `base`, or over one of `others`, in percent.

    Args:
        kind: which check it belongs to.
        number: the percentage.
        part: the numerator.
        base: the denominator; None where it is not known which.
        others: numbers that may be the denominator instead.
        side_by_side: whether base, part and percentage follow each other, so that few others can be meant.
        complement: whether the part is what is missing from the numerator, as 不合格 of 合格率.
    """
    if number.low != number.high or part.low != part.high or number.bound in ("approx", "max"):
        return Ratio(kind, "not-assessable", number, part, base, "", reason=_APPROXIMATE)
    if base is not None and base.low <= 0:
        return Ratio(kind, "not-assessable", number, part, base, "", reason=NO_BASE)
    arithmetic, value = "", Decimal(0)
    if base is not None:
        value = (base.low - part.low if complement else part.low) / base.low * HUNDRED
        above = f"({base.face}-{part.face})" if complement else part.face
        arithmetic = f"{above}÷{base.face}={digits(value, 2)}%"
    if number.bound == "min":
        fits = base is not None and value >= number.low
        return Ratio(kind, "holds" if fits else "not-assessable", number, part, base, arithmetic, reason=None if fits else _APPROXIMATE)
    if base is not None:
        for how, status in _WAYS:
            if how(base).low > 0 and how(number).meets(_ratio(how, part, base, complement)):
                return Ratio(kind, status, number, part, base, arithmetic)
    rest = [one for one in others if one is not part and one is not base]
    for words in _other_ways(kind, number, part, rest, base is None or not side_by_side):
        return Ratio(kind, "holds-with-another-base", number, part, None, words, reason=_OTHER_BASE)
    if base is None:
        return Ratio(kind, "not-assessable", number, part, None, "", reason=NO_BASE)
    if not (part.exact and base.exact):
        return Ratio(kind, "not-assessable", number, part, base, arithmetic, reason=_APPROXIMATE)
    return Ratio(kind, "fails", number, part, base, f"{arithmetic}≠{number.face}", number.rewritten(value))


def _other_ways(kind: Kind, number: Number, part: Number, others: list[Number], free: bool) -> Iterator[str]:
    """Calculations with other numbers of the paragraph that give `number`; only `part` over one of them unless `free`."""
    for base in others:
        if base.low >= part.low and rounded(base).low > 0 and cut(number).meets(_ratio(cut, part, base, False)):
            yield f"{part.face}÷{base.face}={digits(part.low / base.low * HUNDRED, 2)}%"
    for i, one in enumerate(others):
        for two in others[i + 1 :]:
            whole = rounded(one) + rounded(two)
            carried = free or _CARRIED.search(one.before) or _CARRIED.search(two.before)
            if carried and whole.low > 0 and one.low + two.low >= part.low and cut(number).meets((rounded(part) / whole).times(HUNDRED)):
                yield f"{part.face}÷({one.face}+{two.face})={digits(part.low / (one.low + two.low) * HUNDRED, 2)}%"
    if kind == "share" or not free:
        return
    for above in others:
        for base in (*others, part):
            if above.low < base.low and rounded(base).low > 0 and cut(number).meets(_ratio(cut, above, base, False)):
                yield f"{above.face}÷{base.face}={digits(above.low / base.low * HUNDRED, 2)}%"
            if above.low < base.low and rounded(base).low > 0 and cut(number).meets(_ratio(cut, above, base, True)):
                yield f"({base.face}-{above.face})÷{base.face}={digits((base.low - above.low) / base.low * HUNDRED, 2)}%"


def _ratio(how: Callable[[Number], Range], part: Number, base: Number, complement: bool) -> Range:
    above = how(base) - how(part) if complement else how(part)
    if complement and not base.step and not part.step:
        above = Range(base.low - part.low, base.low - part.low)
    return (above / how(base)).times(HUNDRED)
