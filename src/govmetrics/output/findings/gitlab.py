"""A Code Quality report of GitLab, which shows each finding in a merge request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

from govmetrics.output.findings._text import details, slashed

if TYPE_CHECKING:
    from govmetrics.output.findings import FindingOptions, FindingTotals
    from govmetrics.output.findings.record import CheckedReport, FindingRecord

SUFFIXES: Final = ()
WORDS: Final = False
BETWEEN: Final = ",\n"

_SEVERITIES: Final = {"error": "major", "warning": "minor", "note": "info"}


def head(_: FindingOptions) -> str:
    """The start of the array."""
    return "[\n"


def render(report: CheckedReport, options: FindingOptions) -> str:
    """An object for each finding."""
    return BETWEEN.join(msgspec.json.encode(_issue(finding, options.lang)).decode() for finding in report.record.findings)


def tail(_: FindingOptions, _totals: FindingTotals) -> str:
    """The end of the array."""
    return "\n]\n"


def _issue(finding: FindingRecord, lang: str) -> dict[str, Any]:
    from hashlib import sha256

    path = slashed(finding.path)
    return {
        "description": ("；" if lang == "zh" else "; ").join([finding.message, *details(finding, lang)]),
        "check_name": finding.check,
        # The same words may stand in two reports.
        "fingerprint": sha256(f"{path}\n{finding.fingerprint}".encode()).hexdigest(),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": path, "lines": {"begin": finding.line, "end": finding.end_line}},
    }
