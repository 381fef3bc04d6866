"""What csv and tsv share: rows of cells that no spreadsheet runs as a formula."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from govmetrics.output.record import HEADERS_ZH, Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govmetrics.output import Options

# Excel in Chinese and Japanese locales takes the full-width signs for the ASCII ones.
_FORMULA = frozenset("=+-@\t\r＝＋－＠")
_NO_WORDS = frozenset({"line", "column", "value", "start", "end"})


def headings(options: Options) -> list[str]:
    """The cells of the heading row."""
    return [HEADERS_ZH[name] for name in options.columns] if options.headers == "zh" else list(options.columns)


def rows(metrics: Iterable[Record], options: Options) -> Iterable[tuple[Any, ...]]:
    """The cells of each figure in the order of the chosen fields; absent values are empty."""
    columns = options.columns
    words = [index for index, name in enumerate(columns) if name not in _NO_WORDS]
    cells = attrgetter(*columns) if len(columns) > 1 else lambda metric: (getattr(metric, columns[0]),)
    for metric in metrics:
        row = cells(metric)
        if any(_runs(row[index]) for index in words):
            yield tuple(f"'{cell}" if index in words and _runs(cell) else cell for index, cell in enumerate(row))
        else:
            yield row


def guarded(cell: str | None) -> str | None:
    """`cell` as no spreadsheet runs it."""
    return f"'{cell}" if _runs(cell) else cell


def _runs(cell: str | None) -> bool:
    """Whether a spreadsheet takes `cell` for a formula; a sign alone, such as the - of standard input, is none."""
    return cell is not None and cell[:1] in _FORMULA and len(cell) > 1
