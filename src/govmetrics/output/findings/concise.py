"""One line a finding, `path:line:column: severity: message [check]`, as editors and grep read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.output.findings._summary import statistics
from govmetrics.output.findings._text import verdict_text, visible

if TYPE_CHECKING:
    from govmetrics.output.findings import FindingOptions, FindingTotals
    from govmetrics.output.findings.record import CheckedReport, FindingRecord, VerdictRecord

SUFFIXES: Final = ()
WORDS: Final = True


def render(report: CheckedReport, options: FindingOptions) -> str:
    """A line for each finding, then one for each verdict."""
    lines = [_line(finding, finding.severity, finding.message) for finding in report.record.findings]
    lines += [_line(verdict, verdict.verdict, verdict_text(verdict, options.lang)) for verdict in report.record.verdicts]
    return "".join(lines)


def tail(options: FindingOptions, totals: FindingTotals) -> str:
    """How many findings each check has, where that is asked for."""
    return statistics(totals) if options.statistics else ""


def _line(record: FindingRecord | VerdictRecord, kind: str, said: str) -> str:
    return visible(f"{record.path}:{record.line}:{record.column}: {kind}: {said} [{record.check}]") + "\n"
