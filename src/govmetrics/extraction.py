"""Extraction: every figure of a document as a typed record.

The rule book says where figures are, `values` what they say, `context` what the words around them add.
"""

from __future__ import annotations

from bisect import bisect_right

from govmetrics import tables, values
from govmetrics.context import Context
from govmetrics.dates import Years
from govmetrics.document import Document
from govmetrics.figure import Figure
from govmetrics.model import AnyMetric, Count, Date, Money, Multiple, Percent, Points, Rank, Section
from govmetrics.patterns import compile_
from govmetrics.rulebook import NO_FIGURE, RuleBook, load

_GROUPS = compile_(r"(?<![\d.,])\d{1,3}(?:,\d+)*,$")
_TYPES: dict[str, type[Count | Money | Percent | Points | Multiple | Rank]] = {
    "count": Count,
    "money": Money,
    "percent": Percent,
    "points": Points,
    "multiple": Multiple,
    "rank": Rank,
}


def extract(document: Document, rulebook: RuleBook | None = None) -> tuple[AnyMetric, ...]:
    """The figures of `document`, by place.

    Raises:
        RuleErrors: the built-in rules are to be loaded and are broken.
        RuleError: a user's pattern runs away.
    """
    book = rulebook or load()
    figures = _found(document, book)
    Context.of(book).read(document, figures)
    text = document.twin.text
    figures = [figure for figure in figures if not figure.doubtful or (figure.bound != "exact" and text[figure.start - 1] != "每")]
    cells = tables.cells(text, book)
    return tuple(_metrics(document, _merged(figures, cells) if cells else figures))


def _merged(figures: list[Figure], cells: list[Figure]) -> list[Figure]:
    """Figures and cells by place; where they overlap the cell is right, as a cell ends where a neighbour's words begin."""
    merged: list[Figure] = []
    taken = iter(cells)
    cell = next(taken, None)
    for figure in figures:
        while cell is not None and cell.end <= figure.start:
            merged.append(cell)
            cell = next(taken, None)
        if cell is None or figure.end <= cell.start or (figure.dates and figure.start < cell.start):
            merged.append(figure)
    while cell is not None:
        merged.append(cell)
        cell = next(taken, None)
    return _disjoint(merged)


def _disjoint(figures: list[Figure]) -> list[Figure]:
    kept: list[Figure] = []
    for figure in figures:
        if not kept or figure.start >= kept[-1].end:
            kept.append(figure)
    return kept


def _found(document: Document, book: RuleBook) -> list[Figure]:
    text, torn = document.twin.text, document.twin.torn
    years = Years(document)
    found = []
    for groups, match in book.scan(text):
        if groups.kind == NO_FIGURE:
            continue
        start = match.start()
        if not (torn and start in torn) and not (text[start - 1 : start] == "," and _is_rest(document, groups.kind, start)):
            figure = values.figure(groups, match, years)
            if figure is not None:
                found.append(figure)
    return found


def _is_rest(document: Document, kind: str, start: int) -> bool:
    """Whether a number is the end of 1,2345, whose commas do not part it by threes; a full-width comma parts two numbers."""
    text = document.twin.text
    if kind == "date" or not _GROUPS.search(text, max(0, start - 30), start):
        return False
    return document.text[document.twin.origin(start - 1)] == ","


def _metrics(document: Document, figures: list[Figure]) -> list[AnyMetric]:
    text, twin = document.text, document.twin
    sections = document.sections
    starts = [section.span.start for section in sections]
    metrics: list[AnyMetric] = []
    for figure in figures:
        span = twin.span(figure.start, figure.end)
        written = text[span.start : span.end]
        label = _source_words(document, figure) if twin.traditional else figure.label
        section = _path(sections, starts, span.start)
        rule, period = figure.rule, figure.period
        if figure.dates:
            first, last, precision = figure.dates
            metrics.append(
                Date(
                    span=span,
                    text=written,
                    rule=rule,
                    label=label,
                    period=period,
                    section=section,
                    start=first,
                    end=last,
                    precision=precision,
                )
            )
        elif figure.low is not None and figure.high is not None:
            metrics.append(
                _TYPES[figure.kind](
                    span=span, text=written, rule=rule, label=label, period=period, section=section,
                    bound=figure.bound, change=figure.change, basis=figure.basis, low=figure.low, high=figure.high,
                    unit=_as_written(figure, written) if twin.traditional else figure.unit,
                )
            )  # fmt: skip
    return metrics


def _source_words(document: Document, figure: Figure) -> str:
    """The label in the characters of a traditional report: the same words near the figure in the source."""
    twin, label = document.twin, figure.label
    at = twin.text.rfind(label, max(0, figure.start - 400), figure.end + 60) if label else -1
    if at < 0:
        return label
    span = twin.span(at, at + len(label))
    return "".join(document.text[span.start : span.end].split())


def _as_written(figure: Figure, written: str) -> str:
    """The unit in the traditional characters of its report."""
    if figure.unit in ("", "%", "‰") or figure.rule == tables.RULE:
        return figure.unit
    return "".join(written.split())[-len(figure.unit) :]


def _path(sections: tuple[Section, ...], starts: list[int], offset: int) -> str:
    """The headings above `offset`: the last section that began and has not ended."""
    at = bisect_right(starts, offset) - 1
    while at >= 0 and sections[at].span.end <= offset:
        at -= 1
    return sections[at].path if at >= 0 else ""
