"""Configuration: found from the report upward, read with all its errors, overridden by the command line."""

from __future__ import annotations

import ast
import re
import tomllib
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from clirun import ID, SLIP, Run, run, write
from conftest import ROOT
from msgspec import structs

from govmetrics import checks
from govmetrics.cli import suppress
from govmetrics.cli.settings import Config, ConfigErrors, Overrides, Suppression
from govmetrics.cli.settings.files import Files
from govmetrics.cli.settings.parse import parse
from govmetrics.cli.settings.resolve import resolve
from govmetrics.errors import UsageError
from govmetrics.finding import Finding, Phrase
from govmetrics.messages_zh import ZH
from govmetrics.model import Span

if TYPE_CHECKING:
    from pathlib import Path

IDS = ["impossible-date", ID]
FULL = """
select = ["wording", "impossible-date"]
ignore = ["doubled-percent-sign"]
fail-on = "warning"
baseline = "known/findings.json"
lang = "zh"
[severity]
impossible-date = "note"
doubled-percent-sign = "off"
[[suppress]]
check = "impossible-date"
path = "2023/*.txt"
text = "2月30日"
reason = "原文如此"
expires = 2030-06-30
[[suppress]]
check = "doubled-percent-sign"
fingerprint = "eab32ce49f518863"
reason = "引文"
"""


def parsed(text: str) -> tuple[Config, list[str]]:
    config, errors = parse(tomllib.loads(text), "g.toml", "/drafts", IDS)
    return config, [str(error) for error in errors]


class TestParse:
    def test_every_key(self) -> None:
        config, errors = parsed(FULL)
        assert errors == []
        assert config == Config(
            file="g.toml",
            folder="/drafts",
            select=("wording", "impossible-date"),
            ignore=(ID,),
            fail_on="warning",
            baseline="/drafts/known/findings.json",
            lang="zh",
            severity={"impossible-date": "note", ID: "off"},
            suppress=(
                Suppression(
                    place="g.toml: suppress 1",
                    folder="/drafts",
                    check="impossible-date",
                    reason="原文如此",
                    path="2023/*.txt",
                    text="2月30日",
                    expires=date(2030, 6, 30),
                ),
                Suppression(place="g.toml: suppress 2", folder="/drafts", check=ID, reason="引文", fingerprint="eab32ce49f518863"),
            ),
        )

    def test_nothing_says_nothing(self) -> None:
        assert parsed("") == (Config(file="g.toml", folder="/drafts"), [])

    @pytest.mark.parametrize(
        ("text", "error"),
        [
            ("colour = 1", "g.toml: colour: unknown key; choose from select, "),
            ("fail_on = 'note'", "g.toml: fail_on: unknown key; did you mean fail-on?"),
            ("select = ['impossible-dates']", "g.toml: select: impossible-dates: unknown check or group; did you mean impossible-date?"),
            ("ignore = ['xyzzy']", "g.toml: ignore: xyzzy: unknown check or group; choose from "),
            ("select = 'date'", 'g.toml: select: must be a list of texts, such as ["sum", "date"]'),
            ("ignore = [1]", 'g.toml: ignore: must be a list of texts, such as ["sum", "date"]'),
            ("select = []", "g.toml: select: names no check; leave it out for the default ones"),
            ("select = ['date']\nignore = ['date']", "g.toml: date: is selected and ignored at once; take it out of one of them"),
            ("fail-on = 'fatal'", "g.toml: fail-on: fatal: unknown value; choose from error, warning, note, never"),
            ("fail-on = 1", 'g.toml: fail-on: must be a text in quotation marks, such as "…"'),
            ("baseline = ''", 'g.toml: baseline: must not be empty; write a text such as "…"'),
            ("lang = 'de'", "g.toml: lang: de: unknown language; choose from en, zh"),
            ("severity = 'off'", 'g.toml: severity: must be a table: [severity] with lines such as check-id = "note"'),
            ("severity.date = 'off'", "g.toml: severity: date: unknown check; "),
            ("severity.impossible-date = 'of'", "g.toml: severity: impossible-date: of: unknown severity; did you mean off?"),
            ("severity.impossible-date = false", "g.toml: severity: impossible-date: must be a text in quotation marks"),
            ("suppress = ['x']", "g.toml: suppress: must be entries that start with [[suppress]]"),
            ("[suppress]\ncheck = 'impossible-date'", "g.toml: suppress: must be entries that start with [[suppress]]"),
            ("[[suppress]]\ncheck = 'impossible-date'", 'g.toml: suppress 1: has no reason; say why the finding may stay: reason = "…"'),
            ("[[suppress]]\nreason = 'x'", 'g.toml: suppress 1: names no check; add check = "…"'),
            (
                "[[suppress]]\ncheck = 'impossible-date'\nreason = ' '",
                "g.toml: suppress 1: reason: must not be empty; write a text such as",
            ),
            (
                "[[suppress]]\ncheck = 'nope'\nreason = 'x'",
                "g.toml: suppress 1: check: nope: unknown check; choose from ",
            ),
            ("[[suppress]]\ncheck = 'impossible-date'\nreason = 'x'\nline = 3", "g.toml: suppress 1: line: unknown key; "),
            (
                "[[suppress]]\ncheck = 'impossible-date'\nreason = 'x'\nexpires = '2030-01-01'",
                "g.toml: suppress 1: expires: must be a date without quotation marks, such as 2027-12-31",
            ),
            (
                "[[suppress]]\ncheck = 'impossible-date'\nreason = 'x'\nexpires = 2030-01-01T00:00:00",
                "g.toml: suppress 1: expires: must be a date without quotation marks, such as 2027-12-31",
            ),
        ],
    )
    def test_what_is_wrong(self, text: str, error: str) -> None:
        _, (found,) = parsed(text)
        assert found.startswith(error)
        assert "\n" not in found

    def test_all_errors_at_once_and_no_entry_that_has_one(self) -> None:
        config, errors = parsed(
            "colour = 1\nlang = 'de'\n[[suppress]]\ncheck = 'nope'\n[[suppress]]\ncheck = 'impossible-date'\nreason = 'x'"
        )
        assert len(errors) == 4
        assert [entry.place for entry in config.suppress] == ["g.toml: suppress 2"]

    def test_every_message_has_its_chinese(self) -> None:
        source = ROOT / "src" / "govmetrics" / "cli" / "settings" / "parse.py"
        calls = (node for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
        wrong = [call.args[0] for call in calls if getattr(call.func, "attr", "") == "wrong"]
        texts = [node.value for node in wrong if isinstance(node, ast.Constant)]
        assert len(texts) > 8
        assert [text for text in texts if text not in ZH] == []


class TestFiles:
    def found(self, path: Path) -> str | None:
        files = Files(checks.names())
        config = files.of(str(path))
        files.check()
        return config.folder if config else None

    def test_the_nearest_wins(self, tmp_path: Path) -> None:
        write(tmp_path / "govmetrics.toml")
        write(tmp_path / "a" / "govmetrics.toml")
        (tmp_path / "a" / "b").mkdir()
        assert self.found(tmp_path / "a" / "b" / "r.txt") == str(tmp_path / "a")
        assert self.found(tmp_path / "r.txt") == str(tmp_path)

    def test_its_own_file_goes_before_the_project_s(self, tmp_path: Path) -> None:
        write(tmp_path / "pyproject.toml", "[tool.govmetrics]", 'fail-on = "note"')
        files = Files(checks.names())
        project = files.of(str(tmp_path / "r.txt"))
        assert project
        assert project.fail_on == "note"
        write(tmp_path / "govmetrics.toml", 'fail-on = "never"')
        own = Files(checks.names()).of(str(tmp_path / "r.txt"))
        assert own
        assert own.fail_on == "never"

    @pytest.mark.parametrize("text", ["[project]\nname = 'x'", "is broken [", "[tool.other]\nnote = 'govmetrics'"])
    def test_a_project_without_a_table_is_passed_over(self, tmp_path: Path, text: str) -> None:
        write(tmp_path / "govmetrics.toml")
        write(tmp_path / "a" / "pyproject.toml", text)
        assert self.found(tmp_path / "a" / "r.txt") == str(tmp_path)

    @pytest.mark.parametrize(
        ("name", "data", "error"),
        [
            ("govmetrics.toml", b"select = [", "is no valid TOML: "),
            ("govmetrics.toml", "reason = '引".encode("gbk"), "is not UTF-8 at byte 10; save it as UTF-8"),
            ("pyproject.toml", b"[tool]\ngovmetrics = 1", "tool.govmetrics must be a table: [tool.govmetrics]"),
            ("pyproject.toml", b"[tool.govmetrics", "is no valid TOML: "),
        ],
    )
    def test_a_broken_file(self, tmp_path: Path, name: str, data: bytes, error: str) -> None:
        (tmp_path / name).write_bytes(data)
        with pytest.raises(ConfigErrors) as caught:
            self.found(tmp_path / "r.txt")
        assert str(caught.value).startswith(f"{tmp_path / name}: {error}")
        assert "\n" not in str(caught.value)

    def test_a_byte_order_mark_is_no_error(self, tmp_path: Path) -> None:
        (tmp_path / "govmetrics.toml").write_bytes(b"\xef\xbb\xbflang = 'zh'\n")
        assert self.found(tmp_path / "r.txt") == str(tmp_path)

    def test_a_file_that_is_named_must_say_something(self, tmp_path: Path) -> None:
        path = write(tmp_path / "pyproject.toml", "[project]")
        files = Files(checks.names(), str(path))
        assert files.of(None) is None
        with pytest.raises(ConfigErrors, match=r"has no table \[tool.govmetrics\]"):
            files.check()

    def test_each_file_is_read_once(self, tmp_path: Path) -> None:
        write(tmp_path / "govmetrics.toml", "colour = 1")
        files = Files(checks.names())
        for name in ("a/r.txt", "b/r.txt", "r.txt"):
            files.of(str(tmp_path / name))
        with pytest.raises(ConfigErrors) as caught:
            files.check()
        assert len(caught.value.errors) == 1


class TestResolve:
    def test_the_program_s_own(self) -> None:
        found = resolve(None, Overrides(), "zh")
        assert found.checks == tuple(sorted(checks.defaults()))
        assert (found.fail_on, found.lang, found.baseline, found.severities, found.suppress) == ("error", "zh", None, {}, ())
        assert set(found.origins.values()) == {""}

    def test_the_command_line_goes_before_the_file(self) -> None:
        config, _ = parse(tomllib.loads(FULL), "g.toml", "/drafts", checks.names())
        found = resolve(config, Overrides(fail_on="never", lang="en", baseline="/b.json"), "en")
        assert (found.fail_on, found.lang, found.baseline) == ("never", "en", "/b.json")
        assert found.origins["fail_on"] is None
        assert found.origins["select"] == "g.toml"
        assert ID not in found.checks
        assert "impossible-date" in found.checks

    def test_what_the_command_line_selects_runs_whatever_the_file_says(self) -> None:
        config, _ = parse(tomllib.loads(FULL), "g.toml", "/drafts", checks.names())
        assert resolve(config, Overrides(select=(ID,)), "en").checks == (ID,)

    def test_what_the_command_line_ignores_comes_on_top(self) -> None:
        config = Config(file="g.toml", folder="/", ignore=(ID,))
        assert {ID, "impossible-date"}.isdisjoint(resolve(config, Overrides(ignore=("impossible-date",)), "en").checks)

    def test_groups_all_and_default(self) -> None:
        group = {name for name in checks.names() if checks.get(name).group == "wording"}
        assert set(resolve(None, Overrides(select=("wording",)), "en").checks) == group
        assert resolve(None, Overrides(select=("all",)), "en").checks == tuple(checks.names())
        more = resolve(None, Overrides(select=("default", "wording")), "en").checks
        assert set(more) == {*checks.defaults(), *group}
        assert set(resolve(None, Overrides(select=("all",), ignore=("wording",)), "en").checks) == {*checks.names()} - group

    @pytest.mark.parametrize("config", [None, Config(file="g.toml", folder="/", ignore=("all",))])
    def test_something_must_be_left(self, config: Config | None) -> None:
        with pytest.raises(UsageError, match="no check is left to run; select more or ignore less"):
            resolve(config, Overrides(ignore=("all",)), "en")


TEXT = "去年工业增长\n5.2%，服务业增长6.1%%，好于预期。投资增长3.2%%。"


def finding(words: str, mark: str = "m") -> Finding:
    at = TEXT.index(words)
    phrase = Phrase("百分号重复", "the percent sign is written twice")
    return Finding(
        check=ID,
        group="wording",
        severity="error",
        span=Span(at, at + len(words)),
        message=phrase,
        related=(),
        help=None,
        expected="",
        found="",
        arithmetic="",
        fingerprint=mark,
    )


def entry(**fields: Any) -> Suppression:
    return Suppression(**{"place": "g.toml: suppress 1", "folder": "/d", "check": ID, "reason": "x", **fields})


class TestSuppress:
    @pytest.mark.parametrize(
        ("words", "passes"),
        [
            ("服务业增长6.1%%", True),
            ("服务业 增长", True),
            ("5.2%，服务业增长6", True),
            ("6.1%%，好于预期", True),
            ("增长5.2%，服务业增长6.1%%，好于", True),
            ("好于预期", False),
            ("工业增长5.2%，", False),
            ("投资增长", False),
            ("3.2%%", False),
        ],
    )
    def test_words_of_the_clause(self, words: str, passes: bool) -> None:
        left, used = suppress.split([finding("6.1%%")], [entry(text=words)], TEXT)
        assert (left == [], len(used) == 1) == (passes, passes)

    def test_a_text_without_marks_is_no_single_clause(self) -> None:
        text = "增长" + "很" * 500 + "6.1%%" + "多" * 500 + "下降"
        at = text.index("6.1%%")
        one = structs.replace(finding("6.1%%"), span=Span(at, at + 5))
        for words, passes in (("很6.1%%多", True), ("增长很", False), ("多下降", False)):
            assert (suppress.split([one], [entry(text=words)], text)[0] == []) is passes

    def test_by_check_and_fingerprint(self) -> None:
        both = [finding("6.1%%", "one"), finding("3.2%%", "two")]
        assert suppress.split(both, [entry(fingerprint="two")], TEXT) == (both[:1], [entry(fingerprint="two")])
        assert suppress.split(both, [entry(check="impossible-date")], TEXT) == (both, [])
        assert suppress.split(both, [entry()], TEXT) == ([], [entry()])

    @pytest.mark.parametrize(
        ("pattern", "path", "fits"),
        [
            ("", "a/b.txt", True),
            ("b.txt", "a/b.txt", True),
            ("*.md", "a/b.txt", False),
            ("a/b.txt", "a/b.txt", True),
            ("./a/b.txt", "a/b.txt", True),
            ("b/*.txt", "a/b.txt", False),
            ("a/*", "a/c/b.txt", True),
            ("a/", "a/c/b.txt", True),
            ("c/", "a/c/b.txt", False),
            ("A/b.txt", "a/b.txt", False),
        ],
    )
    def test_paths(self, pattern: str, path: str, fits: bool) -> None:
        assert suppress.concerns(entry(path=pattern), path) is fits

    def test_the_last_day_counts(self) -> None:
        last = date(2026, 2, 28)
        assert not suppress.expired(entry(expires=last), last)
        assert suppress.expired(entry(expires=last), last + timedelta(days=1))
        assert not suppress.expired(entry(), date.max)


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """A folder with two reports, each with a slip."""
    write(tmp_path / "a.txt", "2024年工作报告", SLIP)
    write(tmp_path / "old" / "b.txt", "2019年工作报告", SLIP.replace("6.1", "4.5"))
    return tmp_path


def check(drafts: Path, *arguments: str) -> tuple[int, list[str], list[str]]:
    """Status, the reports with a finding, and standard error of `check` in a folder."""
    done = run("check", *arguments, cwd=drafts)
    paths = [line.partition(":")[0] for line in done.out.splitlines() if ID in line]
    return done.status, paths, done.err.splitlines()


class TestCommandLine:
    def test_each_report_has_the_settings_of_its_folder(self, drafts: Path) -> None:
        write(drafts / "old" / "govmetrics.toml", f'ignore = ["{ID}"]')
        assert check(drafts, ".") == (1, ["./a.txt"], [])
        assert check(drafts, "old") == (0, [], [])
        assert check(drafts, "old", "--isolated") == (1, ["old/b.txt"], [])

    def test_fail_on_of_each_report(self, drafts: Path) -> None:
        write(drafts / "govmetrics.toml", 'fail-on = "never"')
        assert check(drafts, ".") == (0, ["./a.txt", "./old/b.txt"], [])
        assert check(drafts, ".", "--fail-on", "warning")[0] == 1
        write(drafts / "govmetrics.toml", "[severity]", f'{ID} = "note"')
        assert check(drafts, ".")[0] == 0
        assert check(drafts, ".", "--fail-on", "note")[0] == 1

    def test_standard_input_has_those_of_the_working_directory(self, drafts: Path) -> None:
        assert run("check", "-", cwd=drafts, data=SLIP.encode()).status == 1
        write(drafts / "govmetrics.toml", "[severity]", f'{ID} = "off"')
        assert run("check", "-", cwd=drafts, data=SLIP.encode()).status == 0
        assert run("check", "-", "--select", ID, cwd=drafts, data=SLIP.encode()).status == 1

    def test_a_file_for_all(self, drafts: Path) -> None:
        write(drafts / "govmetrics.toml", f'ignore = ["{ID}"]')
        other = write(drafts / "other.toml", 'fail-on = "never"')
        assert check(drafts, ".", "--config", str(other)) == (0, ["./a.txt", "./old/b.txt"], [])

    @pytest.mark.parametrize(
        "arguments",
        [
            ["check", "nope.txt"],
            ["check", "a.txt", "--baseline", "no.json"],
            ["check", "old"],
            ["check", ".", "--config", "broken.toml"],
            ["check", ".", "--select", "xyzzy"],
            ["check", "-", "--against", "no.txt"],
            ["settings", "nope.txt"],
            ["settings", "old"],
        ],
    )
    def test_errors_are_told_in_the_language_of_the_project(self, drafts: Path, arguments: list[str]) -> None:
        write(drafts / "govmetrics.toml", 'lang = "zh"')
        write(drafts / "old" / "govmetrics.toml", 'lang = "zh"', "colour = 1")
        write(drafts / "broken.toml", 'lang = "zh"', 'fail-on = ""')

        def is_chinese(done: Run) -> bool:
            assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
            return re.search("[一-鿿]", done.err) is not None

        assert is_chinese(run(*arguments, cwd=drafts))
        assert not is_chinese(run(*arguments, "--lang", "en", cwd=drafts))
        if "--config" not in arguments and "old" not in arguments:
            assert not is_chinese(run(*arguments, "--isolated", cwd=drafts))

    def test_the_language_of_the_project(self, drafts: Path) -> None:
        write(drafts / "govmetrics.toml", 'lang = "zh"')
        assert "百分号重复" in run("check", "a.txt", cwd=drafts).out
        assert "the percent sign" in run("check", "a.txt", "--lang", "en", cwd=drafts).out
        assert "the percent sign" in run("--lang", "en", "check", "a.txt", cwd=drafts).out

    def test_errors_are_a_line_each_and_stop_the_run(self, drafts: Path) -> None:
        write(drafts / "govmetrics.toml", "colour = 1", f'select = ["{ID}x"]')
        write(drafts / "old" / "govmetrics.toml", "lang = [")
        done = run("check", ".", "-o", "found.json", cwd=drafts)
        assert (done.status, done.out) == (2, "")
        lines = done.err.splitlines()
        assert [line.split(": ")[0] for line in lines] == ["govmetrics.toml", "govmetrics.toml", "old/govmetrics.toml"]
        assert not (drafts / "found.json").exists()

    def test_errors_in_chinese(self, drafts: Path) -> None:
        write(drafts / "govmetrics.toml", "[[suppress]]", f'check = "{ID}"')
        done = run("check", ".", "--lang", "zh", cwd=drafts)
        assert (done.status, done.err) == (2, 'govmetrics.toml: suppress 1: 没有写理由；请用 reason = "…" 说明为何放行\n')

    def test_suppressed_findings_do_not_fail(self, drafts: Path) -> None:
        write(drafts / "govmetrics.toml", "[[suppress]]", f'check = "{ID}"', 'path = "old/*"', 'reason = "已归档"')
        assert check(drafts, ".") == (1, ["./a.txt"], [])
        assert check(drafts, "old") == (0, [], [])

    def test_standard_input_is_called_by_its_sign(self, drafts: Path) -> None:
        write(drafts / "govmetrics.toml", "[[suppress]]", f'check = "{ID}"', 'path = "-"', 'reason = "试写"')
        assert run("check", "-", cwd=drafts, data=SLIP.encode()) == (0, "", "")
        assert check(drafts, "a.txt")[0] == 1

    def test_an_expired_entry_lets_nothing_pass_and_says_so(self, drafts: Path) -> None:
        write(drafts / "govmetrics.toml", "[[suppress]]", f'check = "{ID}"', 'reason = "x"', "expires = 2020-01-31")
        expired = "govmetrics.toml: suppress 1: expired on 2020-01-31; remove it or give it a later day"
        assert check(drafts, ".") == (1, ["./a.txt", "./old/b.txt"], [expired])
        write(drafts / "govmetrics.toml", "[[suppress]]", f'check = "{ID}"', 'reason = "x"', "expires = 9999-12-31")
        assert check(drafts, ".") == (0, [], [])

    def test_an_idle_entry_is_named_when_its_report_was_checked(self, drafts: Path) -> None:
        write(
            drafts / "govmetrics.toml",
            *("[[suppress]]", f'check = "{ID}"', 'path = "a.txt"', 'text = "投资"', 'reason = "x"'),
            *("[[suppress]]", f'check = "{ID}"', 'text = "消费"', 'reason = "y"'),
            *("[[suppress]]", f'check = "{ID}"', 'text = "全年生产总值"', 'reason = "z"'),
        )
        idle = [f"govmetrics.toml: suppress {number}: lets nothing pass any more; remove it" for number in (1, 2)]
        assert check(drafts, ".") == (0, [], idle)
        assert check(drafts, "a.txt") == (0, [], idle[:1])
        assert check(drafts, "old") == (0, [], [])
        # Without the check, nothing can be said.
        assert check(drafts, ".", "--ignore", ID) == (0, [], [])
        # What could not be read may be what the second is for.
        (drafts / "c.txt").write_bytes(b"%PDF-1.7\n")
        status, _, lines = check(drafts, ".")
        assert (status, lines[1:]) == (2, idle[:1])


class TestSettings:
    def test_where_each_comes_from(self, drafts: Path) -> None:
        write(drafts / "govmetrics.toml", *FULL.splitlines())
        done = run("settings", "old/b.txt", cwd=drafts)
        assert (done.status, done.err) == (0, "")
        lines = done.out.splitlines()
        assert lines[:5] == [
            'select = ["wording", "impossible-date"]  # govmetrics.toml',
            f'ignore = ["{ID}"]  # govmetrics.toml',
            'fail-on = "warning"  # govmetrics.toml',
            'lang = "zh"  # govmetrics.toml',
            'baseline = "known/findings.json"  # govmetrics.toml',
        ]
        assert "[severity]  # govmetrics.toml" in lines
        assert lines.count("[[suppress]]  # govmetrics.toml") == 2
        assert "expires = 2030-06-30" in lines

    def test_what_is_printed_can_be_used(self, drafts: Path) -> None:
        write(drafts / "govmetrics.toml", *FULL.splitlines())
        shown = run("settings", cwd=drafts).out
        config, errors = parse(tomllib.loads(shown), "g.toml", str(drafts), checks.names())
        expected, _ = parse(tomllib.loads(FULL), "g.toml", str(drafts), checks.names())
        assert errors == []
        kept = {name: severity for name, severity in expected.severity.items() if severity != "off"}
        assert (config.select, config.ignore, config.baseline, config.suppress) == (
            expected.select,
            expected.ignore,
            expected.baseline,
            expected.suppress,
        )
        assert config.severity == kept

    def test_the_program_s_own(self, drafts: Path) -> None:
        write(drafts / "govmetrics.toml", 'fail-on = "never"')
        done = run("settings", "--isolated", cwd=drafts, LC_ALL="zh_CN.UTF-8", PYTHONUTF8="1")
        assert done.out.startswith('select = ["default"]  # 默认\nignore = []  # 默认\nfail-on = "error"  # 默认\nlang = "zh"  # 默认\n')
        assert ID in done.out

    @pytest.mark.parametrize(
        ("arguments", "error"),
        [
            (["nowhere.txt"], "nowhere.txt: no such file or folder: check the path\n"),
            (["--isolated", "--config", "x"], "--isolated reads no configuration; leave out one of --isolated and --config\n"),
            (["--config", "x.toml"], "x.toml: cannot be read (no such file or directory); check the path and its permissions\n"),
        ],
    )
    def test_what_is_wrong(self, drafts: Path, arguments: list[str], error: str) -> None:
        done = run("settings", *arguments, cwd=drafts)
        assert (done.status, done.out, done.err) == (2, "", error)
