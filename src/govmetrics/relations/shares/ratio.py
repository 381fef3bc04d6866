"""A percentage held against the numbers that it is made of."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from govmetrics.finding import Judgement, Phrase, Problem, Related, Status
from govmetrics.patterns import compile_
from govmetrics.relations.figures import HUNDRED, Number, Range, cut, digits, last_words, rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Kind: TypeAlias = Literal["share", "rate", "completion"]

PART = Phrase("分子", "numerator")
BASE = Phrase("分母", "denominator")
NO_BASE = Phrase("分母不明", "the base is not stated")
_WAYS: tuple[tuple[Callable[[Number], Range], Status], ...] = ((rounded, "holds"), (cut, "holds-if-truncated"))
_THIRD, _THREE, _LEAST = Decimal(1) / 3, Decimal(3), Decimal("0.01")
"""A rate that is off by more is likelier to be of other numbers."""
_TENTH = Decimal(10)
_HARDLY = Decimal("0.8")
_LEFT = compile_("其余|剩余|余下|[还尚另]有|未|不")
_OUTSIDE = compile_("不属|另行|撤回|撤销|不予|除|扣除|不含|无法|重复|移送")
_CARRIED = compile_("结转|旧存|上年|结存|遗留")
OTHER_BASE = Phrase("按另一分母相符", "it fits another base")
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
    named: bool = False,
) -> Ratio:
    """Whether `number` is `part` over `base`, or over one of `others`, in percent.

    Args:
        kind: which check it belongs to.
        number: the percentage.
        part: the numerator.
        base: the denominator; None where it is not known which.
        others: numbers that may be the denominator instead.
        side_by_side: whether base, part and percentage follow each other, so that few others can be meant.
        named: whether the rate's name says what its numerator is.
        complement: whether the part is what is missing from the numerator, as 不合格 of 合格率.
    """
    if number.low != number.high or part.low != part.high or number.bound == "approx":
        return Ratio(kind, "not-assessable", number, part, base, "", reason=_APPROXIMATE)
    if base is not None and base.low <= 0:
        return Ratio(kind, "not-assessable", number, part, base, "", reason=NO_BASE)
    arithmetic, value = "", Decimal(0)
    if base is not None:
        value = (base.low - part.low if complement else part.low) / base.low * HUNDRED
        above = f"({base.face}-{part.face})" if complement else part.face
        arithmetic = f"{above}÷{base.face}={digits(value, 2)}%"
    if number.bound in ("min", "max"):
        least = number.bound == "min"
        fits = base is not None and (value >= number.low if least else value <= number.low)
        near = value >= number.low * _HARDLY if least else value <= number.low * _THREE
        # 占比超过八成 for 77%: of another whole it would be further off.
        if kind == "share" and not fits and base is not None and part.exact and base.exact and near:
            arithmetic += f"{'<' if least else '>'}{number.face}"
            return Ratio(kind, "fails", number, part, base, arithmetic, f"{digits(value, 1)}%", likely=True)
        return Ratio(kind, "holds" if fits else "not-assessable", number, part, base, arithmetic, reason=None if fits else _APPROXIMATE)
    if base is not None:
        for how, status in _WAYS:
            in_tenths = "成" in number.text and abs(value - number.low) <= _TENTH / 2
            if in_tenths or (how(base).low > 0 and how(number).meets(_ratio(how, part, base, complement))):
                return Ratio(kind, status, number, part, base, arithmetic)
    rest = [one for one in others if one is not part and one is not base and not (base is not None and _is_left(one, part, base))]
    for words in _other_ways(kind, number, part, base, rest, base is None or not side_by_side, named):
        return Ratio(kind, "holds-with-another-base", number, part, None, words, reason=OTHER_BASE)
    far = kind == "rate" and not named and not _THIRD < value / max(number.low, _LEAST) < _THREE
    if base is None or far or not (part.exact and base.exact):
        reason = NO_BASE if base is None or far else _APPROXIMATE
        return Ratio(kind, "not-assessable", number, part, base, arithmetic, reason=reason)
    return Ratio(kind, "fails", number, part, base, f"{arithmetic}≠{number.face}", number.rewritten(value))


def _is_left(number: Number, part: Number, base: Number) -> bool:
    """Whether a number is what of `base` is not `part`: 其余 c."""
    return number.low == base.low - part.low and _LEFT.search(last_words(number.before)) is not None


def _other_ways(
    kind: Kind, number: Number, part: Number, base: Number | None, others: list[Number], free: bool, named: bool
) -> Iterator[str]:
    """Calculations with other numbers of the paragraph that give `number`; only those with part and base unless `free`."""
    own = cut(number)
    for other in others:
        if other.low >= part.low and rounded(other).low > 0 and own.meets(_ratio(cut, part, other, False)):
            yield f"{part.face}÷{other.face}={digits(part.low / other.low * HUNDRED, 2)}%"
    for i, one in enumerate(others):
        for two in others[i + 1 :]:
            whole = rounded(one) + rounded(two)
            carried = free or _CARRIED.search(one.before) or _CARRIED.search(two.before)
            if carried and whole.low > 0 and one.low + two.low >= part.low and own.meets((rounded(part) / whole).times(HUNDRED)):
                yield f"{part.face}÷({one.face}+{two.face})={digits(part.low / (one.low + two.low) * HUNDRED, 2)}%"
    if kind != "rate":
        return
    if base is not None:
        yield from _misread(own, part, base, others, named)
    for above in others if free else ():
        for below in (*others, part, *((base,) if base is not None else ())):
            if above.low < below.low and rounded(below).low > 0 and own.meets(_ratio(cut, above, below, False)):
                yield f"{above.face}÷{below.face}={digits(above.low / below.low * HUNDRED, 2)}%"
            if above.low < below.low and rounded(below).low > 0 and own.meets(_ratio(cut, above, below, True)):
                yield f"({below.face}-{above.face})÷{below.face}={digits((below.low - above.low) / below.low * HUNDRED, 2)}%"


def _without(own: Range, part: Number, base: Number, others: list[Number]) -> Iterator[str]:
    """申请 b 件(含不属范围、另行处理的 c 件),成功 a 件: what `base` has besides is not counted."""
    for other in others:
        if _OUTSIDE.search(other.before) and rounded(other).high < rounded(base).low:
            left = rounded(base) - rounded(other)
            if own.meets((rounded(part) / left).times(HUNDRED)):
                yield f"{part.face}÷({base.face}-{other.face})={digits(part.low / (base.low - other.low) * HUNDRED, 2)}%"


def _misread(own: Range, part: Number, base: Number, others: list[Number], named: bool) -> Iterator[str]:
    """What numbers beside each other may be instead: two numerators of one whole, a part and the rest, whole and rate."""
    yield from _without(own, part, base, others)
    both = rounded(part) + rounded(base)
    for above in () if "其中" in part.before else (part, base):
        if both.low > 0 and own.meets((rounded(above) / both).times(HUNDRED)):
            yield f"{above.face}÷({part.face}+{base.face})={digits(above.low / (part.low + base.low) * HUNDRED, 2)}%"
    for below in others:
        two = rounded(part) + rounded(below)
        apart = named and below.start < base.start  # the rate's own numerator is named: nothing from before belongs to it
        if not apart and rounded(base).low > 0 and part.low + below.low <= base.low and own.meets((two / rounded(base)).times(HUNDRED)):
            yield f"({part.face}+{below.face})÷{base.face}={digits((part.low + below.low) / base.low * HUNDRED, 2)}%"
        if rounded(below).low <= 0:
            continue
        if below.low >= base.low and own.meets((rounded(base) / rounded(below)).times(HUNDRED)):
            yield f"{base.face}÷{below.face}={digits(base.low / below.low * HUNDRED, 2)}%"
        if below.low >= part.low + base.low and own.meets((both / rounded(below)).times(HUNDRED)):
            yield f"({part.face}+{base.face})÷{below.face}={digits((part.low + base.low) / below.low * HUNDRED, 2)}%"


def _ratio(how: Callable[[Number], Range], part: Number, base: Number, complement: bool) -> Range:
    above = how(base) - how(part) if complement else how(part)
    if complement and not base.step and not part.step:
        above = Range(base.low - part.low, base.low - part.low)
    return (above / how(base)).times(HUNDRED)
