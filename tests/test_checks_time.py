"""The checks of figures take time in proportion to the text, be it one sentence that never ends."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from govmetrics.analyse import analyse, review

SHORT, LONG = 5_000, 20_000
LEAST = 0.05
"""Seconds below which a measurement says nothing of growth."""


def repeated(unit: str, head: str = "", tail: str = "") -> Callable[[int], str]:
    return lambda size: head + unit * (size // len(unit)) + tail


TEXTS: dict[str, Callable[[int], str]] = {
    "counts before shares": lambda size: "甲5件，" * (size // 8) + "。" + "占5%，乙3件，" * (size // 16),
    "shares of all there are": repeated("已有19个村建成，占全乡村总数的86.2%。"),
    "wholes with exchanged digits": repeated("检查74次，其中甲29次、乙18次。"),
    "increases above their level": repeated("甲5件，比上年增加31件；"),
    "counts of what stands before": repeated("一是甲；二是乙。以上三个方面问题。"),
    "numbers pointed back to": repeated("办结案件347件。全年办结的374件案件中，"),
    "officers and their names": repeated("局长沈牧远主持会议。副市长沈远牧到会。"),
    "rows by spaces": repeated("甲镇 12 15 27\n"),
    "text beside rows": repeated("立案32件。\n", "立案（件） 23\n巡查（次） 46\n"),
    "shares in words": repeated("其中甲52场，接近九成，"),
    "sums by verb": repeated("甲受理5件、调成6件，两家合计受理9件、调成8件，"),
    "what was carried over is added": repeated("加上上年结转的6件，审结71件，未结7件。"),
    "growth of this year's level": repeated("受理9384件，增加1204件，增长12.8%，"),
    "months and their means": repeated("1月至2月发5件，月均5件，"),
    "sums and verbs": repeated("5起、6起，共计查处"),
    "parts": repeated("其中甲5件，乙6件；"),
    "changes": repeated("由5件增至6件，年均增长5%，"),
    "places that act": repeated("安远县把事；", "清河县2024年工作报告\n清河县依法行政。\n"),
    "declared counts of items": repeated("以下四项工作：一是甲；二是乙。\n"),
    "lines with a name and a count": repeated("甲乙：5人\n"),
    "ratios of incomes": repeated("城镇居民人均可支配收入5元，农村居民人均可支配收入3元，城乡收入比为2.5。"),
    "numbers of years": repeated("3年"),
    "stocks": repeated("年初在册5人，新增5人，核减5人，年末在册5人，"),
    "references to annexes": repeated("见附件1。", tail="\n附件：1.甲乙丙丁\n"),
    "requests": repeated("收到政府信息公开申请5件，", "某县2024年政府信息公开工作年度报告\n"),
    "above": repeated("上述5件"),
    "what is counted behind its number": repeated("全年办结行政处罚案件52件，全年办结的65件行政处罚案件均公示，"),
    "all of a thing": repeated("全县14个司法所，全县13个司法所均达标，"),
    "villages": repeated("全县268个村（社区）全部达标，每村（社区）7名配备119名，", "辖14个村、3个社区。\n"),
    "rates of one ending": repeated("食品抽检合格率95.6%，合格率96.5%，"),
    "amounts of one face": repeated("罚款1326.8万元。\n罚款1326.8亿元。\n"),
    "outcomes": repeated("审结9件，维持2件、驳回3件、终止2件、撤销2件，"),
    "trends": repeated("2022年至2024年分别为5件、6件、7件，逐年上升，"),
    "so many times so many": repeated("举办5期，每期6人，共30人次，"),
    "rows of a table": repeated("甲\t5\n", "类别\t件数\n", "合计\t5\n"),
    "found and put right": repeated("发现问题5处，整改6处，"),
    "wishes for a place": repeated("为甲乙县高质量发展作贡献，为法治丙丁建设作贡献，", "清河县2024年工作报告\n"),
    "plans": repeated("力争2024年12月底前完成，", "某县2024年工作报告\n一、下一步工作计划\n"),
    "several flows": repeated("年初在册9人，新接收3人，解除2人，迁出1人，年末在册9人，"),
    "opposites": repeated("问卷9人，满意的8人，不满意的2人，"),
    "surpluses": repeated("收入9亿元，支出8亿元，当年结余2亿元，"),
    "names of an office": repeated("局长沈牧远主持，局长沈远牧主持，"),
    "growth in a table": repeated("甲\t9\t8\t5%\n", "指标\t2024年\t2023年\t同比\n"),
    "exchanged digits": repeated("办理案件132件。\n", "某县2024年工作报告\n办理案件123件，办理案件132件。\n一、主要工作\n"),
    "the same words": repeated("召开政府常务会议9次，召开政府常务会议8次，\n", "某县2024年工作报告\n召开政府常务会议7次\n一、主要工作\n"),
    "last year's numbers": repeated("查处违法案件12件，比上年的15件下降，", "某县2024年工作报告\n查处违法案件15件。\n一、主要工作\n"),
    "lists of years": repeated("2019年5件、2020年6件，两年累计12件，"),
    "wholes side by side": repeated("供地9宗，价款8亿元，其中甲5宗、4亿元，乙4宗、3亿元，"),
    "towns": repeated("辖9个镇、3个街道，13个镇（街道）全部建成，"),
    "due and done": repeated("应出庭5件，实际出庭6件，"),
    "all that were won": repeated("9件全部胜诉，败诉1件，"),
    "names that are listed": repeated("石桥村、柳塘村、大岭村、"),
    "names with a number": repeated("甲镇、乙镇、丙镇2个乡镇，"),
    "days of the year": repeated("以第十二个国家宪法日为契机，", "某局2024年法治政府建设情况报告\n一、工作\n"),
    "so many from each": repeated("对9个部门，每个部门抽取5卷，共评查54卷，"),
    "what is reviewed": repeated("市级行政许可事项清单86项。\n", "某局2024年工作报告\n市级行政许可事项清单83项\n一、存在问题\n"),
    "not yet done": repeated("事项9项，首批承接3项、第二批承接2项，尚未承接5项，"),
    "answers": repeated("新收9件，上年结转1件，予以公开3件，部分公开2件，不予公开1件，无法提供1件，结转下年1件，"),
    "shares of parts together": repeated("甲3件、乙4件、丙2件，合计占全部9件的90%，"),
    "streets but for a character": repeated("石榴湖街道办理案件。", "石榴湾街道办事处2024年法治政府建设情况报告\n石榴湾街道。\n"),
    "predicates and shares": repeated("126个村中98个建成示范村，占77.8%，"),
}


@pytest.mark.parametrize("make", TEXTS.values(), ids=TEXTS.keys())
def test_four_times_the_text_takes_about_four_times_the_time(make: Callable[[int], str]) -> None:
    def spent(size: int) -> float:
        analysis = analyse(make(size))
        start = time.process_time()
        review(analysis)
        return time.process_time() - start

    spent(100)
    limit = 9 * max(spent(SHORT), LEAST)
    assert min(spent(LONG) for _ in range(2)) < limit
