"""占 p%: a share that is not the part over the whole beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem
from govmetrics.relations.shares.ratio import report
from govmetrics.relations.shares.ratios import ratios

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "share"
SEVERITY: Final = "error"
WHAT: Final = Phrase("占比与分项、总数不符", "a share that is not the part over the whole")
WHY: Final = Phrase(
    "占比＝分项÷总数，按印出的位数四舍五入或去尾都应相符；分母没有写明时，凡能用本段某个总数算出的都不作判断。",
    "A share is the part over the whole, rounded or cut off. Where the whole is not named, any number of the paragraph that fits is accepted.",
)
BAD: Final = (
    ("平台接收投诉举报由1.21万件上升到1.36万件，其中投诉9360件、举报4240件。网络交易类投诉2184件，占投诉总量的32.3%。", "32.3%"),
    ("全区共收到公开申请245件，同比略降。从申请人类别看，自然人提出申请218件，占98.0%，其余为组织。", "98.0%"),
    ("全年处置线索824件，立案316件，处分287人。从处置主体看，乡镇组织处置线索371件，占处置总数的54%。", "54%"),
    ("全部862件投诉中，物业类占33.3%，为278件。", "33.3%"),
    ("登记来信来访3286件次，其中城乡建设类1127件次，占比为43.3%。", "43.3%"),
    ("受理案件18.46万件，审结17.02万件；其中民商事案件审结10.93万件，占审结总数的59.2%。", "59.2%"),
    ("公安类42件，占全部151件的37.81%。", "37.81%"),
    ("本年支出1200万元，主要用于：教育支出600万元，占50%；\n卫生支出240万元，占20%；\n住房保障支出360万元，占33%。", "33%"),
    ("一审案件收案340件，以公安机关为被告的85件，占五分之一。", "五分之一"),
    ("走访企业五百家，认为提速明显的有四百三十家，占受访企业的百分之八十三。", "百分之八十三"),
    ("依申请事项1632项，可全程网办1718项，占93.0%。", "93.0%"),
    ("实现营业收入46.2亿元，其中软件业17.1亿元，比重为31.0%。", "31.0%"),
    ("收到来信7812件、来访4788件，分别占总量12600件的62.0%和48.0%。", "48.0%"),
    ("男150人、女60人，分别占75%、25%。", "75%"),
    ("全区干部200人，其中男150人、女50人，分别占75%、35%。", "35%"),
)
GOOD: Final = (
    "平台接收投诉举报由1.21万件上升到1.36万件，其中投诉9360件、举报4240件。网络交易类投诉2184件，占投诉总量的23.3%。",
    "全区共收到公开申请245件，同比略降。从申请人类别看，自然人提出申请218件，占89.0%，其余为组织。",
    "全年处置线索824件，立案316件，处分287人。从处置主体看，乡镇组织处置线索371件，占处置总数的45%。",
    "全部862件投诉中，物业类占33.3%，为287件。",
    "全县16个乡镇中有15个建成标准化司法所，占93.8%。",
    "全年受理诉求4200件，其中物业类630件，占有效诉求的16.2%。",
    "一审案件收案340件，以公安机关为被告的85件，占四分之一。",
    "登记来信来访3286件次，其中城乡建设类1127件次，占比为34.3%。",
    "受理案件18.46万件，审结17.02万件；其中民商事案件审结10.93万件，占审结总数的64.2%。",
    "公安类42件，占全部151件的27.81%。",
    "办理工单3.2万件，其中环保类0.4万件，占13.6%。",
    "本年支出1200万元，主要用于：教育支出600万元，占50%；\n卫生支出240万元，占20%；\n住房保障支出360万元，占30%。",
    "收到来信7812件、来访4788件，分别占总量12600件的62.0%和38.0%。",
    "接待来访2640人次，其中重复上访的512人，占来访总人数的31.4%。",
    "男150人、女50人，分别占75%、25%。",
    "全年信访总量中，来信120件、来访180件，占比分别为40%、60%。",
    "全区干部500人，其中男150人、女50人，分别占75%、25%。",
    "国有企业15家、民营企业45家，产值分别占40%、60%。",
)


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each share whose whole is known and gives another."""
    for one in view.once(ratios):
        if one.kind == "share":
            found = one.number.text
            yield report(
                one,
                Phrase(
                    f"占比{found}与分项、总数不符，应为{one.expected}",
                    f"the share {found} does not follow from part and whole, which give {one.expected}",
                ),
            )
