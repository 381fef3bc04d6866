"""Whether parts make up their whole, or are more than it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from govmetrics.finding import Judgement, Phrase, Problem, Related, Status
from govmetrics.model import Count, Money, plain
from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, Range, cut, rounded, same_but_one, swapped
from govmetrics.relations.sums.breakdown import Breakdown
from govmetrics.relations.sums.breakdowns import breakdowns

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govmetrics.view import View

Kind: TypeAlias = Literal["sum", "excess"]

PART = Phrase("分项", "part")
_NEAR = 240
"""How far behind an enumeration a number may stand that explains what is missing."""
_NEXT = 30
"""How far behind parts the number may stand that is told beside them: 各乡镇分别 a、b,县直单位 c."""
_MUCH, _TWICE, _LITTLE = Decimal(10), Decimal(2), Decimal("1.5")
"""How much more than their whole open parts may be for a slip: two parts of which one is mistyped, two, or more of them."""
_SCALES = tuple(Decimal(10) ** places for places in (1, 2, 3, 4))
_PAIR = 2
_DIGITS = 3
"""Digits that a number of many must have, for one mistyped digit to be no chance."""
_ELSE = compile_(r"预留|\((?:含|包括|另含)|其[他它余]|另|还|尚|未|待|转|外|剩|调整|差额")
_SHARE = compile_(r",占(?:比|总数的?)?(?:约|为)?(\d+(?:\.\d+)?)%")
_NEARLY = Decimal("0.8")
_GOES_ON = compile_(r"等|[,、;](?:另|还|其[他余]|剩)")
_OPEN = Phrase("分项未必列全", "the parts need not be all")
_APPROXIMATE = Phrase("含约数，无法核对", "some are approximations")
_OVERLAP = Phrase("分项可能交叉", "the parts may overlap")
_EXPLAINED = Phrase("差额另有说明", "another number accounts for the difference")


class Summed(NamedTuple):
    """A breakdown and what its sum says of it: `sum` where the parts must make up the whole, `excess` where they must not exceed it."""

    kind: Kind
    status: Status
    one: Breakdown
    total: Decimal
    arithmetic: str
    reason: Phrase | None = None


def summed(view: View) -> list[Summed]:
    """All breakdowns of a report with the sums of their parts."""
    found = [one for one in (_judge(view, breakdown) for breakdown in view.once(breakdowns)) if one]
    whole = {part.end: one for one in found if one.status == "holds" for part in one.one.parts}
    starts = {part.start: one for one in found if one.status == "holds" for part in one.one.parts}
    return [_side_by_side(view, one, whole, starts) if one.reason in (_OPEN, _OVERLAP) else one for one in found]


def _side_by_side(view: View, one: Summed, ends: dict[int, Summed], starts: dict[int, Summed]) -> Summed:
    """Parts that stand beside those that make up another whole: 用地 w 宗,价款 v 元,其中住宅 a 宗、b 元,工业 c 宗、d 元."""
    parts = one.one.parts
    before = {id(ends.get(part.start - 1)) for part in parts}
    behind = {id(starts.get(part.end + 1)) for part in parts}
    other = ends.get(parts[0].start - 1) if len(before) == 1 else starts.get(parts[0].end + 1) if len(behind) == 1 else None
    if other is None or len(other.one.parts) != len(parts) or len(parts) < _PAIR or other.one.total.unit == one.one.total.unit:
        return one
    joined = all(view.text[part.start - 1] in ",、" or view.text[part.end] in ",、" for part in parts)
    told = joined and (_mended(one.one, one.total) is not None or _is_rescaled(one.one, one.total) or _near(one.one.total, one.total))
    sign = ">" if one.total > one.one.total.low else "<"
    arithmetic = one.arithmetic.replace("≠", sign)
    made = one.one._replace(closed=other.one.closed or "、", likely=True)
    return one._replace(kind="sum", status="fails", one=made, arithmetic=arithmetic, reason=None) if told else one


def report(one: Summed, message: Phrase) -> Problem | Judgement:
    """What a check says of `one`: at the whole, or at the part that alone does not fit."""
    total, parts = one.one.total, one.one.parts
    if one.status != "fails":
        related = tuple(Related(part.span, PART) for part in parts)
        return Judgement(status=one.status, span=total.span, related=related, arithmetic=one.arithmetic, reason=one.reason)
    return Problem(
        span=total.span,
        severity="warning" if one.one.likely else None,
        message=message,
        related=tuple(Related(part.span, PART) for part in parts),
        expected=total.rewritten(one.total) if one.kind == "sum" else f"≥{total.rewritten(one.total)}",
        found=total.text,
        arithmetic=one.arithmetic,
        help=_repair(one),
    )


def _repair(one: Summed) -> Phrase | None:
    """One edit of a part that makes the sum right: two digits that were swapped, or one that was mistyped."""
    part = _mended(one.one, one.total)
    if part is None:
        return None
    written = part.rewritten(part.low + one.one.total.low - one.total)
    return Phrase(f"若总数无误，“{part.text}”可能是“{written}”", f"if the whole is right, {part.text} may be {written}")


def _mended(one: Breakdown, value: Decimal) -> Number | None:
    for part in one.parts:
        wanted, step = part.low + one.total.low - value, part.step
        # With what the others were rounded by, it may be one of the last place more or less.
        if any(near > 0 and _near(part, near) for near in ((wanted, wanted - step, wanted + step) if step else (wanted,))):
            return part
    return None


def _near(part: Number, wanted: Decimal) -> bool:
    return same_but_one(part.rewritten(part.low), part.rewritten(wanted))


def _judge(view: View, one: Breakdown) -> Summed | None:
    total, parts = one.total, one.parts
    value = sum((part.low for part in parts[1:]), parts[0].low)
    words = "+".join(part.face for part in parts)
    result = total.rewritten(value).removesuffix(total.unit)
    arithmetic = f"{words}={result}" + ("" if value == total.low else f"≠{total.face}")
    kind: Kind = "sum" if one.closed else "excess"
    if len(parts) == 1:
        return _single(one, value)
    if not all(number.exact for number in (total, *parts)):
        return Summed(kind, "not-assessable", one, value, arithmetic, _APPROXIMATE)
    for how, own in ((rounded, "holds"), (cut, "holds-if-truncated")):
        amount = _sum(parts, how)
        for whole in (total, *one.wholes):
            if how(whole).meets(amount):
                status: Status = own if whole is total else "holds-with-another-base"  # type: ignore[assignment]
                shown = arithmetic if whole is total else f"{words}={whole.face}"
                return Summed(kind, status, one._replace(total=whole), value, shown)
    if (plain_parts := _without_nested(parts)) is not None and sum((part.low for part in plain_parts), Decimal(0)) == total.low:
        words = "+".join(part.face for part in plain_parts)
        return Summed(kind, "holds", one._replace(parts=plain_parts), total.low, f"{words}={total.face}")
    if one.excuse:
        return Summed(kind, "not-assessable", one, value, arithmetic, _OVERLAP)
    if not one.closed and value < total.low and _swap_mends(view, one, value):
        one, kind = one._replace(closed="其中", likely=True), "sum"
    elif not one.closed and (reason := _may_be_more(view, one, value)):
        return Summed(kind, "not-assessable", one, value, arithmetic, reason)
    if _explained(view, one, value):
        return Summed(kind, "not-assessable", one, value, arithmetic, _EXPLAINED)
    return Summed(kind, "fails", one, value, f"{words}={result}{'>' if value > total.low else '<'}{total.face}")


def _without_nested(parts: list[Number]) -> list[Number] | None:
    """The parts without those that split one of them: 宣判5件,胜诉4件、败诉1件,未宣判2件; None where none does."""
    for at, part in enumerate(parts[:-2]):
        for size in (2, 3):
            inner = parts[at + 1 : at + 1 + size]
            if len(inner) == size and sum((one.low for one in inner), Decimal(0)) == part.low:
                return [*parts[: at + 1], *parts[at + 1 + size :]]
    return None


def _may_be_more(view: View, one: Breakdown, value: Decimal) -> Phrase | None:
    """Why open parts that make `value` need not be those of their whole; nothing where they are too much for it."""
    if len(one.parts) == _PAIR and one.parts[0].low == one.parts[1].low:
        return _OVERLAP  # 开庭审理62件,负责人出庭62件: of the same
    if not one.sure or any(value <= whole.low for whole in (one.total, *one.wholes)):
        return _OPEN
    return _OVERLAP if _have_own_shares(view, one) or not _one_slip(one, value) else None


def _swap_mends(view: View, one: Breakdown, value: Decimal) -> bool:
    """Whether parts that nearly make up their whole do so exactly once two digits of one are exchanged."""
    total, parts = one.total, one.parts
    behind = view.text[parts[-1].end : parts[-1].end + _NEXT]
    if ";" in view.text[parts[0].end : parts[-1].start]:
        return False
    if len(parts) < _PAIR or not one.sure or total.bound != "exact" or _GOES_ON.match(behind):
        return False
    gap = total.low - value
    if any(part.low + gap in (part.low * 10**4, part.low * 10**8) for part in parts):
        return True  # 1.3万元 for 1.3亿元
    if value < total.low * _NEARLY:
        return False
    return any(len(part.face.strip("0.万亿")) >= _DIGITS and _is_swap(part, part.low + gap) for part in parts)


def _have_own_shares(view: View, one: Breakdown) -> bool:
    """Whether each part is said to be so many percent of the whole, rightly: 即办 a 项,占 p%;网办 b 项,占 q%, which may overlap."""
    for part in one.parts:
        share = _SHARE.match(view.text, part.end)
        if share is None or not one.total.low or abs(part.low / one.total.low * 100 - Decimal(share.group(1))) >= 1:
            return False
    return True


def _one_slip(one: Breakdown, value: Decimal) -> bool:
    """Whether open parts are more than their whole by one mistyped number: else they are likelier to overlap."""
    total, parts = one.total, one.parts
    if one.above or one.disjoint:
        return True
    running = rounded(parts[0])
    for part in parts[1:-1]:
        running = running + rounded(part)
        if rounded(total).meets(running):
            return False  # those before make the whole, and the rest splits it once more
    if _is_rescaled(one, value):
        return True
    pair = len(parts) == 2
    if one.mixed and all(part.low <= total.low for part in parts):  # 其中女性82名,大专以上108名: someone may be both
        return sorted(plain(total.low)) == sorted(plain(value))
    mended = _mended(one, value)
    exchanged = mended is not None and _is_swap(mended, mended.low + total.low - value)
    telling = mended is not None and (pair or exchanged or len(mended.face.strip("0.万亿")) >= _DIGITS)
    whole = _near(total, value) and (pair or len(total.face.strip("0.万亿")) >= _DIGITS)
    most = _MUCH if pair and mended is not None else _TWICE if pair else _LITTLE
    return value <= total.low * most and (telling or whole)


def _is_rescaled(one: Breakdown, value: Decimal) -> bool:
    """Whether one part in another scale makes the sum right: 2.3亿 for 2300万."""
    wanted = ((part.low, part.low + one.total.low - value) for part in one.parts)
    return any(low in (right * scale, right / scale) for low, right in wanted if right > 0 for scale in _SCALES)


def _is_swap(part: Number, wanted: Decimal) -> bool:
    return wanted > 0 and swapped(part.rewritten(part.low), part.rewritten(wanted))


def _single(one: Breakdown, value: Decimal) -> Summed | None:
    """One part only: it can but be too much."""
    total, part = one.total, one.parts[0]
    if not (total.exact and part.exact) or part.low <= total.low or not one.sure or one.excuse:
        return None
    if any(part.low <= whole.low for whole in one.wholes) or rounded(total).meets(rounded(part)):
        return None
    return Summed("excess", "fails", one, value, f"{part.face}>{total.face}")


def _sum(parts: Sequence[Number], how: Callable[[Number], Range]) -> Range:
    ranges = [how(part) for part in parts]
    total = ranges[0]
    for one in ranges[1:]:
        total = total + one
    return total


def _explained(view: View, one: Breakdown, value: Decimal) -> bool:
    """Whether a number near by is what the whole has more than the parts, and says so: 其余, 另有, 还."""
    missing = abs(one.total.low - value)
    own = {one.total.start, *(part.start for part in one.parts)}
    first, last = min(own), max(part.end for part in one.parts)
    stop = view.text.find("。", last, last + _NEAR) if missing <= _PAIR else -1  # of one or two there are many
    for at in view.between(first, stop if stop >= 0 else last + _NEAR):
        metric, start = view.metrics[at], view.starts[at]
        if (
            start in own
            or not isinstance(metric, (Count, Money))
            or metric.change
            or (metric.low, metric.unit) != (missing, one.total.unit)
        ):
            continue
        beside = one.closed.startswith("各") and 0 < start - last < _NEXT
        if beside or _ELSE.search(view.text, max(last, start - 24) if start > last else max(first, start - 24), start):
            return True
    return False
