"""6.1%%: a percent sign that was typed twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "wording"
SEVERITY: Final = "error"
WHAT: Final = Phrase("百分号重复", "a percent sign that is written twice")
WHY: Final = Phrase(
    "百分号只写一个；两个往往是改稿时留下的，也可能是漏改的千分号。",
    "One sign is meant; two are left over from an edit, or stand for a per mille sign.",
)
BAD: Final = (("全年生产总值增长6.1%%，好于预期。", "6.1%%"),)
GOOD: Final = ("全年生产总值增长6.1%，其中工业增长7%。",)

_PATTERN = compile_(r"\d%%+")


def check(view: View) -> Iterator[Problem]:
    """A problem for each run of percent signs."""
    if "%%" not in view.text:
        return
    for match in _PATTERN.finditer(view.text):
        span = view.span(match.start() + 1, match.end())
        yield Problem(
            span=span,
            message=Phrase("百分号重复", "the percent sign is written twice"),
            help=Phrase("删去多余的百分号", "delete the second sign"),
            expected="%",
            found=view.source(span),
        )
