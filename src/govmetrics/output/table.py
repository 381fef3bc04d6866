"""A table to read: figures under their headings, as the report writes them and as exact values.

It fits the terminal by wrapping cells and never cuts one; where there is no terminal, lines are as long as they need.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from rich.cells import cell_len

from govmetrics.messages import say
from govmetrics.model import KINDS
from govmetrics.output.record import HEADERS_ZH, Record, Report

if TYPE_CHECKING:
    from govmetrics.output import Options, Totals

SUFFIXES: Final = (".txt",)
WORDS: Final = True
BETWEEN: Final = "\n"

_NAMES: Final = ("place", "kind", "label", "text", "value", "change", "period")
_STYLES: Final = ("dim", "cyan", "", "", "bold", "", "dim")
_HEADINGS_ZH: Final = {"place": "行:列", "label": "指标", "text": "原文"}
_KINDS_ZH: Final = {
    "date": "日期",
    "count": "数量",
    "money": "金额",
    "percent": "百分比",
    "points": "百分点",
    "multiple": "倍数",
    "rank": "位次",
}
# A terminal would obey control characters, and a line break would end the row.
_CONTROL: Final = str.maketrans(dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029], " "))
_WORDS_ZH: Final = {"yoy": "同比", "mom": "环比", "base": "比基期"}
_ARROWS: Final = {"increase": "↑", "decrease": "↓"}
_BOUNDS: Final = {"exact": "", "approx": "≈", "min": "≥", "max": "≤"}
GAP: Final = 1
_LEAST: Final = 8

Row = Sequence[str]


class Layout(Struct, frozen=True):
    """A report as it is drawn: each row has as many cells as there are headings and widths."""

    name: str
    title: str
    headings: Row
    widths: Sequence[int]
    styles: Sequence[str]
    sections: Sequence[tuple[str, Sequence[Row]]]


def render(report: Report, options: Options) -> str:
    """The report's name and title, then its figures under their headings."""
    cells = _chosen if options.fields else _summary
    names = options.fields or _NAMES
    sections = [
        (
            section.translate(_CONTROL),
            [[cell.translate(_CONTROL) for cell in cells(metric, options)] for metric in metrics],
        )
        for section, metrics in groupby(report.metrics, lambda metric: metric.section)
    ]
    headings = [_heading(name, options.headers) for name in names]
    wide = widths([headings, *(row for _, rows in sections for row in rows)], options.width)
    styles = [""] * len(names) if options.fields else _STYLES
    name = report.path.translate(_CONTROL)
    title = f"{report.title or ''}{f'  ({report.pack})' if report.pack else ''}".translate(_CONTROL)
    layout = Layout(name, title, headings, wide, styles, sections)
    return draw(layout, options.width, options.colour)


def tail(options: Options, totals: Totals) -> str:
    """A blank line and how many figures of each kind there are."""
    counts = [say(options.lang, "reports: {number}", number=totals.reports)]
    counts += [say(options.lang, "figures: {number}", number=totals.figures)]
    kinds = [f"{_kind(kind, options.lang)} {totals.kinds[kind]}" for kind in KINDS if kind in totals.kinds]
    return "\n" + ", ".join(counts) + (f" ({', '.join(kinds)})" if kinds else "") + "\n"


def draw(layout: Layout, width: int | None, colour: str | None) -> str:
    """What a terminal of so many columns is sent, in Rich's name of its colour system; lines as they are where it is None."""
    if width is None:
        return _draw(layout)
    from govmetrics.output import _terminal

    return _terminal.draw(layout, width, colour)


def _draw(layout: Layout) -> str:
    """Plain lines, each as long as it needs: what a terminal wide enough shows, many times as fast."""
    lines = [f"{layout.name}  {layout.title}".rstrip()]
    if layout.sections:
        lines += [line(layout.headings, layout.widths), "─" * (sum(layout.widths) + GAP * (len(layout.widths) - 1))]
    for section, rows in layout.sections:
        if section:
            lines.append(section)
        lines += [line(row, layout.widths) for row in rows]
    return "\n".join(lines) + "\n"


def line(row: Row, widths: Sequence[int]) -> str:
    """`row` with its cells as wide as `widths`."""
    padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))
    return (" " * GAP).join(padded).rstrip(" ")


def _summary(metric: Record, options: Options) -> Row:
    words = _WORDS_ZH if options.lang == "zh" else {}
    basis = words.get(metric.basis, metric.basis) if metric.basis else ""
    return [
        f"{metric.line}:{metric.column}",
        _kind(metric.kind, options.lang),
        metric.label,
        metric.text,
        _value(metric),
        f"{_ARROWS.get(metric.change or '', '')} {basis}".strip(),
        "" if metric.period == metric.value else metric.period or "",
    ]


def _chosen(metric: Record, options: Options) -> Row:
    values = (getattr(metric, name) for name in options.fields)
    return ["" if value is None else str(value) for value in values]


def _value(metric: Record) -> str:
    """`≥ 1,200 件`: bound, value with thousands separators, unit."""
    value = metric.value
    if metric.kind != "date":
        value = "–".join(format(Decimal(number), ",f") for number in value.split("/"))
    elif "/" in value:
        value = value.replace("/", "–")
    return " ".join(filter(None, (_BOUNDS[metric.bound], value, metric.unit)))


def _kind(kind: str, lang: str) -> str:
    return _KINDS_ZH[kind] if lang == "zh" else kind


def _heading(name: str, headers: str) -> str:
    return (_HEADINGS_ZH.get(name) or HEADERS_ZH[name]) if headers == "zh" else name


def widths(rows: Sequence[Row], limit: int | None) -> list[int]:
    """The columns' widths: as wide as their widest cell, less where the widest must give way to fit `limit`."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    spare = 0 if limit is None else limit - GAP * (len(widths) - 1) - sum(widths)
    while spare < 0 and max(widths) > _LEAST:
        widest = widths.index(max(widths))
        widths[widest] -= 1
        spare += 1
    return widths
