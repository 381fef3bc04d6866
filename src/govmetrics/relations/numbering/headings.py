"""The marks that number headings and items, as they stand in the text: 一、 （一） 1. （1） ① 第一章 一是.

`Document.sections` keeps the headings that are in order; what is wrong with an order is seen only in all of them.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from govmetrics.calendar import number as whole
from govmetrics.patterns import compile_

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

Style: TypeAlias = Literal[
    "一、", "（一）", "1.", "（1）", "1）", "①", "第一章", "第一节", "第一部分", "第一编", "一是", "第一，", "其一，", "首先"
]

ENUMERATION: Style = "一是"
WORDS: Style = "首先"
ITEMS: frozenset[Style] = frozenset({ENUMERATION, "第一，", "其一，"})
"""Items that are numbered within a sentence or paragraph."""
RUNNING = ITEMS | {WORDS}
_WORDS = ("首先", "其次", "再次", "最后")
_HANZI = "一二三四五六七八九十"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_STYLES: tuple[Style, ...] = ("一、", "（一）", "1.", "（1）", "1）", "①", "一是", "第一，", "其一，")
_PARTS: dict[str, Style] = {"章": "第一章", "节": "第一节", "编": "第一编", "部分": "第一部分"}
# 一、二、三产业 is no heading. （四 without its other half may be one. 8.6 may be item 8 or a figure; 12.2024年 is item 12.
_START = re.compile(rf"[\n。;:!?,”) ] {{0,20}}(?=[{_HANZI}(0-9第其{_CIRCLED}#*])")
_MARK = compile_(
    rf"(?:#{{1,6}} |\*{{1,2}})?(?:([{_HANZI}]{{1,3}})[、.](?![{_HANZI}两]{{1,3}}[、,是和])"
    rf"|\(([{_HANZI}]{{1,3}})(?:\)[、.]?|(?=[\n 、\u4e00-\u9fff]))|(\d{{1,2}})(?:[.]|、(?!\d))|\((\d{{1,2}})(?:\)|(?=[\u4e00-\u9fff]))|(\d{{1,2}})\)|([{_CIRCLED}])"
    rf"|([{_HANZI}]{{1,2}})(?:是(?!否)|要(?!素|件|求|点|领|害|义|道|职|案|塞|地|隘))"
    rf"|第([{_HANZI}]{{1,2}})(?:[,:]|、(?![{_HANZI}]{{1,3}}[、,是和产]|第)|(?=是))|其([{_HANZI}])(?:[,:、]|(?=是))"
    rf"|第([{_HANZI}]{{1,3}})(章|节|编|部分)(?![、,的和至]))"
)
# （）工作安排 or 、工作安排: the number is lost, its mark is there. After words that go on, it is a broken line.
_BARE_START = re.compile(r"\n *(?=[、()])")
_BARE = compile_(r"(、|\( ?\)|\)(?=[\u4e00-\u9fff]))([\u4e00-\u9fff][^\n。;]{1,29})(?=[\n。]|\Z)")
_SENTENCE = compile_("[。;:!?]")
_NEAR = 8
"""Characters between the lines of a list: a blank line, or the rest of a title that was wrapped."""
_BODY = compile_(r"\n\s{0,20}(?:[^\n]{25}|[^\n]{0,24}[。;:])")
_ONLY_CELLS = compile_(r"\n *\d[\d,.%]*(?: +-?[\d,.%]+)+ *(?=\n|\Z)")
_CELLS = compile_(r"\d[\d,.]*%? *$|(?: +-?\d[\d,.]*%?){2,}")
_YEAR = compile_(r"20\d\d年")
_ENDED = frozenset("。;:!?”)…\n")
_AFTER_COMMA = ("（一）", "（1）", "①", "一是", "第一，", "其一，")
_BRACKETED = ("（一）", "（1）")
_BARE_STYLE: dict[str, Style] = {"、": "一、", "(": "（一）", ")": "（一）"}


class Mark(NamedTuple):
    """A number before a heading or an item, from `start` to `end` in the twin.

    Attributes:
        number: 0 where the mark has lost it.
        line: whether it begins a line.
        row: whether it is likely to be in a table, or to be a figure (8.6).
        half: whether its bracket is not closed, so that it may be no number.
        listed: whether it is one of several short lines, such as a table of contents.
    """

    style: Style
    number: int
    start: int
    end: int
    line: bool
    row: bool = False
    listed: bool = False
    half: bool = False


def marks(text: str) -> list[Mark]:
    """The marks of a twin in order."""
    found = [*_numbered(text), *_bare(text)]
    found.sort(key=lambda mark: mark.start)
    return _in_tables(text, found)


def _in_tables(text: str, found: list[Mark]) -> list[Mark]:
    """`found` with what the lines tell: those beside figures, and short lines next to such, are rows of a table."""
    rows: list[list[Mark]] = []
    bounds: list[tuple[int, int]] = []
    for mark in found:
        if bounds and mark.start < bounds[-1][1]:
            rows[-1].append(mark)
        else:
            end = text.find("\n", mark.start)
            bounds.append((text.rfind("\n", 0, mark.start) + 1, len(text) if end < 0 else end))
            rows.append([mark])
    short = [end - start < 120 and not _SENTENCE.search(text, start, end) for start, end in bounds]
    table = [
        is_short and (len(row) > 1 or _CELLS.search(text, *bound) is not None or _beside_cells(text, *bound))
        for is_short, row, bound in zip(short, rows, bounds, strict=True)
    ]
    gaps = [right[0] - left[1] for left, right in pairwise(bounds)]
    for i in range(1, len(rows)):
        table[i] = table[i] or (short[i] and table[i - 1] and gaps[i - 1] <= 1)
    for i in range(len(rows) - 2, -1, -1):
        table[i] = table[i] or (short[i] and table[i + 1] and gaps[i] <= 1)
    near = [
        gap <= _NEAR and rows[i][0].style == rows[i + 1][0].style and not _SENTENCE.search(text, bounds[i][1], bounds[i + 1][0])
        for i, gap in enumerate(gaps)
    ]
    near = [False, *near, False]
    return [
        mark._replace(row=mark.row or table[i], listed=short[i] and (near[i] or near[i + 1])) for i, row in enumerate(rows) for mark in row
    ]


def _beside_cells(text: str, start: int, end: int) -> bool:
    """Whether figures alone are on the next line, or on the one before where no text follows."""
    if _ONLY_CELLS.match(text, end):
        return True
    return _ONLY_CELLS.match(text, text.rfind("\n", 0, max(start - 1, 0))) is not None and not _BODY.match(text, end)


def _numbered(text: str) -> Iterator[Mark]:
    starts = [(0, "\n"), *((match.end(), match.group()[0]) for match in _START.finditer(text))]
    for at, before in starts:
        match = _MARK.match(text, at)
        mark = _mark(text, match, before) if match else None
        if mark:
            yield mark


def _mark(text: str, match: regex.Match[str], before: str) -> Mark | None:
    which = match.lastindex or 1
    *written_, part = match.groups()
    number = written_[min(which, len(written_)) - 1]
    style = _STYLES[which - 1] if which <= len(_STYLES) else _PARTS[part]
    if (before == "," and style not in _AFTER_COMMA) or number == "十十":
        return None
    value = _CIRCLED.index(number) + 1 if style == "①" else whole(number) or 0
    line, half = before == "\n", style in _BRACKETED and ")" not in match.group()
    figure = style == "1." and text[match.end() : match.end() + 1].isdecimal() and not _YEAR.match(text, match.end())
    if not value or (figure and not line):
        return None
    start = match.start(min(which, len(written_)))
    return Mark(style, value, start - (text[start - 1 : start] in {"(", "第", "其"}), match.end(), line, figure, half=half)


def _bare(text: str) -> Iterator[Mark]:
    for place in _BARE_START.finditer(text):
        if text[place.start() - 1 : place.start()] in _ENDED:
            match = _BARE.match(text, place.end())
            if match:
                yield Mark(_BARE_STYLE[match.group(1)[0]], 0, match.start(1), match.end(2), line=True)


def written(style: Style, number: int) -> str:
    """The mark of an item as it should stand in the report."""
    if style == "①":
        return _CIRCLED[number - 1] if number <= len(_CIRCLED) else str(number)
    if style == WORDS:
        return _WORDS[min(number, len(_WORDS)) - 1]
    return style.replace("一", hanzi(number)).replace("1", str(number))


def hanzi(number: int) -> str:
    """A number in Chinese numerals; from 100 on in digits."""
    if number > 99:
        return str(number)
    tens, ones = divmod(number, 10)
    left = "" if not tens else "十" if tens == 1 else f"{_HANZI[tens - 1]}十"
    return left + (_HANZI[ones - 1] if ones else "")
