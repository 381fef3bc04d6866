"""The checks on the annotated sentences and reports of the shared folder, and on all of its real reports."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from govmetrics import parse, read
from govmetrics.analyse import check
from govmetrics.finding import Finding

SHARED = Path(__file__).resolve().parents[2] / "shared"
CORPUS = SHARED / "corpus"
ADJUDICATED = Path(__file__).parent / "data" / "adjudicated.toml"
pytestmark = pytest.mark.shared

SILENT_AT_ERROR = ("大庆市2012年国民经济和社会发展统计公报", "淮安市洪泽区人民政府_2024_信息公开年报")


def scored(script: str, *arguments: str) -> str:
    """What a scorer of the shared folder prints; it calls the command that is installed beside this Python."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    run = subprocess.run(
        [sys.executable, str(SHARED / "gold" / script), *arguments],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        env={**os.environ, "PATH": path, "PYTHONUTF8": "1"},
        check=False,
    )
    assert not run.stderr, run.stderr
    return run.stdout


def test_relations_between_figures() -> None:
    shown = scored("score_relations.py", str(SHARED / "gold" / "relations-dev.jsonl"))
    found = re.search(r"recall \d+/\d+ = ([\d.]+); false \d+/\d+; precision ([\d.]+)", shown)
    assert found
    recall, precision = map(float, found.groups())
    assert recall >= 0.97
    assert precision >= 0.98


def test_the_report_with_slips_and_traps() -> None:
    shown = scored("score_report.py", str(SHARED / "gold" / "law-government-dev"), "check")
    assert "slips found 5/5" in shown
    assert "traps flagged 0/" in shown
    assert "other findings 0" in shown


def test_the_seed() -> None:
    (seed,) = (SHARED / "seed").glob("*.txt")
    found = [(one.check, one.severity) for one in check(read(str(seed))).findings if one.severity != "note"]
    assert found == [
        ("misnamed-law-government", "warning"),
        ("unclosed-quote", "warning"),
        ("missing-heading-number", "error"),
    ]


@pytest.fixture(scope="module")
def corpus() -> dict[str, tuple[str, list[Finding]]]:
    """The text of each real report with its errors and warnings, by its path in the corpus."""
    found = {}
    for path in sorted(CORPUS.rglob("*.txt")):
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        name = str(path.relative_to(CORPUS).as_posix())
        found[name] = (text, [one for one in check(parse(text, name)).findings if one.severity != "note"])
    return found


def adjudicated() -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = tomllib.loads(ADJUDICATED.read_text(encoding="utf-8"))["finding"]
    return entries


def test_every_finding_in_real_reports_was_read(corpus: dict[str, tuple[str, list[Finding]]]) -> None:
    known = sorted((entry["file"], entry["check"], entry["words"]) for entry in adjudicated())
    found = sorted(
        (name, one.check, text[one.span.start : one.span.end][:24]) for name, (text, findings) in corpus.items() for one in findings
    )
    assert found == known


def test_few_findings_in_real_reports_are_false(corpus: dict[str, tuple[str, list[Finding]]]) -> None:
    false = {(entry["file"], entry["check"]) for entry in adjudicated() if not entry["true"]}
    characters = sum(len(text) for text, _ in corpus.values())
    errors = [one for name, (_, findings) in corpus.items() for one in findings if one.severity == "error" and (name, one.check) in false]
    warnings = [
        one for name, (_, findings) in corpus.items() for one in findings if one.severity == "warning" and (name, one.check) in false
    ]
    assert len(errors) * 100_000 <= characters
    assert len(warnings) * 20_000 <= characters


@pytest.mark.parametrize("report", SILENT_AT_ERROR)
def test_reports_whose_sums_hold_have_no_error(corpus: dict[str, tuple[str, list[Finding]]], report: str) -> None:
    (name,) = (name for name in corpus if report in name)
    assert [one for one in corpus[name][1] if one.severity == "error"] == []


def test_the_records_of_a_run_are_those_of_the_library() -> None:
    (report,) = (SHARED / "gold" / "law-government-dev").glob("*.txt")
    run = subprocess.run(
        [sys.executable, "-m", "govmetrics", "check", str(report), "--format", "ndjson", "--fail-on", "never"],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    records = [json.loads(line) for line in run.stdout.splitlines()]
    assert [(one["check"], one["start"], one["end"]) for one in records] == [
        (one.check, one.span.start, one.span.end) for one in check(read(str(report))).findings
    ]
