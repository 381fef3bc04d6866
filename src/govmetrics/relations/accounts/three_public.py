"""The table of official trips, vehicles and receptions (“三公”经费)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics.patterns import compile_
from govmetrics.relations.accounts.sums import Sum
from govmetrics.relations.accounts.tables import Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

_FORM = compile_(r"(?=.*合计)(?=.*因公出国)(?=.*公务接待费)(?=.*小计)(?=.*购置费)(?=.*运行)")
_OFFICIAL = 6
"""Columns of the table of official trips, vehicles and receptions."""


def is_of(table: Table) -> bool:
    """Whether the header of `table` is of this form."""
    return _FORM.match(table.header) is not None


def sums(table: Table) -> Iterator[Sum]:
    """The sums of its rows, which have no label."""
    for row in table.rows:
        if not row.label:
            yield from _three_public(table, row)


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
