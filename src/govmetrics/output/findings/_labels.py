"""Labels below underlined places, each in a row where there is room for it, joined to its place by bars."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govmetrics.output.findings._text import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govmetrics.output.findings._window import Mark


class _Label(NamedTuple):
    """Text in columns `start` to `end` of row `row`, below the place at column `at`."""

    at: int
    start: int
    end: int
    row: int
    text: str


def labels(marks: Sequence[Mark], room: int) -> list[str]:
    """The rows below the underline; the first, which is empty where nothing fits, continues the underline's row."""
    wanted = sorted(_merged(marks).items(), reverse=True)
    placed: list[_Label] = []
    beside = ""
    if wanted:
        at, text = wanted[0]
        end = max(mark.end for mark in marks)
        if any(mark.start == at and mark.end == end for mark in marks) and end + 1 + width(text) <= room:
            beside = f" {text}"
            del wanted[0]
    for at, text in wanted:
        start = max(0, min(at, room - width(text)))
        row = 1
        while not _free(label := _Label(at, start, start + width(text), row, text), placed):
            row += 1
        placed.append(label)
    return [beside, *(_row(row, placed) for row in range(1, max((label.row for label in placed), default=0) + 1))]


def _merged(marks: Iterable[Mark]) -> dict[int, str]:
    """The roles by the column where their place begins."""
    roles: dict[int, list[str]] = {}
    for mark in marks:
        if mark.role and mark.role not in roles.setdefault(mark.start, []):
            roles[mark.start].append(mark.role)
    return {at: " / ".join(said) for at, said in roles.items() if said}


def _free(label: _Label, placed: Iterable[_Label]) -> bool:
    """Whether `label` touches no other label of its row and no bar of those further down; below all others it always is."""
    for other in placed:
        if other.row == label.row and label.start <= other.end and other.start <= label.end:
            return False
        if other.row > label.row and label.start <= other.at <= label.end:
            return False
    return True


def _row(row: int, placed: Sequence[_Label]) -> str:
    """The labels of a row, and the bars of those further down where no label is."""
    pieces = [(label.start, label.text) for label in placed if label.row == row]
    pieces += [(label.at, "|") for label in placed if label.row > row]
    line, at = "", 0
    for start, text in sorted(pieces, key=lambda piece: (piece[0], piece[1] == "|")):
        if start >= at:
            line += " " * (start - at) + text
            at = start + width(text)
    return line
