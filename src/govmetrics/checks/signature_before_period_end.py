"""截至2024年12月31日 in a report signed in November 2024: figures of a day that had not come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.dates import days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "date"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("落款早于统计期末", "a signature before the end of the period reported on")
WHY: Final = Phrase(
    "数据截至的日期还没有到，报告就已落款或发布，两个日期必有一错；预计数除外。",
    "The figures are said to be of a day after the signature or publication, so one of the two dates is wrong.",
)
BAD: Final = (("某县2024年工作总结\n截至2024年12月31日，办结案件320件。\n某县信访局\n2024年11月20日\n", "2024年12月31日"),)
GOOD: Final = (
    "某县2024年工作总结\n截至2024年12月31日，办结案件320件。\n某县信访局\n2025年1月20日\n",
    "某县2024年工作总结\n截至2024年12月31日，预计办结案件320件。\n某县信访局\n2024年11月20日\n",
)

_UNTIL = ("截至", "截止", "截止至", "截止到", "截至到")
_EXPECTED = ("预计", "将", "计划", "拟", "目标", "力争", "有效", "报名", "申报", "受理期")
_FOLLOWS = compile_(r"(?:止)?(?:,|,?(?:全|共|累计|我|已))")


def check(view: View) -> Iterator[Problem]:
    """A problem for each day up to which figures are given and which came after the report."""
    text, published = view.text, days.published(view.document)
    if published is None or ("截至" not in text and "截止" not in text):
        return
    for start, end, metric in view.dates:
        if metric.precision != "day" or metric.start <= published.isoformat() or not text[max(0, start - 4) : start].endswith(_UNTIL):
            continue
        begin = days.sentence_start(text, start)
        words = text[begin : days.sentence_end(text, end)]
        stated = days.states_year(metric) and days.day(metric.start) is not None
        if stated and _FOLLOWS.match(text, end) and not any(word in words for word in _EXPECTED):
            yield Problem(
                span=view.span(start, end),
                message=Phrase(
                    f"数据截至{text[start:end]}，报告却在{days.words(published.isoformat())}落款或发布",
                    f"the figures are of {metric.start}, but the report is of {published}",
                ),
                help=Phrase("核对截至日期和落款日期", "look at the day of the figures and at that of the report"),
                found=metric.start,
                arithmetic=f"{metric.start} > {published}",
            )
