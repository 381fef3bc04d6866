"""小巨人”企业: a quotation that is closed and was never opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.relations.marks import QUOTES, lone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "marks"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("引号没有前半个", "a quotation mark that closes nothing")
WHY: Final = Phrase(
    "只有后引号，读者不知道从哪里引起，多是删改时丢了前引号。",
    "The reader cannot tell where the quotation begins; the first mark was lost in an edit.",
)
BAD: Final = (("新增专精特新小巨人”企业12家。", "”"),)
GOOD: Final = ("新增专精特新“小巨人”企业12家。", "会议强调，“要抓好落实，\n要强化监督”。")


def check(view: View) -> Iterator[Problem]:
    """A problem for each closing quotation mark without one that opens."""
    if "”" not in view.text and "’" not in view.text:
        return
    for one in view.once(lone):
        if one.fault == "unopened" and one.mark in "”’":
            opening = QUOTES["”’".index(one.mark)]
            yield Problem(
                span=view.span(one.start, one.end),
                message=Phrase("后引号没有对应的前引号", "the quotation mark closes what was never opened"),
                help=Phrase(
                    f"在引用的词语之前补上“{opening}”，或删去“{one.mark}”",
                    f"put {opening} before the words that are quoted, or delete {one.mark}",
                ),
            )
