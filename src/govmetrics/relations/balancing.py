"""The sums that the form of a budget or a final account demands of its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govmetrics.patterns import compile_
from govmetrics.relations import classified
from govmetrics.relations.accounts import Row, Table
from govmetrics.relations.adding import Sum, is_additive, row_sums
from govmetrics.relations.headings import hanzi

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_THREE_PUBLIC = compile_(r"(?=.*合计)(?=.*因公出国)(?=.*公务接待费)(?=.*小计)(?=.*购置费)(?=.*运行)")
_NUMBERED = compile_(r"([一二三四五六七八九十]{1,3})、")
_SUBORDINATE = compile_(r"\d|\(|其中|[a-zA-Z]")
_FUND = compile_(r"(?:一般公共|政府性基金|国有资本经营)预算财政拨款$")
_SPENT = compile_(r"支出$|结转下年|年末|结余分配")
_LEFT = compile_(r"^(?:使用非财政拨款结余|用事业基金弥补收支差额|(?:年初|上年)(?:财政拨款)?结转)")
_RIGHT = compile_(r"^(?:结余分配|年末(?:财政拨款)?结转|结转下年)")
_OFFICIAL = 6
"""Columns of the table of official trips, vehicles and receptions."""


def sums(before: Table | None, table: Table, after: Table | None) -> list[Sum]:
    """The sums that `table` must keep, in order; `before` and `after` tell whether a page break cut it."""
    if _THREE_PUBLIC.match(table.header):
        return [one for row in table.rows if not row.label for one in _three_public(table, row)]
    additive = is_additive(table)
    found = list(row_sums(table)) if additive else []
    if not classified.has_codes(table):
        found += _balance(table, additive)
    elif not table.broken:
        found += classified.sums(before, table, after, additive=additive)
    return found


def _three_public(table: Table, row: Row) -> Iterator[Sum]:
    """合计 = trips + vehicles + reception and vehicles = purchase + running; receptions stand before or behind the vehicles.

    The order is the one in which more of this is true, or else no part is more than its whole; nothing is known of a row that fits none.
    """
    count = len(row.cells)
    paired = count == 2 * _OFFICIAL
    if not paired and count != _OFFICIAL and not (count == _OFFICIAL + 1 and "机关运行" in table.header):
        return
    for cells in (row.cells[::2], row.cells[1::2]) if paired else (row.cells[:_OFFICIAL],):
        total, trips, third, fourth, fifth, last = cells
        orders = []
        for vehicles, reception, parts in ((third, last, (fourth, fifth)), (fourth, third, (fifth, last))):
            whole = Sum("“三公”经费合计", (trips, vehicles, reception), total, table.step)
            own = Sum("公务用车购置及运行费小计", parts, vehicles, table.step)
            through = whole._replace(parts=(trips, *parts, reception))
            holding = sum(one.holds for one in (whole, own, through))
            orders.append((holding, all(part.value <= vehicles.value for part in parts), [whole, own, through]))
        orders.sort(key=lambda order: order[:2])
        (least, worse, _), (most, better, found) = orders
        if most and ((most, better) > (least, worse) or most == len(found)):
            yield from found[:2] if most == len(found) else found


class _Side(NamedTuple):
    """One side of a balance: its numbered rows, the row that sums them, what is carried in or over, and the grand total."""

    items: list[Row]
    year: list[Row]
    carried: list[Row]
    grand: list[Row]


def _balance(table: Table, additive: bool) -> Iterator[Sum]:
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
