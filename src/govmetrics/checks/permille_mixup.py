"""人口自然增长率3.55%: % for ‰."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import ENDS, after, before, percents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "share"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("应为“‰”处写了“%”", "% where ‰ is meant")
WHY: Final = Phrase(
    "出生率、死亡率、自然增长率按千分比统计；写成百分比就大了十倍。",
    "Birth, death and natural growth rates are per mille; in percent they are ten times as large.",
)
BAD: Final = (("全市人口自然增长率3.55%。", "3.55%"), ("人口出生率9.88‰，死亡率6.33‰，自然增长率1.55%。", "1.55%"))
GOOD: Final = (
    "全市人口自然增长率3.55‰，出生率9.88‰，死亡率6.33‰。",
    "人口自然增长率降到百分之一点二，出生缺陷率下降5%，婴儿死亡率比上年下降12%。",
    "交通事故死亡率下降20%，人口出生率为1.02%，仔猪死亡率8%。",
)

_RATE = compile_(
    r"(?:(?:人口|常住人口|户籍人口)的?(?:自然增长率|出生率|死亡率|自增率)|(?<![\u4e00-\u9fff])(?:自然增长率|出生率|死亡率)|人口自然增长)(?:为|是|达到?|约|控制在|仅|[由从]|下?降到|下?降至|下?降为|提高到|上升到|(?:\d{4}|上|去|今)年的|\d[\d.]*[%‰])*+$"
)
_WORDS = ("自然增长", "出生率", "死亡率", "自增率")
_LEAST = 3
"""No population grows by 3 % a year any more; below that an old report may really have meant percent."""


def check(view: View) -> Iterator[Problem]:
    """A problem for each such rate that is too large for percent, or that stands beside rates in ‰."""
    text = view.text
    if not any(word in text for word in _WORDS):
        return
    for start, end, metric in percents(view):
        if (
            metric.unit != "%"
            or text[end - 1 : end] != "%"
            or "率" not in text[max(start - 24, 0) : start]
            or not _RATE.search(before(text, start, ",。;:、!?\n", 40))
        ):
            continue
        if abs(metric.low) >= _LEAST or "‰" in before(text, start, ENDS, 60) + after(text, end, ENDS, 60):
            right = f"{text[start : end - 1]}‰"
            yield Problem(
                span=metric.span,
                message=Phrase(f"“{metric.text}”应为“{right}”", f"“{metric.text}” should be “{right}”"),
                help=Phrase("改为“‰”", "write ‰"),
                expected=right,
                found=metric.text,
            )
