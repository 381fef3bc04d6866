"""The formats of comparisons: one module each, named as on the command line.

A format module offers `SUFFIXES` (file name endings that choose it), `WORDS` (whether it is for people and spreadsheets) and
`render(comparison, options)`, which gives the whole document.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from msgspec import Struct

from govmetrics.output.comparison.record import Compared
from govmetrics.registry import modules


class ComparisonOptions(Struct, frozen=True):
    """How to render.

    Attributes:
        lang: language of the words that the format adds itself.
        width: columns of the terminal; None for no limit.
        colour: Rich's name of a colour system; None for none.
    """

    lang: str = "en"
    width: int | None = None
    colour: str | None = None


class ComparisonFormat(Struct, frozen=True):
    """A format module."""

    doc: str
    suffixes: tuple[str, ...]
    words: bool
    render: Callable[[Compared, ComparisonOptions], str]


def names() -> list[str]:
    """The names of all formats, sorted."""
    return modules(__path__[0])


def get(name: str) -> ComparisonFormat:
    """The format called `name`, one of `names()`."""
    module = import_module(f"{__name__}.{name}")
    return ComparisonFormat(doc=(module.__doc__ or "").strip(), suffixes=module.SUFFIXES, words=module.WORDS, render=module.render)


def by_suffix(suffix: str) -> str | None:
    """The name of the format that writes files ending in `suffix` (with its dot, any case)."""
    return next((name for name in names() if suffix.lower() in get(name).suffixes), None)
