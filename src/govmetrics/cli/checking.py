"""The job of `check`: what is wrong in a report, less what its settings and its baseline let pass."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from govmetrics import analyse
from govmetrics.cli import baseline, suppress
from govmetrics.cli.jobs import Job, Result
from govmetrics.cli.settings import FailOn, Suppression
from govmetrics.errors import GovmetricsError, ReadError
from govmetrics.finding import SEVERITIES, Severity
from govmetrics.output import findings as formats
from govmetrics.output.findings import FindingOptions
from govmetrics.output.findings.record import Relations, Severities, Summary, checked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmetrics.analyse import Analysis
    from govmetrics.cli.lastyear import LastYear
    from govmetrics.finding import Finding
    from govmetrics.reading import Source


class MissingError(ReadError):
    """A folder has no report of the year before: no failure, as not every body is in it."""


class Plan(Struct, frozen=True):
    """What holds for the reports of one folder.

    Attributes:
        checks: the ids of the checks that run.
        severities: those that differ from the checks' own, by id.
        suppress: the entries that have not expired.
        baseline: the path of the baseline file.
    """

    checks: tuple[str, ...]
    severities: dict[str, Severity]
    fail_on: FailOn
    lang: str
    suppress: tuple[Suppression, ...]
    baseline: str | None


class CheckResult(Result):
    """One report checked.

    Attributes:
        failing: whether it has findings at or above the severity that makes the run fail.
        used: places of the entries of `[[suppress]]` that let one of its findings pass.
        entries: its findings as a baseline names them; empty where there is no baseline.
        alone: why it was not compared with last year's report although that was asked for.
    """

    summary: Summary = Summary(Severities(), {}, Relations())
    failing: bool = False
    used: tuple[str, ...] = ()
    entries: tuple[baseline.Entry, ...] = ()
    alone: GovmetricsError | None = None


class CheckJob(Job, frozen=True):
    """Checks a report and renders what is wrong.

    Attributes:
        format: name of the output format.
        options: how to render, apart from the language.
        plans: what holds, by folder as `folder` gives it.
        known: the known findings, by the path of the baseline file and the path in it.
        renew: whether the baseline files are written anew, so that everything is known.
        show_verified: whether verdicts are listed.
        against: where last year's reports are.
        pack: the indicator pack; empty for that of a report's genre.
    """

    format: str
    options: FindingOptions
    plans: dict[str, Plan]
    known: dict[str, dict[str, frozenset[tuple[str, str]]]]
    renew: bool = False
    show_verified: bool = False
    against: LastYear | None = None
    pack: str = ""

    def result(self, source: Source, analysis: Analysis, encoding: str) -> CheckResult:
        """The findings as the format writes them."""
        plan, document = self.plans[folder(source)], analysis.document
        last, alone = self._last(analysis)
        outcome = analyse.review(analysis, plan.checks, plan.severities, last, self.pack, self.rules)
        entries = [one for one in plan.suppress if suppress.concerns(one, suppress.relative(source.path, one.folder))]
        left, used = suppress.split(outcome.findings, entries, document.text)
        shown, named = self._new(left, plan, source)
        report = checked(
            document,
            encoding,
            shown,
            outcome.verdicts,
            plan.lang,
            show_verified=self.show_verified,
            suppressed=len(outcome.findings) - len(left),
            baselined=len(left) - len(shown),
        )
        text = formats.get(self.format).render(report, structs.replace(self.options, lang=plan.lang))
        return CheckResult(
            source,
            text,
            summary=report.summary,
            failing=_fails(shown, plan.fail_on),
            used=tuple(entry.place for entry in used),
            entries=named,
            alone=alone,
        )

    def _last(self, analysis: Analysis) -> tuple[Analysis | None, GovmetricsError | None]:
        """The report of the year before, or why there is none where one is asked for."""
        if self.against is None:
            return None, None
        try:
            return self.against.of(analysis.document, analysis.metrics), None
        except ReadError as error:
            return None, error

    def _new(self, findings: Sequence[Finding], plan: Plan, source: Source) -> tuple[list[Finding], tuple[baseline.Entry, ...]]:
        """The findings that the baseline has not, and all of them as it names them."""
        if plan.baseline is None:
            return list(findings), ()
        path = suppress.relative(source.path, os.path.dirname(plan.baseline))
        entries = tuple(baseline.Entry(path, one.check, one.fingerprint, one.message.zh) for one in findings)
        if self.renew:
            return [], entries
        known = self.known[plan.baseline].get(path, frozenset())
        return [one for one in findings if (one.check, one.fingerprint) not in known], entries


def folder(source: Source) -> str:
    """The folder that says which settings hold for `source`; empty for standard input, which the working directory rules."""
    return "" if source.path is None else os.path.dirname(os.path.abspath(source.path))


def _fails(findings: Sequence[Finding], limit: FailOn) -> bool:
    return limit != "never" and any(SEVERITIES.index(one.severity) <= SEVERITIES.index(limit) for one in findings)
