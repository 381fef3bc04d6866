"""The lines of a table in plain text: numbers in cells, and the words around them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from govmetrics.patterns import compile_
from govmetrics.twin import FOLD

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

_FOLD: Final = str.maketrans({char: to for char, to in FOLD.items() if to != " "} | {"｜": "|", "│": "|", "┃": "|"})
_CELL = compile_(
    r"(?<=[\s|\u4e00-\u9fff)”]|^)-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?=\s|\||$)"
    r"|(?<=[\s|]|^)(?:/|[-—]{1,2}|无)(?=\s|\||$)"
)
_WORD = compile_(r"[^\s|]+")
_PAGE = compile_(r"\s*(?:[-—]\s*\d{1,3}\s*[-—]|第\s*\d{1,3}\s*页.*|\d{1,3}\s*/\s*\d{1,3})\s*")
_RULER = compile_(r"[\s|:+—=-]*--[\s|:+—=-]*")
_UPRIGHT = compile_("[三、本年度办理结果]{1,9}")
"""A piece of 三、本年度办理结果, which is written upright beside the rows."""
_BAR = compile_(r"[\t|]")
_SQUEEZED = compile_(r"[^\s|]")
_GAP = compile_(r"[\s|]+")


class Number(NamedTuple):
    """The number, or the dash for none, of a cell."""

    value: Decimal
    start: int
    end: int
    assumed: bool


class Words(NamedTuple):
    text: str
    start: int


class Line(NamedTuple):
    """A line of a table; offsets are of the source."""

    start: int
    text: str
    numbers: tuple[Number, ...]
    words: tuple[Words, ...]

    @property
    def fields(self) -> list[tuple[int, str]]:
        """What stands between the tabs or bars of the line, with its place; one field where it has none."""
        text, start = self.text, self.start
        if "|" in text:
            lead = text.find("|") + 1 if text.lstrip().startswith("|") else 0
            text, start = text[lead:], start + lead
            text = text.rstrip()
            text = text.removesuffix("|")
        at, found = 0, []
        for bar in _BAR.finditer(text):
            found.append((start + at, text[at : bar.start()]))
            at = bar.end()
        found.append((start + at, text[at:]))
        return found

    @property
    def begins_with_words(self) -> bool:
        """Whether words stand before its first number."""
        return bool(self.words) and (not self.numbers or self.words[0].start < self.numbers[0].start)

    @property
    def is_barred(self) -> bool:
        """Whether tabs or bars part its cells, so that a blank one is seen."""
        return len(self.fields) > 1


def fold(text: str) -> str:
    """`text` with one spelling for digits and marks, as long as it was; tabs stay."""
    return text.replace("\r\n", " \n").replace("\r", "\n").translate(_FOLD)


def read(text: str, start: int, end: int) -> list[Line]:
    """The lines of the folded `text` between two offsets, without page numbers and rulers."""
    found = []
    at = start
    for line in text[start:end].removesuffix("\n").split("\n"):
        if not _PAGE.fullmatch(line) and not _RULER.fullmatch(line):
            found.append(_line(line, at))
        at += len(line) + 1
    return found


def _line(line: str, at: int) -> Line:
    cells = list(_CELL.finditer(line))
    numbers = tuple(_number(cell, at) for cell in cells)
    words = tuple(Words(word.group(), at + word.start()) for word in _words(line, cells))
    return Line(at, line, numbers, words)


def _words(line: str, cells: list[regex.Match[str]]) -> Iterator[regex.Match[str]]:
    """What stands outside the cells, but for upright letters."""
    at = 0
    for start, end in [*(cell.span() for cell in cells), (len(line), len(line))]:
        for word in _WORD.finditer(line, at, start):
            if not _UPRIGHT.fullmatch(word.group()):
                yield word
        at = end


def _number(cell: regex.Match[str], at: int) -> Number:
    written = cell.group()
    assumed = not written[-1].isdigit()
    return Number(Decimal(0 if assumed else written.replace(",", "")), at + cell.start(), at + cell.end(), assumed)


def number(text: str, at: int) -> Number | None:
    """The number of a field, or of a blank one; None where it has words."""
    if not text.strip():
        return Number(Decimal(0), at, at, assumed=True)
    cell = _CELL.search(text)
    return _number(cell, at) if cell and cell.group() == text.strip() else None


def squeeze(text: str) -> tuple[str, list[int]]:
    """`text` without blanks and bars, and the offset of each character that is left."""
    places = [match.start() for match in _SQUEEZED.finditer(text)]
    return _GAP.sub("", text), places


def stream(lines: list[Line]) -> tuple[str, list[int]]:
    """The words of all lines run together, and the offset of each character."""
    places = [word.start + at for line in lines for word in line.words for at in range(len(word.text))]
    return "".join([word.text for line in lines for word in line.words]), places


def column(text: str, offset: int) -> int:
    """How far `offset` is from the start of its line when a Chinese character takes two columns."""
    line = text[text.rfind("\n", 0, offset) + 1 : offset]
    return sum(2 if char > "\u2e7f" else 1 for char in line)
