"""由 82% 提高到 88%,提高 6%: a difference of percentages that is written as a percentage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem
from govmetrics.relations.changes.judging import judged, report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "change"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("百分点误写为百分数", "a difference of percentages written as a percentage")
WHY: Final = Phrase(
    "两个百分数之差用“百分点”；写成“%”就成了相对变化。",
    "Percentages differ by points (百分点); a percent sign would mean a relative change.",
)
BAD: Final = (
    ("合格率由上年的82%提高到88%，提高6%。", "提高6%"),
    ("抽检合格率由上年的97.8%提高到98.6%，提高0.8%。", "提高0.8%"),
)
GOOD: Final = (
    "合格率由上年的82%提高到88%，提高6个百分点。",
    "合格率由上年的82%提高到88%，提高7.3%。",
)


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each percentage that the levels beside it contradict."""
    for one in view.once(judged):
        if one.kind == "percent-for-points":
            found = one.number.text
            message = Phrase(
                f"{found}是两个百分数之差，应写{one.expected}",
                f"{found} is the difference of two percentages and should read {one.expected}",
            )
            yield report(one, message)
