"""合计, 男 a、女 b, …及其他 c: parts that must make up the whole and do not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem
from govmetrics.relations.summing import report, summed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "sum"
SEVERITY: Final = "error"
WHAT: Final = Phrase("分项之和不等于总数", "parts that must make up the whole and do not")
WHY: Final = Phrase(
    "合计、共计、两类、男女、“及其他”等列全的分项，其和应等于总数（允许印出位数的舍入误差）。“其中”只是举例时不作要求。",
    "Parts that are all there are (合计, 男/女, 及其他 …) add up to the whole, within the places printed. 其中 alone gives examples and is not held to it.",
)
BAD: Final = (
    ("登记来信120件、来访85件、网信310件，三项合计505件。", "505件"),
    ("持证执法人员2914人，其中男性2006人、女性980人。", "980人"),
    ("受理诉求36.84万件，包括直接答复25.12万件、派单办理11.27万件两类。", "36.84万件"),
    ("审结案件120件，其中维持70件、撤销20件、驳回15件、终止及其他10件。", "120件"),
    ("收到申请968件，受理851件，余下177件另行处理。", "968件"),
    ("零售总额214.7亿元。按经营地分，城镇153.2亿元，乡村61.5亿元；按消费形态分，商品零售198.4亿元，餐饮收入25.3亿元。", "198.4亿元"),
    ("上半年新增泊位1350个，下半年新增1870个，全年共新增3120个。", "3120个"),
    ("夏粮产量14.82万吨，早稻产量6.35万吨，秋粮产量31.47万吨，粮食总产量52.46万吨。", "52.46万吨"),
    ("抽调民警120人、城管队员85人、监管人员60人，组成255人的执法队伍。", "255人"),
    ("送戏下乡240场、放映电影1836场、举办展览34场，合计开展活动2210场。", "2210场"),
    ("下拨救灾款860万元，分别用于房屋重建540万元、生产恢复210万元、冬春救助140万元。", "860万元"),
    ("登记市场主体18.6万户，企业5.2万户、个体工商户13.7万户、农民专业合作社0.3万户。", "18.6万户"),
    ("设综合窗口18个，税务、公安等专业窗口26个，代办窗口5个，窗口总数达46个。", "46个"),
    ("承接工单3350件，其中直接答复1280件、派转村社2060件。", "3350件"),
    ("现有学校214所，具体为幼儿园96所、小学78所、初中42所。", "214所"),
)
GOOD: Final = (
    "查处酒驾120起、超员36起、超速560起，共计查处各类交通违法3200起。",
    "受理劳动争议560件，调解320件，裁决200件，结案共计545件，其中含上年结转15件。",
    "上半年新增泊位1350个，下半年新增1870个，全年共新增3220个。",
    "抽调民警120人、城管队员85人、监管人员60人，组成265人的执法队伍。",
    "登记来信120件、来访85件、网信310件，三项合计515件。",
    "持证执法人员2914人，其中男性2006人、女性908人。",
    "审结案件120件，其中维持70件、撤销20件。",
    "第一产业增加值62.1亿元，第二产业402.9亿元，第三产业453.7亿元，合计918.6亿元。",
    "收到申请968件，受理851件，余下117件另行处理。",
    "零售总额214.7亿元。按经营地分，城镇153.2亿元，乡村61.5亿元；按消费形态分，商品零售189.4亿元，餐饮收入25.3亿元。",
    "零售总额214.7亿元，增长3%。按经营地分，城镇153.2亿元，乡村61.5亿元。按行业分，批发业180.1亿元，住宿业34.6亿元。",
    "下拨救灾款860万元，分别用于房屋重建540万元、生产恢复210万元、冬春救助110万元。",
    "用电量28.6亿千瓦时，一产0.5亿千瓦时、二产18.9亿千瓦时、三产4.2亿千瓦时、居民生活5.0亿千瓦时。",
    "一般债券12亿元，专项债券25亿元，再融资债券8亿元，合计争取37亿元。",
)


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each enumeration that is complete and does not add up."""
    for one in view.once(summed):
        if one.kind == "sum":
            whole = one.one.total.text
            sum_ = one.one.total.rewritten(one.total)
            message = Phrase(f"分项之和为{sum_}，与总数{whole}不符", f"the parts add up to {sum_}, not to {whole}")
            yield report(one, message)
