"""2023总共需办理…: a year without 年."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.relations.words_around import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "wording"
SEVERITY: Final = "note"
WHAT: Final = Phrase("年份后缺“年”字", "a year without 年")
WHY: Final = Phrase("没有“年”字的四位数会被当成数量。", "Four digits without 年 are read as a quantity.")
BAD: Final = (("2023总共需办理复议案件66件。", "2023"), ("2024上半年完成投资3亿元。", "2024"))
GOOD: Final = ("2023年总共需办理复议案件66件，2024年上半年完成。", "编号12023全年有效，第2023共享单车点。")

_WORDS = ("总共", "全年", "上半年", "下半年")


def check(view: View) -> Iterator[Problem]:
    """A problem for each 20xx right before a word that a year goes with."""
    text = view.text
    for word in _WORDS:
        for at in places(text, word):
            year = text[max(at - 4, 0) : at]
            ahead = text[at - 5 : at - 4] if at > 4 else ""
            if not (year.startswith("20") and len(year) == 4 and year.isdecimal() and year.isascii()):
                continue
            if not (ahead.isalnum() and ahead.isascii()) and ahead not in tuple("第号.-—~"):
                span = view.span(at - 4, at)
                yield Problem(
                    span=span,
                    message=Phrase(f"“{year}”后面缺“年”字", f"“{year}” lacks 年"),
                    help=Phrase(f"改为“{year}年”", f"write “{year}年”"),
                    expected=f"{year}年",
                    found=view.source(span),
                )
