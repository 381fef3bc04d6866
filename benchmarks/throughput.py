"""Measure extraction in one process, beside a bare scan of the same compiled patterns.

usage: throughput.py [CORPUS] [--repeat N] [--profile]

CORPUS is a folder of UTF-8 texts. MB are 10^6 bytes of UTF-8. Documents are parsed anew in every pass.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from govmetrics import extract, parse
from govmetrics.rulebook import load

ROOT = Path(__file__).resolve().parents[1]


def bare_scans(texts: list[str]) -> dict[str, Callable[[], int]]:
    """Functions that only run the compiled patterns over the normalised texts and count the matches."""
    book = load()
    twins = [parse(text).twin.text for text in texts]
    return {
        "scan: anchors": lambda: sum(1 for twin in twins for _ in book.anchor.finditer(twin)),
        "scan: all patterns": lambda: sum(1 for twin in twins for _ in book.scan(twin)),
    }


def measure(tasks: dict[str, Callable[[], int]], repeat: int) -> dict[str, list[float]]:
    """Seconds of every pass; the tasks take turns, so that a busy machine slows all of them alike."""
    seconds: dict[str, list[float]] = {name: [] for name in tasks}
    for turn in range(repeat + 1):
        for name, task in tasks.items():
            began = perf_counter()
            task()
            if turn:  # the first turn warms caches and is not counted
                seconds[name].append(perf_counter() - began)
    return seconds


def profile(texts: list[str]) -> None:
    import cProfile
    import pstats

    with cProfile.Profile() as profiler:
        for text in texts:
            extract(parse(text))
    pstats.Stats(profiler).sort_stats("tottime").print_stats(25)


def main() -> None:
    parser = argparse.ArgumentParser(description="Speed of extraction in one process.")
    parser.add_argument("corpus", nargs="?", type=Path, default=ROOT.parent / "shared/corpus", metavar="CORPUS")
    parser.add_argument("--repeat", type=int, default=3, help="counted passes (default 3)")
    parser.add_argument("--profile", action="store_true", help="show where the time goes instead")
    arguments = parser.parse_args()
    paths = sorted(arguments.corpus.rglob("*.txt"))
    if not paths:
        sys.exit(f"{arguments.corpus}: no .txt files; give a folder of reports")
    texts = [path.read_bytes().decode("utf-8") for path in paths]
    if arguments.profile:
        profile(texts)
        return

    found = sum(len(extract(parse(text))) for text in texts)
    size = sum(len(text.encode()) for text in texts)
    documents = [parse(text) for text in texts]
    tasks: dict[str, Callable[[], int]] = {
        "read, parse, extract": lambda: sum(len(extract(parse(p.read_bytes().decode("utf-8")))) for p in paths),
        "parse, extract": lambda: sum(len(extract(parse(text))) for text in texts),
        "parse": lambda: sum(len(parse(text).text) for text in texts),
        "extract": lambda: sum(len(extract(document)) for document in documents),
        **bare_scans(texts),
    }
    seconds = measure(tasks, arguments.repeat)
    print(f"{len(texts)} reports, {size / 1e6:.2f} MB, {found} figures, best and median of {arguments.repeat}\n")
    print(f"{'':22}{'best MB/s':>10}{'median MB/s':>13}")
    for name, times in seconds.items():
        print(f"{name:22}{size / 1e6 / min(times):>10.2f}{size / 1e6 / median(times):>13.2f}")
    ratio = median(seconds["parse, extract"]) / median(seconds["scan: all patterns"])
    print(f"\nparse and extract take {ratio:.1f} times as long as the bare scan of all patterns")


if __name__ == "__main__":
    main()
