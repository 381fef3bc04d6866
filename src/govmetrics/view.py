"""A report as checks see it: its figures with their places in the twin, by sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from govmetrics.model import AnyMetric, Date, Span
from govmetrics.patterns import compile_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govmetrics.document import Document
    from govmetrics.packs import Pack

Result = TypeVar("Result")

_MARK = compile_(r"[。!?\n]")
_NEW_LINE = compile_(
    r"\n(?: |[一二三四五六七八九十]{1,3}、|\(|\d{1,2}[.、)](?!\d)|第[一二三四五六七八九十\d]+[章节条部]|[一二三四五六七八九十]是|附|[—-])"
)
_PROSE = compile_(r"[\u4e00-\u9fff”)][,。;、:]")
_SHORT_LINE = 11
_EDGE = frozenset(",。;:!?\n")


class Sentence(NamedTuple):
    """A sentence of the twin, `start` to `end`, with the figures `first` to `last` (half-open) of `View.metrics`."""

    start: int
    end: int
    first: int
    last: int


class View:
    """A document and its figures.

    Attributes:
        document: the report. Checks search `text`, its twin, where marks and digits have one spelling, and report source spans.
        metrics: its figures by place.
        starts, ends: where they stand in the twin.
        last: the report of the year before, where it is at hand.
        pack: the indicator pack of its genre, which gave its figures their indicators; None where there is none.
    """

    def __init__(self, document: Document, metrics: Sequence[AnyMetric], last: View | None = None, pack: Pack | None = None) -> None:
        self.document = document
        self.last = last
        self.pack = pack
        self.text = document.twin.text
        self.metrics = metrics
        self._made: dict[object, object] = {}
        self._of_text: dict[object, object] = {}
        twin = document.twin
        self._sources = [start + shift for start, shift in zip(twin.starts, twin.shifts, strict=True)]
        self.starts = [self.place(metric.span.start) for metric in metrics]
        self.ends = [self.place(metric.span.end - 1) + 1 for metric in metrics]

    def indicated(self, metrics: Sequence[AnyMetric], pack: Pack | None) -> View:
        """This view with `metrics`, the same figures with the indicators of `pack`; what depends on their places alone is kept."""
        view = copy(self)
        view.metrics, view.pack, view._made = metrics, pack, {}
        view.__dict__.pop("dates", None)
        return view

    def place(self, offset: int) -> int:
        """Where the source's character at `offset` is in the twin; one that was cut there, the place of the cut."""
        twin, at = self.document.twin, bisect_right(self._sources, offset)
        if at:
            offset -= twin.shifts[at - 1]
        return min(offset, twin.starts[at]) if at < len(twin.starts) else offset

    def span(self, start: int, end: int) -> Span:
        """The source span of the twin's characters `start` to `end`."""
        return self.document.twin.span(start, end)

    def source(self, span: Span) -> str:
        """The words of the report at `span`."""
        return self.document.text[span.start : span.end]

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences that have figures, in order; one that a line break cuts behind a comma or inside a clause is whole."""
        found = []
        first, starts, total = 0, self.starts, len(self.starts)
        end = 0
        while first < total:
            start = self._begin(end, starts[first])
            end = self._finish(starts[first])
            last = first + 1
            while last < total and starts[last] < end:
                last += 1
            found.append(Sentence(start, end, first, last))
            first = last
        return found

    def _begin(self, after: int, at: int) -> int:
        """Where the sentence of the figure at `at` begins, not before `after`."""
        text = self.text
        while True:
            mark = max(text.rfind("。", after, at), text.rfind("\n", after, at), text.rfind("!", after, at), text.rfind("?", after, at))
            if mark < 0:
                return after
            if text[mark] != "\n" or not _goes_on(text, mark):
                return mark + 2 if text[mark + 1] in "”)" else mark + 1
            at = mark

    def _finish(self, at: int) -> int:
        """Where the sentence of the figure at `at` ends."""
        text = self.text
        mark = _MARK.search(text, at)
        while mark and mark.group() == "\n" and _goes_on(text, mark.start()):
            mark = _MARK.search(text, mark.end())
        if not mark:
            return len(text)
        end = mark.start() + (mark.group() != "\n")
        return end + 1 if text[end : end + 1] and text[end] in "”)" else end

    @cached_property
    def dates(self) -> list[tuple[int, int, Date]]:
        """Start and end in the twin of every date, with the date."""
        return [
            (start, end, metric)
            for start, end, metric in zip(self.starts, self.ends, self.metrics, strict=True)
            if isinstance(metric, Date)
        ]

    def once(self, make: Callable[[View], Result]) -> Result:
        """What `make` gives for this report; made once, for all checks that ask."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("Result", self._made[make])

    def of_text(self, make: Callable[[View], Result]) -> Result:
        """As `once`, of what is read from the text alone and stays whatever indicators the figures get."""
        if make not in self._of_text:
            self._of_text[make] = make(self)
        return cast("Result", self._of_text[make])

    def between(self, start: int, end: int) -> Iterator[int]:
        """The indexes of the figures that begin in the twin's `start` to `end`."""
        at = bisect_left(self.starts, start)
        while at < len(self.starts) and self.starts[at] < end:
            yield at
            at += 1

    def clause(self, span: Span) -> str:
        """The words around `span` up to the next marks, without spaces: what a fingerprint is made of."""
        text, place = self.text, self.place
        start, end = place(span.start), place(max(span.end - 1, span.start)) + 1
        first, last = start, end
        while first > 0 and start - first < 40 and text[first - 1] not in _EDGE:
            first -= 1
        while last < len(text) and last - end < 40 and text[last] not in _EDGE:
            last += 1
        return "".join(text[first:last].split())


def _goes_on(text: str, end: int) -> bool:
    """Whether the line that ends at `end` was broken inside a sentence: no full line of a list, a table or a title."""
    if end + 1 >= len(text) or not end or _NEW_LINE.match(text, end):
        return False
    last, following = text[end - 1], text[end + 1]
    if last in ",、":
        return True
    is_word = "\u4e00" <= last <= "\u9fff" or last.isdigit()
    starts_word = "\u4e00" <= following <= "\u9fff" or following.isdigit()
    if not (is_word and starts_word):
        return False
    line = text.rfind("\n", 0, end) + 1
    return end - line > _SHORT_LINE and _PROSE.search(text, line, end) is not None
