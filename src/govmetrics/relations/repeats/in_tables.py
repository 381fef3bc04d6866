"""What the text says of a row of a plain table: 全年立案 32 件, and in the table below 立案(件) 23."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, last_words, rows, swapped
from govmetrics.relations.repeats.exchanged import LINK, is_of_another
from govmetrics.relations.repeats.stated import may_be_fact
from govmetrics.relations.sums.grid import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.relations.sums.grid import Cell, Line
    from govmetrics.view import View

_UNIT = compile_("[(（](?:单位[:：]?)?(?P<unit>[\u4e00-\u9fff]{1,3})[)）]")
_YEAR = compile_("(20\\d\\d)年?度?|本年|上年|今年|去年")
_LED = compile_(
    "(?:全年|全[省市县区镇乡局校]|全系统|现有|实有|共有|共|累计|已|今年|本年|年内|20\\d\\d年|我[局办市县区镇]|本[局办]|作出|实施|办理|开展|立案|完成|依法|涉及)*"
)
_DONE = compile_("查处|查办|办理|办结")
_SOME = compile_("截[至止]|月底|中,|其中|市本级|县本级|上年|去年|计划|目标|累计|上半年|季度|月")
_TOTAL = compile_("(?:合|总|共|小)\\s*计|其[中他]")
_PARTIAL = compile_("不含|不包括|仅|部分|本级")
_HEAD = 80
_SHORT, _LONG, _REACH = 2, 4, 40
_MOST = 200
"""Rows of tables that are looked at."""


class InTable(NamedTuple):
    """A number of the text with what the table has for it.

    Attributes:
        cell: that of the row and the year.
        wrong: whether they differ as slips do, or the text has another year's.
    """

    number: Number
    name: str
    cell: Cell
    wrong: bool


class _Named(NamedTuple):
    name: str
    unit: str
    cell: Cell
    others: tuple[Cell, ...]


def in_tables(view: View) -> Iterator[InTable]:
    """The numbers of the text that a row of a plain table gives, too."""
    known = list(_named(view))[:_MOST]
    if not known:
        return
    cells = {cell.span for one in known for cell in (one.cell, *one.others)}
    by_unit: dict[str, list[_Named]] = {}
    for one in known:
        by_unit.setdefault(one.unit, []).append(one)
    for row in rows(view):
        for number in row:
            if number.span in cells or not may_be_fact(number) or number.change or number.kind == "percent" or not number.exact:
                continue
            words = LINK.sub("", last_words(number.before))
            before = view.text[max(row.start, number.start - _REACH) : number.start]
            if is_of_another(view, number) or _SOME.search(before) or "\n" in before.lstrip("\n"):
                continue
            for one in by_unit.get(number.unit, ()):
                if _is_called(one.name, words) and (told := _told(number, one)) is not None:
                    yield InTable(number, one.name, one.cell, told)
                    break


def _told(number: Number, one: _Named) -> bool | None:
    """Whether a number is a slip of its cell; None where it may be of something else."""
    if number.low == one.cell.value:
        return False
    if any(number.low == other.value for other in one.others):
        return True
    return True if swapped(number.text.replace(",", "").removesuffix(number.unit), one.cell.text.replace(",", "")) else None


def _is_called(name: str, words: str) -> bool:
    """Whether the clause before a number names the row and nothing else: 全年立案查处违法建设, or all characters of 受理公开申请 in their order."""
    lead, found, rest = words.partition(name)
    if found:
        return _LED.fullmatch(lead) is not None and (not rest or _DONE.match(rest) is not None)
    at, first = 0, words.find(name[0])
    for char in name if len(name) >= _LONG else ():
        at = words.find(char, at) + 1
        if not at:
            return False
    return len(name) >= _LONG and words.endswith(name[-2:]) and _LED.fullmatch(words[:first]) is not None


def _named(view: View) -> Iterator[_Named]:
    text = view.document.text
    for lines, header in view.of_text(tables):
        if _PARTIAL.search(text, max(0, lines[0].start - _HEAD), lines[0].start):
            continue
        for line in lines:
            name = _UNIT.sub("", line.name)
            at = _column(view, header, line)
            if at is None or len(name) < _SHORT or _TOTAL.search(name):
                continue
            column = header[at] if header else ""
            unit = _UNIT.search(line.name) or _UNIT.search(column)
            if unit is None and not view.document.text[line.cells[at].span.end - 1].isdigit():
                shown = view.document.text[line.cells[at].span.start : line.cells[at].span.end]
                told = shown.lstrip("0123456789,.")
            else:
                told = unit["unit"] if unit else ""
            if told and told != "%":
                years = tuple(cell for i, cell in enumerate(line.cells) if i != at and header and _YEAR.search(header[i]))
                yield _Named(name, told, line.cells[at], years)


def _column(view: View, header: list[str], line: Line) -> int | None:
    """The column that holds this year's level: the only one, that of the year, or the only one with a unit of things."""
    if len(line.cells) == 1:
        return 0
    if not header:
        return None
    years = [at for at, name in enumerate(header) if (match := _YEAR.search(name)) and match.group(1) == str(view.document.review)]
    if len(years) == 1:
        return years[0]
    if any(_YEAR.search(name) for name in header):
        return None
    levels = [at for at, name in enumerate(header) if "率" not in name and "比" not in name and "%" not in name]
    return levels[0] if len(levels) == 1 else None
