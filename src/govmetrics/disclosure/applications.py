"""The second table of a disclosure report: 25 rows of applications by seven columns of applicants."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from govmetrics.disclosure import blanks
from govmetrics.disclosure import lines as reader
from govmetrics.disclosure.blanks import WIDTH, UnreadError
from govmetrics.disclosure.form import APPLICANTS, APPLICATIONS, MERGED_WORDS, WORDS, Cell, Table
from govmetrics.disclosure.lines import Line, Number


class _Row(NamedTuple):
    """Seven numbers, and whether words on their own line or above a cell a line tell their row."""

    numbers: list[Number]
    labelled: bool

    @property
    def start(self) -> int:
        return self.numbers[0].start

    @property
    def end(self) -> int:
        return self.numbers[-1].end


def read(source: str, text: str, start: int, end: int) -> Table:
    """The table between two offsets of `text`, the folded `source`."""
    lines = reader.read(text, start, end)
    try:
        places, merged = _labels(lines)
        rows = _rows(source, lines, min(places.values()))
        if not rows:
            raise UnreadError("empty")
        cells = _cells(rows, places)
    except UnreadError as error:
        return Table("applications", start, end, {}, {}, unread=error.reason)
    return Table("applications", start, end, cells, places, merged=merged)


def _blank(row: str, column: str, place: int) -> Cell:
    return Cell(row, column, Decimal(0), place, place, assumed=True)


def _labels(lines: list[Line]) -> tuple[dict[str, int], bool]:
    """Where the label of each row stands, and whether （六）其他处理 is one row."""
    words, offsets = reader.stream(lines)
    places: dict[str, int] = {}
    at = 0
    merged = False
    for row in APPLICATIONS:
        if merged and row.id in ("r22", "r23"):
            continue
        found = WORDS[row.id].search(words, at)
        if row.id == "r21" and not (found and found.start() < _total(words, at)):
            found = MERGED_WORDS.search(words, at)
            merged = True
        if found is None:
            raise UnreadError("labels")
        places["r23" if row.id == "r21" and merged else row.id] = offsets[found.start()]
        at = found.end()
    return places, merged


def _total(words: str, at: int) -> int:
    total = WORDS["r24"].search(words, at)
    return total.start() if total else len(words)


def _rows(source: str, lines: list[Line], first: int) -> list[_Row]:
    """The rows of numbers, in order."""
    runs = _runs(lines)
    in_lines = any(len(line.numbers) == WIDTH for run in runs for line in run)
    columns = blanks.columns(source, lines)
    found: list[_Row] = []
    for run in runs:
        if run[-1].start + len(run[-1].text) < first and not any(len(line.numbers) == WIDTH for line in run):
            continue
        found += _row(source, run, columns, in_lines=in_lines, is_last=run is runs[-1])
    return found


def _runs(lines: list[Line]) -> list[list[Line]]:
    """Lines with numbers, and the blank ones between and behind them, up to the next words."""
    runs: list[list[Line]] = []
    is_open = False
    for line in lines:
        if line.numbers:
            if not is_open or line.begins_with_words:
                runs.append([])
            runs[-1].append(line)
            is_open = not line.words or line.words[-1].start < line.numbers[0].start
        elif line.words:
            is_open = False
        elif line.text.strip(" \t|"):  # upright letters
            continue
        elif is_open:
            runs[-1].append(line)
        else:
            runs.append([line])
            is_open = True
    return [run for run in runs if any(line.numbers for line in run)]


def _row(source: str, run: list[Line], columns: list[tuple[int, int]], *, in_lines: bool, is_last: bool) -> list[_Row]:
    numbered = [line for line in run if line.numbers]
    if len(numbered) == 1 and numbered[0].is_barred and len(numbered[0].numbers) < WIDTH and numbered[0].words:
        return [_Row(blanks.barred(numbered[0]), labelled=True)]
    if any(line.numbers[0].start < word.start < line.numbers[-1].start for line in numbered for word in line.words):
        raise UnreadError("numbers")
    full = [line for line in numbered if len(line.numbers) == WIDTH]
    rest = [line for line in numbered if len(line.numbers) != WIDTH]
    if full:
        if any(len(line.numbers) > 1 or line.words for line in rest):
            raise UnreadError("numbers")
        return [_Row(list(line.numbers), line.begins_with_words) for line in full]
    numbers = [number for line in numbered for number in line.numbers]
    labelled = len(numbered) > 1 or numbered[0].begins_with_words
    if len(numbers) == WIDTH:
        return [_Row(numbers, labelled)]
    if len(numbered) > 1 or not in_lines:
        return [_Row(blanks.one_a_line(run, is_last=is_last), labelled=True)]
    if len(numbers) == 1 and not numbered[0].words and not columns:
        return []  # a page number
    return [_Row(blanks.aligned(source, numbered[0], columns), labelled)]


def _cells(rows: list[_Row], places: dict[str, int]) -> dict[tuple[str, str], Cell]:
    labels = list(places.items())
    if len(rows) > len(labels):
        raise UnreadError("numbers")
    owners = _by_order(rows, labels) or _by_label(rows, labels)
    found = {}
    for id_, _, _ in APPLICATIONS:
        row, place = owners.get(id_), places.get(id_, places["r23"])  # r21 and r22 of the old form
        for at, column in enumerate(APPLICANTS):
            number = row.numbers[at] if row else None
            found[id_, column] = Cell(id_, column, *number) if number else _blank(id_, column, place)
    return found


def _by_order(rows: list[_Row], labels: list[tuple[str, int]]) -> dict[str, _Row]:
    """Each row to the label of its rank, if that label stands between the numbers around it; none otherwise."""
    if len(rows) != len(labels):
        return {}
    for at, (_, place) in enumerate(labels):
        if (at and place < rows[at - 1].end) or (at + 1 < len(rows) and place > rows[at + 1].start):
            return {}
    return {id_: row for (id_, _), row in zip(labels, rows, strict=True)}


def _by_label(rows: list[_Row], labels: list[tuple[str, int]]) -> dict[str, _Row]:
    """Each row to the last label before it, where all rows follow their labels; labels without numbers are left out."""
    found: dict[str, _Row] = {}
    for row in rows:
        before = [id_ for id_, place in labels if place < row.start]
        if not row.labelled or not before or before[-1] in found:
            raise UnreadError("labels" if len(rows) == len(labels) else "numbers")
        found[before[-1]] = row
    return found
