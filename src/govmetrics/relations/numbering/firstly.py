"""Items counted in words: 首先, 其次, 再次, 最后 in one paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics.patterns import compile_
from govmetrics.relations.numbering.headings import WORDS, Mark
from govmetrics.relations.numbering.series import Break, Series

if TYPE_CHECKING:
    from collections.abc import Iterator

_ITEM = compile_(r"(?<![^\n。;:!? ,])首先(?=[,:])|(?<![^\n。;:!? ])(?:首先|其次|再次|最后)(?=[,:]|[是要])")
_FURTHER = compile_(r"(?<![^\n。;:!? ])(?:第[三四五]|[三四五][是要]|此外|另外|同时|还有|然后)")
_NUMBERS = {"首先": 1, "其次": 2, "再次": 3}
_LAST = "最后"


def firstly(text: str) -> tuple[list[Series], list[Break]]:
    """The series of a twin that are counted in words, and the words in them that come twice.

    最后 takes the number after the last. A series that goes on in other words than these is left out.
    """
    found: list[Series] = []
    breaks: list[Break] = []
    if "首先" not in text:
        return found, breaks
    end = -1
    for mark in _marks(text):
        series = found[-1] if found and mark.start < end else None
        if mark.number == 1 and not (series and len(series.marks) == 1):
            found.append(Series(mark))
            line = text.find("\n", mark.start)
            end = len(text) if line < 0 else line
        elif mark.number == 1 and text[mark.start - 1] == ",":
            continue
        elif series and mark.number == series.last:
            breaks.append(Break("repeated", mark, series.last + 1, series.marks[-1]))
            series.broken = True
            series.add(mark, series.last + 1)
        elif series:
            series.add(mark, mark.number or series.last + 1)
            end = mark.end if not mark.number else end
    starts = [series.marks[0].start for series in found] + [len(text)]
    return [series for series, limit in zip(found, starts[1:], strict=True) if not _goes_on(text, series, limit)], breaks


def _marks(text: str) -> Iterator[Mark]:
    for match in _ITEM.finditer(text):
        line = match.start() == 0 or text[match.start() - 1] == "\n"
        yield Mark(WORDS, _NUMBERS.get(match.group(), 0), match.start(), match.end(), line)


def _goes_on(text: str, series: Series, limit: int) -> bool:
    """Whether other words count in its paragraph, before its 最后 or the next series at `limit`."""
    first, last = series.marks[0], series.marks[-1]
    if text.startswith(_LAST, last.start):
        end = last.start
    else:
        line = text.find("\n", last.end, limit)
        end = limit if line < 0 else line
    return _FURTHER.search(text, first.end, end) is not None
