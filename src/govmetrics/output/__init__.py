"""The output formats: one module each, named as on the command line.

A format module offers `SUFFIXES` (file name endings that choose it), `WORDS` (whether its column headings are words for
people, and a byte order mark makes sense) and pure functions: `render(report, options)` and, where there is something
around the reports, `head(options)`, `tail(options, totals)` and the text `BETWEEN` two reports. A document is the head,
the reports joined, the tail: so reports can be rendered anywhere and only be put together in one place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import ModuleType
from typing import Any

from msgspec import Struct

from govmetrics.output.record import FIELDS, Report
from govmetrics.registry import modules


class Options(Struct, frozen=True):
    """How to render.

    Attributes:
        fields: which fields, in which order; empty for the format's own choice.
        headers: language of column headings, `en` or `zh`.
        lang: language of the words that the format adds itself.
        width: columns of the terminal; None for no limit.
        colour: Rich's name of a colour system; None for none.
    """

    fields: tuple[str, ...] = ()
    headers: str = "en"
    lang: str = "en"
    width: int | None = None
    colour: str | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The chosen fields, or all."""
        return self.fields or FIELDS


class Totals(Struct):
    """What was written: how many reports, and how many figures of each kind."""

    reports: int
    kinds: dict[str, int]

    @property
    def figures(self) -> int:
        return sum(self.kinds.values())

    def add(self, kinds: Mapping[str, int]) -> None:
        """Count one more report with so many figures of each kind."""
        self.reports += 1
        for kind, number in kinds.items():
            self.kinds[kind] = self.kinds.get(kind, 0) + number


class Format(Struct, frozen=True):
    """A format module, with nothing for what it does not offer."""

    doc: str
    suffixes: tuple[str, ...]
    words: bool
    render: Callable[[Report, Options], str]
    head: Callable[[Options], str]
    tail: Callable[[Options, Totals], str]
    between: str


def names() -> list[str]:
    """The names of all formats, sorted."""
    return modules(__path__[0])


def get(name: str) -> Format:
    """The format called `name`, one of `names()`."""
    return Format(**offered(import_module(f"{__name__}.{name}")))


def by_suffix(suffix: str) -> str | None:
    """The name of the format that writes files ending in `suffix` (with its dot, any case)."""
    return next((name for name in names() if suffix.lower() in get(name).suffixes), None)


def offered(module: ModuleType) -> dict[str, Any]:
    """What a format module offers, under the names of a format's fields; nothing for what it leaves out."""
    return {
        "doc": (module.__doc__ or "").strip(),
        "suffixes": module.SUFFIXES,
        "words": module.WORDS,
        "render": module.render,
        "head": getattr(module, "head", _nothing),
        "tail": getattr(module, "tail", _nothing),
        "between": getattr(module, "BETWEEN", ""),
    }


def _nothing(*_: object) -> str:
    return ""
