"""二十届三中全会 in a report of 2023: a meeting that had not taken place."""

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
WHAT: Final = Phrase("会议晚于发布日期", "a meeting that came after the report")
WHY: Final = Phrase(
    "报告落款或发布时会议还没有召开，多是届次写错或后来改稿混入。",
    "The meeting had not been held when the report was signed or published: its number is wrong, or a later text was mixed in.",
)
BAD: Final = (("某县2023年工作总结\n发布日期：2024-01-20\n深入学习贯彻党的二十届三中全会精神。\n", "二十届三中全会"),)
GOOD: Final = (
    "某县2024年工作总结\n发布日期：2025-01-20\n深入学习贯彻党的二十届三中全会精神。\n",
    "某县2022年工作总结\n发布日期：2022-09-20\n以实际行动迎接党的二十大胜利召开。\n",
)

_PLENUMS = {
    "十八届": ("2012-11", "2013-02", "2013-11", "2014-10", "2015-10", "2016-10", "2017-10"),
    "十九届": ("2017-10", "2018-01", "2018-02", "2019-10", "2020-10", "2021-11", "2022-10"),
    "二十届": ("2022-10", "2023-02", "2024-07", "2025-10"),
}
_CONGRESSES = {"党的十八大": "2012-11", "党的十九大": "2017-10", "党的二十大": "2022-10"}
_MEETING = compile_(r"(十八届|十九届|二十届)([一二三四五六七])中(?:、[一二三四五六七]中)*全会|党的(?:十八大|十九大|二十大)(?!届)")
_COMING = ("迎接", "喜迎", "迎", "召开", "将", "筹备", "即将", "献礼")


def check(view: View) -> Iterator[Problem]:
    """A problem for each meeting that is later than the report."""
    text, published = view.text, days.published(view.document)
    if published is None or ("中全会" not in text and "党的" not in text):
        return
    for match in _MEETING.finditer(text):
        held = _CONGRESSES.get(match.group())
        if match[1]:
            known, which = _PLENUMS[match[1]], "一二三四五六七".index(match[2])
            held = known[which] if which < len(known) else None
        near = text[max(0, match.start() - 12) : match.end() + 8]
        if held and published.isoformat()[:7] < held and not any(word in near for word in _COMING):
            year, month = held.split("-")
            yield Problem(
                span=view.span(match.start(), match.end()),
                message=Phrase(
                    f"{match.group()}在{year}年{int(month)}月召开，晚于报告的日期{published}",
                    f"{match.group()} was held in {held}, after the report of {published}",
                ),
                help=Phrase("核对会议届次和报告日期", "look at the number of the meeting and at the day of the report"),
                found=match.group(),
                arithmetic=f"{held} > {published}",
            )
