"""下降-5%, 增长-3%: a sign behind a verb of change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import before, figures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "change"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("升降动词后又带负号", "a minus sign behind a verb of change")
WHY: Final = Phrase(
    "“下降-5%”字面是上升5%；方向由动词或由正负号表示，不能两样都用。",
    "A fall by minus five is a rise; either the verb or the sign gives the direction.",
)
BAD: Final = (("信访总量同比下降-5%。", "-5%"), ("地区生产总值增长-3.2%。", "-3.2%"), ("税收收入比上年减少-120万元。", "-120万元"))
GOOD: Final = ("信访总量同比下降5%，生产总值增长3.2%。", "同比增减-5%，增幅-3%，增速为-2%。", "降低2-5%，增长3—5%，气温下降-5℃以下。")

_DOWN = compile_(r"(?:下降|减少|降低|下滑|回落|下跌)了?$")
_UP = compile_(r"(?<!负)(?:增长|增加|上升|上涨|提高)了?$")


def check(view: View) -> Iterator[Problem]:
    """A problem for each figure with a minus right behind such a verb; 增长-3% is usual in tables and only a note."""
    text = view.text
    for first, end, _ in figures(view):
        start = first if text[first] == "-" else first - 1
        if start < 0 or text[start] != "-":
            continue
        head = before(text, start, most=8)
        down = _DOWN.search(head)
        verb = down or _UP.search(head)
        if not verb or text[end - 1 : end] == "℃":
            continue
        span = view.span(start, end)
        found = view.source(span)
        right = f"{'下降' if not down else verb.group()}{text[start + 1 : end]}"
        yield Problem(
            span=span,
            message=Phrase(
                f"“{verb.group()}{found}”既有升降动词又带负号", f"“{verb.group()}{found}” has a verb of change and a minus sign"
            ),
            help=Phrase(f"改为“{right}”，或核对方向", f"write “{right}”, or check the direction"),
            expected=right,
            found=found,
            severity=None if down else "note",
        )
