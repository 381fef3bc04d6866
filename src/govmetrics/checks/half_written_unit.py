"""3千余人, 4千份: digits before 千 or 百."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import amounts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "wording"
SEVERITY: Final = "note"
DEFAULT: Final = False
WHAT: Final = Phrase("阿拉伯数字与“千”“百”混写", "digits before 千 or 百")
WHY: Final = Phrase(
    "阿拉伯数字后只有“万”“亿”可以作单位，“千”“百”要写成数字。", "Only 万 and 亿 go with digits; thousands and hundreds are written out."
)
BAD: Final = (("全年培训3千余人。", "3千余人"), ("下发宣传册4百份。", "4百份"))
GOOD: Final = ("全年培训3000余人，下发宣传册四千份。", "新建线路5千米，装机3千瓦，投资2万元。")

_HALF = compile_(r"\d[千百](?![米克瓦赫帕分卡伏焦字])")


def check(view: View) -> Iterator[Problem]:
    """A problem for each such count or amount."""
    text = view.text
    for start, end, metric in amounts(view):
        words = text[start:end]
        if ("千" in words or "百" in words) and _HALF.search(words):
            found = view.source(metric.span)
            yield Problem(
                span=metric.span,
                message=Phrase(f"“{found}”里阿拉伯数字与“千”“百”混写", f"“{found}” mixes digits with 千 or 百"),
                help=Phrase("全部写成数字", "write the number in digits"),
                found=found,
            )
