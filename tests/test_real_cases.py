"""What published reports really contained, in our own words: slips that must be found, and oddities that are right."""

from __future__ import annotations

from pathlib import Path

import pytest

from govmetrics import parse
from govmetrics.analyse import check

WRONG = [
    ("quote left open", "今年以来，有效触动“关键少数。全年培训12场。", "unclosed-quote", "关键少数"),
    ("法制 for 法治", "认真落实《法制政府建设实施纲要》，强化督察。", "misnamed-law-government", "法制政府"),
    ("quarter and its months", "一季度新增企业106.3万户，三个月合计104.3万户，势头良好。", None, "104.3万户"),
    ("points miscalculated", "失业率由20.8%降至18.2%，下降3.6个百分点。", "difference-mismatch", "3.6个百分点"),
    ("rate of completion", "全年受理投诉2474件，办结2369件，办结率95.87%。", "rate-mismatch", "95.87%"),
    ("two doublings for one", "产量由3.6万吨增至7.2万吨，翻了两番。", "multiple-mismatch", "两番"),
    ("points written as percent", "合格率由上年的65%提高到82%，提高17%。", "percent-for-points", "提高17%"),
    ("halved is not once less", "比重由30%降到15%，下降1倍。", "decrease-by-multiple", "1倍"),
    ("last month with 同比", "受理诉求2877件，较上月同比增长1.3%。", "basis-mix", "同比"),
    ("digits glued together", "2024126日，局党组召开会议部署普法工作。", "glued-digits", "2024126日"),
    (
        "heading without its number",
        "一、主要做法\n做法一。\n二、存在问题\n问题一。\n、下步工作安排\n安排一。\n",
        "missing-heading-number",
        "、下步",
    ),
    ("counts of a suit row", "审结行政案件790件，其中维持376件、撤销97件、确认违法196件、其他131件。", "sum-mismatch", "790件"),
]
RIGHT = [
    ("shares cut off", "受理复议申请151件，其中县直部门140件，占92.71%；乡镇11件，占7.28%。"),
    ("growth cut off", "复议申请由上年的66件增加到151件，增长128.78%。"),
    ("base is what was received", "受理复议申请151件，审结135件，纠错29件，纠错率19.2%。"),
    ("base is hidden", "新收复议31.5万件，增长17.1%，办结29.3万件，增长14.45%，纠错2.73万件，纠错率12.83%。"),
    (
        "whole and three sectors",
        "生产总值1222.62亿元。其中，第一产业262.96亿元，第二产业440.98亿元，第三产业518.68亿元，结构为21.5:36.1:42.4。",
    ),
    ("rates per thousand", "人口出生率9.88‰，死亡率6.33‰，自然增长率3.55‰。"),
    ("income and its parts", "财政收入70.46亿元，其中税收收入52.96亿元、非税收入17.50亿元。"),
    ("difference and rate", "受理诉求71266件，同比增加7181件，增幅11.2%。"),
    ("classes without 其他", "受理诉求71266件，其中投诉29486件、求助20780件、咨询14938件、建议285件、表扬197件。"),
    ("on time by another base", "按时办结597件，超时4件，按时结案率99%。"),
    ("share cut off", "受理诉求2877件，其中疫情类212件，占7.3%。"),
    ("in ten thousands", "受理诉求9.67万件，其中直接答复7.25万件、派单2.42万件，直接答复率74.97%。"),
    ("a week's average", "第28周受理诉求71184件，日均10169件，直办37527件，转办33657件。"),
    ("shares make 99.99", "六类诉求分别占47.09%、30.30%、14.75%、5.31%、0.32%、2.22%。"),
    ("constant prices", "地区生产总值4050亿元（上年公布数为4100亿元），增长3%。"),
    ("small samples of satisfaction", "回访群众25件，满意率90%；回访群众99件，满意率75.86%。"),
    ("complement of a rate", "抽查单位57家，发现问题8家，合格率86%。"),
    ("rounded before subtracting", "绿道总长11472米，比上年的9443米增加2028米。"),
    ("whole and two kinds", "监测到差错1401处，其中网站1400处、新媒体1处。1400处中已改1375处、未改25处。"),
    ("year left out of a date", "8月29日，主要负责同志在全办宣讲；12月5日，组织宪法宣誓。"),
    ("学法制度 is no 法制", "健全会前学法制度，全年学法12次。"),
    ("regulation on documents", "印发《关于加强文件管理的通知》（县政办发〔2018〕59号），2025年3月27日起施行。"),
]


@pytest.mark.parametrize(("text", "id_", "words"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_a_slip_of_a_real_report_is_found(text: str, id_: str | None, words: str) -> None:
    at = text.index(words)
    found = [one for one in check(parse(text)).findings if one.severity != "note"]
    touching = [
        one
        for one in found
        if any(span.start < at + len(words) and at < span.end for span in (one.span, *(other.span for other in one.related)))
    ]
    assert touching
    assert id_ is None or id_ in {one.check for one in touching}


@pytest.mark.parametrize("text", [case[1] for case in RIGHT], ids=[case[0] for case in RIGHT])
def test_an_oddity_of_a_real_report_is_left_alone(text: str) -> None:
    assert [(one.check, one.message.en) for one in check(parse(text)).findings if one.severity != "note"] == []


def test_sentences_that_are_true_are_left_alone() -> None:
    """Sentences with many numbers that do not contradict each other, written to trip a recogniser, one a line."""
    sentences = (Path(__file__).parent / "data" / "true_sentences.txt").read_text("utf-8").splitlines()
    assert len(sentences) > 500
    told = {text: [one.check for one in check(parse(text.replace("\\n", "\n"))).findings if one.severity != "note"] for text in sentences}
    assert {text: checks for text, checks in told.items() if checks} == {}
