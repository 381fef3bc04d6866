"""The program on a real terminal, at the end of a closed pipe, and when it is interrupted."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pexpect
import pytest

if TYPE_CHECKING:
    from pathlib import Path

REPORT = "2024年信访工作报告\n一、主要情况\n全年处理来信1200件，投入1.2亿元，来访案次同比下降48.79%。\n[bold]标记[/bold]3件\n"
COMMAND = [sys.executable, "-m", "govmetrics"]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder of reports that takes a while."""
    folder = tmp_path / "archive"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(REPORT * 500, encoding="utf-8")
    return folder


def environment(**changes: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    return {**kept, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", **changes}


def on_terminal(*arguments: str | Path, columns: int = 80, **changes: str) -> tuple[str, int | None]:
    """What a terminal shows, and the exit status."""
    child = pexpect.spawn(
        sys.executable,
        ["-m", "govmetrics", *map(str, arguments)],
        env=environment(**changes),
        dimensions=(24, columns),
        encoding="utf-8",
        timeout=60,
    )
    shown = child.read()
    child.close()
    return shown.replace("\r\n", "\n"), child.exitstatus


def plain(shown: str) -> str:
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown)


class TestTerminal:
    def test_a_table_by_default_in_colour_and_within_its_width(self, report: Path) -> None:
        from rich.cells import cell_len

        shown, status = on_terminal("extract", report)
        assert status == 0
        assert "\x1b[" in shown
        assert "\n主要情况\n" in plain(shown)
        assert "↓ yoy" in plain(shown)
        assert "[bold]" not in plain(shown).replace("[bold]标记[/bold]", "")
        assert max(map(cell_len, plain(shown).splitlines()[1:])) <= 80

    def test_a_narrow_terminal_loses_nothing(self, report: Path) -> None:
        (narrow, status), (wide, _) = (on_terminal("extract", report, columns=columns) for columns in (40, 200))
        assert status == 0
        assert "…" not in narrow
        assert max(map(len, narrow.splitlines())) < max(map(len, wide.splitlines()))
        signs = [sorted(plain(shown).replace("─", "").replace(" ", "").replace("\n", "")) for shown in (narrow, wide)]
        assert signs[0] == signs[1]

    @pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
    def test_no_colour_where_it_is_not_wanted(self, report: Path, name: str, value: str) -> None:
        shown, status = on_terminal("extract", report, columns=80, **{name: value})
        assert status == 0
        assert "\x1b" not in shown
        assert "48.79" in shown

    def test_chinese_by_the_locale(self, report: Path) -> None:
        shown, _ = on_terminal("extract", report, LC_ALL="zh_CN.UTF-8", PYTHONUTF8="1")
        assert "行:列" in plain(shown)
        assert "报告 1 份" in plain(shown)

    def test_csv_on_request(self, report: Path) -> None:
        shown, _ = on_terminal("extract", report, "-f", "csv", "--fields", "value", "--kind", "percent")
        assert shown == "value\n48.79\n"

    def test_no_bar_over_results(self, archive: Path) -> None:
        shown, status = on_terminal("extract", archive, "--kind", "percent", "--fields", "rule", "-f", "csv")
        assert status == 0
        assert "\x1b" not in shown

    def test_a_bar_while_results_go_to_a_file(self, archive: Path, tmp_path: Path) -> None:
        (archive / "bad.txt").write_bytes(b"%PDF-1.7\n")
        shown, status = on_terminal("extract", archive, "-o", tmp_path / "o.csv")
        assert status == 2
        assert "40/41" in plain(shown)
        assert f"{archive / 'bad.txt'}: " in plain(shown).replace("\n", "")
        assert (tmp_path / "o.csv").stat().st_size > 100_000

    def test_ctrl_c_on_the_keyboard(self, archive: Path, tmp_path: Path) -> None:
        (tmp_path / "o.csv").write_text("old")
        child = pexpect.spawn(
            sys.executable,
            [
                "-m",
                "govmetrics",
                "extract",
                str(archive),
                *[str(archive)] * 20,
                "-o",
                str(tmp_path / "o.csv"),
                "--jobs",
                "2",
            ],
            env=environment(),
            encoding="utf-8",
            timeout=60,
        )
        child.expect(r"\d+/\d+")
        child.sendintr()
        rest = child.read()
        child.close()
        assert (child.exitstatus, child.signalstatus) == (130, None)
        assert "Traceback" not in rest
        assert (tmp_path / "o.csv").read_text() == "old"
        assert sorted(os.listdir(tmp_path)) == ["archive", "o.csv"]


class TestInterrupt:
    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_the_status_is_130_and_nothing_is_said(self, archive: Path, jobs: str) -> None:
        command = [*COMMAND, "extract", str(archive), "--jobs", jobs]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), start_new_session=True
        ) as running:
            assert running.stdout
            running.stdout.readline()
            os.killpg(running.pid, signal.SIGINT)
            began = time.monotonic()
            _, errors = running.communicate(timeout=60)
        assert time.monotonic() - began < 20
        assert (running.returncode, errors) == (130, b"")

    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_a_process_that_is_ended_leaves_no_part_of_a_file(self, archive: Path, tmp_path: Path, jobs: str) -> None:
        (tmp_path / "o.csv").write_text("old")
        command = [*COMMAND, "extract", str(archive), "-o", str(tmp_path / "o.csv"), "--jobs", jobs]
        with subprocess.Popen(command, stderr=subprocess.PIPE, env=environment()) as running:
            until = time.monotonic() + 30
            while not list(tmp_path.glob(".govmetrics-*.part")) and time.monotonic() < until:
                time.sleep(0.002)
            running.terminate()
            _, errors = running.communicate(timeout=60)
        assert (running.returncode, errors) == (143, b"")
        assert sorted(os.listdir(tmp_path)) == ["archive", "o.csv"]
        assert (tmp_path / "o.csv").read_text() == "old"


class TestClosedPipe:
    @pytest.mark.parametrize("jobs", ["1", "2"])
    @pytest.mark.parametrize("name", ["csv", "table"])
    def test_it_ends_quietly(self, archive: Path, jobs: str, name: str) -> None:
        command = [*COMMAND, "extract", str(archive), "-f", name, "--jobs", jobs]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as running:
            assert running.stdout
            assert running.stderr
            assert running.stdout.readline()
            running.stdout.close()
            assert (running.wait(timeout=60), running.stderr.read()) == (0, b"")

    @pytest.mark.parametrize("arguments", [["rules", "list"], ["schema", "report"], ["--help"], ["--version"], ["extract", "--help"]])
    def test_the_other_commands_do_too(self, arguments: list[str]) -> None:
        read_end, write_end = os.pipe()
        os.close(read_end)
        run = subprocess.run([*COMMAND, *arguments], stdout=write_end, stderr=subprocess.PIPE, env=environment(), timeout=60, check=False)
        os.close(write_end)
        assert (run.returncode, run.stderr) == (0, b"")
