"""Findings as people read them: the source with every figure involved underlined, the arithmetic, and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from govmetrics.messages import say
from govmetrics.output.findings._labels import labels
from govmetrics.output.findings._summary import statistics, summarise
from govmetrics.output.findings._text import details, status_word, verdict_text, visible
from govmetrics.output.findings._window import Place, Window, drawn, underline, windows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govmetrics.document import Document
    from govmetrics.output.findings import FindingOptions, FindingTotals
    from govmetrics.output.findings.record import CheckedReport, FindingRecord, VerdictRecord

    # Pieces of text with Rich's name of a style each.
    Drawn: TypeAlias = list[tuple[str, str]]

SUFFIXES: Final = (".txt",)
WORDS: Final = True

_WIDTH: Final = 80
_NARROWEST: Final = 40
_WIDEST: Final = 120
_STYLES: Final = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}
_VERDICT_STYLES: Final = {"fails": "red", "not-assessable": "dim"}


def render(report: CheckedReport, options: FindingOptions) -> str:
    """Each finding with its source, then a line for each verdict."""
    lines: list[Drawn] = []
    for finding in report.record.findings:
        lines += _finding(finding, report.document, options)
    lines += [_verdict(verdict, options.lang) for verdict in report.record.verdicts]
    if report.record.verdicts:
        lines.append([])
    return _written(lines, options.colour)


def tail(options: FindingOptions, totals: FindingTotals) -> str:
    """How many findings each check has, where that is asked for, and what was found and verified in all."""
    counted = statistics(totals) if options.statistics else ""
    return (counted and counted + "\n") + "\n".join(summarise(totals, options.lang)) + "\n"


def _finding(finding: FindingRecord, document: Document, options: FindingOptions) -> Iterator[Drawn]:
    style = _STYLES[finding.severity]
    place = visible(f"{finding.path}:{finding.line}:{finding.column}")
    yield [(place, "bold"), (" ", ""), (say(options.lang, finding.severity), style), (f" {visible(finding.check)}", "dim")]
    yield [(visible(finding.message), "bold")]
    places = [Place(finding.start, finding.end, "", True)]
    places += [Place(one.start, one.end, one.role, False) for one in finding.related]
    limit = min(max(options.width or _WIDTH, _NARROWEST), _WIDEST)
    # The gutter takes as much as the longest line number and three signs around it.
    gutter = max(len(str(document.position(place.end)[0])) for place in places)
    room = limit - gutter - 3
    yield from _source(windows(document, places, room), gutter, room, style)
    yield from ([(" " * gutter + " = ", "bold blue"), (visible(said), "")] for said in details(finding, options.lang))
    yield []


def _source(shown: Sequence[Window], gutter: int, room: int, style: str) -> Iterator[Drawn]:
    empty = (" " * gutter + " | ", "bold blue")
    previous = None
    for window in shown:
        if previous is not None and window.line != previous + 1:
            yield [("...", "bold blue")]
        previous = window.line
        text, marks = drawn(window)
        yield [(f"{window.line:>{gutter}} | ", "bold blue"), (text, "")]
        beside, *below = labels(marks, room)
        yield [empty, *_styled(underline(marks), style), (beside, "bold blue")]
        yield from ([empty, (row, "bold blue")] for row in below)


def _styled(row: str, style: str) -> Drawn:
    """An underline with the primary place in the colour of the severity."""
    pieces: Drawn = []
    for sign in row:
        kind = style if sign == "^" else "bold blue"
        if pieces and pieces[-1][1] == kind:
            pieces[-1] = (pieces[-1][0] + sign, kind)
        else:
            pieces.append((sign, kind))
    return pieces


def _verdict(verdict: VerdictRecord, lang: str) -> Drawn:
    place = visible(f"{verdict.path}:{verdict.line}:{verdict.column}")
    said = visible(verdict_text(verdict, lang))
    style = _VERDICT_STYLES.get(verdict.verdict, "green")
    return [
        (place, "bold"),
        (" ", ""),
        (status_word(verdict.verdict, lang), style),
        (f" {said}", ""),
        (f" [{visible(verdict.check)}]", "dim"),
    ]


def _written(lines: Sequence[Drawn], colour: str | None) -> str:
    if colour is None:
        return "".join("".join(text for text, _ in line).rstrip(" ") + "\n" for line in lines)
    from govmetrics.output import _terminal

    return _terminal.paint(lines, colour)
