"""What a match of a date rule says: periods as ISO 8601, with the years that the text leaves out."""

from __future__ import annotations

import regex

from govmetrics import calendar
from govmetrics.captures import span
from govmetrics.document import Document
from govmetrics.figure import Figure
from govmetrics.model import Precision
from govmetrics.patterns import compile_
from govmetrics.periods import Halves
from govmetrics.rulebook import Groups


class Years:
    """The years that a date without one can mean, while a text is read from left to right.

    Attributes:
        report: the report's year.
        halves: the years that headings state for what is below them.
        stated, month: of the date before, with the offset at which that date ends.
    """

    __slots__ = ("text", "report", "halves", "stated", "month", "end")

    def __init__(self, document: Document) -> None:
        self.text = document.twin.text
        self.report = document.year
        self.halves = Halves(document)
        self.stated: int | None = None
        self.month: int | None = None
        self.end = 0

    def missing(self, start: int) -> int | None:
        """The year of a date at `start` that states none: of the words before, the sentence, the heading, or the report."""
        before = self.text[max(0, start - 3) : start]
        if self.report:
            if before.endswith(("去年", "上年", "去年的")):
                return self.report - 1
            if before.endswith("今年"):
                return self.report
            if before.endswith(("明年", "次年")):
                return self.report + 1
        if self.stated and (before.endswith(("当年", "同年")) or self.same_sentence(start)):
            return self.stated
        if start >= self.halves.next:
            self.halves.move(start)
        return (self.halves.year if start < self.halves.until else self.report) or self.stated

    def same_sentence(self, start: int) -> bool:
        """Whether the date before stands in the sentence of `start`."""
        between = self.text[self.end : start] if start - self.end < 200 else "。"
        return not any(mark in between for mark in "。\n▲;!?")


def read(groups: Groups, match: regex.Match[str], years: Years) -> Figure | None:
    """The date of a match, or None when its year cannot be had; later dates take their year from `years`."""
    start, end = span(groups, match)
    captured = {name: match[at] for name, at in groups.at.items() if match[at]}
    dates = _period(captured, match.group(), years, start)
    if dates is None:
        return None
    result = Figure(start, end, groups.rule, groups.kind)
    result.dates = dates
    if "plan" in captured or "decade" in captured or "hanzi" in captured:
        return result
    years.stated, years.end = calendar.year_of(dates[1]), end
    years.month = int(dates[1][5:7]) if len(dates[1]) > 4 else None
    return result


_ISO = compile_(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$")


def _period(got: dict[str, str], written: str, years: Years, start: int) -> tuple[str, str, Precision] | None:
    """The period of a match by its captures, or None when a year or month cannot be had."""
    if "plan" in got:
        return calendar.plan(calendar.number(got["plan"]) or 1)
    if "decade" in got or "hanzi" in got:
        return _decade(got)
    stated = calendar.number(got.get("year"))
    numeric = _ISO.match(written) if stated and "month" not in got else None
    if numeric:
        date = calendar.iso(*map(int, numeric.groups()))
        return date, date, "day"
    year = stated or years.missing(start)
    if year is None:
        return None
    part = _part_of_year(got, year)
    if part:
        return part
    month, day = calendar.number(got.get("month")), calendar.number(got.get("day"))
    if month is None and day is not None:
        month = years.month
    return None if month is None and day is not None else _ends(got, year, month, day)


def _part_of_year(got: dict[str, str], year: int) -> tuple[str, str, Precision] | None:
    if "half" in got:
        return calendar.half(year, got["half"] == "下")
    if "upto" in got:
        return calendar.iso(year, 1), calendar.iso(year, 3 * (calendar.number(got["upto"]) or 1)), "quarter"
    if "months" in got:
        return calendar.iso(year, 1), calendar.iso(year, calendar.number(got["months"])), "month"
    if "quarter" in got:
        return calendar.quarter(year, calendar.number(got["quarter"]) or 1)
    return None


def _ends(got: dict[str, str], year: int, month: int | None, day: int | None) -> tuple[str, str, Precision]:
    first = calendar.iso(year, month, day)
    precision: Precision = "day" if day else "month" if month else "year"
    year2, month2, day2 = (calendar.number(got.get(name)) for name in ("year2", "month2", "day2"))
    if year2 is None and month2 is None and day2 is None:
        return first, first, precision
    return first, calendar.iso(year2 or year, month2 or (month if day2 else None), day2), precision


def _decade(got: dict[str, str]) -> tuple[str, str, Precision]:
    written = got.get("decade") or got.get("hanzi") or ""
    decade = int(written) if written.isdecimal() else 10 * (calendar.number(written[:1]) or 0)
    century = {"20": 1900, "二十": 1900, "十九": 1800, "19": 1800, "上": 1900, "本": 1900}.get(got.get("century", ""), 1900)
    first = decade if decade > 999 else century + decade
    return calendar.iso(first), calendar.iso(first + 9), "decade"
