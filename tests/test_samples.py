"""The project's own reports against the figures that were read in them by hand."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from govmetrics import AnyMetric, extract, parse
from govmetrics.analyse import check
from govmetrics.checks import Outcome
from govmetrics.model import Date, Span
from govmetrics.reading import decode
from govmetrics.twin import make

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
SHEETS = sorted(SAMPLES.rglob("*.golden.jsonl"))
Row = dict[str, Any]

HOLD = {
    "anlan-scjgj-2025": 23,  # of 30
    "baichuan-county-2023": 29,  # of 34
    "lanxi-county-2024": 29,  # of 38
    "wangquan-sfj-2024": 26,  # of 33
    "xingdu-town-2024": 15,  # of 20
}
"""Reports without a slip, and how many of the relations that a reader counts between their figures must be proved."""
DRAFT = "yunze-city-2024"
SLIPS = [
    match.group(1)
    for line in (SAMPLES / "draft" / f"{DRAFT}.slips.md").read_text("utf-8").splitlines()
    if (match := re.match(r"\| [^|`]+ \| `([^`]+)` \|", line))
]
"""The words that are wrong in the draft."""


def report(sheet: Path) -> str:
    data = sheet.with_name(sheet.name.removesuffix(".golden.jsonl") + ".txt").read_bytes()
    return decode(data)[0]


def rows(sheet: Path) -> list[Row]:
    return [json.loads(line) for line in sheet.read_text("utf-8").splitlines()]


def number(kind: str, value: str) -> object:
    return value if kind == "date" else [Decimal(part) for part in value.split("/")]


def facts(row: Row) -> tuple[object, ...]:
    kind = row["kind"]
    return (row["text"], kind, number(kind, row["value"]), row["unit"], row["change"], row["basis"], row["bound"])


def stated(metric: AnyMetric) -> tuple[object, ...]:
    kind = str(metric.__struct_config__.tag)
    return (metric.text, kind, number(kind, metric.value), metric.unit, metric.change, metric.basis, metric.bound)


def overlaps(row: Row, metric: AnyMetric) -> bool:
    return bool(row["start"] < metric.span.end and metric.span.start < row["end"])


def test_every_sample_has_its_golden_sheet() -> None:
    reports = {path.name.removesuffix(".txt") for path in SAMPLES.rglob("*.txt")}
    assert {sheet.name.removesuffix(".golden.jsonl") for sheet in SHEETS} == reports != set()


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name.split(".")[0])
class TestSheet:
    def test_its_rows_quote_the_report(self, sheet: Path) -> None:
        text = report(sheet)
        end = 0
        for row in rows(sheet):
            assert text[row["start"] : row["end"]] == row["text"]
            assert row["start"] >= end
            end = row["end"]

    def test_every_hard_figure_is_found_as_it_is_read(self, sheet: Path) -> None:
        metrics = {metric.span.start: metric for metric in extract(parse(report(sheet)))}
        hard = [row for row in rows(sheet) if not row["soft"]]
        missed = [row["text"] for row in hard if row["start"] not in metrics]
        wrong = [
            (row["start"], facts(row), stated(metrics[row["start"]]))
            for row in hard
            if row["start"] in metrics and facts(row) != stated(metrics[row["start"]])
        ]
        assert (missed, wrong) == ([], [])

    def test_nothing_else_is_found(self, sheet: Path) -> None:
        known = rows(sheet)
        assert [metric.text for metric in extract(parse(report(sheet))) if not any(overlaps(row, metric) for row in known)] == []

    def test_labels_name_what_was_read(self, sheet: Path) -> None:
        metrics = {metric.span.start: metric for metric in extract(parse(report(sheet)))}
        differ = []
        compared = 0
        for row in rows(sheet):
            metric = metrics.get(row["start"])
            if metric and row["label"] and not row["soft"] and not isinstance(metric, Date):
                compared += 1
                read, found = make(row["label"]).text, make(metric.label).text
                if not (found and (read in found or found in read)):
                    differ.append((row["text"], read, found))
        assert compared
        assert len(differ) <= compared * 0.12, differ


def checked(stem: str) -> tuple[str, Outcome]:
    sheet = next(sheet for sheet in SHEETS if sheet.name == f"{stem}.golden.jsonl")
    text = report(sheet)
    return text, check(parse(text))


def touched(outcome: Outcome) -> list[list[Span]]:
    """The places of each finding that is an error or a warning, its own first."""
    return [[one.span, *(other.span for other in one.related)] for one in outcome.findings if one.severity in ("error", "warning")]


@pytest.mark.parametrize("stem", sorted(HOLD))
class TestClean:
    def test_nothing_is_found_to_be_wrong(self, stem: str) -> None:
        text, outcome = checked(stem)
        wrong = [(one.check, text[one.span.start : one.span.end]) for one in outcome.findings if one.severity != "note"]
        assert wrong == []

    def test_its_relations_are_proved(self, stem: str) -> None:
        _, outcome = checked(stem)
        assert sum(verdict.status.startswith("holds") for verdict in outcome.verdicts) >= HOLD[stem]


def test_the_draft_has_ten_slips() -> None:
    assert len(SLIPS) == len(set(SLIPS)) == 10


@pytest.mark.parametrize("words", SLIPS)
def test_a_slip_of_the_draft_is_found(words: str) -> None:
    text, outcome = checked(DRAFT)
    assert text.count(words) == 1
    at = text.index(words)
    assert any(span.start < at + len(words) and at < span.end for spans in touched(outcome) for span in spans)


def test_nothing_else_is_wrong_in_the_draft() -> None:
    text, outcome = checked(DRAFT)
    slips = [(text.index(words), text.index(words) + len(words)) for words in SLIPS]
    other = [
        spans for spans in touched(outcome) if not any(span.start < end and start < span.end for span in spans for start, end in slips)
    ]
    assert other == []
