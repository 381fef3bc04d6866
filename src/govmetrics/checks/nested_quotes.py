"""“学习“两个确立”的意义”: a quotation inside another with the same marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "marks"
SEVERITY: Final = "note"
DEFAULT: Final = False
WHAT: Final = Phrase("引号里面又用双引号", "double quotation marks inside double quotation marks")
WHY: Final = Phrase("引号里面再用引号时，外面用双引号，里面用单引号。", "Inside double quotation marks, single ones are used.")
BAD: Final = (("开展“学习“两个确立”的意义”主题活动。", "“两个确立”"),)
GOOD: Final = ("开展“学习‘两个确立’的意义”主题活动，践行“枫桥经验”。",)

_PATTERN = compile_(r"“[^“”\n]{0,80}(“[^“”\n]{1,80}”)[^“”\n]{0,80}”")


def check(view: View) -> Iterator[Problem]:
    """A problem for each inner quotation."""
    for match in _PATTERN.finditer(view.text):
        span = view.span(*match.span(1))
        found = shown(view, span)
        right = f"‘{found[1:-1]}’"
        yield Problem(
            span=span,
            message=Phrase("双引号里面应当用单引号", "inside double quotation marks, single ones are used"),
            help=Phrase(f"改为{right}", f"write {right}"),
            expected=right,
            found=found,
        )
