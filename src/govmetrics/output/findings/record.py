"""The public records of findings and verdicts: frozen, and apart from the inner types."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Final, Literal, TypeAlias

from msgspec import Meta, Struct, structs

from govmetrics.document import Document
from govmetrics.finding import SEVERITIES, STATUSES, Group, Severity, Status
from govmetrics.output.findings._excerpt import LONGEST, clean, snippet
from govmetrics.output.record import Generator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmetrics.finding import Finding, Phrase, Related, Verdict

VERSION: Final = 1
FINDING_SCHEMA: Final = f"urn:govmetrics:schema:finding:{VERSION}"
VERDICT_SCHEMA: Final = f"urn:govmetrics:schema:verdict:{VERSION}"
FINDINGS_SCHEMA: Final = f"urn:govmetrics:schema:findings:{VERSION}"

Path: TypeAlias = Annotated[str, Meta(description="the report, as it was named on the command line")]
Line: TypeAlias = Annotated[int, Meta(description="line of the first character; 1-based", ge=1)]
Column: TypeAlias = Annotated[int, Meta(description="column of the first character in code points; 1-based", ge=1)]
Start: TypeAlias = Annotated[int, Meta(description="offset of the first character in code points; 0-based", ge=0)]
End: TypeAlias = Annotated[int, Meta(description="offset after the last character in code points", ge=0)]
Check: TypeAlias = Annotated[str, Meta(description="id of the check")]
Text: TypeAlias = Annotated[str, Meta(description="the source at start:end, verbatim")]
Arithmetic: TypeAlias = Annotated[str, Meta(description="the calculation in digits; empty where there is none")]
Number: TypeAlias = Annotated[int, Meta(ge=0)]


class RelatedRecord(Struct, frozen=True):
    """Another place that a finding or a verdict is about."""

    start: Start
    end: End
    line: Line
    column: Column
    role: Annotated[str, Meta(description="the part that it plays: total, part, base …")]
    text: Text


class FindingRecord(Struct, frozen=True):
    """Something wrong at one place of one report: a line of NDJSON."""

    path: Path
    line: Line
    column: Column
    end_line: Annotated[int, Meta(description="line of the place after the last character; 1-based", ge=1)]
    end_column: Annotated[int, Meta(description="column after the last character in code points; 1-based", ge=1)]
    start: Start
    end: End
    check: Check
    group: Annotated[Group, Meta(description="the group that the check is in")]
    severity: Annotated[Severity, Meta(description="how sure and how grave it is")]
    message: Annotated[str, Meta(description="what is wrong")]
    help: Annotated[str | None, Meta(description="how to mend it, where one edit does")]
    expected: Annotated[str, Meta(description="what should stand there; empty where that is not known")]
    found: Annotated[str, Meta(description="what stands there; empty where nothing is expected")]
    arithmetic: Arithmetic
    fingerprint: Annotated[str, Meta(description="the same for the same finding after edits elsewhere in the report")]
    snippet: Annotated[str, Meta(description=f"the words around it on one line, at most {LONGEST} characters")]
    related: Annotated[list[RelatedRecord], Meta(description="the other places involved")]


class VerdictRecord(Struct, frozen=True):
    """What was found of a relation between figures: a line of NDJSON with `--show-verified`."""

    path: Path
    line: Line
    column: Column
    start: Start
    end: End
    check: Check
    verdict: Annotated[Status, Meta(description="whether the relation holds")]
    text: Text
    arithmetic: Arithmetic
    reason: Annotated[str | None, Meta(description="why it cannot be assessed, or which base fits")]
    related: Annotated[list[RelatedRecord], Meta(description="the other figures involved")]


class Severities(Struct, frozen=True):
    """How many findings there are of each severity."""

    error: Number = 0
    warning: Number = 0
    note: Number = 0


class Relations(Struct, frozen=True, rename="kebab"):
    """How many relations between figures there are of each verdict."""

    holds: Number = 0
    holds_if_truncated: Number = 0
    holds_with_another_base: Number = 0
    fails: Number = 0
    not_assessable: Number = 0


class Summary(Struct, frozen=True):
    """What was found, in numbers."""

    findings: Severities
    checks: Annotated[dict[str, Number], Meta(description="how many findings there are of each check")]
    relations: Relations
    suppressed: Annotated[Number, Meta(description="findings left out because the configuration says so")] = 0
    baselined: Annotated[Number, Meta(description="findings left out because the baseline has them")] = 0

    def __add__(self, other: Summary) -> Summary:
        return Summary(
            Severities(*map(sum, zip(structs.astuple(self.findings), structs.astuple(other.findings), strict=True))),
            dict(Counter(self.checks) + Counter(other.checks)),
            Relations(*map(sum, zip(structs.astuple(self.relations), structs.astuple(other.relations), strict=True))),
            self.suppressed + other.suppressed,
            self.baselined + other.baselined,
        )


class ReportRecord(Struct, frozen=True):
    """One report with its findings."""

    path: Path
    encoding: Annotated[str, Meta(description="how its bytes were decoded")]
    title: Annotated[str | None, Meta(description="its title")]
    year: Annotated[int | None, Meta(description="the year that it reports on")]
    findings: Annotated[list[FindingRecord], Meta(description="its findings in the order of the text")]
    verdicts: Annotated[list[VerdictRecord], Meta(description="the relations between its figures; empty unless asked for")]
    summary: Summary


class CheckedReports(Struct, frozen=True):
    """The document that `check --format json` writes."""

    schema: Annotated[Literal["urn:govmetrics:schema:findings:1"], Meta(description="which schema it follows")]
    generator: Generator
    reports: list[ReportRecord]


class CheckedReport(Struct, frozen=True):
    """What formats render: the public record, and the document for those that show the source."""

    record: ReportRecord
    document: Document

    @property
    def summary(self) -> Summary:
        return self.record.summary


def checked(
    document: Document,
    encoding: str,
    findings: Sequence[Finding],
    verdicts: Sequence[Verdict],
    lang: str,
    *,
    show_verified: bool = False,
    suppressed: int = 0,
    baselined: int = 0,
) -> CheckedReport:
    """The public record of a report with its findings, in `lang`.

    Args:
        document: the report.
        encoding: how its bytes were decoded.
        findings: those that are shown.
        verdicts: all of them; they are counted, and listed with `show_verified`.
        lang: the language of the words, `zh` or `en`.
        show_verified: whether the verdicts are listed.
        suppressed, baselined: how many findings the configuration and the baseline took out.
    """
    found = [_finding(document, finding, lang) for finding in findings]
    severities = Counter(finding.severity for finding in findings)
    statuses = Counter(verdict.status for verdict in verdicts)
    summary = Summary(
        Severities(*(severities[severity] for severity in SEVERITIES)),
        dict(sorted(Counter(finding.check for finding in findings).items())),
        Relations(*(statuses[status] for status in STATUSES)),
        suppressed,
        baselined,
    )
    listed = [_verdict(document, verdict, lang) for verdict in verdicts] if show_verified else []
    title = document.title and clean(document.title)
    return CheckedReport(ReportRecord(clean(document.name), encoding, title, document.year, found, listed, summary), document)


def _finding(document: Document, finding: Finding, lang: str) -> FindingRecord:
    span = finding.span
    return FindingRecord(
        clean(document.name),
        *document.position(span.start),
        *document.position(span.end),
        span.start,
        span.end,
        finding.check,
        finding.group,
        finding.severity,
        clean(finding.message(lang)),
        _words(finding.help, lang),
        clean(finding.expected),
        clean(finding.found),
        clean(finding.arithmetic),
        finding.fingerprint,
        clean(snippet(document.text, span)),
        _related(document, finding.related, lang),
    )


def _verdict(document: Document, verdict: Verdict, lang: str) -> VerdictRecord:
    span = verdict.span
    return VerdictRecord(
        clean(document.name),
        *document.position(span.start),
        span.start,
        span.end,
        verdict.check,
        verdict.status,
        clean(document.text[span.start : span.end]),
        clean(verdict.arithmetic),
        _words(verdict.reason, lang),
        _related(document, verdict.related, lang),
    )


def _related(document: Document, related: Sequence[Related], lang: str) -> list[RelatedRecord]:
    return [
        RelatedRecord(
            one.span.start,
            one.span.end,
            *document.position(one.span.start),
            clean(one.role(lang)),
            clean(document.text[one.span.start : one.span.end]),
        )
        for one in related
    ]


def _words(phrase: Phrase | None, lang: str) -> str | None:
    return None if phrase is None else clean(phrase(lang))
