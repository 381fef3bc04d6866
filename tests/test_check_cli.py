"""`govmetrics check` and `explain` as a user and a pipeline call them."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pexpect
import pytest
from clirun import ID, SLIP, Run, process, run, write
from conftest import ROOT
from test_startup import HEAVY, loaded

from govmetrics import checks
from govmetrics.cli import app, jobs
from govmetrics.cli.checking import CheckJob, CheckResult, Plan
from govmetrics.cli.commands.check import today
from govmetrics.output import findings
from govmetrics.reading import Source
from govmetrics.rulebook import load

if TYPE_CHECKING:
    from collections.abc import Callable

FINE = "全年生产总值增长6.1%，好于预期。"
SUM = "全年新建公园12个，其中城区8个，乡镇6个。"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return write(tmp_path / "report.txt", "2024年工作报告", "一、经济", SLIP)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twelve reports, every third with a slip; the fifth is no text."""
    for number in range(12):
        write(tmp_path / "all" / f"{number:02}.txt", f"{2010 + number}年工作报告", FINE, *([SLIP] * (number % 3 == 0)))
    (tmp_path / "all" / "04.txt").write_bytes(b"%PDF-1.7\n")
    return tmp_path / "all"


@pytest.mark.parametrize("start", [run, process], ids=["here", "process"])
class TestPipe:
    def test_fine(self, start: Callable[..., Run], tmp_path: Path) -> None:
        assert start("check", write(tmp_path / "a.txt", FINE)) == (0, "", "")

    def test_findings(self, start: Callable[..., Run], report: Path) -> None:
        done = start("check", report)
        assert (done.status, done.err) == (1, "")
        assert done.out == f"{report}:3:12: error: the percent sign is written twice [{ID}]\n"

    def test_wrong(self, start: Callable[..., Run]) -> None:
        assert start("check", "nowhere.txt") == (2, "", "nowhere.txt: no such file or folder: check the path\n")

    def test_standard_input(self, start: Callable[..., Run]) -> None:
        assert start("check", "-", data=SLIP.encode()).out == f"-:1:12: error: the percent sign is written twice [{ID}]\n"


class TestStatus:
    @pytest.mark.parametrize(
        ("severity", "limit", "status"),
        [
            ("error", "error", 1),
            ("error", "note", 1),
            ("error", "never", 0),
            ("warning", "error", 0),
            ("warning", "warning", 1),
            ("note", "warning", 0),
            ("note", "note", 1),
            ("note", "never", 0),
        ],
    )
    def test_fail_on(self, report: Path, severity: str, limit: str, status: int) -> None:
        write(report.parent / "govmetrics.toml", "[severity]", f'{ID} = "{severity}"')
        done = run("check", report, "--fail-on", limit)
        assert done.status == status
        assert f": {severity}: " in done.out

    def test_an_unreadable_report_costs_only_itself(self, folder: Path) -> None:
        done = run("check", folder, "nowhere.txt")
        assert done.status == 2
        assert [line.partition(":")[0] for line in done.out.splitlines()] == [str(folder / f"{n:02}.txt") for n in (0, 3, 6, 9)]
        assert [line.partition(": ")[0] for line in done.err.splitlines()] == ["nowhere.txt", str(folder / "04.txt")]

    def test_nothing_to_check(self, tmp_path: Path) -> None:
        done = run("check", tmp_path, "-o", tmp_path / "found.json")
        assert (done.status, done.out) == (2, "")
        assert done.err.startswith(f"{tmp_path}: no reports (")
        assert os.listdir(tmp_path) == []

    def test_nothing_readable_leaves_an_older_output_alone(self, folder: Path) -> None:
        output = write(folder.parent / "found.json", "old")
        assert run("check", folder / "04.txt", "-o", output).status == 2
        assert output.read_text(encoding="utf-8") == "old\n"

    @pytest.mark.parametrize(
        ("arguments", "error"),
        [
            (["--isolated", "--config", "x.toml"], "--isolated reads no configuration; leave out one of --isolated and --config"),
            (["--config", "x.toml"], "x.toml: cannot be read (no such file or directory); check the path and its permissions"),
            (["--select", ID, "--ignore", f"date,{ID}"], f"{ID}: is in --select and in --ignore; leave out one of them"),
            (["--select", ID, "--ignore", "wording"], "no check is left to run; select more or ignore less"),
            (["--select", "doubled-percent-sing"], f"doubled-percent-sing: unknown check or group; did you mean {ID}?"),
            (
                ["--select", "all,xyzzy,wordings", "--select", "dates"],
                "xyzzy, wordings, dates: unknown check or group; did you mean wording, date?",
            ),
            (["--against", ""], '"": no such file or folder: check the path'),
            (["--ignore", "wordings"], "wordings: unknown check or group; did you mean wording?"),
            (["--select", ","], "--select: names no check or group; leave it out or name one"),
            (["--fail-on", "fatal"], "fatal: unknown value; choose from error, warning, note, never"),
            (["--format", "sarf"], "sarf: unknown format; did you mean sarif?"),
            (["-o", "found.docx"], "found.docx: no format has this ending; say which with --format "),
            (["--encoding", "utf8000"], "utf8000: unknown encoding; use a name such as utf-8, gb18030 or big5"),
            (["--statistics", "-f", "sarif"], "sarif: this format has no room for --statistics; use full, concise, json"),
            (["--show-verified", "-f", "junit"], "junit: this format has no room for --show-verified; use full, concise, json, ndjson"),
            (["-f", "junit", "--output-encoding", "gbk"], "gbk: XML is written as UTF-8; leave out --output-encoding"),
            (["--jobs", "0"], "Invalid value for '--jobs' / '-j': 0 is not in the range x>=1."),
        ],
    )
    def test_a_wrong_command_line_is_one_line_in_both_languages(self, report: Path, arguments: list[str], error: str) -> None:
        done = run("check", report.name, *arguments, cwd=report.parent)
        assert (done.status, done.out) == (2, "")
        assert done.err.startswith(error)
        assert done.err.count("\n") == 1
        chinese = run("check", report.name, *arguments, "--lang", "zh", cwd=report.parent)
        assert (chinese.status, chinese.out) == (2, "")
        assert re.search("[一-鿿]", chinese.err)
        assert chinese.err.count("\n") == 1
        assert os.listdir(report.parent) == ["report.txt"]


def test_a_report_without_findings_loads_nothing_heavy(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", FINE)
    loaded("check", path)
    modules = loaded("check", path)
    assert "govmetrics.cli.commands.check" in modules
    assert "govmetrics.cli.commands.extract" not in modules
    assert modules & HEAVY == set()


class TestSelection:
    def test_lists_repetition_and_groups(self, report: Path) -> None:
        for select in (["--select", f"date,{ID}"], ["--select", "date", "--select", ID], ["--select", "wording"], ["--select", "all"]):
            assert ID in run("check", report, *select).out
        for ignore in (["--ignore", ID], ["--ignore", "date,wording"], ["--select", "date"]):
            assert run("check", report, *ignore) == (0, "", "")

    def test_rules_of_ones_own(self, report: Path) -> None:
        write(report.parent / "rules" / "broken.toml", "kind = 'weight'")
        done = run("check", report, "--rules", report.parent / "rules")
        assert (done.status, done.out) == (2, "")
        assert "broken.toml" in done.err


class TestFormats:
    @pytest.mark.parametrize("name", findings.names())
    def test_the_number_of_processes_changes_nothing(self, folder: Path, name: str) -> None:
        one, two = (process("check", folder, "-f", name, "--jobs", number) for number in ("1", "2"))
        assert one == two
        assert one.status == 2
        assert "04.txt" in one.err
        assert str(folder) + "/03.txt" in one.out

    def test_the_default_for_many_reports(self, folder: Path) -> None:
        assert run("check", folder) == run("check", folder, "-f", "concise", "--jobs", "1")

    @pytest.mark.parametrize("name", findings.names())
    def test_a_file_gets_what_a_pipe_gets(self, report: Path, name: str) -> None:
        output = report.parent / "found"
        piped = run("check", report, "-f", name)
        filed = run("check", report, "-f", name, "-o", output)
        assert (filed.status, filed.out, filed.err) == (1, "", "")
        assert output.read_text(encoding="utf-8") == piped.out

    @pytest.mark.parametrize(("ending", "start"), [("json", "{"), ("sarif", "{"), ("xml", "<?xml"), ("ndjson", '{"path"')])
    def test_the_ending_chooses(self, report: Path, ending: str, start: str) -> None:
        output = report.parent / f"found.{ending}"
        assert run("check", report, "-o", output).status == 1
        assert output.read_text(encoding="utf-8").startswith(start)

    @pytest.mark.parametrize("name", findings.names())
    def test_a_gbk_console(self, tmp_path: Path, name: str) -> None:
        path = write(tmp_path / "a.txt", f"😀{SLIP}")
        done = process("check", path, "-f", name, "--lang", "zh", encoding="gbk", PYTHONIOENCODING="gbk")
        assert done == run("check", path, "-f", name, "--lang", "zh", encoding="gbk")
        assert (done.status, done.err) == (1, "")
        if name in {"json", "ndjson", "sarif", "gitlab"}:
            documents = done.out.splitlines() if name == "ndjson" else [done.out]
            assert done.out.isascii()
            assert "百分号重复" in json.dumps([json.loads(document) for document in documents], ensure_ascii=False)
        elif name == "junit":
            assert done.out.isascii()
            assert "百分号重复" in "".join(
                text for node in ET.fromstring(done.out).iter() for text in (*node.attrib.values(), node.text or "")
            )
        else:
            assert "百分号重复" in done.out

    def test_another_encoding(self, report: Path) -> None:
        done = run("check", report, "-f", "json", "--lang", "zh", "--output-encoding", "gb18030", encoding="gb18030")
        assert json.loads(done.out)["reports"][0]["findings"][0]["message"] == "百分号重复"

    def test_servers_learn_what_could_not_be_read(self, folder: Path) -> None:
        arguments = ["check", "all", "no.txt", "--against", "no-figures.txt", "--lang", "zh"]
        write(folder.parent / "no-figures.txt", "hello")
        done = run(*arguments, "-f", "sarif", cwd=folder.parent)
        (invocation,) = json.loads(done.out)["runs"][0]["invocations"]
        assert (done.status, invocation["executionSuccessful"]) == (2, False)
        told = [
            (one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], one["level"], one["message"]["text"])
            for one in invocation["toolExecutionNotifications"]
        ]
        assert [(path, level) for path, level, _ in told] == [("no.txt", "error"), ("no-figures.txt", "error"), ("all/04.txt", "error")]
        assert sorted(f"{path}: {text}" for path, _, text in told) == sorted(done.err.splitlines())
        suites = {suite.get("name"): suite for suite in ET.fromstring(run(*arguments, "-f", "junit", cwd=folder.parent).out)}
        assert len(suites) == 11 + 3
        for path, _, text in told:
            (case,) = suites[path]
            assert (suites[path].get("errors"), [(child.tag, child.get("message")) for child in case]) == ("1", [("error", text)])

    def test_a_server_learns_that_all_was_read(self, report: Path) -> None:
        (one,) = json.loads(run("check", report, "-f", "sarif").out)["runs"]
        assert one["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]

    def test_statistics_count_each_check(self, folder: Path) -> None:
        (folder / "04.txt").unlink()
        assert run("check", folder, "--statistics").out.splitlines()[-1].split() == ["4", ID]
        document = json.loads(run("check", folder, "--statistics", "-f", "json").out)
        counts = [one["summary"]["checks"] for one in document["reports"]]
        assert [count for count in counts if count] == [{ID: 1}] * 4

    def test_relations_are_listed_on_request(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.txt", "2024年工作报告", SUM.replace("6个", "4个"))
        listed = json.loads(run("check", path, "-f", "json", "--show-verified").out)["reports"][0]
        hidden = json.loads(run("check", path, "-f", "json").out)["reports"][0]
        assert hidden["verdicts"] == []
        assert len(listed["verdicts"]) == sum(listed["summary"]["relations"].values())
        assert listed["summary"] == hidden["summary"]

    def test_the_encoding_of_the_report(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes(SLIP.encode("big5", "ignore"))
        assert json.loads(run("check", path, "--encoding", "big5", "-f", "json").out)["reports"][0]["encoding"] == "big5"


class TestJob:
    def test_what_a_process_sends_back(self, report: Path) -> None:
        source = Source("report.txt", str(report))
        plan = Plan((ID,), {ID: "note"}, "note", "zh", (), None)
        job = CheckJob(format="concise", options=findings.FindingOptions(), plans={str(report.parent): plan}, known={})
        one = jobs.run(source, job, load())
        assert isinstance(one, CheckResult)
        assert one.text == f"report.txt:3:12: note: 百分号重复 [{ID}]\n"
        assert (one.failing, one.used, one.entries, one.error) == (True, (), (), None)
        assert one.summary.findings.note == 1

    def test_the_day_is_the_user_s(self) -> None:
        assert today().isoformat() in {time.strftime("%Y-%m-%d"), time.strftime("%Y-%m-%d", time.localtime(time.time() - 5))}


def environment(**changes: str) -> dict[str, str]:
    return {**os.environ, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", **changes}


def on_terminal(*arguments: str | Path, **changes: str) -> tuple[str, int | None]:
    """What a terminal shows, and the exit status."""
    command = ["-m", "govmetrics", *map(str, arguments)]
    child = pexpect.spawn(sys.executable, command, env=environment(**changes), dimensions=(24, 80), encoding="utf-8", timeout=60)
    shown = child.read()
    child.close()
    return shown.replace("\r\n", "\n"), child.exitstatus


def plain(shown: str) -> str:
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Reports that take a while."""
    for number in range(30):
        write(tmp_path / "archive" / f"{number:02}.txt", "2024年工作报告", *([SLIP, FINE] * 150))
    return tmp_path / "archive"


class TestTerminal:
    def test_full_by_default_and_in_colour(self, report: Path) -> None:
        shown, status = on_terminal("check", report)
        assert status == 1
        assert "\x1b[" in shown
        assert f"3 | {SLIP}" in plain(shown)
        assert "^^" in plain(shown)

    def test_no_colour_where_it_is_not_wanted(self, report: Path) -> None:
        shown, _ = on_terminal("check", report, NO_COLOR="1")
        assert "\x1b" not in shown
        assert SLIP in shown

    def test_chinese_by_the_locale(self, report: Path) -> None:
        assert "百分号重复" in plain(on_terminal("check", report, LC_ALL="zh_CN.UTF-8", PYTHONUTF8="1")[0])

    def test_a_bar_while_results_go_to_a_file(self, folder: Path) -> None:
        shown, status = on_terminal("check", folder, "-o", folder.parent / "found.sarif")
        assert status == 2
        assert "12/12" in plain(shown)

    def test_ctrl_c_on_the_keyboard(self, archive: Path, tmp_path: Path) -> None:
        output, known = write(tmp_path / "o.json", "old"), tmp_path / "known.json"
        command = ["-m", "govmetrics", "check", str(archive), "-o", str(output), "--jobs", "2"]
        command += ["--baseline", str(known), "--update-baseline"]
        child = pexpect.spawn(sys.executable, command, env=environment(), encoding="utf-8", timeout=60)
        child.expect(r"\d+/\d+")
        child.sendintr()
        rest = child.read()
        child.close()
        assert (child.exitstatus, child.signalstatus) == (130, None)
        assert "Traceback" not in rest
        assert output.read_text(encoding="utf-8") == "old\n"
        assert sorted(os.listdir(tmp_path)) == ["archive", "o.json"]


class TestStreams:
    @pytest.mark.parametrize("number", ["1", "2"])
    def test_interrupted(self, archive: Path, number: str) -> None:
        command = [sys.executable, "-m", "govmetrics", "check", str(archive), "--jobs", number]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), start_new_session=True
        ) as running:
            assert running.stdout
            running.stdout.readline()
            os.killpg(running.pid, signal.SIGINT)
            _, errors = running.communicate(timeout=60)
        assert (running.returncode, errors) == (130, b"")

    @pytest.mark.parametrize("number", ["1", "2"])
    def test_a_closed_pipe_ends_it_quietly(self, archive: Path, number: str) -> None:
        command = [sys.executable, "-m", "govmetrics", "check", str(archive), "--jobs", number]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as running:
            assert running.stdout
            assert running.stderr
            assert running.stdout.readline()
            running.stdout.close()
            assert (running.wait(timeout=60), running.stderr.read()) == (0, b"")


class TestExplain:
    @pytest.mark.parametrize("id_", checks.names())
    @pytest.mark.parametrize("lang", ["en", "zh"])
    def test_a_check(self, capsys: pytest.CaptureFixture[str], id_: str, lang: str) -> None:
        assert app.run(["explain", id_, "--lang", lang]) == 0
        out, check = capsys.readouterr().out, checks.get(id_)
        assert out.startswith(f"{id_} ({check.group}, {check.severity})\n\n{check.what(lang)}\n\n{check.why(lang)}\n")
        examples = [*(text for text, _ in check.bad), *check.good]
        assert all(line in out for text in examples for line in text.splitlines())
        assert ("only where it is selected" in out or "选中时才运行" in out) == (not check.default)

    @pytest.mark.parametrize("name", findings.names())
    def test_a_format(self, capsys: pytest.CaptureFixture[str], name: str) -> None:
        assert app.run(["explain", name]) == 0
        assert findings.get(name).doc in capsys.readouterr().out

    def test_what_there_is_not(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert app.run(["explain", "doubled-percent-sing"]) == 2
        assert capsys.readouterr().err == f"doubled-percent-sing: unknown rule, check or format; did you mean {ID}?\n"


@pytest.mark.parametrize("command", ["check", "settings", "explain"])
def test_help_is_complete_in_both_languages(capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert app.run([command, "--help"]) == 0
    assert not re.search("[一-鿿]", capsys.readouterr().out)
    assert app.run(["--lang", "zh", command, "--help"]) == 0
    chinese = capsys.readouterr().out
    assert [line for line in chinese.splitlines() if re.search(r"[a-z]{4,} [a-z]{2,} [a-z]{2,}", line)] == []


class TestAction:
    """The shell of `action.yml`, as a runner would call it; the other steps are others' actions."""

    def act(self, tmp_path: Path, **inputs: str) -> tuple[int, dict[str, str]]:
        """The status of the step that checks, and its outputs."""
        action = (ROOT / "action.yml").read_text(encoding="utf-8")
        script = textwrap.dedent(action.partition("- id: check\n")[2].partition("run: |\n")[2].partition("    - name:")[0])
        write(tmp_path / "temp" / "govmetrics" / "programs", str(tmp_path / "programs"))
        program = write(tmp_path / "programs" / "govmetrics", "#!/bin/sh", f'exec "{sys.executable}" -m govmetrics "$@"')
        program.chmod(0o755)
        changes = {
            "RUNNER_TEMP": str(tmp_path / "temp"),
            "GITHUB_OUTPUT": str(tmp_path / "outputs"),
            "FAIL_ON": "",
            "ARGUMENTS": "",
            **inputs,
        }
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        env = environment(PYTHONPATH=os.pathsep.join(filter(None, sys.path)), **changes)
        done = subprocess.run(command, cwd=tmp_path, env=env, timeout=60, check=False)
        lines = (tmp_path / "outputs").read_text(encoding="utf-8").splitlines()
        return done.returncode, dict(line.split("=", 1) for line in lines)

    def test_the_status_is_kept_until_the_findings_are_uploaded(self, tmp_path: Path) -> None:
        write(tmp_path / "my drafts" / "a.txt", SLIP)
        write(tmp_path / "b*.txt", FINE)
        status, outputs = self.act(tmp_path, REPORTS="my drafts\nb*.txt\n")
        assert (status, outputs["status"]) == (0, "1")
        results = json.loads(Path(outputs["sarif"]).read_text(encoding="utf-8"))["runs"][0]["results"]
        assert [result["ruleId"] for result in results] == [ID]

    def test_further_options(self, tmp_path: Path) -> None:
        write(tmp_path / "a.txt", SLIP)
        assert self.act(tmp_path, REPORTS=".", FAIL_ON="never")[1]["status"] == "0"
        assert self.act(tmp_path, REPORTS=".", ARGUMENTS=f"--isolated --ignore {ID}")[1]["status"] == "0"

    def test_a_wrong_option_leaves_nothing_to_upload(self, tmp_path: Path) -> None:
        write(tmp_path / "a.txt", SLIP)
        assert self.act(tmp_path, REPORTS=".", FAIL_ON="fatal") == (0, {"status": "2"})
