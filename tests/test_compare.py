"""Two reports side by side: what is matched, the arithmetic, and the command that prints it."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from clirun import Run, run, write
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from govmetrics import comparing
from govmetrics.analyse import analyse
from govmetrics.facts import normal
from govmetrics.messages import LANGUAGES
from govmetrics.model import plain
from govmetrics.output import comparison
from govmetrics.view import View

OLD = "县司法局2023年工作总结\n全年办理法律援助案件860件，培训调解员415人次，投入1.2亿元，群众满意率98.5%。\n"
NEW = "县司法局2024年工作总结\n全年办理法律援助案件912件，培训调解员430人次，投入9600万元，群众满意率99.1%。\n"


def view(text: str) -> View:
    analysis = analyse(text)
    return View(analysis.document, analysis.metrics)


def rows(old: str, new: str) -> list[tuple[str, str, str, str, str, str]]:
    """Name, unit, values, difference and growth of each row."""
    found = comparing.compare(view(old), view(new)).rows
    return [
        (row.name, row.unit, plain(row.old), plain(row.new), plain(row.difference), "-" if row.growth is None else plain(row.growth))
        for row in found
    ]


class TestArithmetic:
    @pytest.mark.parametrize(
        ("old", "new", "growth"),
        [
            ("200", "240", "20.00"),
            ("8", "7", "-12.50"),
            ("3", "1", "-66.67"),
            ("80000", "80001", "0.00"),
            ("20000", "20001", "0.01"),  # 0.005 is rounded half up
            ("20000", "19999", "-0.01"),
            ("5", "5", "0.00"),
            ("0.30", "0.1", "-66.67"),
            ("0", "5", None),
            ("0.00", "0", None),
            ("-4.6", "2", None),
        ],
    )
    def test_growth(self, old: str, new: str, growth: str | None) -> None:
        assert comparing.growth(Decimal(old), Decimal(new)) == (None if growth is None else Decimal(growth))

    @given(st.integers(1, 10**30), st.integers(0, 10**30))
    def test_growth_is_the_nearest_hundredth(self, old: int, new: int) -> None:
        found = comparing.growth(Decimal(old), Decimal(new))
        assert found is not None
        hundredths = int(plain(found).replace(".", ""))
        assert 2 * abs(hundredths * old - (new - old) * 10000) <= old
        assert found.as_tuple().exponent == -2

    @given(st.decimals(-(10**40), 10**40, allow_nan=False, places=6), st.decimals(-(10**40), 10**40, allow_nan=False, places=6))
    def test_a_difference_loses_no_digit(self, old: Decimal, new: Decimal) -> None:
        found, *whole = (int(plain(number).replace(".", "")) for number in (comparing.difference(old, new), old, new))
        assert found == whole[1] - whole[0]


class TestMatching:
    def test_levels_by_label(self) -> None:
        assert rows(OLD, NEW) == [
            ("办理法律援助案件", "件", "860", "912", "52", "6.05"),
            ("培训调解员", "人次", "415", "430", "15", "3.61"),
            ("投入", "元", "120000000", "96000000", "-24000000", "-20.00"),
            ("群众满意率", "%", "98.5", "99.1", "0.6", "-"),
        ]

    def test_a_label_with_two_values_names_nothing(self) -> None:
        old = "县司法局2023年工作总结\n城区举办讲座12场。乡镇举办讲座30场。\n"
        new = "县司法局2024年工作总结\n全县举办讲座40场。\n"
        assert rows(old, new) == []
        assert rows(new.replace("2024", "2022"), old) == []

    def test_one_value_said_twice_is_one_fact_as_exact_as_any(self) -> None:
        old = "县司法局2023年工作总结\n发放宣传资料1.2万份。各乡镇积极参与，全年发放宣传资料12043份。\n"
        new = "县司法局2024年工作总结\n发放宣传资料15000份。\n"
        assert rows(old, new) == [("发放宣传资料", "份", "12043", "15000", "2957", "24.55")]

    @pytest.mark.parametrize(
        "new",
        [
            "县司法局2024年工作总结\n发放宣传资料比上年增加3000份。\n",
            "县司法局2024年工作总结\n发放宣传资料15000册。\n",
            "县司法局2024年工作总结\n发放宣传资料1—2万份。\n",
            "县司法局2024年工作总结\n2023年，发放宣传资料12000份。\n",
        ],
        ids=["a change", "another unit", "a range", "another year"],
    )
    def test_what_is_no_level_of_the_year_is_left_out(self, new: str) -> None:
        assert rows("县司法局2023年工作总结\n发放宣传资料12000份。\n", new) == []

    def test_parts_of_the_year_are_matched_with_each_other(self) -> None:
        old = "县司法局2023年工作总结\n2023年上半年，受理案件120件。2023年下半年，受理案件150件。\n"
        new = "县司法局2024年工作总结\n2024年上半年，受理案件132件。2024年下半年，受理案件120件。\n"
        assert rows(old, new) == [
            ("受理案件 (2024-01/2024-06)", "件", "120", "132", "12", "10.00"),
            ("受理案件 (2024-07/2024-12)", "件", "150", "120", "-30", "-20.00"),
        ]

    def test_a_row_of_a_table_states_its_total(self) -> None:
        table = "县财政局{}年部门预算\n支出预算总表\n单位：万元\n项目 合计 基本支出 项目支出\n教育支出 {} {} {}\n农林水支出 {} {} {}\n"
        old, new = table.format(2023, 300, 100, 200, 70, 0, 70), table.format(2024, 360, 100, 260, 91, 30, 60)
        assert rows(old, new) == [("教育支出", "元", "3000000", "3600000", "600000", "20.00")]  # 30+60 is not 91

    def test_the_words_of_a_label_that_may_differ(self) -> None:
        assert normal("2024年度全年共受理案件") == normal("受理案件") == "受理案件"
        assert normal("（二）“公共安全”支出") == "公共安全支出"
        assert normal("3. 教育支出科目") == "教育支出"
        assert normal("5") == normal("…………") == ""


def disclosure(year: int, **cells: str) -> str:
    """The sample report on disclosure as if of `year`, with other numbers in the rows that begin with given words."""
    text = (ROOT / "samples" / "disclosure" / "yunling-2024.txt").read_text(encoding="utf-8").replace("2024", str(year))
    for start, numbers in cells.items():
        line = next(line for line in text.splitlines() if line.startswith(start))
        text = text.replace(line, f"{start}{numbers}")
    return text


class TestOfficialTables:
    def test_cells_by_row_and_column(self) -> None:
        old = disclosure(2023, 行政许可=" 15535", 行政事业性收费=" 1300", **{"二、上年结转政府信息公开申请数量": " 0 0 0 0 0 0 0"})
        found = {row[0]: row[1:] for row in rows(old, disclosure(2024))}
        assert found["行政许可 / 本年处理决定数量"] == ("件", "15535", "18642", "3107", "20.00")
        assert found["行政事业性收费 / 本年收费金额"] == ("元", "13000000", "12865400", "-134600", "-1.04")
        assert found["二、上年结转政府信息公开申请数量 / 自然人"] == ("件", "0", "3", "3", "-")
        assert found["二、上年结转政府信息公开申请数量 / 总计"] == ("件", "0", "3", "3", "-")
        assert found["复议后起诉 / 结果维持"] == ("件", "2", "2", "0", "0.00")

    def test_what_is_0_in_both_is_left_out(self) -> None:
        names = [row[:2] for row in rows(disclosure(2023), disclosure(2024))]
        assert not [name for name, _ in names if name.startswith(("规章", "1.属于国家秘密", "2.申请人逾期"))]
        assert len(names) == len(set(names))


def compare(folder: Path, *options: str) -> Run:
    write(folder / "2023.txt", *OLD.splitlines())
    write(folder / "2024.txt", *NEW.splitlines())
    return run("compare", "2023.txt", "2024.txt", *options, cwd=folder)


class TestCommand:
    def test_a_pipe_gets_csv(self, tmp_path: Path) -> None:
        done = compare(tmp_path)
        assert (done.status, done.err) == (0, "")
        heading, *found = csv.reader(io.StringIO(done.out))
        assert heading[:7] == ["name", "indicator", "unit", "old", "new", "difference", "growth"]
        named = [dict(zip(heading, row, strict=True)) for row in found]
        assert [row["growth"] for row in named] == ["6.05", "3.61", "-20.00", "-"]
        assert {(row["old_line"], row["new_line"], row["old_bound"]) for row in named} == {("2", "2", "exact")}

    def test_json_follows_its_schema(self, tmp_path: Path) -> None:
        document = json.loads(compare(tmp_path, "-f", "json").out)
        schema = json.loads(run("schema", "comparison").out)
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.validate(document, schema)
        assert document["schema"] == schema["$id"]
        assert document["old"] == {"path": "2023.txt", "title": "县司法局2023年工作总结", "year": 2023, "unmatched": 0}
        assert [row["difference"] for row in document["rows"]] == ["52", "15", "-24000000", "0.6"]

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_a_table(self, tmp_path: Path, lang: str) -> None:
        lines = compare(tmp_path, "-f", "table", "--lang", lang).out.splitlines()
        assert lines[:2] == ["2023.txt  县司法局2023年工作总结", "2024.txt  县司法局2024年工作总结"]
        words = (
            ["指标", "单位", "2023年", "2024年", "增减", "增幅%"]
            if lang == "zh"
            else ["name", "unit", "2023", "2024", "difference", "growth", "%"]
        )
        assert lines[2].split() == words
        assert lines[4].split() == ["办理法律援助案件", "件", "860", "912", "+52", "+6.05"]
        assert lines[6].split() == ["投入", "元", "120,000,000", "96,000,000", "-24,000,000", "-20.00"]
        assert lines[-1] == (
            "两份共有 4 项，仅旧报告有 0 项，仅新报告有 0 项" if lang == "zh" else "in both: 4, only in the older: 0, only in the newer: 0"
        )

    def test_approximations_are_marked(self, tmp_path: Path) -> None:
        write(tmp_path / "a.txt", "县司法局2023年工作总结", "发放宣传资料1万份以上。")
        write(tmp_path / "b.txt", "县司法局2024年工作总结", "发放宣传资料约1.5万份。")
        out = run("compare", "a.txt", "b.txt", "-f", "table", cwd=tmp_path).out
        assert out.splitlines()[4].split() == ["发放宣传资料", "份", "≥10,000", "≈15,000", "+5,000", "+50.00"]

    @pytest.mark.parametrize(("name", "start"), [("o.csv", b"\xef\xbb\xbfname,"), ("o.json", b'{"schema"'), ("o.txt", b"2023.txt")])
    def test_the_ending_chooses_the_format(self, tmp_path: Path, name: str, start: bytes) -> None:
        assert compare(tmp_path, "-o", name) == Run(0, "", "")
        assert (tmp_path / name).read_bytes().startswith(start)

    def test_encodings(self, tmp_path: Path) -> None:
        (tmp_path / "b.txt").write_bytes(NEW.encode("gb18030"))
        write(tmp_path / "2023.txt", *OLD.splitlines())
        assert run("compare", "2023.txt", "b.txt", "-o", "o.csv", "--output-encoding", "gb18030", cwd=tmp_path).status == 0
        assert "办理法律援助案件" in (tmp_path / "o.csv").read_bytes().decode("gb18030")
        done = run("compare", "b.txt", "b.txt", "--encoding", "nonsense", cwd=tmp_path)
        assert done == Run(2, "", "nonsense: unknown encoding; use a name such as utf-8, gb18030 or big5\n")

    def test_figures_that_extract_wrote_say_the_same(self, tmp_path: Path) -> None:
        written = compare(tmp_path).out
        assert run("extract", "2023.txt", "-o", "2023.ndjson", cwd=tmp_path).status == 0
        assert run("extract", "2024.txt", "-o", "2024.jsonl", cwd=tmp_path).status == 0
        assert run("compare", "2023.ndjson", "2024.jsonl", cwd=tmp_path).out == written

    def test_standard_input_is_one_of_them(self, tmp_path: Path) -> None:
        written = compare(tmp_path).out
        assert run("compare", "-", "2024.txt", cwd=tmp_path, data=OLD.encode()).out == written

    def test_nothing_in_common_is_said(self, tmp_path: Path) -> None:
        write(tmp_path / "a.txt", "没有数字。")
        done = run("compare", "a.txt", "a.txt", cwd=tmp_path)
        assert (done.status, done.out.count("\n")) == (0, 1)
        assert done.err == "the two reports state nothing that can be held against each other\n"

    @pytest.mark.parametrize(
        ("arguments", "error"),
        [
            (("2023.txt", "nix.txt"), "nix.txt: no such file or folder: check the path\n"),
            (("2023.txt", "."), ".: a folder, not a file: name the files in it\n"),
            (("-", "-"), "-: is both reports at once: name two\n"),
            (("2023.txt", "2024.txt", "-f", "tabel"), "tabel: unknown format; did you mean table?\n"),
            (("2023.txt", "2024.txt", "-o", "2024.txt"), "2024.txt: this is one of the reports; write to another file\n"),
        ],
    )
    def test_errors_are_one_line(self, tmp_path: Path, arguments: tuple[str, ...], error: str) -> None:
        compare(tmp_path)
        assert run("compare", *arguments, cwd=tmp_path) == Run(2, "", error)

    def test_a_spreadsheet_runs_no_name(self) -> None:
        record = comparison.record
        side = record.Side("a", None, None, 0)
        row = record.ComparedRow("=1+1", None, "件", "1", "2", "1", "100.00", "exact", "exact", 1, 1)
        text = comparison.get("csv").render(record.Compared(side, side, [row]), comparison.ComparisonOptions())
        assert text.splitlines()[1].startswith("'=1+1,,件,1,2,1,100.00,")

    def test_a_terminal_gets_nothing_cut(self) -> None:
        record = comparison.record
        side = record.Side("a\x1b[31m", "标题", 2024, 0)
        row = record.ComparedRow("很长的指标名称" * 6, None, "件", "1", "2", "1", "100.00", "exact", "exact", 1, 1)
        shown = comparison.get("table").render(record.Compared(side, side, [row]), comparison.ComparisonOptions(width=60))
        assert "\x1b" not in shown
        assert "old" in shown
        assert "".join(shown.split()).count("很") == 6
        assert all(cell_len(line) <= 60 for line in shown.splitlines()[2:-1])

    def test_the_folder_is_the_list_of_formats(self) -> None:
        assert comparison.names() == ["csv", "json", "table"]


HONGZE = """\
行政规范性文件 / 本年制发件数,0,3,3,-
行政规范性文件 / 本年废止件数,5,0,-5,-100.00
行政规范性文件 / 现行有效件数,5,8,3,60.00
行政许可 / 本年处理决定数量,550,9487,8937,1624.91
行政处罚 / 本年处理决定数量,4119,2776,-1343,-32.61
行政强制 / 本年处理决定数量,195,84,-111,-56.92
行政事业性收费 / 本年收费金额,77302800,75450000,-1852800,-2.40
一、本年新收政府信息公开申请数量 / 总计,21,95,74,352.38
（一）予以公开 / 总计,0,50,50,-
（二）部分公开 / 总计,4,9,5,125.00
1.属于国家秘密 / 总计,1,0,-1,-100.00
3.危及“三安全一稳定” / 总计,0,1,1,-
6.属于四类过程性信息 / 总计,1,1,0,0.00
1.本机关不掌握相关政府信息 / 总计,10,31,21,210.00
2.没有现成信息需要另行制作 / 总计,3,1,-2,-66.67
（七）总计 / 总计,21,95,74,352.38
行政复议 / 结果维持,10,1,-9,-90.00
未经复议直接起诉 / 结果维持,0,1,1,-
复议后起诉 / 结果维持,5,2,-3,-60.00
复议后起诉 / 总计,0,3,3,-
"""
WANLI = """\
上海市普陀区人民政府万里街道办事处收入预算,156211100,189767600,33556500,21.48
财政拨款收入,156211123,189767551,33556428,21.48
专项普查活动,257700,438300,180600,70.08
群众团体事务,426000,422900,-3100,-0.73
组织事务,888700,1075000,186300,20.96
宣传事务,1106000,1106000,0,0.00
市场监督管理事务,135200,135300,100,0.07
其他公共安全支出,1333000,2578025,1245025,93.40
公益性岗位补贴,4212300,582800,-3629500,-86.16
行政运行,16603248,17887739,1284491,7.74
城管执法,6043390,6522681,479291,7.93
其他城乡社区支出,9220200,52348937,43128737,467.76
住房公积金,3503499,3846732,343233,9.80
“三公”经费预算数,479100,379100,-100000,-20.87
公务用车购置及运行费,465600,365600,-100000,-21.48
公务用车购置费,250000,150000,-100000,-40.00
公务用车运行费,215600,215600,0,0.00
本部门政府采购预算,16624400,48212000,31587600,190.01
政府采购货物预算,939800,574300,-365500,-38.89
编报绩效目标的项目,50,49,-1,-2.00
"""


@pytest.mark.shared
@pytest.mark.parametrize(
    ("folder", "old", "new", "wanted"),
    [("info_disclosure", "*洪泽*2023*", "*洪泽*2024*", HONGZE), ("dept_budget", "*万里*24年*", "*万里*25年*", WANLI)],
    ids=["disclosure", "budget"],
)
def test_two_years_of_a_body_as_counted_by_hand(shared: Path, folder: str, old: str, new: str, wanted: str) -> None:
    texts = [next((shared / "corpus" / folder).glob(pattern)).read_text(encoding="utf-8") for pattern in (old, new)]
    found = {(row[0], row[2], row[3]): row for row in rows(*texts)}
    for line in wanted.splitlines():
        name, before, after, difference, growth = line.split(",")
        row = found[name, before, after]
        assert row[4:] == (difference, growth), name
