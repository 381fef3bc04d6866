"""下降.5个百分点: a decimal without its zero."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import is_hanzi, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "wording"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("小数缺定位的“0”", "a decimal without its zero")
WHY: Final = Phrase(
    "小数点前的“0”不能省；没有它，也可能是漏了前面的数字。",
    "The zero before the point is compulsory; without it a digit may have been lost.",
)
BAD: Final = (("失业率下降.5个百分点。", ".5"), ("社会面火灾同比下降.8%。", ".8"))
GOOD: Final = ("失业率下降0.5个百分点，见附件.1和图.3。", "（一）.5个方面", "版本V.5个文件", "总则.1个人")

_NUMBER = compile_(r"\.\d{1,3}(?:%|个百分点|万|亿|倍)")


def check(view: View) -> Iterator[Problem]:
    """A problem for each point behind a Chinese character and before digits with a unit."""
    text = view.text
    for at in places(text, "."):
        if at and is_hanzi(text[at - 1]) and (match := _NUMBER.match(text, at)):
            found = match.group()
            yield Problem(
                span=view.span(at, match.end()),
                message=Phrase(f"“{found}”的小数点前没有数字", f"no digit stands before the point of “{found}”"),
                help=Phrase(f"改为“0{found}”，或补上漏掉的数字", f"write “0{found}”, or the digit that was lost"),
                expected=f"0{found}",
                found=found,
            )
