"""A report as it is searched: its text, the twin, its headings, and what its head says of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from govmetrics import head
from govmetrics.model import Section, Span
from govmetrics.patterns import compile_
from govmetrics.sections import sections
from govmetrics.twin import Twin, make

_SENTENCE = compile_(r"[^。!?\n]+[。!?]?”?")


class Document(Struct, frozen=True):
    """A parsed report. Spans and offsets count code points of `text`.

    Attributes:
        name: where it came from, as printed in results.
        text: the source as decoded.
        twin: the form that rules search; see `govmetrics.twin`.
        sections: the headings with their reach, in order of their place.
        title, issuer, published: from the head of the text; None where it does not say. `published` is ISO 8601.
        year: the report's year: of its title, else of the period that it says it covers, else the latest year it reports on.
        review: the year that its figures are of; before `year` in a work report, which looks back.
    """

    name: str
    text: str
    twin: Twin
    sections: tuple[Section, ...]
    title: str | None
    issuer: str | None
    published: str | None
    year: int | None
    review: int | None
    lines: list[int]

    def position(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column of `offset`, in code points; only a line feed ends a line."""
        line = bisect_right(self.lines, offset)
        return line, offset - self.lines[line - 1] + 1

    def sentences(self) -> Iterator[Span]:
        """The sentences of the text in order; a line break ends one where the text is not wrapped."""
        for match in _SENTENCE.finditer(self.twin.text):
            yield self.twin.span(*match.span())


def parse(text: str, name: str = "") -> Document:
    """The document of `text`; never fails, and takes time linear in its length."""
    twin = make(text)
    return Document(name, text, twin, sections(twin), *head.read(twin.text), _lines(text))


def _lines(text: str) -> list[int]:
    lines = [0]
    at = text.find("\n")
    while at >= 0:
        lines.append(at + 1)
        at = text.find("\n", at + 1)
    return lines
