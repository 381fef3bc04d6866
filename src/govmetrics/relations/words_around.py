"""What several checks read in the twin of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics.model import Count, Money, Multiple, Percent
from govmetrics.patterns import compile_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.model import Metric, Span
    from govmetrics.view import View

ENDS = "。;!?\n"
_GROUPED = compile_(r"(?<=\d),(?=\d{3}(?!\d))")
_AMOUNTS = (Count, Money)
CLAUSE_ENDS = ENDS + ",:"


def places(text: str, word: str) -> Iterator[int]:
    """Where `word` begins in `text`."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def before(text: str, at: int, marks: str = CLAUSE_ENDS, most: int = 60) -> str:
    """The words in front of `at`, back to one of `marks`, at most `most` characters."""
    words = text[max(at - most, 0) : at]
    plain = _GROUPED.sub(".", words) if "," in marks and "," in words else words  # no mark in 2,400
    return words[max(plain.rfind(mark) for mark in marks) + 1 :]


def after(text: str, at: int, marks: str = CLAUSE_ENDS, most: int = 60) -> str:
    """The words from `at` on, up to one of `marks`, at most `most` characters."""
    words = text[at : at + most]
    return words[: min((found for mark in marks if (found := words.find(mark)) >= 0), default=most)]


def percents(view: View) -> Iterator[tuple[int, int, Percent]]:
    """Start and end in the twin of every percentage, with the percentage."""
    for at, metric in enumerate(view.metrics):
        if type(metric) is Percent:
            yield view.starts[at], view.ends[at], metric


def multiples(view: View) -> Iterator[tuple[int, int, Multiple]]:
    """Start and end in the twin of every multiple, with the multiple."""
    for at, metric in enumerate(view.metrics):
        if type(metric) is Multiple:
            yield view.starts[at], view.ends[at], metric


def counts(view: View) -> Iterator[tuple[int, int, Count]]:
    """Start and end in the twin of every count, with the count."""
    for at, metric in enumerate(view.metrics):
        if type(metric) is Count:
            yield view.starts[at], view.ends[at], metric


def amounts(view: View) -> Iterator[tuple[int, int, Count | Money]]:
    """Start and end in the twin of every count and amount of money, with the figure."""
    for at, metric in enumerate(view.metrics):
        if isinstance(metric, _AMOUNTS):
            yield view.starts[at], view.ends[at], metric


def shown(view: View, span: Span) -> str:
    """The words of the report at `span` without the signs among them that cannot be seen."""
    words = view.source(span)
    return words if words.isprintable() else "".join(sign for sign in words if sign.isprintable())


def is_hanzi(char: str) -> bool:
    """Whether `char` is a Chinese character."""
    return "\u4e00" <= char <= "\u9fff"


def figures(view: View) -> Iterator[tuple[int, int, Metric]]:
    """Start and end in the twin of every figure, with the figure."""
    return zip(view.starts, view.ends, view.metrics, strict=True)


def share_a_word(one: str, other: str) -> bool:
    """Whether two characters that stand together in `one` do in `other`, too."""
    return any(one[at : at + 2] in other for at in range(len(one) - 1))
