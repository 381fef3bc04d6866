"""较上月同比, 比去年同期环比: the base and its name disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.changes.judging import judged, report
from govmetrics.relations.words_around import before, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "change"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("“同比”“环比”与所比时期不符", "同比 or 环比 with the wrong base")
WHY: Final = Phrase(
    "同比是与上年同期相比，环比是与紧邻的上一期相比。",
    "同比 compares with the same period a year before, 环比 with the period just before.",
)
BAD: Final = (
    ("12月受理诉求28640件，较11月份的27380件增加1260件，同比增长4.6%。", "4.6%"),
    ("本月受理2877件，较上月同比增长1.3%。", "同比"),
    ("9月份空气质量综合指数为3.46，较8月份的3.20同比上升8.1%。", "同比"),
    ("12月份受理诉求1.6万件，较11月份的1.5万件同比增长6.7%。", "同比"),
    ("案件量比去年同期环比下降3.2%。", "环比"),
)
GOOD: Final = (
    "本月受理2877件，较上月环比增长1.3%，较上年同期增长5%，同比增速比上月提高2个百分点。",
    "比上月增长3%，同比增长5%，比去年12月环比下降1%。",
    "较去年11月份的1.5万件同比增长6.7%，与上月持平、同比下降2%。",
    "一季度同比增速较上季度同比增速回落。",
    "比上年四季度环比增长1.2%，增速较上月加快，比1月份增加2件、同比增加3件。",
)

_MONTH = r"(?:1?\d|十[一二]?|[一二三四五六七八九])"
_YOY = compile_(
    rf"(?:较|比|与|同)(?:上个?月|上一?个?季度|第?[一二三四]季度|上一?周|上一?期|前一?[周月]|上旬|{_MONTH}月份?(?!至|[-—~]))(?!末)(?:的[\d.,]+[万亿]?[^\d,。;:、()]{{0,3}}|相比)?$"
)
_NEAR = 8
_RATE = compile_(r"..(?:增速|增幅|涨幅|降幅|跌幅|增长率|下降率|数据|口径)")
_MOM = compile_(r"(?:较|比|与|同)(?:上年|去年|上一年度?)(?:同期|同月|全年)?(?:的[\d.,]+[万亿]?[^\d,。;:、()]{1,3}|相比)?$")


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each 同比 with the period before, and each 环比 with the year before, in one clause."""
    text = view.text
    flagged: list[int] = []
    for word, pattern, right in (("同比", _YOY, "环比"), ("环比", _MOM, "同比")):
        for at in places(text, word):
            base = pattern.search(before(text, at, most=24))
            if base and "、" not in base.group() and not _RATE.match(text, at):
                start = at - len(base.group())
                flagged.append(at)
                yield Problem(
                    span=view.span(at, at + 2),
                    message=Phrase(
                        f"“{base.group()}”相比应当叫“{right}”，文中写“{word}”", f"a comparison “{base.group()}” is {right}, not {word}"
                    ),
                    related=(Related(view.span(start, at), Phrase("所比时期", "base")),),
                    help=Phrase(f"改为“{right}”，或核对所比时期", f"write “{right}”, or check the base"),
                    expected=right,
                    found=word,
                )
    for one in view.once(judged):
        if one.kind == "basis" and not any(at < one.number.start <= at + _NEAR for at in flagged):
            yield report(
                one,
                Phrase(
                    f"{one.number.text}是与上一月（季）相比，应当叫“环比”",
                    f"{one.number.text} compares with the month or quarter before: 环比, not 同比",
                ),
            )
