"""Tables of budgets and accounts as found in plain text: what is held to add up, and what is left alone."""

from __future__ import annotations

import pytest

from govmetrics import parse
from govmetrics.analyse import check

NUMBERED = """收入支出决算总表
单位：万元
收入 支出
项目 行次 金额 项目 行次 金额
栏次 1 栏次 2
一、财政拨款收入 1 812.40 一、教育支出 10 {education}
二、事业收入 2 56.15 二、卫生健康支出 11 48.06
三、其他收入 3 三、住房保障支出 12 {housing}
本年收入合计 4 868.55 本年支出合计 13 860.91
使用非财政拨款结余 5 4.30 结余分配 14
年初结转和结余 6 20.17 年末结转和结余 15 32.11
总计 7 893.02 总计 16 893.02
"""
SIDE_BY_SIDE = """基本支出决算表
单位：万元
科目编码 科目名称 决算数 科目编码 科目名称 决算数
301 工资福利支出 402.66 302 商品和服务支出 61.08
30101 基本工资 180.42 30201 办公费 {office}
30102 津贴补贴 222.24 30202 印刷费 9.63
303 对个人和家庭的补助 18.90 310 资本性支出 7.25
30302 退休费 18.90 31002 办公设备购置 7.25
人员经费合计 421.56 公用经费合计 68.33
"""
WITHOUT_NAMES = """支出决算表
单位：万元
科目编码 科目名称 合计 基本支出 项目支出
208 社会保障和就业支出 31.46 31.46
20805 行政事业单位养老支出 31.46 31.46
机关事业单位基本养老
2080505 20.98 20.98
保险缴费支出
2080506 职业年金缴费支出 {annuity} 10.48
210 卫生健康支出 14.05 9.05 5.00
21011 行政事业单位医疗 14.05 9.05 5.00
2101101 行政单位医疗 14.05 9.05 5.00
合计 45.51 40.51 5.00
"""
OFFICIAL = """财政拨款“三公”经费支出决算表
单位：万元
合计 因公出国（境）费 公务用车购置及运行维护费 公务接待费
小计 公务用车购置费 公务用车运行维护费
预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数
48.50 41.37 6.00 5.12 38.00 33.05 18.00 {purchase} 20.00 15.17 4.50 3.20
"""
BLANKS = """{unit}“三公”经费和机关运行经费预算表
单位：万元
“三公”经费预算数
机关运行经费预算
公务用车购置及运行费
数
合计 因公出国(境)费 公务接待费
小计 购置费 运行费
{cells}
"""
BLANK_STAGES = """财政拨款“三公”经费支出决算表
单位：万元
合计 因公出国（境）费 公务用车购置及运行维护费 公务接待费
小计 公务用车购置费 公务用车运行维护费
预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数
12.50 10.86 9.50 8.94 9.50 8.94 3.00 1.92
"""
SOUND = (
    NUMBERED.format(education="735.25", housing="77.60"),
    SIDE_BY_SIDE.format(office="51.45"),
    WITHOUT_NAMES.format(annuity="10.48"),
    OFFICIAL.format(purchase="17.88"),
)
DIGITS = "0123456789"


def said(text: str) -> tuple[list[str], int]:
    """What is found to be wrong, and the number of sums that hold."""
    outcome = check(parse(text), ids=["table-sum-mismatch"])
    return [one.found for one in outcome.findings], sum(one.status == "holds" for one in outcome.verdicts)


@pytest.mark.parametrize(("text", "sums"), list(zip(SOUND, (5, 6, 19, 4), strict=True)))
def test_a_sound_table_is_proved(text: str, sums: int) -> None:
    assert said(text) == ([], sums)


@pytest.mark.parametrize(
    ("cells", "held"),
    [
        # trips and receptions, and what the office runs on
        ("96.40 71.00 25.40 188.15", ["71+25.4=96.4"]),
        # receptions, and vehicles that were run but not bought
        ("23.41 1.35 22.06 22.06 512.70", ["1.35+22.06=23.41", "22.06=22.06"]),
        # nothing tells whether the vehicles were bought or run, but either is all of them
        ("6.40 6.40 6.40 188.15", ["6.4=6.4", "6.4=6.4"]),
        # trips, or vehicles that were bought or run
        ("6.40 6.40 6.40", ["6.4=6.4"]),
        ("0 0 0", []),
    ],
)
def test_blank_columns_of_official_trips_count_as_0(cells: str, held: list[str]) -> None:
    outcome = check(parse(BLANKS.format(unit="部门", cells=cells)), ids=["table-sum-mismatch"])
    assert not outcome.findings
    assert [one.arithmetic for one in outcome.verdicts] == held
    assert all(one.reason and one.reason.zh == "空白按0计" for one in outcome.verdicts)


@pytest.mark.parametrize(
    "text",
    [
        BLANKS.format(unit="部门", cells="96.40 71.00 25.40 188.15"),
        BLANKS.format(unit="部门", cells="23.41 1.35 22.06 22.06 512.70"),
        BLANK_STAGES,
    ],
)
def test_every_changed_cell_beside_blanks_is_caught(text: str) -> None:
    every_change_is_caught(text, 3)


@pytest.mark.parametrize(
    "text",
    [
        # a column of something else: what is blank is not known
        BLANKS.format(unit="部门", cells="96.40 71.00 26.40 188.15").replace("公务接待费", "公务接待费 会议费"),
        # the subtotal is blank, and the rest adds up
        BLANKS.format(unit="部门", cells="23.41 1.35 20.00 2.06 512.70"),
        BLANKS.format(unit="部门", cells="23.41 22.06"),
    ],
)
def test_blanks_that_are_not_sure_are_left_alone(text: str) -> None:
    assert said(text)[0] == []


def test_a_sum_with_blanks_that_fails_is_a_warning() -> None:
    (found,) = check(parse(BLANKS.format(unit="部门", cells="96.40 71.00 24.50 188.15")), ids=["table-sum-mismatch"]).findings
    assert (found.severity, found.arithmetic) == ("warning", "71+24.5=95.5≠96.4")


@pytest.mark.parametrize("text", SOUND)
def test_every_changed_cell_of_a_sum_is_caught(text: str) -> None:
    every_change_is_caught(text, 9)


def every_change_is_caught(text: str, least: int) -> None:
    """Changes each cell of a sum that holds, at least `least` of them, one at a time."""
    outcome = check(parse(text), ids=["table-sum-mismatch"])
    cells = {span for one in outcome.verdicts for span in (one.span, *(other.span for other in one.related))}
    assert len(cells) >= least
    for span in cells:
        written = text[span.start : span.end]
        at = span.start + (len(written) > 4)
        changed = text[:at] + DIGITS[(int(text[at]) + 4) % 10] + text[at + 1 :]
        found = check(parse(changed), ids=["table-sum-mismatch"]).findings
        assert len(found) == 1, changed
        places = {found[0].span, *(other.span for other in found[0].related)}
        assert any(place.start <= at < place.end for place in places)


def test_the_cell_that_is_wrong_is_named_where_its_row_and_column_agree() -> None:
    assert said(WITHOUT_NAMES.format(annuity="10.84"))[0] == ["10.84"]
    outcome = check(parse(WITHOUT_NAMES.format(annuity="10.84")), ids=["table-sum-mismatch"])
    assert [one.expected for one in outcome.findings] == ["10.48"]


def test_rounding_is_silent() -> None:
    assert said(NUMBERED.format(education="735.26", housing="77.61"))[0] == []
    assert said(NUMBERED.format(education="735.28", housing="77.61"))[0] != []


@pytest.mark.parametrize(
    "text",
    [
        # the number of a row is missing: what it had is not known
        NUMBERED.format(education="735.25", housing="70.60").replace("二、卫生健康支出 11 48.06", "卫生健康支出 11 48.06"),
        # an item stands under no section
        WITHOUT_NAMES.format(annuity="10.84").replace("20805 行政", "2080 行政").replace("10.84 10.48", "10.84"),
        # a page break parts the table: the total is that of both pieces
        (
            "单位：元\n科目名称 合计 基本支出 项目支出\n合计 9,000 5,000 4,000\n201 公共服务 3,000 2,000 1,000\n20103 办公厅 1,500 1,500 0\n"
            "单位：元\n科目名称 合计 基本支出 项目支出\n20105 统计 1,500 500 1,000\n208 社会保障 6,000 3,000 3,000\n"
        ),
        # the text ends inside the table
        "单位：元\n科目名称 合计 基本支出 项目支出\n合计 9,000 5,000 4,000\n201 公共服务 3,000 2,000 1,000\n",
        # the second column is not a part of the first
        "单位：万元\n科目编码 科目名称 决算数 比上年增减\n201 公共服务 30.00 2.00\n20103 办公厅 30.00 1.00\n208 就业 5.00\n合计 35.00 2.00\n",
        # a table of something else
        "单位：万元\n项目 金额\n合计 90\n水利 30\n公路 50\n",
        # more than one slip in a small table: it is not understood
        NUMBERED.format(education="635.25", housing="77.60").replace("1 812.40", "1 712.40").replace("总计 7 893.02", "总计 7 793.02"),
        OFFICIAL.format(purchase="17.88").replace("18.00", "28.00 1.00"),
    ],
)
def test_what_is_not_sure_is_left_alone(text: str) -> None:
    assert said(text)[0] == []


def test_the_header_of_one_table_does_not_name_the_columns_of_the_next() -> None:
    rates = "单位\t出庭率\n公安局\t97\n人社局\t95\n"
    cases = "合计\t200\n公安局\t80\n人社局\t64\n住建局\t50\n"
    outcome = check(parse(f"2024年情况\n{rates}各单位收案数见下。\n{cases}"), ids=["column-sum-mismatch"])
    assert [(one.found, one.expected, one.message.zh) for one in outcome.findings] == [("200", "194", "此列的合计为200，各行之和却是194")]
