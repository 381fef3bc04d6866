"""Newline-delimited JSON for pipelines: one object a finding and line; `--show-verified` adds one for each verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import json

if TYPE_CHECKING:
    from govmetrics.output.findings import FindingOptions
    from govmetrics.output.findings.record import CheckedReport

SUFFIXES: Final = (".ndjson", ".jsonl")
WORDS: Final = False


def render(report: CheckedReport, _: FindingOptions) -> str:
    """One line a finding, then one a verdict."""
    return json.Encoder().encode_lines([*report.record.findings, *report.record.verdicts]).decode()
