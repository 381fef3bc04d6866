"""同比下降2倍: a decrease by a multiple."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import before, multiples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "change"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("用“倍”表示减少", "a decrease by a multiple")
WHY: Final = Phrase(
    "减少一倍就是降到零，减少两倍无从谈起；减少用百分数或分数表示。",
    "Once less is nothing left; decreases are given in percent or as a fraction.",
)
BAD: Final = (("投诉量同比下降2倍。", "2倍"), ("集体访由96批次压减至48批次，减少一倍。", "一倍"), ("办理时限缩短了1.5倍以上。", "1.5倍"))
GOOD: Final = ("投诉量下降为原来的0.5倍，降到上年的0.8倍。", "投诉量下降一半，满意票增加2倍，降幅是全市平均水平的2倍。", "减少2倍体镜检。")

_VERB = compile_(
    r"(?:下降|减少|降低|下滑|缩短|节约|压减|压缩|缩小|缩减|精简|减轻|萎缩)(?:了|近|约|超过?|达|将近|接近)*+(?:\d[\d.]*[%倍](?:左右|以上)?(?:、|和|及|以及)){0,6}$"
)


def check(view: View) -> Iterator[Problem]:
    """A problem for each multiple right behind a verb of decrease."""
    text = view.text
    for start, end, metric in multiples(view):
        verb = _VERB.search(before(text, start, most=30))
        if not verb or "翻" in text[start:end] or text[end : end + 1] in {"体", "数", "率", "速"}:
            continue
        found = view.source(metric.span)
        yield Problem(
            span=metric.span,
            message=Phrase(f"减少不能用“{found}”表示", f"a decrease cannot be {found}"),
            help=Phrase("改用百分数或几分之几", "give it in percent or as a fraction"),
            found=found,
        )
