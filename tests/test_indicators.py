"""Indicator packs: which indicator a figure has, what a pack file may hold, and what the command shows of it.

What is expected of the samples, the corpus and the clauses in `data` was read figure by figure.
"""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import pytest
from clirun import run
from conftest import ROOT
from rich.cells import cell_len

from govmetrics import packs
from govmetrics.analyse import Analysis, analyse, check, indicate
from govmetrics.cli.commands.indicators import _listing
from govmetrics.document import parse
from govmetrics.errors import RuleErrors, UsageError
from govmetrics.messages import translate
from govmetrics.reading import decode

FOLDER = ROOT / "rules" / "zh" / "indicators"
DATA = Path(__file__).parent / "data"
SAMPLES = ROOT / "samples" / "law-government"
Row = tuple[str, int, str]

PACK = """\
zh = "图书馆年报"
en = "Annual report of a library"
title = ["图书馆"]

[scopes]
loans = ["外借"]
halls = ["阅览室"]

[[indicator]]
id = "loan_count"
zh = "外借册次"
en = "Loans"
topic = "流通"
kind = "count"
units = ["册次", "个"]
phrasings = ["(外借|借出)(图书)?{}", "{}…外借"]
not = ["馆际"]
bounds = ["0", ""]

[[indicator]]
id = "seat_count"
zh = "座席数"
en = "Seats"
topic = "场馆"
kind = "count"
units = ["个"]
phrasings = ["halls: 座席{}"]

[[indicator]]
id = "reader_growth"
zh = "读者增速"
en = "Growth of readers"
topic = "流通"
kind = "growth"
units = ["%"]
phrasings = ["^到馆读者{}"]
relations = ["loan_count >= seat_count"]

[[chapter]]
zh = "藏书"
en = "the books"
words = ["藏书"]
source = "《馆章》第三条"

[[deadline]]
day = "02-15"
zh = "公布年报"
en = "the annual report"
source = "《馆章》第五条"
"""


def table(name: str) -> list[Row]:
    """The rows of a file in `data`: report, where a figure begins, and its indicator or `-`."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return [(report, int(start), id_) for report, start, id_ in csv.reader(file, delimiter="\t")]


def given(analysis: Analysis) -> dict[int, str | None]:
    """The indicator of each figure by where it begins."""
    return {metric.span.start: metric.indicator for metric in analysis.metrics}


def scores(rows: Iterable[tuple[str | None, str]]) -> tuple[Decimal, Decimal]:
    """Precision and recall of found and wanted indicators; `-` is wanted where a figure has none, `?id` where either will do."""
    pairs = [(found, wanted) for found, wanted in rows if not (wanted.startswith("?") and found in {None, wanted[1:]})]
    right = sum(found == wanted for found, wanted in pairs)
    stated = sum(found is not None for found, _ in pairs)
    wanted_ones = sum(wanted != "-" for _, wanted in pairs)
    return Decimal(right) / stated, Decimal(right) / wanted_ones


def untagged(heading: str, tagged: str) -> tuple[str, dict[int, str]]:
    """A report of `heading` and `tagged` without its tags, and where a figure has one (`{5件|id}`) its indicator."""
    text, wanted, at = f"青溪区人民政府关于2024年法治政府建设情况的报告\n{heading}", {}, 0
    for match in re.finditer(r"\{([^|{}]+)\|([^{}]+)\}", tagged):
        text += tagged[at : match.start()]
        wanted[len(text)] = match.group(2)
        text += match.group(1)
        at = match.end()
    return text + tagged[at:], wanted


def ids(text: str, pack: str = "law-government", rules: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """The figures of `text` that have an indicator."""
    return [(metric.text, metric.indicator) for metric in indicate(analyse(text), pack, rules).metrics if metric.indicator]


def library(folder: Path, content: str = PACK, name: str = "library") -> str:
    """A folder of rules with a pack of its own."""
    (folder / "indicators").mkdir(exist_ok=True)
    (folder / "indicators" / f"{name}.toml").write_text(content, encoding="utf-8")
    return str(folder)


class TestReports:
    def test_samples(self) -> None:
        wanted: dict[str, dict[int, str]] = {}
        for name, start, id_ in table("indicators-samples.tsv"):
            wanted.setdefault(name, {})[start] = id_
        pairs: list[tuple[str | None, str]] = []
        for name, rows in wanted.items():
            found = given(indicate(analyse(decode((SAMPLES / f"{name}.txt").read_bytes())[0])))
            assert rows.keys() <= found.keys(), name
            pairs += [(id_, rows.get(start, "-")) for start, id_ in found.items()]
        precision, recall = scores(pairs)
        assert len(wanted) >= 6
        assert precision >= Decimal("0.98")
        assert recall >= Decimal("0.9")

    def test_clauses_that_no_phrasing_was_written_for(self) -> None:
        text, wanted = untagged("一、2024年工作情况\n", (DATA / "indicators-clauses.txt").read_text(encoding="utf-8"))
        found = given(indicate(analyse(text)))
        assert wanted.keys() <= found.keys()
        precision, recall = scores((id_, wanted.get(start, "-")) for start, id_ in found.items())
        assert len(wanted) >= 100
        assert precision >= Decimal("0.97")
        assert recall >= Decimal("0.9")

    def test_wordings_of_other_offices(self) -> None:
        """Each line is the paragraph of a report of its own, under the heading before it."""
        heading, missed, number = "", [], 0
        for line in (DATA / "indicators-wordings.txt").read_text(encoding="utf-8").splitlines(keepends=True):
            if line.startswith("@"):
                heading = f"一、主要举措和成效\n{line[1:]}"
                continue
            text, wanted = untagged(heading, line)
            number += len(wanted)
            found = given(indicate(analyse(text)))
            missed += [text[start:] for start in wanted.keys() - found.keys()]
            missed += [
                f"{text[start:].strip()}: {id_}"
                for start, id_ in found.items()
                if (want := wanted.get(start, "-")) != (id_ or "-") and not (want[0] == "?" and id_ in {None, want[1:]})
            ]
        assert missed == []
        assert number >= 500

    def test_sentences_by_themselves(self) -> None:
        heading, pairs = "", []
        for line in _lines(DATA / "indicators-sentences.txt"):
            if line.startswith("@"):
                heading = f"{line[1:]}\n"
                continue
            text, wanted = untagged(heading, line)
            found = given(indicate(analyse(text)))
            assert wanted.keys() <= found.keys()
            pairs += [(id_, wanted.get(start, "-")) for start, id_ in found.items()]
        precision, recall = scores(pairs)
        assert len(pairs) >= 1000
        assert precision >= Decimal("0.98")
        assert recall >= Decimal("0.98")

    @pytest.mark.shared
    def test_work_reports_and_a_communique(self, shared: Path) -> None:
        rows = table("indicators-corpus.tsv")
        found = {name: given(indicate(analyse((shared / "corpus" / name).read_bytes().decode("utf-8-sig")))) for name, _, _ in rows}
        precision, recall = scores((found[name].get(start), id_) for name, start, id_ in rows)
        assert len(found) >= 10
        assert sum(id_ != "-" for _, _, id_ in rows) >= 200
        assert precision >= Decimal("0.97")
        assert recall >= Decimal("0.95")

    @pytest.mark.shared
    def test_the_annotated_report(self, shared: Path) -> None:
        folder = shared / "gold" / "law-government-dev"
        for report in folder.glob("*.txt"):
            found = given(indicate(analyse(report.read_bytes().decode("utf-8"))))
            rows = {int(line.split("\t")[0]): line.split("\t")[2] for line in _lines(folder / f"{report.stem}.indicators.tsv")}
            also = {int(line.split("\t")[0]): line.split("\t")[2] for line in _lines(folder / f"{report.stem}.indicators-optional.tsv")}
            either = {start: f"?{id_}" for start, id_ in also.items()}
            precision, recall = scores((id_, rows.get(start) or either.get(start, "-")) for start, id_ in found.items())
            assert precision >= Decimal("0.98")
            assert recall >= Decimal("0.92")


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


class TestAFigure:
    def test_a_part_is_not_the_whole(self) -> None:
        assert ids("全年开展集中学习24次，其中支部集体学习9次。") == [("24次", "study_session_count")]

    def test_the_topic_spoken_of_decides(self) -> None:
        text = "新收行政复议申请30件，审结28件。法院审结行政诉讼案件9件。依申请公开办结4件。"
        assert ids(text) == [
            ("30件", "review_received"),
            ("28件", "review_concluded"),
            ("9件", "litigation_concluded"),
            ("4件", "foia_replied"),
        ]

    def test_a_change_is_no_level(self) -> None:
        assert ids("办理行政处罚案件500件，比上年增加40件，增长8.7%。") == [("500件", "admin_penalty_count")]
        assert ids("地区生产总值800亿元，比上年增长5.1%。", "work-report") == [("800亿元", "gdp"), ("5.1%", "gdp_growth")]

    def test_what_is_compared_with_is_left_out(self) -> None:
        text = "2024年法治政府建设情况报告\n2024年，热线群众满意率由上年的94%提高到96%，热线受理诉求由5万件降至4万件。"
        assert ids(text) == [("96%", "hotline_satisfaction"), ("4万件", "hotline_received")]

    def test_names_that_share_their_end(self) -> None:
        text = "城镇、农村居民人均可支配收入分别增长4.8%、7%。城乡居民人均可支配收入分别达5万元和2万元。"
        assert ids(text, "work-report") == [
            ("4.8%", "income_urban_growth"),
            ("7%", "income_rural_growth"),
            ("5万元", "income_urban"),
            ("2万元", "income_rural"),
        ]

    def test_of_a_region_or_branch_only(self) -> None:
        assert ids("高新区地区生产总值增长9%，民营工业增加值增长8%，人均地区生产总值9万元。", "work-report") == [
            ("9万元", "gdp_per_capita")
        ]

    def test_the_title_decides(self) -> None:
        said = "2024年“三公”经费预算数为12.30万元"
        assert ids(f"某局2024年部门预算\n{said}。", "final-accounts") == [("12.30万元", "three_public_expense")]
        assert ids(f"某局2024年度部门决算\n{said}。", "final-accounts") != [("12.30万元", "three_public_expense")]

    def test_goals_count_where_a_genre_has_them(self) -> None:
        text = "2025年政府工作报告\n一、2024年工作回顾\n二、2025年工作安排\n2025年，粮食产量达到80亿斤以上。"
        assert ids(text, "") == [("80亿斤", "grain_output")]
        assert ids("2024年法治政府建设报告\n2024年工作总结如下。\n2025年，集中学习不少于12次。") == []

    def test_the_words_may_follow(self) -> None:
        assert ids("组织60名干部参加学法考试，对12件规范性文件开展清理。") == [
            ("60名", "exam_participants"),
            ("12件", "normative_doc_cleaned"),
        ]

    def test_what_stands_in_brackets(self) -> None:
        text = "行政复议审结40件（含上年结转6件），其中维持25件。"
        assert ids(text) == [("40件", "review_concluded"), ("6件", "review_carried_in"), ("25件", "review_maintained")]

    def test_a_topic_in_passing_gives_way(self) -> None:
        text = "收到行政复议申请20件，经审查受理18件。公证处办理公证9件，群众满意率99%。"
        assert ids(text) == [("20件", "review_received"), ("18件", "review_accepted"), ("9件", "notary_count")]

    def test_a_change_since_years_ago_is_no_yearly_rate(self) -> None:
        text = "单位GDP能耗比2020年下降11%。单位GDP能耗下降3%。"
        assert ids(text, "work-report") == [("3%", "energy_intensity")]

    def test_words_of_the_clause_before(self, tmp_path: Path) -> None:
        content = PACK.replace('["halls: 座席{}"]', '["阅览室…，…(设座|开放){}", "报告厅，共{}"]')
        folder = (library(tmp_path, content),)
        text = "某市图书馆年报\n阅览室天天开放，共设座600个。书库设座20个。新建报告厅，共300个，其中50个可移动。"
        assert ids(text, "", folder) == [("600个", "seat_count"), ("300个", "seat_count")]

    def test_words_before_an_enumeration_sign_are_of_the_figure_before(self) -> None:
        text = "行政复议审结40件，其中30件维持、4件撤销、6件驳回申请。"
        assert ids(text) == [
            ("40件", "review_concluded"),
            ("30件", "review_maintained"),
            ("4件", "review_revoked"),
            ("6件", "review_dismissed"),
        ]

    @pytest.mark.parametrize(
        "words",
        [
            "计划举办执法培训班6期",
            "明年力争集体学法12次",
            "上年集体学法8次",
            "每月集体学法2次",
            "平均每期培训80人",
            "自2020年以来累计集体学法90次",
        ],
    )
    def test_plans_other_years_and_averages_have_none(self, words: str) -> None:
        assert ids(f"2024年法治政府建设情况报告\n2024年工作如下。\n{words}。") == []

    def test_what_is_left_from_a_year_before_counts_now(self) -> None:
        text = "2024年法治政府建设情况报告\n对2022年底前印发的90件规范性文件集中清理。行政复议上年结转5件，2023年结转行政诉讼案件3件。"
        assert ids(text)[:2] == [("90件", "normative_doc_cleaned"), ("5件", "review_carried_in")]

    def test_no_text_and_no_figures(self) -> None:
        for text in ("", "。", "法治政府建设", "5件", "（5件", "其中，5件、6件", "分别5件、6件"):
            assert ids(text) == []


ACCOUNT = """某局2024年度部门决算
2024年度收入支出决算总表
单位：万元
项目 决算数 项目 决算数
一、一般公共预算财政拨款收入 90.00 一、教育支出 88.00
二、其他收入 5.00 二、住房保障支出 6.00
本年收入合计 95.00 本年支出合计 94.00
年初结转和结余 1.00 年末结转和结余 2.00
总计 96.00 总计 96.00
{title}
部门：某局 单位：万元
科目名称 {columns}
205 教育支出 88.00 60.00 28.00
20502 普通教育 88.00 60.00 28.00
221 住房保障支出 6.00 6.00 0.00
合计 94.00 66.00 28.00
"""


OFFICIAL_BUDGET = """某局2024年部门预算
2024年部门“三公”经费和机关运行经费预算表
编制部门：某局 单位:万元
2024年“三公”经费预算数
2024年机关运行经
公务用车购置及运行费
费预算数
合计 因公出国(境)费 公务接待费
小计 购置费 运行费
{cells}
2024年“三公”经费预算数为30.10万元，比2023年预算持平。其中：
（一）因公出国（境）费2万元，比2023年预算持平。
"""
OFFICIAL_ACCOUNT = """某局2024年度部门决算
财政拨款“三公”经费支出决算表
单位：万元
合计 因公出国（境）费 公务用车购置及运行维护费 公务接待费
小计 公务用车购置费 公务用车运行维护费
预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数
48.50 41.37 6.00 5.12 38.00 33.05 18.00 17.88 20.00 15.17 4.50 3.20
“三公”经费财政拨款支出年初预算为48.50万元，支出决算为41.37万元。其中：
因公出国（境）费年初预算为6.00万元；因公出国（境）费决算为5.12万元。
"""


class TestTables:
    def test_rows_and_columns(self) -> None:
        assert ids(ACCOUNT.format(title="支出决算表", columns="合计 基本支出 项目支出"), "") == [
            ("5.00", "other_revenue"),
            ("95.00", "revenue_total"),
            ("94.00", "expenditure_total"),
            ("1.00", "carried_in"),
            ("2.00", "carried_over"),
            ("96.00", "balance_total"),
            ("96.00", "balance_total"),
            ("94.00", "expenditure_total"),
            ("66.00", "basic_expenditure"),
            ("28.00", "project_expenditure"),
        ]

    @pytest.mark.parametrize(
        ("title", "columns"),
        [
            ("政府性基金预算财政拨款支出决算表", "合计 基本支出 项目支出"),  # another table whose name ends alike
            ("支出决算表", "合计 上年决算数 增减"),
            ("支出决算表", "年初预算数 全年预算数 决算数"),
        ],
    )
    def test_what_is_not_sure_has_none(self, title: str, columns: str) -> None:
        assert len(ids(ACCOUNT.format(title=title, columns=columns), "")) == 7

    def test_official_trips_in_a_budget(self) -> None:
        assert ids(OFFICIAL_BUDGET.format(cells="30.10 2.00 1.60 26.50 18.00 8.50 77.40"), "") == [
            ("30.10", "three_public_expense"),
            ("2.00", "three_public_trips"),
            ("1.60", "three_public_reception"),
            ("26.50", "three_public_vehicles"),
            ("18.00", "three_public_vehicle_purchase"),
            ("8.50", "three_public_vehicle_running"),
            ("77.40", "operating_expense"),
            ("30.10万元", "three_public_expense"),
            ("2万元", "three_public_trips"),
        ]
        # nothing tells whether the vehicles were bought or run
        assert ids(OFFICIAL_BUDGET.format(cells="9.00 9.00 9.00 77.40"), "")[:-2] == [
            ("9.00", "three_public_expense"),
            ("9.00", "three_public_vehicles"),
            ("77.40", "operating_expense"),
        ]

    def test_budget_and_final_account_of_official_trips_are_different_facts(self) -> None:
        assert ids(OFFICIAL_ACCOUNT, "") == [
            ("48.50", "three_public_budget"),
            ("41.37", "three_public_expense"),
            ("6.00", "three_public_trips_budget"),
            ("5.12", "three_public_trips"),
            ("38.00", "three_public_vehicles_budget"),
            ("33.05", "three_public_vehicles"),
            ("18.00", "three_public_vehicle_purchase_budget"),
            ("17.88", "three_public_vehicle_purchase"),
            ("20.00", "three_public_vehicle_running_budget"),
            ("15.17", "three_public_vehicle_running"),
            ("4.50", "three_public_reception_budget"),
            ("3.20", "three_public_reception"),
            ("48.50万元", "three_public_budget"),
            ("41.37万元", "three_public_expense"),
            ("6.00万元", "three_public_trips_budget"),
            ("5.12万元", "three_public_trips"),
        ]

    def test_official_trips_that_do_not_add_up_have_none(self) -> None:
        assert len(ids(OFFICIAL_BUDGET.format(cells="30.01 2.00 1.60 26.50 18.00 8.50 77.40"), "")) == 2

    def test_a_row_belongs_to_one_indicator(self, tmp_path: Path) -> None:
        content = PACK.replace("[scopes]", '[tables]\nloans = ["外借表"]\n[scopes]')
        content = content.replace("not =", 'rows = ["loans: 合计"]\nnot =').replace(
            '["halls: 座席{}"]', '["halls: 座席{}"]\nrows = ["loans: 合计"]'
        )
        with pytest.raises(RuleErrors, match="seat_count: the row loans: 合计 is already that of loan_count; give it to one of them"):
            packs.Packs([library(tmp_path, content)])

    def test_a_label_belongs_to_one_indicator(self, tmp_path: Path) -> None:
        content = PACK.replace("not =", 'labels = ["合计"]\nnot =').replace(
            '["halls: 座席{}"]', '["halls: 座席{}"]\nlabels = ["座席表: 合计"]'
        )
        with pytest.raises(RuleErrors, match="seat_count: the label 合计 is already that of loan_count; give it to one of them"):
            packs.Packs([library(tmp_path, content)])


class TestPacks:
    def test_the_folder_and_the_program_name_the_same_packs(self) -> None:
        assert list(packs.load().heads) == sorted(path.stem for path in FOLDER.glob("*.toml"))

    @pytest.mark.parametrize("pack", packs.load().all(), ids=lambda pack: pack.id)
    def test_every_indicator_is_complete(self, pack: packs.Pack) -> None:
        assert len({indicator.zh for indicator in pack.indicators}) == len(pack.indicators)
        for indicator in pack.indicators:
            assert re.search("[\u4e00-\u9fff]", indicator.zh)
            assert re.match("[A-Z]", indicator.en)
            assert indicator.phrasings
            assert pack.get(indicator.id) is indicator
        assert pack.get("no_such_indicator") is None

    @pytest.mark.parametrize(
        ("title", "pack"),
        [
            ("某县人民政府关于2024年法治政府建设情况的报告", "law-government"),
            ("2025年某省政府工作报告", "work-report"),
            ("某市2023年国民经济和社会发展统计公报", "work-report"),
            ("某局2024年政府信息公开工作年度报告", "disclosure"),
            ("某局2024年度部门决算", "final-accounts"),
            ("某市中级人民法院工作报告", None),
        ],
    )
    def test_the_title_chooses(self, title: str, pack: str | None) -> None:
        found = packs.load().choose(parse(f"{title}\n2024年，各项工作取得进展。\n"))
        assert (found and found.id) == pack

    def test_the_text_chooses_where_the_title_does_not(self) -> None:
        text = "情况通报\n地区生产总值增长5%，固定资产投资增长4%，社会消费品零售总额增长6%。\n"
        assert indicate(analyse(text)).pack == "work-report"
        assert indicate(analyse(text), "none").pack is None

    def test_an_unknown_pack(self) -> None:
        with pytest.raises(UsageError, match="unknown pack; choose from disclosure, "):
            indicate(analyse("5件"), "weather")

    def test_relations_name_indicators(self) -> None:
        pack = packs.load().get("law-government")
        (relation,) = pack.get("head_appearance_rate").relations  # type: ignore[union-attr]
        assert relation == "head_appearance_rate = head_appearance / head_should_appear"

    def test_a_pack_of_ones_own(self, tmp_path: Path) -> None:
        text = "某市图书馆2024年年报\n外借图书8万册次，馆际外借3册次。阅览室设座席600个。到馆读者增长4%。外借大厅有座席50个。"
        found = ids(text, "", (library(tmp_path),))
        assert found == [("8万册次", "loan_count"), ("600个", "seat_count"), ("4%", "reader_growth")]
        assert ids(text, "") == []

    def test_relations_and_duties_of_a_pack_of_ones_own_are_checked(self, tmp_path: Path) -> None:
        report = tmp_path / "report.txt"
        report.write_text(
            "某市图书馆2024年年报\n发布日期：2025-02-20\n一、流通\n外借图书500个。阅览室设座席600个。\n二、场馆\n座席充足。\n三、服务\n便民。\n",
            encoding="utf-8",
        )
        folder = library(tmp_path)
        done = run("check", report, "--rules", folder, "--select", "indicator-mismatch,missing-chapter,late-publication", "-f", "concise")
        assert [line.split(": ", 1)[1] for line in done.out.splitlines()] == [
            "note: no chapter on the books (《馆章》第三条) [missing-chapter]",
            "note: 2025-02-20 is after 2025-02-15, the last day for the annual report (《馆章》第五条) [late-publication]",
            "warning: Loans is at least Seats; here 500<600 [indicator-mismatch]",
        ]
        assert run("check", report, "--rules", folder, "--select", "indicator-mismatch", "--pack", "none").out == ""
        unknown = run("check", report, "--pack", "libary")
        assert (unknown.status, unknown.out) == (2, "")
        assert unknown.err.startswith("libary: unknown pack; choose from disclosure, ")

    @pytest.mark.parametrize(
        ("words", "status", "arithmetic"),
        [
            ("受理行政复议案件200件。审结行政复议案件180件。", "holds", "30%=60÷200"),
            ("审结行政复议案件200件。", "holds", "30%=60÷200"),
            ("受理行政复议案件220件。审结行政复议案件180件。", "fails", "30%≠60÷180=33.33%"),
            ("审结行政复议案件180件。", None, None),
        ],
    )
    def test_one_of_several_alternatives_is_enough(self, words: str, status: str | None, arithmetic: str | None) -> None:
        text = f"某县2024年法治政府建设情况报告\n{words}经调解和解结案60件。调解和解率为30%。\n"
        verdicts = check(parse(text), ids=["indicator-mismatch"]).verdicts
        found = [(one.status, one.arithmetic) for one in verdicts if text[one.span.start : one.span.end] == "30%"]
        assert found == ([(status, arithmetic)] if status else [])

    def test_a_later_pack_replaces_one_of_its_name(self, tmp_path: Path) -> None:
        folder = library(tmp_path, name="disclosure")
        assert [indicator.id for indicator in packs.load((folder,)).get("disclosure").indicators] == [
            "loan_count", "seat_count", "reader_growth",
        ]  # fmt: skip

    def test_packs_are_kept_between_runs(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("GOVMETRICS_CACHE", str(tmp_path / "cache"))
        folder = library(tmp_path)
        first = packs.Packs([folder])
        again = packs.Packs([folder])
        assert again.get("library") == first.get("library")
        library(tmp_path, PACK.replace("图书馆年报", "图书馆年度报告"))
        assert packs.Packs([folder]).heads["library"].zh == "图书馆年度报告"
        for path in (tmp_path / "cache").glob("packs-*-library.pickle"):
            path.unlink()
        assert packs.Packs([folder]).get("library").head.zh == "图书馆年度报告"


class TestErrors:
    @pytest.mark.parametrize(
        ("old", "new", "message"),
        [
            ('zh = "图书馆年报"\n', "", "library.toml: has no zh; add it"),
            ('en = "Loans"', "en = 1", "library.toml: loan_count: en must be a text"),
            ('id = "loan_count"', 'id = "loan count"', "id must be lower-case letters, digits and _, and begin with a letter"),
            ('id = "seat_count"', 'id = "loan_count"', "library.toml: loan_count: is there twice; give each indicator an id of its own"),
            ('kind = "growth"', 'kind = "speed"', "unknown kind speed; use one of count, rate, amount, growth"),
            ('units = ["个"]', "units = []", "library.toml: seat_count: has no units; add it"),
            ('units = ["个"]', "units = [1]", "library.toml: seat_count: units must be a list of texts"),
            ('units = ["个"]', 'unit = "个"', "library.toml: seat_count: unknown key unit; there are: id, zh, "),
            ('"halls: 座席{}"', '"rooms: 座席{}"', "unknown scope rooms in rooms: 座席{}; the pack has: loans, halls"),
            ('"halls: 座席{}"', '"座席"', "library.toml: seat_count: 座席: a phrasing has the figure once, as {}"),
            ('"halls: 座席{}"', '"((座席)){}"', "( ) | and ? go as (a|b) and (a)?, not inside each other"),
            ('"halls: 座席{}"', '"席{}"', "a phrasing needs two characters right before the figure, or a word of two elsewhere"),
            ('"halls: 座席{}"', '"{}…"', "a phrasing needs two characters right before the figure, or a word of two elsewhere"),
            ('"halls: 座席{}"', f'"{"(a|b|c)" * 5}座席{{}}"', "has more than 200 variants; split it"),
            ('bounds = ["0", ""]', 'bounds = ["0"]', "bounds must be the least and the greatest value"),
            ('bounds = ["0", ""]', 'bounds = ["none", ""]', "bounds must be the least and the greatest value"),
            ('bounds = ["0", ""]', 'bounds = ["10", "9.5"]', "bounds: the least value 10 is above the greatest 9.5; swap them"),
            ("loan_count >= seat_count", "loan_count >= desk_count", "unknown id desk_count in the relation loan_count >= desk_count"),
            ("loan_count >= seat_count", "loan_count => seat_count", "cannot read the relation loan_count => seat_count; write a sum, "),
            ("loan_count >= seat_count", "loan_count / seat_count = 1", "cannot read the relation loan_count / seat_count = 1; "),
            ("loan_count >= seat_count", "loan_count <= seat_count | loan_count", "cannot read the relation loan_count <= "),
            ('source = "《馆章》第三条"', "source = 3", "library.toml: chapter 1: source must be a text"),
            ('words = ["藏书"]', "words = []", "library.toml: chapter 1: has no words; add it"),
            ('day = "02-15"', 'day = "02-30"', "library.toml: deadline 1: day must be month and day, such as 03-31"),
            ("[[chapter]]", "[[deadline]]", "library.toml: deadline 1: unknown key words; there are: zh, en, day, "),
            ('loans = ["外借"]', 'loans = "外借"', "library.toml: scopes.loans must be a list of words"),
            ("[scopes]", '[tables]\nhours = "开放时间表"\n[scopes]', "library.toml: tables.hours must be a list of words"),
            ('not = ["馆际"]', 'rows = ["hours: 合计"]', "loan_count: unknown table in the row hours: 合计; the pack has: none"),
            ('not = ["馆际"]', 'rows = "合计"', "loan_count: rows must be a list"),
            ("[[chapter]]", '[[split]]\ntotal = ["合计"]\nparts = [["少儿"]]\n[[chapter]]', "library.toml: split 1: parts must be two or more lists"),
            ("[scopes]", 'titles = {years = "年报"}\n[scopes]', "library.toml: titles.years must be a list of words"),
            ("[scopes]", 'yielding = ["rooms"]\n[scopes]', "library.toml: unknown scope rooms in yielding; the pack has: loans, halls"),
            ('zh = "图书馆年报"', "zh = 图书馆年报", "library.toml: is no valid TOML"),
        ],
    )  # fmt: skip
    def test_a_broken_pack_says_what_to_mend(self, tmp_path: Path, old: str, new: str, message: str) -> None:
        assert PACK.count(old) == 1
        with pytest.raises(RuleErrors) as caught:
            packs.Packs([library(tmp_path, PACK.replace(old, new))])
        assert message in str(caught.value)
        for error in caught.value.errors:
            assert translate("zh", error.message) != error.message

    def test_indicators_that_are_no_tables(self, tmp_path: Path) -> None:
        content = PACK.partition("[scopes]")[0] + 'indicator = ["loans"]\n'
        with pytest.raises(RuleErrors, match=r"indicator must be tables: \[\[indicator\]\]"):
            packs.Packs([library(tmp_path, content)])

    def test_none_is_no_name(self, tmp_path: Path) -> None:
        with pytest.raises(RuleErrors, match="none stands for no pack; name the file after its genre"):
            packs.Packs([library(tmp_path, name="none")])

    @pytest.mark.parametrize("name", ["my library", "Library", "图书馆", "2024", "a.b"])
    def test_a_file_name_that_is_no_id(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(RuleErrors, match="the name must be lower-case letters, digits, - and _, and begin with a letter") as caught:
            packs.Packs([library(tmp_path, name=name)])
        (error,) = caught.value.errors
        assert translate("zh", error.message).startswith("文件名只能用")

    def test_what_is_sound_in_a_broken_pack_is_read_on(self, tmp_path: Path) -> None:
        content = PACK.replace("[scopes]", "yielding = [[1]]\n[scopes]").replace('kind = "growth"', 'kind = "speed"')
        with pytest.raises(RuleErrors) as caught:
            packs.Packs([library(tmp_path, content)])
        assert [error.message.partition(";")[0] for error in caught.value.errors] == [
            "yielding must be a list of texts",
            "unknown kind speed",
        ]

    def test_all_errors_of_all_files_at_once(self, tmp_path: Path) -> None:
        library(tmp_path, PACK.replace('kind = "growth"', 'kind = "speed"').replace('en = "Seats"\n', ""))
        library(tmp_path, "zh = 1\n", "other")
        done = run("indicators", "--rules", tmp_path)
        assert done.status == 2
        assert done.out == ""
        assert [line.split(": ", 1)[1] for line in done.err.splitlines()] == [
            "seat_count: has no en; add it",
            "reader_growth: unknown kind speed; use one of count, rate, amount, growth",
            "zh must be a text",
            "has no en; add it",
            "has no title; add it",
            "has no indicator; add it",
        ]


class TestCommand:
    def test_records_carry_indicators(self) -> None:
        done = run("extract", SAMPLES / "lanxi-county-2024.txt", "--format", "ndjson", "--kind", "money")
        found = {record["text"]: record["indicator"] for record in map(json.loads, done.out.splitlines())}
        assert found == {"273.4万元": None, "936万元": "legal_aid_amount", "1.5万元": None}

    def test_the_pack_is_shown(self) -> None:
        path = SAMPLES / "lanxi-county-2024.txt"
        table_, document = run("extract", path, "--format", "table"), run("extract", path, "--format", "json")
        assert table_.out.splitlines()[0].endswith("(law-government)")
        assert json.loads(document.out)["reports"][0]["pack"] == "law-government"
        without = run("extract", path, "--format", "json", "--pack", "none")
        assert json.loads(without.out)["reports"][0]["pack"] is None
        assert {metric["indicator"] for metric in json.loads(without.out)["reports"][0]["metrics"]} == {None}

    def test_an_unknown_pack_is_refused_before_anything_is_read(self) -> None:
        for command in (["extract", "no-such-file.txt", "--pack", "weather"], ["indicators", "weather"]):
            done = run(*command)
            assert (done.status, done.out) == (2, "")
            assert done.err.startswith("weather: unknown pack; choose from disclosure, ")

    def test_packs_and_their_indicators_are_listed(self) -> None:
        overview = run("indicators", "--format", "table")
        assert [line.split()[:2] for line in overview.out.splitlines()] == [
            [pack.id, str(len(pack.indicators))] for pack in packs.load().all()
        ]
        listing = run("indicators", "work-report", "--format", "table", "--lang", "zh").out
        assert listing.splitlines()[0] == "work-report  政府工作报告和统计公报"
        assert re.search(r"^gdp +地区生产总值 +元$", listing, re.MULTILINE)
        cells = list(csv.DictReader(io.StringIO(run("indicators", "work-report").out)))
        assert next(row for row in cells if row["id"] == "urban_rate")["relations"] == "urban_rate = urban_pop / population"
        records = json.loads(run("indicators", "disclosure", "--format", "json").out)
        assert records[0]["id"] == "disclosure_count"
        assert records[0]["units"] == ["条", "件", "篇"]

    @pytest.mark.parametrize("pack", packs.load().all(), ids=lambda pack: pack.id)
    @pytest.mark.parametrize("lang", ["en", "zh"])
    def test_a_terminal_of_eighty_columns_holds_a_pack(self, pack: packs.Pack, lang: str) -> None:
        listing = _listing(pack, lang, 80, None)
        assert [line for line in listing.splitlines() if cell_len(line) > 80] == []
        assert [id_ for id_ in (one.id for one in pack.indicators) if not re.search(rf"^{id_} ", listing, re.MULTILINE)] == []
        topics = list(dict.fromkeys(indicator.topic for indicator in pack.indicators))
        assert [line for line in listing.splitlines() if line in topics] == topics


class TestPivot:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        for year, count, rate in ((2023, 300, "96.1%"), (2024, 360, "97%")):
            text = f"某县{year}年法治政府建设情况报告\n{year}年，受理法律援助案件{count}件，人民调解成功率{rate}。\n"
            (tmp_path / f"law-{year}.txt").write_text(text, encoding="utf-8")
        gwr = "2025年政府工作报告\n一、2024年工作回顾\n2024年，进出口总额下降3.5%，地区生产总值900亿元。\n2025年，地区生产总值1000亿元。\n"
        (tmp_path / "work.txt").write_text(gwr, encoding="utf-8")
        (tmp_path / "=note.txt").write_text("会议纪要\n到会5人。\n", encoding="utf-8")
        return tmp_path

    def test_one_row_a_report_and_one_column_an_indicator(self, folder: Path) -> None:
        done = run("extract", *sorted(path.name for path in folder.iterdir()), "--pivot", cwd=folder)
        assert done.status == 0
        assert done.out.splitlines() == [
            "path,title,year,pack,mediation_success_rate,legal_aid_cases,gdp,trade_growth",
            "'=note.txt,,,,,,,",
            "law-2023.txt,某县2023年法治政府建设情况报告,2023,law-government,96.1,300,,",
            "law-2024.txt,某县2024年法治政府建设情况报告,2024,law-government,97,360,,",
            "work.txt,2025年政府工作报告,2025,work-report,,,90000000000,-3.5",
        ]

    def test_formats(self, folder: Path) -> None:
        tsv = run("extract", "law-2024.txt", "--pivot", "--format", "tsv", "--headers", "zh", cwd=folder).out
        assert tsv.splitlines()[0].split("\t") == ["文件", "标题", "年度", "指标包", "调解成功率", "法律援助案件数"]
        (row,) = json.loads(run("extract", "law-2024.txt", "--pivot", "--format", "json", cwd=folder).out)
        assert row["indicators"]["legal_aid_cases"] == {"value": "360", "unit": "件"}
        written = run("extract", ".", "--pivot", "-o", "all.csv", cwd=folder)
        assert written.status == 0
        assert (folder / "all.csv").read_bytes().startswith(b"\xef\xbb\xbfpath,")

    def test_what_it_cannot_be_combined_with(self, folder: Path) -> None:
        for options in (["--kind", "money"], ["--fields", "path"]):
            assert "leave out --kind and --fields" in run("extract", ".", "--pivot", *options, cwd=folder).err
        assert "cannot hold a pivot table; use csv, tsv, json" in run("extract", ".", "--pivot", "--format", "table", cwd=folder).err

    def test_a_report_that_cannot_be_read_does_not_stop_it(self, folder: Path) -> None:
        (folder / "broken.txt").write_bytes(b"%PDF-1.7\n\x00\x01")
        done = run("extract", ".", "missing.txt", "--pivot", cwd=folder)
        assert done.status == 2
        assert len(done.out.splitlines()) == 5
        assert len(done.err.splitlines()) == 2
        assert run("extract", "missing.txt", "--pivot", cwd=folder).status == 2

    def test_processes_make_no_difference(self, folder: Path) -> None:
        shutil.copy(folder / "law-2024.txt", folder / "zz.txt")
        assert (
            run("extract", ".", "--pivot", "--jobs", "2", cwd=folder).out == run("extract", ".", "--pivot", "--jobs", "1", cwd=folder).out
        )
