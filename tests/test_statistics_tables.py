"""Tables of communiqués as found in plain text: which rows are parts of which, and which indicators their cells have."""

from __future__ import annotations

import pytest

from govmetrics import parse
from govmetrics.analyse import analyse, check, indicate

TITLE = "云渡市2024年国民经济和社会发展统计公报\n"
PRODUCT = (
    TITLE
    + """全市经济运行平稳，结构继续优化。
2024年地区生产总值
单位：亿元
指标
绝对数
比上年增长（%）
地区生产总值
1867.3
5.2
第一产业
{first}
3.9
第二产业
781.6
5.8
工业
{industry}
6.1
建筑业
98.7
4.0
第三产业
874.2
5.0
"""
)
PEOPLE = (
    TITLE
    + """年末人口数及其构成
指标\t年末数（万人）\t比重（%）
全市常住人口\t418.6\t100.0
其中：城镇\t263.9\t63.0
      乡村\t154.7\t37.0
其中：男性\t212.4\t50.7
      女性\t206.2\t49.3
其中：0—15岁\t71.2\t17.0
      60岁及以上\t83.9\t20.0
"""
)
TRADE = (
    TITLE
    + """货物进出口总额
指标\t金额（万美元）\t比上年增长（%）
货物进出口总额\t96,418.5\t-3.1
货物出口额\t61,207.3\t1.4
  一般贸易\t40,116.9\t2.0
  加工贸易\t18,930.2\t-0.6
货物进口额\t35,211.2\t-9.8
"""
)
MANY = (
    TITLE
    + """表1 2020—2022年地区生产总值
单位：亿元
年份\t地区生产总值\t第一产业\t第二产业\t第三产业
2021\t1501.2\t190.4\t640.1\t670.7
2022\t1602.9\t201.6\t683.0\t718.3
表2 全社会用电量
指标\t用电量（亿千瓦时）\t比上年增长（%）
全社会用电量\t171.4\t7.1
第一产业\t6.3\t8.4
第二产业\t97.9\t5.2
第三产业\t35.8\t9.9
居民生活用电\t31.4\t12.1
表3 固定资产投资增长速度
指标\t比上年增长（%）
固定资产投资\t9.5
第一产业\t2.3
第二产业\t3.9
第三产业\t4.6
表4 2024年货物进出口总额及其增长速度
指标\t金额（亿元）\t比上年增长（%）\t占比（%）
货物进出口总额\t310.2\t4.1\t100.0
货物出口额\t212.9\t7.9\t68.6
货物进口额\t97.3\t-2.6\t31.4
货物进出口顺差\t115.6
表5 2024年粮食产量
指标\t产量（万吨）\t比上年增长（%）
粮食\t303.8\t-0.8
其中：夏粮\t10.2\t1.1
早稻\t73.1\t1.0
秋粮\t220.5\t-1.4
"""
)
UNITS = (
    TITLE
    + """表1 主要经济指标
指标\t单位\t绝对数\t比上年增长（%）
地区生产总值\t亿元\t1867.3\t5.2
  第一产业\t亿元\t211.5\t3.9
  第二产业\t亿元\t781.6\t5.8
  第三产业\t亿元\t874.2\t5.0
粮食产量\t万吨\t88.4\t1.2
"""
)
PIPES = (
    TITLE
    + """| 指标 | 绝对数（亿元） | 比上年增长（%） |
| --- | ---: | ---: |
| 社会消费品零售总额 | 702.9 | 4.4 |
| 城镇 | 588.1 | 4.6 |
| 乡村 | 114.8 | 3.3 |
"""
)
RETAIL = (
    TITLE
    + """社会消费品零售总额
单位：亿元
指标\t绝对数\t增长（%）
社会消费品零售总额\t702.9\t4.4
按经营地分：城镇\t588.1\t4.6
乡村\t114.8\t3.3
按消费类型分：商品零售\t615.2\t4.1
餐饮收入\t87.7\t6.7
"""
)
SOUND = (
    (PRODUCT.format(first="211.5", industry="682.9"), ["211.5+781.6+874.2=1867.3", "682.9+98.7=781.6"]),
    (PEOPLE, ["263.9+154.7=418.6", "212.4+206.2=418.6", "63+37=100", "50.7+49.3=100"]),
    (TRADE, ["61207.3+35211.2=96418.5"]),
    (MANY, ["212.9+97.3=310.2", "68.6+31.4=100", "10.2+73.1+220.5=303.8"]),
    (UNITS, ["211.5+781.6+874.2=1867.3"]),
    (PIPES, ["588.1+114.8=702.9"]),
    (RETAIL, ["588.1+114.8=702.9", "615.2+87.7=702.9"]),
)
DIGITS = "0123456789"


def said(text: str) -> tuple[list[str], list[tuple[str, str | None]]]:
    """What is found to be wrong, and the other verdicts with their arithmetic."""
    outcome = check(parse(text), ids=["table-sum-mismatch"])
    return [one.found for one in outcome.findings], [(one.status, one.arithmetic) for one in outcome.verdicts if one.status != "fails"]


def ids(text: str) -> list[tuple[str, str]]:
    """The cells that have an indicator, with it."""
    found = indicate(analyse(text)).metrics
    return [(one.text, one.indicator) for one in found if one.rule == "table-cell" and one.indicator]


@pytest.mark.parametrize(("text", "sums"), SOUND)
def test_wholes_are_the_sums_of_their_parts(text: str, sums: list[str]) -> None:
    assert said(text) == ([], [("holds", one) for one in sums])


@pytest.mark.parametrize("text", [text for text, _ in SOUND])
def test_every_changed_cell_of_a_sum_is_caught_once(text: str) -> None:
    outcome = check(parse(text), ids=["table-sum-mismatch"])
    cells = {span for one in outcome.verdicts for span in (one.span, *(other.span for other in one.related))}
    assert len(cells) >= 3
    for span in cells:
        at = next(at for at in range(span.start + 1, span.end) if text[at].isdecimal())
        changed = text[:at] + DIGITS[(int(text[at]) + 4) % 10] + text[at + 1 :]
        found = check(parse(changed)).findings
        assert len(found) == 1, changed
        assert (found[0].check, found[0].severity) == ("table-sum-mismatch", "warning")
        assert span in {found[0].span, *(other.span for other in found[0].related)}


def test_amounts_that_are_cut_off_hold() -> None:
    # 92.18, 430.27, 14.09 and 166.46 make 703.0; rounded, they would be 92.2, 430.3, 14.1 and 166.5
    cut = (
        RETAIL.partition("按经营地分")[0].replace("702.9", "703.0")
        + "批发业\t92.1\t1.0\n零售业\t430.2\t1.0\n住宿业\t14.0\t1.0\n餐饮业\t{}\t1.0\n"
    )
    assert said(cut.format("166.4")) == ([], [("holds-if-truncated", "92.1+430.2+14+166.4=702.7≠703")])
    assert said(cut.format("166.3"))[0] == ["703.0"]


@pytest.mark.parametrize(
    "text",
    [
        # a part is missing, or there twice
        TRADE.replace("货物进口额", "服务进口额").replace("35,211.2", "25,211.2"),
        PEOPLE.replace("263.9", "243.9").replace("女性", "城镇"),
        # something else stands between the whole and its parts
        TRADE.replace("35,211.2", "25,211.2").replace("货物出口额", "港澳台贸易\t1,200.0\t1.0\n货物出口额"),
        PRODUCT.format(first="211.5", industry="682.9").replace("\n第一产业", "\n税收收入\n160.3\n2.0\n第一产业").replace("211.5", "31.5"),
        # the parts are of a whole that stands nearer
        TRADE.replace("35,211.2", "25,211.2").replace("货物出口额", "进出口总额\t86,418.5\t1.0\n货物出口额"),
        # a part is in another unit
        RETAIL.replace("单位：亿元", "")
        .replace("绝对数", "规模")
        .replace("总额\t7", "总额（亿元）\t7")
        .replace("城镇\t", "城镇（万人）\t"),
        # the parts are of another year or place: they make less than half
        TRADE.replace("61,207.3", "1,207.3").replace("35,211.2", "5,211.2"),
        # shares of a larger whole, growth and rates are no parts
        PEOPLE.replace("比重（%）", "占全省（%）").replace("100.0", "5.0").replace("63.0", "5.4").replace("37.0", "1.1"),
        TRADE.replace("-3.1", "3.5").replace("1.4", "4.0").replace("-9.8", "0.5").replace("比上年增长", "增幅"),
        # another table begins
        TRADE.replace("35,211.2", "25,211.2").replace("货物进口额", "单位：万美元\n指标\t金额\n货物进口额"),
    ],
)
def test_what_is_not_sure_is_left_alone(text: str) -> None:
    assert said(text)[0] == []


def test_no_pack_no_sums() -> None:
    outcome = check(parse(TRADE.replace("35,211.2", "25,211.2")), analyse(TRADE).metrics, ids=["table-sum-mismatch"])
    assert not outcome.findings
    assert not outcome.verdicts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            PRODUCT.format(first="211.5", industry="682.9"),
            [
                ("1867.3", "gdp"),
                ("5.2", "gdp_growth"),
                ("211.5", "va1"),
                ("3.9", "va1_growth"),
                ("781.6", "va2"),
                ("5.8", "va2_growth"),
                ("874.2", "va3"),
                ("5.0", "va3_growth"),
            ],
        ),
        (PEOPLE, [("418.6", "population"), ("263.9", "urban_pop"), ("154.7", "rural_pop")]),
        # total population may be of residents or of the registered
        (PEOPLE.replace("常住人口", "总人口"), []),
        (
            TRADE,
            [
                ("96,418.5", "trade_total"),
                ("-3.1", "trade_growth"),
                ("61,207.3", "export"),
                ("1.4", "export_growth"),
                ("35,211.2", "import"),
            ],
        ),
        (RETAIL, [("702.9", "retail_sales"), ("4.4", "retail_growth"), ("588.1", "retail_urban"), ("114.8", "retail_rural")]),
        (
            UNITS,
            [
                ("1867.3", "gdp"),
                ("5.2", "gdp_growth"),
                ("211.5", "va1"),
                ("3.9", "va1_growth"),
                ("781.6", "va2"),
                ("5.8", "va2_growth"),
                ("874.2", "va3"),
                ("5.0", "va3_growth"),
                ("88.4", "grain_output"),
            ],
        ),
        (
            MANY,
            [
                ("9.5", "fai_growth"),
                ("310.2", "trade_total"),
                ("4.1", "trade_growth"),
                ("212.9", "export"),
                ("7.9", "export_growth"),
                ("97.3", "import"),
                ("303.8", "grain_output"),
            ],
        ),
        # a part without its whole
        (RETAIL.replace("社会消费品零售总额\t", "限额以上单位\t"), []),
        # another year, a part of the year, a part of the place
        (RETAIL.replace("绝对数", "2023年"), []),
        (RETAIL.replace("绝对数", "1-11月"), []),
        (RETAIL.replace("\n社会消费品零售总额\n", "\n市区社会消费品零售总额\n"), []),
        # two years side by side
        (RETAIL.replace("绝对数", "总量\t规模").replace("702.9\t", "702.9\t673.3\t"), [("4.4", "retail_growth")]),
        # a label that comes twice
        (RETAIL + "社会消费品零售总额\t12.5\t3.0\n", []),
    ],
)
def test_indicators_of_cells(text: str, expected: list[tuple[str, str]]) -> None:
    assert ids(text) == expected


def test_a_label_that_needs_a_word_of_the_title() -> None:
    output = "{title}\n单位：万吨\n指标\t数量\t比上年增长（%）\n粮食\t88.4\t1.2\n油料\t3.1\t0.8\n"
    assert ids(TITLE + output.format(title="主要农产品产量")) == [("88.4", "grain_output")]
    assert ids(TITLE + output.format(title="主要商品进口数量")) == []
