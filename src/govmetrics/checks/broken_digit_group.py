"""1,234,56元: commas that do not part the digits by threes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "wording"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("千分位分节不是三位一节", "commas that do not part the digits by threes")
WHY: Final = Phrase(
    "分节号应当三位一节；错位的逗号往往是多敲或漏敲了一个数字。",
    "Digits are grouped by threes; a comma elsewhere mostly shows a digit lost or added.",
)
BAD: Final = (
    ("本年收入1,234,56元。", "1,234,56元"),
    ("全年受理1,2345件。", "1,2345件"),
    ("资产总额12,345,6789元。", "12,345,6789元"),
)
GOOD: Final = (
    "全年受理12,345件，收入1,234,567.89元。",
    "2020年至2022年分别受理12,34,56件。",
    "抽查编号1,2,34的案卷。",
    "产量为1,234,5678,90吨",
)

_UNITS = "元|圆|美元|港元|欧元|人|件|户|家|个|次|项|条|起|宗|辆|台|套|吨|公里|公顷|亩|平方|立方|千瓦|份|册|名|所|处|座|头|只|株|棵|张|场|批|期|斤|公斤|万|亿|[百千][万亿]"
_GROUPS = compile_(
    rf"(?<![\d.,])[1-9]\d{{0,2}}(?:(?:,\d{{3}})+,(?:\d{{1,2}}|\d{{4}})|,\d{{4}})(?![\d,])(?:\.\d+)?(?:[多余]?[万亿千])?(?:{_UNITS})"
)


def check(view: View) -> Iterator[Problem]:
    """A problem for each number with such commas; lists such as 12,34,56件 have no group of three."""
    text = view.text
    if "," not in text:
        return
    for match in _GROUPS.finditer(text):
        start, end = match.span()
        if not _is_year(text[start : start + 5]):
            span = view.span(start, end)
            yield Problem(
                span=span,
                message=Phrase(f"“{view.source(span)}”的逗号不是三位一节", f"the commas of “{view.source(span)}” do not part it by threes"),
                help=Phrase("核对数字后三位一节，或不分节", "check the digits, then group them by threes or not at all"),
                found=view.source(span),
            )


def _is_year(words: str) -> bool:
    return words[:4].isdecimal() and words[4:5] == ","
