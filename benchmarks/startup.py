"""Measure the start of the command against the start of the libraries that it cannot do without.

usage: startup.py [SAMPLE] [--runs N]

Compares `govmetrics extract SAMPLE --format csv` with `python -c "import typer, regex"`, run in turns.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from math import inf
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parents[1]


def installed_command() -> list[str]:
    """The `govmetrics` command that belongs to the running interpreter, else the one on PATH."""
    beside = shutil.which("govmetrics", path=os.path.dirname(sys.executable))
    command = beside or shutil.which("govmetrics")
    if command is None:
        sys.exit("govmetrics: command not found; install the project into this environment first")
    return [command]


def wall(command: list[str], limit: float | None = None) -> float:
    """Seconds that `command` takes, infinite beyond `limit` seconds; a failure ends the benchmark."""
    began = perf_counter()
    try:
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=limit)
    except subprocess.TimeoutExpired:
        return inf
    seconds = perf_counter() - began
    if done.returncode:
        sys.exit(f"{' '.join(command)}: status {done.returncode}\n{done.stderr.decode('utf-8', 'replace')[-2000:]}")
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(description="Start-up time of the command.")
    parser.add_argument("sample", nargs="?", type=Path, help="a report (default: the first of samples/)")
    parser.add_argument("--runs", type=int, default=30, help="runs of each command (default 30)")
    arguments = parser.parse_args()
    sample = arguments.sample or next(iter(sorted((ROOT / "samples").rglob("*.txt"))), None)
    if sample is None:
        sys.exit("samples: no report there; give one")
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "import typer, regex": [sys.executable, "-c", "import typer, regex"],
        "govmetrics --help": [*installed_command(), "--help"],
        "govmetrics extract": [*installed_command(), "extract", str(sample), "--format", "csv"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(arguments.runs + 2):
        for name, command in commands.items():
            seconds = wall(command)
            if run >= 2:  # the first two runs write bytecode and warm the disk cache
                times[name].append(seconds)
    print(f"{sample.name}, {sample.stat().st_size} bytes, {arguments.runs} runs each, milliseconds\n")
    print(f"{'':22}{'median':>9}{'best':>9}")
    for name, seconds_of in times.items():
        print(f"{name:22}{median(seconds_of) * 1e3:>9.1f}{min(seconds_of) * 1e3:>9.1f}")
    ratio = median(times["govmetrics extract"]) / median(times["import typer, regex"])
    print(f"\nextract takes {ratio:.2f} times as long as importing typer and regex (aim: at most 1.70)")


if __name__ == "__main__":
    main()
