"""One report's text to what is known about it: its figures, and where they contradict each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from govmetrics.document import Document, parse
from govmetrics.extraction import extract
from govmetrics.model import AnyMetric

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from govmetrics.checks import Outcome
    from govmetrics.finding import Severity
    from govmetrics.packs import Pack
    from govmetrics.rulebook import RuleBook
    from govmetrics.view import View


class Analysis(Struct, frozen=True):
    """A report and its figures, sorted by where they stand.

    Attributes:
        pack: the indicator pack that gave the figures their indicators; None where none has been looked for, or none fits.
    """

    document: Document
    metrics: tuple[AnyMetric, ...]
    pack: str | None = None


def analyse(text: str, name: str = "", rulebook: RuleBook | None = None) -> Analysis:
    """Parse `text` and find its figures.

    Args:
        text: a report as decoded; any string will do.
        name: what messages and records call it.
        rulebook: the rules to apply; the built-in ones when None.
    """
    document = parse(text, name)
    return Analysis(document, extract(document, rulebook))


def indicate(analysis: Analysis, pack: str = "", rules: Sequence[str] = ()) -> Analysis:
    """`analysis` with the indicators that its figures are of.

    Args:
        analysis: a report and its figures.
        pack: the indicator pack; the one of the report's genre when empty, none at all for `none`.
        rules: folders of rules, whose packs extend the built-in ones.

    Raises:
        RuleErrors: a pack file is broken.
        UsageError: there is no such pack.
    """
    view = _indicated(analysis, pack, rules)
    return analysis if not (view and view.pack) else Analysis(analysis.document, tuple(view.metrics), view.pack.id)


def review(
    analysis: Analysis,
    ids: Collection[str] | None = None,
    severities: Mapping[str, Severity] | None = None,
    last: Analysis | None = None,
    pack: str = "",
    rules: Sequence[str] = (),
) -> Outcome:
    """What `check` says of a report whose figures have been found, and which have no indicators yet.

    Args:
        analysis: a report and its figures.
        ids, severities, last: as for `check`.
        pack, rules: as for `indicate`.

    Raises:
        RuleErrors: a pack file is broken.
        UsageError: there is no such pack.
    """
    from govmetrics import checks
    from govmetrics.view import View

    view = _indicated(analysis, pack, rules) or View(analysis.document, analysis.metrics)
    view.last = None if last is None else View(last.document, last.metrics)
    return checks.run(view, ids, severities)


def _indicated(analysis: Analysis, pack: str, rules: Sequence[str]) -> View | None:
    """The view of a report with its indicators; None where no pack is for it."""
    from govmetrics import packs

    chosen = packs.load(rules).named(pack, analysis.document)
    if chosen is None:
        return None
    from govmetrics import indicating
    from govmetrics.view import View

    view = View(analysis.document, analysis.metrics)
    return view.indicated(indicating.indicate(view, chosen), chosen)


def pack_of(analysis: Analysis, rules: Sequence[str] = ()) -> Pack | None:
    """The indicator pack that gave the figures of `analysis` their indicators; `rules` as for `indicate`."""
    if analysis.pack is None:
        return None
    from govmetrics import packs

    return packs.load(rules).get(analysis.pack)


def check(
    document: Document,
    metrics: Sequence[AnyMetric] | None = None,
    ids: Collection[str] | None = None,
    severities: Mapping[str, Severity] | None = None,
    last: Analysis | None = None,
    pack: Pack | None = None,
) -> Outcome:
    """What is wrong in a report, and what was proved to be right.

    Args:
        document: the report.
        metrics: its figures; found by the built-in rules when None, with the indicators of the built-in pack of its genre.
        ids: the checks to run, some of `govmetrics.checks.names()`; the default ones when None.
        severities: those that differ from the checks' own, by id.
        last: the report of the year before, for the checks that compare with it.
        pack: the indicator pack that gave `metrics` their indicators, for the checks of its relations and duties.
    """
    from govmetrics import checks
    from govmetrics.view import View

    if metrics is None:
        return review(Analysis(document, extract(document)), ids, severities, last)
    before = None if last is None else View(last.document, last.metrics)
    return checks.run(View(document, metrics, before, pack), ids, severities)
