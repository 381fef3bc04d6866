"""Counts and amounts whose digits were exchanged: totals, what is left, and what was held in the end."""

from __future__ import annotations

from decimal import Decimal
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from govmetrics.patterns import compile_
from govmetrics.relations.figures import alike, rows, swapped
from govmetrics.relations.swaps.way import Way

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govmetrics.relations.figures import Number
    from govmetrics.view import View

_TOTAL = compile_("合计|总计|共计|[总共](?![同计])|累计")
_REST = compile_("其余|剩余|余下|[还尚]有|未(?![,。])")
_HELD = compile_("[年期月]末|截至")
_AT_FIRST = compile_("[年期]初|[上去]年(?:年)?[末底]|原有|截至20\\d\\d年")
_LEAST = 3
"""Digits of a total whose exchange is no chance."""
_NEAR = 6
_FLOW = 3
_MOST = 400
"""Sentences of a report that are looked at, so that time stays linear."""


def amount(view: View, numbers: list[Number], at: int, words: str) -> Way | None:
    """How the numbers around give the count or amount at `at`, by the words before it; None where they do not."""
    number = numbers[at]
    following = numbers[at + 1] if at + 1 < len(numbers) else None
    if _TOTAL.search(words) and sum(sign.isdecimal() for sign in number.text) >= _LEAST:
        return _total(numbers, at)
    if following is not None and following.before.startswith(",其中") and alike(following, number):
        return _split(view, numbers, at)
    if _HELD.search(words):
        return _held(numbers, at)
    return _rest(numbers, at) if _REST.search(words) else None


def _total(numbers: list[Number], at: int) -> Way | None:
    """a、b、c,合计 w, or 共 w,来自 a、b、c: the sum of those right before, or right behind."""
    number = numbers[at]
    before = _run(numbers[max(0, at - _NEAR) : at][::-1], number)
    behind = _run(numbers[at + 1 : at + 1 + _NEAR], number)
    runs = [before[:size][::-1] for size in range(2, len(before) + 1)] + [behind[:size] for size in range(2, len(behind) + 1)]
    if any(_sum(run) == number.low for run in runs):
        return None
    return next((way for run in runs if (way := _summed(number, run)) is not None), None)


def _split(view: View, numbers: list[Number], at: int) -> Way | None:
    """检查 w 次,其中甲类 a 次、乙类 b 次, which make another number of the report: w with two digits exchanged."""
    number = numbers[at]
    run = _run(numbers[at + 1 : at + 1 + _NEAR], number)
    if any(_sum(run[:size]) == number.low for size in range(1, len(run) + 1)):
        return None
    found = next((way for size in range(len(run), 1, -1) if (way := _summed(number, run[:size])) is not None), None)
    if found is None:
        return None
    value = _sum(found.numbers)
    said = (one for row in islice(rows(view), _MOST) for one in row if one.low == value and alike(one, number))
    return found if next(said, None) is not None else None


def _held(numbers: list[Number], at: int) -> Way | None:
    """年初 a,新增 b,减少 c,年末 d: what was there with what came and without what went."""
    number, run = numbers[at], numbers[max(0, at - _FLOW) : at]
    if len(run) < _FLOW or not _AT_FIRST.search(run[0].before) or not all(alike(one, number) and one.exact for one in run):
        return None
    first, more, less = run
    value = first.low + more.low - less.low
    return None if value == number.low else _given(number, run, value, f"{first.face}+{more.face}-{less.face}")


def _rest(numbers: list[Number], at: int) -> Way | None:
    """w,其中 a、b、c,未化解的 d: what the run right before leaves of the number it begins with."""
    number = numbers[at]
    following = numbers[at + 1] if at + 1 < len(numbers) else None
    if following is not None and alike(following, number) and not following.change and "。" not in following.before:
        return None  # 未取得证书的38人,合格45人
    run = _run(numbers[max(0, at - _NEAR) : at][::-1], number)[::-1]
    for first in range(len(run) - 1):
        whole, *parts = run[first:]
        value = whole.low - _sum(parts)
        if value == number.low:
            return None
        way = _given(number, run[first:], value, "-".join(one.face for one in run[first:])) if value > 0 else None
        if way is not None:
            return way
    return None


def _run(near: Iterable[Number], number: Number) -> list[Number]:
    """The first of `near`, up to one that is no exact level of what `number` counts."""
    return list(takewhile(lambda one: alike(one, number) and one.exact and not one.change, near))


def _sum(numbers: Iterable[Number]) -> Decimal:
    return sum((one.low for one in numbers), Decimal(0))


def _summed(number: Number, run: Sequence[Number]) -> Way | None:
    return _given(number, run, _sum(run), "+".join(one.face for one in run))


def _given(number: Number, run: Sequence[Number], value: Decimal, words: str) -> Way | None:
    """`run` as what gives `number`, if its digits are those of `value` with two exchanged."""
    right = number.rewritten(value, exact=True)
    if not swapped(right, number.text.replace(",", "")):
        return None
    return Way(tuple(run), right, f"{words}={right.removesuffix(number.unit)}")
