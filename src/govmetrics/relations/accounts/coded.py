"""Tables whose rows are classes, sections and items, by their codes: 201, 20101, 2010101."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics.relations.accounts.sums import Sum
from govmetrics.relations.accounts.tables import Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOP = 3
_PERSONNEL = ("301", "303")


def has_codes(table: Table) -> bool:
    """Whether its rows have codes."""
    return any(row.code for row in table.rows)


def sums(before: Table | None, table: Table, after: Table | None, *, additive: bool) -> Iterator[Sum]:
    """The sums that a table with codes must keep.

    Args:
        before, after: the tables beside it, which are its pieces where a page break cut it.
        additive: its first column is the sum of the others.
    """
    total = _total(table)
    leads = total is not None and total.cells[0].span.start < max(row.cells[0].span.start for row in table.rows if row.cells)
    cut = _is_piece(after) or (leads and not table.whole)
    return _Codes(table, total, additive).sums(_is_piece(before), cut)


def _is_piece(table: Table | None) -> bool:
    """Whether a table has codes and no total."""
    return table is not None and has_codes(table) and _total(table) is None and not any(_is_closing(row) for row in table.rows)


def _is_closing(row: Row) -> bool:
    return row.label == "公用经费合计"


def _total(table: Table) -> Row | None:
    rows = [row for row in table.rows if not row.code and row.cells and row.label.removeprefix("类款项") in ("合计", "总计")]
    return rows[0] if len(rows) == 1 else None


class _Codes:
    """The rows of a table by their codes."""

    def __init__(self, table: Table, total: Row | None, additive: bool) -> None:
        self.table = table
        self.total = total
        self.additive = additive
        self.rows = {row.code: row for row in table.rows if row.code}
        self.last = next(row.code for row in reversed(table.rows) if row.code)

    def sums(self, before: bool, after: bool) -> Iterator[Sum]:
        """The sums of sections and items, then those of the whole table.

        Args:
            before, after: whether the table beside it is a piece without a total.
        """
        stray = any(row.cells and not row.code and not row.label.endswith("计") and not row.is_page for row in self.table.rows)
        if stray or len(self.rows) != sum(bool(row.code) for row in self.table.rows):
            return
        if any(len(code) > _TOP and code[:-2] not in self.rows for code in self.rows):
            return
        total = self.total
        closed = not after and (total is not None or any(_is_closing(row) for row in self.table.rows))
        children: dict[str, list[Row]] = {}
        for code, row in self.rows.items():
            children.setdefault(code[:-2] if len(code) > _TOP else "", []).append(row)
        for code, row in self.rows.items():
            if code in children and (closed or not self.last.startswith(code)):
                yield from self._columns(row, children[code])
        if total is not None and not before and not after:
            yield from self._columns(total, children[""])
        for row in self.table.rows:
            if row.label in ("人员经费合计", "公用经费合计") and not before and not after:
                own = [one for one in children[""] if (one.code in _PERSONNEL) == (row.label == "人员经费合计")]
                yield from self._columns(row, own)

    def _columns(self, total: Row, parts: Sequence[Row]) -> Iterator[Sum]:
        filled = [part for part in parts if part.cells]
        counts = {len(row.cells) for row in (total, *filled)}
        even = len(counts) == 1 and not any(cell.value < 0 for row in filled for cell in row.cells)
        if not filled or not total.cells or not (self.additive or (even and self._is_full(len(total.cells)))):
            return
        for column in range(len(total.cells) if even else 1):
            cells = tuple(part.cells[column] for part in filled)
            yield Sum(total.label or total.code, cells, total.cells[column], self.table.step)

    def _is_full(self, columns: int) -> bool:
        """Whether no row of the table lacks a cell that others have."""
        return {len(row.cells) for row in self.table.rows if row.cells and not row.is_page} == {columns}
