"""SARIF 2.1.0, the exchange format of code scanning: rules, results with their places, related places and fingerprints.

Reports that could not be read are notifications of an invocation that was not successful.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

from govmetrics import checks
from govmetrics.model import Span
from govmetrics.output import Options, Totals
from govmetrics.output import json as reports
from govmetrics.output.findings._excerpt import clean
from govmetrics.output.findings._text import details, slashed
from govmetrics.output.record import Reports

if TYPE_CHECKING:
    from govmetrics.document import Document
    from govmetrics.output.findings import FindingOptions, FindingTotals, Unread
    from govmetrics.output.findings.record import CheckedReport, FindingRecord

SUFFIXES: Final = (".sarif",)
WORDS: Final = False
BETWEEN: Final = ",\n"

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_PLAIN: Final = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")


def head(options: FindingOptions) -> str:
    """The log up to its first result, with a rule for each check that there is."""
    generator = msgspec.json.decode(reports.head(Options()) + reports.tail(Options(), Totals(0, {})), type=Reports).generator
    driver = {"name": generator.name, "version": generator.version, "rules": [_rule(id_, options.lang) for id_ in checks.names()]}
    run = {"tool": {"driver": driver}, "language": "zh-CN" if options.lang == "zh" else "en", "columnKind": "unicodeCodePoints"}
    start = msgspec.json.encode(run).decode().removesuffix("}")
    return f'{{"$schema":"{_SCHEMA}","version":"2.1.0","runs":[{start},"results":[\n'


def render(report: CheckedReport, options: FindingOptions) -> str:
    """A result for each finding."""
    uri = _uri(report.record.path)
    places = {id_: index for index, id_ in enumerate(checks.names())}
    results = (_result(finding, report.document, uri, places, options.lang) for finding in report.record.findings)
    return BETWEEN.join(msgspec.json.encode(result).decode() for result in results)


def tail(_: FindingOptions, totals: FindingTotals) -> str:
    """The end of the log, with a notification for each report that could not be read."""
    invocation = {"executionSuccessful": not totals.unread, "toolExecutionNotifications": list(map(_notification, totals.unread))}
    return f'\n],"invocations":[{msgspec.json.encode(invocation).decode()}]}}]}}\n'


def _notification(unread: Unread) -> dict[str, Any]:
    place = [{"physicalLocation": {"artifactLocation": {"uri": _uri(unread.path)}}}] if unread.path else []
    return {"level": "error", "message": _message(unread.message), "locations": place}


def _rule(id_: str, lang: str) -> dict[str, Any]:
    check = checks.get(id_)
    what, why = _message(check.what(lang)), _message(check.why(lang))
    return {
        "id": id_,
        "shortDescription": what,
        "fullDescription": why,
        "help": why,
        "defaultConfiguration": {"level": check.severity, "enabled": check.default},
        "properties": {"tags": [check.group]},
    }


def _result(finding: FindingRecord, document: Document, uri: str, places: dict[str, int], lang: str) -> dict[str, Any]:
    related = [
        _location(document, uri, Span(one.start, one.end)) | {"id": number, "message": _message(one.role)}
        for number, one in enumerate(finding.related, 1)
    ]
    return {
        "ruleId": finding.check,
        "ruleIndex": places.get(finding.check, -1),
        "level": finding.severity,
        "message": _message("\n".join([finding.message, *details(finding, lang)])),
        "locations": [_location(document, uri, Span(finding.start, finding.end))],
        "relatedLocations": related,
        "partialFingerprints": {"govmetrics/v1": finding.fingerprint},
    }


def _location(document: Document, uri: str, span: Span) -> dict[str, Any]:
    line, column = document.position(span.start)
    end_line, end_column = document.position(span.end)
    region = {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
        "snippet": {"text": clean(document.text[span.start : span.end])},
    }
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}


def _message(text: str) -> dict[str, str]:
    """`text` with what SARIF would take for a placeholder or a link made plain."""
    return {"text": text.replace("{", "{{").replace("}", "}}").replace("](", "\\](")}


def _uri(path: str) -> str:
    """`path` as a relative reference, or as a file URI where it is absolute."""
    slashes = slashed(path)
    drive = len(slashes) > 2 and slashes[0].isalpha() and slashes[1:3] == ":/"
    encoded = "".join(chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in slashes.encode())
    if drive:
        return "file:///" + encoded.replace("%3A", ":", 1)
    return "file://" + encoded if encoded.startswith("/") else encoded
