"""”谁执法谁普法“: a quotation mark that is turned the wrong way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.relations.marks import PAIRS, QUOTES, lone
from govmetrics.relations.words_around import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "marks"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("引号方向错误", "quotation marks the wrong way round")
WHY: Final = Phrase(
    "引用的词语前用前引号、后用后引号；方向打反，后面的引号就都对不上。",
    "The mark before the words opens and the one behind closes; once turned round, no later mark fits.",
)
BAD: Final = (
    ("落实”谁执法谁普法“责任制。", "”谁执法谁普法“"),
    ("新增”小巨人”企业12家。", "”小巨人”"),
    ("新增“小巨人“企业12家。", "“小巨人“"),
)
GOOD: Final = ("落实“谁执法谁普法”责任制，新增“小巨人”企业12家。",)


def check(view: View) -> Iterator[Problem]:
    """A problem for each pair with a mark turned round."""
    for one in view.once(lone):
        if one.fault == "reversed":
            span = view.span(one.start, one.end)
            opening = one.mark if one.mark in QUOTES else one.other if one.other in QUOTES else QUOTES["”’".index(one.mark)]
            inner = shown(view, span)[1:-1]
            right = f"{opening}{inner}{PAIRS[opening]}"
            yield Problem(
                span=span,
                message=Phrase("引号的方向打反了", "a quotation mark is turned the wrong way"),
                help=Phrase(f"改为{right}", f"write {right}"),
                expected=right,
                found=shown(view, span),
            )
