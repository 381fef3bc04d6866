"""增长 p%: a rate of growth that does not follow from the levels or the difference beside it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.model import Percent
from govmetrics.patterns import compile_
from govmetrics.relations.changes.judging import AFTER, DELTA, judged, report
from govmetrics.relations.figures import HUNDRED, alike, cut, digits, last_words, signed
from govmetrics.relations.paragraphs import clause, paragraphs
from govmetrics.relations.words_around import share_a_word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from govmetrics.relations.figures import Number
    from govmetrics.view import View

GROUP: Final = "change"
SEVERITY: Final = "error"
WHAT: Final = Phrase("增幅与两期数不符", "a rate of change that the levels beside it contradict")
WHY: Final = Phrase(
    "增幅＝（本期−上期）÷上期，按印出的位数四舍五入或去尾都应相符；可比口径、不变价等无法由现价数推算，不作判断。",
    "Growth is the difference over the earlier level. Numbers may be rounded or cut off; what is said to be at constant prices or on a like-for-like basis is left alone.",
)
BAD: Final = (
    ("全年共受理群众来信9384件，其中热线转办7215件，月均办理782件。受考试改革影响，群众来信数量比上年增加1204件，增长12.8%。", "12.8%"),
    ("重复投诉件较上年减少540件、下降15.0%，全年登记3600件。", "15.0%"),
    ("全年制发文件数下降18.2%（由368件降至312件）。", "18.2%"),
    ("居民人均可支配收入从2019年的24000元增加到2024年的33661元，年均增长10.2%。", "10.2%"),
    ("2024年行政应诉案件62件，同比下降11.4%，2023年为77件。", "11.4%"),
    ("办结时限由15个工作日压缩到6个工作日，压缩40%。", "40%"),
    ("全年受理仲裁案件240件，上年同期320件，同比下降20%。", "下降20%"),
    ("在册志愿者由2500人增至3000人，增加500人，增长25%。", "25%"),
    ("接待来访1200件，同比增加200件，增长25%。", "25%"),
    ("公务接待费2.4万元，比上年决算数3.2万元减少0.8万元，下降52%。", "52%"),
    ("年度支出合计840万元。与上年度的900万元相比，减少60万元，下降7.6%。", "7.6%"),
    ("会议费决算12.6万元，完成预算的84%；比上年减少1.4万元，下降15%。", "15%"),
    ("在册社会组织360家。同比增加60家，增长16.7%，分布在九个街道。", "16.7%"),
    ("培训费支出9.9万元，完成预算的90%。比上年减少1.1万元，下降11.1%。", "11.1%"),
    ("去年前三季度签发证照800份，今年同期签发1000份，增幅达20%。", "20%"),
    ("二〇一九年托育机构有40家，到二〇二三年已有70家，四年间增长百分之八十五。", "百分之八十五"),
    ("货运量增长12%，即增加36万吨，达到286万吨。", "12%"),
    ("省级以上实验室由2018年的25个增加到2023年的64个，年均增长26.7%。", "26.7%"),
    ("书刊外借量48万册次，比上年增长20%；与2019年的36万册次相比，增长43.3%。", "43.3%"),
)
GOOD: Final = (
    "全年立案68宗，按类型划分，土地类47宗、矿产类12宗、测绘类2宗、林业类7宗，其中非法占用耕地案件21宗；比上年的85宗下降20%。",
    "全年共调解纠纷321件，成功315件。上年调解296件，同比增加25件，上升8.4%。",
    "2024年实现营收86.3亿元，同比增长12.1%，2022年为60亿元。",
    "2024年行政应诉案件62件，同比下降11.4%，2023年为70件。",
    "受理投诉62件，同比下降11.4%，上年办结75件，上半年为20件。",
    "办结时限由15个工作日压缩到6个工作日，压缩60%。",
    "全年受理仲裁案件240件，上年同期320件，同比下降25%。",
    "在册志愿者由2500人增至3000人，增加500人，增长20%。",
    "生产总值由上年的1200亿元增加到1250亿元，按不变价计算增长6.3%。",
    "月活跃用户由1.2万人增加到1.3万人，增长10.4%。",
    "接待来访1200件，同比增加200件，增长20%。",
    "办结案件23.06万件，上年21.3万件，增长8.2%。",
    "年度支出合计840万元。与上年度的900万元相比，减少60万元，下降6.7%。",
    "年度收入840万元，支出810万元。与上年度的900万元相比，减少60万元，下降6.7%。",
    "会议费决算12.6万元，完成预算的84%；比上年减少1.4万元，下降10%。",
    "年末贷款余额130亿元，比年初增加10亿元，同比增长12%。",
    "在册社会组织360家。同比增加60家，增长20%，分布在九个街道。",
    "1月份到访80人，2月份到访100人，增长25%。",
    "培训费支出9.9万元，完成预算的90%。比上年减少1.1万元，下降10%。",
    "去年一季度签发证照800份，今年签发3600份，月均增长5%。",
    "2019年建站20座，2020年建站30座，2021年建站45座，两年分别增长50%和50%。",
    "居民人均可支配收入从2015年的2.1万元增加到2020年的3.1万元，年均增长6.3%。",
    "省级以上实验室由2018年的25个增加到2023年的64个，年均增长20.7%。",
    "社会救助支出12亿元，比上年增长5%；与2019年医疗支出5亿元相比，增幅较大。",
)

_BESIDE, _REACH = 4, 8
_OF_PAST = compile_("[上去前]年|同期|20\\d\\d年|年初|计划|目标|上半年|季度")
_IDLE = compile_("[比较与同](?:上年|去年)(?:同期)?(?:相比)?|同比|净?(?:增加|减少|增长|下降|上升)|数量|总量|全年|分别|案件|事项|工作|[,、]")
_GOES_ON = compile_(",(?:全年|年内|共|累计)+(?:登记|受理|收到|办理|接收)?")
_NO_BASE: Final = Phrase("没有写明两期数，无法核对", "the levels are not stated, so it cannot be checked")


def _of_own_level(view: View) -> Iterator[Problem]:
    """共受理 b 件。…比上年增加 d 件,增长 p%: a rate that is the difference over this year's level and not over last year's."""
    known = {one.number.start for one in view.once(judged) if one.status != "not-assessable"}
    for numbers in view.once(paragraphs):
        for at, (delta, rate) in enumerate(pairwise(numbers)):
            sure = delta.exact and rate.exact and rate.unit == "%" and rate.start not in known and len(rate.before) <= _BESIDE
            if not sure or not delta.change or delta.change != rate.change or delta.kind not in ("count", "money"):
                continue
            near = numbers[max(0, at - _REACH) : at] + numbers[at + 2 : at + 4]
            for level in near:
                if not alike(level, delta) or level.change or not level.exact or level.low <= delta.low or _OF_PAST.search(level.before):
                    continue
                base = level.low - signed(delta)
                value = delta.low / base * HUNDRED
                if _gives(rate, delta.low / level.low * HUNDRED) and not _gives(rate, value) and _same_thing(view, level, delta):
                    sign = "-" if delta.change == "increase" else "+"
                    yield Problem(
                        span=rate.span,
                        message=Phrase(
                            f"增幅{rate.text}以本期数{level.text}为基数，按上期数应为{rate.rewritten(value)}",
                            f"the rate {rate.text} is of this year's {level.text}; of last year's level it is {rate.rewritten(value)}",
                        ),
                        related=(Related(level.span, AFTER), Related(delta.span, DELTA)),
                        expected=rate.rewritten(value),
                        found=rate.text,
                        arithmetic=f"{delta.face}÷({level.face}{sign}{delta.face})={digits(value, 2)}%≠{rate.face}",
                        severity="warning",
                    )
                    break


def _gives(rate: Number, value: Decimal) -> bool:
    return cut(rate).low <= value <= cut(rate).high


def _same_thing(view: View, level: Number, delta: Number) -> bool:
    if _GOES_ON.fullmatch(level.before):
        return True
    return share_a_word(_IDLE.sub("", clause(view, delta)), clause(view, level)) or not _IDLE.sub("", last_words(delta.before))


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each rate that the levels beside it contradict; a judgement for each that has none."""
    for one in view.once(judged):
        if one.kind == "growth":
            found = one.number.text
            message = Phrase(
                f"增幅{found}与两期数不符，应为{one.expected}",
                f"the rate {found} does not follow from the levels, which give {one.expected}",
            )
            yield report(one, message)
    yield from _of_own_level(view)
    if view.last is not None:
        return  # last year's report may have the other level
    known = {one.number.span for one in view.once(judged)}
    for metric in view.metrics:
        if isinstance(metric, Percent) and metric.change and metric.basis and metric.span not in known:
            yield Judgement(status="not-assessable", span=metric.span, reason=_NO_BASE)
