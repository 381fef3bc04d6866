"""The job of `extract --pivot`: what each report states of its indicators, one row a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from govmetrics import packs
from govmetrics.analyse import indicate, pack_of
from govmetrics.cli.jobs import Job, Result
from govmetrics.output._pivot import Cell, Column, Row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govmetrics.analyse import Analysis
    from govmetrics.packs import Pack
    from govmetrics.reading import Source


class Pivot(Job, frozen=True):
    """One report as a row.

    Attributes:
        pack: the indicator pack; empty for that of the report's genre.
    """

    pack: str = ""

    def result(self, source: Source, analysis: Analysis, encoding: str) -> Result:
        """The row as JSON, in which it comes back from other processes."""
        indicated = indicate(analysis, self.pack, self.rules)
        found = indicated.document
        pack = pack_of(indicated, self.rules)
        cells = _cells(indicated, pack) if pack else {}
        row = Row(found.name, found.title, found.year, indicated.pack, cells)
        return Result(source, msgspec.json.encode(row).decode(), {"indicators": len(cells)})


def _cells(analysis: Analysis, pack: Pack) -> dict[str, Cell]:
    """The first value of each indicator that is of the report's year; what fell is negative where it is a rate of growth."""
    growing = {indicator.id for indicator in pack.indicators if indicator.kind == "growth"}
    review = str(analysis.document.review or "")
    cells: dict[str, Cell] = {}
    for metric in analysis.metrics:
        id_ = metric.indicator
        if id_ is None or id_ in cells or (metric.change and id_ not in growing):
            continue
        if review and metric.period and metric.period.rpartition("/")[2][:4] != review:
            continue
        cells[id_] = Cell(f"-{metric.value}" if metric.change == "decrease" else metric.value, metric.unit)
    return cells


def table(results: Iterable[str], rules: tuple[str, ...]) -> tuple[list[Row], list[Column]]:
    """The rows, and the indicators that they state: those of the first row's pack first, in its order."""
    rows = [msgspec.json.decode(result, type=Row) for result in results]
    stated = {id_ for row in rows for id_ in row.indicators}
    columns: dict[str, Column] = {}
    for id_ in dict.fromkeys(row.pack for row in rows if row.pack):
        for indicator in packs.load(rules).get(id_).indicators:
            if indicator.id in stated:
                columns.setdefault(indicator.id, Column(indicator.id, indicator.zh))
    return rows, list(columns.values())
