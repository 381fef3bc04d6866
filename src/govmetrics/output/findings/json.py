"""One JSON document with every report, its findings, and with `--show-verified` its verdicts; `schema findings` describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from govmetrics.output import Options
from govmetrics.output import json as reports
from govmetrics.output.findings.record import FINDINGS_SCHEMA
from govmetrics.output.record import REPORT_SCHEMA

if TYPE_CHECKING:
    from govmetrics.output.findings import FindingOptions, FindingTotals
    from govmetrics.output.findings.record import CheckedReport

SUFFIXES: Final = (".json",)
WORDS: Final = False
BETWEEN: Final = reports.BETWEEN


def head(_: FindingOptions) -> str:
    """The document up to its first report."""
    return reports.head(Options()).replace(REPORT_SCHEMA, FINDINGS_SCHEMA, 1)


def render(report: CheckedReport, _: FindingOptions) -> str:
    """One report as a JSON object."""
    return msgspec.json.encode(report.record).decode()


def tail(_: FindingOptions, _totals: FindingTotals) -> str:
    """The end of the document."""
    return "\n]}\n"
