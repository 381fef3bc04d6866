"""500—200元: a range of amounts whose first bound is the larger one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.model import Count, Money, Percent, Points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "wording"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("数值区间的上下限颠倒", "a range of amounts whose first bound is the larger one")
WHY: Final = Phrase(
    "区间先写小数再写大数；颠倒的往往是漏了一位或单位。",
    "A range goes from the smaller to the larger; where it does not, a digit or a unit was lost.",
)
BAD: Final = (("单笔罚款降至500—200元，免罚326起。", "500—200元"), ("补贴比例为30%—15%，按季兑付。", "30%—15%"))
GOOD: Final = ("单笔罚款降至200—500元，免罚326起。", "补贴比例为15%—30%，按季兑付。", "差值在-0.1至0个百分点之间。")


def check(view: View) -> Iterator[Problem]:
    """A problem for each range that goes down."""
    for index, metric in enumerate(view.metrics):
        if not isinstance(metric, (Count, Money, Percent, Points)) or metric.low <= metric.high:
            continue
        if view.text[max(0, view.starts[index] - 1) : view.starts[index]] not in ("-", "负"):
            found = view.text[view.starts[index] : view.ends[index]]
            yield Problem(
                span=metric.span,
                message=Phrase(f"区间“{found}”的上下限颠倒", f"the range {found} goes from the larger to the smaller"),
                found=found,
            )
