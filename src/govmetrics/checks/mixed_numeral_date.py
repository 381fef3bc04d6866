"""二〇二四年3月15日: a date that is half in Chinese and half in Arabic numerals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "wording"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("同一日期汉字与阿拉伯数字混用", "Chinese and Arabic numerals in one date")
WHY: Final = Phrase("同一个日期里的年、月、日应当用同一种数字。", "Year, month and day of one date are written in one kind of numerals.")
BAD: Final = (("二〇二四年3月15日召开专题会。", "二〇二四年3月15日"), ("截至2024年八月二十九日，全部办结。", "2024年八月二十九日"))
GOOD: Final = (
    "二〇二四年三月十五日召开专题会，2024年3月15日印发。",
    "2024年八月十五、九月初九和三月三期间，2024年一季度、2024年正月。",
    "自二〇二〇年1000余人参加以来",
)

_DAY = r"(?:[一二三四五六七八九十〇]{1,3}|\d{1,2})日"
_MIXED = compile_(
    rf"(?<![〇零一二三四五六七八九])[一二][〇零一二三四五六七八九]{{3}}年\d{{1,2}}月(?:{_DAY})?"
    rf"|(?<!\d)(?:19|20)\d\d年(?:十[一二]?|[一二三四五六七八九])月(?:{_DAY}|份|(?![一二三四五六七八九十初廿]))"
)
_HANZI = frozenset("〇零一二三四五六七八九")


def check(view: View) -> Iterator[Problem]:
    """A problem for each date whose year and month are of two kinds, which is usual only in traditional characters."""
    if view.document.twin.traditional:
        return
    text = view.text
    for at in places(text, "年"):
        follows = text[at + 1 : at + 2]
        if at < 4 or not follows or not (text[at - 1] in _HANZI if follows.isdigit() else follows in "一二三四五六七八九十"):
            continue
        match = _MIXED.match(text, at - 4)
        if match:
            span = view.span(match.start(), match.end())
            yield Problem(
                span=span,
                message=Phrase(
                    f"“{view.source(span)}”一半用汉字一半用阿拉伯数字",
                    f"“{view.source(span)}” is half in Chinese and half in Arabic numerals",
                ),
                help=Phrase("统一用阿拉伯数字", "use Arabic numerals throughout"),
                found=view.source(span),
            )
