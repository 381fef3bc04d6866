"""Rows of seven cells, some of them blank: which column each number is in."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from govmetrics.disclosure import lines as reader
from govmetrics.disclosure.form import APPLICANTS
from govmetrics.disclosure.lines import Number
from govmetrics.patterns import compile_

if TYPE_CHECKING:
    from govmetrics.disclosure.form import Unread
    from govmetrics.disclosure.lines import Line

WIDTH = len(APPLICANTS)
_HEADER = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
_ROW_END = compile_(r"\s*\|{2,}\s*")
_HAN = compile_(r"[\u4e00-\u9fff]")


class UnreadError(Exception):
    """A table that cannot be read surely."""

    def __init__(self, reason: Unread) -> None:
        super().__init__(reason)
        self.reason: Unread = reason


def barred(line: Line) -> list[Number]:
    """The cells behind the label of a line whose cells are parted by tabs or bars."""
    fields = line.fields
    label = max(at for at, (_, field) in enumerate(fields) if _HAN.search(field) and reader.number(field, 0) is None)
    cells = [reader.number(field, start) for start, field in fields[label + 1 :]]
    numbers = [cell for cell in cells if cell is not None]
    if len(numbers) != len(cells) or any(not number.assumed for number in numbers[WIDTH:]) or line.numbers[0].start < fields[label][0]:
        raise UnreadError("blank-cells")
    if not numbers:
        raise UnreadError("blank-cells")  # its numbers stand among the words of the label
    if len(numbers) < WIDTH and numbers[-1].value and sum(number.value for number in numbers[:-1]) == numbers[-1].value:
        raise UnreadError("blank-cells")  # a total that is not in the last column: a cell is missing before it
    end = line.start + len(line.text)
    blank = Number(Decimal(0), end, end, assumed=True)
    return numbers[:WIDTH] + [blank] * (WIDTH - len(numbers))


def one_a_line(run: list[Line], *, is_last: bool) -> list[Number]:
    """Seven lines, blank ones among them, with at most one number each."""
    cells = list(run)
    while is_last and len(cells) > WIDTH and not cells[-1].text.strip():  # blank lines behind the table
        cells.pop()
    if _ROW_END.fullmatch(cells[-1].text):
        cells.pop()
    if len(cells) != WIDTH or any(len(line.numbers) > 1 for line in cells):
        raise UnreadError("blank-cells")
    return [line.numbers[0] if line.numbers else Number(Decimal(0), line.start, line.start, assumed=True) for line in cells]


def columns(source: str, lines: list[Line]) -> list[tuple[int, int]]:
    """The columns that the numbers of all full lines, or the names above them, stand in; none where they are not aligned."""
    found: list[tuple[int, int]] = []
    for line in lines:
        places = [number[1:3] for number in line.numbers] if len(line.numbers) == WIDTH else _header(line)
        if len(places) != WIDTH or "\t" in line.text:
            continue
        own = [(reader.column(source, start), reader.column(source, end)) for start, end in places]
        found = [(min(old[0], new[0]), max(old[1], new[1])) for old, new in zip(found, own, strict=True)] if found else own
    apart = all(right[0] - left[1] >= 2 for left, right in pairwise(found))
    return found if apart else []


def _header(line: Line) -> list[tuple[int, int]]:
    words = line.words[-WIDTH:]
    names = tuple(word.text for word in words)
    return [(word.start, word.start + len(word.text)) for word in words] if names == _HEADER else []


def aligned(source: str, line: Line, spans: list[tuple[int, int]]) -> list[Number]:
    """The numbers of a line with blanks, each in the one column that it stands in."""
    end = line.start + len(line.text)
    cells = [Number(Decimal(0), end, end, assumed=True)] * WIDTH
    for number in line.numbers:
        first, last = reader.column(source, number.start), reader.column(source, number.end)
        over = [at for at, (left, right) in enumerate(spans) if first < right and left < last]
        if len(over) != 1 or not cells[over[0]].assumed:
            raise UnreadError("blank-cells")
        cells[over[0]] = number
    return cells
