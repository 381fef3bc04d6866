"""A report against the one of the year before: what is found, what is let pass, and where last year's report is looked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from clirun import SLIP, Run, run, write
from test_compare import disclosure

from govmetrics import checks
from govmetrics.analyse import analyse, check
from govmetrics.checks import Outcome

LAST = "县司法局2023年工作总结\n全年办理法律援助案件860件，培训调解员415人次，投入普法经费1.2亿元，群众满意率98.5%。\n"
BROKEN = (
    '{"path":"a.txt","line":1,"column":1,"kind":"count","label":"","indicator":null,"value":"1e999999999","unit":"件","change":null,'
    '"basis":null,"bound":"exact","period":null,"section":"","text":"1件","start":0,"end":2,"rule":"count"}'
)
CHECKS = ["carried-over-mismatch", "copied-figures", "copied-paragraph", "differs-from-last-year", "growth-against-last-year"]


def outcome(this: str, last: str) -> Outcome:
    analysis = analyse(this)
    return check(analysis.document, analysis.metrics, CHECKS, last=analyse(last))


def found(this: str, last: str) -> list[tuple[str, str, str, str]]:
    """Check, words at its place, expected and severity of each finding."""
    return [(one.check, this[one.span.start : one.span.end], one.expected, one.severity) for one in outcome(this, last).findings]


def verdicts(this: str, last: str) -> list[tuple[str, str]]:
    return [(one.status, one.arithmetic) for one in outcome(this, last).verdicts]


def test_all_checks_of_this_kind_have_examples_with_both_years() -> None:
    assert [id_ for id_ in checks.names() if any(checks.halves(text)[1] for text, _ in checks.get(id_).bad)] == CHECKS


def test_without_last_year_nothing_is_said() -> None:
    for id_ in CHECKS:
        for text, _ in checks.get(id_).bad:
            this, last = checks.halves(text)
            assert last
            analysis = analyse(this)
            silent = check(analysis.document, analysis.metrics, [id_])
            assert (silent.findings, silent.verdicts) == ((), ())


class TestGrowth:
    @pytest.mark.parametrize(
        ("words", "status", "arithmetic"),
        [
            ("办理法律援助案件903件，同比增长5%。", "holds", "903÷860-1=5%"),
            ("办理法律援助案件912件，同比增长6.04%。", "holds-if-truncated", "912÷860-1=6.05%"),
            ("办理法律援助案件774件，同比下降10%。", "holds", "774÷860-1=-10%"),
            ("办理法律援助案件903件，比上年增加43件。", "holds", "903-860=43"),
            ("投入普法经费1.5亿元，比上年增加0.3亿元。", "holds", "1.5亿-1.2亿=0.3亿"),
            ("群众满意率99.1%，比上年提高0.6个百分点。", "holds", "99.1%-98.5%=0.6"),
            ("办理法律援助案件903件，同比增长9%（按可比口径计算）。", "not-assessable", "903÷860-1=5%"),
        ],
    )
    def test_what_follows_is_proved(self, words: str, status: str, arithmetic: str) -> None:
        this = f"县司法局2024年工作总结\n全年{words}\n"
        assert found(this, LAST) == []
        assert verdicts(this, LAST) == [(status, arithmetic)]

    @pytest.mark.parametrize(
        ("words", "at", "expected"),
        [
            ("办理法律援助案件903件，同比增长15%。", "15%", "5%"),
            ("办理法律援助案件903件，同比下降5%。", "5%", "增长5%"),
            ("办理法律援助案件903件，比上年增加34件。", "34件", "43件"),
            ("投入普法经费1.5亿元，同比增长50%。", "50%", "25%"),
            ("群众满意率99.1%，比上年提高1.6个百分点。", "1.6个百分点", "0.6个百分点"),
            ("办理法律援助案件860件，同比增长3%。", "3%", "持平"),
        ],
    )
    def test_what_does_not_is_found(self, words: str, at: str, expected: str) -> None:
        assert found(f"县司法局2024年工作总结\n全年{words}\n", LAST) == [("growth-against-last-year", at, expected, "warning")]

    @pytest.mark.parametrize(
        "words",
        [
            "办理法律援助案件903件，环比增长15%。",
            "办理法律援助案件903件，比2019年增长15%。",
            "办理法律援助案件903件，同比增长约15%。",
            "办理法律援助案件约900件，同比增长15%。",
            "办理法律援助案件9030件，同比增长15%。",  # ten times as many: rather another thing of the same name
            "办理诉讼案件903件，同比增长15%。",
            "群众满意率99.1%，同比提高1.6%。",
            "城区办理法律援助案件603件，同比增长15%。乡镇办理法律援助案件300件，同比增长15%。",
        ],
        ids=["mom", "another base", "about", "about the level", "far", "another name", "a rate in percent", "two values"],
    )
    def test_what_is_not_sure_is_let_pass(self, words: str) -> None:
        assert found(f"县司法局2024年工作总结\n全年{words}\n", LAST) == []

    def test_a_budget_is_not_held_against_accounts(self) -> None:
        this = "县水利局2024年部门预算\n2024年支出预算960万元，比2023年执行数增加20%。\n"
        last = "县水利局2023年部门预算\n2023年支出预算900万元。\n"
        assert found(this, last) == []
        assert found(this.replace("执行数", "预算"), last) == [("growth-against-last-year", "20%", "7%", "warning")]

    def test_numbers_beyond_all_reports_are_let_pass(self) -> None:
        many = "9" * 60
        this = f"县司法局2024年工作总结\n全年办理法律援助案件{many}件，比上年增加5件，同比增长15%。\n"
        assert found(this, f"县司法局2023年工作总结\n全年办理法律援助案件{many}件。\n") == []

    def test_a_message_names_both_reports(self) -> None:
        (one,) = outcome("县司法局2024年工作总结\n全年办理法律援助案件903件，同比增长15%。\n", LAST).findings
        assert one.message.zh == "“办理法律援助案件”写增长15%，按上年报告第2行的860件推算应为增长5%"
        assert one.message.en == "办理法律援助案件 rose by 5%, not 15%, from the 860件 of last year's report (line 2)"
        assert one.arithmetic == "903÷860-1=5%≠15%"
        (one,) = outcome("县司法局2024年工作总结\n全年办理法律援助案件903件，同比下降5%。\n", LAST).findings
        assert one.message.zh == "“办理法律援助案件”写下降5%，按上年报告第2行的860件推算应为增长5%"
        assert one.message.en == "办理法律援助案件 rose by 5%, not -5%, from the 860件 of last year's report (line 2)"


class TestTheYearBefore:
    @pytest.mark.parametrize(
        ("words", "at"),
        [
            ("办理法律援助案件903件，比上年的806件增加97件。", "806件"),
            ("办理法律援助案件由上年的806件增至903件。", "806件"),
            ("办理法律援助案件903件，去年为806件。", "806件"),
            ("群众满意率由2023年的95.8%提高到99.1%。", "95.8%"),
        ],
    )
    def test_another_value_is_found(self, words: str, at: str) -> None:
        (one,) = found(f"县司法局2024年工作总结\n全年{words}\n", LAST)
        assert one[:2] == ("differs-from-last-year", at)
        assert one[3] == "warning"

    @pytest.mark.parametrize(
        "words",
        [
            "办理法律援助案件903件，比上年的860件增加43件。",
            "投入普法经费1.5亿元，比上年的1.18亿元增加0.32亿元。",
            "办理法律援助案件903件，比上年的806件（已按新口径调整）增加97件。",
            "办理法律援助案件903件，比上半年的806件增加97件。",
            "办理法律援助案件903件，比上年的约800件增加103件。",
            "办理法律援助案件903件，比上年目标任务的806件增加97件。",
        ],
        ids=["equal", "equal when rounded", "revised", "half a year", "about", "a target"],
    )
    def test_what_agrees_or_is_excused_is_let_pass(self, words: str) -> None:
        assert [one for one in found(f"县司法局2024年工作总结\n全年{words}\n", LAST) if one[0] == "differs-from-last-year"] == []

    @pytest.mark.parametrize("year", ["2022", "2024", "2025"])
    def test_a_report_of_another_year_is_not_taken(self, year: str) -> None:
        this = "县司法局2024年工作总结\n全年办理法律援助案件903件，比上年的806件增加97件。\n"
        assert found(this, LAST.replace("2023", year)) == []


def carried(this: str, last: str) -> list[tuple[str, str, str, str]]:
    """The findings on what is carried over; a text that is both years' has others."""
    return [one for one in found(this, last) if one[0] == "carried-over-mismatch"]


class TestCarriedOver:
    def test_a_sound_pair(self) -> None:
        last = disclosure(2023, **{"四、结转下年度继续办理": " 3 0 0 0 0 0 3", "行政规范性文件": " 8 2 51"})
        assert carried(disclosure(2024), last) == []
        held = [(status, words) for status, words in verdicts(disclosure(2024), last) if "+" in words or words == "3=3"]
        assert held == [("holds", "51+6-4=53"), ("holds", "3=3"), ("holds", "3=3")]

    @pytest.mark.parametrize(("cells", "expected"), [(" 2 0 0 0 0 0 2", "2"), (" 3 1 0 0 0 0 4", "4"), (" 0 0 0 0 0 0 0", "0")])
    def test_a_row_that_does_not_join_is_one_error(self, cells: str, expected: str) -> None:
        last = disclosure(2023, **{"四、结转下年度继续办理": cells, "行政规范性文件": " 8 2 51"})
        assert carried(disclosure(2024), last) == [("carried-over-mismatch", "3", expected, "error")]

    def test_what_is_in_force_is_a_warning(self) -> None:
        last = disclosure(2023, **{"四、结转下年度继续办理": " 3 0 0 0 0 0 3", "行政规范性文件": " 8 2 50"})
        this = disclosure(2024)
        assert carried(this, last) == [("carried-over-mismatch", "53", "52", "warning")]
        (one,) = [one for one in outcome(this, last).findings if one.check == "carried-over-mismatch"]
        assert one.arithmetic == "50+6-4=52≠53"
        assert [this[other.span.start : other.span.end] for other in one.related] == ["6", "4"]

    def test_in_prose_by_topic(self) -> None:
        last = "县司法局2023年工作总结\n收到行政复议申请98件，审结95件，结转下年3件。办理信访事项60件，7件转入下年。\n"
        this = "县司法局2024年工作总结\n收到行政复议申请120件，上年结转{}件。办理信访事项82件，上年结转{}件。\n"
        assert carried(this.format(3, 7), last) == []
        assert carried(this.format(5, 9), last) == [
            ("carried-over-mismatch", "5件", "3件", "warning"),
            ("carried-over-mismatch", "9件", "7件", "warning"),
        ]


class TestCopies:
    FIGURES = "举办讲座36场，发放资料12000份，解答咨询860人次，办理公证1204件，调解纠纷2075件，培训骨干415人次，走访企业97家，审查合同163份"

    def copied(self, changed: int, extra: str = "") -> list[tuple[str, str, str, str]]:
        new = self.FIGURES
        for old in ["36", "12000", "860"][:changed]:
            new = new.replace(old, old[:-1] + "9", 1)
        return found(f"县司法局2024年工作总结\n全年{new}{extra}。\n", f"县司法局2023年工作总结\n全年{self.FIGURES}{extra}。\n")

    def test_one_finding_where_four_fifths_are_equal(self) -> None:
        assert self.copied(0) == [("copied-figures", "36场", "", "warning")]
        assert self.copied(1) == [("copied-figures", "12000份", "", "warning")]
        assert self.copied(2) == []  # 6 of 8 are fewer than four fifths

    def test_stocks_and_small_numbers_do_not_count(self) -> None:
        stocks = "，现有干部52人，下设机构11个，聘请法律顾问12名，建成阵地30处，满意率100%，表彰集体3个"
        assert self.copied(2, stocks) == []

    def test_too_few_say_nothing(self) -> None:
        last = "县司法局2023年工作总结\n全年举办讲座36场，发放资料12000份。\n"
        assert found(last.replace("2023", "2024"), last) == []

    def test_a_sentence_across_line_ends(self) -> None:
        sentence = "2023年，我局严格落实行政执法三项制度，全年共开展专项检查42次，下达整改通知书17份，办结率较高。"
        last = f"县水利局2023年度法治政府建设情况报告\n{sentence}\n"
        this = f"县水利局2024年度法治政府建设情况报告\n2024年，我局依法履职。{sentence[:30]}\n{sentence[30:]}\n"
        (one,) = [one for one in found(this, last) if one[0] == "copied-paragraph"]
        assert one == ("copied-paragraph", "2023年", "2024年", "warning")
        assert [one[0] for one in found(this.replace("42次", "43次"), last)] == ["differs-from-last-year"]

    def test_many_sentences_are_one_finding(self) -> None:
        sentences = [f"2023年，我局严格落实行政执法第{number}项制度，全年共开展专项检查，整改问题较为到位。\n" for number in "一二三四五"]
        last = "县水利局2023年工作总结\n" + "".join(sentences)
        this = "县水利局2024年工作总结\n2024年，我局依法履职。\n"
        (one,) = [one for one in outcome(this + "".join(sentences), last).findings if one.check == "copied-paragraph"]
        assert len(one.related) == 4
        assert [one[0] for one in found(this + sentences[0] + sentences[3], last)].count("copied-paragraph") == 2

    def test_a_sentence_that_names_this_year_too_is_none(self) -> None:
        sentence = "2023年，我局严格落实行政执法三项制度，为2024年开展行政执法质量提升行动打下了较好的基础。\n"
        this = f"县水利局2024年工作总结\n2024年，我局依法履职。\n{sentence}"
        assert found(this, f"县水利局2023年工作总结\n{sentence}") == []


class TestCommand:
    THIS = "县司法局2024年工作总结\n全年办理法律援助案件903件，同比增长15%。\n"
    LINE = "2024.txt:2:20: warning: “办理法律援助案件”写增长15%，按上年报告第2行的860件推算应为增长5% [growth-against-last-year]\n"

    def check(self, folder: Path, *options: str, this: str = THIS) -> Run:
        write(folder / "2024.txt", *this.splitlines())
        write(folder / "2023.txt", *LAST.splitlines())
        return run("check", "2024.txt", *options, "--lang", "zh", cwd=folder)

    def test_nothing_is_compared_unasked(self, tmp_path: Path) -> None:
        assert self.check(tmp_path) == Run(0, "", "")

    def test_against_a_report(self, tmp_path: Path) -> None:
        assert self.check(tmp_path, "--against", "2023.txt") == Run(0, self.LINE, "")
        assert self.check(tmp_path, "--against", "2023.txt", "--fail-on", "warning").status == 1

    def test_against_ndjson(self, tmp_path: Path) -> None:
        self.check(tmp_path)
        assert run("extract", "2023.txt", "-o", "last.ndjson", cwd=tmp_path).status == 0
        assert self.check(tmp_path, "--against", "last.ndjson") == Run(0, self.LINE, "")

    def test_against_a_folder(self, tmp_path: Path) -> None:
        write(tmp_path / "old" / "a.txt", *LAST.replace("县司法局", "县民政局").replace("860", "800").splitlines())
        write(tmp_path / "old" / "b.txt", *LAST.splitlines())
        write(tmp_path / "old" / "c.txt", *LAST.replace("2023", "2022").replace("860", "700").splitlines())
        assert self.check(tmp_path, "--against", "old") == Run(0, self.LINE, "")

    def test_a_folder_knows_a_body_with_its_city_in_front(self, tmp_path: Path) -> None:
        write(tmp_path / "old" / "b.txt", *LAST.replace("县司法局", "清河市云岭县司法局").splitlines())
        this = self.THIS.replace("县司法局", "云岭县司法局")
        assert self.check(tmp_path, "--against", "old", this=this).out == self.LINE

    def test_a_folder_without_it_is_said_and_no_failure(self, tmp_path: Path) -> None:
        write(tmp_path / "old" / "a.txt", *LAST.replace("县司法局", "县民政局").splitlines())
        assert self.check(tmp_path, "--against", "old") == Run(0, "", "2024.txt: 在 old 里没有找到它的上年报告；未与上年对照\n")

    def test_a_folder_with_two_is_an_error(self, tmp_path: Path) -> None:
        for name in ("a.txt", "b.txt"):
            write(tmp_path / "old" / name, *LAST.splitlines())
        done = self.check(tmp_path, "--against", "old")
        assert done == Run(2, "", "2024.txt: old 里有多份报告可能是它的上年报告；请指定其中一份\n")

    def test_budgets_of_a_district_are_told_apart_by_their_body(self, tmp_path: Path) -> None:
        last = "云岭县2023年县级部门预算\n预算主管部门：{}\n2023年收入预算{}万元，全部为财政拨款。\n"
        this = "云岭县2024年县级部门预算\n预算主管部门：云岭县水利局\n2024年收入预算960万元，比2023年预算增加50万元。\n"
        write(tmp_path / "old" / "a.txt", *last.format("云岭县水利局", 900).splitlines())
        write(tmp_path / "old" / "b.txt", *last.format("云岭县民政局", 910).splitlines())
        assert "2024.txt:3:26: warning: “收入预算”写增长50万元" in self.check(tmp_path, "--against", "old", this=this).out
        (tmp_path / "old" / "a.txt").unlink()
        assert self.check(tmp_path, "--against", "old", this=this).out == ""

    @pytest.mark.parametrize("ending", ["csv", "tsv", "json", "JSON"])
    def test_data_of_extract_is_no_report(self, tmp_path: Path, ending: str) -> None:
        self.check(tmp_path)
        assert run("extract", "2023.txt", "-o", f"last.{ending}", cwd=tmp_path).status == 0
        error = f"last.{ending}: 是数据文件，不是报告；请指定报告，或由它 extract 得到的 .ndjson\n"
        assert self.check(tmp_path, "--against", f"last.{ending}") == Run(2, "", error)
        assert run("compare", f"last.{ending}", "2024.txt", "--lang", "zh", cwd=tmp_path) == Run(2, "", error)

    @pytest.mark.parametrize(("name", "lines"), [("last.ndjson", []), ("last.txt", []), ("last.txt", ["hello"]), ("last.md", ["工作总结"])])
    def test_what_has_no_figures_cannot_be_compared(self, tmp_path: Path, name: str, lines: list[str]) -> None:
        write(tmp_path / name, *lines)
        self.check(tmp_path)
        write(tmp_path / "2025.txt", SLIP)
        done = self.check(tmp_path, "2025.txt", "--against", name)
        assert (done.status, done.err) == (2, f"{name}: 没有可以对照的数据；请指定上年报告\n")
        assert "[doubled-percent-sign]" in done.out

    def test_a_report_without_a_year_can_be_compared(self, tmp_path: Path) -> None:
        write(tmp_path / "last.txt", "工作总结", LAST.splitlines()[1])
        assert self.check(tmp_path, "--against", "last.txt") == Run(0, self.LINE, "")

    @pytest.mark.parametrize("content", ["{}", "不是数据", '{"path": 1}', BROKEN])
    def test_a_broken_ndjson_is_one_line(self, tmp_path: Path, content: str) -> None:
        write(tmp_path / "x.ndjson", content)
        done = self.check(tmp_path, "--against", "x.ndjson")
        assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
        assert done.err.startswith("x.ndjson: 不是 NDJSON 格式的数据（")

    def test_an_ndjson_of_several_reports(self, tmp_path: Path) -> None:
        self.check(tmp_path)
        run("extract", "2023.txt", "2024.txt", "-o", "x.ndjson", cwd=tmp_path)
        done = self.check(tmp_path, "--against", "x.ndjson")
        assert done == Run(2, "", "x.ndjson: 含有多份报告的数据；请只对上年报告运行 extract\n")

    @pytest.mark.parametrize(
        ("against", "error"),
        [
            ("nix.txt", "nix.txt: 没有此文件或文件夹；请检查路径"),
            ("-", "-: 已用于读取待查报告；请指定文件或文件夹"),
            ("2024.txt", "2024.txt: 是2024年的报告，不是2024年的上一年；请指定上年报告"),
            ("empty", "empty: "),
        ],
    )
    def test_what_cannot_be_last_years_report(self, tmp_path: Path, against: str, error: str) -> None:
        (tmp_path / "empty").mkdir()
        done = self.check(tmp_path, "--against", against)
        assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
        assert done.err.startswith(error)

    def test_many_reports_in_several_processes(self, tmp_path: Path) -> None:
        for number in range(12):
            write(tmp_path / "old" / f"{number}.txt", *LAST.replace("县司法局", f"第{number}区司法局").splitlines())
            write(tmp_path / "new" / f"{number}.txt", *self.THIS.replace("县司法局", f"第{number}区司法局").splitlines())
        done = run("check", "new", "--against", "old", "-f", "ndjson", "-j", "2", cwd=tmp_path)
        assert (done.status, done.err) == (0, "")
        assert [json.loads(line)["check"] for line in done.out.splitlines()] == ["growth-against-last-year"] * 12
        assert run("check", "new", "--against", "old", "-f", "ndjson", "-j", "1", cwd=tmp_path).out == done.out


@pytest.mark.shared
@pytest.mark.parametrize(
    ("folder", "new", "old"), [("info_disclosure", "*洪泽*2024*", "*洪泽*2023*"), ("dept_budget", "*万里*25年*", "*万里*24年*")]
)
def test_two_real_years_have_nothing_false(shared: Path, folder: str, new: str, old: str) -> None:
    this, last = (next((shared / "corpus" / folder).glob(name)).read_text(encoding="utf-8") for name in (new, old))
    assert found(this, last) == []
    held = {status for status, _ in verdicts(this, last)}
    assert held == {"holds"}
