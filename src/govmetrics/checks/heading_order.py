"""三、 then 二、: a heading whose number is lower than the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase
from govmetrics.relations.numbering.numbered import problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.finding import Problem
    from govmetrics.view import View

GROUP: Final = "structure"
SEVERITY: Final = "error"
WHAT: Final = Phrase("标题序号倒序", "heading numbers that go back")
WHY: Final = Phrase(
    "后面的序号比前面的小，不是序号写错，就是两节放颠倒了。重新从一编起不算。",
    "A later heading has a lower number: it was mistyped, or two sections changed places. To begin again at one is no fault.",
)
BAD: Final = (
    (
        "一、基本情况\n人员20人。\n二、主要工作\n办件300件。\n三、经费情况\n支出9万元。\n二、存在问题\n力量不足。\n五、打算\n抓好培训。\n",
        "二、存在",
    ),
)
GOOD: Final = (
    "一、基本情况\n人员20人。\n二、主要工作\n办件300件。\n附件\n一、名单\n张三等5人。\n二、经费\n支出9万元。\n",
    "一、基本情况\n（一）人员\n1.在编8人。\n2.聘用2人。\n（二）经费\n1.收入9万元。\n",
)


def check(view: View) -> Iterator[Problem]:
    """A problem for each heading whose number goes back to another than one."""
    return problems(view, "order", _say)


def _say(found: str, expected: str, before: str) -> tuple[Phrase, Phrase]:
    after = Phrase(f"“{before}”之后是", f"{before} is followed by") if before else Phrase("一开始就是", "the numbering starts with")
    return (
        Phrase(f"序号颠倒，{after.zh}“{found}”，应为“{expected}”", f"{after.en} {found}, where {expected} belongs"),
        Phrase(f"改为“{expected}”，或调整前后顺序", f"change it to {expected}, or put the sections in order"),
    )
