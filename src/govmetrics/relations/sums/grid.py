"""Plain tables, a row a line with tabs or bars between cells, whose row 合计 is what its columns add up to."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from govmetrics.model import Span
from govmetrics.patterns import compile_

if TYPE_CHECKING:
    from collections.abc import Iterator

_CELL = compile_(r"[^\t|]+")
_NUMBER = compile_(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_TOTAL = compile_(r"(?:合|总|共)\s*计|总数|全[市县区省州旗镇乡]合计")
_SOME = compile_(r"其中|小\s*计|^[-—#*·]|[(（]含")
_NO_SUM = compile_("率|比|均|幅|增|减|序号|排名|单价|年份|编号|%|％|‰|得分")
_LEAST, _MOST = 3, 60
_LONGEST = 400


class Cell(NamedTuple):
    """A number of a table: where it stands, and its value."""

    span: Span
    text: str
    value: Decimal


class Column(NamedTuple):
    """A column with a total: what it is called, the total and what stands above or below it."""

    name: str
    total: Cell
    parts: tuple[Cell, ...]


def columns(text: str) -> Iterator[Column]:
    """The columns that have a total, of tables that split no row into others; `text` is the report as read."""
    for rows, header in _tables(text):
        totals = [at for at, (name, _) in enumerate(rows) if _TOTAL.fullmatch(name)]
        if len(totals) != 1 or totals[0] not in (0, len(rows) - 1) or any(_SOME.search(name) for name, _ in rows):
            continue
        total = rows.pop(totals[0])
        if not _LEAST <= len(rows) <= _MOST:
            continue
        for at, cell in enumerate(total[1]):
            name = header[at] if at < len(header) else ""
            parts = [cells[at] for _, cells in rows]
            if cell is not None and all(parts) and not _NO_SUM.search(name):
                yield Column(name, cell, tuple(part for part in parts if part is not None))


def _tables(text: str) -> Iterator[tuple[list[tuple[str, list[Cell | None]]], list[str]]]:
    """Runs of rows with as many cells each, and what the columns of each are called."""
    rows: list[tuple[str, list[Cell | None]]] = []
    header: list[str] = []
    last: list[str] = []
    at = 0
    for line in text.splitlines(keepends=True):
        found = _row(line, at) if ("\t" in line or "|" in line) and len(line) < _LONGEST else None
        if found is None or (rows and len(found[1]) != len(rows[0][1])):
            if len(rows) > _LEAST:
                yield rows, header
            rows, found = [], None
            last = [cell.strip() for cell in _CELL.findall(line.strip().strip("|"))][1:] or last
        elif not rows:
            header = last
        if found is not None:
            rows.append(found)
        at += len(line)
    if len(rows) > _LEAST:
        yield rows, header


def _row(line: str, start: int) -> tuple[str, list[Cell | None]] | None:
    """The name of a row and its cells; None where a line is none: no name, or no number."""
    (_, name), *others = cells(line, start) or [(start, "")]
    if not others or any(char.isdigit() for char in name):
        return None
    found: list[Cell | None] = []
    for begin, words in others:
        if not _NUMBER.fullmatch(words):
            return None
        found.append(Cell(Span(begin, begin + len(words)), words, Decimal(words.replace(",", ""))))
    return name, found


def cells(line: str, start: int) -> list[tuple[int, str]]:
    """Where each cell of a line that begins at `start` stands, and its words; cells without any are left out."""
    found = ((start + cell.start(), cell.group()) for cell in _CELL.finditer(line))
    return [(at + len(words) - len(words.lstrip()), words.strip()) for at, words in found if words.strip()]
