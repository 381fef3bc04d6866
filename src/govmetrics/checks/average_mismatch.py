"""村均 q, 人均 q: an average that is not the amount over the number beside it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, Row, cut, digits, last_words, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "sum"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("平均数与总量、个数不符", "an average that is not the amount over the number beside it")
WHY: Final = Phrase(
    "平均数＝总量÷个数。人均数常按年平均人口计算，日均、月均的天数、月数口径不一，相差不大时不作判断。",
    "An average is the amount over the number. Small differences are left alone: population is often a yearly mean, and days are counted in several ways.",
)
BAD: Final = (
    ("全区12个司法所去年共调处纠纷4536件，平均每所387件。", "387件"),
    ("养护公路2100公里，投入养护资金9450万元，平均每公里45万元。", "45万元"),
    ("全市300个行政村集体经济总收入1.26亿元，村均4.2万元。", "4.2万元"),
    ("城区人口84.5万人，公园绿地面积1183公顷，人均公园绿地面积10.4平方米。", "10.4平方米"),
    ("全年受理热线36500件，日均受理120件。", "120件"),
    ("收案标的总额9.36亿元，办结案件1440件，平均每件标的56万元。", "56万元"),
    ("在岗法官48名，共办结案件14208件，人均结案269件。", "269件"),
    ("全乡兑现生态补偿资金96.6万元，涉及农户2100户，户均领到640元。", "640元"),
    ("4月至6月共发放图书借阅证2148张，月均617张。", "617张"),
    ("夏季班4期、冬季班5期，合计9期，培训540人次，平均每期90人次。", "90人次"),
    ("三季度办理不动产登记4620件，月均1450件。", "1450件"),
)
GOOD: Final = (
    "全区12个司法所去年共调处纠纷4536件，平均每所378件。",
    "养护公路2100公里，投入养护资金9450万元，平均每公里4.5万元。",
    "全市300个行政村集体经济总收入1.26亿元，村均42万元。",
    "城区人口84.5万人，公园绿地面积1183公顷，人均公园绿地面积14.0平方米。",
    "全年受理热线36500件，日均受理100件。",
    "全年受理诉求18.9万件，工作日日均约750件。",
    "平台6月上线以来已受理反映2870件，月均410件。",
    "全乡兑现生态补偿资金96.6万元，涉及农户2100户，户均领到460元。",
    "合作社销售收入350万元，带动农户500户，户均增收2300元。",
    "4月至6月共发放图书借阅证2148张，月均716张。",
    "夏季班4期、冬季班5期，合计9期，培训540人次，平均每期60人次。",
    "三季度办理不动产登记4620件，其中抵押登记1200件，月均1540件。",
    "全乡兑现补贴96.6万元，涉及农户2100户，其中种粮大户户均领到5200元。",
    "9月至次年2月共调运煤炭36万吨，月均6万吨。",
    "常住人口30万人，财政收入120亿元，人均可支配收入5.2万元。",
)

_MEAN = compile_(
    r"(?:按常住人口计算|折合|相当于|合)?[\u4e00-\u9fff]{0,5}?(?:(?P<each>人|户|村|镇|社区|校|家|件|案|日|天|月|车|场|亩)均|平均每(?:一?个?|一)?(?P<per>人|户|村|镇|社区|校|家|件|案|天|日|月|场|次|亩|名|位|期|班|批|所|站|车|台|项|宗|起|个|公里)|每(?P<one>个|家|所|户|村|名|场|期|件|台|站)[^,。;\d]{0,8}?平均)"
    r"(?P<what>[\u4e00-\u9fff]{0,12}?)(?:约|为|达到?|近|仅)*"
)
_UNITS = {
    "人": ("人", "名", "位", "人次"), "名": ("名", "人", "位"), "位": ("位", "名", "人"), "户": ("户", "家"), "个": ("个",), "件": ("件",), "案": ("件",),
    "家": ("家",), "车": ("辆",), "期": ("期",), "班": ("个",), "批": ("批",), "所": ("所",), "站": ("个",), "台": ("台",), "项": ("项",), "宗": ("宗",), "起": ("起",), "场": ("场", "次"), "次": ("次", "场"), "亩": ("亩",), "公里": ("公里", "千米"),
}  # fmt: skip
_THINGS = {"村": ("个", "村"), "镇": ("个", "镇"), "社区": ("个", "社区"), "校": ("所", "校")}
_AREAS = {"公顷": Decimal(10000), "平方公里": Decimal(10) ** 6, "平方千米": Decimal(10) ** 6, "亩": Decimal(2000) / 3, "平方米": Decimal(1)}
_WHOLE_YEAR = compile_(r"全年|\d{4}年(?!以|至|末|底|初|\d{1,2}月)")
_PART_OF_YEAR = compile_("以来|上线|开通|工作日|季度|上半年|下半年|截至|月份|暑期|汛期|[^\\d]月至|\\d月[—~-]")
_OWN_BASE = compile_("居民|可支配|纯收入|人均收入|^收入|工资|消费|存款|寿命|学历|年龄|受教育")
_HANDED = compile_(
    "^(?:共|可|已)?(?:领取|领到|获得|获补|得到|分得|分到|享受|兑现|发放|分红|派发|受理|办理|办结|接待|接听|处理|审结|结案|登记|服务)$"
)
"""What is told of each member of a number is told of the sum under another verb: 兑付补贴 a 元,户均领取 b 元."""
_MONTH_SPAN = compile_(
    r"(?<![\d年])(?P<from>1[0-2]|[1-9])月?份?(?:至|到|—+|-|~)(?:(?P<next>次年|翌年|第二年|\d{4}年))?(?P<to>1[0-2]|[1-9])月(?!\d|[中上下]旬)"
)
_QUARTER = compile_("(?<!前)(?P<quarter>第?[一二三四]季度)|(?P<half>[上下]半年)|(?P<three>前三季度)")
_SINCE = compile_("以来|上线|开通|启用|截至|工作日|暑期|汛期|投入使用")
_ALL_OF_THEM = compile_("(?:合计|总计|共计)[\u4e00-\u9fff]{0,6}$")
_SOME = compile_("其中|最[高低多少]|每月")
_AMOUNTS = ("标的", "费用", "接听", "受理", "办理")
_DAYS = tuple(Decimal(days) for days in (365, 366, 360, 250, 248, 252))
_MONTHS = (Decimal(12),)
_MOST = 24
_CLOSE = Decimal("0.02")
_LOOSE = Decimal("0.08")


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each average whose amount and number stand before it in the sentence and give another."""
    if "均" not in view.text:
        return
    for row in rows(view, 2):
        for at, number in enumerate(row):
            if "均" in number.before and number.kind in ("count", "money") and not number.change and at:
                yield from _average(view, row, at)


def _average(view: View, row: Row, at: int) -> Iterator[Problem | Judgement]:
    mean = row[at]
    match = _MEAN.fullmatch(last_words(mean.before))
    if not match or not mean.exact or match.group("what").endswith(("多", "少")):
        return  # 比二季度月均多40件 is no average
    each, what = match.group("each") or match.group("per") or match.group("one"), match.group("what")
    near = row[max(0, at - _MOST) : at]
    alone = sum(_is_total(number, mean, "") for number in near) == 1 and not _SOME.search(mean.before)
    handed = alone and _HANDED.search(what) is not None
    total = next((number for number in reversed(near) if _is_total(number, mean, "" if handed else what)), None)
    if total is None or not total.exact:
        return
    if each in "日天月":
        words = view.text[row.start : mean.start]
        stated = next(
            (number for number in reversed(row[max(0, at - _MOST) : at]) if number.unit == "天" and number.exact and each != "月"), None
        )
        if stated is not None and stated.low > 1:
            yield from _judge(mean, total, stated, (stated.low,), _CLOSE)
        elif alone and each == "月" and (months := _months(words)):
            yield from _judge(mean, total, None, (Decimal(months),), _CLOSE)
        elif _WHOLE_YEAR.search(words) and not _PART_OF_YEAR.search(words):
            yield from _judge(mean, total, None, _MONTHS if each == "月" else _DAYS, _CLOSE)
        return
    numbers = [number for number in row[max(0, at - _MOST) : at] if number is not total and _counts(view, number, each)]
    if len(numbers) > 1:
        numbers = [number for number in numbers if _ALL_OF_THEM.search(last_words(number.before))]
    if len(numbers) == 1 and numbers[0].exact and numbers[0].low > 0:
        population = each == "人" and numbers[0].unit == "人" and mean.unit != "件"
        yield from _judge(mean, total, numbers[0], (numbers[0].low,), _LOOSE if population else _CLOSE)


def _months(words: str) -> int:
    """How many months the words before an average speak of; 0 where they name none, or several spans."""
    if _SINCE.search(words):
        return 0
    counts = set()
    for match in _MONTH_SPAN.finditer(words):
        first, last = int(match.group("from")), int(match.group("to"))
        counts.add(0 if match.group("next") or last <= first else last - first + 1)
    for match in _QUARTER.finditer(words):
        counts.add(3 if match.group("quarter") else 6 if match.group("half") else 9)
    return counts.pop() if len(counts) == 1 else 0


def _is_total(number: Number, mean: Number, what: str) -> bool:
    if number.change or number.low <= 0 or "均" in number.before:
        return False
    if _OWN_BASE.search(what) or number.kind != mean.kind:
        return False
    if number.unit != mean.unit and not (number.unit in _AREAS and mean.unit in _AREAS):
        return False
    words = number.before + number.label
    return number.unit == mean.unit == "件" or not what or what in _AMOUNTS or any(what[i : i + 2] in words for i in range(len(what) - 1))


def _counts(view: View, number: Number, each: str) -> bool:
    if number.kind != "count" or number.change:
        return False
    if each in _UNITS:
        return number.unit in _UNITS[each] or (number.unit == "个" and each in view.text[number.end : number.end + 6])
    unit, thing = _THINGS[each]
    return number.unit == thing or (number.unit == unit and thing in view.text[number.end : number.end + 5])


def _judge(
    mean: Number, total: Number, number: Number | None, counts: tuple[Decimal, ...], slack: Decimal
) -> Iterator[Problem | Judgement]:
    scale = _AREAS.get(total.unit, Decimal(1)) / _AREAS.get(mean.unit, Decimal(1)) if total.unit != mean.unit else Decimal(1)
    amount, own = cut(total).times(scale), cut(mean)
    fitting = next(
        (count for count in counts if own.low * (1 - slack) <= amount.high / count and amount.low / count <= own.high * (1 + slack)), None
    )
    count = fitting or counts[0]
    value = total.low * scale / count
    below = number.face if number is not None else digits(count)
    arithmetic = f"{total.face}÷{below}={mean.rewritten(value).removesuffix(mean.unit)}"
    related = [Related(total.span, Phrase("总量", "amount"))]
    if number is not None:
        related.append(Related(number.span, Phrase("个数", "number")))
    if fitting:
        yield Judgement(status="holds", span=mean.span, related=tuple(related), arithmetic=arithmetic)
        return
    expected = mean.rewritten(value)
    yield Problem(
        span=mean.span,
        message=Phrase(
            f"平均数{mean.text}与总量、个数不符，应为{expected}",
            f"the average {mean.text} does not follow; the numbers give {expected}",
        ),
        related=tuple(related),
        expected=expected,
        found=mean.text,
        arithmetic=f"{arithmetic}≠{mean.face}",
    )
