"""Newline-delimited JSON for pipelines: one object a figure and line, null for what is absent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import json

if TYPE_CHECKING:
    from govmetrics.output import Options
    from govmetrics.output.record import Report

SUFFIXES: Final = (".ndjson", ".jsonl")
WORDS: Final = False


def render(report: Report, options: Options) -> str:
    """One line a figure."""
    encoder = json.Encoder()
    if not options.fields:
        return encoder.encode_lines(report.metrics).decode()
    return encoder.encode_lines([{name: getattr(metric, name) for name in options.fields} for metric in report.metrics]).decode()
