"""Workflow commands of GitHub Actions, which show each finding at its place in a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.output.findings._text import details, slashed, visible

if TYPE_CHECKING:
    from govmetrics.output.findings import FindingOptions
    from govmetrics.output.findings.record import CheckedReport, FindingRecord

SUFFIXES: Final = ()
WORDS: Final = True

_COMMANDS: Final = {"error": "error", "warning": "warning", "note": "notice"}
_DATA: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY: Final = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def render(report: CheckedReport, options: FindingOptions) -> str:
    """A command for each finding."""
    return "".join(_command(finding, options.lang) for finding in report.record.findings)


def _command(finding: FindingRecord, lang: str) -> str:
    where = {"file": slashed(finding.path), "line": finding.line, "endLine": finding.end_line, "col": finding.column}
    # GitHub refuses columns of a place on several lines.
    if finding.line == finding.end_line:
        where["endColumn"] = finding.end_column
    else:
        del where["col"]
    where["title"] = finding.check
    properties = ",".join(f"{name}={visible(str(value)).translate(_PROPERTY)}" for name, value in where.items())
    said = "\n".join(map(visible, [finding.message, *details(finding, lang)]))
    return f"::{_COMMANDS[finding.severity]} {properties}::{said.translate(_DATA)}\n"
