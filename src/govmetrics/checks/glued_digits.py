"""2024126日: digits that ran together where a text lost its marks."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "date"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("数字粘连", "digits that ran together")
WHY: Final = Phrase(
    "年、月、括号或连接号在复制、转换时丢失，留下的数字不是一个数，也无法核对。",
    "A mark between two numbers was lost in copying or conversion; what is left is no number and cannot be checked.",
)
BAD: Final = (
    ("2024118日，局党组召开会议。", "2024118日"),
    ("依据清政发〔202312号文件执行。", "〔202312号"),
    ("按照实施纲要（20212025年）推进。", "20212025年"),
    ("2024年1208日，组织宣讲。", "2024年1208日"),
    ("项目公示46个；202411月完成绩效评价。", "202411月"),
)
GOOD: Final = (
    "2024年11月8日，依据清政发〔2023〕12号文件，按照纲要（2021—2025年）推进。",
    "电话1234567，网站标识码2101000023。",
    "2024年全年365日开放。",
)

# Each begins with its literal last character: looking for digits first is many times slower.
_RUNS = tuple(
    compile_(source)
    for source in (
        r"日(?<=(?P<run>(?<![\dA-Za-z.-])(?:(?:19|20)\d{5,6}|(?:19|20)\d\d年(?!36[56])(?:1[0-2]|[1-9])(?:3[01]|[12]\d|0?[1-9])(?<=\d{3}))日))",
        r"年(?<=(?P<run>(?<![\dA-Za-z.-])(?:19|20)\d\d(?:19|20)\d\d年))",
        r"月(?<=(?P<run>(?<![\dA-Za-z.-])(?:19|20)\d\d(?:1[0-2]|0?[1-9])月))\d{1,2}日",
        r"月(?<=(?P<run>(?<![\dA-Za-z.-])20[0-3]\d(?:1[0-2]|0?[1-9])月))(?!\d)",
        r"(?P<run>〔)(?:19|20)\d{3,7}(?![\d〕])号?",
    )
)


def check(view: View) -> Iterator[Problem]:
    """A problem for each run of digits that lost a mark."""
    for match in chain.from_iterable(run.finditer(view.text) for run in _RUNS):
        span = view.span(match.start("run"), match.end())
        words = shown(view, span)
        yield Problem(
            span=span,
            message=Phrase(f"“{words}”的数字粘连，缺少年、月或括号", f"the digits of “{words}” ran together: a mark is missing"),
            help=Phrase("对照原件补上缺少的字", "put back what is missing, from the original"),
            found=words,
        )
