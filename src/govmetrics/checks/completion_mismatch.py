"""预算 w,决算 a,完成预算的 p%: a completion that is not the result over the plan beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem
from govmetrics.relations.shares.ratio import report
from govmetrics.relations.shares.ratios import ratios

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "share"
SEVERITY: Final = "error"
WHAT: Final = Phrase("完成比例与预算、决算不符", "a completion that is not the result over the plan")
WHY: Final = Phrase(
    "完成预算（目标）的比例＝决算（实际）÷预算（目标），按印出的位数四舍五入或去尾都应相符。",
    "The completion of a budget or target is the result over the plan, rounded or cut off.",
)
BAD: Final = (
    ("培训执法人员1368人次，为年度培训计划1200人次的112%。", "112%"),
    ("年初确定培训企业法务人员400人次的目标，实际培训452人次，完成目标的115%。", "115%"),
    ("完成投资36.8亿元，为年度计划35亿元的115.1%。", "115.1%"),
    ("年初预算为2993.92万元，支出决算为2940.05万元，完成年初预算的92.8%。", "92.8%"),
    ("培训目标1000人，实际培训1150人，完成目标任务的105%。", "105%"),
)
GOOD: Final = (
    "完成投资36.8亿元，为年度计划35亿元的105.1%。",
    "年初预算为2993.92万元，支出决算为2940.05万元，完成年初预算的98.2%。",
    "培训目标1000人，实际培训1150人，完成目标任务的115%。",
    "年初预算为0万元，支出决算为12万元，完成年初预算的100%。",
    "全年收入31.2亿元，完成预算的102%，支出52.4亿元，完成预算的98%。",
)


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each completion whose plan and result give another."""
    for one in view.once(ratios):
        if one.kind == "completion":
            found = one.number.text
            yield report(
                one,
                Phrase(
                    f"完成比例{found}与预算、决算不符，应为{one.expected}",
                    f"the completion {found} does not follow; plan and result give {one.expected}",
                ),
            )
