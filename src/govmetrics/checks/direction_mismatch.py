"""减少 d,增长 p%: a direction that contradicts the levels or the difference beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem
from govmetrics.relations.changes.judging import judged, report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "change"
SEVERITY: Final = "error"
WHAT: Final = Phrase("升降方向与数值矛盾", "a direction word that contradicts the numbers")
WHY: Final = Phrase(
    "数值相符而升降相反，往往是沿用了上年文字。",
    "The amount is right and the direction is not: the words are often those of the year before.",
)
BAD: Final = (
    ("公务用车运行费20.43万元，较上年减少1.35万元，增长6.2%。", "6.2%"),
    ("信访量由上年的135批次降至120批次，同比增长11.1%。", "11.1%"),
)
GOOD: Final = (
    "公务用车运行费20.43万元，较上年减少1.35万元，下降6.2%。",
    "信访量由上年的135批次降至120批次，同比下降11.1%。",
)


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each direction that the levels beside it contradict."""
    for one in view.once(judged):
        if one.kind == "direction":
            found = one.number.text
            message = Phrase(
                f"{found}的升降方向与数值矛盾，应为{one.expected}",
                f"the direction of {found} contradicts the numbers, which give {one.expected}",
            )
            yield report(one, message)
