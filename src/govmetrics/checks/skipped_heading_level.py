"""一、 with 1. right below it: a level of headings that was left out."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem, Related
from govmetrics.relations.words_around import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "structure"
SEVERITY: Final = "note"
DEFAULT: Final = False
WHAT: Final = Phrase("标题层级跳跃", "a level of headings that is left out")
WHY: Final = Phrase(
    "公文的层次依次是“一、”“（一）”“1.”“（1）”；只有两层时可以用“一、”和“1.”，所以只作提示。",
    "The levels are 一、（一） 1.（1）. With two levels in all, 一、 and 1. are allowed, so this is only a note.",
)
BAD: Final = (("一、基本情况\n（1）在编8人。\n（2）聘用2人。\n", "（1）"),)
GOOD: Final = ("一、基本情况\n（一）人员\n1.在编8人。\n2.聘用2人。\n",)

_LEVELS = {1: "（一）", 2: "1.", 3: "（1）"}


def check(view: View) -> Iterator[Problem]:
    """A problem for each first heading two or more levels below the one before it."""
    for above, below in pairwise(view.document.sections):
        if above.level and below.level > above.level + 1 and below.number == 1:
            start = below.span.start
            end = start + len(str(below.number)) + (2 if below.level == 4 else 1)
            span = type(below.span)(start, min(end, below.span.end))
            yield Problem(
                span=span,
                message=Phrase("标题跳过了一层", "a level of headings is left out"),
                related=(
                    Related(
                        type(span)(above.span.start, min(above.span.start + 2, above.span.end)), Phrase("上一级标题", "the heading above")
                    ),
                ),
                help=Phrase(f"这一层可用“{_LEVELS[above.level]}”", f"use {_LEVELS[above.level]} here"),
                expected=_LEVELS[above.level],
                found=shown(view, span),
            )
