"""Plain tables, a row a line with tabs, bars or spaces between cells, and the columns whose row 合计 is what they add up to."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from govmetrics.model import Span
from govmetrics.patterns import compile_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

_CELL, _WORD = compile_(r"[^\t|│]+"), compile_(r"[^ \u3000\r\n]+")
_NUMBER = compile_(r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(%|％|人次|件次|户次|批次|[万亿]?元|[件人次个名户宗起项场份家卷条篇期])?")
_PROSE = compile_("[。;；，、]|,(?!\\d)")
_BARS = ("\t", "|", "│")
_TOTAL = compile_(r"(?:合|总|共)\s*计|总数|全[市县区省州旗镇乡]合计")
_SOME = compile_(r"其中|小\s*计|^[-—#*·]|[(（]含")
_NO_SUM = compile_("率|比|均|幅|增|减|序号|排名|单价|年份|编号|%|％|‰|得分")
_LEAST, _MOST = 3, 60
_LONGEST, _SHORT = 400, 90


class Cell(NamedTuple):
    """A number of a table: where it stands, and its value."""

    span: Span
    text: str
    value: Decimal


class Line(NamedTuple):
    """A row of a table: what it is called, where that stands, and its numbers."""

    name: str
    start: int
    cells: list[Cell]


class Column(NamedTuple):
    """A column with a total: what it is called, the total and what stands above or below it."""

    name: str
    total: Cell
    parts: tuple[Cell, ...]


def columns(view: View) -> Iterator[Column]:
    """The columns that have a total, of tables that split no row into others."""
    for lines, header in view.of_text(tables):
        rows = lines.copy()
        totals = [at for at, row in enumerate(rows) if _TOTAL.fullmatch(row.name)]
        if len(totals) != 1 or totals[0] not in (0, len(rows) - 1) or any(_SOME.search(row.name) for row in rows):
            continue
        total = rows.pop(totals[0])
        if not _LEAST <= len(rows) <= _MOST:
            continue
        for at, cell in enumerate(total.cells):
            name = header[at] if at < len(header) else ""
            if not _NO_SUM.search(name) and not cell.text.endswith("%"):
                yield Column(name, cell, tuple(row.cells[at] for row in rows))


def tables(view: View) -> list[tuple[list[Line], list[str]]]:
    """Runs of rows with as many numbers each, and what the columns of each are called; no names where it is not told."""
    return list(_tables(view.document.text))


def _tables(text: str) -> Iterator[tuple[list[Line], list[str]]]:
    rows: list[Line] = []
    header: list[str] = []
    last: list[str] = []
    at = 0
    for line in text.splitlines(keepends=True):
        size = len(line)
        spaced = size <= _SHORT and (" " in line or "\u3000" in line)
        tabular = size < _LONGEST and (spaced or "\t" in line or "|" in line or "│" in line)
        if not tabular and not rows:
            last = [] if line.strip() else last
            at += size
            continue
        found = _row(line, at) if tabular else None
        if found is None or (rows and len(found.cells) != len(rows[0].cells)):
            if len(rows) > 1:
                yield rows, header if len(header) == len(rows[0].cells) else []
            rows, found = [], None
            if tabular:
                last = [words for _, words in cells(line, at)][1:] or last
            elif line.strip():
                last = []
        elif not rows:
            header = last
        if found is not None:
            rows.append(found)
        at += len(line)
    if len(rows) > 1:
        yield rows, header if len(header) == len(rows[0].cells) else []


def _row(line: str, start: int) -> Line | None:
    """The name of a row and its numbers; None where a line is none: no name, or no number."""
    (at, name), *others = cells(line, start) or [(start, "")]
    if not others or any(char.isdigit() for char in name):
        return None
    found: list[Cell] = []
    for begin, words in others:
        match = _NUMBER.fullmatch(words)
        if not match:
            return None
        text = match.group(1) + ("%" if match.group(2) in ("%", "％") else "")
        found.append(Cell(Span(begin, begin + len(words)), text, Decimal(match.group(1).replace(",", ""))))
    return Line(name, at, found)


def cells(line: str, start: int) -> list[tuple[int, str]]:
    """Where each cell of a line that begins at `start` stands, and its words; cells without any are left out."""
    if any(bar in line for bar in _BARS):
        found = ((start + cell.start(), cell.group()) for cell in _CELL.finditer(line))
        return [(at + len(words) - len(words.lstrip()), words.strip()) for at, words in found if words.strip()]
    if len(line) > _SHORT or _PROSE.search(line):
        return []
    return [(start + cell.start(), cell.group()) for cell in _WORD.finditer(line)]
