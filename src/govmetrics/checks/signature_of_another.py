"""县水利局 under a report of 县气象局: the body that signs is not the one of the title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem, Related
from govmetrics.patterns import compile_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "agreement"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("落款单位与标题不一致", "the body that signs is not the one of the title")
WHY: Final = Phrase(
    "标题写明某县（市、区）某局的报告，落款应为同一个局；多为套用其他单位的稿件没有改。",
    "A report whose title names an office is signed by that office; another one is left over from a copied text.",
)
BAD: Final = (
    ("双柏岭县气象局2024年度法治政府建设情况报告\n依法发展气象事业。\n双柏岭县水利局\n2025年1月28日\n", "双柏岭县水利局"),
    ("关于芦湖区商务局2023年法治政府建设情况的报告\n扎实推进。\n\n芦湖区财政局\n2024年2月6日\n", "芦湖区财政局"),
)
GOOD: Final = (
    "双柏岭县气象局2024年度法治政府建设情况报告\n依法发展气象事业。\n双柏岭县气象局\n2025年1月28日\n",
    "双柏岭县2024年度法治政府建设情况报告\n依法推进。\n双柏岭县司法局\n2025年1月28日\n",
    "双柏岭县水利局 双柏岭县气象局关于2024年联合执法情况的报告\n依法推进。\n双柏岭县水利局\n2025年1月28日\n",
    "双柏岭县卫生健康局2024年工作报告\n依法推进。\n双柏岭县卫生和健康局\n2025年1月28日\n",
)

_OFFICE = r"(?P<place>[\u4e00-\u9fff]{2,10}?[市县区旗州])(?P<office>[\u4e00-\u9fff]{2,10}局)"
_TITLE = compile_(r"\A\s*(?:关于)?" + _OFFICE + r"(?=[^\n]{0,30}(?:报告|总结|情况|年报))")
_SIGNED = compile_(r"\n[ \u3000]*" + _OFFICE + r"[ \u3000]*\n\s*20\d\d年\d{1,2}月\d{1,2}日\s*\Z")
_ENFORCES, _CITY = compile_("综合(?:行政)?执法"), compile_("城管|城市管理")
_LONGEST, _TAIL = 80, 120


def _are_one(named: str, office: str) -> bool:
    """Whether two names may be of one office: 卫生健康局 and 卫生和健康局, 人社局 and 人力资源和社会保障局."""
    one, other = set(named[:-1]), set(office[:-1])
    if len(one & other) * 2 > len(other) or one <= other or other <= one:
        return True
    return any(_ENFORCES.search(name) for name in (named, office)) and any(_CITY.search(name) for name in (named, office))


def check(view: View) -> Iterator[Problem]:
    """A problem for a signature of another office of the place that the title names."""
    text = view.text
    title = _TITLE.search(text, 0, min(len(text), _LONGEST))
    signed = _SIGNED.search(text, max(0, len(text) - _TAIL)) if title else None
    if title is None or signed is None or signed["place"] != title["place"]:
        return
    named, office = title["office"], signed["office"]
    body = text[title.end() : signed.start()]
    if office == named or office in body or _are_one(named, office):
        return
    span = view.span(signed.start("place"), signed.end("office"))
    yield Problem(
        span=span,
        message=Phrase(f"标题是{named}的报告，落款却是{office}", f"the title names {named}, but {office} signs"),
        related=(Related(view.span(title.start("place"), title.end("office")), Phrase("标题中的单位", "the body of the title")),),
        expected=title["place"] + named,
        found=view.source(span),
    )
