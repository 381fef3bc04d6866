"""截至2024年12月31日 in a report signed in November 2024: figures of a day that had not come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.dates import days

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from govmetrics.view import View

GROUP: Final = "date"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("落款早于统计期末", "a signature before the end of the period reported on")
WHY: Final = Phrase(
    "数据截至的日期还没有到，报告就已落款或发布，两个日期必有一错；预计数除外。",
    "The figures are said to be of a day after the signature or publication, so one of the two dates is wrong.",
)
BAD: Final = (
    ("某镇2024年度法治政府建设情况报告\n全年调解纠纷32起。\n某镇人民政府\n2024年1月15日\n", "2024年1月15日"),
    ("某局2020年度法治政府建设情况报告\n发布时间：2021-01-29\n办结案件320件。\n某局\n2020年1月27日\n", "2020年1月27日"),
    ("某县2024年工作总结\n截至2024年12月31日，办结案件320件。\n某县信访局\n2024年11月20日\n", "2024年12月31日"),
)
GOOD: Final = (
    "某局2020年度法治政府建设情况报告\n发布时间：2021-01-29\n办结案件320件。\n某局\n2021年1月27日\n",
    "某局2020年度工作报告\n发布时间：2020-01-29\n办结案件320件。\n某局\n2020年1月27日\n",
    "某局2020年上半年工作情况报告\n全年任务过半。\n某局\n2020年6月27日\n",
    "某县2024年工作总结\n截至2024年12月31日，办结案件320件。\n某县信访局\n2025年1月20日\n",
    "某县2024年工作总结\n截至2024年12月31日，预计办结案件320件。\n某县信访局\n2024年11月20日\n",
)

_PART = compile_("半年|季度|月|计划|要点|方案|安排")
_ALL_YEAR = compile_("全年|一年来|年终")
_SUMMER = 6
_SIGNED = compile_(r"\n[ \u3000\t]*((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日[ \u3000]*(?=\n|$)")
_UNTIL = ("截至", "截止", "截止至", "截止到", "截至到")
_EXPECTED = ("预计", "将", "计划", "拟", "目标", "力争", "有效", "报名", "申报", "受理期")
_FOLLOWS = compile_(r"(?:止)?(?:,|,?(?:全|共|累计|我|已))")


def check(view: View) -> Iterator[Problem]:
    """A problem for each day up to which figures are given and which came after the report."""
    text, published = view.text, days.published(view.document)
    yield from _of_year_before(view)
    if published is None or ("截至" not in text and "截止" not in text):
        return
    for start, end, metric in view.dates:
        if metric.precision != "day" or metric.start <= published.isoformat() or not text[max(0, start - 4) : start].endswith(_UNTIL):
            continue
        begin = days.sentence_start(text, start)
        words = text[begin : days.sentence_end(text, end)]
        stated = days.states_year(metric) and days.day(metric.start) is not None
        if stated and _FOLLOWS.match(text, end) and not any(word in words for word in _EXPECTED):
            signed = view.of_text(_signature)
            at = view.span(signed.start(1), signed.end(3) + 1) if signed else None
            yield Problem(
                span=view.span(start, end),
                related=(Related(at, Phrase("落款日期", "the day of the signature")),) if at else (),
                message=Phrase(
                    f"数据截至{text[start:end]}，报告却在{days.words(published.isoformat())}落款或发布",
                    f"the figures are of {metric.start}, but the report is of {published}",
                ),
                help=Phrase("核对截至日期和落款日期", "look at the day of the figures and at that of the report"),
                found=metric.start,
                arithmetic=f"{metric.start} > {published}",
            )


def _signature(view: View) -> regex.Match[str] | None:
    """The last line that is a day."""
    return next(reversed([*_SIGNED.finditer(view.text)]), None)


def _of_year_before(view: View) -> Iterator[Problem]:
    """The last line that is a day, a year before the day of publication: 2020年1月27日 in a report of 2020, published in January 2021."""
    published, review = view.document.published or "", days.reviewed_year(view.document)
    last = view.of_text(_signature)
    if last is None or review is None or _PART.search(days.title(view.document)):
        return
    year, month = int(last.group(1)), int(last.group(2))
    later = published[:4] == str(review + 1) and int(published[5:7] or 0) <= _SUMMER
    alone = published[:4] in ("", str(review)) and _ALL_YEAR.search(view.text) is not None
    if year == review and month <= _SUMMER and (later or alone):
        shown = f"{days.words(published[:10])}发布" if later else f"写的是{review}年全年"
        span = view.span(last.start(1), last.end(3) + 1)
        yield Problem(
            span=span,
            message=Phrase(
                f"{review}年度报告{shown}，落款却在{year}年{month}月",
                f"the report is of the whole of {review}, but is signed in {year}-{month:02}",
            ),
            help=Phrase("核对落款年份", "look at the year of the signature"),
            expected=f"{review + 1}年{month}月{last.group(3)}日",
            found=view.source(span),
            arithmetic=f"{year}-{month:02} < {review}-12-31",
        )
