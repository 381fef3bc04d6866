"""The project's own reports against the figures that were read in them by hand."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from govmetrics import AnyMetric, extract, parse
from govmetrics.model import Date
from govmetrics.reading import decode
from govmetrics.twin import make

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
SHEETS = sorted(SAMPLES.rglob("*.golden.jsonl"))
Row = dict[str, Any]


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
