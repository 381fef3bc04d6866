"""Comma-separated values for spreadsheets and pipelines: one row a thing that both reports state, always with a heading row."""

from __future__ import annotations

import csv
from io import StringIO
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from govmetrics.output._delimited import guarded
from govmetrics.output.comparison.record import FIELDS

if TYPE_CHECKING:
    from govmetrics.output.comparison import ComparisonOptions
from govmetrics.output.comparison.record import Compared

SUFFIXES: Final = (".csv",)
WORDS: Final = True

_WORDS: Final = frozenset({"name", "indicator", "unit"})


def render(comparison: Compared, _: ComparisonOptions) -> str:
    """The heading row and the rows."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(FIELDS)
    cells = attrgetter(*FIELDS)
    for row in comparison.rows:
        writer.writerow([guarded(cell) if name in _WORDS else cell for name, cell in zip(FIELDS, cells(row), strict=True)])
    return text.getvalue()
