"""Inject one error at a time into real reports and count how many the checks find, and what they say elsewhere.

usage: injection.py [CORPUS...] [--per-class N] [--only CLASS...] [--list] [--seed N]

CORPUS are folders of UTF-8 texts; the project's own samples/ are always among them. An injection is found when a
finding of severity error or warning, which the report did not have before, touches it. Any other new one is false.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from random import Random
from time import perf_counter
from typing import NamedTuple

from injection_edits import Edit, Report
from injection_places import PLACES, Inject
from injection_relations import RELATIONS
from injection_texts import TEXTS

from govmetrics import parse
from govmetrics.analyse import check
from govmetrics.finding import Finding, Verdict

ROOT = Path(__file__).resolve().parents[1]
NEAR = 8  # characters between an injection and a figure that a finding names
AROUND = 36  # characters shown on either side of an injection
CLASSES: dict[str, dict[str, Inject]] = {
    "without arithmetic": PLACES,
    "in relations that the checks held to be right": RELATIONS,
    "in relations that plain patterns found": TEXTS,
}
SILENT = {"right-weekday"}  # nothing is wrong: whatever is found is false


class Result(NamedTuple):
    """What came of one injection: findings that touch it, other new ones, and verdicts that touch it."""

    report: Report
    edit: Edit
    found: list[Finding]
    false: list[Finding]
    verdicts: list[Verdict]


def read(folders: list[Path]) -> list[Report]:
    paths = [path for folder in (*folders, ROOT / "samples") for path in sorted(folder.rglob("*.txt"))]
    reports = []
    for path in paths:
        text = path.read_bytes().decode("utf-8")
        reports.append(Report(path.stem, text, check(parse(text))))
    return reports


def serious(findings: tuple[Finding, ...], text: str) -> Iterator[tuple[Finding, tuple[str, str]]]:
    """Errors and warnings, each with what tells it from others: the check and the words."""
    for finding in findings:
        if finding.severity != "note":
            yield finding, (finding.check, text[finding.span.start : finding.span.end])


def touches(said: Finding | Verdict, edit: Edit) -> bool:
    spans = (said.span, *(one.span for one in said.related))
    first, last = edit.first - NEAR, edit.start + len(edit.new) + NEAR
    return any(span.start <= last and first <= span.end for span in spans)


def inject(report: Report, edit: Edit) -> Result:
    text = edit.apply(report.text)
    known = Counter(key for _, key in serious(report.outcome.findings, report.text))
    found, false = [], []
    outcome = check(parse(text))
    for finding, key in serious(outcome.findings, text):
        if touches(finding, edit):
            found.append(finding)
        elif known[key]:
            known[key] -= 1
        else:
            false.append(finding)
    return Result(report, edit, found, false, [verdict for verdict in outcome.verdicts if touches(verdict, edit)])


def sample(reports: list[Report], name: str, make: Inject, count: int, seed: int) -> tuple[int, list[tuple[Report, Edit]]]:
    """How many places there are, and up to `count` of them, taken from all reports in turn."""
    rows: list[list[tuple[Report, Edit]]] = []
    for report in reports:
        random = Random(f"{seed} {name} {report.name}")
        row = [(report, edit) for edit in make(report, random)]
        random.shuffle(row)
        rows.append(row)
    Random(f"{seed} {name}").shuffle(rows)
    turns = [one for turn in zip_longest(*rows) for one in turn if one is not None]
    return len(turns), turns[:count]


def shown(text: str) -> str:
    return text.replace("\r", "").replace("\n", "⏎")


def listed(name: str, result: Result) -> Iterator[str]:
    report, edit = result.report, result.edit
    text = edit.apply(report.text)
    first = min(edit.first, edit.start)
    end = edit.start + len(edit.new)
    around = f"{text[max(0, first - AROUND) : edit.start]}【{edit.new}】{text[end : end + AROUND]}"
    words = f"{report.name}: “{report.text[edit.start : edit.end]}” → “{edit.new}”: {shown(around)}"
    if not result.found and name not in SILENT:
        yield f"missed {name} {words}"
        for verdict in result.verdicts:
            yield f"    {verdict.check}: {verdict.status} {verdict.arithmetic} {verdict.reason.en if verdict.reason else ''}"
    if name in SILENT:
        yield from (f"false {name} {words}\n    {one.check}: {one.message.en}" for one in result.found)
    for one in result.false:
        snippet = shown(text[max(0, one.span.start - 12) : one.span.end + 12])
        yield f"false {name} {words}\n    {one.check}: {one.message.en}: {snippet}"


def line(name: str, places: int, results: list[Result]) -> str:
    found = sum(bool(result.found) for result in results)
    false = sum(len(result.false) for result in results)
    if name in SILENT:
        false += sum(len(result.found) for result in results)
    share = f"{found / len(results):.3f}" if results and name not in SILENT else "-"
    files = len({result.report.name for result in results})
    return f"{name:24}{places:>8}{files:>9}{len(results):>10}{found if name not in SILENT else '-':>7}{share:>8}{false:>7}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Recall and false findings of the checks, by injected errors.")
    parser.add_argument("corpus", nargs="*", type=Path, default=[ROOT.parent / "shared/corpus"], metavar="CORPUS")
    parser.add_argument("--per-class", type=int, default=150, metavar="N", help="injections of one class at most (default 150)")
    parser.add_argument("--only", nargs="+", metavar="CLASS", help="these classes alone")
    parser.add_argument("--list", action="store_true", help="print what was missed and what was false, with the text")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    known = [name for classes in CLASSES.values() for name in classes]
    for name in arguments.only or ():
        if name not in known:
            sys.exit(f"{name}: no such class; there are {', '.join(known)}")
    began = perf_counter()
    reports = read(arguments.corpus)
    if not reports:
        sys.exit("no .txt files; give a folder of reports")
    print(f"{len(reports)} reports, {sum(len(report.text) for report in reports):,} characters")
    print(f"\n{'':24}{'places':>8}{'reports':>9}{'injected':>10}{'found':>7}{'recall':>8}{'false':>7}")
    notes: list[str] = []
    for title, classes in CLASSES.items():
        print(f"\n{title}")
        for name, make in classes.items():
            if arguments.only and name not in arguments.only:
                continue
            places, chosen = sample(reports, name, make, arguments.per_class, arguments.seed)
            results = [inject(report, edit) for report, edit in chosen]
            notes += [note for result in results for note in listed(name, result)]
            print(line(name, places, results), flush=True)
    print(f"\n{perf_counter() - began:.0f} s")
    if arguments.list:
        print("", *notes, sep="\n")


if __name__ == "__main__":
    main()
