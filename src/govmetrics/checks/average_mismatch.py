"""村均 q, 人均 q: an average that is not the amount over the number beside it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.model import Count, Money, plain
from govmetrics.patterns import compile_
from govmetrics.relations.dates.months import YEAR, months, timed
from govmetrics.relations.figures import Number, Row, cut, digits, last_words, mistyped, rows, same_but_one, swapped
from govmetrics.relations.sums.breakdowns import breakdowns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govmetrics.view import View

GROUP: Final = "sum"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("平均数与总量、个数不符", "an average that is not the amount over the number beside it")
WHY: Final = Phrase(
    "平均数＝总量÷个数。人均数常按年平均人口计算，日均、月均的天数、月数口径不一，相差不大时不作判断。",
    "An average is the amount over the number. Small differences are left alone: population is often a yearly mean, and days are counted in several ways.",
)
BAD: Final = (
    ("全年受理支付业务52860笔，月均4450笔，退回申请613笔。", "4450笔"),
    ("某局2022年法治政府建设情况报告\n依法征收水资源费3468万元，月均315.3万元，较上年的3212.5万元增长8.0%。", "315.3万元"),
    ("组织巡回宣讲48场，每场参加群众均为150人，累计受众7800人次。", "7800人次"),
    ("民事案件每件补贴2000元，全年办理民事案件315件，支出补贴66万元。", "66万元"),
    ("对12个执法部门开展评查，每个部门随机调取15卷，共评查150卷，反馈问题94条。", "150卷"),
    ("为全县214个村各遴选2名“法律明白人”，总数达482名，参与调解。", "482名"),
    ("1200户小微企业户均减负3.5万元，共计减负4200元。", "4200元"),
    ("全年办理行政处罚案件426件，其中简易程序351件、普通程序75件，比上年的512件下降16.8%；罚款31.95万元，件均705元。", "705元"),
    ("全镇15个村（社区）共有人民调解员75名，平均每村（社区）3名。", "3名"),
    ("开设执法大讲堂，全年举办12期，每期130人参训，累计培训1650人次。", "1650人次"),
    ("全县128所幼儿园共有在园幼儿25600人，园均220人。", "220人"),
    ("发放住房贷款1840笔、金额9.2亿元，笔均46万元。", "46万元"),
    ("作出处罚决定63件。处罚决定中，处罚单位45件、处罚个人18件；罚款218.4万元，平均每件罚款3.74万元。", "3.74万元"),
    ("公园绿地面积1528.8公顷，按城区人口117.6万人计，每人拥有15.0平方米。", "15.0平方米"),
    ("园区缴纳税收11.52亿元，增收0.63亿元。以用地面积6400亩测算，亩均税收28万元。", "28万元"),
    ("公交车辆1260辆，其中新能源车1134辆；全年客运量5670万人次，平均每辆车运送5.4万人次。", "5.4万人次"),
    ("在校生18.36万人，专任教师1.275万人，平均每名教师负担学生16.4人。", "16.4人"),
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
    ("2024年1—11月办结2200件，月均183件。", "183件"),
    ("全年新收投诉12638件；按全年366天计算日均34.5件，月均1153件。", "1153件"),
    ("2024年上半年办结1200件，月均100件。", "100件"),
    ("2024年前三季度办结1800件，月均150件。", "150件"),
)
GOOD: Final = (
    "对12个执法部门开展评查，每个部门随机调取15卷，共评查180卷，反馈问题94条。",
    "对12个执法部门开展评查，每个部门至少调取15卷，共评查210卷。",
    "办理援助案件568件，挽回损失1022万元，其中民事案件402件、平均每件2.4万元。",
    "全区现有行政执法单位37个，其中街道执法人员198名，平均每个街道22名。",
    "配备社区民警86名、辅警172名，平均每名社区民警配备辅警2名。",
    "养老机构入住老人1560人，护理人员260名，平均每名护理员照护6名老人。",
    "全年调解纠纷4620件，其中专职调解员120名，人均调解30件，其余由兼职调解员调解。",
    "大厅午间值守窗口办件日均25件，月均8600件，全年办件10.32万件。",
    "全镇15个村（社区）共有人民调解员75名，平均每村（社区）5名。",
    "开设执法大讲堂，全年举办12期，每期130人参训，累计培训1560人次。",
    "开设执法大讲堂，全年举办12期，每期约130人参训，累计培训1650人次。",
    "全县128所幼儿园共有在园幼儿25600人，园均200人。",
    "作出处罚决定63件。处罚决定中，处罚单位45件、处罚个人18件；罚款218.4万元，平均每件罚款3.47万元。",
    "公园绿地面积1528.8公顷，按城区人口117.6万人计，每人拥有13.0平方米。",
    "园区缴纳税收11.52亿元，增收0.63亿元。以用地面积6400亩测算，亩均税收18万元。",
    "公交车辆1260辆，其中新能源车1134辆；全年客运量5670万人次，平均每辆车运送4.5万人次。",
    "在校生18.36万人，专任教师1.275万人，平均每名教师负担学生14.4人。",
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
    "2024年1—11月办结2200件，月均200件。",
    "2024年前八个月新登记企业1600户，月均200户。",
    "2024年1至2月办理案件300件，月均150件；3至12月办理案件2000件，月均200件。",
    "2024年国庆假期，全市接待游客140万人次，日均20万人次。",
    "2022年至2024年办结案件3600件，月均100件。",
    "全村农户600户，流转土地收入960万元，户均流转收入3200元。",
    "农户1500户全年务工收入4500万元，户均3万元；户均种植收入8000元。",
    "带动脱贫户200户，发放产业奖补60万元，其中养殖户户均5000元。",
    "全院30名法官，全年结案2400件，其中刑事案件600件，人均结案80件。",
    "办理时限压缩到5天，全年受理申请7300件，日均20件。",
    "全年新收投诉12638件；按全年366天计算日均34.5件，月均1053件。",
    "工作日日均受理49.2件，月均1030件。",
    "农贸市场每周开市3天，全年接待顾客31.2万人次，日均2000人次。",
)

_MEAN = compile_(
    r"(?P<lead>(?:按常住人口计算|折合|相当于|合)?[\u4e00-\u9fff]{0,5}?)(?:(?P<each>人|户|村|镇|社区|校|家|件|案|日|天|月|车|场|亩|笔|宗|台|园|厂|店|所|站|社|院)均|平均每(?:一?个?|一)?(?P<per>人|户|村|镇|社区|校|家|件|案|天|日|月|场|次|亩|名|位|期|班|批|所|站|车|台|项|宗|起|个|辆|座|条|艘|公里)|每(?P<led>人|户|亩|家)(?:拥有|占有|承担|负担)?(?=约?$)|每(?P<one>个|家|所|户|村|名|场|期|件|台|站)[^,。;\d]{0,8}?平均)"
    r"(?P<what>[\u4e00-\u9fff]{0,12}?)(?:约|为|达到?|近|仅)*"
)
_EACH_OF = compile_("[,、(]每([期场次批班户人件所家个亩])(?:[^,。;\\d]{0,6}均为|培训|发放|补助|补贴|参训|安排|投入|奖励|参加)?")
_FROM_EACH = compile_(
    "(?:[,、]?(?:从|对)?每(?:个|名|家|所|户|村|镇|人|个部门|个单位)[^,。;\\d]{0,12}|^[^,。;\\d、]{0,14}各[^,。;\\d]{0,8}|^[^,。;\\d、]{0,10}[户人]均[^,。;\\d]{0,6}|每人[^,。;\\d]{0,6})$"
)
_PRICE = compile_("每(?P<unit>[件人户名场亩次])(?P<what>补贴|补助|奖励|资助)$")
_PAID = compile_("[,、](?:共|累计|合计)?(?:支出|发放|兑现|落实|拨付|支付)(?:案件)?(?P<what>补贴|补助|奖励|资助)(?:金|资金|款)?(?:共|合计)?")
_EACH_WORDS = ("每", "各", "均")
_IN_TOTAL = compile_("[^。;\\d]{0,12}[,、](?:[^,。;\\d]{0,8})(?:共计?|总数|总量|合计|累计|总计)(?:达|为|[^,。;\\d]{0,6})")
_MORE_OF_THEM = compile_("[,(](?:其中)?(?:含|包括|另)")
_AT_LEAST = compile_("至少|不少于|不低于|约|以上|左右|[至—~-]\\d")
_EVERY = compile_("每[周月年季天日]$")
_IN_ALL = compile_("(?:参[训加会])?[,、)]*(?:累计|共计?|合计|总计)(?:[\u4e00-\u9fff]{0,6})")
_PERSONS = frozenset(["人", "名", "人次"])
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
_AREAS = {"公顷": Decimal(10000), "平方公里": Decimal(10) ** 6, "平方千米": Decimal(10) ** 6, "亩": Decimal(2000) / 3, "平方米": Decimal(1)}
_OWN_BASE = compile_("居民|可支配|纯收入|人均收入|^收入|工资|消费|存款|寿命|学历|年龄|受教育")
_HANDED = compile_(
    "^(?:共|可|已)?(?:领取|领到|获得|获补|得到|分得|分到|享受|兑现|发放|分红|派发|受理|办理|办结|接待|接听|处理|审结|结案|登记|服务)$"
)
"""What is told of each member of a number is told of the sum under another verb: 兑付补贴 a 元,户均领取 b 元."""
_ALL_OF_THEM = compile_("(?:合计|总计|共计)[\u4e00-\u9fff]{0,6}$")
_SOME = compile_("其中|最[高低多少]|每月")
_GENERIC = compile_("[\u4e00-\u9fff]{2}(?:收入|支出|费用|产值|补贴|投入|贷款|面积|资金|产量)$")
_TAKE_PART = compile_("涉及|惠及|受益|参与|参加|参保|入股|享受|领取|签约|流转|服务|救助|补助|补贴|资助|为|向|对|给|选聘|聘用|发放")
_NO_SPAN = compile_("每|时限|时长|用时|耗时|时间|周期|缩短|压缩|提速|提前|减少|均|最[快短长慢]|办结|办理|不超过")
_AMOUNTS = ("标的", "费用", "接听", "受理", "办理")
_OF_THE_SPAN = compile_("[前后]$|最后$")
_BY = compile_("(?:计算?|测算|核算|折算),")
_BOUNDED = compile_("[\u4e00-\u9fff]{0,4}以[上下]")
_EACH = tuple(f"每{each}{verb}" for each in "人户亩家" for verb in ("", "拥有", "占有", "承担", "负担"))
_KEPT = 6
"""Numbers of the sentence before that may be what is parted."""
_DAYS = tuple(Decimal(days) for days in (365, 366, 360, 250, 248, 252))
_MOST = 24
_OF_YEAR = compile_("20\\d\\d年$")
_NEXT = 8
_BY_ANOTHER = compile_("(?:1|一)月?(?:至|到|—|-)(?:11|十一)月|截[至止](?:11|十一)月|11月底|以来|上线|启用|开通|成立|挂牌")
_HUNDRED = Decimal(100)
_NEAR_YEAR = (Decimal(11), Decimal(13))
_FAR = 300
"""Characters before an amount that may say of what time it is."""
_FAR_OFF = Decimal(12)
_BY_OTHERS = compile_("[^,。;]{0,8},其余")
_GUESTS = compile_("[^。;]{0,10}(?:旁听|超出|列席|加开)|[^,。;]{0,6},有\\d")
_PARTLY = compile_("其中|^、|^和|比[^,。]{0,4}年|上年|去年|较")
_DAILY = compile_("(?:^|[,;、。(\n]|计算)日均$")
_LONGEST_MONTH = Decimal(31)
_CLOSE = Decimal("0.02")
_LOOSE = Decimal("0.08")


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each average whose amount and number stand before it in the sentence and give another."""
    if "均" not in view.text and "每" not in view.text and "各" not in view.text:
        return
    before: list[Number] = []
    yield from _products(view)
    yield from _by_year(view)
    for row in rows(view):
        for at, number in enumerate(row):
            said = "均" in number.before or number.before.endswith(_EACH)
            if said and number.kind in ("count", "money") and not number.change and at:
                judged = list(_average(view, row, at, before[-_KEPT:]))
                yield from judged or _by_day_and_month(row[at - 1], number)
        before = row


def _by_year(view: View) -> Iterator[Problem | Judgement]:
    """五年累计 w 件,其中2020年 a 件、2021年 b 件 …,年均 p 件: the mean of years that are all told."""
    for one in view.once(breakdowns):
        if one.total.low != sum((part.low for part in one.parts), Decimal(0)) or not all(
            _OF_YEAR.search(part.before) for part in one.parts
        ):
            continue
        last = one.parts[-1]
        at = next(iter(view.between(last.end, last.end + _NEXT)), None)
        metric = view.metrics[at] if at is not None else None
        if at is None or not isinstance(metric, (Count, Money)) or metric.unit != last.unit or metric.change:
            continue
        start, end = view.starts[at], view.ends[at]
        mean = Number(metric, start, end, view.text[last.end : start], view.text[start:end])
        if mean.exact and mean.before in (",年均", "、年均"):
            yield from _judge(mean, one.total, None, (Decimal(len(one.parts)),), _CLOSE)


def _products(view: View) -> Iterator[Problem | Judgement]:
    """举办 n 期,每期 q 人,累计培训 w 人次: so many times so many."""
    for row in rows(view, 3):
        for times, each, total in zip(row, row[1:], row[2:], strict=False):
            if _PRICE.search(last_words(times.before)):
                yield from _priced(times, each, total)
            if not any(word in each.before for word in _EACH_WORDS):
                continue
            if _FROM_EACH.search(each.before):
                yield from _from_each(view, times, each, total)
                continue
            said = _EACH_OF.fullmatch(each.before)
            if not said or _EVERY.search(times.before) or times.unit != said.group(1) or each.change or not _IN_ALL.fullmatch(total.before):
                continue
            alike_ = each.kind == total.kind and (each.unit == total.unit or {each.unit, total.unit} <= _PERSONS)
            others = view.text.startswith(("(", ",其中含", ",含", ",包括"), total.end) or _GUESTS.match(view.text, total.end)
            if others or not alike_ or not (times.exact and each.exact and total.exact):
                continue
            roles = Phrase("次数", "times"), Phrase("每次", "each time")
            yield _times(times, each, total, roles, Phrase(f"每{times.unit}", "of"))


def _priced(price: Number, times: Number, total: Number) -> Iterator[Problem | Judgement]:
    """每件补贴 q 元,办理案件 n 件,支出补贴 w 元"""
    per = _PRICE.search(last_words(price.before))
    if per is None or price.kind != "money" or total.kind != "money" or times.unit != per["unit"]:
        return
    paid = _PAID.fullmatch(total.before)
    if paid is None or paid["what"] != per["what"] or not (price.exact and times.exact and total.exact) or times.change:
        return
    judged = _times(times, price, total, (Phrase("个数", "number"), Phrase("每个", "each")), Phrase(f"每{times.unit}", "of"))
    if isinstance(judged, Judgement) or same_but_one(total.text, total.rewritten(times.low * price.low)):
        yield judged


def _from_each(view: View, times: Number, each: Number, total: Number) -> Iterator[Problem | Judgement]:
    """对 n 个部门,每个部门抽取 q 卷,共评查 w 卷; 为 n 个村各遴选 q 名,总数达 w 名."""
    alike_ = each.kind == total.kind and (each.unit == total.unit or {each.unit, total.unit} <= _PERSONS)
    whole = _IN_TOTAL.fullmatch(total.before) and not _MORE_OF_THEM.match(view.text, total.end)
    if not alike_ or not whole or _AT_LEAST.search(each.before) or _AT_LEAST.match(view.text, each.end):
        return
    if times.kind != "count" or times.change or times.low <= 1 or not (times.exact and each.exact and total.exact):
        return
    judged = _times(times, each, total, (Phrase("个数", "number"), Phrase("每个", "each")), Phrase("每个", "with"))
    said, right = plain(total.low), plain(times.low * each.low)
    if isinstance(judged, Judgement) or mistyped(said, right) or swapped(said, right) or _is_rescaled(total, times.low * each.low):
        yield judged


def _is_rescaled(total: Number, value: Decimal) -> bool:
    """Whether a total is right but for 万 or 亿."""
    return value in (total.low * 10**4, total.low * 10**8)


def _times(times: Number, each: Number, total: Number, roles: tuple[Phrase, Phrase], per: Phrase) -> Problem | Judgement:
    """What `times` numbers of `each` say of their total; `per` ties the two in the message."""
    value = times.low * each.low
    arithmetic = f"{times.face}×{each.face}={total.rewritten(value).removesuffix(total.unit)}"
    related = (Related(times.span, roles[0]), Related(each.span, roles[1]))
    if cut(total).meets(cut(each).times(times.low)):
        return Judgement(status="holds", span=total.span, related=related, arithmetic=arithmetic)
    return Problem(
        span=total.span,
        message=Phrase(
            f"{times.text}、{per.zh}{each.text}，共{total.rewritten(value)}，不是{total.text}",
            f"{times.text} {per.en} {each.text} each make {total.rewritten(value)}, not {total.text}",
        ),
        related=related,
        expected=total.rewritten(value),
        found=total.text,
        arithmetic=f"{arithmetic}≠{total.face}",
    )


def _by_day_and_month(day: Number, month: Number) -> Iterator[Problem]:
    """日均 a,月均 b: no month has less than 20 days that count, or more than 31."""
    if day.unit != month.unit or day.change or not (day.exact and month.exact) or not day.low:
        return
    if not _DAILY.search(day.before) or month.before not in (",月均", "、月均"):
        return
    value = cut(day).times(_LONGEST_MONTH)
    if month.low > value.high:
        yield Problem(
            span=month.span,
            message=Phrase(
                f"月均{month.text}超过日均{day.text}的31倍",
                f"{month.text} a month is more than 31 times {day.text} a day",
            ),
            related=(Related(day.span, Phrase("日均", "by day")),),
            found=month.text,
            arithmetic=f"{month.face}>{day.face}×31",
        )


def _average(view: View, row: Row, at: int, before: Sequence[Number]) -> Iterator[Problem | Judgement]:
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
    handed = len(plain) == 1 and not _SOME.search(mean.before) and _HANDED.search(what) is not None
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
        judged += _over_time(view, row, mean, total, each) if each in "日天月" else _over_things(view, mean, total, near, each, what)
    # Of several amounts, any may be meant, and none that does not fit need be.
    yield from [one for one in judged if isinstance(one, Judgement)][:1] or (judged[:1] if len(totals) == 1 else ())


def _is_of(view: View, number: Number, what: str) -> bool:
    """Whether a number counts what `what` begins with: 专任教师 b 人 or b 个乡镇."""
    if len(what) <= 1:
        return False
    words = last_words(number.before)
    return view.text.startswith(what[:2], number.end) or any(words.endswith(what[:size]) for size in (2, 3, 4))


def _over_time(view: View, row: Row, mean: Number, total: Number, each: str) -> Iterator[Problem | Judgement]:
    """Judge an average by day or month against the days that are stated, or the months of the time that is named."""
    spans = (number for number in reversed(row) if number.end <= mean.start and number.unit == "天" and not _NO_SPAN.search(number.before))
    stated = next(spans, None) if each != "月" else None
    if stated is not None:
        if stated.exact and stated.low > 1 and not (stated.start > total.end and _OF_THE_SPAN.search(stated.before)):
            yield from _judge(mean, total, stated, (stated.low,), _CLOSE)
        return
    if _SOME.search(mean.before):
        return
    behind = view.text[total.end : mean.start - len(last_words(mean.before))]
    count = 0 if timed(behind) else months(view.text[max(row.start, total.end - _FAR) : total.end])
    if count == YEAR and each != "月":
        yield from _judge(mean, total, None, _DAYS, _CLOSE)
    elif not count and each == "月" and not view.of_text(_by_another) and _by_eleven(view, total, mean):
        yield from _judge(mean, total, None, (Decimal(YEAR),), _CLOSE)
    elif count > 1 and each == "月":
        yield from _judge(mean, total, None, (Decimal(count),), _CLOSE)


def _by_another(view: View) -> bool:
    """Whether a report speaks of another time than the year."""
    return _BY_ANOTHER.search(view.text) is not None


def _by_eleven(view: View, total: Number, mean: Number) -> bool:
    """Whether a mean by month is that of eleven or thirteen months in a report of a year that tells of no such time."""
    if view.document.review is None or timed(total.before[-_FAR:]) or cut(mean).meets(cut(total).times(1 / Decimal(YEAR))):
        return False
    if swapped(plain(mean.low), mean.rewritten(total.low / YEAR).removesuffix(mean.unit)) and mean.low >= _HUNDRED:
        return True
    return any(abs(total.low / months_ - mean.low) <= mean.step / 2 + Decimal("0.5") * (not mean.step) for months_ in _NEAR_YEAR)


def _over_things(view: View, mean: Number, total: Number, near: list[Number], each: str, what: str) -> Iterator[Problem | Judgement]:
    """Judge an average by member against the only number of them."""
    if _SOME.search(mean.before) or _BY_OTHERS.match(view.text, mean.end):
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
            yield from _judge(mean, total, whole[0], (whole[0].low,), _CLOSE)
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
        yield from _judge(mean, total, numbers[0], (numbers[0].low,), _LOOSE if population else _CLOSE)


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
    if number.change or number.low <= 0 or "均" in number.before or last_words(number.before).startswith("另"):
        return False
    if _OWN_BASE.search(what) or number.kind != mean.kind:
        return False
    if number.unit != mean.unit and not (number.unit in _AREAS and mean.unit in _AREAS):
        return False
    words = number.before + number.label
    if number.unit == mean.unit == "件" or not what or what in _AMOUNTS:
        return True
    own = what[:-2] if _GENERIC.search(what) else what  # 种植收入 is no part of 务工收入
    return any(own[i : i + 2] in words for i in range(len(own) - 1))


def _counts(view: View, number: Number, each: str) -> bool:
    if number.kind != "count" or number.change:
        return False
    if each in _UNITS:
        return number.unit in _UNITS[each] or (number.unit == "个" and each in view.text[number.end : number.end + 6])
    return number.unit == each or (number.unit in _THINGS[each] and each in view.text[number.end : number.end + 5])


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
    if (
        len(counts) == 1
        and mean.low >= _HUNDRED
        and total.exact
        and swapped(plain(mean.low), mean.rewritten(value).removesuffix(mean.unit))
    ):
        fitting = None  # 52860笔, 月均4450笔 for 4405
    below = number.face if number is not None else digits(count)
    arithmetic = f"{total.face}÷{below}={mean.rewritten(value).removesuffix(mean.unit)}"
    related = [Related(total.span, Phrase("总量", "amount"))]
    if number is not None:
        related.append(Related(number.span, Phrase("个数", "number")))
    if fitting:
        yield Judgement(status="holds", span=mean.span, related=tuple(related), arithmetic=arithmetic)
        return
    expected = mean.rewritten(value)
    if not mean.low / _FAR_OFF < value < mean.low * _FAR_OFF:
        return  # not even a decimal point makes that of it: it is an average of something else
    if expected == mean.text or (mean.step == 0 and abs(value - mean.low) < 1):
        yield Judgement(status="holds", span=mean.span, related=tuple(related), arithmetic=arithmetic)
        return
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
