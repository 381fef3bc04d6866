"""同比下降120%: a decrease by more than everything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import ENDS, before, percents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "change"
SEVERITY: Final = "error"
WHAT: Final = Phrase("下降超过100%", "a decrease by more than 100 %")
WHY: Final = Phrase(
    "数量最多降到零，下降幅度不会超过100%；只有利润、净额等可以为负的指标例外。",
    "A quantity falls to nothing at most; only what may turn negative, such as profits, falls by more than 100 %.",
)
BAD: Final = (("全年来访量同比下降120%。", "120%"), ("违法建设由420处减少到180处，降幅达133.3%。", "133.3%"))
GOOD: Final = (
    "全年来访量同比下降12.0%，投诉量同比下降100%。",
    "规模以上工业企业利润总额同比下降130%。",
    "资产负债率下降到120%，超过压减任务的150%，增长120%。",
    "上年增长120%，今年下降20%。",
)

_VERB = compile_(
    r"(?:下降|减少|降低|下滑|回落|压减|压降|缩减|锐减|缩短|精简|节约|减幅|降幅|跌幅|下跌|少收|少支)(?:了|达到?|为|近|约|超过?|高达|:|幅度)*+"
    r"(?:\d[\d.]*%(?:左右|以上)?(?:、|和|及|以及)){0,6}$"
)
_MAY_BE_NEGATIVE = compile_(
    r"利润|净(?!化)|盈|亏|逆差|顺差|差额|收益|损益|结余|赤字|现金流|增量|增速|新增[^,。;]{0,4}(?:贷款|存款|债|融资|就业|投资)|多增|增加额|增长率|贡献|任务"
)


def check(view: View) -> Iterator[Problem]:
    """A problem for each such percentage of what cannot be negative."""
    text = view.text
    for start, end, metric in percents(view):
        if metric.low <= 100 or metric.unit != "%":
            continue
        head = before(text, start, most=60)
        if "完成" not in head and _VERB.search(head) and not _MAY_BE_NEGATIVE.search(before(text, start, ENDS, 60)):
            found = view.source(metric.span)
            yield Problem(
                span=metric.span,
                message=Phrase(f"下降{found}超过了100%", f"a decrease by {found} is more than 100 %"),
                help=Phrase("核对两期数，重新计算降幅", "calculate the decrease again from the two figures"),
                expected="≤100%",
                found=text[start:end],
            )
