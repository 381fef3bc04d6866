"""2024年2月30日: a day or month that no calendar has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.calendar import number
from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.dates import days
from govmetrics.relations.words_around import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from govmetrics.view import View

GROUP: Final = "date"
SEVERITY: Final = "error"
WHAT: Final = Phrase("不存在的日期", "a date that does not exist")
WHY: Final = Phrase(
    "日历上没有这一天，多半是录入或改稿时写错了月或日；年份是推断出来的闰日只作提示。",
    "No calendar has the day, so the month or the day is mistyped; a leap day whose year is inferred is only a warning.",
)
BAD: Final = (
    ("2024年6月31日，县城管局召开现场推进会。", "6月31日"),
    ("清查工作自4月20日起至4月31日止。", "4月31日"),
    ("2023年2月29日印发实施方案。", "2月29日"),
    ("截至14月5日，共受理申请32件。", "14月5日"),
    ("二〇二四年十三月起，推行扫码入企。", "十三月"),
    ("巡查从9月20日至31日开展。", "31日"),
)
GOOD: Final = (
    "2024年2月29日印发实施方案，2024年6月30日前完成。",
    "农历二月三十日赶集，腊月三十守岁。",
    "完成国道2.30公里、县道4.31公里路面修复。",
    "每月31日前报送台账，5月31日前汇总。",
)

_DAY = compile_(r"月(\d{1,2})(?:[日号](?![线楼令文院])|(?=起|至|到|—|~|-))(?:起?(?:至|到|—{1,2}|~|-)(?:(\d{1,2})月)?(\d{1,2})日)?")
_HANZI_DAY = compile_(r"月([二三]?十[一二三四五六七八九]?)日")
_HANZI_MONTH = compile_(r"[〇零一二三四五六七八九\d]{4}年(十[三四五六七八九]|[二三]十[一二三四五六七八九]?)月(?!十?[一二三四五六七八九]日)")
_MONTH = compile_(r"年(00?|1[3-9]|[2-9]\d)月(?!\d{1,2}[日号])(?<=(?<!\d)(?P<year>(?:19|20)\d\d)年\d{1,2}月)")
_ISO = compile_(r"((?:19|20)\d\d)([-./])(\d{1,2})\2(\d{1,2})(?!\d)")
_NUMERAL = "0123456789"
_HANZI = "一二三四五六七八九十"
_LUNAR = ("农历", "腊", "正月", "阴历", "旧历", "闰", "夏历")
_NO_DATE = frozenset("第满共期每.0123456789")


def check(view: View) -> Iterator[Problem]:
    """A problem for each day that does not exist."""
    text = view.text
    for match in _DAY.finditer(text):
        yield from _western(view, match)
    if "十" in text:
        for match in _HANZI_DAY.finditer(text):
            yield from _chinese(view, match)
        for match in _HANZI_MONTH.finditer(text):
            yield _no_month(view, match.start(), match.end(), number(match[1]) or 0)
    for match in _MONTH.finditer(text):
        yield _no_month(view, match.start("year"), match.end(), int(match[1]))
    for start, end, metric in view.dates:
        if metric.precision == "day":
            for found in _ISO.finditer(text, start, end):
                yield from _day(view, found.start(), found.end(), int(found[3]), int(found[4]), int(found[1]))


def _western(view: View, match: regex.Match[str]) -> Iterator[Problem]:
    text, at = view.text, match.start()
    start = _back(text, at, _NUMERAL, 2)
    if start == at or text[start - 1 : start] in _NO_DATE or _lunar(text, start):
        return
    if int(match[1]) > 31 and text[match.end(1)] == "号":  # a number of a notice or a house
        return
    month, day, until, last = int(text[start:at]), int(match[1]), match[2], match[3]
    end = match.end(1) + (text[match.end(1)] in "日号")
    if text[end - 1] in "日号" or last:
        yield from _day(view, start, end, month, day, _year_before(text, start))
    if last:
        other = int(until) if until else month
        begin = match.start(2) if until else match.start(3)
        yield from _day(view, begin, match.end(), other, int(last), _year_before(text, start) if month <= other else None)


def _chinese(view: View, match: regex.Match[str]) -> Iterator[Problem]:
    text, at = view.text, match.start()
    start = _back(text, at, _HANZI, 2)
    if start == at or _lunar(text, start):
        return
    month, day, year = number(text[start:at]), number(match[1]), None
    if text[max(0, start - 1) : start] == "年":
        year = _hanzi_year(text[max(0, start - 5) : start - 1])
    if month and day and (year or day > 30):
        yield from _day(view, start, match.end(), month, day, year)


def _hanzi_year(written: str) -> int | None:
    digits = written.translate(str.maketrans("〇零一二三四五六七八九", "00123456789"))
    return int(digits) if len(digits) == 4 and digits.isdecimal() else None


def _back(text: str, at: int, among: str, most: int) -> int:
    start = at
    while start > 0 and at - start < most and text[start - 1] in among:
        start -= 1
    return start


def _lunar(text: str, at: int) -> bool:
    near = text[max(0, at - 12) : at]
    return any(word in near for word in _LUNAR)


def _year_before(text: str, at: int) -> int | None:
    written = text[max(0, at - 5) : at - 1]
    return int(written) if text[at - 1 : at] == "年" and len(written) == 4 and written.isdecimal() else None


def _day(view: View, start: int, end: int, month: int, day: int, year: int | None) -> Iterator[Problem]:
    if not 1 <= month <= 12:
        yield _no_month(view, start, end, month)
    elif not 1 <= day <= days.longest(month):
        most = days.longest(month) if month != 2 or year is None else 28 + days.leap(year)
        yield Problem(
            span=view.span(start, end),
            message=Phrase(f"{month}月没有{day}日", f"month {month} has no day {day}"),
            help=Phrase(f"{month}月最多到{most}日，核对月和日", f"month {month} ends on day {most}: look at the month and the day"),
            expected=f"1日—{most}日",
            found=f"{month}月{day}日",
        )
    elif month == 2 and day == 29:
        yield from _leap_day(view, start, end, year)


def _leap_day(view: View, start: int, end: int, year: int | None) -> Iterator[Problem]:
    inferred = year
    if year is None:
        known = [metric for _, _, metric in days.within(view, start, end)]
        inferred = int(known[0].end[:4]) if known else view.document.year
    if inferred is None or days.leap(inferred):
        return
    yield Problem(
        span=view.span(start, end),
        message=Phrase(f"{inferred}年不是闰年，2月没有29日", f"{inferred} is no leap year, so its February has no day 29"),
        expected="1日—28日",
        found="2月29日",
        severity=None if year else "warning",
    )


def _no_month(view: View, start: int, end: int, month: int) -> Problem:
    span = view.span(start, end)
    return Problem(
        span=span,
        message=Phrase(f"没有{month}月", f"there is no month {month}"),
        help=Phrase("月份只能是1月至12月", "months go from 1 to 12"),
        expected="1月—12月",
        found=shown(view, span),
    )
