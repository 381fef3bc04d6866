"""The official tables of disclosure reports: read from every layout in which they are found, and proved or refuted."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from govmetrics import disclosure, parse
from govmetrics.analyse import check
from govmetrics.disclosure.form import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from govmetrics.finding import Finding

CHECKS = ("disclosure-table-mismatch", "review-table-mismatch")
SAMPLES = sorted((ROOT / "samples" / "disclosure").glob("*.txt"))
SAMPLE = ROOT / "samples" / "disclosure" / "yunling-2024.txt"
LABELS = [
    "一、本年新收政府信息公开申请数量",
    "二、上年结转政府信息公开申请数量",
    "（一）予以公开",
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    "1.属于国家秘密",
    "2.其他法律行政法规禁止公开",
    "3.危及“三安全一稳定”",
    "4.保护第三方合法权益",
    "5.属于三类内部事务信息",
    "6.属于四类过程性信息",
    "7.属于行政执法案卷",
    "8.属于行政查询事项",
    "1.本机关不掌握相关政府信息",
    "2.没有现成信息需要另行制作",
    "3.补正后申请内容仍不明确",
    "1.信访举报投诉类申请",
    "2.重复申请",
    "3.要求提供公开出版物",
    "4.无正当理由大量反复申请",
    "5.要求行政机关确认或重新出具已获取信息",
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    "3.其他",
    "（七）总计",
    "四、结转下年度继续办理",
]
GROUPS = {2: "三、本年度办理结果", 4: "（三）不予公开", 12: "（四）无法提供", 15: "（五）不予处理", 20: "（六）其他处理"}
"""What stands in a column of its own before the row of a number."""
HEAD = """远山县2024年政府信息公开工作年度报告
三、收到和处理政府信息公开申请情况
（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）
"""
TAIL = "\n四、政府信息公开行政复议、行政诉讼情况\n"
Rows = list[list[int]]


def sums_made(parts: Rows, new: list[int]) -> Rows:
    """Rows that add up: 21 rows of `parts`, in six columns, between what they must come from and what they make."""
    done = [sum(column) for column in zip(*parts, strict=True)]
    carried = [max(done[at] - new[at], 0) for at in range(6)]
    left = [new[at] + carried[at] - done[at] for at in range(6)]
    return [[*row, sum(row)] for row in (new, carried, *parts, done, left)]


SMALL = st.one_of(st.just(0), st.just(0), st.integers(0, 9), st.integers(0, 14000))
SIX = st.lists(SMALL, min_size=6, max_size=6)
SHEETS = st.builds(sums_made, st.lists(SIX, min_size=21, max_size=21), SIX).filter(lambda rows: any(map(any, rows)))
SHEET = sums_made([[row * 7 % 5, row % 2, 0, row % 3, 0, 2] for row in range(21)], [40, 9, 1, 5, 0, 60])


# --- layouts -------------------------------------------------------------------------------------------------


def with_blanks(rows: Rows) -> str:
    return "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n" + "\n".join(
        f"{label} {' '.join(map(str, row))}" for label, row in zip(LABELS, rows, strict=True)
    )


def full_width(rows: Rows) -> str:
    return with_blanks(rows).translate(str.maketrans("0123456789", "０１２３４５６７８９"))


def with_returns(rows: Rows) -> str:
    return with_blanks(rows).replace("\n", "\r\n")


def parted(rows: Rows, bar: str, nought: str) -> str:
    lines = ["申请人情况", f"{bar}自然人{bar}法人或其他组织{bar}总计"]
    for at, (label, row) in enumerate(zip(LABELS, rows, strict=True)):
        cells = bar.join(str(number or nought) for number in row)
        lines.append(f"{GROUPS.get(at, '')}{bar}{label}{bar}{cells}")
    return "\n".join(lines)


def tabs(rows: Rows) -> str:
    return parted(rows, "\t", "0")


def tabs_and_blanks(rows: Rows) -> str:
    return parted(rows, "\t", "")


def tabs_cut_at_the_end(rows: Rows) -> str:
    return "\n".join(line.rstrip("\t") for line in parted(rows, "\t", "").split("\n"))


def bars(rows: Rows) -> str:
    return "\n".join(f"| {line} |" for line in parted(rows, " | ", "").split("\n"))


def open_bars(rows: Rows) -> str:
    return "\n".join(f"{label} | {' | '.join(map(str, row))} |" for label, row in zip(LABELS, rows, strict=True))


def thousands(rows: Rows) -> str:
    return "\n".join(f"{label}  {'  '.join(f'{number:,}' for number in row)}" for label, row in zip(LABELS, rows, strict=True))


def dashes(rows: Rows) -> str:
    return "\n".join(f"{label} {' '.join(str(number or '/') for number in row)}" for label, row in zip(LABELS, rows, strict=True))


def a_cell_a_line(rows: Rows) -> str:
    lines = ["自然人", "法人或其他组织", "总计", "商业", "企业"]
    for at, (label, row) in enumerate(zip(LABELS, rows, strict=True)):
        lines += [*([GROUPS[at]] if at in GROUPS else []), label, *map(str, row), *(["- 3 -"] if at == 9 else [])]
    return "\n".join(lines)


def a_cell_a_line_with_bars(rows: Rows) -> str:
    lines = []
    for at, (label, row) in enumerate(zip(LABELS, rows, strict=True)):
        lines += [*([f"{GROUPS[at]} |"] if at in GROUPS else []), f"{label} |", *(f"{number or ''} |" for number in row), "||"]
    return "\n".join(lines)


def a_cell_a_line_blank(rows: Rows) -> str:
    return "\n".join("\n".join([label, *(str(number or "") for number in row)]) for label, row in zip(LABELS, rows, strict=True))


def aligned(rows: Rows) -> str:
    """Columns of eight, with blanks for noughts but in one row."""
    lines = []
    for at, (label, row) in enumerate(zip(LABELS, rows, strict=True)):
        name = label[:16]
        width = sum(2 if char > "\u2e80" else 1 for char in name)
        lines.append(name + " " * (34 - width) + "".join(f"{number if number or at == 1 else '':>8}" for number in row))
    return "\n".join(lines)


def wrapped(rows: Rows) -> str:
    """Numbers before, between and after the pieces of labels, upright letters, page numbers, labels of groups between rows."""
    lines = ["申请人情况", "自然人 社会 法律 总计", "商业 科研", "企业 机构"]
    upright = iter("三、本年度办理结果")
    for at, (label, row) in enumerate(zip(LABELS, rows, strict=True)):
        cells = " ".join(map(str, row))
        half = len(label) // 2 + 1
        if at % 4 == 0:
            lines += [cells, label]
        elif at % 4 == 1:
            lines.append(f"{label} {cells}")
        elif at % 4 == 2:
            lines += [label[:half], cells, label[half:]]
        else:
            lines += [label[:half], f"{label[half:]} {cells}"]
        lines += [GROUPS[at - 1]] if at - 1 in GROUPS and at > 4 else []
        lines += [letter] if 2 <= at < 22 and (letter := next(upright, "")) else []
        lines += ["- 12 -"] if at in (7, 15) else []
    return "\n".join(lines)


def numbers_first(rows: Rows) -> str:
    return "\n".join(f"{' '.join(map(str, row))} {label}" for label, row in zip(LABELS, rows, strict=True))


LAYOUTS = [
    with_blanks, full_width, with_returns, tabs, tabs_and_blanks, tabs_cut_at_the_end, bars, open_bars, thousands, dashes,
    a_cell_a_line, a_cell_a_line_with_bars, a_cell_a_line_blank, aligned, wrapped, numbers_first,
]  # fmt: skip


def applications(text: str) -> Table:
    (table,) = (table for table in disclosure.read(text) if table.kind == "applications")
    return table


def read(text: str) -> Rows:
    table = applications(text)
    assert table.unread is None, text
    return [[int(table.cells[f"r{row:02}", f"c{column}"].value) for column in range(1, 8)] for row in range(1, 26)]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
@settings(max_examples=20)
@given(rows=SHEETS)
def test_every_layout_is_read(layout: Callable[[Rows], str], rows: Rows) -> None:
    assert read(HEAD + layout(rows) + TAIL) == rows


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_a_cell_stands_where_its_number_is(layout: Callable[[Rows], str]) -> None:
    text = HEAD + layout(SHEET) + TAIL
    for cell in applications(text).cells.values():
        written = text[cell.start : cell.end]
        assert cell.assumed == (written in ("", "/"))
        assert (
            Decimal(written.replace(",", "").translate(str.maketrans("０１２３４５６７８９", "0123456789")) if not cell.assumed else 0)
            == cell.value
        )


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
@settings(max_examples=20)
@given(rows=SHEETS)
def test_what_adds_up_is_proved(layout: Callable[[Rows], str], rows: Rows) -> None:
    outcome = check(parse(HEAD + layout(rows) + TAIL), [], CHECKS)
    wrong = [one for one in outcome.findings if one.severity == "error"]
    assert wrong == []
    if not outcome.findings:  # a blank total of parts is a warning
        assert Counter(one.status for one in outcome.verdicts) == {"holds": 39}


def test_the_form_of_2019_has_one_row_for_other_handling() -> None:
    rows = sums_made([[2, 0, 0, 1, 0, 0]] * 18 + [[0] * 6] * 2 + [[4, 0, 0, 0, 0, 1]], [60, 0, 0, 0, 0, 0])
    lines = with_blanks(rows).split("\n")
    lines[21:24] = [f"（六）其他处理 {lines[23].removeprefix('3.其他 ')}"]
    text = HEAD + "\n".join(lines) + TAIL
    assert applications(text).merged
    assert read(text) == rows
    assert Counter(one.status for one in check(parse(text), [], CHECKS).verdicts) == {"holds": 39}


# --- what is not sure ----------------------------------------------------------------------------------------


def without_a_number(rows: Rows) -> str:
    return with_blanks(rows).replace("6.属于四类过程性信息 4 1 0", "6.属于四类过程性信息 4 1")


def with_a_number_more(rows: Rows) -> str:
    return with_blanks(rows).replace("6.属于四类过程性信息 4 1 0", "6.属于四类过程性信息 4 1 0 0")


def without_a_row(rows: Rows) -> str:
    return "\n".join(line for line in wrapped(rows).split("\n") if line != " ".join(map(str, rows[8])))


def without_a_label(rows: Rows) -> str:
    return with_blanks(rows).replace("7.属于行政执法案卷", "7.")


def in_another_order(rows: Rows) -> str:
    lines = with_blanks(rows).split("\n")
    lines[8], lines[9] = lines[9], lines[8]
    return "\n".join(lines)


def without_blank_lines(rows: Rows) -> str:
    return "\n".join(line for line in a_cell_a_line_blank(rows).split("\n") if line)


def with_its_numbers_in_the_label(rows: Rows) -> str:
    """One row is parted by spaces, where a tab stands inside its label."""
    return tabs(rows).replace("\t6.属于四类过程性信息\t4\t1\t0\t1\t0\t2\t8", "\t6.属于四类\t过程性信息 4 1 0 2 8")


def empty(_: Rows) -> str:
    return parted([[0] * 7] * 25, "\t", "")


UNSURE = {
    without_a_number: "blank-cells",
    with_a_number_more: "blank-cells",
    without_a_row: "numbers",
    without_a_label: "labels",
    in_another_order: "labels",
    without_blank_lines: "blank-cells",
    with_its_numbers_in_the_label: "blank-cells",
    empty: "empty",
}


@pytest.mark.parametrize("broken", UNSURE, ids=lambda broken: broken.__name__)
def test_what_is_not_sure_is_left_and_says_why(broken: Callable[[Rows], str]) -> None:
    text = HEAD + broken(SHEET) + TAIL
    table = applications(text)
    assert (table.unread, table.cells) == (UNSURE[broken], {})
    outcome = check(parse(text), [], CHECKS)
    assert outcome.findings == ()
    (verdict,) = outcome.verdicts
    assert verdict.status == "not-assessable"
    assert verdict.reason
    assert verdict.span.end > verdict.span.start


@given(
    st.lists(st.sampled_from([*LABELS, *GROUPS.values(), "0", "17", "\n", "\n", "\t", " ", "|", "- 1 -", "行政复议、行政诉讼情况", "维持"]))
)
def test_no_text_makes_it_fail(pieces: list[str]) -> None:
    for table in disclosure.read(HEAD + "一、本年新收政府信息公开申请" + "".join(pieces)):
        assert bool(table.cells) != bool(table.unread)


def test_other_reports_cost_nothing() -> None:
    assert disclosure.read("今年政府信息公开工作有序推进，全年办理行政复议12件。\n") == ()


# --- the other tables ----------------------------------------------------------------------------------------

REVIEWS = "四、政府信息公开行政复议、行政诉讼情况\n"
RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
NUMBERS = [3, 1, 0, 2, 6, 1, 0, 0, 0, 1, 2, 0, 1, 0, 3]
TITLES = ("行政复议", "行政诉讼\n未经复议直接起诉", "复议后起诉")
PROCEEDINGS = {
    "a row": "行政复议 行政诉讼\n结果 结果 其他 尚未\n总 计\n维持 纠正 结果 审结\n" + " ".join(map(str, NUMBERS)),
    "no header": "\t".join(map(str, NUMBERS)),
    "a cell a line": "行政复议\n行政诉讼\n" + "\n".join([*RESULTS] * 3) + "\n" + "\n".join(map(str, NUMBERS)),
    "blank cells": "行政复议\t行政诉讼\n维持\t纠正\t其他\t审结\t总计\n" + "\t".join(str(number or "") for number in NUMBERS),
    "three tables": "\n".join(
        f"{title}\n{' '.join(RESULTS)}\n{' '.join(map(str, NUMBERS[at * 5 : at * 5 + 5]))}" for at, title in enumerate(TITLES)
    ),
    "a row a result": "行政复议 未经复议直接起诉 复议后起诉\n"
    + "\n".join(f"{result} {' '.join(map(str, NUMBERS[at::5]))}" for at, result in enumerate(RESULTS)),
    "a line a cell with its name": "\n".join(
        f"{title}\n" + "\n".join(f"{result} {number}" for result, number in zip(RESULTS, NUMBERS[at * 5 : at * 5 + 5], strict=True))
        for at, title in enumerate(TITLES)
    ),
}


def proceedings(layout: str) -> Table:
    text = f"政府信息公开年度报告\n三、收到和处理政府信息公开申请情况\n本年新收0件。\n{REVIEWS}{layout}\n五、存在的主要问题\n共2个。\n"
    (table,) = (table for table in disclosure.read(text) if table.kind == "proceedings")
    return table


@pytest.mark.parametrize("layout", PROCEEDINGS)
def test_reviews_and_suits_are_read(layout: str) -> None:
    table = proceedings(PROCEEDINGS[layout])
    assert [int(cell.value) for cell in table.cells.values()] == NUMBERS
    assert list(table.cells)[4] == ("rv", "total")
    assert list(table.cells)[14] == ("lr", "total")


@pytest.mark.parametrize("numbers", [NUMBERS[:-1], [*NUMBERS, 0]])
def test_reviews_and_suits_of_another_size_are_left(numbers: list[int]) -> None:
    assert proceedings("结果维持 结果纠正 尚未审结\n" + " ".join(map(str, numbers))).unread == "numbers"


PUBLISHED = {
    "a row a line": "信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 0 0 0\n行政规范性文件 6 4 53\n行政许可 1,864\n第二十条第（六）项\n"
    "信息内容 本年处理决定数量\n行政处罚 23\n行政强制 9\n信息内容 本年收费金额（单位：万元）\n行政事业性收费 128.54\n",
    "a cell a line": "信息内容\n本年制发件数\n本年废止件数\n规章\n0\n0\n0\n行政规范性文件\n6\n4\n53\n行政许可\n1864\n- 2 -\n信息内容\n行政处罚\n23\n行政强制\n9\n"
    "信息内容\n本年收费金额\n行政事业性收费\n128.54\n",
    "blank cells": "信息内容\t本年制发件数\t本年废止件数\n规章\t\t\t\n行政规范性文件\t6\t4\t53\n行政许可\t1864\n行政处罚\t23\n行政强制\t9\n行政事业性收费\t128.54\n",
}


@pytest.mark.parametrize("layout", PUBLISHED)
def test_documents_and_decisions_are_read(layout: str) -> None:
    text = f"政府信息公开年度报告\n二、主动公开政府信息情况\n第二十条第（一）项\n{PUBLISHED[layout]}三、收到和处理政府信息公开申请情况\n"
    (table,) = disclosure.read(text)
    assert [str(cell.value) for cell in table.cells.values()] == ["0", "0", "0", "6", "4", "53", "1864", "23", "9", "128.54"]
    assert [cell.assumed for cell in table.cells.values()] == [layout == "blank cells"] * 3 + [False] * 7


def test_the_first_table_of_2019_has_other_columns_and_is_left() -> None:
    rows = "规章 0 0 0\n规范性文件 2 2 9\n行政许可 6\n行政处罚 2\n行政强制 0\n行政事业性收费 0\n"
    text = f"政府信息公开年度报告\n二、主动公开政府信息情况\n信息内容 本年新制作数量 本年新公开数量 对外公开总数量\n{rows}三、收到和处理\n"
    (table,) = disclosure.read(text)
    assert table.unread == "labels"


# --- what is found -------------------------------------------------------------------------------------------


def errors(text: str) -> list[Finding]:
    return [one for one in check(parse(text), [], CHECKS).findings if one.severity == "error"]


def touches(one: Finding, start: int, end: int) -> bool:
    return any(span.start < end and start < span.end for span in (one.span, *(other.span for other in one.related)))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_tables_of_a_sample_are_proved_and_every_changed_cell_is_found(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert Counter(one.status for one in check(parse(text), [], CHECKS).verdicts) == {"holds": 42}
    cells = changed(text)
    assert len(cells) == (190 if path == SAMPLE else 44)
    assert [key for key, found in cells if not found] == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_text_of_a_sample_is_held_against_its_tables(path: Path) -> None:
    outcome = check(parse(path.read_text(encoding="utf-8")), None, ["disclosure-text-mismatch"])
    assert [one.status for one in outcome.verdicts] == ["holds"] * 3


def changed(text: str) -> list[tuple[tuple[str, str], bool]]:
    """Each cell of the two tables with sums, and whether one error points to it when its number is greater by one."""
    found = []
    for table in disclosure.read(text):
        for key, cell in table.cells.items() if table.kind != "published" else ():
            if cell.start < cell.end:
                other = str(cell.value + 1)
                wrong = errors(text[: cell.start] + other + text[cell.end :])
                found.append((key, len(wrong) == 1 and touches(wrong[0], cell.start, cell.start + len(other))))
    return found


def test_a_number_in_a_blank_cell_is_found() -> None:
    text = HEAD + tabs_and_blanks(SHEET) + TAIL
    cells = [cell for cell in applications(text).cells.values() if cell.assumed and cell.column != "c7"]
    assert len(cells) > 50
    for cell in cells:
        wrong = errors(text[: cell.start] + "8" + text[cell.end :])
        assert any(touches(one, cell.start, cell.start + 1) for one in wrong), cell


def test_one_cell_explains_a_row_and_a_column() -> None:
    text = SAMPLE.read_text(encoding="utf-8").replace("3.补正后申请内容仍不明确 1 0 0 0 0 0 1", "3.补正后申请内容仍不明确 1 5 0 0 0 0 1")
    (one,) = errors(text)
    assert (text[one.span.start : one.span.end], one.found, one.expected) == ("5", "5", "0")
    assert one.message.zh == "“3.补正后申请内容仍不明确”商业企业一格是5，所在的行和列都不平，是0才都平"
    assert one.arithmetic == "4+1+1+1+1+5=13≠8; 1+5=6≠1"


def test_two_slips_are_told_apart() -> None:
    text = SAMPLE.read_text(encoding="utf-8").replace("（七）总计 127 8 0 1 4 0 140", "（七）总计 172 8 0 1 4 0 104")
    found = {one.message.zh for one in errors(text)}
    assert found == {
        "自然人列各项办理结果之和为127，（七）总计却是172",
        "自然人列新收128加上年结转3是131，总计172加结转下年度4却是176",
        "总计列各项办理结果之和为140，（七）总计却是104",
        "总计列新收142加上年结转3是145，总计104加结转下年度5却是109",
        "“（七）总计”六类申请人之和为185，总计却是104",
    }


def test_blank_totals_are_one_warning() -> None:
    lines = parted(SHEET, "\t", "").split("\n")
    for at in (5, 6):  # the totals of r04 and r05
        lines[at] = lines[at].rsplit("\t", 1)[0] + "\t"
    (one,) = check(parse(HEAD + "\n".join(lines) + TAIL), [], CHECKS).findings
    assert (one.severity, one.message.en) == ("warning", "2 totals are blank; the parts of this one make 6")


# --- reports as they are published ---------------------------------------------------------------------------


def published(shared: Path, name: str) -> str:
    (path,) = (shared / "corpus" / "info_disclosure").glob(f"*{name}*")
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


@pytest.mark.shared
@pytest.mark.parametrize("name", ["杭州式_2025", "洪泽区人民政府_2024"])
def test_all_42_identities_hold_and_every_changed_cell_is_found(shared: Path, name: str) -> None:
    text = published(shared, name)
    assert Counter(one.status for one in check(parse(text), [], CHECKS).verdicts) == {"holds": 42}
    cells = changed(text)
    assert len(cells) == (190 if "杭州" in name else 176)  # the form of 2019 has two rows less
    assert [key for key, found in cells if not found] == []


@pytest.mark.shared
def test_two_totals_of_a_real_report_are_wrong(shared: Path) -> None:
    outcome = check(parse(published(shared, "洪泽区人民政府_2023")), [], CHECKS)
    assert Counter(one.status for one in outcome.verdicts) == {"holds": 40, "fails": 2}
    assert [one.arithmetic for one in outcome.findings] == ["10+1+0+0=11≠0", "5+0+0+0=5≠0"]
