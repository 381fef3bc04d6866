"""Compare govmetrics with JioNLP and Recognizers-Text: speed and detection on the same files in one run.

usage: peers.py [GOLD_DIR] [--seconds N] [--venv DIR]

GOLD_DIR holds reports `NAME.txt` with their annotated figures `NAME.jsonl`. The peers are installed from
requirements-peers.txt into a virtual environment of their own; each program runs in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any, NamedTuple

from peer_worker import PEERS

HERE = Path(__file__).resolve().parent
KINDS = ("date", "count", "money", "percent", "points", "multiple", "rank")
ONE = re.compile(r"一(?![十百千万亿点成])\D{0,2}")  # careful readers differ on 一 and 一个, so neither is counted


class Result(NamedTuple):
    """What one program did in one run: `documents` maps a path to (code points read, half-open spans)."""

    version: str
    size: int
    seconds: float
    failures: int
    documents: dict[str, tuple[int, list[tuple[int, int]]]]


class Score(NamedTuple):
    """Detection: hard figures (all, found) by kind, and predictions that touch a figure or do not."""

    gold: dict[str, int]
    found: dict[str, int]
    right: int
    wrong: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return sum(self.found.values()) / max(1, sum(self.gold.values()))

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def venv_python(folder: Path) -> str:
    """The interpreter of the environment in `folder`, which is made and filled where it is missing."""
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    install = [str(python), "-m", "pip", "install", "-q", "-r", str(HERE / "requirements-peers.txt")]
    done = subprocess.run(install, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{folder}: the peers could not be installed\n{done.stderr[-2000:]}")
    return str(python)


def run(python: str, peer: str, paths: list[Path], seconds: float) -> Result:
    """Run `peer` over `paths` in a process of its own, killed when it hangs far beyond `seconds`."""
    command = [python, "-X", "utf8", "-W", "ignore", str(HERE / "peer_worker.py"), peer, str(seconds), *map(str, paths)]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as log:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, encoding="utf-8")
        timer = threading.Timer(4 * seconds + 60, process.kill)
        timer.start()
        assert process.stdout is not None
        records = [json.loads(line) for line in process.stdout if line.endswith("\n")]
        process.wait()
        timer.cancel()
        if not records or process.returncode > 0:
            log.seek(0)
            sys.exit(f"{peer}: failed with status {process.returncode}\n{log.read()[-2000:]}")
    return collect(records)


def collect(records: list[dict[str, Any]]) -> Result:
    """Documents of the first pass, speed of the fastest pass among those that read as much as the first."""
    first = [r for r in records[1:] if r["pass"] == 0]
    size = sum(r["bytes"] for r in first)
    passes: dict[int, list[dict[str, Any]]] = {}
    for record in records[1:]:
        passes.setdefault(record["pass"], []).append(record)
    whole = [rs for rs in passes.values() if sum(r["bytes"] for r in rs) == size]
    seconds = min((sum(r["seconds"] for r in rs) for rs in whole), default=0.0)
    documents = {r["path"]: (r["read"], [(s, e) for s, e in r["spans"]]) for r in first}
    return Result(records[0]["version"], size, seconds, sum(r["failures"] for r in first), documents)


def score(result: Result) -> Score:
    """Count a hard figure as found, and a prediction as right, when the two overlap; soft figures only excuse."""
    gold, found = dict.fromkeys(KINDS, 0), dict.fromkeys(KINDS, 0)
    right = wrong = 0
    for path, (read, spans) in result.documents.items():
        text = Path(path).read_bytes().decode("utf-8")
        lines = Path(path).with_suffix(".jsonl").read_text("utf-8").splitlines()
        figures = [figure for figure in map(json.loads, filter(str.strip, lines)) if figure["end"] <= read]
        covered = {i for start, end in spans for i in range(start, end)}
        annotated = {i for figure in figures for i in range(figure["start"], figure["end"])}
        for figure in figures:
            if not figure["soft"]:
                gold[figure["kind"]] += 1
                found[figure["kind"]] += not covered.isdisjoint(range(figure["start"], figure["end"]))
        for start, end in spans:
            touches = not annotated.isdisjoint(range(start, end))
            right += touches
            wrong += not touches and not ONE.fullmatch(text[start:end])
    return Score(gold, found, right, wrong)


def report(results: dict[str, Result], size: int) -> None:
    scores = {peer: score(result) for peer, result in results.items()}
    print(f"{'program':18}{'version':>9}{'bytes':>10}{'seconds':>9}{'MB/s':>9}{'precision':>11}{'recall':>8}{'F1':>7}")
    for peer, result in results.items():
        speed = result.size / 1e6 / result.seconds if result.seconds else 0.0
        s = scores[peer]
        print(
            f"{peer:18}{result.version:>9}{result.size:>10}{result.seconds:>9.3f}{speed:>9.3f}"
            f"{s.precision:>11.3f}{s.recall:>8.3f}{s.f1:>7.3f}"
        )
    print("\nrecall by kind    " + "".join(f"{kind:>10}" for kind in KINDS))
    for peer, s in scores.items():
        cells = (f"{s.found[kind] / s.gold[kind]:.3f}" if s.gold[kind] else "-" for kind in KINDS)
        print(f"{peer:18}" + "".join(f"{cell:>10}" for cell in cells))
    figures = next(iter(scores.values())).gold
    print("hard figures      " + "".join(f"{figures[kind]:>10}" for kind in KINDS) + "\n")
    for peer, result in results.items():
        if result.size < size:
            print(f"{peer}: time was up after {result.size:,} of {size:,} bytes; its scores are of those")
        if result.failures:
            print(f"{peer}: {result.failures} pieces of text raised an exception and count as read without figures")
    print("overlap with a figure counts as detection; kind, value, unit and exact span are not compared")


def main() -> None:
    parser = argparse.ArgumentParser(description="Speed and detection of govmetrics, JioNLP and Recognizers-Text.")
    parser.add_argument("gold", nargs="?", type=Path, default=HERE.parents[1] / "shared/gold/dev", metavar="GOLD_DIR")
    parser.add_argument("--seconds", type=float, default=60, help="time for one pass of each program (default 60)")
    parser.add_argument("--venv", type=Path, help="folder of the peers' environment, reused (default: temporary)")
    arguments = parser.parse_args()
    paths = [p for p in sorted(arguments.gold.glob("*.txt")) if p.with_suffix(".jsonl").exists()]
    if not paths:
        sys.exit(f"{arguments.gold}: no NAME.txt with a NAME.jsonl beside it; give the folder of annotated reports")
    with tempfile.TemporaryDirectory() as temporary:
        python = venv_python(arguments.venv or Path(temporary))
        own = {"govmetrics"}
        results = {peer: run(sys.executable if peer in own else python, peer, paths, arguments.seconds) for peer in PEERS}
    report(results, sum(p.stat().st_size for p in paths))


if __name__ == "__main__":
    main()
