"""Measure how time and memory of the installed command grow with its input.

usage: scaling.py [CORPUS] [--only files|size|jobs|memory] [--reports N] [--repeat N]

files    1 to N reports in a folder, one job
size     one input of 0.6 to 5 MB: a report, one line, only digits, only brackets
jobs     1 job against 2 on a folder that takes one job at least 10 s
memory   peak of one report and of a folder of N reports (Linux; largest process and all processes together)

Time after start-up is what is left when the time for an empty input is taken away. MB are 10^6 bytes.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from math import inf
from pathlib import Path
from random import Random
from statistics import median
from time import sleep

from startup import ROOT, installed_command, wall

ENOUGH = 10.0  # seconds of work for one job, so that starting processes does not blur the ratio
LIMIT = 120.0  # seconds for one input: growth beyond it is shown as inf, and larger ones are not tried


def extract_command(path: Path, jobs: int = 1) -> list[str]:
    return [*installed_command(), "extract", str(path), "--format", "csv", "--jobs", str(jobs)]


def megabytes(path: Path) -> float:
    files = path.rglob("*.txt") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files) / 1e6


def folder_of(reports: list[Path], count: int, folder: Path) -> Path:
    """A folder of `count` reports, which repeat when there are fewer."""
    folder.mkdir()
    for number, report in enumerate(islice(cycle(reports), count)):
        shutil.copyfile(report, folder / f"{number:05}.txt")
    return folder


def head(stream: Iterator[str], size: int) -> str:
    """The beginning of `stream`, about `size` bytes of UTF-8."""
    parts: list[str] = []
    length = 0
    for part in stream:
        parts.append(part)
        length += len(part.encode())
        if length >= size:
            break
    return "".join(parts).encode()[:size].decode("utf-8", "ignore")


def best(command: list[str], repeat: int) -> float:
    """The fastest run, in seconds; infinite as soon as one takes longer than `LIMIT`."""
    fastest = inf
    for _ in range(repeat):
        seconds = wall(command, LIMIT)
        if seconds == inf:
            return inf
        fastest = min(fastest, seconds)
    return fastest


def growth(title: str, inputs: list[Path], idle: float, repeat: int) -> None:
    """One line an input; in linear growth the last column stays level (small inputs are all start-up)."""
    print(f"\n{title:28}{'MB':>8}{'seconds':>9}{'after start-up':>16}{'seconds a MB':>14}")
    for path in inputs:
        size, seconds = megabytes(path), best(extract_command(path), repeat)
        net = max(0.0, seconds - idle)
        print(f"{path.stem:28}{size:>8.2f}{seconds:>9.2f}{net:>16.2f}{net / size:>14.3f}")
        if net == inf:
            return


def by_files(reports: list[Path], work: Path, idle: float, count: int, repeat: int) -> None:
    steps = sorted({min(step, count) for step in (1, 10, 100, 300, count)})
    growth("reports", [folder_of(reports, step, work / f"{step}-reports") for step in steps], idle, repeat)


def by_size(reports: list[Path], work: Path, idle: float, repeat: int) -> None:
    shapes: dict[str, Callable[[], Iterator[str]]] = {
        "report": lambda: (path.read_text("utf-8") for path in cycle(reports)),
        "line": lambda: (path.read_text("utf-8").replace("\n", "") for path in cycle(reports)),
        "digits": lambda: cycle(["0123456789" * 100]),
        "brackets": lambda: cycle(["（" * 1000]),
    }
    for shape, stream in shapes.items():
        inputs = []
        for size in (625_000, 1_250_000, 2_500_000, 5_000_000):
            inputs.append(work / f"{shape}-{size}.txt")
            inputs[-1].write_bytes(head(stream(), size).encode())
        growth(f"one {shape}", inputs, idle, repeat)


def by_jobs(reports: list[Path], work: Path, repeat: int) -> None:
    """Folders grow until one job needs `ENOUGH` seconds; then 1 and 2 jobs take turns."""
    load = f", load {os.getloadavg()[0]:.1f} before the start" if hasattr(os, "getloadavg") else ""
    count = 200
    folder = folder_of(reports, count, work / f"jobs-{count}")
    while (seconds := wall(extract_command(folder))) < ENOUGH:
        count = int(count * max(1.2, 1.1 * ENOUGH / seconds))
        shutil.rmtree(folder)
        folder = folder_of(reports, count, work / f"jobs-{count}")
    times: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(repeat):
        for jobs, walls in times.items():
            walls.append(wall(extract_command(folder, jobs)))
    one, two = median(times[1]), median(times[2])
    print(f"\n{count} reports, {megabytes(folder):.1f} MB, {os.cpu_count()} cores{load}, median of {repeat}")
    print(f"1 job {one:.2f} s, 2 jobs {two:.2f} s: {one / two:.2f} times as fast (aim: at least 1.70)")


def descendants(pid: int) -> list[int]:
    children: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        children += map(int, task.read_text().split())
    return [pid, *(found for child in children for found in descendants(child))]


def proportional_memory(pid: int) -> int:
    """kB of a process, with pages that processes share counted once in all (Linux's PSS)."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0


def peak(command: list[str]) -> tuple[float, float]:
    """MB (10^6 bytes) at most: of the largest process, by the kernel's count; of all together, sampled."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    together = 0

    def sample() -> None:
        nonlocal together
        while running.is_set():
            with contextlib.suppress(OSError):  # a process ended between listing and reading it
                together = max(together, sum(map(proportional_memory, descendants(process.pid))))
            sleep(0.01)

    running = threading.Event()
    running.set()
    sampler = threading.Thread(target=sample)
    sampler.start()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    running.clear()
    sampler.join()
    if process.returncode:
        sys.exit(f"{' '.join(command)}: status {process.returncode}")
    return usage.ru_maxrss * 1024 / 1e6, together * 1024 / 1e6


def memory(reports: list[Path], work: Path, count: int) -> None:
    if not sys.platform.startswith("linux"):
        print("\nmemory: needs Linux's /proc, left out")
        return
    largest = max(reports, key=lambda path: path.stat().st_size)
    folder = folder_of(reports, count, work / "memory")
    print(f"\n{'peak memory, MB':28}{'size MB':>8}{'largest process':>17}{'all processes':>15}")
    for name, path, jobs in (
        ("smallest report", min(reports, key=lambda path: path.stat().st_size), 1),
        ("largest report", largest, 1),
        (f"{count} reports, 1 job", folder, 1),
        (f"{count} reports, 2 jobs", folder, 2),
    ):
        one, together = peak(extract_command(path, jobs))
        print(f"{name:28}{megabytes(path):>8.2f}{one:>17.1f}{together:>15.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Growth of time and memory.")
    parser.add_argument("corpus", nargs="?", type=Path, default=ROOT.parent / "shared/corpus", metavar="CORPUS")
    parser.add_argument("--only", choices=("files", "size", "jobs", "memory"), help="one part (default: all)")
    parser.add_argument("--reports", type=int, default=1000, help="reports in the largest folder (default 1000)")
    parser.add_argument("--repeat", type=int, default=3, help="runs of each command (default 3)")
    arguments = parser.parse_args()
    reports = sorted(arguments.corpus.rglob("*.txt"))
    if not reports:
        sys.exit(f"{arguments.corpus}: no .txt files; give a folder of reports")
    Random(1).shuffle(reports)  # folders of every size get the same mix of genres
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        empty = work / "empty.txt"
        empty.write_text("工作报告\n", "utf-8")
        idle = best(extract_command(empty), 5)
        print(f"start-up {idle:.3f} s")
        # Memory comes first: the kernel counts what this process took before it started the command as the command's.
        parts: dict[str, Callable[[], None]] = {
            "memory": lambda: memory(reports, work, arguments.reports),
            "files": lambda: by_files(reports, work, idle, arguments.reports, arguments.repeat),
            "size": lambda: by_size(reports, work, idle, arguments.repeat),
            "jobs": lambda: by_jobs(reports, work, arguments.repeat),
        }
        for name, part in parts.items():
            if arguments.only in (None, name):
                part()


if __name__ == "__main__":
    main()
