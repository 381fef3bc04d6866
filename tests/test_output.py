"""What each output format writes, from records made by hand."""

from __future__ import annotations

import csv as csv_module
import io
import json as json_module
import os
import re
from decimal import Decimal

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govmetrics import output
from govmetrics.document import parse
from govmetrics.model import KINDS, Count, Date, Money, Percent, Span
from govmetrics.output import Options, Totals
from govmetrics.output.record import FIELDS, HEADERS_ZH, METRIC_SCHEMA, REPORT_SCHEMA, Record, Report, Reports, records

FALL = Record(
    "a.txt", 3, 7, "percent", "来访案次", None, "48.79", "%", "decrease", "yoy", "exact", "2024", "一、工作", "48.79%", 31, 37, "percent"
)  # fmt: skip
DAY = Record("a.txt", 1, 1, "date", "", None, "2024-08-29", "", None, None, "exact", "2024-08-29", "", "8月29日", 0, 5, "date")
RANGE = Record(
    "a.txt",
    4,
    1,
    "money",
    "投入",
    "spend",
    "1234567.50/2000000",
    "元",
    None,
    None,
    "min",
    None,
    "",
    "123万",
    50,
    54,
    "money",
)


def report(*metrics: Record, path: str = "a.txt") -> Report:
    return Report(path, "utf-8", "工作报告", None, "2025-01-02", 2024, list(metrics))


def document(name: str, *reports: Report, options: Options | None = None) -> str:
    """What the format `name` writes for `reports`."""
    options = options or Options()
    writer = output.get(name)
    totals = Totals(0, {})
    for one in reports:
        kinds = [metric.kind for metric in one.metrics]
        totals.add({kind: kinds.count(kind) for kind in dict.fromkeys(kinds)})
    rendered = [writer.render(one, options) for one in reports]
    return writer.head(options) + writer.between.join(rendered) + writer.tail(options, totals)


def rows(text: str) -> list[list[str]]:
    return list(csv_module.reader(io.StringIO(text, newline="")))


def changed(metric: Record, **fields: object) -> Record:
    return msgspec.structs.replace(metric, **fields)


class TestRegistry:
    def test_every_module_of_the_folder_is_a_format_or_a_known_helper(self) -> None:
        files = {name.removesuffix(".py") for name in os.listdir(output.__path__[0]) if name.endswith(".py")}
        assert files - set(output.names()) == {"__init__", "_delimited", "_pivot", "_terminal", "record"}
        assert set(output.names()) <= files

    def test_the_formats_are_those_promised(self) -> None:
        assert output.names() == ["csv", "json", "ndjson", "table", "tsv"]

    @pytest.mark.parametrize("name", output.names())
    def test_every_format_explains_itself(self, name: str) -> None:
        assert len(output.get(name).doc) > 40

    def test_no_ending_belongs_to_two_formats(self) -> None:
        endings = [ending for name in output.names() for ending in output.get(name).suffixes]
        assert sorted(endings) == [".csv", ".json", ".jsonl", ".ndjson", ".tsv", ".txt"]

    @pytest.mark.parametrize(("ending", "name"), [(".CSV", "csv"), (".jsonl", "ndjson"), (".txt", "table"), (".pdf", None), ("", None)])
    def test_the_ending_chooses_the_format(self, ending: str, name: str | None) -> None:
        assert output.by_suffix(ending) == name


class TestRecord:
    def test_every_field_has_a_chinese_heading_of_its_own(self) -> None:
        assert tuple(HEADERS_ZH) == FIELDS
        assert len(set(HEADERS_ZH.values())) == len(FIELDS)

    def test_a_figure_keeps_its_place_and_its_exact_value(self) -> None:
        text = "标题\n投入1.2万元，下降8.50%\n2024年3—5件\n"
        found = parse(text, "b.txt")
        money = Decimal("1.2E+4")
        share = Decimal("8.50")
        metrics = (
            Money(span=Span(5, 10), text="1.2万元", rule="money", low=money, high=money, unit="元", label="投入"),
            Percent(
                span=Span(13, 18),
                text="8.50%",
                rule="percent",
                low=share,
                high=share,
                unit="%",
                change="decrease",
                basis="yoy",
            ),
            Date(span=Span(19, 24), text="2024年", rule="date", start="2024", end="2024", precision="year"),
            Count(
                span=Span(24, 28),
                text="3—5件",
                rule="count",
                low=Decimal(3),
                high=Decimal(5),
                unit="件",
                bound="approx",
            ),
        )
        first, second, third, fourth = records(found, metrics)
        assert (first.path, first.line, first.column, first.kind, first.value) == ("b.txt", 2, 3, "money", "12000")
        assert (first.label, first.indicator, first.change, first.period, first.section) == (
            "投入",
            None,
            None,
            None,
            "",
        )
        assert (second.value, second.unit, second.change, second.basis, second.line) == (
            "8.50",
            "%",
            "decrease",
            "yoy",
            2,
        )
        assert (third.kind, third.value, third.unit, third.line, third.column) == ("date", "2024", "", 3, 1)
        assert (fourth.value, fourth.bound, fourth.start, fourth.end) == ("3/5", "approx", 24, 28)
        assert text[fourth.start : fourth.end] == fourth.text


class TestCsv:
    def test_heading_and_rows(self) -> None:
        heading, first, second = rows(document("csv", report(DAY, FALL)))
        assert heading == list(FIELDS)
        assert first == [
            "a.txt",
            "1",
            "1",
            "date",
            "",
            "",
            "2024-08-29",
            "",
            "",
            "",
            "exact",
            "2024-08-29",
            "",
            "8月29日",
            "0",
            "5",
            "date",
        ]
        named = dict(zip(heading, second, strict=True))
        assert (named["label"], named["change"], named["indicator"], named["end"]) == ("来访案次", "decrease", "", "37")

    def test_no_figures_leave_the_heading(self) -> None:
        assert document("csv", report()) == ",".join(FIELDS) + "\n"

    def test_two_reports_share_one_heading(self) -> None:
        other = changed(FALL, path="b.txt")
        assert [row[0] for row in rows(document("csv", report(FALL), report(other)))] == ["path", "a.txt", "b.txt"]

    def test_chosen_fields_and_chinese_headings(self) -> None:
        options = Options(fields=("value", "label"), headers="zh")
        assert document("csv", report(FALL), options=options) == "数值,指标\n48.79,来访案次\n"

    def test_one_field_that_is_empty_is_still_a_row(self) -> None:
        assert rows(document("csv", report(DAY), options=Options(fields=("label",)))) == [["label"], [""]]

    @pytest.mark.parametrize("sign", list("=+-@\t\r＝＋－＠"))
    def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(self, sign: str) -> None:
        options = Options(fields=("label", "text", "value"))
        bad = changed(FALL, label=f"{sign}cmd", text=f"{sign}5%", value="-5")
        assert rows(document("csv", report(bad), options=options))[1] == [f"'{sign}cmd", f"'{sign}5%", "-5"]

    def test_a_file_name_is_made_harmless_too(self) -> None:
        assert rows(document("csv", report(changed(FALL, path="=1+1.txt"))))[1][0] == "'=1+1.txt"

    def test_a_sign_alone_is_no_formula(self) -> None:
        assert rows(document("csv", report(changed(FALL, path="-"))))[1][0] == "-"

    @given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=3, max_size=3))
    def test_any_text_survives(self, cells: list[str]) -> None:
        label, section, text = cells
        back = rows(document("csv", report(changed(FALL, label=label, section=section, text=text))))[1]
        assert [back[4], back[12], back[13]] == [f"'{cell}" if len(cell) > 1 and cell[0] in "=+-@\t\r＝＋－＠" else cell for cell in cells]


class TestTsv:
    def test_tabs_and_line_breaks_become_spaces(self) -> None:
        options = Options(fields=("label", "text", "indicator"))
        broken = changed(FALL, label="重点\t案件", text="351\r\n件\u2028")
        assert document("tsv", report(broken), options=options) == "label\ttext\tindicator\n重点 案件\t351  件 \t\n"

    def test_formulas_are_made_harmless(self) -> None:
        assert document("tsv", report(changed(FALL, label="@x")), options=Options(fields=("label",))).endswith("'@x\n")

    @given(st.text(st.characters(exclude_categories=["Cs"])))
    def test_one_line_a_figure_whatever_the_text(self, text: str) -> None:
        written = document("tsv", report(changed(FALL, label=text, text=text)))
        assert [line.count("\t") for line in written.splitlines()] == [len(FIELDS) - 1] * 2


class TestJson:
    def test_ndjson_has_null_for_what_is_absent_and_text_for_numbers(self) -> None:
        line = document("ndjson", report(RANGE))
        assert line.count("\n") == 1
        parsed = json_module.loads(line)
        assert list(parsed) == list(FIELDS)
        assert (parsed["value"], parsed["change"], parsed["period"], parsed["line"]) == (
            "1234567.50/2000000",
            None,
            None,
            4,
        )
        assert "投入" in line

    def test_ndjson_of_chosen_fields(self) -> None:
        assert document("ndjson", report(FALL, DAY), options=Options(fields=("text", "basis"))) == (
            '{"text":"48.79%","basis":"yoy"}\n{"text":"8月29日","basis":null}\n'
        )

    def test_ndjson_without_figures_is_empty(self) -> None:
        assert document("ndjson", report()) == ""

    def test_json_is_one_document_with_what_is_known_of_each_report(self) -> None:
        parsed = json_module.loads(document("json", report(FALL), report(path="b.txt")))
        assert parsed["schema"] == REPORT_SCHEMA
        assert parsed["generator"]["name"] == "govmetrics"
        first, second = parsed["reports"]
        assert (first["title"], first["issuer"], first["year"], first["published"]) == (
            "工作报告",
            None,
            2024,
            "2025-01-02",
        )
        assert [metric["value"] for metric in first["metrics"]] == ["48.79"]
        assert (second["path"], second["metrics"]) == ("b.txt", [])

    def test_json_of_chosen_fields(self) -> None:
        parsed = json_module.loads(document("json", report(FALL), options=Options(fields=("value",))))
        assert parsed["reports"][0]["metrics"] == [{"value": "48.79"}]
        assert parsed["reports"][0]["encoding"] == "utf-8"

    def test_json_follows_its_schema(self) -> None:
        schema = msgspec.json.schema(Reports)
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.validate(json_module.loads(document("json", report(FALL, DAY, RANGE), report())), schema)

    def test_ndjson_follows_its_schema_and_nothing_else_does(self) -> None:
        schema = msgspec.json.schema(Record)
        line = json_module.loads(document("ndjson", report(FALL)))
        jsonschema.validate(line, schema)
        for wrong in ({"kind": "weight"}, {"value": 48.79}, {"line": 0}, {"bound": None}):
            with pytest.raises(jsonschema.ValidationError):
                jsonschema.validate(line | wrong, schema)

    def test_the_schemas_carry_their_version(self) -> None:
        assert (METRIC_SCHEMA, REPORT_SCHEMA) == ("urn:govmetrics:schema:metric:1", "urn:govmetrics:schema:report:1")
        assert msgspec.json.decode(document("json", report(FALL)), type=Reports).schema == REPORT_SCHEMA


class TestTable:
    def test_figures_stand_under_their_headings_with_exact_values(self) -> None:
        written = document("table", report(DAY, FALL, changed(RANGE, section="二、资金")))
        lines = written.splitlines()
        assert lines[0] == "a.txt  工作报告"
        assert lines.index("一、工作") < next(index for index, line in enumerate(lines) if "48.79%" in line) < lines.index("二、资金")
        assert "≥ 1,234,567.50–2,000,000 元" in written
        assert "↓ yoy" in written
        assert lines[-1] == "reports: 1, figures: 3 (date 1, money 1, percent 1)"

    def test_a_period_that_only_repeats_the_date_is_left_out(self) -> None:
        (line,) = [line for line in document("table", report(DAY)).splitlines() if "8月29日" in line]
        assert line.split() == ["1:1", "date", "8月29日", "2024-08-29"]

    def test_a_range_of_dates(self) -> None:
        assert "2024-01–2024-06" in document("table", report(changed(DAY, value="2024-01/2024-06")))

    def test_chinese(self) -> None:
        written = document("table", report(FALL, DAY), options=Options(lang="zh", headers="zh"))
        assert written.splitlines()[1].split() == ["行:列", "类别", "指标", "原文", "数值", "变化", "所属期"]
        assert "百分比" in written
        assert "↓ 同比" in written
        assert written.endswith("报告 1 份, 数据 2 处 (日期 1, 百分比 1)\n")

    def test_every_kind_has_a_chinese_name(self) -> None:
        figures = [changed(FALL, kind=kind) for kind in KINDS]
        written = document("table", report(*figures), options=Options(lang="zh"))
        assert not re.search("|".join(KINDS), written.split("\n", 2)[2])

    def test_report_text_is_never_markup(self) -> None:
        odd = changed(FALL, label="[red]红[/red] :smile:", section="[bold]节", text="[/]5%")
        written = document("table", Report("[x].txt", "utf-8", "[b]", None, None, None, [odd]))
        for text in ("[red]红[/red] :smile:", "[bold]节", "[/]5%", "[x].txt", "[b]"):
            assert text in written

    def test_a_report_cannot_give_orders_to_the_terminal(self) -> None:
        odd = changed(FALL, label="\x1b]0;x\x07标", section="节\x9b2J", text="5\r\n件")
        written = document("table", Report("a\x1b[2J.txt", "utf-8", "题\x08", None, None, None, [odd]))
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", written)
        assert len(written.splitlines()) == len(document("table", report(FALL)).splitlines())

    def test_nothing_is_cut_without_a_terminal(self) -> None:
        long = changed(FALL, label="重" * 300, text="1" * 200 + "%")
        assert any("重" * 300 in line and "1" * 200 in line for line in document("table", report(long)).splitlines())

    @pytest.mark.parametrize("width", [20, 40, 80, 120])
    def test_a_terminal_is_filled_and_not_overrun_and_nothing_is_lost(self, width: int) -> None:
        from rich.cells import cell_len

        wide = changed(FALL, label="一般公共预算收入中税收收入所占比重", value="12345678901234567890", period="2024-01/2024-06")
        written = document("table", report(wide, DAY), options=Options(width=width))
        if width >= 80:
            assert max(map(cell_len, written.splitlines())) <= width
        assert "…" not in written
        assert sorted(re.findall(r"[一-鿿]", "".join(written.split()))) == sorted(
            re.findall(r"[一-鿿]", "a.txt工作报告一、工作" + wide.label + "8月29日")
        )

    def test_a_wide_terminal_shows_what_a_pipe_gets(self) -> None:
        wide = changed(FALL, label="重" * 30, section="二、资金", text="351\n件")
        for options in (Options(), Options(lang="zh", headers="zh"), Options(fields=("value", "text", "section"))):
            on_terminal = msgspec.structs.replace(options, width=400)
            assert document("table", report(DAY, FALL, wide), options=options) == document(
                "table", report(DAY, FALL, wide), options=on_terminal
            )

    def test_colour_only_where_it_is_asked_for(self) -> None:
        assert "\x1b" not in document("table", report(FALL))
        assert "\x1b[" in document("table", report(FALL), options=Options(colour="standard", width=80))

    def test_chosen_fields_are_shown_as_they_are(self) -> None:
        lines = document("table", report(FALL), options=Options(fields=("start", "value", "indicator"))).splitlines()
        assert lines[1].split() == ["start", "value", "indicator"]
        assert lines[4].split() == ["31", "48.79"]

    def test_a_report_without_figures_still_has_its_name(self) -> None:
        assert document("table", report()).splitlines()[0] == "a.txt  工作报告"
