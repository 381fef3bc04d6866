"""Which headings and items belong together, and where their numbers break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics.relations.numbering.firstly import firstly
from govmetrics.relations.numbering.headings import ENUMERATION, ITEMS, Mark, Style, marks
from govmetrics.relations.numbering.layout import Layout
from govmetrics.relations.numbering.series import Break, Fault, Numbering, Series

if TYPE_CHECKING:
    from govmetrics.view import View

_DEEPEST = 12
"""More series than a report nests; those further out are closed."""
_NEVER_HEADLESS = ("（一）", "第一节")
_TOP = ("一、", "第一章", "第一部分")


def numbering(view: View) -> Numbering:
    """The series of a report; ask for it through `view.once`."""
    return _Reader(view.text).read()


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[Series] = []
        self.all: list[Series] = []
        self.breaks: list[Break] = []
        self.layout = Layout(text)

    def read(self) -> Numbering:
        found = marks(self.text)
        following: list[int] = [0] * len(found)
        next_: dict[Style, int] = {}
        for i in range(len(found) - 1, -1, -1):
            following[i] = next_.get(found[i].style, 0)
            next_[found[i].style] = found[i].number
        for mark, after in zip(found, following, strict=True):
            self.layout.note(mark)
            self._take(mark, after)
        self._lone_ones()
        worded, repeated = firstly(self.text)
        self.all += worded
        self.breaks += repeated
        self.breaks.sort(key=lambda one: one.mark.start)
        return Numbering(self.all, self.breaks)

    def _take(self, mark: Mark, after: int) -> None:
        mine = [i for i in range(len(self.open) - 1, -1, -1) if self.open[i].style == mark.style]
        if mark.row or mark.half or not mark.number:
            self._uncertain(mark, mine)
            return
        for i in mine:
            series = self.open[i]
            if mark.number in series.next and not series.over and not self._rather_inner(i, mine[0], mark, after):
                self._continue(i, mark)
                return
        if mark.number == 1:
            self._begin(mark)
        elif not mine:
            if mark.line or mark.style in ITEMS:
                self._headless(mark)
        elif mark.style in ITEMS and self.layout.anew(self.open[mine[0]].marks[-1], mark):
            self._begin(mark)
        elif mark.line or self.layout.near(self.open[mine[0]].marks[-1], mark):
            self._break(mark, mine, after)

    def _rather_inner(self, at: int, inner: int, mark: Mark, after: int) -> bool:
        """Whether `mark` fits an outer series by chance: its place or the number after it tells that it is a slip in the inner one."""
        if at == inner:
            return False
        before = self.open[at].marks[-1]
        if mark.style in ITEMS and not (mark.line and before.line) and not self.layout.together(before, mark):
            return True
        return after == self.open[inner].last + 2 != mark.number + 1

    def _uncertain(self, mark: Mark, mine: list[int]) -> None:
        """Count what may be no number only where it goes on."""
        fits = bool(mine) and mark.number in self.open[mine[0]].next
        if mark.row:
            if fits:
                series = self.open[mine[0]]
                series.last = mark.number
                series.next.add(mark.number + 1)
        elif not mark.number:
            if mine:
                self._bare(mark, mine[0])
        elif fits:
            self._continue(mine[0], mark)
        elif mark.number == 1 and mark.line:
            self._begin(mark)

    def _continue(self, at: int, mark: Mark) -> None:
        del self.open[at + 1 :]
        self.open[at].add(mark, mark.number)

    def _begin(self, mark: Mark) -> None:
        if mark.style in ITEMS:
            for one in self.open:
                if one.style == mark.style and not one.marks[-1].line and not self.layout.inside(one.marks[-1], mark):
                    one.over = True
        series = Series(mark)
        self.open.append(series)
        self.all.append(series)
        if len(self.open) > _DEEPEST:
            del self.open[0]

    def _lone_ones(self) -> None:
        """一、 and again 一、, and no 二、: the second is wrong, unless something else begins between them."""
        before: dict[Style, Series] = {}
        for series in self.all:
            first, older = series.marks[0], before.get(series.style)
            before[series.style] = series
            if older is None or len(older.marks) > 1 or len(series.marks) > 1 or first.number != 1 or older.last != 1 or older.next != {2}:
                continue
            if self._repeats(older.marks[0], first):
                self._report(first, 2, older.marks[0])

    def _repeats(self, older: Mark, first: Mark) -> bool:
        if first.style in ITEMS:
            return self.layout.together(older, first) and self.text[first.start - 1] == "。"
        if not older.line or not first.line or first.listed or first.style not in _NEVER_HEADLESS + _TOP:
            return False
        at = first.start - 1
        while at > older.end and self.text[at] in " \n#*(":
            at -= 1
        return self.text[at] in "。!?;”)…"

    def _headless(self, mark: Mark) -> None:
        if mark.number == 2 and ((mark.style in _NEVER_HEADLESS and self.open) or (mark.style == ENUMERATION and self.layout.alone(mark))):
            self._report(mark, 1, None)
        self._begin(mark)

    def _bare(self, mark: Mark, at: int) -> None:
        series = self.open[at]
        expected = series.last + 1
        del self.open[at + 1 :]
        end = mark.start + 1 if self.text[mark.start] != "(" else self.text.index(")", mark.start) + 1
        self.breaks.append(Break("missing", mark._replace(end=end), expected, series.marks[-1]))
        series.add(mark._replace(number=expected), expected)

    def _break(self, mark: Mark, mine: list[int], after: int) -> None:
        series = self.open[mine[0]]
        first, number = series.marks[0], mark.number
        alone = len(series.marks) == 1 and first.number == 1
        if len(mine) > 1 and alone and self.open[mine[1]].last + 2 == number and after != 3:
            # 一、 二、 一、 四、: the second 一、 is the wrong one.
            outer = self.open[mine[1]]
            self._report(first, number - 1, outer.marks[-1])
            outer.add(first, number - 1)
            outer.add(mark, number)
            outer.over = False
            outer.broken = True
            del self.open[mine[1] + 1 :]
            return
        del self.open[mine[0] + 1 :]
        if len(series.marks) == 1 and first.number > 1 and number == 2:
            # 三、 二、 三、: the first is the wrong one.
            self._report(first, 1, None)
            series.broken = True
            series.add(mark, 2)
            return
        expected, before = series.last + 1, series.marks[-1]
        if mark.listed and not expected - 1 <= number <= expected + 2:
            self._begin(mark)
            return
        if number == expected - 1 and self.layout.same_title(before, mark):
            return
        self._report(mark, expected, before)
        series.broken = True
        series.add(mark, expected, max(number, expected - 1) + 1)

    def _report(self, mark: Mark, expected: int, before: Mark | None) -> None:
        fault: Fault = "skipped" if mark.number > expected else "repeated" if before and mark.number == before.number else "order"
        self.breaks.append(Break(fault, mark, expected, before))
