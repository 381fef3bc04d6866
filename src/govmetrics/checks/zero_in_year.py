"""2O24年, 二零二四年: a letter or 零 for the zero of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "wording"
SEVERITY: Final = "error"
WHAT: Final = Phrase("年份中用字母O或“零”代“0”“〇”", "a letter O or 零 for the zero of a year")
WHY: Final = Phrase(
    "年份里的字母O不是数字，检索和统计都会漏掉；汉字年份用“〇”，不用“零”。",
    "A letter is no digit, so searches miss the year; years in Chinese numerals have 〇, not 零.",
)
BAD: Final = (
    ("现将2O24年工作要点印发给你们。", "2O24年"),
    ("截至202o年底，全部完成。", "202o年"),
    ("二零二四年法治政府建设报告", "二零二四年"),
    ("二O二四年三月一日", "二O二四年"),
)
GOOD: Final = ("2024年工作要点，二〇二四年法治政府建设报告。", "型号XO24年检合格，CO2年减排量，H2O20年监测。", "二零年代以来，一百零二年")

_YEAR = compile_(r"(?:[12][\dOo]{3}|[一二][〇零Oo一二三四五六七八九]{3})(?=年)")


def check(view: View) -> Iterator[Problem]:
    """A problem for each year with such a zero; where the other digits are Chinese it is a matter of style."""
    text = view.text
    near = {text.find("年", at, at + 4) for sign in "Oo零" for at in places(text, sign)}
    for at in sorted(near):
        if at < 4 or not _YEAR.match(text, at - 4):
            continue
        year, ahead = text[at - 4 : at], text[at - 5 : at - 4]
        if ahead.isalnum() and (ahead.isascii() or ahead in "〇零一二三四五六七八九十百千"):
            continue
        digits = year[0] in "12"
        right = year.upper().replace("O", "0" if digits else "〇").replace("零", "〇")
        span = view.span(at - 4, at + 1)
        found = view.source(span)
        yield Problem(
            span=span,
            message=Phrase(
                f"“{found}”里的“{'O' if '零' not in year else '零'}”应为“{'0' if digits else '〇'}”",
                f"“{found}” has {'the letter O' if '零' not in year else '零'} for {'a zero' if digits else '〇'}",
            ),
            help=Phrase(f"改为“{right}年”", f"write “{right}年”"),
            expected=f"{right}年",
            found=found,
            severity=None if digits else "note",
        )
