"""One amount with 万 in one place and 亿 in another: 讨回薪资1326万元 and 追回工资1326亿元."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, significant
from govmetrics.relations.repeats.restated import Repeat
from govmetrics.relations.repeats.stated import apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govmetrics.relations.figures import Row
    from govmetrics.view import View

_DIGITS = 4
"""Digits that two amounts hardly share by chance."""
_NEAR = 24
_SAME = 2
"""Pairs of characters in a row that the words before both have in common."""
_IDLE = compile_("[^\u4e00-\u9fff]|累计|全[省市县区年]|实现|达到?|共|为|了|的")
_FACTORS = (4, 8)


def scaled(view: View, amounts: Iterable[tuple[Row, Number]]) -> Iterator[Repeat]:
    """The amounts that were said before ten thousand times as large, or as small, each with the first."""
    first: dict[str, tuple[Row, Number]] = {}
    for row, number in amounts:
        figures = significant(number.low)
        if len(figures) < _DIGITS:
            continue
        held = first.setdefault(figures, (row, number))
        factor = abs(held[1].low.adjusted() - number.low.adjusted())
        if factor in _FACTORS and held[0] is not row and apart(view, held[1], number) and _alike(held, (row, number)):
            yield Repeat(held[1], number, True)


def _alike(one: tuple[Row, Number], other: tuple[Row, Number]) -> bool:
    """Whether they are said of one thing, or beside one other number: 868名农民工."""
    beside = [{(number.low, number.unit) for number in row if number is not own and number.low > _NEAR} for row, own in (one, other)]
    words, others = (_IDLE.sub("", number.before[-_NEAR:]) for _, number in (one, other))
    shared = sum(words[at : at + 2] in others for at in range(len(words) - 1))
    return bool(beside[0] & beside[1]) or shared >= _SAME
