"""Wholes below their parts, a line each: 甲镇:12人 / 乙镇:15人 / 合计:27人."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics.patterns import compile_
from govmetrics.relations.figures import alike, rows
from govmetrics.relations.sums.breakdown import Breakdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.relations.figures import Number
    from govmetrics.view import View

_LINE = compile_(r"\s*[\u4e00-\u9fff“”()]{2,14}:")
_TOTAL = compile_(r"\s*(?:合计|总计|共计|小计):")
_FEW = 2
_LONGEST = 60
"""Characters that a line has before its number at most."""


def by_line(view: View) -> Iterator[Breakdown]:
    """The totals of lists whose lines have a name, a colon and one number each."""
    run: list[Number] = []
    for row in rows(view):
        number = row[0]
        ends = view.text[number.end : number.end + 1] in ("\n", "", ";", "。")
        in_list = len(row) == 1 and number.kind in ("count", "money") and not number.change and ends
        reach = max(number.start - _LONGEST, 0)
        line = view.text[max(view.text.rfind("\n", reach, number.start) + 1, reach) : number.start]
        is_total = _TOTAL.fullmatch(line) is not None
        if is_total and not number.change and len(run) >= _FEW and alike(run[-1], number):
            yield Breakdown(number, run, "合计", "", True, [])
        if is_total or not in_list or not _LINE.fullmatch(line) or (run and not alike(run[-1], number)):
            run = []
        else:
            run.append(number)
