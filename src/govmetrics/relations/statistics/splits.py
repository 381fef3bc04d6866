"""Wholes and their parts among the rows of a statistical table: 地区生产总值, then 第一产业, 第二产业 and 第三产业."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from govmetrics.relations.accounts.sums import Sum

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govmetrics.packs import Pack, Split
    from govmetrics.relations.accounts.tables import Cell
    from govmetrics.relations.statistics.tables import Row, Table

_HUNDRED = Decimal(100)
_FAR = 40
"""Rows that a part stands below its whole at most."""


class Divided(NamedTuple):
    """A row and the rows below it that are parts of it.

    Attributes:
        split: what names it and its parts.
        at, parts: where they stand in the table.
    """

    split: Split
    at: int
    parts: tuple[int, ...]


def divided(table: Table, pack: Pack) -> list[Divided]:
    """The rows of `table` that a split of `pack` divides, with their parts, once for each split.

    The parts stand right below, or behind the parts of another split of the same row, and before the next row that some split divides
    and that is none of them. A label that comes twice there is of neither.
    """
    found = []
    totals = [[split for split in pack.splits if _is_one(row, split.total)] for row in table.rows]
    for at, own in enumerate(totals):
        if own:
            parts = [names for split in own for names in split.parts]
            reach = min(at + 1 + _FAR, len(totals))
            others = (
                place for place in range(at + 1, reach) if totals[place] and not any(_is_one(table.rows[place], names) for names in parts)
            )
            below = range(at + 1, next(others, reach))
            complete = [Divided(split, at, places) for split in own if (places := _places(table, split, below))]
            known = {place for one in complete for place in one.parts}
            found += [one for one in complete if known.issuperset(range(at + 1, min(one.parts)))]
    return found


def _places(table: Table, split: Split, below: range) -> tuple[int, ...]:
    """Where the parts of `split` stand, in its order; empty if one is missing or stands there twice."""
    found = []
    for names in split.parts:
        places = [place for place in below if _is_one(table.rows[place], names)]
        if len(places) != 1:
            return ()
        found += places
    return tuple(found)


def _is_one(row: Row, names: Sequence[str]) -> bool:
    return any(name in names for name in row.names)


def sums(table: Table, pack: Pack) -> Iterator[Sum]:
    """The levels and shares of the wholes of `table` with those of their parts, column by column."""
    for one in divided(table, pack):
        rows = [table.rows[at] for at in (one.at, *one.parts)]
        for column in _columns(rows):
            yield Sum(rows[0].names[0], tuple(column[1:]), column[0], None)


def _columns(rows: Sequence[Row]) -> Iterator[list[Cell]]:
    """The cells of levels and shares that stand below each other; none where it is not sure that they do."""
    measures = [[(entry.metric.unit, entry.is_level) for entry in row.entries] for row in rows]
    if all(own == measures[0] for own in measures):
        columns = list(zip(*(row.entries for row in rows), strict=True))
    else:
        levels = [[entry for entry in row.entries if entry.is_level and entry.metric.unit != "%"] for row in rows]
        alike = all(len(own) == 1 and own[0].metric.unit == levels[0][0].metric.unit for own in levels)
        columns = list(zip(*levels, strict=True)) if alike else []
    for column in columns:
        scales = {entry.scale for entry in column if entry.cell.value}
        cells = [entry.cell for entry in column]
        # What falls below 0 is growth under a header that was not understood.
        sound = len(scales) == 1 and not any(one.value < 0 for one in cells)
        if sound and column[0].is_level and (column[0].metric.unit != "%" or _is_composition(cells)):
            yield cells


def _is_composition(cells: Sequence[Cell]) -> bool:
    """Whether a column of percentages is of parts of 100, and not of a larger whole or of rates."""
    total, *parts = cells
    rest = total._replace(value=_HUNDRED)
    return total.value == _HUNDRED or Sum("", tuple(parts), rest, None).holds
