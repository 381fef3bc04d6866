"""The public record of two reports side by side: frozen, and apart from the inner types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final, Literal

from msgspec import Meta, Struct

from govmetrics.facts import base_year
from govmetrics.model import Bound, plain

if TYPE_CHECKING:
    from govmetrics.comparing import Comparison, Row
    from govmetrics.view import View

VERSION: Final = 1
COMPARISON_SCHEMA: Final = f"urn:govmetrics:schema:comparison:{VERSION}"
NOTHING: Final = "-"
"""What stands for growth that there is none of."""


class Side(Struct, frozen=True):
    """One of the two reports."""

    path: Annotated[str, Meta(description="the report, as it was named on the command line")]
    title: Annotated[str | None, Meta(description="its title")]
    year: Annotated[int | None, Meta(description="the year that its figures are of")]
    unmatched: Annotated[int, Meta(description="how many facts only this report states", ge=0)]


class ComparedRow(Struct, frozen=True):
    """What both reports state: a row of CSV, an object in JSON."""

    name: Annotated[str, Meta(description="what is measured, in the words of the newer report")]
    indicator: Annotated[str | None, Meta(description="canonical id of what is measured")]
    unit: Annotated[str, Meta(description="unit without its 万/亿 multiplier")]
    old: Annotated[str, Meta(description="value in the older report, exact decimal in the base unit")]
    new: Annotated[str, Meta(description="value in the newer report")]
    difference: Annotated[str, Meta(description="new less old; between percentages, in points")]
    growth: Annotated[str, Meta(description="difference in percent of old, rounded half up to two places; - where there is none")]
    old_bound: Annotated[Bound, Meta(description="exact, an approximation, or a limit")]
    new_bound: Annotated[Bound, Meta(description="exact, an approximation, or a limit")]
    old_line: Annotated[int, Meta(description="line of the older report; 1-based", ge=1)]
    new_line: Annotated[int, Meta(description="line of the newer report; 1-based", ge=1)]


class Compared(Struct, frozen=True):
    """Two reports side by side."""

    old: Side
    new: Side
    rows: list[ComparedRow]


class ComparisonDocument(Struct, frozen=True):
    """The document that `--format json` writes."""

    schema: Annotated[Literal["urn:govmetrics:schema:comparison:1"], Meta(description="which schema it follows")]
    old: Side
    new: Side
    rows: list[ComparedRow]


FIELDS: Final[tuple[str, ...]] = ComparedRow.__struct_fields__


def compared(old: View, new: View, comparison: Comparison) -> Compared:
    """The public record of `comparison`, which is of `old` and `new`."""
    return Compared(_side(old, comparison.only_old), _side(new, comparison.only_new), [_row(row) for row in comparison.rows])


def _side(view: View, unmatched: int) -> Side:
    return Side(view.document.name, view.document.title, base_year(view), unmatched)


def _row(row: Row) -> ComparedRow:
    return ComparedRow(
        name=row.name,
        indicator=row.indicator,
        unit=row.unit,
        old=plain(row.old),
        new=plain(row.new),
        difference=plain(row.difference),
        growth=NOTHING if row.growth is None else plain(row.growth),
        old_bound=row.old_bound,
        new_bound=row.new_bound,
        old_line=row.old_line,
        new_line=row.new_line,
    )
