"""One report's text to what is known about it: its figures, and where they contradict each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from govmetrics.document import Document, parse
from govmetrics.extract import extract
from govmetrics.model import AnyMetric

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from govmetrics.checks import Outcome
    from govmetrics.finding import Severity
    from govmetrics.rulebook import RuleBook


class Analysis(Struct, frozen=True):
    """A report and its figures, sorted by where they stand."""

    document: Document
    metrics: tuple[AnyMetric, ...]


def analyse(text: str, name: str = "", rulebook: RuleBook | None = None) -> Analysis:
    """Parse `text` and find its figures.

    Args:
        text: a report as decoded; any string will do.
        name: what messages and records call it.
        rulebook: the rules to apply; the built-in ones when None.
    """
    document = parse(text, name)
    return Analysis(document, extract(document, rulebook))


def check(
    document: Document,
    metrics: Sequence[AnyMetric] | None = None,
    ids: Collection[str] | None = None,
    severities: Mapping[str, Severity] | None = None,
) -> Outcome:
    """What is wrong in a report, and what was proved to be right.

    Args:
        document: the report.
        metrics: its figures; found by the built-in rules when None.
        ids: the checks to run, some of `govmetrics.checks.names()`; the default ones when None.
        severities: those that differ from the checks' own, by id.
    """
    from govmetrics import checks
    from govmetrics.view import View

    return checks.run(View(document, extract(document) if metrics is None else metrics), ids, severities)
