"""A number said again behind the very same words: 政府常务会议会前学法 a 次, and what the head of the office held, b 次."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, last_words, one_digit
from govmetrics.relations.repeats.restated import Repeat
from govmetrics.relations.repeats.stated import Named, apart, circumstances, digits_swapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govmetrics.relations.figures import Row
    from govmetrics.view import View

_WORDS = compile_("[\u4e00-\u9fff]{6}$")
"""So many characters hardly stand before the numbers of two facts."""
_LEADERS = compile_("第一责任人|主要负责(?:人|同志)|党政主要|履职|述法")
_OF_SEVERAL = compile_("累计|分别|各|每|平均|新增|其余|另|季度|月")
_FEW, _TWO, _THREE = 2, 2, 3


def verbatim(view: View, counts: Iterable[tuple[Row, Number]]) -> Iterator[Repeat]:
    """The numbers that contradict the one of their opening, and those of its leaders that are more than the report's."""
    said: dict[tuple[str, str], list[Number]] = {}
    for _, number in counts:
        if found := _WORDS.search(last_words(number.before)):
            said.setdefault((found.group(), number.unit), []).append(number)
    for numbers in said.values():
        if len({number.low for number in numbers}) != _TWO:
            continue  # of many values none is that of a single fact
        first = numbers[0]
        for number in numbers[1:]:
            if number.low != first.low and _same(view, first, number) and _contradicts(first, number):
                yield Repeat(first, number, True)


def _same(view: View, one: Number, other: Number) -> bool:
    """Whether both may be of one fact: well apart, of one time and scope, and of no part."""
    around = [circumstances(view, Named("", number.metric.period, False), number) for number in (one, other)]
    low, high = sorted((one.low, other.low))
    parted = any(_OF_SEVERAL.search(last_words(number.before)) for number in (one, other))
    return around[0] == around[1] and apart(view, one, other) and not parted and (high - low <= _FEW or high * _TWO < low * _THREE)


def _contradicts(first: Number, second: Number) -> bool:
    if _LEADERS.search(second.metric.section) and not _LEADERS.search(first.metric.section):
        return second.low > first.low  # of fewer the head of the office may have been the one who held them
    near = abs(first.low - second.low) <= _FEW or digits_swapped(first, second) or one_digit(first, second)
    return not first.metric.section and bool(second.metric.section) and near
