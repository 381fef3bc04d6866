"""The commands as a user calls them: in this process where that suffices, in one of their own where streams matter."""

from __future__ import annotations

import ast
import csv
import io
import json
import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import jsonschema
import msgspec
import pytest

from govmetrics import checks, messages, output, rulebook, ruletest
from govmetrics.cli import app
from govmetrics.cli.options import choose
from govmetrics.errors import RuleError, UsageError
from govmetrics.messages_zh import ZH
from govmetrics.model import Count, Date, Percent, Span
from govmetrics.output import comparison, findings
from govmetrics.output.record import FIELDS

REPORT = "2024年信访工作报告\n一、主要情况\n全年处理来信1200件，投入1.2亿元，来访案次同比下降48.79%。\n"
SOURCE = Path(app.__file__).resolve().parents[1]


class Run(NamedTuple):
    status: int
    out: str
    err: str

    def rows(self) -> list[list[str]]:
        return list(csv.reader(io.StringIO(self.out, newline="")))


Cli = Callable[..., Run]


@pytest.fixture
def govmetrics(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Runs a command line in this process, in English."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def run(*arguments: str | Path) -> Run:
        status = app.run([str(argument) for argument in arguments])
        out, err = capsysbinary.readouterr()
        return Run(status, out.decode(), err.decode())

    return run


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def process(*arguments: str | Path, data: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Runs a command line in a process of its own, with its streams as pipes."""
    return subprocess.run(
        [sys.executable, "-m", "govmetrics", *map(str, arguments)],
        input=data,
        capture_output=True,
        env={**os.environ, "LC_ALL": "C.UTF-8", **environment},
        timeout=60,
        check=False,
    )


class TestExtract:
    def test_a_pipe_gets_csv(self, govmetrics: Cli, report: Path) -> None:
        run = govmetrics("extract", report)
        heading, *rows = run.rows()
        assert (run.status, run.err) == (0, "")
        assert heading == list(FIELDS)
        named = [dict(zip(heading, row, strict=True)) for row in rows]
        assert [row["value"] for row in named] == ["2024", "1200", "120000000", "48.79"]
        assert [row["kind"] for row in named] == ["date", "count", "money", "percent"]
        assert {row["path"] for row in named} == {str(report)}
        for row in named:
            assert REPORT[int(row["start"]) : int(row["end"])] == row["text"]
            line = REPORT.split("\n")[int(row["line"]) - 1]
            assert line[int(row["column"]) - 1 :].startswith(row["text"])

    def test_kinds_and_fields_as_lists_and_repeated(self, govmetrics: Cli, report: Path) -> None:
        run = govmetrics("extract", report, "--kind", "money,count", "-k", "percent", "--fields", "value,unit")
        assert run.rows() == [["value", "unit"], ["1200", "件"], ["120000000", "元"], ["48.79", "%"]]

    def test_chinese_headings(self, govmetrics: Cli, report: Path) -> None:
        assert govmetrics("extract", report, "--headers", "zh").rows()[0][:4] == ["文件", "行", "列", "类别"]

    def test_a_table_in_a_pipe(self, govmetrics: Cli, report: Path) -> None:
        run = govmetrics("extract", report, "-f", "table")
        assert "\x1b" not in run.out
        assert "↓ yoy" in run.out
        assert "figures: 4" in run.out

    def test_no_figures_is_said_and_is_no_failure(self, govmetrics: Cli, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("没有数字的文件。\n", encoding="utf-8")
        run = govmetrics("extract", tmp_path / "a.txt")
        assert run == Run(0, ",".join(FIELDS) + "\n", "no figures found\n")

    def test_json_and_ndjson_follow_the_printed_schemas(self, govmetrics: Cli, report: Path) -> None:
        document = json.loads(govmetrics("extract", report, report.parent, "-f", "json").out)
        schema = json.loads(govmetrics("schema", "report").out)
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.validate(document, schema)
        assert document["schema"] == schema["$id"]
        line_schema = json.loads(govmetrics("schema", "metric").out)
        assert line_schema["$id"] == "urn:govmetrics:schema:metric:1"
        lines = govmetrics("extract", report, "-f", "ndjson").out.splitlines()
        assert len(lines) == 4
        for line in lines:
            jsonschema.validate(json.loads(line), line_schema)

    def test_standard_input(self) -> None:
        run = process("extract", "-", "--fields", "path,text", data="投入2.5亿元".encode("gb18030"))
        assert (run.returncode, run.stdout.decode()) == (0, "path,text\n-,2.5亿元\n")

    def test_encoding(self, govmetrics: Cli, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_bytes("來信1200件".encode("big5"))
        run = govmetrics("extract", tmp_path / "a.txt", "--encoding", "big5", "-f", "json")
        (found,) = json.loads(run.out)["reports"]
        assert (found["encoding"], [metric["text"] for metric in found["metrics"]]) == ("big5", ["1200件"])


class TestOutputFile:
    @pytest.mark.parametrize(
        ("name", "start"),
        [
            ("o.csv", b"\xef\xbb\xbfpath,line"),
            ("o.CSV", b"\xef\xbb\xbfpath,line"),
            ("o.tsv", b"path\tline"),
            ("o.json", b'{"schema":"urn:govmetrics:schema:report:1"'),
            ("o.ndjson", b'{"path":'),
            ("o.jsonl", b'{"path":'),
            ("o.txt", None),
        ],
    )
    def test_the_ending_chooses_the_format(self, govmetrics: Cli, report: Path, tmp_path: Path, name: str, start: bytes | None) -> None:
        assert govmetrics("extract", report, "-o", tmp_path / name) == Run(0, "", "")
        data = (tmp_path / name).read_bytes()
        assert data.startswith(start or str(report).encode())
        assert b"\r" not in data
        assert sorted(os.listdir(tmp_path)) == sorted(["report.txt", name])

    def test_the_format_option_outranks_the_ending(self, govmetrics: Cli, report: Path, tmp_path: Path) -> None:
        assert govmetrics("extract", report, "-f", "ndjson", "-o", tmp_path / "x.dat").status == 0
        assert (tmp_path / "x.dat").read_bytes().startswith(b"{")

    @pytest.mark.parametrize(
        ("options", "start"),
        [
            (["--no-bom"], b"path,"),
            (["--output-encoding", "gb18030", "--headers", "zh"], "文件,行".encode("gb18030")),
            (["--output-encoding", "utf-8-sig"], b"\xef\xbb\xbfpath,"),
            (["--output-encoding", "utf-8-sig", "--bom"], b"\xef\xbb\xbfpath,"),
            (
                ["--output-encoding", "utf-16"],
                "\ufeffpath,".encode("utf-16-le" if sys.byteorder == "little" else "utf-16-be"),
            ),
            (["--output-encoding", "utf-16-le", "--bom"], "\ufeffpath,".encode("utf-16-le")),
            (["--format", "tsv", "--bom"], b"\xef\xbb\xbfpath\t"),
        ],
    )
    def test_byte_order_mark_and_encoding(self, govmetrics: Cli, report: Path, tmp_path: Path, options: list[str], start: bytes) -> None:
        assert govmetrics("extract", report, report, "-o", tmp_path / "o.csv", *options).status == 0
        data = (tmp_path / "o.csv").read_bytes()
        assert data.startswith(start)
        assert data.count(b"\xef\xbb\xbf") <= 1

    def test_an_older_file_keeps_its_mode_and_a_link_stays_a_link(self, govmetrics: Cli, report: Path, tmp_path: Path) -> None:
        old = tmp_path / "old.csv"
        old.write_text("old")
        old.chmod(0o640)
        link = tmp_path / "link.csv"
        link.symlink_to(old)
        assert govmetrics("extract", report, "-o", link).status == 0
        assert link.is_symlink()
        assert old.read_bytes().startswith(b"\xef\xbb\xbfpath,")
        assert stat.S_IMODE(old.stat().st_mode) == 0o640

    def test_a_device_is_written_to_directly(self, govmetrics: Cli, report: Path) -> None:
        assert govmetrics("extract", report, "-f", "csv", "-o", "/dev/null") == Run(0, "", "")
        assert stat.S_ISCHR(os.stat("/dev/null").st_mode)

    def test_an_older_file_stays_when_no_report_can_be_read(self, govmetrics: Cli, tmp_path: Path) -> None:
        (tmp_path / "bad.txt").write_bytes(b"%PDF-1.7\n")
        (tmp_path / "o.csv").write_text("old")
        assert govmetrics("extract", tmp_path / "bad.txt", "-o", tmp_path / "o.csv").status == 2
        assert (tmp_path / "o.csv").read_text() == "old"
        assert sorted(os.listdir(tmp_path)) == ["bad.txt", "o.csv"]

    def test_an_older_file_stays_when_the_program_fails(self, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(*_: object) -> None:
            raise RuntimeError("a bug")

        (tmp_path / "o.csv").write_text("old")
        monkeypatch.setattr("govmetrics.cli.jobs.analyse", fail)
        with pytest.raises(RuntimeError, match="a bug"):
            app.run(["extract", str(report), "-o", str(tmp_path / "o.csv")])
        assert (tmp_path / "o.csv").read_text() == "old"
        assert sorted(os.listdir(tmp_path)) == ["o.csv", "report.txt"]


class TestBadInput:
    def test_good_reports_are_still_written(self, govmetrics: Cli, report: Path, tmp_path: Path) -> None:
        (tmp_path / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
        run = govmetrics("extract", tmp_path / "missing.txt", tmp_path / "bad.txt", report, "-o", tmp_path / "o.csv")
        assert run.status == 2
        missing, bad = run.err.splitlines()
        assert missing.startswith(f"{tmp_path / 'missing.txt'}: ")
        assert bad.startswith(f"{tmp_path / 'bad.txt'}: ")
        assert (tmp_path / "o.csv").read_text("utf-8-sig").count("\n") == 5

    @pytest.mark.parametrize(
        ("arguments", "place", "words"),
        [
            (["--kind", "mony"], "mony", "did you mean money?"),
            (["--kind", "money,xyzzy"], "xyzzy", "choose from date, count, money"),
            (["--fields", "valeu"], "valeu", "did you mean value?"),
            (["--format", "pdf"], "pdf", "unknown format"),
            (["--encoding", "klingon"], "klingon", "unknown encoding"),
            (["--encoding", "hex"], "hex", "unknown encoding"),
            (["--output-encoding", "rot13"], "rot13", "unknown encoding"),
            (["--output-encoding", "gb18030", "--bom"], "gb18030", "no byte order mark"),
            (["--format", "json", "--bom"], "json", "leave out --bom"),
            (["--format", "ndjson", "--headers", "zh"], "ndjson", "leave out --headers"),
            (["-o", "{tmp}/o.pdf"], "{tmp}/o.pdf", "--format csv|json|ndjson|table|tsv"),
            (["-o", "{tmp}/o"], "{tmp}/o", "no format has this ending"),
            (["--pivot", "-o", "{tmp}/o.pdf"], "{tmp}/o.pdf", "say which with --format csv|tsv|json\n"),
            (["--kind", "mony,date,xyzzy,mony"], "mony, xyzzy", "did you mean money?"),
            (["--kind", "xyzzy,foo"], "xyzzy, foo", "choose from date, count, money"),
            (["-o", "{tmp}"], "{tmp}", "folder"),
            (["-o", "{tmp}/nowhere/o.csv"], "{tmp}/nowhere/o.csv", "no such file or directory"),
            (["-o", "{tmp}/report.txt"], "{tmp}/report.txt", "one of the reports"),
            (["-o", "{tmp}/report.txt/o.csv"], "{tmp}/report.txt/o.csv", "not a directory"),
            (["-o", "/dev/full", "-f", "csv"], "/dev/full", "no space left"),
            (["--rules", "{tmp}/nowhere"], "{tmp}/nowhere", ""),
        ],
    )
    def test_a_wrong_option_is_one_line_and_nothing_is_written(
        self, govmetrics: Cli, report: Path, arguments: list[str], place: str, words: str
    ) -> None:
        before = report.read_bytes()
        filled = [argument.replace("{tmp}", str(report.parent)) for argument in arguments]
        run = govmetrics("extract", report, *filled)
        assert run.status == 2
        assert run.out == ""
        assert run.err.count("\n") == 1
        assert run.err.startswith(place.replace("{tmp}", str(report.parent)) + ": ")
        assert words in run.err
        assert os.listdir(report.parent) == ["report.txt"]
        assert report.read_bytes() == before

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            ([], "Missing command"),
            (["extrct"], "Did you mean 'extract'?"),
            (["extract"], "Missing argument"),
            (["extract", "a", "--fromat", "csv"], "No such option: --fromat"),
            (["extract", "a", "--jobs", "0"], "not in the range"),
            (["extract", "a", "--jobs", "two"], "not a valid int"),
            (["extract", "a", "--lang", "fr"], "fr: unknown language; choose from en, zh"),
            (["extract", "a", "--headers", "de"], "de: unknown language"),
            (["extract", "a", "--headers"], "requires an argument"),
            (["schema", "figure"], "not one of"),
            (["rules"], "Missing command"),
            (["rules", "show"], "Missing argument"),
            (["extract", ""], '"": no such file or folder: check the path'),
            (["explain", "no-such-id"], "no-such-id: unknown rule, check or format; govmetrics explain lists all names"),
        ],
    )
    def test_a_wrong_command_line_is_one_line(self, govmetrics: Cli, arguments: list[str], words: str) -> None:
        run = govmetrics(*arguments)
        assert (run.status, run.out) == (2, "")
        assert run.err.count("\n") == 1
        assert words in run.err

    def test_an_output_file_without_permission(self, govmetrics: Cli, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        locked = report.parent / "o.csv"
        locked.write_text("old")

        def refuse(*_: object) -> int:
            raise PermissionError(13, "Permission denied", str(locked))

        # The tests may run as a user to whom everything is permitted.
        monkeypatch.setattr("os.open", refuse)
        run = govmetrics("extract", report, "-o", locked)
        assert (run.status, locked.read_text()) == (2, "old")
        assert run.err.startswith(f"{locked}: cannot write: permission denied; ")

    def test_a_file_that_another_program_holds_at_the_end(self, govmetrics: Cli, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr("os.replace", refuse)
        run = govmetrics("extract", report, "-o", report.parent / "o.csv")
        assert run.status == 2
        assert run.err.count("\n") == 1
        assert "close the program that uses it" in run.err
        assert os.listdir(report.parent) == ["report.txt"]

    def test_a_bug_keeps_its_traceback(self, report: Path) -> None:
        hook = "import govmetrics.cli.jobs as jobs\ndef fail(*_):\n    raise RuntimeError('a bug')\njobs.analyse = fail\n"
        code = f"{hook}import sys\nfrom govmetrics.cli import main\nsys.argv[1:1] = ['extract']\nmain()\n"
        run = subprocess.run([sys.executable, "-c", code, str(report)], capture_output=True, timeout=60, check=False)
        assert run.returncode == 1
        assert b"Traceback" in run.stderr
        assert run.stderr.rstrip().endswith(b"RuntimeError: a bug")


class TestStreams:
    def test_what_a_gbk_console_lacks_is_escaped(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("😀来信1200件\n", encoding="utf-8")
        (tmp_path / "坏😀.txt").write_bytes(b"%PDF-1.7\n")
        run = process("extract", tmp_path / "a.txt", tmp_path / "坏😀.txt", "--fields", "text,label", PYTHONIOENCODING="gbk")
        assert run.returncode == 2
        assert "1200件" in run.stdout.decode("gbk")
        assert "坏\\U0001f600.txt: " in run.stderr.decode("gbk")

    @pytest.mark.parametrize("encoding", ["gbk", "ascii", "gbk:strict"])
    @pytest.mark.parametrize("name", output.names())
    def test_no_console_breaks_a_run(self, report: Path, encoding: str, name: str) -> None:
        run = process("extract", report, "-f", name, PYTHONIOENCODING=encoding)
        assert (run.returncode, run.stderr) == (0, b"")
        assert "1200" in run.stdout.decode(encoding.partition(":")[0])

    def test_json_is_valid_whatever_the_console(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("一、😀\n来信1200件\n", encoding="utf-8")
        plain = process("extract", tmp_path / "a.txt", "-f", "ndjson")
        narrow = process("extract", tmp_path / "a.txt", "-f", "ndjson", PYTHONIOENCODING="gbk")
        assert narrow.stdout.isascii()
        assert json.loads(narrow.stdout) == json.loads(plain.stdout)
        chosen = process("extract", tmp_path / "a.txt", "-f", "ndjson", "--output-encoding", "gbk")
        assert "1200件".encode("gbk") in chosen.stdout
        assert json.loads(chosen.stdout.decode("gbk")) == json.loads(plain.stdout)

    def test_no_line_end_is_translated(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_bytes("来信1200件\r\n来访351件\r\n".encode())
        run = process("extract", tmp_path / "a.txt", "--fields", "value,unit")
        assert run.stdout.decode() == "value,unit\n1200,件\n351,件\n"

    def test_a_file_name_that_is_no_text(self, tmp_path: Path) -> None:
        name = os.fsencode(tmp_path) + b"/\xff\xfe.txt"
        with open(name, "w", encoding="utf-8") as file:
            file.write("来信1200件\n")
        for format_ in output.names():
            run = process("extract", tmp_path, "-f", format_)
            assert (run.returncode, run.stderr) == (0, b"")
            assert b"udcff" in run.stdout
        run = process("extract", os.fsdecode(name) + "x")
        assert run.returncode == 2
        assert b"\\udcff" in run.stderr

    def test_a_line_break_in_a_name_is_one_line(self, govmetrics: Cli, tmp_path: Path) -> None:
        run = govmetrics("extract", f"{tmp_path}/a\n\x1b[31mb.txt")
        assert (run.status, run.err) == (2, f"{tmp_path}/a\\n\\x1b[31mb.txt: no such file or folder: check the path\n")

    @pytest.mark.parametrize(
        ("options", "error"),
        [
            (("--kind", ""), "--kind: names no kind; leave it out or name one\n"),
            (("--kind", " , "), "--kind: names no kind; leave it out or name one\n"),
            (("--fields", ","), "--fields: names no field; leave it out or name one\n"),
            (("--fields", ",", "--lang", "zh"), "--fields: 没有写出字段；请去掉这个选项，或写出一个\n"),
        ],
    )
    def test_an_option_that_names_nothing(self, govmetrics: Cli, report: Path, options: tuple[str, ...], error: str) -> None:
        run = govmetrics("extract", report, *options)
        assert (run.status, run.out, run.err) == (2, "", error)

    def test_a_folder_of_no_rules(self, govmetrics: Cli, report: Path, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        run = govmetrics("extract", report, "--rules", tmp_path / "empty")
        assert (run.status, run.out) == (2, "")
        assert run.err == f"{tmp_path / 'empty'}: has no rule file; --rules takes a folder with NAME.toml files\n"

    @pytest.mark.parametrize("arguments", [["extract", "report.txt"], ["--help"], ["--version"], ["rules", "lint", "--help"]])
    def test_a_full_disk_is_one_line(self, report: Path, arguments: list[str]) -> None:
        with open("/dev/full", "wb") as full:
            run = subprocess.run(
                [sys.executable, "-m", "govmetrics", *arguments],
                cwd=report.parent,
                stdout=full,
                stderr=subprocess.PIPE,
                env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
                timeout=60,
                check=False,
            )
        assert (run.returncode, run.stderr) == (2, b"cannot write to standard output: no space left on device\n")

    @pytest.mark.parametrize(("closing", "status"), [(">&-", 2), ("2>&-", 0)])
    def test_a_stream_that_is_closed_from_the_start(self, report: Path, closing: str, status: int) -> None:
        command = f'"{sys.executable}" -m govmetrics extract "{report}" {closing}'
        run = subprocess.run(["sh", "-c", command], capture_output=True, timeout=60, check=False)
        assert run.returncode == status
        assert b"Traceback" not in run.stderr


class TestRules:
    def test_list_has_every_rule_on_a_line(self, govmetrics: Cli) -> None:
        run = govmetrics("rules", "list")
        assert run.status == 0
        assert all(re.fullmatch(r"[\w-]+\t[a-z]+\t\S[^\t]*", line) for line in run.out.splitlines())
        assert len(run.out.splitlines()) > 1

    def test_show_prints_the_file_and_the_pattern(self, govmetrics: Cli) -> None:
        name = govmetrics("rules", "list").out.partition("\t")[0]
        assert "kind = " in govmetrics("rules", "show", name).out
        assert "{{" not in govmetrics("rules", "show", name, "--expanded").out

    @pytest.mark.parametrize("command", [("rules", "show"), ("explain",)])
    def test_an_unknown_rule(self, govmetrics: Cli, command: tuple[str, ...]) -> None:
        run = govmetrics(*command, "no-such-rule-at-all")
        assert (run.status, run.out) == (2, "")
        assert run.err.startswith("no-such-rule-at-all: unknown rule")

    def test_explain_lists_every_name_once(self, govmetrics: Cli, tmp_path: Path) -> None:
        rows = [line.split("\t") for line in govmetrics("explain").out.splitlines()]
        named = [*checks.names(), *rulebook.load().rules, *sorted({*output.names(), *findings.names(), *comparison.names()})]
        assert [row[0] for row in rows] == named
        assert [row for row in rows if len(row) != 3 or not all(row)] == []
        assert ["sum-mismatch", "sum", checks.get("sum-mismatch").what.en] in rows
        chinese = [line.split("\t") for line in govmetrics("explain", "--lang", "zh").out.splitlines()]
        assert [row for row in chinese if not re.search("[一-鿿]", row[2])] == []
        (tmp_path / "sheep.toml").write_text((Path(rulebook.builtin(), "zh", "count.toml")).read_text(encoding="utf-8"), encoding="utf-8")
        assert "\nsheep\tcount\t" in govmetrics("explain", "--rules", tmp_path).out

    def test_explain_a_rule(self, govmetrics: Cli) -> None:
        name, kind, why = govmetrics("rules", "list").out.splitlines()[0].split("\t")
        run = govmetrics("explain", name)
        assert run.out.startswith(f"{name} ({kind})\n")
        assert " ".join(why.split()) in " ".join(run.out.split())
        assert "→" in run.out

    @pytest.mark.parametrize("name", output.names())
    def test_explain_a_format(self, govmetrics: Cli, name: str) -> None:
        assert output.get(name).doc in govmetrics("explain", name).out

    @pytest.mark.parametrize("name", sorted({*output.names(), *findings.names(), *comparison.names()}))
    def test_a_format_is_explained_in_chinese(self, govmetrics: Cli, name: str) -> None:
        heading, *paragraphs = govmetrics("explain", name, "--lang", "zh").out.split("\n\n")
        docs = [package.get(name).doc for package in (output, findings, comparison) if name in package.names()]
        assert (heading, len(paragraphs)) == (name, sum(doc.count("\n\n") + 1 for doc in docs))
        assert all(re.search("[一-鿿]", paragraph) for paragraph in paragraphs)

    def test_rules_are_told_in_chinese(self, govmetrics: Cli, tmp_path: Path) -> None:
        reasons = [line.split("\t")[2] for line in govmetrics("rules", "list", "--lang", "zh").out.splitlines()]
        assert [reason for reason in reasons if not re.search("[一-鿿].*。$", reason)] == []
        assert govmetrics("explain", "count", "--lang", "zh").out.startswith("count (count)\n\n阿拉伯数字加量词或计量单位。\n")
        text = Path(rulebook.builtin(), "zh", "count.toml").read_text(encoding="utf-8")
        (tmp_path / "count.toml").write_text(text.replace('why_zh = "阿拉伯数字加量词或计量单位。"\n', ""), encoding="utf-8")
        own = govmetrics("explain", "count", "--lang", "zh", "--rules", tmp_path).out
        assert own.startswith("count (count)\n\nAn Arabic number with a measure word or a unit.\n")

    def test_lint(self, govmetrics: Cli) -> None:
        count = len(govmetrics("rules", "list").out.splitlines())
        packs = len(govmetrics("indicators", "-f", "table").out.splitlines())
        assert govmetrics("rules", "lint") == Run(0, f"{count} rules, {packs} indicator packs, no errors\n", "")

    def test_lint_prints_every_error_of_every_file(self, govmetrics: Cli, tmp_path: Path) -> None:
        (tmp_path / "one.toml").write_text("kind = [", encoding="utf-8")
        (tmp_path / "two.toml").write_text('kind = "weight"\nwhy = ""\ncolour = 1\n', encoding="utf-8")
        (tmp_path / "indicators").mkdir()
        (tmp_path / "indicators" / "bad.toml").write_text('zh = 1\n[[indicator]]\nid = "A"\n', encoding="utf-8")
        run = govmetrics("rules", "lint", "--rules", tmp_path)
        assert (run.status, run.out) == (2, "")
        assert {line.partition(":")[0] for line in run.err.splitlines()} == {
            str(tmp_path / "one.toml"),
            str(tmp_path / "two.toml"),
            str(tmp_path / "indicators" / "bad.toml"),
        }
        assert len(run.err.splitlines()) > 2
        assert "bad.toml: zh must be a text\n" in run.err
        assert "bad.toml: A: has no kind; add it\n" in run.err

    def test_show_where_the_file_has_vanished(self, govmetrics: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
        use(monkeypatch, example("2024年", "2024"))
        run = govmetrics("rules", "show", "sheep")
        assert (run.status, run.out) == (2, "")
        assert run.err.startswith("nowhere/sheep.toml: cannot read: ")


def example(text: str, *finds: str) -> rulebook.Example:
    return rulebook.Example(text, finds)


def use(monkeypatch: pytest.MonkeyPatch, *examples: rulebook.Example) -> None:
    """Let the rule book hold one more rule, which finds nothing, with these examples instead of all others."""
    book = rulebook.load()
    some = next(rule for rule in book.rules.values() if rule.kind == "count")
    changes = {"id": "sheep", "path": "nowhere/sheep.toml", "examples": examples, "expanded": r"(?P<value>\d+) 只 羊"}
    sheep = msgspec.structs.replace(some, **changes)
    silent = {name: msgspec.structs.replace(rule, examples=()) for name, rule in book.rules.items()}
    changed = msgspec.structs.replace(book, rules={**silent, "sheep": sheep})
    monkeypatch.setattr(rulebook, "load", lambda _=(): changed)


class TestRulesTest:
    def test_the_built_in_rules_pass_and_every_one_is_fired(self, govmetrics: Cli) -> None:
        run = govmetrics("rules", "test", "--coverage")
        assert (run.status, run.err) == (0, "")
        assert re.fullmatch(r"\d+ examples of \d+ rules, 0 failed\n", run.out)

    def test_a_failure_says_what_was_found_and_how_far_the_pattern_fits(self, govmetrics: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
        use(monkeypatch, example("2024年，养羊1200只", "9 只羊"), example("没有数", "1 只羊"), example("2024年", "2024"))
        run = govmetrics("rules", "test")
        assert run.status == 2
        assert run.out.splitlines() == [
            "nowhere/sheep.toml: sheep: 2024年，养羊1200只",
            "  expected: 9 只羊",
            "  found: 2024, 1200 只",
            "  the pattern fits: 2024年，养羊[1200只]",
            "nowhere/sheep.toml: sheep: 没有数",
            "  expected: 1 只羊",
            "  found: -",
            "  the pattern fits: nowhere",
            f"3 examples of {len(rulebook.load().rules)} rules, 2 failed",
        ]

    def test_coverage_names_what_no_example_fires(self, govmetrics: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
        use(monkeypatch, example("2024年", "2024"))
        assert govmetrics("rules", "test").status == 0
        run = govmetrics("rules", "test", "--coverage")
        assert run.status == 2
        idle = [line.partition(":")[0] for line in run.out.splitlines() if line.endswith(": no example fires this rule")]
        assert {"sheep", "money"} <= set(idle)
        assert not {"date-year", "name-code"} & set(idle)

    def test_a_pattern_that_runs_away_names_the_example(self, govmetrics: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
        def overrun(*_: object) -> None:
            raise RuleError("takes too long", "sheep.toml")

        use(monkeypatch, example("羊羊羊"))
        monkeypatch.setattr("govmetrics.ruletest.analyse", overrun)
        run = govmetrics("rules", "test")
        assert (run.status, run.out, run.err) == (2, "", "sheep.toml: takes too long (in its example '羊羊羊')\n")

    @pytest.mark.parametrize(
        ("pattern", "text", "expected"),
        [
            (r"\d+ 件", "收到12份", (2, 4)),
            (r"\d+ 件", "收到", (0, 0)),
            (r"\d+ 件", "1份，234件", (3, 7)),
            (r"(?<=到) \d件", "1件到2", (3, 4)),
            (r"\d件", "", (0, 0)),
        ],
    )
    def test_how_far_a_pattern_fits(self, pattern: str, text: str, expected: tuple[int, int]) -> None:
        assert ruletest.longest(pattern, text) == expected

    def test_a_summary_has_value_unit_change_basis_and_bound(self) -> None:
        number = Decimal("48.79")
        percent = Percent(
            span=Span(0, 6),
            text="48.79%",
            rule="percent",
            low=number,
            high=number,
            unit="%",
            change="decrease",
            basis="yoy",
            bound="approx",
        )
        day = Date(span=Span(0, 1), text="x", rule="date", start="2024-08-29", end="2024-08-29", precision="day")
        some = Count(span=Span(0, 1), text="x", rule="count", low=Decimal(3), high=Decimal(5), unit="件", bound="exact")
        assert [ruletest.summary(metric) for metric in (percent, day, some)] == [
            "48.79 % decrease yoy approx",
            "2024-08-29",
            "3/5 件",
        ]


class TestLanguage:
    @pytest.mark.parametrize(
        ("arguments", "environment", "expected"),
        [
            (["extract", "--lang", "zh"], {}, "zh"),
            (["extract", "--lang=zh"], {"LC_ALL": "en_US.UTF-8"}, "zh"),
            (["extract", "--lang", "en"], {"LANG": "zh_CN.UTF-8"}, "en"),
            ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
            ([], {"LC_MESSAGES": "zh_TW", "LANG": "en_US"}, "zh"),
            ([], {"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
            ([], {"LC_ALL": "", "LANG": "zh_CN.UTF-8"}, "zh"),
            (["extract", "--lang"], {"LANG": "de_DE"}, "en"),
            (["extract", "--", "--lang", "zh"], {"LANG": "C"}, "en"),
        ],
    )
    def test_the_option_then_the_locale_then_english(self, arguments: list[str], environment: dict[str, str], expected: str) -> None:
        assert messages.language(arguments, environment) == expected

    @pytest.mark.parametrize(("system", "expected"), [("Chinese (Simplified)_China", "zh"), ("English_United States", "en"), (None, "en")])
    def test_where_no_variable_names_the_locale(self, monkeypatch: pytest.MonkeyPatch, system: str | None, expected: str) -> None:
        monkeypatch.setattr("locale.getlocale", lambda: (system, "936"))
        assert messages.language([], {}) == expected

    @pytest.mark.parametrize(
        ("arguments", "expected"),
        [
            (["extract", "nowhere.txt"], "nowhere.txt: 没有此文件或文件夹"),
            (["extract", "x", "--kind", "xyzzy"], "xyzzy: 未知的类别；可选：date, count"),
            (["extract"], "缺少参数 PATH...；"),
            (["extract", "x", "--nope"], "没有选项 --nope；"),
            (["extract", "x", "--jobs", "0"], "的值无效：0 小于 1"),
            (["schema", "x"], "不在可选值"),
            (["extrct"], "没有命令 extrct；是否指 'extract'？"),
            ([], "缺少命令"),
        ],
    )
    def test_errors_in_chinese(self, govmetrics: Cli, arguments: list[str], expected: str) -> None:
        run = govmetrics("--lang", "zh", *arguments)
        assert run.status == 2
        assert run.err.count("\n") == 1
        assert expected in run.err

    @pytest.mark.parametrize("command", [[], ["extract"], ["rules"], ["rules", "test"], ["explain"], ["schema"]])
    def test_help_is_complete_in_both_languages(self, govmetrics: Cli, command: list[str]) -> None:
        english, chinese = govmetrics(*command, "--help"), govmetrics("--lang", "zh", *command, "--help")
        assert (english.status, chinese.status) == (0, 0)
        assert not re.search("[一-鿿]", english.out)
        texts = [line for line in chinese.out.splitlines() if re.search(r"\s{2}\S+.*[a-z]{4,} [a-z]{2,} [a-z]{2,}", line)]
        assert texts == []

    def test_the_option_may_stand_before_and_after_the_command(self, govmetrics: Cli) -> None:
        before, after = govmetrics("--lang", "zh", "rules", "lint"), govmetrics("rules", "lint", "--lang", "zh")
        assert before == after
        assert "条规则" in before.out

    def test_a_message_without_translation_stays_as_it_is(self) -> None:
        assert messages.translate("zh", "something else") == "something else"
        assert messages.translate("en", "no figures found") == "no figures found"

    def test_parts_of_a_message_are_translated_too(self) -> None:
        english = "a PDF document, not text: save it as plain text (另存为纯文本) and read that"
        assert messages.translate("zh", english) == "PDF 文档，不是文本；请另存为纯文本后再读取"

    def test_both_languages_fill_in_the_same_values(self) -> None:
        for english, chinese in ZH.items():
            assert set(re.findall(r"\{(\w+)\}", english)) == set(re.findall(r"\{(\w+)\}", chinese)), english

    def test_every_message_of_the_program_has_its_chinese(self) -> None:
        wanted = {place: text for path in SOURCE.rglob("*.py") for place, text in _messages(path)}
        known = {re.sub(r"\{\w+\}", "{}", text) for text in ZH}
        assert {place: text for place, text in wanted.items() if text not in known} == {}


def _messages(path: Path) -> list[tuple[str, str]]:
    """The message templates of the errors that a module raises, with every value as {}."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args and re.fullmatch(r"(Usage|Read|Rule)Error", ast.unparse(node.func)):
            message = node.args[0]
            if isinstance(message, ast.Constant):
                found.append((f"{path.name}:{node.lineno}", str(message.value)))
            elif isinstance(message, ast.JoinedStr):
                parts = (str(part.value) if isinstance(part, ast.Constant) else "{}" for part in message.values)
                found.append((f"{path.name}:{node.lineno}", "".join(parts)))
    return found


class TestPackage:
    def test_it_loads_nothing_until_it_is_asked(self) -> None:
        code = "import sys; before = set(sys.modules); import govmetrics; print(*sorted(set(sys.modules) - before))"
        run = subprocess.run(
            [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}; {code}"], capture_output=True, check=True
        )
        assert run.stdout.decode().split() == ["__future__", "govmetrics"]

    def test_every_name_is_there_however_it_is_come_by(self) -> None:
        import govmetrics
        from govmetrics import analyse, document, extraction, model

        assert govmetrics.extract is extraction.extract
        assert govmetrics.check is analyse.check
        assert govmetrics.parse is document.parse
        assert govmetrics.Span is model.Span
        assert {*govmetrics.__all__} <= {*dir(govmetrics)}
        with pytest.raises(AttributeError, match="has no attribute 'figures'"):
            govmetrics.figures  # type: ignore[attr-defined]  # noqa: B018


class TestCommands:
    def test_every_module_of_the_folder_is_a_command(self, govmetrics: Cli) -> None:
        listed = re.findall(r"^  (\w+)  ", govmetrics("--help").out.split("Commands:")[1], re.MULTILINE)
        assert (
            sorted(listed) == app.command_names() == ["check", "compare", "explain", "extract", "indicators", "rules", "schema", "settings"]
        )

    def test_version(self, govmetrics: Cli) -> None:
        assert re.fullmatch(r"govmetrics \d+\.\d+\.\d+\S*\n", govmetrics("--version").out)

    def test_patterns_are_expanded_where_no_shell_does_it(self, govmetrics: Cli, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("govmetrics.cli.app._SHELL_EXPANDS", False)
        run = govmetrics("extract", report.parent / "*.txt", "--fields", "path", "--kind", "money")
        assert run.out == f"path\n{report}\n"

    def test_ctrl_c(self, govmetrics: Cli, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupt(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("govmetrics.cli.jobs.analyse", interrupt)
        run = govmetrics("extract", report, "-o", report.parent / "o.csv")
        assert (run.status, run.out, run.err) == (130, "", "")
        assert os.listdir(report.parent) == ["report.txt"]

    def test_choices_keep_their_order_and_drop_repetitions(self) -> None:
        assert choose(["value, text", "value", ""], FIELDS, "field") == ["value", "text"]
        assert choose(None, FIELDS, "field") == []
        with pytest.raises(UsageError, match="unknown field"):
            choose(["value;text"], FIELDS, "field")
