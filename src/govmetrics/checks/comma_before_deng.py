"""宣传册、海报、等资料: a pause mark before 等."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.relations.words_around import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "marks"
SEVERITY: Final = "note"
DEFAULT: Final = False
WHAT: Final = Phrase("“等”前用了顿号", "a pause mark before 等")
WHY: Final = Phrase("“等”直接跟在最后一项后面，不用顿号。", "等 follows the last item without a mark.")
BAD: Final = (("发放宣传册、海报、等资料1.2万份。", "、等"),)
GOOD: Final = ("发放宣传册、海报等资料1.2万份，做好一、等级评定。",)


def check(view: View) -> Iterator[Problem]:
    """A problem for each 、等 that does not begin a word such as 等级."""
    text = view.text
    at = text.find("、等")
    while at >= 0:
        if text[at + 2 : at + 3] not in {"级", "价", "候", "待", "同", "额", "于"}:
            span = view.span(at, at + 2)
            yield Problem(
                span=span,
                message=Phrase("“等”前不用顿号", "there is no mark before 等"),
                help=Phrase("删去顿号", "delete the mark"),
                expected="等",
                found=shown(view, span),
            )
        at = text.find("、等", at + 2)
