"""办结率102%, 占145%: a share or a bounded rate above 100 %."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.unbounded import may_exceed, usual_limit
from govmetrics.relations.words_around import ENDS, before, percents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "share"
SEVERITY: Final = "error"
WHAT: Final = Phrase("占比或有上限的比率超过100%", "a share or bounded rate above 100 %")
WHY: Final = Phrase(
    "部分不会多于整体，办结率、满意率、覆盖率、占比最高100%；完成率、增长率等可以超过，不在此列。",
    "A part is never more than its whole; only rates of completion, growth and the like may pass 100 %.",
)
BAD: Final = (
    ("案件按期办结率102%。", "102%"),
    ("村（居）法律顾问覆盖率、群众满意率分别达到98%和197.5%。", "197.5%"),
    ("基本医保参保率由95.1%提高到196.4%。", "196.4%"),
    ("其中行政处罚类45件，占145%。", "145%"),
    ("服务业增加值占地区生产总值的比重为152.3%。", "152.3%"),
    ("审限内结案率为199.2%。", "199.2%"),
)
GOOD: Final = (
    "税收完成年初预算的105%，投资完成率129.6%，预算执行率102%，占年度计划的113%。",
    "办结率达到100%，满意率比上年增长120%，占比提高105%。",
    "结案率103%，产销率101.2%，高中阶段毛入学率104%，拨备覆盖率185%，保值增值率106%。",
    "罚没收入同比增长126.5%，为预算的108%，是上年的150%。",
    "债务余额占地区生产总值的120%，进出口总额占GDP比重为135%，支出占收入的128%。",
    "保障房开工率108%，床位使用率106.5%，加计扣除比例提高到120%。",
)

_KEY = compile_(r"率|占比|(?<![抢侵])占|比重|比例|满意度|盖度|郁闭度|参与度|知晓度|认可度")
_FIGURE = r"\d[\d.]*%(?:以上|左右|以下|以内)?|百分之[〇零一二三四五六七八九十百点]+(?:以上|左右)?"
_LINK = (
    rf"{_FIGURE}|\([^()]{{1,24}}\)|[、,和与及:从由了的>=≥~—-]|以及|分别|均|都|各|已经?|也|仍|又|总体|平均|首次|预计|仅|只|将|可|要|有|则|却|全部|力争|确保|实现|合计|共"
    r"|(?:提高|提升|上升|增加|增长|扩大|下降|降低|减少|回落|压降|压减|升|降|增|减|缩小|恢复)(?:到了?|至|为)"
    r"|达到?|为|是|至|到|近|超过?|突破|约|高达|低至|稳定在?|保持在?|控制在|维持在|在|不?低于|不?高于|不少于|不足|接近|将近|大于|居|即|占|比|重"
    r"|(?:19|20)\d\d年末?底?|上年(?:同期|末|底)?|去年(?:同期|末|底)?|上月|同期|年初|年底|目前|今年|预计|本年|(?:提高|提升|上升|增长|下降|降低|增加|减少|回落)了?[\d.]+个百分点"
)
_TAIL = compile_(rf"(?>{_LINK}| )*+")
_OF = compile_(r"(?![地用道领])[^,。;:、%()]{0,30}(?:\([^()]{1,24}\))?")
_OF_CHANGE = compile_(r"(?:以上|左右)?的(?:增量|增幅|增长|利润|涨幅|降幅|预算|计划|任务|目标)")
_CHANGE = compile_(
    r"(?:增长|增加|提高|提升|上升|上涨|下降|减少|降低|回落|扩大|超额|超出|高出|多|增|降|升|涨|幅)(?:了|近|约|超过?)*$|完成|(?:为|是|达到?)(?:上年|去年|同期|年初|今年|前年)[^,]{0,4}的$"
)


def check(view: View) -> Iterator[Problem]:
    """A problem for each such percentage whose label is a share or a rate that has 100 % as its limit."""
    text = view.text
    for start, end, metric in percents(view):
        if metric.low <= 100 or metric.unit != "%":
            continue
        label = _label(before(text, start, ENDS, 100))
        if label and metric.low > usual_limit(label) and not _OF_CHANGE.match(text, end):
            found = view.source(metric.span)
            yield Problem(
                span=metric.span,
                message=Phrase(f"“{label}”为{found}，超过了100%", f"“{label}” is {found}, which is above 100 %"),
                help=Phrase("核对数字与小数点", "check the digits and the point"),
                expected="≤100%",
                found=found,
            )


def _label(head: str) -> str:
    """The share or rate that the figure behind `head` is of, or empty when it is a change or may exceed 100 %."""
    if _CHANGE.search(head[-8:]):
        return ""
    keys = list(_KEY.finditer(head))
    while keys:
        key = keys.pop()
        word, rest = key.group(), head[key.end() :]
        if _TAIL.fullmatch(rest) or (word == "占" and _fits(rest)):
            name = _name(head, key.start(), key.end()) + (_OF.match(rest).group() if word == "占" else "")  # type: ignore[union-attr]
            return "" if may_exceed(name) else name
    return ""


def _fits(rest: str) -> bool:
    """Whether `rest`, the words between 占 and a figure, are what it is a share of and words that link."""
    whole = _OF.match(rest)
    return whole is not None and not _CHANGE.search(whole.group()) and _TAIL.fullmatch(rest, whole.end()) is not None


def _name(head: str, start: int, end: int) -> str:
    first = start
    while first > 0 and end - first < 20 and head[first - 1] not in ",;:、。%() ":
        first -= 1
    return head[first:end].strip()
