"""A table to read: what both reports state, side by side, with difference and growth; a terminal gets the names wrapped, never cut."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len

from govmetrics.messages import say
from govmetrics.output.comparison.record import NOTHING
from govmetrics.output.table import GAP, Layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmetrics.output.comparison import ComparisonOptions
    from govmetrics.output.comparison.record import Compared, ComparedRow, Side

SUFFIXES: Final = (".txt",)
WORDS: Final = True

_HEADINGS: Final = ("name", "unit", "old", "new", "difference", "growth %")
_HEADINGS_ZH: Final = ("指标", "单位", "旧值", "新值", "增减", "增幅%")
_STYLES: Final = ("", "dim", "", "bold", "", "cyan")
# A terminal would obey control characters, and a line break would end the row.
_CONTROL: Final = str.maketrans(dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029], " "))
_BOUNDS: Final = {"exact": "", "approx": "≈", "min": "≥", "max": "≤"}
_WORDS_LEFT: Final = 2
_LEAST: Final = 12


def render(comparison: Compared, options: ComparisonOptions) -> str:
    """The two reports, the rows, and how many facts only one of them states."""
    lang = options.lang
    headings = _headings(comparison, lang)
    rows = [_cells(row) for row in comparison.rows]
    widths = [max(map(cell_len, column)) for column in zip(headings, *rows, strict=True)]
    if options.width is not None:
        spare = options.width - sum(widths[1:]) - GAP * (len(widths) - 1)
        widths[0] = min(widths[0], max(_LEAST, spare))
    body = [
        [_aligned(cell, width, index) for index, (cell, width) in enumerate(zip(row, widths, strict=True))] for row in [headings, *rows]
    ]
    tail = say(
        lang,
        "in both: {both}, only in the older: {old}, only in the newer: {new}",
        both=len(rows),
        old=comparison.old.unmatched,
        new=comparison.new.unmatched,
    )
    names = [_named(comparison.old), _named(comparison.new)]
    return "\n".join(names) + "\n" + _draw(body, widths, options) + f"\n{tail}\n"


def _headings(comparison: Compared, lang: str) -> list[str]:
    """The headings; those of the values are the years where they differ."""
    name, unit, *values, difference, growth = _HEADINGS_ZH if lang == "zh" else _HEADINGS
    years = comparison.old.year, comparison.new.year
    if None not in years and years[0] != years[1]:
        values = [f"{year}年" if lang == "zh" else f"{year}" for year in years]
    return [name, unit, *values, difference, growth]


def _cells(row: ComparedRow) -> list[str]:
    return [
        row.name.translate(_CONTROL),
        row.unit.translate(_CONTROL),
        _BOUNDS[row.old_bound] + _grouped(row.old),
        _BOUNDS[row.new_bound] + _grouped(row.new),
        _signed(row.difference),
        row.growth if row.growth == NOTHING else _signed(row.growth),
    ]


def _grouped(value: str) -> str:
    return format(Decimal(value), ",f")


def _signed(value: str) -> str:
    return ("+" if Decimal(value) > 0 else "") + _grouped(value)


def _aligned(cell: str, width: int, index: int) -> str:
    """`cell` with numbers at the right of their column."""
    return cell if index < _WORDS_LEFT else " " * (width - cell_len(cell)) + cell


def _named(side: Side) -> str:
    return f"{side.path}  {side.title or ''}".translate(_CONTROL).rstrip()


def _draw(body: Sequence[Sequence[str]], widths: Sequence[int], options: ComparisonOptions) -> str:
    headings, *rows = body
    if options.width is None:
        rule = "─" * (sum(widths) + GAP * (len(widths) - 1))
        return "\n".join([_line(headings, widths), rule, *(_line(row, widths) for row in rows)]) + "\n"
    from govmetrics.output import _terminal

    drawn = _terminal.draw(Layout("", "", headings, widths, _STYLES, [("", rows)]), options.width, options.colour)
    return drawn.partition("\n")[2]


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))
    return (" " * GAP).join(padded).rstrip(" ")
