"""2024年,市政府: a half-width mark between Chinese words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.model import Span
from govmetrics.patterns import compile_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "marks"
SEVERITY: Final = "note"
DEFAULT: Final = False
WHAT: Final = Phrase("半角标点", "half-width marks in Chinese text")
WHY: Final = Phrase(
    "中文里用全角标点。全文一半以上是半角的，多是网页转换造成的，不报；其余的只报一次。",
    "Chinese text has full-width marks. Where most are half-width a conversion made them so, and nothing is said; else they are told once.",
)
BAD: Final = (("全年办件3.2万件，按时办结率100%，群众满意。今年,继续抓好落实。", ","),)
GOOD: Final = ("全年办件3.2万件，按时办结率100%，群众满意。", "全年办件3.2万件,按时办结,群众满意.")

_HALF = compile_(r"(?<=[\u4e00-\u9fff”》])[,:;](?=[\u4e00-\u9fff“《])")


def check(view: View) -> Iterator[Problem]:
    """One problem where a minority of the marks is half-width."""
    text = view.document.text
    found = [match.start() for match in _HALF.finditer(text)]
    full = sum(text.count(mark) for mark in "，：；")
    if found and len(found) < full:
        yield Problem(
            span=Span(found[0], found[0] + 1),
            message=Phrase(f"中文之间有{len(found)}处半角标点", f"half-width marks between Chinese words: {len(found)}"),
            help=Phrase("改为全角标点", "make them full-width"),
            found=text[found[0]],
        )
