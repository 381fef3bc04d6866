"""The tables of budgets and final accounts as found in plain text: rows of a code or a label and their cells."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, cast

from govmetrics.model import Span
from govmetrics.patterns import compile_

if TYPE_CHECKING:
    from govmetrics.view import View

_CAPTION = compile_(r"单位[ \t]*[:：][ \t]*[(（]?(?:[百千]?[万亿]|千|百)?元[)）]?[ \t]*(?=\n)")
_NOTE = compile_(r"[ \t]*(?:注|说明|备注)[:：]|[ \t]*第[一二三四五六七八]部分")
_END = compile_(r"^[ \t]*(?:注|说明|备注)[:：]|[。；;]|第[一二三四五六七八]部分")
_WIDE = str.maketrans("（），：．－　\t", "(),:.-  ")
_TOKEN = compile_(r"\S+")
_CODE = compile_(r"(?:^| )(\d{3}(?: \d\d){0,2}|\d{5}|\d{7})$")
_LEADING = compile_(r"(\d{3}(?: \d\d){0,2}|\d{5}|\d{7})(?: (?:-?\d[\d,]*[.,]\d+|0))+$")
_NUMBER = compile_(r"-?\d[\d,]*(?:\.\d+)?")
_HAN = compile_(r"[\u4e00-\u9fff]")
_LONGEST, _MOST = 90, 400
_ABOVE, _TITLES = 200, 4
"""How far above the end of a caption its title stands, in characters and in lines with words, its own among them."""


class Cell(NamedTuple):
    """An amount of a table.

    Attributes:
        value: as printed, in the unit of the caption.
        step: one unit of the last place printed.
        text: as printed in the twin.
        span: where it stands in the source.
    """

    value: Decimal
    step: Decimal
    text: str
    span: Span


class Row(NamedTuple):
    """What a line says of one label: its code (201, 20101, 2010101) or "", the label without spaces, the cells behind it."""

    code: str
    label: str
    cells: tuple[Cell, ...]

    @property
    def is_page(self) -> bool:
        """Whether it is but the number of a page."""
        return not self.label and not self.code and len(self.cells) == 1 and self.cells[0].text.isdecimal()


class Table(NamedTuple):
    """A table from its caption on.

    Attributes:
        titles: the lines right above the caption, the nearest first, without spaces.
        columns: the names in the line of the header that has 合计, from there on.
        header: the words above the first row with a code or a cell, without spaces.
        rows: line by line; several of a line where two tables stand side by side.
        broken: whether an amount stands in it that has no label.
        whole: whether it ends at a note or before the caption of another, and not where text breaks off or begins.
        step: one unit of the last place of most of its amounts; None where they differ.
    """

    titles: tuple[str, ...]
    columns: tuple[str, ...]
    header: str
    rows: tuple[Row, ...]
    broken: bool
    whole: bool
    step: Decimal | None


def tables(view: View) -> list[Table]:
    """The tables of a report whose captions give a unit of money, in order; those without cells among them."""
    text = view.document.text
    starts = [match.end() + 1 for match in _CAPTION.finditer(text)]
    return [_table(text, start, end) for start, end in pairwise([*starts, len(text)])]


def _table(text: str, start: int, end: int) -> Table:
    header, columns = "", tuple[str, ...]()
    rows: list[Row] = []
    broken, whole, at = False, end < len(text), start
    for line in text[start:end].split("\n", _MOST)[:_MOST]:
        if len(line) > _LONGEST or _END.search(line):
            whole = _NOTE.match(line) is not None
            break
        words = line.translate(_WIDE)
        read = _line(at, words)
        at += len(line) + 1
        if read is None:
            broken = True
        elif rows or any(row.cells or row.code or _numbered(row.label) for row in read):
            rows += read
        else:
            header += "".join(words.split())
            columns = columns or _columns(words.split())
    lined = "行次" in header
    numbered = [_without_number(row) for row in rows] if lined else rows
    kept = tuple(row for row in numbered if row is not None and not row.label.endswith(("栏次", "行次")))
    return Table(_titles(text, start), columns, header, kept, broken or None in numbered, whole, _step(kept))


def _titles(text: str, start: int) -> tuple[str, ...]:
    lines = text[max(0, start - _ABOVE) : start].split("\n")[1:]
    found = ["".join(line.split()) for line in reversed(lines)]
    return tuple(line for line in found if line)[:_TITLES]


def _columns(words: list[str]) -> tuple[str, ...]:
    at = next((at for at, word in enumerate(words) if word.endswith(("合计", "小计"))), len(words))
    return tuple(words[at:])


def _without_number(row: Row) -> Row | None:
    """`row` without its number of line, which is the first cell; None where that is no such number."""
    if not row.cells:
        return row
    return row._replace(cells=row.cells[1:]) if row.cells[0].text.isdecimal() and row.cells[0].value < _MOST else None


def _step(rows: tuple[Row, ...]) -> Decimal | None:
    steps = [cell.step for row in rows for cell in row.cells if cell.value]
    finest = min(steps, default=None)
    return finest if finest is not None and steps.count(finest) * 2 >= len(steps) else None


def _line(at: int, line: str) -> tuple[Row, ...] | None:
    """The rows of a line; None where an amount has neither code nor label, but words behind it."""
    rows: list[Row] = []
    code, label, numbers = "", "", list[tuple[int, str]]()
    for token in _TOKEN.finditer(line):
        word = token.group()
        if _NUMBER.fullmatch(word):
            numbers.append((at + token.start(), word))
            continue
        if numbers and _HAN.search(word):
            found = _CODE.search(_run(numbers))
            cells = numbers[: len(numbers) - (len(found.group(1).split()) if found else 0)]
            if cells and not label and not code:
                code, cells = _coded(cells)
                if not code:
                    return None
            if label or code:
                rows.append(Row(code, label, _cells(cells)))
            code, label, numbers = (found.group(1).replace(" ", "") if found else ""), "", []
        elif label and (_numbered(word) or (rows and word.endswith("计"))):
            rows.append(Row(code, label, ()))
            code, label = "", ""
        label += word
    if not label and not code:
        code, numbers = _coded(numbers)
    if label or code or numbers:
        rows.append(Row(code, label, _cells(numbers)))
    return tuple(rows)


def _run(numbers: list[tuple[int, str]]) -> str:
    return " ".join(number for _, number in numbers)


def _coded(numbers: list[tuple[int, str]]) -> tuple[str, list[tuple[int, str]]]:
    """The code before amounts whose name is on the lines around, 2080505 6.18 6.18, and the amounts; "" where there is none."""
    found = _LEADING.match(_run(numbers))
    return (found.group(1).replace(" ", ""), numbers[len(found.group(1).split()) :]) if found else ("", numbers)


def _numbered(word: str) -> bool:
    return word[:1] in "一二三四五六七八九十" and "、" in word[:4]


def _cells(numbers: list[tuple[int, str]]) -> tuple[Cell, ...]:
    return tuple(cell(start, word) for start, word in numbers)


def cell(start: int, word: str) -> Cell:
    """The cell that `word` is, which begins at `start`."""
    value = Decimal(word.replace(",", ""))
    exponent = cast("int", value.as_tuple().exponent)
    step = Decimal(1).scaleb(exponent) if value or exponent else Decimal(0)
    return Cell(value, step, word, Span(start, start + len(word)))
