"""The two sides of a table of revenue and expenditure: their numbered rows, what is carried, and the grand totals."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govmetrics.patterns import compile_
from govmetrics.relations.accounts.sums import Sum
from govmetrics.relations.accounts.tables import Row, Table
from govmetrics.relations.numbering.headings import hanzi

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_NUMBERED = compile_(r"([一二三四五六七八九十]{1,3})、")
_SUBORDINATE = compile_(r"\d|\(|其中|[a-zA-Z]")
_FUND = compile_(r"(?:一般公共|政府性基金|国有资本经营)预算财政拨款$")
_SPENT = compile_(r"支出$|结转下年|年末|结余分配")
_LEFT = compile_(r"^(?:使用非财政拨款结余|用事业基金弥补收支差额|(?:年初|上年)(?:财政拨款)?结转)")
_RIGHT = compile_(r"^(?:结余分配|年末(?:财政拨款)?结转|结转下年)")


class _Side(NamedTuple):
    """One side of a balance: its numbered rows, the row that sums them, what is carried in or over, and the grand total."""

    items: list[Row]
    year: list[Row]
    carried: list[Row]
    grand: list[Row]


def sums(table: Table, additive: bool) -> Iterator[Sum]:
    """收入总计 and 支出总计 with the rows that make them up."""
    sides = (_Side([], [], [], []), _Side([], [], [], []))
    if not _sorted(table.rows, sides):
        return
    for side in sides:
        if len(side.grand) > 1 or len(side.year) > 1 or not _is_counted(side.items):
            return
        if not additive and any(len(row.cells) > 1 for row in (*side.items, *side.year, *side.carried, *side.grand)):
            return
    for side in sides:
        total = (side.year or side.grand)[:1]
        if total and total[0].cells:
            yield from _first(table, total[0], side.items)
        if side.year and side.grand:
            yield from _first(table, side.grand[0], (*side.year, *side.carried))
    left, right = (side.grand for side in sides)
    if left and right:
        yield from _first(table, right[0], left)


def _first(table: Table, total: Row, parts: Iterable[Row]) -> Iterator[Sum]:
    cells = tuple(part.cells[0] for part in parts if part.cells)
    if cells and total.cells:
        yield Sum(total.label, cells, total.cells[0], table.step)


def _sorted(rows: Sequence[Row], sides: tuple[_Side, _Side]) -> bool:
    """Whether all rows with a cell have a place on one of the two sides; they are added to them."""
    grand = 0
    for row in rows:
        label = row.label
        summed = any(side.year or side.grand for side in sides)
        if label in ("本年收入合计", "收入合计", "本年支出合计", "支出合计"):
            sides["支出" in label].year.append(row)
        elif label in ("收入总计", "支出总计") or (label == "总计" and grand < len(sides)):
            sides[grand if label == "总计" else "支出" in label].grand.append(row)
            grand += 1
        elif grand and (row.cells or not label):
            return bool(label) and not row.cells  # what follows the last line is no longer this table
        elif _NUMBERED.match(label) and not summed:
            sides[_SPENT.search(label) is not None].items.append(row)
        elif _LEFT.match(label):
            sides[0].carried.append(row)
        elif _RIGHT.match(label):
            sides[1].carried.append(row)
        elif summed and _FUND.match(label):
            continue  # what is carried in, by its funds
        elif row.cells and not _SUBORDINATE.match(label) and not (summed and _NUMBERED.match(label)) and not row.is_page:
            return False
    return True


def _is_counted(items: Sequence[Row]) -> bool:
    """Whether the rows are numbered 一、二、三 without a gap."""
    return [_NUMBERED.match(row.label)[1] for row in items] == [hanzi(at) for at in range(1, len(items) + 1)]  # type: ignore[index]
