"""All numbers of a report that the numbers of their paragraph give with two digits exchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics.patterns import compile_
from govmetrics.relations.changes.judging import judged
from govmetrics.relations.figures import last_words
from govmetrics.relations.paragraphs import paragraphs
from govmetrics.relations.shares.ratios import ratios
from govmetrics.relations.swaps.amounts import amount
from govmetrics.relations.swaps.percents import growth, points, ratio

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.relations.figures import Number
    from govmetrics.relations.swaps.way import Way
    from govmetrics.view import View

_RATIO = compile_("率|占|比[重例]|的$")
_OF_OTHERS = compile_("[由从]|[上去]年|同期|全[国省市]平均|高于|低于")
_BACK, _AHEAD = 16, 8
_LEAST = 3
"""Digits of a percentage whose exchange is no chance."""


def swaps(view: View) -> Iterator[tuple[Number, Way]]:
    """Each such number that nothing else explains, with what gives it."""
    known = {one.number.start for one in view.once(ratios) if one.status != "not-assessable"}
    known |= {one.number.start for one in view.once(judged) if one.status != "not-assessable"}
    for numbers in view.once(paragraphs):
        for at, number in enumerate(numbers):
            if number.start not in known and number.exact and _is_swappable(number) and (way := _way(view, numbers, at)):
                yield number, way


def _is_swappable(number: Number) -> bool:
    figures = [sign for sign in number.text if sign.isdecimal()]
    least = _LEAST if number.kind == "percent" else 2
    return len(figures) >= least and len(set(figures)) > 1


def _way(view: View, numbers: list[Number], at: int) -> Way | None:
    number = numbers[at]
    words = last_words(number.before)
    if _OF_OTHERS.search(words):
        return None  # 比重从 p% 提高: what it was is of other years
    if number.kind in ("count", "money"):
        return None if number.change else amount(view, numbers, at, words)
    near = numbers[max(0, at - _BACK) : at] + numbers[at + 1 : at + 1 + _AHEAD]
    before = numbers[at - 1] if at else None
    if number.kind == "points":
        return points(number, near, before) if before is not None else None
    if number.unit != "%":
        return None
    if number.change:
        return growth(number, before, near) if before is not None else None
    return ratio(view, number, near) if _RATIO.search(words) else None
