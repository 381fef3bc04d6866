"""A report of 2024 published on 20 April 2025, where the law wants it by 1 April."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.dates import days
from govmetrics.relations.head import title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.packs import Deadline
    from govmetrics.view import View

GROUP: Final = "date"
SEVERITY: Final = "note"
DEFAULT: Final = False
WHAT: Final = Phrase("发布或落款日期晚于规定期限", "a report published or signed after the day that the law sets")
WHY: Final = Phrase(
    "法治政府建设年度报告3月1日前报送、4月1日前公开，政府信息公开年度报告部门1月31日前、政府3月31日前公布；实际多有延后，默认不查。",
    "The law sets days by which annual reports are submitted and published. Many are late, so it is off by default.",
)
BAD: Final = (
    ("某县2024年法治政府建设情况报告\n发布时间：2025-04-20\n全年开展学法4次。\n", "2025-04-20"),
    ("某县2024年法治政府建设情况报告\n全年开展学法4次。\n某县人民政府\n2025年3月12日\n", "2025年3月12日"),
    ("某县财政局2024年政府信息公开工作年度报告\n发布时间：2025-02-10\n主动公开信息40条。\n", "2025-02-10"),
)
GOOD: Final = (
    "某县2024年法治政府建设情况报告\n发布时间：2025-03-20\n全年开展学法4次。\n",
    "某县2024年法治政府建设情况报告\n全年开展学法4次。\n某县人民政府\n2025年2月26日\n",
    "某县人民政府2024年政府信息公开工作年度报告\n发布时间：2025-02-10\n主动公开信息40条。\n",
    "某县2024年法治政府建设情况报告\n全年开展学法4次。\n",
)

_SIGNED = compile_(r"\n[ \t]*((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日\s*$")


def check(view: View) -> Iterator[Problem]:
    """A problem for the deadline that the day of publication or signature is behind; the last one of several."""
    published = days.published(view.document)
    if published is None:
        return
    signature = _SIGNED.search(view.text)
    signed = signature is not None and tuple(map(int, signature.groups())) == published.timetuple()[:3]
    found = _passed(view, published, signed=signed)
    if found is None:
        return
    due, deadline = found
    places = [(start, end) for start, end, metric in view.dates if metric.start == published.isoformat()]
    place = places[-1 if signed else 0] if places else None
    words = days.words(published.isoformat())
    yield Problem(
        span=view.span(*place) if place else title(view),
        message=Phrase(
            f"{words}晚于{days.words(due.isoformat())}：{deadline.zh}的期限（{deadline.source}）",
            f"{published} is after {due}, the last day for {deadline.en} ({deadline.source})",
        ),
        expected=f"≤{due}",
        found=str(published),
    )


def _passed(view: View, published: date, *, signed: bool) -> tuple[date, Deadline] | None:
    """The last day before `published` on which the report was due, and what for; deadlines for its kind of body come first."""
    document, pack = view.document, view.pack
    if pack is None or document.review is None:
        return None
    named = document.title or ""
    own = [one for one in pack.deadlines if any(word in named for word in one.title)]
    due = [
        (date(document.review + 1, one.month, one.day), one)
        for one in own or pack.deadlines
        if (own or not one.title) and (signed or not one.signed)
    ]
    return max(((day, one) for day, one in due if day < published), key=lambda pair: pair[0], default=None)
