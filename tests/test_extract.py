"""What a record holds besides its figure: place, rule, section, period and label."""

from __future__ import annotations

from decimal import Decimal

import pytest

from govmetrics import AnyMetric, extract, parse, rulebook
from govmetrics.label import LONGEST
from govmetrics.model import Count, Date, Money, Multiple, Percent, Points, Rank


def only(text: str) -> AnyMetric:
    (metric,) = extract(parse(text))
    return metric


def test_nothing_is_found_in_nothing() -> None:
    assert extract(parse("")) == ()
    assert extract(parse("没有数字的一段话。")) == ()


def test_every_kind_has_its_type() -> None:
    metrics = extract(parse("2024年，受理18件，投入2亿元，增长5%、3个百分点，为上年的1.5倍，居全省第2位。"))
    assert [type(metric) for metric in metrics] == [Date, Count, Money, Percent, Points, Multiple, Rank]
    assert [metric.rule for metric in metrics] == ["date-year", "count", "money", "percent", "points", "multiple", "rank"]
    assert all(metric.indicator is None for metric in metrics)


def test_a_number_keeps_its_written_precision() -> None:
    written = {"受理1.2万件": "1.2E+4", "受理12000件": "12000", "占比8.50%": "8.50", "投入2.0亿元": "2.0E+8", "受理三千五百件": "3.5E+3"}
    for text, number in written.items():
        metric = only(text)
        assert isinstance(metric, Count | Percent | Money)
        assert metric.low is metric.high
        assert metric.low.as_tuple() == Decimal(number).as_tuple()


def test_a_range_has_two_ends_and_one_value_text() -> None:
    metric = only("抽查3—5件")
    assert isinstance(metric, Count)
    assert (metric.low, metric.high, metric.value) == (Decimal(3), Decimal(5), "3/5")


def test_the_precision_of_a_date() -> None:
    texts = {
        "2024年8月29日": "day",
        "2024年8月": "month",
        "2024年二季度": "quarter",
        "2024年下半年": "half",
        "2024年": "year",
        "20世纪80年代": "decade",
    }
    for text, precision in texts.items():
        metric = only(text)
        assert isinstance(metric, Date)
        assert metric.precision == precision


def test_a_metric_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        only("受理18件").label = "别的"  # type: ignore[misc]  # what the test is about


def test_the_rule_book_can_be_handed_in() -> None:
    book = rulebook.load()
    assert extract(parse("受理18件"), book) == extract(parse("受理18件"))


def test_a_figure_carries_the_headings_above_it() -> None:
    text = "开篇3件。\n一、总体情况\n共4件。\n（一）来信办理\n共5件。\n（二）来访接待\n共6件。二、存在问题\n共7件。\n"
    sections = {metric.text: metric.section for metric in extract(parse(text))}
    assert sections == {"3件": "", "4件": "总体情况", "5件": "总体情况 / 来信办理", "6件": "总体情况 / 来访接待", "7件": "存在问题"}


def test_a_figure_in_a_heading_belongs_to_it() -> None:
    metrics = extract(parse("一、2024年工作回顾\n正文。\n"))
    assert [(metric.text, metric.section) for metric in metrics] == [("2024年", "2024年工作回顾")]


PERIODS = [
    ("2024年1—11月，受理来信120件。", {"120件": "2024-01/2024-11"}),
    ("2023年收入10亿元，2024年收入12亿元。", {"10亿元": "2023", "12亿元": "2024"}),
    ("2024年度支出12亿元，比2020年度增加3亿元。", {"12亿元": "2024", "3亿元": "2024"}),
    ("临江市2024年工作总结\n受理来信120件。", {"120件": "2024"}),
    ("云岭县2025年政府工作报告\n受理来信120件。", {"120件": "2024"}),
    ("云岭县2025年政府工作报告\n2025年，计划建成公园12座。", {"12座": "2025"}),
    ("临江市2024年工作总结\n上半年受理80件，下半年受理40件。", {"80件": "2024-01/2024-06", "40件": "2024-07/2024-12"}),
    ("受理来信120件。", {"120件": None}),
    # the half of the report where a figure stands
    (
        "临江市2024年工作总结\n一、2024年工作回顾\n受理120件。\n二、2025年工作安排\n（一）抓好民生\n改造小区8个。\n三、经费\n安排9万元。",
        {"120件": "2024", "8个": "2025", "9万元": "2025"},
    ),
    (
        "云岭县2025年政府工作报告\n开馆2座。\n二、今年工作安排\n新建学校12所。比去年增加4所。\n",
        {"2座": "2024", "12所": "2025", "4所": "2025"},
    ),
    ("临江市2024年法治政府建设年度报告\n三、下一步工作打算\n培训300人次。", {"300人次": "2025"}),
    ("临江市2024年法治政府建设年度报告\n三、今年工作打算\n培训300人次。", {"300人次": "2024"}),
    ("临江市2024年上半年工作总结\n三、下一步工作打算\n培训300人次。", {"300人次": "2024"}),
    ("临江市2024年工作要点\n三、下一步工作安排\n培训300人次。", {"300人次": "2024"}),
    ("临江市2024年工作总结\n2025年工作安排\n培训300人次。", {"300人次": "2025"}),
    ("临江市2024年工作总结和2025年工作打算\n受理120件。\n二、2025年工作打算\n培训300人次。", {"120件": "2024", "300人次": "2025"}),
    (
        "云岭县2025年政府工作报告\n（一）去年工作\n（1）2023年目标完成情况\n新建5所。\n（二）经济\n新建6所。\n二、2025年任务\n新建7所。",
        {"5所": "2023", "6所": "2024", "7所": "2025"},
    ),
    ("云岭县2025年政府工作报告\n一、2023年和2024年工作回顾\n新建5所。", {"5所": "2024"}),
    # words for years
    (
        "云岭县2025年政府工作报告\n新建8所。今年计划新建9所。去年开馆7座，明年再建6个，前年建3处。",
        {"8所": "2024", "9所": "2025", "7座": "2024", "6个": "2026", "3处": "2023"},
    ),
    ("云岭县2025年政府工作报告\n新建8所，比去年多2所，不能像去年那样拖到年底才完工5所。", {"8所": "2024", "2所": "2024", "5所": "2024"}),
    ("临江市2024年工作总结\n今年受理120件。", {"120件": "2024"}),
    ("临江市2024年工作总结\n受理2,345件（去年为2,128件），增长10.2%。", {"2,345件": "2024", "2,128件": "2023", "10.2%": "2024"}),
    ("临江市2024年工作总结\n受理由上年的212件增至250件。", {"212件": "2023", "250件": "2024"}),
    ("临江市2024年工作总结\n利润1.9亿元，去年同期为1.8亿元。", {"1.9亿元": "2024", "1.8亿元": "2023"}),
    ("临江市2024年工作总结\n1—9月，利润1.9亿元，去年同期为1.8亿元。", {"1.9亿元": "2024-01/2024-09", "1.8亿元": "2023-01/2023-09"}),
    ("临江市2024年工作总结\n产值为上年的1.5倍，用电为上年的95%。", {"1.5倍": "2024", "95%": "2024"}),
    ("临江市2024年工作总结\n前三季度完成投资8亿元，全年完成投资12亿元。", {"8亿元": "2024-01/2024-09", "12亿元": "2024"}),
    ("临江市2024年工作总结\n前三季度完成投资8亿元，占全年计划的80%。", {"8亿元": "2024-01/2024-09", "80%": "2024-01/2024-09"}),
    # a year for each member, and years that measure and do not date
    ("2023年、2024年分别受理156件、203件。", {"156件": "2023", "203件": "2024"}),
    (
        "2022—2024年分别受理156件、203件、180件，同比分别增长5%、6%、7%。",
        {"156件": "2022", "203件": "2023", "180件": "2024", "5%": "2022", "6%": "2023", "7%": "2024"},
    ),
    ("临江市2024年工作总结\n对2018年以来的8,600余件文件开展清理，废止56件。", {"8,600余件": "2024", "56件": "2024"}),
    ("临江市2024年工作总结\n授权量是2019年的2.5倍，受理120件。", {"2.5倍": "2024", "120件": "2024"}),
    ("临江市2024年工作总结\n授权1200件，相当于2019年的95%，投入12万元。", {"1200件": "2024", "95%": "2024", "12万元": "2024"}),
    ("临江市2024年工作总结\n受理120件（2023年为98件），办结110件。", {"120件": "2024", "98件": "2023", "110件": "2024"}),
    ("临江市2024年工作总结\n截至目前（2024年11月），受理120件。", {"120件": "2024-11"}),
]


@pytest.mark.parametrize(("text", "periods"), PERIODS)
def test_the_period_of_a_figure(text: str, periods: dict[str, str | None]) -> None:
    assert {metric.text: metric.period for metric in extract(parse(text)) if not isinstance(metric, Date)} == periods


# The words that name what is measured; a label has to contain them.
LABELS: list[tuple[str, list[str]]] = [
    ("组织开展集中学习12次。", ["学习"]),
    ("领导干部包保重点信访案件18件。", ["重点信访案件"]),
    ("来访案次同比下降48.79%,人次下降52.89%。", ["来访案次", "人次"]),
    ("地区生产总值达到1286.5亿元，增长5.4%。", ["地区生产总值", "地区生产总值"]),
    ("一般公共预算收入完成36.2亿元，同比增加2.1亿元，增长6.2%。", ["一般公共预算收入"] * 3),
    ("全市14家省属企业完成改制。", ["省属企业"]),
    ("新建公共停车场12座，投放共享单车8600辆。", ["停车场", "单车"]),
    ("群众满意率达到98%以上。", ["满意率"]),
    ("营商环境评价居全省第2位。", ["营商环境评价"]),
    ("养老、工伤保险参保人数分别为12万人和8万人。", ["养老", "工伤"]),
    ("出生率、死亡率分别为6.35‰和5.1‰。", ["出生率", "死亡率"]),
    ("受理行政复议申请316件，其中，维持204件，撤销55件。", ["行政复议申请", "维持", "撤销"]),
    ("印发工作简报36期。", ["简报"]),
    ("城镇登记失业率控制在4.5%以内。", ["城镇登记失业率"]),
    ("全年植树造林2.4万亩，森林覆盖率提高0.8个百分点。", ["造林", "森林覆盖率"]),
]


# Labels as they are, where what must not be in them matters.
EXACT_LABELS: list[tuple[str, list[str]]] = [
    # the basis of a comparison is not what is compared
    ("受理信访事项86件，比去年同期增加6件，增长7.5%。", ["受理信访事项"] * 3),
    ("受理信访事项86件，与上年同期相比增加6件。", ["受理信访事项"] * 2),
    ("项目支出86万元，较上年决算数增加6万元。", ["项目支出"] * 2),
    ("税收收入36亿元，同口径增长5.2%。", ["税收收入"] * 2),
    ("人均收入扣除价格因素实际增长6.3%。", ["人均收入"]),
    ("吞吐量增长6.1%，高于全省平均增速1.2个百分点，快于全国0.8个百分点。", ["吞吐量"] * 3),
    # names that begin or end like other words
    ("按时办结率98.5%，据实结算率95%，通过率达90%。", ["按时办结率", "据实结算率", "通过率"]),
    ("年末在编人员125人，在营企业36户，在研项目6个，在聘人员58人。", ["在编人员", "在营企业", "在研项目", "在聘人员"]),
    ("每千人口执业医师3.2人，每万人口发明专利12.5件。", ["每千人口执业医师", "每万人口发明专利"]),
    ("存贷比67%，比年初提高2个百分点。", ["存贷比", "存贷比"]),
    ("城乡居民收入比2020年增长12%。", ["城乡居民收入"]),
    # what names nothing
    ("开展培训（次）12次，发放补贴25户（次），支出（含）25万元。", ["开展培训", "发放补贴", "支出"]),
    ("发现问题15个，剩余3个正在整改。", ["发现问题", "剩余"]),
    ("满意率连续5年保持97%以上。", ["满意率"] * 2),
    ("产值增长6.1%，两年平均增长5.8%。", ["产值"] * 3),
    ("获评2个一等奖。", ["一等奖"]),
    ("钢产量90万吨，煤120万吨。", ["钢产量", "煤"]),
    # members and their changes
    ("查处案件126起，处罚36人，同比分别下降5.6%、上升8.9%。", ["查处案件", "处罚"] * 2),
    ("来信、来访、网上信访36件、12件、80件，分别增长5%、6%、7%。", ["来信", "来访", "网上信访"] * 2),
    (
        "生产安全事故起数、死亡人数、受伤人数、直接经济损失分别下降3%、2%、5%、4%。",
        ["生产安全事故起数", "死亡人数", "受伤人数", "直接经济损失"],
    ),
    # behind a bracket it is again what stood before it
    ("法律援助2,345件（民事1,980件，刑事365件），同比增加10.2%。", ["法律援助", "民事", "刑事", "法律援助"]),
    ("信访（来信36件，来访12件）增长5%。", ["来信", "来访", "信访"]),
    # shares are of the item, not of the column or the whole
    (
        "教育支出（类）年初预算为200万元，支出决算为190万元，完成年初预算的95%，占本年支出的12.5%。",
        ["教育支出年初预算", "支出决算", "教育支出", "教育支出"],
    ),
    ("完成施工产值255亿元，同比增长5%，完成年度计划的102%。", ["完成施工产值"] * 3),
    ("占总数的36%。", ["占总数"]),
    # marks and words around it
    ("17. “项目支出（类）科普（款）”86万元。", ["“项目支出科普”"]),
    ("应对14轮强降雨和7次洪水。", ["强降雨", "洪水"]),
]


@pytest.mark.parametrize(("text", "labels"), EXACT_LABELS)
def test_a_label_has_nothing_else_in_it(text: str, labels: list[str]) -> None:
    assert [metric.label for metric in extract(parse(text)) if not isinstance(metric, Date)] == labels


@pytest.mark.parametrize(("text", "heads"), LABELS)
def test_a_label_names_what_is_measured(text: str, heads: list[str]) -> None:
    labels = [metric.label for metric in extract(parse(text))]
    assert len(labels) == len(heads)
    for label, head in zip(labels, heads, strict=True):
        assert head in label


@pytest.mark.parametrize(
    "text",
    [text for text, _ in LABELS]
    + ["在市委市政府的坚强领导下经过全市上下共同努力持续深化改革扩大开放全面推进乡村振兴的" * 2 + "项目12个。"],
)
def test_a_label_is_one_short_phrase_of_the_text(text: str) -> None:
    for metric in extract(parse(text)):
        assert 0 < len(metric.label) <= LONGEST == 24
        assert not set(metric.label) & set("，。；：,;:!！?？\n")


def test_a_label_is_written_without_line_breaks() -> None:
    text = "推进“一件事一次办”改革，压缩行政许可承诺时\n限35.5%，取消证明事项\n26项。"
    assert all("\n" not in metric.label for metric in extract(parse(text)))


def test_every_unit_is_found_with_and_without_a_space_before_it() -> None:
    texts = {f"登记的有12{space}{unit}。": unit for unit in rulebook.load().words["unit"] for space in ("", " ")}
    found = {text: [(metric.value, metric.text[2:].strip()) for metric in extract(parse(text))] for text in texts}
    assert [text for text, unit in texts.items() if found[text] != [("12", unit)]] == []
