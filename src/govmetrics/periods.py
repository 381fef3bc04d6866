"""The year of figures that have none beside them: of the half of the report where they stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from govmetrics.patterns import compile_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.document import Document

_HALF = "(?:工作|任务|目标|安排|打算|计划(?!生育)|思路|回顾|总结|要求|取向|部署|重点|展望|举措|建议|情况)[^\n]{0,12}$"
_DATED = compile_(rf"(?:关于|对)?((?:19|20)\d\d)年度?(?!以来|至|到|前|底|末|初|[—~-])(?=[^\n]*{_HALF})")
_NEXT = compile_(rf"(?:关于|对)?(?:今年(?!以来)|下一步|下步|下一阶段|下阶段|下一年度?|明年|来年|今后一年)(?=[^\n]*{_HALF})")
_FIRST = frozenset("关对12今下明来过一去")
_YEAR = compile_(r"(?:19|20)\d\d(?=年|[—~-])|今年|去年")
_PAST = compile_("(?:过去(?:的)?一年|一年来|去年)[^\n]{0,8}(?:工作|回顾|总结)(?!.*五年)")
_LINE = re.compile(
    r"\n *((?:关于|对)?(?:(?:19|20)\d\d年|今年|下一?步|下一?阶段|下一年|明年)[^\n。,;:!?]{0,18}"
    r"(?:工作|任务|目标|安排|打算|计划|思路|回顾|总结|要求|部署|重点|展望|建议))(?= *\n)"
)
_PART_OF_YEAR = compile_(r"季度|半年|\d月|月份|[一二三四五六七八九十]月")
_AHEAD = compile_(r"计划|要点|方案|安排|规划|打算|预算(?!执行|情况)")


class Halves:
    """The year by place, while a text is read from its start to its end.

    Attributes:
        year: of the place last asked for.
        until: where the section ends whose heading states it; 0 where none does.
        spoken: in which the report speaks, where it surely is not the one that it looks back on.
        next: where the next half begins.
    """

    __slots__ = ("year", "until", "spoken", "next", "_turns", "_at")

    def __init__(self, document: Document) -> None:
        self.year = document.review
        self.until = 0
        self.spoken = document.year if document.year != document.review else None
        self._turns = _turns(document)
        self._at = 0
        self.next = self._turns[0].start if self._turns else len(document.text) + 1

    def move(self, place: int) -> None:
        """Go on to `place`, which is not before the begin of the next half."""
        while self.next <= place:
            _, self.year, self.until = self._turns[self._at]
            self._at += 1
            self.next = self._turns[self._at].start if self._at < len(self._turns) else place + 10**9


class _Turn(NamedTuple):
    start: int
    year: int | None
    until: int


def _turns(document: Document) -> list[_Turn]:
    """Where in the twin the year changes, and to which; a heading's holds to the end of the section that it divides."""
    review, title = document.review, document.title
    following = review + 1 if review and title and not _PART_OF_YEAR.search(title) and not _looks_ahead(document) else None
    turns: list[_Turn] = []
    current = _Turn(0, review, 0)
    open_: list[_Turn] = []
    for start, until, end, words in sorted(_headings(document)):
        year = _year(words, document, following)
        if year is None:
            continue
        while open_ and open_[-1].start <= start:
            current = open_.pop()
            turns.append(current)
        if not open_ or end < open_[-1].start:
            open_.append(current._replace(start=end))
        current = _Turn(start, year, until)
        turns.append(current)
    return [*turns, *reversed(open_)]


def _looks_ahead(document: Document) -> bool:
    return document.year == document.review and _AHEAD.search(document.title or "") is not None


def _year(heading: str, document: Document, following: int | None) -> int | None:
    dated = _DATED.match(heading)
    if dated:
        return int(dated.group(1)) if len(_YEAR.findall(heading)) == 1 else None
    looks_back = document.year != document.review
    if _PAST.match(heading):
        return document.review if looks_back else None
    unclear = heading.lstrip("关于对").startswith("今年") and not looks_back
    return following if not unclear and _NEXT.match(heading) and len(_YEAR.findall(heading)) < 2 else None


def _headings(document: Document) -> Iterator[tuple[int, int, int, str]]:
    """Start, end, end of the section above, and words of what can head a half."""
    twin = document.twin
    length = len(document.text)
    above: list[tuple[int, int]] = []
    places: list[int] | None = None
    for section in document.sections:
        while above and above[-1][0] >= section.level:
            above.pop()
        end = above[-1][1] if above else length
        above.append((section.level, section.span.end))
        if section.title[:1] not in _FIRST:
            continue
        words = section.title.split("  ")[0]
        if _DATED.match(words) or _NEXT.match(words) or _PAST.match(words):
            if places is None:
                places = [start + shift for start, shift in zip(twin.starts, twin.shifts, strict=True)]
            start, until = (_place(document, places, at) for at in (section.span.start, section.span.end))
            yield start, until, _place(document, places, end), words
    for line in _LINE.finditer(twin.text):
        yield line.start(1), len(twin.text), len(twin.text), line.group(1)


def _place(document: Document, places: list[int], offset: int) -> int:
    """Where the source's character at `offset` is in the twin."""
    twin, at = document.twin, bisect_right(places, offset)
    return offset - twin.shifts[at - 1] if at else offset


_OFFSETS = {"今年": 0, "去年": -1, "前年": -2, "明年": 1}


def year_of(word: str, spoken: int) -> int:
    """The year that `word` names in a report that speaks in the year `spoken`."""
    return spoken + _OFFSETS[word]


def year_before(period: str | None) -> str | None:
    """The same part of the year before `period`."""
    return _YEAR_IN_PERIOD.sub(lambda year: f"{int(year.group()) - 1:04}", period) if period else None


_YEAR_IN_PERIOD = compile_(r"\d{4}")
