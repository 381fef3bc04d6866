"""案件量增长12%: a rate of change without what it is compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import ENDS, after, before, percents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "change"
SEVERITY: Final = "note"
DEFAULT: Final = False
WHAT: Final = Phrase("增长率没有写明基期", "a rate of change without its base")
WHY: Final = Phrase("不写与什么相比，读者无法判断增幅。", "A change means nothing without what it is compared with.")
BAD: Final = (("案件受理量增长12%。", "12%"),)
GOOD: Final = (
    "案件受理量同比增长12%，办结量增长10%。",
    "由100件增加到112件，增长12%。",
    "案件受理量比上年增长12%。",
    "五年年均增长12%。",
    "办结率提高到98%。",
)

_BASE = compile_(r"同比|环比|比|较|年均|由|从|同期|以来|预期|目标|力争|计划|上年|去年|递增")


def check(view: View) -> Iterator[Problem]:
    """A problem for each such rate in a sentence that names no base."""
    text = view.text
    for start, end, metric in percents(view):
        if metric.change is None or metric.basis is not None or text[start - 1 : start] in {"到", "至"}:
            continue
        if _BASE.search(before(text, start, ENDS, 200)) or _BASE.search(after(text, end, ENDS, 40)):
            continue
        found = view.source(metric.span)
        yield Problem(
            span=metric.span,
            message=Phrase(f"“{found}”没有写明与什么相比", f"nothing says what “{found}” is compared with"),
            help=Phrase("写明“同比”或“比上年”", "add 同比 or 比上年"),
            found=found,
        )
