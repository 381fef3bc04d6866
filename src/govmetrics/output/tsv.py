"""Tab-separated values for shell tools, one line a figure: tabs and line breaks inside a cell become spaces.

A cell of text that a spreadsheet would run as a formula starts with an apostrophe, as in csv.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from govmetrics.output._delimited import headings, rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govmetrics.output import Options
    from govmetrics.output.record import Report

SUFFIXES: Final = (".tsv",)
WORDS: Final = True

# Everything that str.splitlines or a line-based tool could take for the end of a cell or of a line.
_SPACES: Final = str.maketrans(dict.fromkeys("\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029", " "))


def head(options: Options) -> str:
    """The heading line."""
    return line(headings(options))


def render(report: Report, options: Options) -> str:
    """One line a figure."""
    return "".join(map(line, rows(report.metrics, options)))


def line(cells: Iterable[Any]) -> str:
    """A row of cells as it is written."""
    return "\t".join("" if cell is None else str(cell).translate(_SPACES) for cell in cells) + "\n"
