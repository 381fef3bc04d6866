"""What the checks of official tables share: the tables of a report, and how a cell is pointed to."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from govmetrics import disclosure
from govmetrics.disclosure.form import COLUMN_NAMES, ROW_NAMES, Cell, Kind, Table
from govmetrics.finding import Judgement, Phrase, Related
from govmetrics.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govmetrics.view import View

_UNREAD = {
    "blank-cells": Phrase("表中有空格，数字属于哪一列不能确定", "the table has blank cells, and the columns of its numbers are not sure"),
    "labels": Phrase("表的行名不全或次序不同", "the rows of the table are not all there, or in another order"),
    "numbers": Phrase("表中数字的个数与格式不符", "the table has more or fewer numbers than its form"),
    "empty": Phrase("表中没有数字", "the table has no numbers"),
}


def read(view: View) -> tuple[Table, ...]:
    """All official tables of a report; ask `view.once` for them."""
    return disclosure.read(view.document.text)


def tables(view: View, kind: Kind) -> Iterator[Table]:
    """The official tables of a kind."""
    return (table for table in view.once(read) if table.kind == kind)


def unread(view: View, table: Table) -> Judgement:
    """That the relations of a table cannot be assessed, and why."""
    text = view.document.text
    start = table.start + len(text[table.start : table.end]) - len(text[table.start : table.end].lstrip())
    end = text.find("\n", start)
    reason = _UNREAD[table.unread] if table.unread else None
    return Judgement(status="not-assessable", span=Span(start, min(end, start + 40) if end > start else start + 1), reason=reason)


def span(cell: Cell) -> Span:
    """Where a cell stands; not for blank ones."""
    return Span(cell.start, cell.end)


def name(cell: Cell) -> str:
    """Row and column of a cell, as a reader calls them."""
    return f"{ROW_NAMES[cell.row]}／{COLUMN_NAMES[cell.column]}"


def related(cells: Iterable[Cell]) -> tuple[Related, ...]:
    """The cells that have a number, each with its row and column."""
    return tuple(Related(span(cell), Phrase(name(cell), name(cell))) for cell in cells if cell.end > cell.start)


def plus(cells: Iterable[Cell]) -> str:
    """The addition of some cells, noughts left out."""
    return "+".join(digits(cell.value) for cell in cells if cell.value) or "0"


def total(cells: Iterable[Cell]) -> Decimal:
    """The sum of some cells."""
    return sum((cell.value for cell in cells), Decimal(0))


def digits(value: Decimal) -> str:
    """A number without an exponent."""
    return f"{value:f}"
