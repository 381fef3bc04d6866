"""2021-2025年: a hyphen between the years of a period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "marks"
SEVERITY: Final = "note"
DEFAULT: Final = False
WHAT: Final = Phrase("年份起止用了短横线或浪纹线", "a hyphen or tilde between years")
WHY: Final = Phrase(
    "年份起止之间用一字线“—”。文件名称照原样引用，不算。", "The dash — stands between the years of a period. Titles are quoted as they are."
)
BAD: Final = (("落实2021-2025年规划。", "-"), ("落实2021～2025年规划。", "～"))
GOOD: Final = ("落实2021—2025年规划和《人才规划（2021-2025年）》。",)

_PATTERN = compile_(r"(?<=(?:19|20)\d\d)[-~](?=(?:19|20)\d\d年)(?!\d\d\d\d年[^《》\n]{0,40}》)")


def check(view: View) -> Iterator[Problem]:
    """A problem for each hyphen or tilde between years outside a title."""
    for match in _PATTERN.finditer(view.text):
        span = view.span(*match.span())
        yield Problem(
            span=span,
            message=Phrase("年份之间应当用一字线“—”", "the dash — belongs between the years"),
            help=Phrase("改为“—”", "write —"),
            expected="—",
            found=view.source(span),
        )
