"""、下步工作安排: a heading that has lost its number."""

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
WHAT: Final = Phrase("标题缺序号", "a heading without its number")
WHY: Final = Phrase(
    "标题只剩顿号或括号，序号在改稿时被删掉了，读者和目录都对不上。",
    "The heading has the mark that follows a number and no number: it was lost in an edit.",
)
BAD: Final = (
    ("一、主要做法\n\n全年开展培训6次。\n\n二、存在不足\n\n力量偏弱。\n\n、明年打算\n\n继续抓好落实。\n", "、明年打算"),
    ("一、主要做法\n（一）抓学习。全年学习12次。\n（）抓落实。全年督查4次。\n", "（）抓落实"),
)
GOOD: Final = (
    "一、主要做法\n\n全年开展培训6次。\n\n二、存在不足\n\n力量偏弱。\n\n三、明年打算\n\n继续抓好落实。\n",
    "一、主要做法\n\n走访了东街\n、西街两个社区。\n",
)


def check(view: View) -> Iterator[Problem]:
    """A problem for each heading with an empty place for its number, where headings before it are numbered."""
    return problems(view, "missing", _say)


def _say(found: str, expected: str, before: str) -> tuple[Phrase, Phrase]:
    return (
        Phrase(
            f"标题缺序号，上一个是“{before}”，此处应为“{expected}”",
            f"the heading has no number; it follows {before} and should be {expected}",
        ),
        Phrase(f"在标题前补上“{expected}”", f"put {expected} before the heading"),
    )
