"""The calendar behind the date checks: real days, weekdays, five-year periods, and the words around a date."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from typing import TYPE_CHECKING

from govmetrics.calendar import number, plan
from govmetrics.patterns import compile_

if TYPE_CHECKING:
    from collections.abc import Collection

    from govmetrics.document import Document
    from govmetrics.model import Date
    from govmetrics.view import View

WEEKDAYS = "一二三四五六日"
_LONGEST_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_STOPS = "。\n;!?"
_REACH = 240
_YEAR = compile_(r"(?<!\d)(?:19|20)\d\d(?=年)")
_ANNUAL = compile_(r"(?:年度|法治政府建设|信息公开)[^,。]{0,20}报告|总结|年报|述职|(?:工作)?情况(?:的)?(?:报告|汇报)|决算")
_PART = "半年|季度|月"
_LOOKS_AHEAD = compile_(rf"{_PART}|预算|计划|要点|方案|安排|意见|规划|政府工作报告|法院工作报告|检察院工作报告|委员会工作报告")


def longest(month: int) -> int:
    """The days that `month` has in any year; February's are 29."""
    return _LONGEST_DAYS[month - 1]


def leap(year: int) -> bool:
    """Whether `year` has a 29th of February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def day(iso: str) -> date | None:
    """The day that `iso` names, or None for a month, a year or a day that does not exist."""
    if len(iso) != 10:
        return None
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def words(iso: str) -> str:
    """An ISO 8601 date as a report writes it: 2024-03 is 2024年3月."""
    return "".join(f"{int(part)}{unit}" for part, unit in zip(iso.split("-"), "年月日", strict=False))


def weekday(when: date) -> str:
    """一 for Monday to 日 for Sunday."""
    return WEEKDAYS[when.weekday()]


def states_year(metric: Date) -> bool:
    """Whether the words of a date begin with its year, which else was inferred."""
    head = metric.text[:4]
    return len(head) == 4 and (head.isdigit() or all(digit in "〇零○一二三四五六七八九" for digit in head))


def before(view: View, at: int) -> tuple[int, int, Date] | None:
    """The last date that begins before the twin's character `at`."""
    found = bisect_left(view.dates, (at,))
    return view.dates[found - 1] if found else None


def within(view: View, start: int, end: int) -> list[tuple[int, int, Date]]:
    """The dates that begin in the twin's `start` to `end`."""
    dates = view.dates
    return dates[bisect_left(dates, (start,)) : bisect_left(dates, (end,))]


def sentence_start(text: str, at: int) -> int:
    """Where the sentence around `at` begins, or the farthest place looked at."""
    low = max(0, at - _REACH)
    return max(low, *(text.rfind(stop, low, at) + 1 for stop in _STOPS))


def sentence_end(text: str, at: int) -> int:
    """Where the sentence around `at` ends, without its mark, or the farthest place looked at."""
    high = min(len(text), at + _REACH)
    return min((found for found in (text.find(stop, at, high) for stop in _STOPS) if found >= 0), default=high)


def title(document: Document) -> str:
    """The title, or the first line where that is short and no sentence; empty where there is neither."""
    if document.title is not None:
        return document.title
    line = document.twin.text[:200].lstrip().split("\n", 1)[0]
    return "" if len(line) > 60 or any(mark in line for mark in "。,;:") else line


def title_year(document: Document) -> int | None:
    """The one year that the title names; None for none or several."""
    years = {int(match.group()) for match in _YEAR.finditer(title(document))}
    return years.pop() if len(years) == 1 else None


def reviewed_year(document: Document) -> int | None:
    """The year that a report looks back on, where its title leaves no doubt: that of an annual report or a summary."""
    name = title(document)
    return title_year(document) if _ANNUAL.search(name) and not _LOOKS_AHEAD.search(name) else None


def published(document: Document) -> date | None:
    """The day of publication or signature, where the title's year makes it likely; a page has dates of its own."""
    found, year = day(document.published or ""), title_year(document)
    return found if found and (year is None or year <= found.year <= year + 2) else None


def five_years(ordinal: str, law: bool) -> tuple[int, int] | None:
    """The years of a five-year plan (十四五: 2021 to 2025), or of a programme of legal education (“八五”普法: 2021 to 2025)."""
    which = number(ordinal)
    if not which:
        return None
    if law:
        return 1981 + 5 * which, 1985 + 5 * which
    first, last, _ = plan(which)
    return int(first), int(last)


def lengths(first: str, last: str, unit: str, loose: bool = False, sure: bool = True) -> tuple[Collection[int], str]:
    """The lengths in `unit` that a period may be said to have, and the one that most would give; none where it has no such length.

    Args:
        first, last: its ends in ISO 8601.
        unit: 年, 月, 周, 星期, 天 or 日.
        loose: whether it may be counted without its first year.
        sure: whether its year is known; working days depend on it.
    """
    if unit == "年" and len(first) == len(last) == 4:
        usual = int(last) - int(first) + 1
        return (usual, usual - loose), f"{usual}年"
    if unit == "月" and len(first) == len(last) == 7:
        usual = _months(last) - _months(first) + 1
        return (usual, max(1, usual - 1)), f"{usual}个月"
    begin, end = day(first), day(last)
    if begin is None or end is None:
        return (), ""
    return _of_days((end - begin).days + 1, begin.weekday() if sure else None, unit)


def _months(iso: str) -> int:
    return int(iso[:4]) * 12 + int(iso[5:7])


def _of_days(total: int, begins: int | None, unit: str) -> tuple[Collection[int], str]:
    if unit == "月":
        return range((total + 5) // 31, (total + 20) // 30 + 1), f"约{max(1, (total + 15) // 30)}个月"
    if unit in ("周", "星期"):
        return range(max(1, (total + 1) // 7), (total + 4) // 7 + 1), f"{total}天"
    if unit not in ("天", "日"):
        return (), ""
    if begins is None:  # whole working weeks are the only working days to be known
        return (total, total - 1, *range(total // 7 * 5, total, 5)), f"{total}天"
    return (total, total - 1, sum((begins + i) % 7 < 5 for i in range(min(total, 1000)))), f"{total}天"
