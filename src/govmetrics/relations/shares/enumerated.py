"""Shares of one whole that stand in a list: a,占 p%;b,占 q%;c,占 r%. Most of them tell which number the whole is."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from govmetrics.patterns import compile_
from govmetrics.relations.figures import HUNDRED, Number, Range, alike, cut, digits, last_words, rounded, rows
from govmetrics.relations.shares.ratio import NO_BASE, OTHER_BASE, Ratio, judge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govmetrics.finding import Status
    from govmetrics.view import View

_SHARE = compile_(r"[^占]{0,8}占(?:比|到|了)?(?P<base>[^占，]{0,16}?)(?:的(?:比例|比重)?)?(?:为|达到?|是|约|近|仅|:)*")
_LINK = compile_("其中|用于|包括|分为|组成|构成|:")
_NEAR = 90
"""Characters between a share and the next amount of its list, at most."""
_BEFORE = 12
"""Numbers before a list that may be its whole."""
_OTHERS = 40
"""Numbers before a share that may be what it is of instead."""
_FEW = 2
_SLACK = Decimal("0.3")


class _Pair(NamedTuple):
    part: Number
    share: Number
    base: str
    at: int


def listed(view: View) -> list[Ratio]:
    """The shares of lists whose whole is known, each held against it; by place."""
    if "占" not in view.text:
        return []
    numbers = [number for row in rows(view) for number in row]
    return sorted((one for group in _groups(view, numbers) for one in _judged(view, numbers, group)), key=lambda one: one.number.start)


def of_all(
    members: Sequence[Number], shares: Sequence[Number], whole: Number | None, others: Sequence[Number], *, named: bool
) -> list[Ratio]:
    """男 a、女 b,分别占 p 和 q: shares, as many as members, of their whole, of one of `others`, or of what the members make together.

    Where no whole is stated, shares that make up 100 % are of that sum, unless their base is `named`.
    """
    pairs = [_Pair(part, share, "", 0) for part, share in zip(members, shares, strict=True)]
    total, percents = _sums(pairs)
    if not all(pair.part.exact and pair.share.exact for pair in pairs) or total <= 0:
        return [Ratio("share", "not-assessable", pair.share, pair.part, whole, "", reason=NO_BASE) for pair in pairs]
    base = next((one for one in (whole, *others) if one is not None and one.exact and all(_fits(pair, one) for pair in pairs)), None)
    if base is not None:
        return [judge("share", pair.share, pair.part, base, []) for pair in pairs]
    words = f"({'+'.join(part.face for part in members)})"
    off = [pair for pair in pairs if not cut(pair.share).meets(cut(pair.part).times(HUNDRED / total))]
    if not off:
        return [
            Ratio("share", "holds-with-another-base", pair.share, pair.part, None, _divided(pair, total, words), reason=OTHER_BASE)
            for pair in pairs
        ]
    if whole is not None:
        return [judge("share", pair.share, pair.part, whole, []) for pair in pairs]
    if named or abs(percents - HUNDRED) > _SLACK:
        return [Ratio("share", "not-assessable", pair.share, pair.part, None, "", reason=NO_BASE) for pair in pairs]
    first = off[0]
    expected = first.share.rewritten(first.part.low / total * HUNDRED)
    arithmetic = f"{_divided(first, total, words)}≠{first.share.face}"
    return [Ratio("share", "fails", first.share, first.part, None, arithmetic, expected, likely=True)]


def _divided(pair: _Pair, base: Decimal, face: str) -> str:
    return f"{pair.part.face}÷{face}={digits(pair.part.low / base * HUNDRED, 2)}%"


def _groups(view: View, numbers: Sequence[Number]) -> Iterator[list[_Pair]]:
    group: list[_Pair] = []
    for at, number in enumerate(numbers):
        pair = _pair(numbers, at) if number.kind == "percent" and not number.change and "占" in number.before else None
        if pair is None:
            continue
        if group and not _belongs(view, group, pair):
            yield group
            group = []
        group.append(pair)
    yield group


def _pair(numbers: Sequence[Number], at: int) -> _Pair | None:
    """The share at `at` with the amount that it is of: the level before it, with growth of it between at most."""
    share = numbers[at]
    match = _SHARE.fullmatch(last_words(share.before))
    if not match or not share.exact:
        return None
    for i in range(at - 1, max(at - 4, -1), -1):
        number = numbers[i]
        if number.kind in ("count", "money") and not number.change:
            return _Pair(number, share, match.group("base"), i) if number.exact and "。" not in share.before else None
        if not number.change:
            return None
    return None


def _belongs(view: View, group: Sequence[_Pair], pair: _Pair) -> bool:
    last = group[-1]
    gap = view.text[last.share.end : pair.part.start]
    same = alike(last.part, pair.part) and pair.base == last.base
    return same and len(gap) < _NEAR and "。" not in gap and "其中" not in gap


def _judged(view: View, numbers: Sequence[Number], group: Sequence[_Pair]) -> Iterator[Ratio]:
    if len(group) < _FEW:
        return
    first = group[0]
    bases = [one for one in numbers[max(0, first.at - _BEFORE) : first.at] if alike(one, first.part) and not one.change and one.exact]
    fitting = [(sum(_fits(pair, base) for pair in group), place) for place, base in enumerate(bases)]
    most, place = max(fitting, default=(0, 0))
    if most == 0 or not _is_known(group, bases[place], most, nearest=place == len(bases) - 1):
        if bases and _LINK.search(view.text, bases[-1].end, first.part.start):
            yield from _made(group, bases[-1])
        return
    base = bases[place]
    for pair in group:
        arithmetic = _divided(pair, base.low, base.face)
        if _fits(pair, base):
            status: Status = "holds" if _fits(pair, base, rounded) else "holds-if-truncated"
            yield Ratio("share", status, pair.share, pair.part, base, arithmetic)
        elif not any(_fits(pair, one) for one in numbers[max(0, pair.at - _OTHERS) : pair.at] if alike(one, pair.part)):
            expected = pair.share.rewritten(pair.part.low / base.low * HUNDRED)
            yield Ratio("share", "fails", pair.share, pair.part, base, f"{arithmetic}≠{pair.share.face}", expected)


def _made(group: Sequence[_Pair], base: Number) -> Iterator[Ratio]:
    """Shares that are those of the sum of their amounts, all of it, where another whole is stated."""
    total, shares = _sums(group)
    fits = all(cut(pair.share).meets(cut(pair.part).times(HUNDRED / total)) for pair in group) if total else False
    apart = base.low * _FEW < total or base.low > total * _FEW
    if not fits or apart or abs(shares - HUNDRED) > _SLACK or cut(base).meets(Range(total, total)):
        return
    pair = max(group, key=lambda one: one.share.low)
    value = pair.part.low / base.low * HUNDRED if base.low else Decimal(0)
    arithmetic = f"{pair.part.face}÷{base.face}={digits(value, 2)}%≠{pair.share.face}"
    yield Ratio("share", "fails", pair.share, pair.part, base, arithmetic, pair.share.rewritten(value))


def _is_known(group: Sequence[_Pair], base: Number, fitting: int, *, nearest: bool) -> bool:
    """Whether `base` is surely the whole: most shares fit it, or the others make it up."""
    if fitting >= max(_FEW, len(group) - 1):
        return True
    amounts, shares = _sums(group)
    return fitting == len(group) - 1 and ((nearest and abs(shares - HUNDRED) <= _SLACK) or amounts == base.low)


def _sums(group: Sequence[_Pair]) -> tuple[Decimal, Decimal]:
    """What the amounts of a list come to, and its shares."""
    return sum((pair.part.low for pair in group), Decimal(0)), sum((pair.share.low for pair in group), Decimal(0))


def _fits(pair: _Pair, base: Number, how: Callable[[Number], Range] = cut) -> bool:
    if base.low <= 0 or base.low < pair.part.low:
        return False
    whole = how(base)
    return whole.low > 0 and how(pair.share).meets((how(pair.part) / whole).times(HUNDRED))
