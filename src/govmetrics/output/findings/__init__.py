"""The formats of findings: one module each, named as on the command line.

A format module offers `SUFFIXES`, `WORDS`, `render(report, options)` and, where there is something around the reports,
`head(options)`, `tail(options, totals)` and `BETWEEN`, as the modules of `govmetrics.output` do. A report that leaves
nothing to write is left out: a document is the head, the other reports joined, the tail. `Pages` puts it together.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from msgspec import Struct

from govmetrics.output import offered
from govmetrics.output.findings.record import CheckedReport, Relations, Severities, Summary
from govmetrics.registry import modules


class FindingOptions(Struct, frozen=True):
    """How to render.

    Attributes:
        lang: language of the words that the format adds itself; that of the findings is chosen by `record.checked`.
        width: columns of the terminal; None for no terminal.
        colour: Rich's name of a colour system; None for none.
        statistics: whether formats for people end with the number of findings of each check.
    """

    lang: str = "en"
    width: int | None = None
    colour: str | None = None
    statistics: bool = False


class Unread(Struct, frozen=True):
    """A report that could not be read: its path, empty where there is none, and why."""

    path: str
    message: str


class FindingTotals(Struct):
    """What was written: how many reports, and the sum of their summaries; and what was not, in the order in which it was found out."""

    reports: int = 0
    summary: Summary = Summary(Severities(), {}, Relations())
    unread: list[Unread] = []

    def add(self, summary: Summary) -> None:
        """Count one more report."""
        self.reports += 1
        self.summary = self.summary + summary


class FindingFormat(Struct, frozen=True):
    """A format module, with nothing for what it does not offer."""

    doc: str
    suffixes: tuple[str, ...]
    words: bool
    render: Callable[[CheckedReport, FindingOptions], str]
    head: Callable[[FindingOptions], str]
    tail: Callable[[FindingOptions, FindingTotals], str]
    between: str


class Pages:
    """A document that is written report by report, in what order they come.

    `add` and `end` return what is to be written next.
    """

    def __init__(self, format_: FindingFormat, options: FindingOptions) -> None:
        self.totals = FindingTotals()
        self._format = format_
        self._options = options
        self._filled = False

    def add(self, text: str, summary: Summary) -> str:
        """The next report, as the format rendered it."""
        written = "" if self.totals.reports else self._format.head(self._options)
        self.totals.add(summary)
        if text:
            written += (self._format.between if self._filled else "") + text
            self._filled = True
        return written

    def end(self) -> str:
        """The end of the document; with its beginning when there was no report."""
        head = "" if self.totals.reports else self._format.head(self._options)
        return head + self._format.tail(self._options, self.totals)


def names() -> list[str]:
    """The names of all formats, sorted."""
    return modules(__path__[0])


def get(name: str) -> FindingFormat:
    """The format called `name`, one of `names()`."""
    return FindingFormat(**offered(import_module(f"{__name__}.{name}")))


def by_suffix(suffix: str) -> str | None:
    """The name of the format that writes files ending in `suffix` (with its dot, any case)."""
    return next((name for name in names() if suffix.lower() in get(name).suffixes), None)
