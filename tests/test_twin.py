"""The twin: whatever is folded or cut, every figure is verbatim at its place in the source."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmetrics import AnyMetric, extract, parse
from govmetrics.analyse import analyse
from govmetrics.document import Document
from govmetrics.model import Span
from govmetrics.reading import decode
from govmetrics.twin import FOLD, make

# Pieces that meet inside figures, and the debris of web pages and converted documents around them.
PIECES = (
    *"0123456789０１２３４５６７８９〇一二三四五六七八九十百千万亿零两几多余半",
    *"，,.．。、：:；;！？%％‰﹪—–-~～（）()〔〕“”《》「」/·",
    *" \u3000\u00a0\u2003\u2009\t\n\u200b\ufeff\u00ad\u2028\x0c\x85",
    *("\r\n", "\r", "\n\n", "\n- 3 -\n", "\n第2页\n", "  "),
    *"⼀⼆⼗⽂⻓⽇⽉⼈民⼾",
    *"萬億個兩餘年月日號件條次戶元項點",
    *("年", "月", "日", "件", "人次", "万元", "亿元", "个百分点", "倍", "第", "位", "百分之", "负", "成"),
    *("2024年", "8月29日", "同比增长", "下降", "分别", "约", "不足", "以上", "其中", "比上年", "一、", "（一）", "全市受理来信"),
)
pieces = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
LETTERS = "全市受理群众来信来访案件办结投入资金同比增长下降提高其中按照有关规定组织开展督查"
prose = st.lists(st.one_of(pieces, st.sampled_from(LETTERS), st.integers(0, 10**9).map(str)), max_size=30).map("".join)


def check_places(text: str) -> tuple[Document, tuple[AnyMetric, ...]]:
    """Every figure is a non-empty verbatim slice, in order and without overlap."""
    document = parse(text)
    metrics = extract(document)
    end = 0
    for metric in metrics:
        assert end <= metric.span.start < metric.span.end <= len(text)
        assert text[metric.span.start : metric.span.end] == metric.text
        end = metric.span.end
    return document, metrics


class TestAnyText:
    @given(pieces)
    def test_figures_are_slices_of_the_source(self, text: str) -> None:
        check_places(text)

    @given(prose)
    def test_figures_of_prose_are_slices_of_the_source(self, text: str) -> None:
        check_places(text)

    @given(st.text(max_size=300))
    def test_no_text_fails(self, text: str) -> None:
        document, _ = check_places(text)
        assert document.text == text

    @given(st.lists(st.one_of(pieces, st.just("\n")), max_size=12).map("\n".join))
    def test_no_lines_fail(self, text: str) -> None:
        check_places(text)

    @given(st.lists(st.text(LETTERS + "0123456789，。年件", min_size=20, max_size=34), min_size=5, max_size=12).map("\n".join))
    def test_wrapped_lines_keep_their_places(self, text: str) -> None:
        check_places(text)

    @given(pieces)
    def test_a_twin_is_no_longer_than_its_source(self, text: str) -> None:
        assert len(make(text).text) <= len(text)

    @given(prose)
    def test_the_way_back_is_monotonic_and_leads_to_what_was_folded(self, text: str) -> None:
        twin = make(text)
        origins = [twin.origin(offset) for offset in range(len(twin.text))]
        assert origins == sorted(set(origins))
        for char, origin in zip(twin.text, origins, strict=True):
            source = text[origin]
            digit_zero = char == "〇" and FOLD.get(source, source) == "0"
            assert char == FOLD.get(source, source) or char == source or digit_zero or (char, source) == ("\n", "\r")

    @given(prose, st.data())
    def test_a_span_covers_its_characters_and_no_cut_edge(self, text: str, data: st.DataObject) -> None:
        twin = make(text)
        if not twin.text:
            return
        start = data.draw(st.integers(0, len(twin.text) - 1))
        end = data.draw(st.integers(start + 1, len(twin.text)))
        span = twin.span(start, end)
        assert span == Span(twin.origin(start), twin.origin(end - 1) + 1)
        assert span.end - span.start >= end - start

    @given(prose)
    def test_the_same_text_has_the_same_figures(self, text: str) -> None:
        assert extract(parse(text)) == extract(parse(text))

    @given(prose)
    def test_positions_point_into_the_lines(self, text: str) -> None:
        document, metrics = check_places(text)
        lines = text.split("\n")
        for metric in metrics:
            line, column = document.position(metric.span.start)
            assert lines[line - 1][column - 1 :].startswith(metric.text.split("\n")[0])


class TestTwiceMade:
    """The twin of a twin is the twin, but for runs that one pass shortens: `1 2 3年` and a text that reads as wrapped anew."""

    @given(
        st.text(
            st.sampled_from(
                [piece for piece in PIECES if len(piece) == 1 and piece not in " \u3000\u00a0\u2003\u2009\t\n\r\x0c\x85\u2028"]
            ),
            max_size=60,
        )
    )
    def test_folding_is_done_once(self, text: str) -> None:
        twin = make(text).text
        assert make(twin).text == twin

    @pytest.mark.parametrize(
        "text",
        ["2024 年 8 月 29 日召开", "建成351\n个", "共\u200b3,260起\r\n", "１８．１％", "增⻓⼆⼗三", "8 .8 %", "１ ９ ９ ７ 年"],
    )
    def test_spaces_and_breaks_inside_a_figure_are_gone_at_once(self, text: str) -> None:
        twin = make(text).text
        assert make(twin).text == twin


class TestEncodings:
    SENTENCES = (
        "全市受理群众来信来访",
        "同比增长１８．１％，",
        "投入资金2.5亿元。",
        "2024 年8月29日召开会议\r\n",
        "　　一、总体情况\n",
        "两百余人次",
        "完成率98%以上；",
    )

    @given(
        st.lists(st.sampled_from(SENTENCES), min_size=4, max_size=20).map("".join),
        st.sampled_from(["gb18030", "utf-16", "utf-8-sig", "utf-8"]),
    )
    def test_a_report_has_the_same_figures_in_every_encoding(self, text: str, codec: str) -> None:
        decoded, _ = decode(text.encode(codec))
        assert decoded == text
        assert extract(parse(decoded)) == extract(parse(text))


FOLDED = {
    "２０２４年８月": "2024年8月",
    "１８．１％，（一）": "18.1%,(一)",
    "2024 年 8 月 29 日": "2024年8月29日",
    "共 351 件": "共351件",
    "二〇0八年": "二〇〇八年",
    "⼆⼗三⽂⻓": "二十三文长",
    "萬億個兩餘": "万亿个两余",
    "「開放」": "“開放”",
    "12\u200b座": "12座",
    "件\r\n数": "件\n数",
    "件\r数": "件\n数",
    "3–5件": "3—5件",
    "1 9 9 7 年": "1997年",
    "增长8 .8 %": "增长8.8%",
    "建成351\n个": "建成351个",
    "English words stay apart": "English words stay apart",
    "列 12 34 56": "列12 34 56",
}


@pytest.mark.parametrize(("source", "twin"), FOLDED.items())
def test_one_spelling(source: str, twin: str) -> None:
    assert make(source).text == twin


def test_a_text_without_oddities_is_its_own_twin() -> None:
    text = "全年受理来信1286件,办结率98.2%。"
    twin = make(text)
    assert (twin.text, twin.starts, twin.shifts) == (text, [], [])


WRAPPED = (
    "全年共受理各类行政执法案件一千二百余件其中重大案\n"
    "件经集体讨论决定办结率较去年有明显提高全市共开展联合\n"
    "检查三百余次覆盖所有乡镇街道和开发区群众满意程度达到\n"
    "- 4 -\n"
    "较高水平窗口受理事项压缩办理时限平均承诺时间减少\n"
    "一半以上群众办事更加方便快捷各项工作按照计划有序推进\n"
    "取得良好成效社会各界给予充分肯定和广泛好评。\n"
)


def test_lines_wrapped_at_a_width_are_joined_over_a_page_number() -> None:
    twin = make(WRAPPED)
    assert "重大案件经集体" in twin.text
    assert "满意程度达到较高水平" in twin.text
    assert WRAPPED[twin.origin(twin.text.index("较高水平"))] == "较"


def test_headings_and_short_lines_are_not_joined() -> None:
    text = "一、总体情况\n二、主要工作\n三、存在问题\n四、下步打算\n"
    assert make(text).text == text


SAID = (
    "全县受理行政复议申请{a}件，办结{b}件，办结率{p}%，同比提高{q}个百分点。",
    "{y}年{m}月{d}日起，全市投入资金{a}.{c}亿元，惠及群众{b}万人次，增长{p}%。",
    "其中，新建高标准农田{b}.{c}万平方米，改造公路{a}公里，占全年任务的百分之{c}。",
    "上半年发电{a},{h}千瓦时，利润总额{b}万元，比上年下降{q}%，收入完成{a}.{d}万美元。",
    "组织培训{m}场，覆盖企业{b}户，处罚{d}起，调解成功率{p}%，群众满意度比上年提升{q}个百分点。",
)
numbers = st.fixed_dictionaries({
    "a": st.integers(10, 9999), "b": st.integers(100, 99999), "c": st.integers(1, 9), "d": st.integers(1, 28), "m": st.integers(1, 12),
    "y": st.integers(2010, 2025), "h": st.integers(100, 999),
    "p": st.decimals(10, 99, places=1), "q": st.decimals("0.1", "9.9", places=1),
})  # fmt: skip
sentences = st.builds(lambda said, values: said.format(**values), st.sampled_from(SAID), numbers)
paragraphs = st.lists(sentences, min_size=2, max_size=5).map("".join)
KEPT_ON_THE_LINE = "，。；：、％%"


def wrapped(text: str, width: int, *, marks_hang: bool) -> str:
    """`text` broken at `width` columns, wherever that is; `marks_hang` lets a mark stand behind the last column."""
    lines = [""]
    columns = 0
    for char in text:
        wide = 2 if ord(char) > 0x2E80 else 1
        if char == "\n":
            lines.append("")
            columns = 0
            continue
        if columns + wide > width and not (marks_hang and char in KEPT_ON_THE_LINE):
            lines.append("")
            columns = 0
        lines[-1] += char
        columns += wide
    return "\n".join(lines)


def said(text: str) -> Counter[tuple[str, str, str]]:
    return Counter((type(metric).__name__, metric.value, metric.unit) for metric in extract(parse(text)))


class TestWrapped:
    """A number that a line break cuts is found whole, or not at all."""

    @settings(max_examples=60)
    @given(st.lists(paragraphs, min_size=2, max_size=5), st.integers(50, 90), st.booleans())
    def test_a_wrapped_report_has_the_figures_of_the_report(self, parts: list[str], width: int, marks_hang: bool) -> None:
        text = "\n".join(parts)
        assert said(wrapped(text, width, marks_hang=marks_hang)) == said(text)

    @settings(max_examples=60)
    @given(sentences, st.integers(40, 90), st.booleans())
    def test_a_break_in_a_few_lines_makes_no_figure_up(self, text: str, width: int, marks_hang: bool) -> None:
        assert said(wrapped(text, width, marks_hang=marks_hang)) - said(text) == Counter()

    @settings(max_examples=30)
    @given(st.lists(paragraphs, min_size=2, max_size=5), st.integers(50, 90), st.sampled_from(["\r\n", " \n", "  \r\n"]))
    def test_line_ends_make_no_difference(self, parts: list[str], width: int, end: str) -> None:
        text = wrapped("\n".join(parts), width, marks_hang=True)
        assert said(text.replace("\n", end)) == said(text)
        check_places(text.replace("\n", end))

    FULL = "全年共受理各类行政执法案件一千二百余件其中重大案件经集体讨论决定"

    @pytest.mark.parametrize(
        ("first", "second", "value"),
        [
            ("工业增加值增长12.", "3%，服务业平稳", "12.3"),
            ("工业增加值比上年增长1", "6.7%，服务业平稳", "16.7"),
            ("年度任务的完成率为10", "0%，服务业平稳", "100"),
            ("工业增加值增长12", ".3%，服务业平稳", "12.3"),
            ("占比较上年提高0.3个百", "分点，服务业平稳", "0.3"),
        ],
    )
    def test_lines_as_wide_as_each_other(self, first: str, second: str, value: str) -> None:
        wide = self.FULL + "决定办理"
        start = wide[: (len(wide.encode("gb18030")) - len(first.encode("gb18030"))) // 2]
        text = f"{wide}\n{start}{first}\n{second}\n{wide}。\n"
        assert value in [metric.value for metric in extract(parse(text))]
        assert len(extract(parse(text))) == len(extract(parse(text.replace("\n", ""))))

    def test_a_number_of_a_list_is_no_rest_of_one(self) -> None:
        text = f"{self.FULL}，合计投入2000\n2.新建桥梁5座，\n3、改造管网6公里。\n"
        assert [metric.text for metric in extract(parse(text))] == ["一千二百余件", "5座", "6公里"]

    def test_cells_under_each_other_stay_apart(self) -> None:
        assert make("单位：万元\n教育支出\n12\n35.5\n卫生支出\n7\n8\n").text == "单位:万元\n教育支出\n12\n35.5\n卫生支出\n7\n8\n"

    def test_a_line_that_begins_with_a_year_is_no_rest_of_a_number(self) -> None:
        text = f"{self.FULL}，发布日期为2025-03-01\n2025年6月10日办结。"
        assert [metric.text for metric in extract(parse(text))][-1] == "2025年6月10日"


def test_a_tab_between_numbers_parts_two_cells() -> None:
    text = "部门\t许可（件）\t收费（万元）\n教育局\t126\t12.5\n卫健局\t210\t200.6\n"
    assert [metric.text for metric in analyse(text).metrics] == ["126", "12.5", "210", "200.6"]
