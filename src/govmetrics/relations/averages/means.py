"""Averages by member, against the only number of those among whom the amount is parted."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from govmetrics.finding import Judgement, Problem
from govmetrics.model import plain
from govmetrics.patterns import compile_
from govmetrics.relations.averages.times import SOME, over_time
from govmetrics.relations.averages.verdict import AREAS, CLOSE, judge
from govmetrics.relations.figures import Number, Row, last_words, swapped
from govmetrics.relations.sums.breakdowns import breakdowns
from govmetrics.relations.words_around import share_a_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govmetrics.view import View

_MEAN = compile_(
    r"(?P<lead>(?:按常住人口计算|折合|相当于|合)?[\u4e00-\u9fff]{0,5}?)(?:(?P<each>人|户|村|镇|社区|校|家|件|案|日|天|月|车|场|亩|笔|宗|台|园|厂|店|所|站|社|院)均|平均每(?:一?个?|一)?(?P<per>人|户|村|镇|社区|校|家|件|案|天|日|月|场|次|亩|名|位|期|班|批|所|站|车|台|项|宗|起|个|辆|座|条|艘|公里)|每(?P<led>人|户|亩|家)(?:拥有|占有|承担|负担)?(?=约?$)|每(?P<one>个|家|所|户|村|名|场|期|件|台|站)[^,。;\d]{0,8}?平均)"
    r"(?P<what>[\u4e00-\u9fff]{0,12}?)(?:约|为|达到?|近|仅)*"
)
_LEAD = compile_(
    "(?:按常住人口计算|折合|相当于|合|平均|全年|当年|年|每年|实现|达到?|为|约|即|且|全[省市县区镇乡村]|已|共|可|预计|带动|带动?帮助|助力|帮助|帮扶|使|让)*"
)
"""What may stand before an average without saying that it is one of some: 节假日日均, 其中养殖户户均."""
_UNITS = {
    "人": ("人", "名", "位", "人次"), "名": ("名", "人", "位"), "位": ("位", "名", "人"), "户": ("户", "家"), "个": ("个",), "件": ("件",), "案": ("件",),
    "家": ("家",), "车": ("辆",), "期": ("期",), "班": ("个",), "批": ("批",), "所": ("所",), "站": ("个",), "台": ("台",), "项": ("项",), "宗": ("宗",), "起": ("起",), "场": ("场", "次"), "次": ("次", "场"), "亩": ("亩",), "笔": ("笔",), "公里": ("公里", "千米"), "辆": ("辆",), "座": ("座",), "条": ("条",), "艘": ("艘",),
}  # fmt: skip
_THINGS = {
    "村": "个村",
    "镇": "个镇",
    "社区": "个社区",
    "校": "所校",
    "园": "所个家",
    "厂": "家个",
    "店": "家个",
    "社": "家个",
    "院": "所家个",
}
_OF_LAST = compile_("[比较](?:上年|去年)(?:同期)?的$")
_OWN_BASE = compile_("居民|可支配|纯收入|人均收入|^收入|工资|消费|存款|寿命|学历|年龄|受教育")
_HANDED = compile_(
    "^(?:共|可|已)?(?:领取|领到|获得|获补|得到|分得|分到|享受|兑现|发放|分红|派发|受理|办理|办结|接待|接听|处理|审结|结案|登记|服务)$"
)
"""What is told of each member of a number is told of the sum under another verb: 兑付补贴 a 元,户均领取 b 元."""
_ALL_OF_THEM = compile_("(?:合计|总计|共计)[\u4e00-\u9fff]{0,6}$")
_GENERIC = compile_("[\u4e00-\u9fff]{2}(?:收入|支出|费用|产值|补贴|投入|贷款|面积|资金|产量)$")
_TAKE_PART = compile_("涉及|惠及|受益|参与|参加|参保|入股|享受|领取|签约|流转|服务|救助|补助|补贴|资助|为|向|对|给|选聘|聘用|发放")
_AMOUNTS = ("标的", "费用", "接听", "受理", "办理")
_BY = compile_("(?:计算?|测算|核算|折算),")
_BOUNDED = compile_("[\u4e00-\u9fff]{0,4}以[上下]")
_MOST = 24
_BY_OTHERS = compile_("[^,。;]{0,8},其余")
_PARTLY = compile_("其中|^、|^和|比[^,。]{0,4}年|上年|去年|较")
_LOOSE = Decimal("0.08")


def averages(view: View, row: Row, at: int, before: Sequence[Number]) -> Iterator[Problem | Judgement]:
    """What a check says of the mean at `at` of a sentence, `before` being numbers of the one before."""
    mean = row[at]
    match = _MEAN.fullmatch(last_words(mean.before.replace("(社区)", "")))
    bounded = _BOUNDED.match(view.text, mean.end) is not None
    if (
        not match
        or not mean.exact
        or bounded
        or match.group("what").endswith(("多", "少"))
        or not _LEAD.fullmatch(match.group("lead") or "")
    ):
        return  # 比二季度月均多40件 is no average
    each, what = match.group("each") or match.group("per") or match.group("one") or match.group("led"), match.group("what") or ""
    reckoned = _BY.match(mean.before) is not None
    if match.group("led") and not reckoned:
        return
    near = row[max(0, at - _MOST) : at]
    if reckoned and not any(_is_total(number, mean, what) for number in near):
        near = [*before, *near]  # 缴纳税收 a 元。以用地面积 b 亩测算,亩均税收 p 元
    plain = [number for number in near if _is_total(number, mean, "")]
    handed = len(plain) == 1 and not SOME.search(mean.before) and _HANDED.search(what) is not None
    totals = plain if handed else [number for number in near if _is_total(number, mean, what)]
    if len(totals) > 1 and what:
        totals = [number for number in totals if what[:2] in number.before + number.label] or totals
    owners = [number for number in near if _is_of(view, number, what)] if not match.group("each") else []
    if match.group("per") and len(plain) == 1 and not totals:
        totals = plain
    if len(owners) == 1 and owners[0].unit in _UNITS.get(each, ()):
        # 平均每名教师负担学生: the teachers are those among whom the others are parted.
        totals, near = [number for number in plain if number is not owners[0]], owners
    if not totals or not totals[-1].exact:
        return
    judged: list[Problem | Judgement] = []
    for total in reversed(totals):
        judged += over_time(view, row, mean, total, each) if each in "日天月" else _over_things(view, mean, total, near, each, what)
    # Of several amounts, any may be meant, and none that does not fit need be.
    yield from [one for one in judged if isinstance(one, Judgement)][:1] or (judged[:1] if len(totals) == 1 else ())


def _is_of(view: View, number: Number, what: str) -> bool:
    """Whether a number counts what `what` begins with: 专任教师 b 人 or b 个乡镇."""
    if len(what) <= 1:
        return False
    words = last_words(number.before)
    return view.text.startswith(what[:2], number.end) or any(words.endswith(what[:size]) for size in (2, 3, 4))


def _over_things(view: View, mean: Number, total: Number, near: list[Number], each: str, what: str) -> Iterator[Problem | Judgement]:
    """Judge an average by member against the only number of them."""
    if SOME.search(mean.before) or _BY_OTHERS.match(view.text, mean.end):
        return
    numbers = [number for number in near if number is not total and _counts(view, number, each)]
    if mean.unit == "件" and each == "人":
        numbers = [one for one in numbers if one.unit != "人次"]
    if any("其中" in one.before and one.start > total.end for one in numbers):
        return  # 培训18期2100人次,其中线下12期,平均每期: of these the amount is not told
    if each == "个" and len(what) > 1:  # 平均每个街道 q 名: of 执法单位 n 个 it is none
        numbers = [one for one in numbers if what[:2] in last_words(one.before) or view.text.startswith(what[:2], one.end)]
    if beside := [one for one in near if numbers and one.unit == numbers[0].unit and _adjoins(view, one, total)]:
        numbers = beside[-1:]  # 共26个所,城区6所有42人,所均7人
    if len(numbers) > 1:
        whole = [one for one in numbers if not _PARTLY.search(one.before) and one.start < total.start]
        mended = (
            len(whole) == 1
            and whole[0].exact
            and swapped(plain(mean.low), mean.rewritten(total.low / whole[0].low).removesuffix(mean.unit))
        )
        if mended and not any(one.start > total.end for one in numbers):  # 处罚426件,其中简易351件;罚款 w,件均705元 for 750元
            yield from judge(mean, total, whole[0], (whole[0].low,), CLOSE)
            return
        # 惠及 b 户,其中脱贫户 c 户,户均 p: of the last, unless the amount stands behind them.
        own = [number for number in numbers if "其中" not in number.before and numbers[-1].end < total.start]
        together = _together(view, numbers)
        numbers = (
            [together]
            if together
            else own
            if len(own) == 1
            else [number for number in numbers if _ALL_OF_THEM.search(last_words(number.before))]
        )
    if any("各" in last_words(number.before) or "每" in last_words(number.before) for number in numbers):
        return  # 4名律师各负责3个社区: each of them has so many
    if len(numbers) != 1 or not numbers[0].exact or numbers[0].low <= 0:
        return
    if mean.kind == "count" or _have(view, numbers[0], total, each):
        population = each == "人" and numbers[0].unit == "人" and mean.unit != "件"
        yield from judge(mean, total, numbers[0], (numbers[0].low,), _LOOSE if population else CLOSE)


def _adjoins(view: View, number: Number, total: Number) -> bool:
    """Whether a number stands before the amount in its clause."""
    between = view.text[number.end : total.start]
    return number is not total and number.kind == "count" and number.end <= total.start and not any(mark in between for mark in ",;。:、")


def _together(view: View, numbers: list[Number]) -> Number | None:
    """The whole that numbers make: 决定63件。其中单位45件、个人18件,平均每件."""
    starts = [number.start for number in numbers]
    wholes = (one.total for one in view.once(breakdowns) if [part.start for part in one.parts] == starts)
    total = sum((number.low for number in numbers), Decimal(0))
    return next((whole for whole in wholes if whole.low == total), None)


def _have(view: View, number: Number, total: Number, each: str) -> bool:
    """Whether the households or people of `number` surely are those that had the amount: 全村600户,流转收入 p need not be."""
    beside = "," not in view.text[min(number.end, total.end) : max(number.start, total.start)]
    return each not in "户人" or number.start > total.start or beside or _TAKE_PART.search(last_words(number.before)) is not None


def _is_total(number: Number, mean: Number, what: str) -> bool:
    if (
        number.change
        or number.low <= 0
        or _OF_LAST.search(number.before)
        or "均" in number.before
        or last_words(number.before).startswith("另")
    ):
        return False
    if _OWN_BASE.search(what) or number.kind != mean.kind:
        return False
    if number.unit != mean.unit and not (number.unit in AREAS and mean.unit in AREAS):
        return False
    words = number.before + number.label
    if number.unit == mean.unit == "件" or not what or what in _AMOUNTS:
        return True
    own = what[:-2] if _GENERIC.search(what) else what  # 种植收入 is no part of 务工收入
    return share_a_word(own, words)


def _counts(view: View, number: Number, each: str) -> bool:
    if number.kind != "count" or number.change:
        return False
    if each in _UNITS:
        return number.unit in _UNITS[each] or (number.unit == "个" and each in view.text[number.end : number.end + 6])
    return number.unit == each or (number.unit in _THINGS[each] and each in view.text[number.end : number.end + 5])
