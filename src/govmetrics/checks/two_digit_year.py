"""24年全县共办理…: a year of two digits."""

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
WHAT: Final = Phrase("年份只写两位", "a year of two digits")
WHY: Final = Phrase(
    "年份应写四位数字；两位数容易与“多少年”混淆。", "Years are written with four digits; two may be read as a number of years."
)
BAD: Final = (
    ("2024年工作总结\n23年全县共办理法律援助案件320件。", "23年"),
    ("2024年工作总结\n截至22年底，全区有调解员210名。", "22年"),
)
GOOD: Final = (
    "2024年工作总结\n他从事法律工作24年全程无差错，24年来坚持普法。",
    "2024年工作总结\n2023年底，改革开放45年全面推进，有期徒刑22年，24年全年无休地守护。",
)

_BEHIND = compile_(r"年(?:度(?!假)|初(?!心)|底|末|上半年|下半年|1?\d月|全[市县区省镇](?!各)|[一二三四]季度)")
_BEFORE = compile_(r"(?:第|“|近|约|满|过去|历经|时隔|工作|连续|长达|任期|任职|在位|从业|刑|〔|\[|[\d.%'’—~-]|\d,)$")


def check(view: View) -> Iterator[Problem]:
    """A problem for each two digits before 年 that can only name a year near the report's."""
    text, year = view.text, view.document.year
    if year is None:
        return
    near = {f"{(year + step) % 100:02d}": year + step for step in range(-3, 2)}
    for at in places(text, "年"):
        digits = text[at - 2 : at] if at > 1 else ""
        if digits not in near or not _BEHIND.match(text, at) or _BEFORE.search(text[max(at - 5, 0) : at - 2]):
            continue
        full = f"{near[digits]}年"
        span = view.span(at - 2, at + 1)
        yield Problem(
            span=span,
            message=Phrase(f"“{view.source(span)}”的年份只写了两位", f"the year in “{view.source(span)}” has two digits"),
            help=Phrase(f"改为“{full}”", f"write “{full}”"),
            expected=full,
            found=view.source(span),
        )
