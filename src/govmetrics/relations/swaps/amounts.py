"""Counts and amounts whose digits were exchanged: totals, what is left, and what was held in the end."""

from __future__ import annotations

from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

from govmetrics.patterns import compile_
from govmetrics.relations.figures import alike, rows, swapped
from govmetrics.relations.swaps.way import Way

if TYPE_CHECKING:
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
    ways = []
    for side in (numbers[max(0, at - _NEAR) : at][::-1], numbers[at + 1 : at + 1 + _NEAR]):
        run: list[Number] = []
        for one in side:
            if not (alike(one, number) and one.exact and not one.change):
                break
            run.append(one)
            if len(run) > 1:
                ways.append(run[::-1] if one.start < number.start else run.copy())
    sums = [(sum((one.low for one in run), Decimal(0)), run) for run in ways]
    if any(value == number.low for value, _ in sums):
        return None
    for value, run in sums:
        right = number.rewritten(value, exact=True)
        if swapped(right, number.text.replace(",", "")):
            return Way(tuple(run), right, f"{'+'.join(one.face for one in run)}={right.removesuffix(number.unit)}")
    return None


def _split(view: View, numbers: list[Number], at: int) -> Way | None:
    """检查 w 次,其中甲类 a 次、乙类 b 次, which make another number of the report: w with two digits exchanged."""
    number = numbers[at]
    run: list[Number] = []
    found = None
    for one in numbers[at + 1 : at + 1 + _NEAR]:
        if not (alike(one, number) and one.exact and not one.change):
            break
        run.append(one)
        value = sum((part.low for part in run), Decimal(0))
        if value == number.low:
            return None
        right = number.rewritten(value, exact=True)
        if len(run) > 1 and swapped(right, number.text.replace(",", "")):
            found = Way(tuple(run), right, f"{'+'.join(part.face for part in run)}={right.removesuffix(number.unit)}")
    if found is None:
        return None
    value = sum((part.low for part in found.numbers), Decimal(0))
    said = (one for row in islice(rows(view), _MOST) for one in row if one.low == value and alike(one, number))
    return found if next(said, None) is not None else None


def _held(numbers: list[Number], at: int) -> Way | None:
    """年初 a,新增 b,减少 c,年末 d: what was there with what came and without what went."""
    number, run = numbers[at], numbers[max(0, at - _FLOW) : at]
    if len(run) < _FLOW or not _AT_FIRST.search(run[0].before) or not all(alike(one, number) and one.exact for one in run):
        return None
    first, more, less = run
    value = first.low + more.low - less.low
    right = number.rewritten(value, exact=True)
    if value == number.low or not swapped(right, number.text.replace(",", "")):
        return None
    return Way((first, more, less), right, f"{first.face}+{more.face}-{less.face}={right.removesuffix(number.unit)}")


def _rest(numbers: list[Number], at: int) -> Way | None:
    """w,其中 a、b、c,未化解的 d: what the run right before leaves of the number it begins with."""
    number = numbers[at]
    following = numbers[at + 1] if at + 1 < len(numbers) else None
    if following is not None and alike(following, number) and not following.change and "。" not in following.before:
        return None  # 未取得证书的38人,合格45人
    run: list[Number] = []
    for one in numbers[max(0, at - _NEAR) : at][::-1]:
        if not (alike(one, number) and one.exact and not one.change):
            break
        run.insert(0, one)
    for first in range(len(run) - 1):
        whole, *parts = run[first:]
        value = whole.low - sum(one.low for one in parts)
        if value == number.low:
            return None
        right = number.rewritten(value, exact=True) if value > 0 else ""
        if right and swapped(right, number.text.replace(",", "")):
            words = f"{whole.face}-{'-'.join(one.face for one in parts)}={right.removesuffix(number.unit)}"
            return Way((whole, *parts), right, words)
    return None
