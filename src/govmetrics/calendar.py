"""Dates and periods as ISO 8601, and the years that a text leaves out."""

from __future__ import annotations

from govmetrics.model import Precision
from govmetrics.numerals import parse


def iso(year: int, month: int | None = None, day: int | None = None) -> str:
    """`2024`, `2024-03` or `2024-03-01`; an impossible day is written as it stands, for a check to find."""
    if month is None:
        return f"{year:04}"
    return f"{year:04}-{month:02}" if day is None else f"{year:04}-{month:02}-{day:02}"


def number(written: str | None) -> int | None:
    """The whole number of a part of a date, in digits or Chinese numerals."""
    if not written:
        return None
    if written.isdecimal():
        return int(written)
    parsed = parse(written)
    return int(parsed.low) if parsed else None


def quarter(year: int, which: int) -> tuple[str, str, Precision]:
    """The months of a quarter, 1 to 4."""
    return iso(year, 3 * which - 2), iso(year, 3 * which), "quarter"


def half(year: int, second: bool) -> tuple[str, str, Precision]:
    """The months of a half-year."""
    return iso(year, 7 if second else 1), iso(year, 12 if second else 6), "half"


def plan(which: int) -> tuple[str, str, Precision]:
    """The years of a five-year plan: the first began in 1953, the sixth in 1981."""
    first = 1953 + 5 * (which - 1) if which < 3 else 1966 + 5 * (which - 3)
    return iso(first), iso(first + 4), "year"


def year_of(date: str) -> int:
    """The year of an ISO 8601 date."""
    return int(date[:4])
