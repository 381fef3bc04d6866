"""The first table of a disclosure report: documents made, decisions taken and charges, ten cells in six rows."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from govmetrics.disclosure import lines as reader
from govmetrics.disclosure.form import PUBLISHED, PUBLISHED_COLUMNS, WORDS, Cell, Table

if TYPE_CHECKING:
    from govmetrics.disclosure.lines import Line, Number

_COLUMNS = "废止"
"""Until 2020 the form had other columns (新制作数量, 对外公开总数量)."""


def read(text: str, start: int, end: int) -> Table:
    """The table between two offsets of a folded text."""
    lines = reader.read(text, start, end)
    owners: dict[str, list[Line]] = {}
    places: dict[str, int] = {}
    rest = list(PUBLISHED)
    current = ""
    for line in lines:
        words = "".join(word.text for word in line.words)
        if rest and words and WORDS[rest[0].id].fullmatch(words):
            current = rest.pop(0).id
            places[current] = line.words[0].start
            owners[current] = [line]
        elif line.words:
            current = ""
        elif current:
            owners[current].append(line)
    if rest or not any(_COLUMNS in word.text for line in lines for word in line.words):
        return Table("published", start, end, {}, {}, unread="labels")
    cells: dict[tuple[str, str], Cell] = {}
    for row, columns in zip(PUBLISHED, PUBLISHED_COLUMNS, strict=True):
        numbers = _numbers(owners[row.id], len(columns))
        if numbers is None:
            return Table("published", start, end, {}, {}, unread="blank-cells")
        for column, number in zip(columns, numbers, strict=True):
            cells[row.id, column] = Cell(row.id, column, *number)
    if all(cell.assumed for cell in cells.values()):
        return Table("published", start, end, {}, {}, unread="empty")
    return Table("published", start, end, cells, places)


def _numbers(lines: list[Line], width: int) -> list[Number] | None:
    """The `width` numbers of a row; None where a blank one among them cannot be told."""
    numbers = [number for line in lines for number in line.numbers]
    if len(numbers) == width:
        return numbers
    first = lines[0]
    end = first.start + len(first.text)
    blank = reader.Number(Decimal(0), end, end, assumed=True)
    if not numbers:
        return [blank] * width
    if not first.is_barred or len(first.numbers) != len(numbers):
        return None
    fields = [reader.number(field, at) for at, field in first.fields]
    cells = [cell for cell in fields if cell is not None and (not cell.assumed or cell.start > first.words[-1].start)]
    if len(cells) < width:
        cells += [blank] * (width - len(cells))
    return cells[:width] if all(cell.assumed for cell in cells[width:]) else None
