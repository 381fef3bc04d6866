"""Many reports: in one process or several, the same results in the same order, whatever becomes of one of them."""

from __future__ import annotations

import io
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from govmetrics import output, rulebook
from govmetrics.cli import console, jobs, pool
from govmetrics.errors import ReadError, RuleError
from govmetrics.reading import Source

TASK = jobs.Task("csv", output.Options(fields=("path", "value")))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twelve reports; the first takes longest, the fourth is no text."""
    for number in range(12):
        repeat = 3000 if number == 0 else 1
        (tmp_path / f"{number:02}.txt").write_text(f"来信{100 + number}件。\n" * repeat, encoding="utf-8")
    (tmp_path / "03.txt").write_bytes(b"%PDF-1.7\n")
    return tmp_path


def sources(folder: Path) -> list[Source]:
    return [Source(path.name, str(path)) for path in sorted(folder.iterdir())]


def streamed(items: list[Source], number: int, start: str | None = None) -> list[jobs.Result]:
    context = multiprocessing.get_context(start) if start else None
    return list(jobs.stream(items, TASK, rulebook.load(), number, context))


def process(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-m", "govmetrics", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, env=environment, timeout=120, check=False)


class TestStream:
    def test_one_process(self, folder: Path) -> None:
        results = streamed(sources(folder), 1)
        assert [result.source.name for result in results] == [f"{number:02}.txt" for number in range(12)]
        assert results[1].text == "01.txt,101\n"
        assert (results[0].kinds, results[1].kinds, results[3].kinds) == ({"count": 3000}, {"count": 1}, {})
        assert [result.source.name for result in results if result.error] == ["03.txt"]

    @pytest.mark.parametrize("start", multiprocessing.get_all_start_methods())
    def test_several_processes_give_the_same(self, folder: Path, start: str) -> None:
        one, many = streamed(sources(folder), 1), streamed(sources(folder), 3, start)
        assert [(r.source, r.text, r.kinds, str(r.error)) for r in many] == [(r.source, r.text, r.kinds, str(r.error)) for r in one]

    def test_a_process_that_dies_costs_only_its_report(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(jobs, "run", _dying)
        results = streamed(sources(folder), 2, "fork")
        assert [result.source.name for result in results] == [f"{number:02}.txt" for number in range(12)]
        assert [result.source.name for result in results if result.error] == ["05.txt"]
        (error,) = (result.error for result in results if result.error)
        assert isinstance(error, ReadError)
        assert str(error).startswith("05.txt: its process was killed")

    def test_a_process_that_dies_once_costs_nothing(
        self, folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(jobs, "run", _dying_once)
        monkeypatch.setenv("TEST_DIED", str(tmp_path_factory.mktemp("died") / "once"))
        results = streamed(sources(folder), 2, "fork")
        assert [result.text for result in results] == [f"{number:02}.txt" for number in range(12)]

    def test_standard_input_is_read_where_it_is(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("来访77件".encode())))
        items = [*sources(folder)[4:6], Source("-", None), *sources(folder)[6:8]]
        assert "".join(result.text for result in streamed(items, 2)).splitlines() == [
            "04.txt,104",
            "05.txt,105",
            "-,77",
            "06.txt,106",
            "07.txt,107",
        ]

    def test_a_rule_that_fails_names_the_report(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def overrun(*_: object) -> None:
            raise RuleError("the pattern takes too long; simplify it", "mine.toml")

        monkeypatch.setattr(jobs, "analyse", overrun)
        result = jobs.run(sources(folder)[0], TASK, rulebook.load())
        assert isinstance(result.error, RuleError)
        assert str(result.error) == "00.txt: mine.toml: the pattern takes too long; simplify it"

    def test_a_runaway_pattern_is_told_in_chinese_too(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        def overrun(*_: object) -> None:
            raise RuleError("the pattern of village runs away; rewrite it without nested repetition", "village.toml")

        monkeypatch.setattr(jobs, "analyse", overrun)
        result = jobs.run(sources(folder)[0], TASK, rulebook.load())
        assert result.error
        console.complain(result.error, "zh")
        assert capsys.readouterr().err == "00.txt: village.toml: village 的模式运行失控；请去掉嵌套的重复后重写\n"


def _dying(source: Source, *_: object) -> jobs.Result:
    if source.name == "05.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return jobs.Result(source, source.name)


def _dying_once(source: Source, *_: object) -> jobs.Result:
    mark = Path(os.environ["TEST_DIED"])
    if source.name == "05.txt" and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return jobs.Result(source, source.name)


class TestPool:
    def test_few_are_worked_ahead_of_a_slow_reader(self, tmp_path: Path) -> None:
        results = pool.Pool(_leave_mark, str).ordered([str(tmp_path / str(number)) for number in range(100)], 2)
        for _ in range(3):
            next(results)
        time.sleep(0.5)
        assert 3 <= len(os.listdir(tmp_path)) <= 2 + pool.AHEAD * 2
        assert len(list(results)) == 97

    def test_a_large_result_does_not_keep_a_pool_from_ending(self) -> None:
        results = pool.Pool(_long, str).ordered(range(50), 2)
        assert len(next(results)) == 5_000_000
        began = time.monotonic()
        results.close()
        assert time.monotonic() - began < 5
        assert multiprocessing.active_children() == []

    def test_a_bug_in_a_process_keeps_its_traceback(self) -> None:
        results = pool.Pool(_fail, str).ordered([1, 0, 2], 2)
        assert next(results) == 1
        with pytest.raises(ZeroDivisionError) as caught:
            list(results)
        assert "in _fail" in caught.value.__notes__[0]
        assert multiprocessing.active_children() == []

    @pytest.mark.parametrize("start", multiprocessing.get_all_start_methods())
    def test_the_processes_end_with_the_main_process(self, start: str) -> None:
        code = (
            "import multiprocessing, os, time\n"
            "from govmetrics.cli.pool import Pool\n"
            "if __name__ == '__main__':\n"
            f"    pool = Pool(int, str, multiprocessing.get_context({start!r}))\n"
            "    results = pool.ordered('123456789', 2)\n"
            "    next(results)\n"
            "    print(*(worker.process.pid for worker in pool._workers), flush=True)\n"
            "    os.kill(os.getpid(), 9)\n"
        )
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=False)
        workers = [int(number) for number in run.stdout.split()]
        assert len(workers) == 2
        deadline = time.monotonic() + 10
        while any(map(_alive, workers)) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not any(map(_alive, workers))

    def test_several_deaths_in_a_row(self) -> None:
        results = list(pool.Pool(_die_on_odd, _lost).ordered(list(range(8)), 3))
        assert results == ["0", "lost 1", "2", "lost 3", "4", "lost 5", "6", "lost 7"]


def _leave_mark(path: str) -> str:
    Path(path).touch()
    return path


def _long(number: int) -> str:
    return str(number) * 5_000_000 if number < 10 else ""


def _fail(number: int) -> float:
    return 1 / number


def _die_on_odd(number: int) -> str:
    if number % 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return str(number)


def _lost(number: int) -> str:
    return f"lost {number}"


def _alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


class TestCommand:
    @pytest.mark.parametrize("name", output.names())
    def test_the_number_of_processes_changes_nothing(self, folder: Path, name: str) -> None:
        one, many = (process("extract", folder, "-f", name, "--jobs", jobs) for jobs in ("1", "3"))
        assert one.returncode == many.returncode == 2
        assert one.stdout == many.stdout
        assert one.stderr == many.stderr
        assert one.stderr.count(b"\n") == 1

    def test_the_default_for_many_reports(self, folder: Path) -> None:
        assert process("extract", folder).stdout == process("extract", folder, "--jobs", "1").stdout

    def test_no_bar_where_there_is_no_terminal(self, folder: Path) -> None:
        (folder / "03.txt").unlink()
        assert process("extract", folder, "-o", folder.parent / "o.csv").stderr == b""


class TestCores:
    def test_at_least_one(self) -> None:
        assert 1 <= jobs.cores() <= (os.cpu_count() or 1)

    def test_where_the_system_does_not_tell_which(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "platform", "win32")
        monkeypatch.setattr(os, "cpu_count", lambda: None)
        assert jobs.cores() == 1


class TestProgress:
    def test_the_items_come_through_as_they_are(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert list(console.progress(iter("abc"), 3)) == ["a", "b", "c"]
        assert capsys.readouterr().out == ""
