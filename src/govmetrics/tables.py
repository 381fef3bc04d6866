"""Cells of tables in plain text whose caption, column or row states their unit.

Two layouts are read: a row a line (label, then numbers), and a cell a line (label line, then number lines), as tables
come out of web pages. What states no unit is left alone.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

import regex

from govmetrics.figure import Figure
from govmetrics.numerals import parse
from govmetrics.patterns import compile_
from govmetrics.rulebook import RuleBook

RULE = "table-cell"
_MOST_LINES = 600
_NEAR = 400
"""A header this close behind a caption or another header belongs to its table."""
_HEADER = compile_(r"\(±?%\)|\([百千]?[万亿]元?\) *(?=\n)|指标名称|指 *标 *(?=\n)")
_HINT = compile_(r"单位 ?:|%\)|[万亿]元?\) *\n|指标名称|指 *标 *\n")
_FIRST = compile_(r"[| ]*指 *标[^ ]* [| ]*[^ |]")
"""What a longer line begins with that is a header."""
_CAPTION = compile_(r"单位 ?: ?\(?((?:[百千]?[万亿]|千|百)?)([A-Za-z\u4e00-\u9fff/²³]{1,8})(?=[\s)\]。,;]|$)")
_UNIT_IN_NAME = compile_(r"\((?:单位[:：]?)?((?:[百千]?[万亿]|千|百)?)(?<![额款费债])([\u4e00-\u9fff/²³A-Za-z]{1,6}|(?<=[万亿]))\)")
_UNIT = compile_(r"((?:[百千]?[万亿]|千|百)?)((?!万|亿)[\u4e00-\u9fff/]{1,6}|%)")
_PERCENT = compile_(r"[±+]?%")
_GROWTH = compile_(r"增长|增速|增幅|降幅|增减|涨跌|升降|±")
_YOY = compile_(r"同比|上年|去年|±%|增长\(|增长%|增速|增幅")
_DIFFERENCE = compile_(r"增减额|增加额|增减量|增减数|增减$|增加$")
_PROSE = compile_(r"[。;]|,.*,")
_MARK = compile_(r"^(?:[#*+\- ]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、]|\([一二三四五六七八九十\d]{1,3}\)|其中[:：]?)+")
_HAN = compile_(r"[\u4e00-\u9fff]")
_ROW_ABOVE = compile_(r"\d *\n")
_RULE_LINE = compile_(r"[-|: ]*-{3}[-|: ]*")
_WIDE_NAME = compile_(r"^指 +标")
_BEFORE_DATE = compile_(r"(?<=[\u4e00-\u9fff)])(?<![比较为以在至到自])(?=(?:\d{1,2}-)?\d{1,2}月|(?:19|20)\d\d年)")
"""Where two names of a header meet, as the twin has no space between a word and a digit."""
_TITLE = compile_(r" *(?:[附续]?表|图) *\d")
_CODE = compile_(r"\d{3,7}")
_NUMBER = compile_(r"\d[\d,.]*")
_CODES = compile_(r"(?: *\d{2,7}(?= |[\u4e00-\u9fff]))+ *(?=[\u4e00-\u9fff]|$| )")
_CURRENCIES = ("元", "美元", "欧元", "港元", "日元")


class Unit(NamedTuple):
    """The scale and the unit that a caption, a header or a row label states."""

    scale: str
    name: str


class Line(NamedTuple):
    start: int
    text: str


class Column(NamedTuple):
    """What a header says of the cells below it.

    Attributes:
        unit: of the cells, None where only the caption or the row tells.
        percent, growth, difference: what the cells are.
        yoy: whether growth and differences are against the year before.
    """

    unit: Unit | None
    percent: bool
    growth: bool
    difference: bool
    yoy: bool


def cells(text: str, book: RuleBook) -> list[Figure]:
    """The figures of all tables in `text`, a twin's, by place."""
    if not _HINT.search(text):
        return []
    rule = book.rules.get(RULE)
    if rule is None:
        return []
    cell = compile_(f"(?x){rule.expanded}")
    found: dict[int, Figure] = {}
    begun = _tables(text)
    # A caption ends the table before it anyway.
    headed = [start for start, unit in begun if unit is None]
    for start, unit in begun:
        at = bisect_right(headed, start)
        end = headed[at] if at < len(headed) else len(text)
        for figure in _Table(text, start, end, unit, cell).figures():
            found.setdefault(figure.start, figure)
    return sorted(found.values(), key=lambda figure: figure.start)


def _tables(text: str) -> list[tuple[int, Unit | None]]:
    """Where tables begin: behind a caption, or at a header that states a unit of its own."""
    begun: list[tuple[int, Unit | None]] = []
    for match in _CAPTION.finditer(text):
        line_end = text.find("\n", match.end())
        if line_end >= 0:
            begun.append((line_end + 1, Unit(match.group(1), match.group(2))))
    captions = [start for start, _ in begun]
    last, known = -_NEAR, ""
    for match in _HEADER.finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        at = bisect_right(captions, start)
        last = max(last, captions[at - 1]) if at else last
        line_end = text.find("\n", match.end())
        line = text[start : line_end if line_end >= 0 else None].strip()
        is_header = _FIRST.match(line) is not None and len(line) <= 80 and not _PROSE.search(line)
        far = start - last >= _NEAR
        # A header that comes again is that of the same table on another page.
        if (far and (len(line) <= 16 or is_header)) or (
            is_header and not far and line != known and _ROW_ABOVE.search(text, max(last, 0), start)
        ):
            begun.append((start, None))
            last = start
        known = line if is_header else known
    return sorted(begun, key=lambda entry: entry[0])


class _Table:
    """One table while its lines are read."""

    def __init__(self, text: str, start: int, end: int, unit: Unit | None, cell: regex.Pattern[str]) -> None:
        self.unit = unit
        self.cell = cell
        self.lines = _lines(text, start, end)
        self.headers: list[str] = []
        self.has_units = False
        self.found: list[Figure] = []

    def figures(self) -> list[Figure]:
        """The cells of the table by place."""
        label = ""
        column = 0
        rows = 0
        for line in self.lines:
            stripped = line.text.strip()
            numbers = list(self.cell.finditer(line.text))
            if not numbers or not _is_row(line.text, numbers):
                if rows == 0:
                    self._head(stripped)
                label, column = self._label(stripped, label), 0
                continue
            alone = len(numbers) == 1 and numbers[0].group() == stripped
            if alone and stripped.isdecimal() and len(stripped) < 4 and not label:
                continue
            if alone:
                if rows == 0 and self.headers:
                    self.headers.pop()
                self._add(line.start, numbers[0], label, self._column(column))
                column += 1
            else:
                self._row(line, numbers, label)
            rows += 1
        return self.found

    def _head(self, line: str) -> None:
        """Add a line of the header, without the name of the column that holds the units of the rows."""
        names = _BEFORE_DATE.sub(" ", _WIDE_NAME.sub("指标", line)).split()
        if len(names) > 2 and names[1] in ("单位", "计量单位"):
            self.has_units = True
            del names[1]
        self.headers.append(" ".join(names))

    @staticmethod
    def _label(stripped: str, before: str) -> str:
        label = _MARK.sub("", stripped).strip()
        return label if _HAN.search(label) else before

    def _row(self, line: Line, numbers: list[regex.Match[str]], above: str) -> None:
        codes = _CODES.match(line.text)
        at = codes.end() if codes and _HAN.search(line.text[codes.end() :]) else 0
        if not at and not _HAN.search(line.text) and _CODE.fullmatch(numbers[0].group()) and len(numbers) > 1:
            at = numbers[0].end()
        label, place, own = above, 0, None
        first = codes.end() if codes else 0
        width = sum(number.start() >= first for number in numbers)
        for number in numbers:
            if number.start() < at:
                continue
            words = _MARK.sub("", line.text[at : number.start()]).strip(" #*-:")
            if words:
                *names, label = words.split(" ")
                own = _UNIT.fullmatch(label) if self.has_units and names else None
                label = names[-1] if own else label or words
            column = self._column(place, width)
            if own and column.unit is None and not column.percent:
                column = column._replace(unit=Unit(own.group(1), own.group(2)))
            self._add(line.start, number, label, column)
            place += 1
            at = number.end()

    def _column(self, place: int, width: int | None = None) -> Column:
        """The column at `place` among the cells of a row, by the headers."""
        if width is not None:
            names = next((header.split() for header in reversed(self.headers) if len(header.split()) > width), [])
            name = names[place + 1] if place + 1 < len(names) else ""
        else:
            own = [header for header in self.headers if header]
            name = own[place + 1] if place + 1 < len(own) else ""
        unit = _UNIT_IN_NAME.search(name)
        return Column(
            Unit(unit.group(1), unit.group(2)) if unit else None,
            bool(_PERCENT.search(name)),
            bool(_GROWTH.search(name)),
            bool(_DIFFERENCE.search(name)),
            bool(_YOY.search(name)),
        )

    def _add(self, offset: int, number: regex.Match[str], label: str, column: Column) -> None:
        in_row = _UNIT_IN_NAME.search(label)
        unit = column.unit or (Unit(in_row.group(1), in_row.group(2)) if in_row else self.unit)
        written = number.group()
        if column.percent:
            unit = Unit("", "%")
        if unit is None:
            return
        if not unit.name:  # 发行总额（亿）
            unit = Unit(unit.scale, "元")
        negative = written.startswith("-")
        changes = (column.percent and column.growth) or column.difference
        value = parse(written.lstrip("-") + unit.scale if changes or not negative else written + unit.scale)
        if value is None:
            return
        kind = "percent" if unit.name == "%" else "money" if unit.name in _CURRENCIES else "count"
        figure = Figure(offset + number.start(), offset + number.end(), RULE, kind)
        figure.low = figure.high = value.low
        figure.unit = unit.name
        figure.label = _UNIT_IN_NAME.sub("", label).replace(" ", "")[:24]
        if changes:
            figure.change = "decrease" if negative else "increase"
            figure.basis = "yoy" if column.yoy else "base"
        self.found.append(figure)


def _lines(text: str, start: int, end: int) -> list[Line]:
    """The lines of a table: from `start` to the first line of prose or the next caption, and no further than `end`."""
    lines: list[Line] = []
    at = start
    for line in text[start : min(end, start + 60_000)].split("\n", _MOST_LINES)[:_MOST_LINES]:
        stripped = line.strip()
        if len(stripped) > 90 or (_PROSE.search(_NUMBER.sub("", stripped)) and len(stripped) > 12) or (lines and "单位:" in stripped):
            break
        if stripped and not _RULE_LINE.fullmatch(stripped):
            lines.append(Line(at, line.replace("|", " ")))
        at += len(line) + 1
    return lines


def _is_row(line: str, numbers: list[regex.Match[str]]) -> bool:
    """Whether a line with numbers is a row of cells and not a title such as 2012年地区生产总值, 表1 or 1-3月."""
    return not _TITLE.match(line) and not all(
        line[number.end() : number.end() + 1] in "年月日号个款项类条章节—~-" and line[number.end() : number.end() + 1] for number in numbers
    )
