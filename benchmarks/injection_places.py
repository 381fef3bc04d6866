"""Errors that need no arithmetic: dates, weekdays, heading numbers, marks, rates above 100, reversed periods."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from random import Random

from injection_edits import Edit, Report, edit, like

_DAY = re.compile(r"(?<!\d)(?:(\d{4})年)?(?<![\d—~-])(\d{1,2})月(\d{1,2})日")
_WEEKDAYS = "一二三四五六日"
_HANZI = "一二三四五六七八九十"
_HEADING = re.compile(
    r"(?:(?<=\n)|\A)[ \u3000\t]*(?:(?P<top>[一二三四五六七八九十]{1,3})、|（(?P<second>[一二三四五六七八九十]{1,3})）|(?P<third>\d{1,2})[.．、](?=\s?[\u4e00-\u9fff“《])"
    r"|（(?P<fourth>\d{1,2})）)|(?:(?<=[。；：\n])|(?<=\n\u3000\u3000))(?P<item>[一二三四五六七八九])是"
)
_CELLS = re.compile(r"\t|(?:^|\s)-?\d[\d,.]*\s*$| [一二三四五六七八九十]{1,3}、")
_ITEM = re.compile(r"[ \u3000]*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、])[^\n。]{0,30}$")
_RATE = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{0,8}(?:办结|满意|合格|及时|出庭|参保|知晓|答复|优良|普及|化解|审结|结案|公开|达标|受理|入学|巩固|城镇化|失业|录取|回访|整改|调解成功|治愈|绿化)率)"
    r"(?:均|也)?(?:达到?了?|为|是|保持在|稳定在)?(?P<rate>\d{1,3}(?:\.\d+)?)[%％]"
    r"|占(?!年?初?预算|年?度?计划|年?度?目标|规划|国内生产总值|地区生产总值|GDP)(?P<of>[\u4e00-\u9fff]{0,10}?)(?:的|的比重为|比重为|比为|比)?(?P<share>\d{1,2}(?:\.\d+)?)[%％]"
)
_YEARS = re.compile(r"(?<![\d.])(?P<a>20\d\d)年?(?:—{1,2}|-|~|～|–|至|到)(?P<b>20\d\d)年(?![度初末底\d])")
_DATED = re.compile(r"(?P<a>20\d\d年\d{1,2}月(?:\d{1,2}日)?)(?:起)?(?:—{1,2}|-|~|～|–|至|到)(?P<b>20\d\d年\d{1,2}月(?:\d{1,2}日)?)")
_DAYS = re.compile(r"(?<=月)(?P<a>\d{1,2})日?(?:—{1,2}|-|~|～|–|至|到)(?P<b>\d{1,2})(?=日)")
_MONTHS = re.compile(r"(?<=20\d\d年)(?P<a>\d{1,2})月?(?:—{1,2}|-|~|～|–|至|到)(?P<b>\d{1,2})(?=月(?!\d))")
_SPAN = re.compile(r"(?<=20\d\d年)(?P<a>\d{1,2}月\d{1,2}日)(?:起)?(?:—{1,2}|-|~|～|–|至|到)(?P<b>\d{1,2}月\d{1,2}日)")
_PAIRS = {"”": "“", "）": "（", "》": "《", "’": "‘", "〕": "〔", "】": "【"}
_DROPPED = "”）》"
_LONGEST = 60
"""Characters between two marks of a pair: beyond it, the pair is no slip that anybody would make."""


def impossible_date(report: Report, random: Random) -> Iterator[Edit]:
    for match in _DAY.finditer(report.text):
        year, month, day = match.groups()
        wrong = [("2", "30"), ("13", day), ("4", "31")]
        if year and date_of(year, "2", "28") and not date_of(year, "2", "29"):
            wrong.append(("2", "29"))
        new_month, new_day = random.choice(wrong)
        start, end = match.start(2), match.end(3)
        yield edit(start, end, f"{like(new_month, month)}月{like(new_day, day)}")


def date_of(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def weekday(report: Report, random: Random, *, right: bool) -> Iterator[Edit]:
    for match in _DAY.finditer(report.text):
        day = date_of(*match.groups()) if match.group(1) else None
        if day is None or day.year < 1950 or report.text[match.end() : match.end() + 1] in ("（", "("):
            continue
        shift = 0 if right else random.randint(1, 6)
        yield edit(match.end(), match.end(), f"（星期{_WEEKDAYS[(day.weekday() + shift) % 7]}）", match.start())


def headings(report: Report, _: Random, *, step: int) -> Iterator[Edit]:
    """Headings that count on from the one of their kind before, with the next number (`step` 1) or the same one again (-1)."""
    last: dict[str, int] = defaultdict(int)
    kinds = ("top", "second", "third", "fourth", "item")
    for match in _HEADING.finditer(report.text):
        kind = match.lastgroup or ""
        written = match.group(kind)
        number = int(written) if written.isdecimal() else from_hanzi(written)
        follows = number == last[kind] + 1
        for deeper in kinds[kinds.index(kind) + 1 :]:
            last[deeper] = 0
        last[kind] = number
        if follows and number > 1 and 0 < number + step < 20 and not in_table(report.text, match.start(kind)):
            wrong = str(number + step) if written.isdecimal() else to_hanzi(number + step)
            yield edit(*match.span(kind), like(wrong, written))


def in_table(text: str, at: int) -> bool:
    """Whether the short numbered lines around `at`, or a line next to them, have cells, end in a bare number or hold two items."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    lines = [text[start : end if end >= 0 else len(text)]]
    while start > 0 and _ITEM.match(lines[0]):
        end_above, start = start - 1, text.rfind("\n", 0, start - 1) + 1
        lines.insert(0, text[start:end_above])
    while end >= 0 and _ITEM.match(lines[-1]):
        start_below, end = end + 1, text.find("\n", end + 1)
        lines.append(text[start_below : end if end >= 0 else len(text)])
    return any(_CELLS.search(line.strip(" \u3000")) for line in lines)


def from_hanzi(written: str) -> int:
    if "十" not in written:
        return _HANZI.index(written[-1]) + 1
    tens, _, ones = written.partition("十")
    return (10 * (_HANZI.index(tens) + 1) if tens else 10) + (_HANZI.index(ones) + 1 if ones else 0)


def to_hanzi(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else f"{_HANZI[tens - 1]}十") + (_HANZI[ones - 1] if ones else "")


def dropped_closing_mark(report: Report, _: Random) -> Iterator[Edit]:
    """A closing mark whose opening one stands in the same line."""
    open_: list[tuple[str, int]] = []
    for at, char in enumerate(report.text):
        if char == "\n":
            open_.clear()
        elif char in _PAIRS.values():
            open_.append((char, at))
        elif char in _PAIRS and open_ and open_[-1][0] == _PAIRS[char]:
            first = open_.pop()[1]
            if char in _DROPPED and at - first < _LONGEST:
                yield edit(at, at + 1, "", first)


def share_over_100(report: Report, random: Random) -> Iterator[Edit]:
    for match in _RATE.finditer(report.text):
        group = "rate" if match.group("rate") else "share"
        old = match.group(group)
        whole, point, places = old.partition(".")
        if whole == "100":
            wrong = random.choice(["102", "110", "101.5"])
        else:
            wrong = random.choice([f"1{whole.zfill(2)}{point}{places}", f"{random.randint(101, 135)}{point}{places}"])
        yield edit(*match.span(group), like(wrong, old))


def reversed_range(report: Report, _: Random, *, patterns: tuple[re.Pattern[str], ...]) -> Iterator[Edit]:
    for pattern in patterns:
        for match in pattern.finditer(report.text):
            first, last = match.group("a"), match.group("b")
            if _numbers(first) < _numbers(last) and len(_numbers(first)) == len(_numbers(last)):
                between = report.text[match.end("a") : match.start("b")]
                yield edit(match.start("a"), match.end("b"), f"{last}{between}{first}")


def _numbers(written: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", written)]


Inject = Callable[[Report, Random], Iterator[Edit]]

PLACES: dict[str, Inject] = {
    "impossible-date": impossible_date,
    "wrong-weekday": lambda report, random: weekday(report, random, right=False),
    "right-weekday": lambda report, random: weekday(report, random, right=True),
    "skipped-heading": lambda report, random: headings(report, random, step=1),
    "repeated-heading": lambda report, random: headings(report, random, step=-1),
    "dropped-closing-mark": dropped_closing_mark,
    "share-over-100": share_over_100,
    "reversed-range": lambda report, random: reversed_range(report, random, patterns=(_YEARS, _DATED, _DAYS)),
    "reversed-months": lambda report, random: reversed_range(report, random, patterns=(_MONTHS, _SPAN)),
}
