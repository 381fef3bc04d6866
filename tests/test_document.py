"""What the head of a report says of it, its headings and places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govmetrics import Document, parse


def test_the_head_of_a_report() -> None:
    document = parse(
        "首页 > 信息公开\n临江市司法局2023年法治政府建设年度报告\n发布机构：临江市司法局  发布时间：2024-02-18\n\n"
        "2023年，在市委领导下，2022年的遗留问题全部解决。\n",
        "report.txt",
    )
    assert document.name == "report.txt"
    assert document.title == "临江市司法局2023年法治政府建设年度报告"
    assert document.issuer == "临江市司法局"
    assert document.published == "2024-02-18"
    assert (document.year, document.review) == (2023, 2023)


def test_an_issuer_is_read_from_the_title_where_no_line_names_it() -> None:
    assert parse("青河县人民政府2024年政府信息公开工作年度报告\n全文如下。").issuer == "青河县人民政府"


def test_a_work_report_looks_back_a_year() -> None:
    document = parse("云岭县2025年政府工作报告\n过去一年，生产总值增长6%。")
    assert (document.year, document.review) == (2025, 2024)


def test_a_title_broken_in_two_is_joined() -> None:
    document = parse("青河市人民政府\n工作报告\n2024年1月15日在市人民代表大会上\n各位代表：\n")
    assert document.title == "青河市人民政府工作报告"


YEARS = {
    "临江市2024年工作总结\n2023年遗留，2022年启动，2022年完成。": 2024,
    "临江市二〇二三年工作总结\n正文。": 2023,
    "工作报告\n本年报中所列数据的统计期限自2021年1月1日起。2022年公布。": 2021,
    "情况说明\n2023年完成，2023年验收，力争到2030年全面建成。": 2023,
    "青河市2023年国民经济和社会发展统计公报[1]\n青河市统计局\n2024年3月28日\n全市平稳运行。": 2023,
    "情况说明\n没有年份。": None,
    "情况说明\n发布时间：2025-03-01\n没有别的年份。": 2024,
    "": None,
}


@pytest.mark.parametrize(("text", "year"), YEARS.items())
def test_the_report_year(text: str, year: int | None) -> None:
    assert parse(text).year == year


PUBLISHED = {
    "发布时间：2025-03-01": "2025-03-01",
    "发布日期: 2025年3月1日": "2025-03-01",
    "工作总结\n正文。\n\n2024年12月31日\n": "2024-12-31",
    "工作总结\n2024年12月召开会议。": None,
    "发布时间：2025-13-41": None,
}


@pytest.mark.parametrize(("text", "published"), PUBLISHED.items())
def test_the_day_of_publication(text: str, published: str | None) -> None:
    assert parse(text).published == published


def outline(document: Document) -> list[tuple[int, int, str]]:
    return [(section.level, section.number, section.title) for section in document.sections]


def test_headings_of_all_levels_in_either_width() -> None:
    document = parse("一、总体情况\n（一）主要做法\n1．健全机制\n（1）明确分工\n(2) 细化措施\n2. 强化督查\n(二)工作成效\n二、存在问题\n")
    assert outline(document) == [
        (1, 1, "总体情况"),
        (2, 1, "主要做法"),
        (3, 1, "健全机制"),
        (4, 1, "明确分工"),
        (4, 2, "细化措施"),
        (3, 2, "强化督查"),
        (2, 2, "工作成效"),
        (1, 2, "存在问题"),
    ]
    assert document.sections[4].path == "总体情况 / 主要做法 / 健全机制 / 细化措施"
    assert document.sections[-1].path == "存在问题"


def test_a_heading_glued_into_a_paragraph() -> None:
    document = parse("一、总体情况\n全年平稳。二、主要工作。狠抓落实。三、下步打算。再接再厉。")
    assert outline(document) == [(1, 1, "总体情况"), (1, 2, "主要工作"), (1, 3, "下步打算")]


def test_numbers_in_a_list_of_clauses_are_no_headings() -> None:
    assert outline(parse("会议由二、三两组承办，第一、第二小组列席。\n3.5亿元已到位。\n12.5%的村达标。\n")) == []


def test_sections_reach_to_the_next_heading_of_their_level() -> None:
    text = "前言。\n一、甲\n（一）乙\n乙文。\n（二）丙\n丙文。\n二、丁\n丁文。"
    spans = [text[section.span.start : section.span.end] for section in parse(text).sections]
    assert spans == ["一、甲\n（一）乙\n乙文。\n（二）丙\n丙文。\n", "（一）乙\n乙文。\n", "（二）丙\n丙文。\n", "二、丁\n丁文。"]


def test_sections_have_source_offsets_where_the_twin_is_shorter() -> None:
    text = "\ufeff共 12 件，\u200b351\n个。\r\n⼀、总体\u200b情况\r\n正文。\r\n二、存在问题\r\n"
    first, second = parse(text).sections
    assert text[first.span.start :].startswith("⼀、总体")
    assert (first.span.end, first.title) == (second.span.start, "总体情况")
    assert text[second.span.start : second.span.end] == "二、存在问题\r\n"


def test_positions_count_code_points_and_only_a_line_feed_ends_a_line() -> None:
    document = parse("𠀀a\r\nb\rc\u2028d\n\ne")
    assert [document.position(offset) for offset in range(11)] == [
        (1, 1), (1, 2), (1, 3), (1, 4), (2, 1), (2, 2), (2, 3), (2, 4), (2, 5), (2, 6), (3, 1),
    ]  # fmt: skip
    assert document.position(11) == (4, 1)


@given(st.text(st.sampled_from("一二三四十、（）()1234.。;\n \u3000第章节总体情况工作"), max_size=200))
def test_sections_nest(text: str) -> None:
    open_: list[tuple[int, int]] = []
    start = -1
    for section in parse(text).sections:
        assert start < section.span.start < section.span.end <= len(text)
        start = section.span.start
        open_ = [(level, end) for level, end in open_ if end > start]
        assert all(level < section.level and end >= section.span.end for level, end in open_)
        open_.append((section.level, section.span.end))
        assert section.number > 0
        assert section.path.endswith(section.title)


def test_a_trail_of_a_web_page_is_no_title() -> None:
    text = "您的位置: 首页 > 政府信息公开 > 法治政府建设年度报告\n发布时间：2025-03-01\n\n某县2024年法治政府建设情况报告\n\n内容。\n"
    document = parse(text)
    assert (document.title, document.review) == ("某县2024年法治政府建设情况报告", 2024)


def test_a_label_is_no_part_of_the_title() -> None:
    assert parse("标题：某局2021年工作报告\n发文机关：某局\n\n内容。\n").title == "某局2021年工作报告"
