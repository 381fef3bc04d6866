"""Two days of no known year, each with its weekday: 1月28日（星期三）至2月4日（星期二）."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from govmetrics.patterns import compile_
from govmetrics.relations.dates.days import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from govmetrics.model import Span
    from govmetrics.view import View

_WEEKDAY = r"(?P<{}>(?:星期|礼拜|周)[一二三四五六日天])"
_RANGE = compile_(
    r"(?<![\d年])(\d{1,2})月(\d{1,2})日 ?\("
    + _WEEKDAY.format("one")
    + r"\)[\u4e00-\u9fff\d: ]{0,8}?[至到—~-]{1,2} ?(?:(\d{1,2})月)?(\d{1,2})日 ?\("
    + _WEEKDAY.format("two")
    + r"\)"
)
_YEARS = (2001, 2003, 2004)
"""A common year before a common one, one before a leap year, and a leap year: a period in any year is as long as in one of them."""


class Range(NamedTuple):
    """A period with the weekdays of its ends.

    Attributes:
        span: the period.
        weekdays: where the weekdays stand.
        first, last: the weekdays, 一 to 日.
        length: the days from the first to the last.
        fits: whether they can be the weekdays in some year.
    """

    span: Span
    weekdays: tuple[Span, Span]
    first: str
    last: str
    length: int
    arithmetic: str
    fits: bool


def ranges(view: View) -> Iterator[Range]:
    """The periods of which no year is written."""
    if "日(" not in view.text and "日 (" not in view.text:
        return
    for match in _RANGE.finditer(view.text):
        lengths = _lengths(match)
        if lengths:
            first, last = (match[name][-1].replace("天", "日") for name in ("one", "two"))
            fits = any((WEEKDAYS.index(last) - WEEKDAYS.index(first) - length) % 7 == 0 for length in lengths)
            arithmetic = f"{match[4] or match[1]}月{match[5]}日 - {match[1]}月{match[2]}日"
            weekdays = view.span(*match.span("one")), view.span(*match.span("two"))
            yield Range(view.span(*match.span()), weekdays, first, last, min(lengths), arithmetic, fits)


def _lengths(match: regex.Match[str]) -> set[int]:
    month, day = int(match[1]), int(match[2])
    until = int(match[4] or month), int(match[5])
    found = set()
    for year in _YEARS:
        try:
            found.add((date(year + ((month, day) > until), *until) - date(year, month, day)).days)
        except ValueError:
            continue
    return found
