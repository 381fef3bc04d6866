"""统计期限自2023年1月1日起 in a report on 2024: figures said to be of another year than the title's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.dates import days
from govmetrics.relations.words_around import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "date"
SEVERITY: Final = "error"
WHAT: Final = Phrase("统计期限与报告年度不符", "a statistics period outside the report's year")
WHY: Final = Phrase(
    "年度报告的数据统计期限应当在标题所写的年度内，不一致多是沿用上年稿件没有改。",
    "The period that an annual report says it covers lies in the year of its title; another is left over from last year's report.",
)
BAD: Final = (
    ("某区2024年政府信息公开工作年度报告\n本报告数据统计期限自2023年1月1日起至2024年12月31日止。\n", "2023年1月1日"),
    ("某区2024年政府信息公开工作年度报告\n本报告数据统计期限自2023年1月1日起至2023年12月31日止。\n", "2023年1月1日"),
    ("某区2024年政府信息公开工作年度报告\n本报告数据统计期限自2024年12月31日起至1月1日止。\n", "2024年12月31日"),
)
GOOD: Final = (
    "某市统计局2018年法治政府建设报告\n信息来源：某市统计局办公室　　发布时间：2019-03-15 09:20\n统计局扎实推进。\n",
    "某市2018年政府信息公开统计数据\n统计数据发布时间：2019-03-15\n",
    "某区2024年政府信息公开工作年度报告\n本报告数据统计期限自2024年1月1日起至12月31日止。\n",
    "某镇2024年度政府信息公开工作年度报告\n所列数据统计期限为2023年12月1日至2024年11月30日。\n",
)

_HEAD = 20_000  # a report says it near its beginning
_STATED = compile_(
    r"(?:统计|数据|报告)(?!局)[^。\n,; ]{0,12}?(?<!发布|发文|成文|公开|更新|生成|制发|印发|报送)(?:期限|时限|期间|时间|周期|时段)(?:为|是|自|从|:|起止){1,2}"
)


def _two_years(first: str, last: str) -> bool:
    """Whether a period goes from the first day of one year to the last of another."""
    return first[4:] == "-01-01" and last[4:] == "-12-31" and first[:4] != last[:4]


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for a stated period that is not of the title's year."""
    text, year = view.text, days.title_year(view.document)
    if year is None or not any(word in text for word in ("期限", "时限", "期间", "统计时", "统计周期")):
        return
    for match in _STATED.finditer(text, 0, min(len(text), _HEAD)):
        end = min(days.sentence_end(text, match.end()), match.end() + 40)
        dates = days.within(view, match.start(), end)
        if not dates or not days.states_year(dates[0][2]) or dates[0][2].precision != "day":
            continue
        start, stop = dates[0][0], max(one[1] for one in dates[:2])
        first, last = dates[0][2].start, max(metric.end for _, _, metric in dates[:2])
        if dates[0][2].start > dates[:2][-1][2].end:
            yield Problem(
                span=view.span(start, stop),
                message=Phrase("统计期限的起止日期颠倒", "the stated period ends before it begins"),
                expected=f"{year}年1月1日至12月31日",
                found=view.text[start:stop],
            )
        elif str(year) in (first[:4], last[:4]) and not _two_years(first, last):
            yield Judgement(status="holds", span=view.span(start, stop), arithmetic=f"{first}—{last} ∈ {year}")
        else:
            yield Problem(
                span=view.span(start, stop),
                message=Phrase(
                    f"标题是{year}年，统计期限却是{days.words(first)}至{days.words(last)}",
                    f"the title says {year}, but the figures are said to be of {first} to {last}",
                ),
                expected=f"{year}年1月1日至12月31日",
                found=shown(view, view.span(start, stop)),
                arithmetic=f"{first}—{last} ∉ {year}",
                severity=None if days.reviewed_year(view.document) == year else "warning",
            )
