"""由上年0件增长100%: a rate of growth from nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem, Related
from govmetrics.model import Count, Money, Percent
from govmetrics.patterns import compile_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "change"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("基数为零仍写增长率", "a rate of growth from nothing")
WHY: Final = Phrase("基数是零，没有增长率可算，只能写增加多少。", "No rate can be calculated from nothing; the increase itself is given.")
BAD: Final = (
    ("行政复议案件由上年0件增长100%。", "100%"),
    ("涉企行政诉讼由0件增加到5件，增长100%。", "100%"),
    ("公务接待费比上年的0万元增长120%。", "120%"),
)
GOOD: Final = ("行政复议案件由上年0件增加到5件，办结率100%。", "公务接待费0万元，比上年下降100%。", "购置费0万元；其他支出比上年增长5%。")

_AMOUNTS = (Count, Money)
_BASE = compile_(r"(?:由|从|比|较)(?:上年|去年|上一年度?|上年度|前年|\d{4}年度?|上月)(?:同期)?(?:预算数?|决算数?)?的?为?$")
_FROM = compile_(r"[由从][^,。;:\n\d]{0,8}$")
_TO = compile_(r"(?:增加|增长|上升|提高|猛?增)(?:到|至|为)")
_GROWS = compile_(r",?(?:同比|环比)?(?:增长|增加|上升|提高|增幅)(?:了|达到?|为|约)?")


def check(view: View) -> Iterator[Problem]:
    """A problem for each such rate right behind a base of nothing."""
    metrics = view.metrics
    for at, base in enumerate(metrics[:-1]):
        if not isinstance(base, _AMOUNTS) or base.high or base.low:
            continue
        rate = _rate(view, at)
        if rate is not None:
            yield Problem(
                span=rate.span,
                message=Phrase(f"基数为{base.text}，不能计算增长{rate.text}", f"nothing grows by {rate.text} from {base.text}"),
                related=(Related(base.span, Phrase("基数", "base")),),
                help=Phrase("删去增长率，写增加的数量", "delete the rate and give the increase"),
                found=view.source(rate.span),
            )


def _rate(view: View, at: int) -> Percent | None:
    """The rate of growth from the figure at index `at`, which is nothing."""
    text, metrics, starts, ends = view.text, view.metrics, view.starts, view.ends
    head, next_ = text[max(starts[at] - 16, 0) : starts[at]], at + 1
    if _FROM.search(head) and next_ + 1 < len(metrics) and _TO.fullmatch(text, ends[at], starts[next_]):
        next_ += 1
    elif not _BASE.search(head):
        return None
    rate = metrics[next_]
    if type(rate) is not Percent or not rate.low or not _GROWS.fullmatch(text, ends[next_ - 1], starts[next_]):
        return None
    return rate
