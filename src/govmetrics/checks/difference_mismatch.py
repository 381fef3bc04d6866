"""增加 d, 提高 d 个百分点: a difference that is not the difference between the levels beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.changes.judging import AFTER, BEFORE, judged, report
from govmetrics.relations.figures import digits, same_but_one
from govmetrics.relations.paragraphs import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.relations.figures import Number
    from govmetrics.view import View

GROUP: Final = "change"
SEVERITY: Final = "error"
WHAT: Final = Phrase("增减额与两期数之差不符", "a difference that is not the difference between the levels beside it")
WHY: Final = Phrase(
    "增减额（或百分点）＝本期−上期；各数按印出的位数允许舍入误差。",
    "A difference, in units or in percentage points, is the level after less the level before, within the places that are printed.",
)
BAD: Final = (
    ("全年以市政府及办公室名义制发文件286件，比上年的330件减少54件，下降13.3%。", "54件"),
    ("优良天数318天，优良天数比率为87.1%；上年优良天数310天，比率为84.7%，同比提高3.4个百分点。", "3.4个百分点"),
    ("6月得到86.4%的满意率，样本1500份；11月扩大到2400份样本，满意率升到91.1%，较6月上升5.7个百分点。", "5.7个百分点"),
    ("行政复议案件平均办理时间为34天，较上年缩短13天，上年平均为45天。", "13天"),
    ("“一件事一次办”事项由上年的18项增加到26项，新增6项。", "新增6项"),
    ("行政处罚案件平均办理时间由45天缩短到32天，缩短23天。", "23天"),
    ("受理案件比上年增加26件，由126件增加到162件。", "增加26件"),
    ("空气优良率86.3%，同比上升2.1个百分点，上年为82.4%。", "2.1个百分点"),
    ("在册志愿者由2500人增至3000人，增加600人，队伍更加稳定。", "600人"),
    ("合格率由上年的91.5%提高到94.2%，提高3.7个百分点。", "3.7个百分点"),
    ("日均处理污水由上年的3.21万吨提高到3.55万吨，增加0.43万吨。", "0.43万吨"),
    ("参保职工从2021年的6.2万人扩大到2023年的7.5万人，两年多了1.7万人。", "1.7万人"),
    ("制造业投资由上年下降3.1%转为增长4.2%，提高8.3个百分点。", "8.3个百分点"),
    ("全市法定期限内审结率为98.3%，全省平均水平为96.7%，我市高出6.1个百分点。", "6.1个百分点"),
    ("主动评价率年度目标为95%，实际达到97.4%，超出目标值4.2个百分点。", "4.2个百分点"),
    ("应出庭案件213件，实际出庭208件，出庭应诉率97.7%。上年该指标为91.4%，本年提高3.6个百分点。", "3.6个百分点"),
    ("入园率从72%提高到84%，提高10个百分点。", "10个百分点"),
    ("村集体收入由2016年的2.4亿元增加到2021年的4.9亿元，年均增加0.9亿元。", "0.9亿元"),
)
GOOD: Final = (
    "全市法定期限内审结率为98.3%，全省平均水平为96.7%，我市高出1.6个百分点。",
    "“一件事一次办”事项由上年的18项增加到26项，新增8项。",
    "行政处罚案件平均办理时间由45天缩短到32天，缩短13天。",
    "受理案件比上年增加36件，由126件增加到162件。",
    "新增志愿者500人，由县直单位的200人增加到210人。",
    "空气优良率86.3%，同比上升2.1个百分点，上年为84.2%。",
    "空气优良率86.3%，比2021年上升5.1个百分点，上年为84.2%。",
    "在册志愿者由2500人增至3000人，增加500人。",
    "合格率由上年的91.5%提高到94.2%，提高2.7个百分点。",
    "占比从32.1%提高到34.6%，提高2.6个百分点。",
    "制造业投资由上年下降3.1%转为增长4.2%，提高7.3个百分点。",
    "入园率从72%提高到84%，提高11个百分点。",
    "降幅由5.2%收窄到3.1%，收窄2.1个百分点。",
    "村集体收入由2016年的2.4亿元增加到2021年的4.9亿元，年均增加0.5亿元。",
    "一季度失业率平均为5.3%，12月份降至4.9%，全年平均值较上年下降0.2个百分点。",
)


_SINCE = compile_("[,、](?:较|比)(?P<when>\\d{1,2}月|上半年|[一二三]季度|20\\d\\d年)份?(?P<verb>上升|提高|提升|增加|下降|降低|回落)了?")
_YOY = compile_("[,、](?:同比|比上年)(?P<verb>上升|提高|提升|增加|下降|降低|回落)了?")
_NAME = compile_("[\u4e00-\u9fff]{1,6}(?:率|度|比重|占比|比例)(?:为|达到?|是)?$")
_LAST_YEAR = compile_("[;,]上年|[;,]去年")
_DOWN = frozenset(["下降", "降低", "回落"])
_BACK = 8


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each difference that the levels beside it contradict."""
    for one in view.once(judged):
        if one.kind == "difference":
            found = one.number.text
            message = Phrase(
                f"增减数{found}与两期之差不符，应为{one.expected}",
                f"the difference {found} is not that of the levels, which is {one.expected}",
            )
            yield report(one, message)
    known = {one.number.start for one in view.once(judged)}
    for numbers in view.once(paragraphs):
        for at, number in enumerate(numbers):
            if number.kind == "points" and number.exact and at and number.start not in known:
                yield from _since(view, number, numbers[max(0, at - _BACK) : at])


def _since(view: View, number: Number, before: list[Number]) -> Iterator[Problem | Judgement]:
    """6月满意率 a%。…11月升到 b%,较6月上升 d 个百分点: the rate of the month or year that is named."""
    match = _SINCE.fullmatch(number.before)
    after = before[-1]
    if after.kind != "percent" or after.change or not after.exact:
        return
    if year := _YOY.fullmatch(number.before):
        yield from _year_on_year(view, number, before, year["verb"])
    if not match:
        return
    then = [one for one in before[:-1] if one.kind == "percent" and not one.change and one.exact and match["when"] in one.before]
    if len(then) != 1:
        return
    yield from _held(number, then[0], after, match["verb"])


def _year_on_year(view: View, number: Number, before: list[Number], verb: str) -> Iterator[Problem | Judgement]:
    """优良率为 a%;上年优良率为 b%,同比提高 d 个百分点: two values of one rate, the second of which is last year's."""
    *earlier, then = before
    name = _NAME.search(then.before)
    now = [one for one in earlier if name and one.kind == "percent" and one.exact and not one.change and one.before.endswith(name.group())]
    if len(now) == 1 and now[0].end < then.start and _LAST_YEAR.search(view.text, now[0].end, then.start):
        yield from _held(number, then, now[0], verb)


def _held(number: Number, then: Number, after: Number, verb: str) -> Iterator[Problem | Judgement]:
    """What is said of the points by which a rate differs from what it was."""
    value = after.low - then.low
    if verb in _DOWN:
        value = -value
    right = number.rewritten(abs(value))
    related = (Related(then.span, BEFORE), Related(after.span, AFTER))
    arithmetic = f"{after.face}-{then.face}={digits(after.low - then.low)}"
    if value == number.low:
        yield Judgement(status="holds", span=number.span, related=related, arithmetic=arithmetic)
    elif value > 0 and same_but_one(right, number.text):
        yield Problem(
            span=number.span,
            message=Phrase(
                f"增减数{number.text}与两期之差不符，应为{right}",
                f"the difference {number.text} is not that of the levels, which is {right}",
            ),
            related=related,
            expected=right,
            found=number.text,
            arithmetic=f"{arithmetic}≠{number.face}",
        )
