"""The checks that need one figure or its wording: what they find, what their guards keep silent, and what mends a finding."""

from __future__ import annotations

import pytest

from govmetrics import checks, parse
from govmetrics.analyse import check
from govmetrics.finding import Finding

IDS = [
    "approximate-exact",
    "basis-mix",
    "broken-digit-group",
    "complement-over-100",
    "complete-with-leftovers",
    "decimal-count",
    "decrease-by-multiple",
    "decrease-over-100",
    "growth-from-zero",
    "half-written-unit",
    "hao-for-day",
    "missing-leading-zero",
    "missing-unit",
    "mixed-numeral-date",
    "over-100",
    "padded-date",
    "percent-of-points",
    "percent-with-unnamed-basis",
    "permille-mixup",
    "persons-below-batches",
    "range-without-unit",
    "redundant-approximation",
    "signed-change",
    "two-digit-year",
    "year-without-year-sign",
    "zero-in-year",
]
BY_DEFAULT = [id_ for id_ in IDS if checks.get(id_).default]

FOUND = [
    ("over-100", "error", "行政机关负责人出庭应诉率为112%，旁听庭审覆盖率100%。", ["112%"]),
    ("over-100", "error", "生活污水治理率、垃圾无害化处理率分别达到48.5%和199.2%。", ["199.2%"]),
    ("over-100", "error", "涉企投诉120件，占总数的135.2%；民生类占比164%。", ["135.2%", "164%"]),
    ("over-100", "error", "林木绿化率由52.1%提高到152.6%，森林覆盖率稳定在143.2%左右。", ["152.6%", "143.2%"]),
    ("over-100", "error", "一产占地区生产总值的比重，由上年的9.3%下降到108.9%。", ["108.9%"]),
    ("over-100", "error", "污水集中收集率提升5个百分点、达168.1%。", ["168.1%"]),
    ("over-100", "error", "一次调处成功率达百分之一百九十八点五。", ["百分之一百九十八点五"]),
    ("over-100", "error", "案件按时办结率（不含延期）为１９９％。", ["１９９％"]),
    ("over-100", "error", "进出口总额占全省比重提升至147.5%。", ["147.5%"]),
    ("over-100", "error", "研发经费支出占地区生产总值的比重从2.1%提高到今年的102.5%。", ["102.5%"]),
    ("over-100", "error", "开工率达到195%，参保率196%。", ["195%", "196%"]),
    ("decrease-over-100", "error", "两项排放量分别下降4.2%和105.9%。", ["105.9%"]),
    ("decrease-over-100", "error", "发案数减少了115.2%。", ["115.2%"]),
    ("decrease-by-multiple", "warning", "盗窃案件下降1.2倍，平均办理时间压缩了2倍。", ["1.2倍", "2倍"]),
    ("basis-mix", "warning", "9月受理2.1万件，比8月的2.0万件同比增长5%。", ["同比"]),
    ("basis-mix", "warning", "较去年同期环比增长12%。", ["环比"]),
    ("growth-from-zero", "warning", "培训费比2023年决算数0万元增长100%。", ["100%"]),
    ("signed-change", "warning", "信访件减少-3件，败诉率下降-2.1个百分点。", ["-3件", "-2.1个百分点"]),
    ("signed-change", "note", "工业增加值同比增长-3.2%。", ["-3.2%"]),
    ("complement-over-100", "error", "回访不满意率15%，满意率88%。", ["88%"]),
    ("complement-over-100", "error", "调解员中男性占61%，女性占49%。", ["49%"]),
    ("permille-mixup", "warning", "人口自然增长率由2022年的4.39‰下降到3.55%。", ["3.55%"]),
    ("percent-of-points", "error", "城镇化率提高十一点六%个百分点。", ["十一点六%个百分点"]),
    ("redundant-approximation", "warning", "投入大约50万元左右，最多不超过30人以内。", ["大约50万元左右", "不超过30人以内"]),
    ("redundant-approximation", "warning", "上门约走访和发放资料两千份，约占七成，约有300人左右受益。", ["约有300人左右"]),
    ("decimal-count", "error", "受理量同比增长5%，全年执行案件235.6件。", ["235.6件"]),
    ("persons-below-batches", "warning", "接待来访32批次、21人次。", ["21人次"]),
    ("broken-digit-group", "warning", "税务部门受理12,3456件。", ["12,3456件"]),
    ("missing-leading-zero", "warning", "发案率下降.35%。", [".35%"]),
    ("mixed-numeral-date", "warning", "2023年十二月召开会议，二〇二三年8月印发。", ["2023年十二月", "二〇二三年8月"]),
    ("zero-in-year", "error", "截至202O年底，共受理66件。", ["202O年"]),
    ("zero-in-year", "note", "一九九O年以来，二零二三年八月。", ["一九九O年", "二零二三年"]),
    ("complete-with-leftovers", "note", "交办问题36个，均已整改，仍未整改的有4个。", ["4个"]),
    ("padded-date", "note", "二〇二三年，2025年10月08日、05月16日和2025年03月。", ["2025年10月08日", "05月16日", "2025年03月"]),
    ("half-written-unit", "note", "走访群众5千多户，发放手册1万6千册。", ["5千多户", "1万6千册"]),
]
"""Check, severity, text, and the words of its findings."""


def said(id_: str, text: str) -> list[Finding]:
    return list(check(parse(text), ids=[id_]).findings)


@pytest.mark.parametrize(("id_", "severity", "text", "words"), FOUND)
def test_a_slip_is_found_at_its_words(id_: str, severity: str, text: str, words: list[str]) -> None:
    found = said(id_, text)
    assert [text[one.span.start : one.span.end] for one in found] == words
    assert {one.severity for one in found} == {severity}


SILENT = [
    "全市12345热线接通率99.2%、响应率100%、解决率95.1%、满意率96.8%。",
    "预算执行率为102.3%，决算数为年初预算的115.6%，占调整预算的101.2%，占预算数的100.7%。",
    "一般公共预算收入完成12.3亿元，占年度任务的104.5%，超序时进度4.5个百分点。",
    "年末全市不良贷款率1.02%，拨备覆盖率256.31%，存贷比104.5%，流动性覆盖率153%。",
    "贷款余额占GDP比重达132%，民生支出占一般公共预算收入的128%，对经济增长的贡献率达115%。",
    "移动电话普及率118.6部/百人，固定宽带家庭普及率112%，小学毛入学率102.3%。",
    "新开工保障房1.2万套，开工率106%；病床使用率103.5%；羔羊繁殖成活率118%，复种指数135%。",
    "新收案件1.2万件，结案1.25万件，结案率104.2%，法定审限内结案率99.1%。",
    "占比达到120个，水库蓄水占常年同期的118%，占全市120%的增量，市级重点项目率先完成105%。",
    "社会消费品零售总额增速由负转正，净利润同比减少210%，利润总额3.2亿元，下降137.6%。",
    "全年接待来访群众1200批3500人次，批次同比下降12%，比上年减少30批、20人次。",
    "二十四年的坚守，20年底线思维，八五普法30年，改革开放45年全面回顾，建国75年来。",
    "CO2年均浓度、PM10年均值和O3年均浓度均达标，一百零八年，零零后。",
    "学习12月31号文件，5月1号楼竣工。",
    "人均年收入3.25万元，户均3.2人，每千名老人拥有床位35.5张，百万人口病例数12.3例。",
    "人口出生率6.39‰，死亡率7.87‰，自然增长率-1.48‰；交通事故死亡率下降12.3%，出生缺陷发生率8%。",
    "较上年同期同比增长；比去年四季度环比增长1%；与上月持平，同比下降1%；存款比上月末增加2亿元，同比增长5%。",
    "比10月份增加2件、同比增加3件。",
    "由0件到12件，办结率100%；接待费0万元，较上年减少5万元，下降100%；比上年增加0万元，增长0%。",
    "城镇居民占60%，农村家庭占45%；男性占全市的60%，女性占全省的45%；赞成率95%，反对率5%。",
    "逾期办结6件，未办结0件；到期的全部办结，未到期的尚未办结5件。",
    "效率提高3倍，降低为原来的0.5倍，时间缩短，效率提高2倍。",
    "受理投诉1,234件、2,345件，涉及12,345.6万元；第1,2,3章；2022,2023年度12件。",
    "满意率达98%，个百分点位次前移；贷款利率下调10个基点，下降2—5%，气温降至-5℃。",
    "附件.1和图.3所示，版本V.5个文件。",
    "走访近3家以上企业，约有两名5年以上经验的律师；至少有一名8年以上经验的律师。",
    "归零后满一年，编号12零二零年检，工号3号、5号。",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_only_looks_like_a_slip_is_silent(text: str) -> None:
    text = f"2024年工作报告\n{text}"
    outcome = check(parse(text), ids=BY_DEFAULT)
    assert [(one.check, text[one.span.start : one.span.end]) for one in outcome.findings] == []


LABELS = [
    "办结率",
    "群众满意率",
    "公共法律服务覆盖率",
    "规模以上企业占比",
    "第三产业比重",
    "出庭应诉率",
    "抽检合格率",
    "卫生厕所普及率",
    "优良天数比例",
]
LINKS = ["", "为", "达", "达到", "提高到", "稳定在", "首次突破", "由上年的87.5%上升到", "比上年提高2.5个百分点、达到"]


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("link", LINKS)
def test_a_bounded_share_is_wrong_above_100_and_right_below(label: str, link: str) -> None:
    assert said("over-100", f"全年{label}{link}98.5%，居全市前列。") == []
    found = said("over-100", f"全年{label}{link}198.5%，居全市前列。")
    assert [one.found for one in found] == ["198.5%"]
    assert label[-3:] in found[0].message.zh


@pytest.mark.parametrize(
    "label", ["投资完成率", "预算执行率", "工业产销率", "保值增值率", "粮食自给率", "拨备覆盖率", "税收增长率", "对GDP增长的贡献率"]
)
@pytest.mark.parametrize("link", LINKS[:6])
def test_a_rate_without_limit_may_pass_100(label: str, link: str) -> None:
    assert said("over-100", f"全年{label}{link}198.5%。") == []


MENDED = [
    (id_, text)
    for id_ in (
        "basis-mix",
        "conversion-mismatch",
        "hao-for-day",
        "missing-leading-zero",
        "padded-date",
        "percent-of-points",
        "permille-mixup",
        "range-without-unit",
        "two-digit-year",
        "year-without-year-sign",
        "zero-in-year",
    )
    for text, _ in checks.get(id_).bad
]


@pytest.mark.parametrize(("id_", "text"), MENDED)
def test_what_is_expected_mends_the_text(id_: str, text: str) -> None:
    found = said(id_, text)
    assert found
    for one in reversed(found):
        assert one.expected
        text = text[: one.span.start] + one.expected + text[one.span.end :]
    assert said(id_, text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("粮食总产量71万吨，即71亿公斤。", "7.1亿公斤"),
        ("建成林地5.25公顷（合70亩）。", "78.75亩"),
        ("建成高标准农田61万亩（合4.8万公顷）。", "4.067万公顷"),
    ],
)
def test_a_conversion_is_proposed_in_full(text: str, right: str) -> None:
    assert [one.expected for one in said("conversion-mismatch", text)] == [right]


def test_years_in_two_digits_need_a_year_of_the_report() -> None:
    assert said("two-digit-year", "23年底全市有律师45名。") == []
    assert said("two-digit-year", "2024年工作报告\n13年底全市有律师45名。") == []


def test_a_number_with_the_spoken_word_for_day_is_no_date() -> None:
    assert said("hao-for-day", "3号楼、国道318号线和5月的1号文件。") == []


def test_dates_in_traditional_characters_keep_their_style() -> None:
    assert said("mixed-numeral-date", "2016年十月，會議通過了這個草案，並與各國的學者對話。") == []


def test_a_finding_shows_the_other_figure() -> None:
    text = "接待来访群众56批次40人次。"
    (one,) = said("persons-below-batches", text)
    assert one.arithmetic == "40 < 56"
    assert [text[other.span.start : other.span.end] for other in one.related] == ["56批次"]
    text = "回访满意率85.5%，不满意率20%。"
    (one,) = said("complement-over-100", text)
    assert one.arithmetic == "85.5% + 20% = 105.5%"
    assert [text[other.span.start : other.span.end] for other in one.related] == ["85.5%"]


def test_spans_are_of_the_source_where_spaces_were_cut() -> None:
    text = "全市 办结率为 １９８．５ ％ ，居全省前列。"
    (one,) = said("over-100", text)
    assert text[one.span.start : one.span.end] == "１９８．５ ％"


@pytest.mark.parametrize(
    "unit", ["同比", "占比达到", "办结率199%、", "下降3%、", "2O24年", "12.5件", "近5人左右", "%个百分点", "未办结2件", "月0", "(", "率"]
)
@pytest.mark.parametrize("id_", IDS)
def test_texts_without_sense_do_no_harm(id_: str, unit: str) -> None:
    for one in said(id_, unit * 400):
        assert 0 <= one.span.start < one.span.end <= len(unit) * 400
