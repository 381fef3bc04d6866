"""不予处罚846件,从轻处罚1269件,二者之比为3:2: a ratio that the two numbers before it do not have."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.figures import alike, digits, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "share"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("两数之比与前面的数不符", "a ratio that the two numbers before it do not have")
WHY: Final = Phrase(
    "“二者之比为a:b”应与前面依次写出的两个数相符（允许取整）。",
    "A ratio of two is that of the two numbers that stand right before it, in their order, within rounding.",
)
BAD: Final = (
    ("不予处罚846件，从轻减轻处罚1269件，二者之比为3:2，惠及经营主体1900余户。", "3:2"),
    ("专职调解员120名，兼职调解员480名，两者之比为1:3。", "1:3"),
)
GOOD: Final = (
    "不予处罚846件，从轻减轻处罚1269件，二者之比为2:3，惠及经营主体1900余户。",
    "专职调解员120名，兼职调解员470名，两者之比约为1:4。",
    "专职调解员120名，经费480万元，两者之比为1:3。",
    "全年胜诉3件，败诉0件，二者之比为1:0。",
    "全年胜诉3件，败诉2件，二者之比为1:0。",
)

_RATIO = compile_(
    "[,;](?:二者|两者|两项|两类)(?:数量)?之比(?:约)?为(?P<one>\\d{1,3}(?:\\.\\d+)?)[:∶](?P<other>\\d{1,3}(?:\\.\\d+)?)(?![\\d.:∶])"
)
_NEARLY = Decimal("0.08")


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each ratio of two that the numbers before it contradict."""
    if "之比" not in view.text:
        return
    for row in rows(view, 2):
        for one, other in pairwise(row):
            match = _RATIO.match(view.text, other.end)
            if (
                match is None
                or not Decimal(match["other"])
                or not alike(one, other)
                or not (one.exact and other.exact)
                or one.change
                or other.change
                or not other.low
            ):
                continue
            stated, value = Decimal(match["one"]) / Decimal(match["other"]), one.low / other.low
            span = view.span(match.start("one"), match.end("other"))
            related = tuple(Related(number.span, Phrase("相比的数", "one of the two")) for number in (one, other))
            arithmetic = f"{one.face}÷{other.face}={digits(value, 2)}"
            if abs(value - stated) <= stated * _NEARLY:
                yield Judgement(status="holds", span=span, related=related, arithmetic=arithmetic)
            else:
                yield Problem(
                    span=span,
                    message=Phrase(
                        f"{one.text}与{other.text}之比不是{view.source(span)}", f"{one.text} to {other.text} is no {view.source(span)}"
                    ),
                    related=related,
                    found=view.source(span),
                    arithmetic=f"{arithmetic}≠{digits(stated, 2)}",
                )
