"""Which indicators the amounts in the tables of budgets and accounts are of, by title, row and column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics.patterns import compile_
from govmetrics.relations.accounts import three_public
from govmetrics.relations.accounts.sums import is_additive, is_plain
from govmetrics.relations.accounts.tables import Cell, Row, Table, tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.packs import Pack
    from govmetrics.view import View

_THREE_PUBLIC = "three_public"
"""What pack files call the table of official trips, vehicles and receptions, which its header tells."""
_OFFICE = compile_(r"^(?:.*\d{4}年度?)?(?:(?:预算)?(?:部门|单位))?")
_NUMBER = compile_(r"^(?:[一二三四五六七八九十]{1,3}、|类款项(?=合计))")


def indicated(view: View, pack: Pack) -> dict[int, str]:
    """Where the amounts with an indicator of `pack` begin in the source, with its id."""
    found: dict[int, str] = {}
    for table in view.of_text(tables) if pack.cells else ():
        for name, cell in _known(table, pack):
            id_ = pack.cells.get(name)
            if id_:
                found[cell.span.start] = id_
    return found


def _known(table: Table, pack: Pack) -> Iterator[tuple[str, Cell]]:
    """The amounts of which table, row and column are sure, as pack files name them."""
    if three_public.is_of(table):
        yield from ((f"{_THREE_PUBLIC}: {name}", cell) for name, cell in three_public.named(table))
    elif is_plain(table):
        # What the pack calls the table, by the nearest title above it that it knows.
        kinds = (pack.tables.get(_OFFICE.sub("", title)) for title in table.titles)
        kind = next((kind for kind in kinds if kind), None)
        if kind:
            yield from ((f"{kind}: {name}", cell) for name, cell in _named(table))


def _named(table: Table) -> Iterator[tuple[str, Cell]]:
    """The amounts of which row and column are sure, by both."""
    additive = is_additive(table)
    for row in table.rows:
        if row.code or not row.label or not row.cells:
            continue
        label = _NUMBER.sub("", row.label)
        if len(row.cells) == 1 or additive:
            yield label, row.cells[0]
        if additive and _is_filled(table, row):
            for column, cell in zip(table.columns[1:], row.cells[1:], strict=True):
                yield f"{label} / {column}", cell


def _is_filled(table: Table, row: Row) -> bool:
    """Whether it has an amount below each heading."""
    return 1 < len(row.cells) == len(table.columns)
