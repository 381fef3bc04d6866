"""15~30%, 13~17亿元: a range whose first number lacks its % or 万."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.model import Count, Money, Percent
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import figures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "wording"
SEVERITY: Final = "note"
DEFAULT: Final = False
WHAT: Final = Phrase("数值范围前一个数省略“%”“万”“亿”", "a range whose first number lacks its % or 万")
WHY: Final = Phrase(
    "13~17亿元可以读成13元到17亿元；前后两个数都要带“%”或“万”“亿”。",
    "13~17亿元 may be read as from 13 yuan; both numbers carry % or the scale.",
)
BAD: Final = (("明年财政收入增长15~30%。", "15~30%"), ("计划投入13—17亿元。", "13—17亿元"))
GOOD: Final = ("明年财政收入增长15%~30%，计划投入13亿元—17亿元，每月培训100~150人。",)

_KINDS = (Percent, Count, Money)
_RANGE = compile_(r"(\d[\d.]*)([~—至到-]+)\d[\d.]*([%万亿]+)")


def check(view: View) -> Iterator[Problem]:
    """A problem for each such range."""
    text = view.text
    for start, end, metric in figures(view):
        if not isinstance(metric, _KINDS) or metric.low is metric.high:
            continue
        match = _RANGE.match(text, start, end)
        if match:
            first, dash, unit = match.groups()
            found = view.source(metric.span)
            right = f"{first}{unit}{dash}{text[start:end][len(first) + len(dash) :]}"
            yield Problem(
                span=metric.span,
                message=Phrase(f"“{found}”的前一个数缺“{unit}”", f"the first number of “{found}” lacks {unit}"),
                help=Phrase(f"改为“{right}”", f"write “{right}”"),
                expected=right,
                found=found,
            )
