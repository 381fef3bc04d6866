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
