"""Cells of a table that must add up to another, and which cell is wrong where they do not."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from govmetrics.patterns import compile_
from govmetrics.relations.accounts.tables import Cell, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PARTS = compile_(r"基本支出|项目支出|人员经费|公用经费|一般公共预|政府性基|国有资本|财政拨款收入|事业收入|其他收入")
_OTHER = compile_(r"其中|执行数|上年|比|[%率增减]|预算数.*决算数|年初结转")


class Sum(NamedTuple):
    """Cells that must add up to another.

    Attributes:
        name: the row of the total.
        parts, total: no part is empty.
        step: one unit of the last place of the table's amounts; None for each its own.
        assumed: further parts are blank and count as 0.
    """

    name: str
    parts: tuple[Cell, ...]
    total: Cell
    step: Decimal | None
    assumed: bool = False

    @property
    def excess(self) -> Decimal:
        """How much the parts make more than the total."""
        return sum((part.value for part in self.parts), Decimal(0)) - self.total.value

    @property
    def holds(self) -> bool:
        """Whether rounding explains the difference: half a unit of the last place of each amount."""
        cells = (*self.parts, self.total)
        steps = (cell.step if self.step is None else min(cell.step, self.step) for cell in cells)
        return abs(self.excess) * 2 <= sum(steps, Decimal(0))

    @property
    def is_truncated(self) -> bool:
        """Whether it would hold if each amount were cut off where it ends."""
        steps = [cell.step if self.step is None else min(cell.step, self.step) for cell in self.parts]
        whole = self.total.step if self.step is None else min(self.total.step, self.step)
        return -sum(steps, Decimal(0)) < self.excess < whole

    def with_(self, cell: Cell, other: Cell) -> Sum:
        """The same with `other` in the place of `cell`."""
        parts = tuple(other if part == cell else part for part in self.parts)
        return self._replace(parts=parts, total=other if self.total == cell else self.total)

    @property
    def cells(self) -> frozenset[Cell]:
        """Its total and its parts."""
        return frozenset((*self.parts, self.total))


def is_plain(table: Table) -> bool:
    """Whether its amounts are all of one year and one stage, and none is but a part of the one before it."""
    return not _OTHER.search(table.header)


def is_additive(table: Table) -> bool:
    """Whether the first column is the sum of the others: the header names parts of a whole, and most rows agree."""
    header = table.header
    if ("合计" not in header and "小计" not in header) or len(set(_PARTS.findall(header))) <= 1 or not is_plain(table):
        return False
    rows = list(row_sums(table))
    return len(rows) > 1 and sum(row.holds for row in rows) * 4 >= len(rows) * 3


def row_sums(table: Table) -> Iterator[Sum]:
    """The first cell of each row with the others."""
    for row in table.rows:
        if len(row.cells) > 1 and (row.label or row.code):
            yield Sum(row.label or row.code, row.cells[1:], row.cells[0], table.step)


class Failure(NamedTuple):
    """Sums of a table that fail together.

    Attributes:
        sums: they share cells.
        cell: the only one whose change mends all of them and breaks none; the first total where there is no such cell.
        expected: what it would be; None where there is no such cell.
    """

    sums: tuple[Sum, ...]
    cell: Cell
    expected: Decimal | None


def failures(sums: Sequence[Sum]) -> list[Failure]:
    """The sums of a table that fail, those that share cells together."""
    groups: list[list[Sum]] = []
    for one in sums:
        if not one.holds:
            joined = [group for group in groups if any(one.cells & other.cells for other in group)]
            groups = [group for group in groups if group not in joined]
            groups.append([*(other for group in joined for other in group), one])
    return [_failure(group, sums) for group in groups]


def _failure(group: list[Sum], sums: Sequence[Sum]) -> Failure:
    shared = frozenset.intersection(*(one.cells for one in group))
    mends = [(cell, value) for cell in shared if (value := _mended(cell, group[0])) is not None and _fits(cell, value, sums)]
    cell, expected = mends[0] if len(mends) == 1 else (group[0].total, None)
    return Failure(tuple(group), cell, expected)


def _mended(cell: Cell, one: Sum) -> Decimal | None:
    value = cell.value + one.excess if cell == one.total else cell.value - one.excess
    return value if value >= 0 else None


def _fits(cell: Cell, value: Decimal, sums: Sequence[Sum]) -> bool:
    """Whether all sums of `cell` hold when it has `value`."""
    other = cell._replace(value=value)
    own = (one for one in sums if cell in one.cells)
    return all(one.with_(cell, other).holds for one in own)
