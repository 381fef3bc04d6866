"""One report's text to what is known about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from govmetrics.document import Document, parse
from govmetrics.extract import extract
from govmetrics.model import AnyMetric

if TYPE_CHECKING:
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
