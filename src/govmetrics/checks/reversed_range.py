"""2024年9月至2024年3月: a period that ends before it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.dates import days
from govmetrics.relations.words_around import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.model import Date
    from govmetrics.view import View

GROUP: Final = "date"
SEVERITY: Final = "error"
WHAT: Final = Phrase("起止日期倒置", "a period that ends before it begins")
WHY: Final = Phrase(
    "起止两端都写了年份，止却早于起，是年份或月份写错；止端不写年份的按次年理解，不报。",
    "Both ends state their year and the end comes first, so one is wrong; an end without a year means the next year.",
)
BAD: Final = (
    ("2024年工作总结\n检查从9月25日持续到9月20日。", "9月25日持续到9月20日"),
    ("2024年10月至2024年4月开展清欠行动。", "2024年10月至2024年4月"),
    ("落实《实施纲要（2025—2021年）》要求。", "2025—2021"),
    ("活动时间为2024年5月20日至10日。", "2024年5月20日至10日"),
    ("审计期间自2023年7月1日起，至2022年12月31日止。", "2022年12月31日"),
)
GOOD: Final = (
    "2024年10月至2025年4月开展清欠行动。",
    "2023年11月至3月开展冬春训练，供暖期为11月15日至3月15日。",
    "完工时间由2025年12月提前到2025年6月。",
)

_JOIN = compile_(r"(?:\([^()\n]{1,8}\))?(?:起|开始)?,?(?:一直)?(?:持续|延续)?(?:至|到|—{1,2}|~|-)\Z")
_YEARS = compile_(r"\(((?:19|20)\d\d)年?(?:—{1,2}|~|-|至)((?:19|20)\d\d)年?\)")
_BACKWARDS = compile_(r"提前|追溯|倒查|倒推|回溯|提早")


def check(view: View) -> Iterator[Problem]:
    """A problem for each reversed period."""
    last: tuple[int, int, Date] | None = None
    for one in view.dates:
        start, end, metric = one
        if metric.start != metric.end:
            if metric.end < metric.start and _certain(view.text[start:end], metric):
                yield _problem(view, start, end, metric.start, metric.end)
        elif last and start - last[1] < 12 and last[2].precision == metric.precision and metric.end < last[2].start:
            stated = days.states_year(last[2]) and days.states_year(metric)
            joined = last[2].start == last[2].end and (stated or (metric.precision == "day" and metric.start[:7] == last[2].start[:7]))
            if joined and _JOIN.match(view.text, last[1], start) and not _BACKWARDS.search(view.text, max(0, last[0] - 12), last[0]):
                yield _problem(view, last[0], end, last[2].start, metric.end)
        last = one
    for match in _YEARS.finditer(view.text):  # also inside the name of a plan, which is no figure
        opening, closing = match.groups()
        if closing < opening and not days.within(view, match.start(), match.end()):
            yield _problem(view, match.start(1), match.end(2), opening, closing)


def _certain(written: str, metric: Date) -> bool:
    """Whether both ends state their year, or their month is the same and only the day goes back."""
    if written.count("年") > 1 or metric.precision == "year":
        return True
    return metric.precision == "day" and metric.start[:7] == metric.end[:7]


def _problem(view: View, start: int, end: int, first: str, last: str) -> Problem:
    return Problem(
        span=view.span(start, end),
        message=Phrase(f"止期{days.words(last)}早于起期{days.words(first)}", f"the end, {last}, is before the beginning, {first}"),
        help=Phrase("核对起止的年月日", "look at the years, months and days of both ends"),
        found=shown(view, view.span(start, end)),
        arithmetic=f"{first} > {last}",
    )
