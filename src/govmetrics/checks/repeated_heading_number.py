"""（二） and （二） again: two headings in a row with one number."""

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
WHAT: Final = Phrase("标题序号重复", "a heading number that is used twice")
WHY: Final = Phrase(
    "同一级的两个标题用了同一个序号，多是插入一节后没有往下改。",
    "Two headings of one level have one number; mostly a section was put in and the rest not renumbered.",
)
BAD: Final = (
    ("（一）加强学习。学习10次。\n（二）依法行政。审核文件8件。\n（二）阳光政务。公开信息90条。\n", "（二）阳光"),
    ("一、总体情况\n受理80件。\n一、存在问题\n力量不足。\n三、下步打算\n抓好培训。\n", "一、存在"),
)
GOOD: Final = (
    "（一）加强学习。学习10次。\n（二）依法行政。审核文件8件。\n（三）阳光政务。公开信息90条。\n",
    "一、甲单位\n1.职责\n履行职责。\n2.机构\n设科室3个。\n二、乙单位\n1.职责\n履行职责。\n2.机构\n设科室2个。\n",
)


def check(view: View) -> Iterator[Problem]:
    """A problem for each heading with the number of the one before it."""
    return problems(view, "repeated", _say)


def _say(found: str, expected: str, before: str) -> tuple[Phrase, Phrase]:
    return (
        Phrase(f"序号“{found}”重复，此处应为“{expected}”", f"the number {found} is used twice; this one should be {expected}"),
        Phrase(f"改为“{expected}”，后面的序号顺延", f"change it to {expected} and renumber what follows"),
    )
