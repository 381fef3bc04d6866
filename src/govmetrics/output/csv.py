"""Comma-separated values (RFC 4180) for spreadsheets and pipelines, one row a figure, always with a heading row.

Lines end in a single line feed. A cell of text that a spreadsheet would run as a formula starts with an apostrophe.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any, Final

from govmetrics.output._delimited import headings, rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govmetrics.output import Options
    from govmetrics.output.record import Report

SUFFIXES: Final = (".csv",)
WORDS: Final = True


class _Lines(list[str]):
    """Takes the writer's rows, which end in CRLF so that it quotes a lone carriage return too."""

    def write(self, row: str) -> None:
        self.append(row[:-2] + "\n")


def head(options: Options) -> str:
    """The heading row."""
    return text([headings(options)])


def render(report: Report, options: Options) -> str:
    """One row a figure."""
    return text(rows(report.metrics, options))


def text(cells: Iterable[Iterable[Any]]) -> str:
    """Rows of cells as they are written."""
    lines = _Lines()
    csv.writer(lines, lineterminator="\r\n").writerows(cells)
    return "".join(lines)
