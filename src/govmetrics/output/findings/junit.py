"""JUnit XML for continuous integration: a suite a report, a test a finding; errors and warnings fail, notes are only told.

A report that could not be read is a test with an error.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govmetrics.output.findings._text import details

if TYPE_CHECKING:
    from govmetrics.output.findings import FindingOptions, FindingTotals, Unread
    from govmetrics.output.findings.record import CheckedReport, FindingRecord

SUFFIXES: Final = (".xml",)
WORDS: Final = False

_INVALID: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SIGNS: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})


def head(_: FindingOptions) -> str:
    """The document up to its first report; it names no encoding, so it is UTF-8 or ASCII with references."""
    return '<?xml version="1.0"?>\n<testsuites name="govmetrics">\n'


def render(report: CheckedReport, options: FindingOptions) -> str:
    """One report as a suite; one without findings has a single test, which passes."""
    path, findings = _escaped(report.record.path), report.record.findings
    cases = [_case(finding, path, options.lang) for finding in findings] or [f'<testcase classname="{path}" name="check"/>']
    failures = sum(finding.severity != "note" for finding in findings)
    start = f'<testsuite name="{path}" tests="{len(cases)}" failures="{failures}" errors="0" skipped="0">'
    return "\n".join([start, *cases, "</testsuite>\n"])


def tail(_: FindingOptions, totals: FindingTotals) -> str:
    """The end of the document, with a suite of one test for each report that could not be read."""
    return "".join(map(_error, totals.unread)) + "</testsuites>\n"


def _error(unread: Unread) -> str:
    path = _escaped(unread.path or "govmetrics")
    start = f'<testsuite name="{path}" tests="1" failures="0" errors="1" skipped="0">'
    case = f'<testcase classname="{path}" name="check"><error message="{_escaped(unread.message)}"/></testcase>'
    return f"{start}\n{case}\n</testsuite>\n"


def _case(finding: FindingRecord, path: str, lang: str) -> str:
    said = _escaped("\n".join([finding.message, *details(finding, lang), finding.snippet]))
    if finding.severity == "note":
        inner = f"<system-out>{said}</system-out>"
    else:
        inner = f'<failure type="{finding.severity}" message="{_escaped(finding.message)}">{said}</failure>'
    name = _escaped(f"{finding.check} {finding.line}:{finding.column}")
    return f'<testcase classname="{path}" name="{name}" file="{path}" line="{finding.line}">{inner}</testcase>'


def _escaped(text: str) -> str:
    """`text` for an attribute or an element, without what XML cannot hold."""
    return _INVALID.sub("", text).translate(_SIGNS)
