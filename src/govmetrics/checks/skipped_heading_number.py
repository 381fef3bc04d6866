"""二、 then 四、: a number between two headings that no heading has."""

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
WHAT: Final = Phrase("标题序号跳号", "a skipped heading number")
WHY: Final = Phrase(
    "序号中间缺了一个，不是漏了一节，就是删了内容没有改序号。",
    "A number is missing between two headings: a section was lost, or removed without renumbering the rest.",
)
BAD: Final = (
    ("一、基本情况\n共有人员20人。\n二、主要工作\n办件300件。\n四、存在问题\n力量不足。\n", "四、"),
    ("三、基本情况\n人员20人。\n二、主要工作\n办件300件。\n三、存在问题\n力量不足。\n", "三、基本"),
    ("主要做了三件事：（1）修订制度；（2）开展培训；（4）组织检查。", "（4）"),
)
GOOD: Final = (
    "一、基本情况\n共有人员20人。\n二、主要工作\n办件300件。\n三、存在问题\n力量不足。\n",
    "一、基本情况\n（一）人员。20人。\n（二）经费。30万元。\n二、主要工作\n（一）办件。300件。\n",
    "第一产业增加值3亿元，一、二、三产业结构为10:40:50。",
)


def check(view: View) -> Iterator[Problem]:
    """A problem for each heading whose number leaves one out."""
    return problems(view, "skipped", _say)


def _say(found: str, expected: str, before: str) -> tuple[Phrase, Phrase]:
    after = Phrase(f"由“{before}”跳到", f"jumps from {before} to") if before else Phrase("一开始就是", "starts with")
    return (
        Phrase(f"序号{after.zh}“{found}”，缺“{expected}”", f"the numbering {after.en} {found}; {expected} is missing"),
        Phrase(f"改为“{expected}”，或补上缺的一项", f"change it to {expected}, or put back what is missing"),
    )
