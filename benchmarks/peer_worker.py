"""Run one program over files and print what it found: the half of peers.py that runs beside the peer.

usage: peer_worker.py PEER SECONDS PATH...

Prints JSON lines: first `{"version"}`, then a document each `{"pass", "path", "bytes", "read", "seconds", "failures",
"spans"}`, with half-open code-point spans and `bytes` of UTF-8. Only finding is timed: importing, loading and
one warm-up sentence are not.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import perf_counter

Spans = list[tuple[int, int]]
Find = Callable[[str], Spans]

WARM_UP = "2024年3月，全市办理来信120件，同比下降3.5%，占比提高2个百分点，支出1.2亿元，修路30公里，用时9天。"
REFERENCE = datetime(2025, 3, 1)  # relative dates must not depend on the day of the run
PIECE = 4000  # code points: the time of a slow peer can be bounded between pieces only
ENOUGH = 1.0  # seconds of timed work after which a pass is not repeated


def longest(spans: Spans) -> Spans:
    """The spans without those that overlap a longer one: several models of a peer find the same figure."""
    kept: Spans = []
    taken: set[int] = set()
    for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
        if taken.isdisjoint(range(start, end)):
            kept.append((start, end))
            taken.update(range(start, end))
    return sorted(kept)


def govmetrics() -> Find:
    from govmetrics import extract, parse

    return lambda text: [(metric.span.start, metric.span.end) for metric in extract(parse(text))]


def jionlp() -> Find:
    import jionlp as jio  # type: ignore[import-not-found]

    def find(text: str) -> Spans:
        found = [*jio.ner.extract_money(text), *jio.ner.extract_time(text, time_base=REFERENCE)]
        return longest([(entity["offset"][0], entity["offset"][1]) for entity in found])

    return find


def recognizers(*, numbers: bool) -> Find:
    import recognizers_suite as suite  # type: ignore[import-not-found]

    models = [suite.recognize_number] if numbers else []
    models += [suite.recognize_percentage, suite.recognize_currency, suite.recognize_dimension]
    models += [suite.recognize_age, suite.recognize_temperature]
    culture = suite.Culture.Chinese

    def find(text: str) -> Spans:
        found = [result for model in models for result in model(text, culture)]
        found += suite.recognize_datetime(text, culture, reference=REFERENCE)
        return longest([(result.start, result.end + 1) for result in found])

    return find


PEERS: dict[str, tuple[str, Callable[[], Find]]] = {
    "govmetrics": ("govmetrics", govmetrics),
    "jionlp": ("jionlp", jionlp),
    "recognizers": ("recognizers-text-suite", lambda: recognizers(numbers=True)),
    "recognizers-units": ("recognizers-text-suite", lambda: recognizers(numbers=False)),
}


def version_of(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # run from a source tree that is not installed
        return "source"


def pieces(text: str, limit: int) -> Iterator[tuple[int, str]]:
    """(offset, piece): whole lines together up to `limit` code points; a longer line is a piece of its own."""
    start = end = 0
    for line in text.splitlines(keepends=True):
        if end > start and end + len(line) - start > limit:
            yield start, text[start:end]
            start = end
        end += len(line)
    yield start, text[start:]


def one_document(find: Find, text: str, limit: int, deadline: float) -> dict[str, object]:
    spans: Spans = []
    seconds, read, failures = 0.0, 0, 0
    for offset, piece in pieces(text, limit):
        if perf_counter() > deadline:
            break
        began = perf_counter()
        try:
            found = find(piece)
        except Exception:
            if limit > PIECE:  # an exception of our own is a bug, one of a peer is a result
                raise
            found, failures = [], failures + 1
        seconds += perf_counter() - began
        spans += [(offset + start, offset + end) for start, end in found]
        read = offset + len(piece)
    size = len(text[:read].encode())
    return {"bytes": size, "read": read, "seconds": seconds, "failures": failures, "spans": spans}


def main() -> None:
    peer, seconds, paths = sys.argv[1], float(sys.argv[2]), sys.argv[3:]
    results = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)  # a banner that a peer prints must not end up among the results
    package, load = PEERS[peer]
    find = load()
    find(WARM_UP)
    print(json.dumps({"version": version_of(package)}), file=results)
    texts = [(path, Path(path).read_bytes().decode("utf-8")) for path in paths]
    limit = sys.maxsize if peer == "govmetrics" else PIECE
    spent, number = 0.0, 0
    while number == 0 or spent < min(ENOUGH, seconds):
        deadline = perf_counter() + seconds
        for path, text in texts:
            record = one_document(find, text, limit, deadline)
            spent += float(str(record["seconds"]))
            print(json.dumps({"pass": number, "path": path, **record}), file=results)
        number += 1


if __name__ == "__main__":
    main()
