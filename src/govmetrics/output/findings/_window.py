"""The lines of a report around some places, clipped to a width, with the places underlined and their roles below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from govmetrics.output.findings._text import visible, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govmetrics.document import Document

ELLIPSIS: Final = "…"
_PRIMARY: Final = "^"
_RELATED: Final = "~"
_STOPS: Final = frozenset("。！？!?")


class Place(NamedTuple):
    """Offsets in the text, the part that is played there, and whether it is the one that the finding is at."""

    start: int
    end: int
    role: str
    primary: bool


class Segment(NamedTuple):
    """What of a place is on one line: offsets into the line."""

    start: int
    end: int
    role: str
    primary: bool


class Window(NamedTuple):
    """A part of a line, `first` to `last`, with the segments in it."""

    line: int
    text: str
    first: int
    last: int
    segments: list[Segment]


class Mark(NamedTuple):
    """Columns of the drawn line, half-open, and what stands below them."""

    start: int
    end: int
    role: str
    primary: bool


def windows(document: Document, places: Iterable[Place], room: int) -> list[Window]:
    """The windows, each at most `room` columns wide, in the order of the text."""
    by_line: dict[int, list[Segment]] = {}
    for place in places:
        for line, segment in _segments(document, place):
            by_line.setdefault(line, []).append(segment)
    return [window for line in sorted(by_line) for window in _clipped(line, _line(document, line), sorted(by_line[line]), room)]


def _segments(document: Document, place: Place) -> Iterator[tuple[int, Segment]]:
    """The place on its first and on its last line."""
    line, column = document.position(place.start)
    last_line, last_column = document.position(place.end)
    if last_line > line and last_column == 1:
        last_line, last_column = last_line - 1, place.end - document.lines[last_line - 2] + 1
    if last_line == line:
        yield line, Segment(column - 1, last_column - 1, place.role, place.primary)
        return
    yield line, Segment(column - 1, len(_line(document, line)), place.role, place.primary)
    yield last_line, Segment(0, last_column - 1, "", place.primary)


def _line(document: Document, number: int) -> str:
    lines = document.lines
    end = lines[number] - 1 if number < len(lines) else len(document.text)
    return document.text[lines[number - 1] : end].removesuffix("\r")


def _clipped(line: int, text: str, segments: Sequence[Segment], room: int) -> Iterator[Window]:
    if len(text) <= room and width(visible(text)) <= room:
        yield Window(line, text, 0, len(text), list(segments))
        return
    room -= 2 * width(ELLIPSIS)
    group: list[Segment] = []
    end = 0
    for segment in segments:
        end = max(end, segment.end)
        if group and not _fits(text, group[0].start, end, room):
            yield _around(line, text, group, room)
            group, end = [], segment.end
        group.append(segment)
    yield _around(line, text, group, room)


def _fits(text: str, start: int, end: int, room: int) -> bool:
    return end - start <= room and width(visible(text[start:end])) <= room


def _around(line: int, text: str, group: list[Segment], room: int) -> Window:
    """The group with as much of the line around it as there is room for, and no more than the sentence needs."""
    first, last = group[0].start, group[0].start
    end = max(segment.end for segment in group)
    while last < min(end, len(text)) and _fits(text, first, last + 1, room):
        last += 1
    used = width(visible(text[first:last]))
    left = right = True
    while left or right:
        left = left and first > 0 and text[first - 1] not in _STOPS
        if left:
            used += width(visible(text[first - 1]))
            left = used <= room
            first -= left
        right = right and last < len(text) and (last == first or text[last - 1] not in _STOPS)
        if right:
            used += width(visible(text[last]))
            right = used <= room
            last += right
    return Window(line, text, first, last, group)


def drawn(window: Window) -> tuple[str, list[Mark]]:
    """The window's line as it is shown, and where its segments are in that."""
    before = ELLIPSIS if window.first > 0 else ""
    after = ELLIPSIS if window.last < len(window.text) else ""
    shown = [visible(sign) for sign in window.text[window.first : window.last]]
    at = width(before)
    columns = [at, *(at := at + width(sign) for sign in shown)]
    marks = []
    for segment in window.segments:
        start = columns[min(max(segment.start - window.first, 0), len(shown))]
        end = columns[min(max(segment.end - window.first, 0), len(shown))]
        marks.append(Mark(start, max(end, start + 1), visible(segment.role), segment.primary))
    return before + "".join(shown) + after, marks


def underline(marks: Iterable[Mark]) -> str:
    """The row below a line: `^` under the primary place, `~` under the others."""
    signs: list[str] = []
    for mark in sorted(marks, key=lambda mark: mark.primary):
        signs += " " * (mark.end - len(signs))
        signs[mark.start : mark.end] = (_PRIMARY if mark.primary else _RELATED) * (mark.end - mark.start)
    return "".join(signs)
