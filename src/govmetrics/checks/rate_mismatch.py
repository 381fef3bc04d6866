"""办结率 p%: a rate that is not the numerator over the denominator beside it."""

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
WHAT: Final = Phrase("比率与分子、分母不符", "a rate that is not the numerator over the denominator")
WHY: Final = Phrase(
    "办结率、合格率、出庭率等＝分子÷分母；同句中任何说得通的分母能算出的都不作判断，满意率、按期办结率等分母不明的也不作判断。",
    "A rate is its numerator over its denominator. Any denominator of the paragraph that fits is accepted; rates with a hidden base, such as satisfaction, are left alone.",
)
BAD: Final = (
    ("全县共有行政执法人员862人，持证率100%，持证上岗826人。", "100%"),
    ("全市126个执法单位中有98个完成平台建设，完成率达到87.8%。", "87.8%"),
    ("应检定强制检定计量器具12500台，实际检定12150台，受检率92.7%。", "92.7%"),
    ("今年高考本科上线率为65.0%，全市3864名考生中有2396人达到本科线。", "65.0%"),
    ("全区辖7个镇、164个村。经过两年建设，已有151个村建成文化中心，覆盖率98.5%。", "98.5%"),
    ("调解成功1862件，成功率92.8%，共受理矛盾纠纷1896件。", "92.8%"),
    ("年度目标任务120件，实际完成132件，完成率120%。", "120%"),
    ("审结各类案件5236件，其中调解撤诉2183件，调撤率47.1%。", "47.1%"),
    ("应出庭187件，实际出庭169件，出庭率100%。", "100%"),
    ("受理投诉20件，办结19件，办结率90%。", "90%"),
    ("审计查出问题148个，截至11月底已整改到位141个，整改率100%。", "100%"),
    ("全县1246名干部参加考试，1709人合格，合格率97.0%。", "97.0%"),
    ("接到举报1840件，上年为1600件；经核查属实1196件，查实率56.0%。", "56.0%"),
    ("抽检620批次，其中不符合规定的8批次，合格率99.7%。", "99.7%"),
    ("全区共有164个社区，已有151个社区建成文化中心，覆盖率98.5%。", "98.5%"),
    ("上年审计查出问题资金3.75亿元，截至10月底已整改到位3.45亿元，资金整改率96%。", "96%"),
    ("受理线索212件，查实53件，属实率45%。", "45%"),
    ("86400名重点人群中签约71712人，签约率为78%。", "78%"),
    ("产品抽检合格率为97.25%，全年共抽检800批次、不合格26批次。", "97.25%"),
)
GOOD: Final = (
    "全县共有行政执法人员862人，持证率100%，持证上岗862人。",
    "抽检农产品862批次，合格率98.6%，合格水产品120批次。",
    "全市126个执法单位中有98个完成平台建设，完成率达到77.8%。",
    "应检定强制检定计量器具12500台，实际检定12150台，受检率97.2%。",
    "今年高考本科上线率为62.0%，全市3864名考生中有2396人达到本科线。",
    "全区辖7个镇、164个村。经过两年建设，已有151个村建成文化中心，覆盖率92.1%。",
    "调解成功1862件，成功率98.2%，共受理矛盾纠纷1896件。",
    "危房改造1286户，超额完成年度任务1200户，完成率107.2%。",
    "行政诉讼应诉48件，行政机关负责人出庭47件，出庭应诉率97.9%。",
    "接到举报1840件，上年为1600件；经核查属实1196件，查实率65.0%。",
    "抽检620批次，其中不符合规定的8批次，合格率98.7%。",
    "排查隐患1024条，其中重大隐患5条，一般隐患1019条，整改1010条，整改率98.6%。",
    "应出庭187件，实际出庭169件，出庭率90.4%。",
    "受理投诉20件，办结19件，办结率95%。",
    "全区共有社区164个，已建成文化中心151个，覆盖率98.5%（部分社区共用）。",
    "年度目标120件，完成132件，优质完成率95%。",
    "调解成功1862件，成功率98.2%，共受理诉前案件2896件。",
    "全区共有社区164个，新建充电桩151个，覆盖率98.5%。",
    "上年审计查出问题资金3.75亿元，截至10月底已整改到位3.45亿元，资金整改率92%。",
    "产品抽检合格率为96.75%，全年共抽检800批次、不合格26批次。",
    "新收申请536件，上年结转28件，审结531件，审结率99.1%。",
    "按期办结率应达到98%以上，全区应办结412件，按期办结396件。",
)


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each rate whose numerator and denominator are known and give another."""
    for one in view.once(ratios):
        if one.kind == "rate":
            found = one.number.text
            yield report(
                one,
                Phrase(
                    f"{found}与分子、分母不符，应为{one.expected}",
                    f"the rate {found} does not follow from its numbers, which give {one.expected}",
                ),
            )
