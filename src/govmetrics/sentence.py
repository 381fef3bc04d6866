"""What the figures of a sentence share while it is read, and the members of its enumerations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics import calendar
from govmetrics.figure import Figure
from govmetrics.gap import Gap
from govmetrics.label import split

if TYPE_CHECKING:
    from govmetrics.model import Basis, Change


_NEAR = 4
"""How many figures back, for each member, those can stand whose names an enumeration takes; keeps the time linear."""


class Sentence:
    """The state of a sentence, up to the figure that is read.

    Attributes:
        basis: the last one stated.
        name: the last thing named.
        item: that of this sentence, which its shares are of; empty before it has named one.
        growth: a rate of growth is spoken of.
        year, period: those of the last date that is no basis.
        opened: the sentence, or one before it in the paragraph, opened with that date, which so holds for the next ones too.
        once: the period of the next figure only: 由1954年的97个增加到106个.
        spread: a limit holds for all members of the enumeration: 连续突破8亿、9亿、10亿.
        figures, gaps: those read so far.
        borrowed: the last figure's label stands not beside it.
        outside: name, item, year and period before the bracket that is open, and how many figures.
    """

    __slots__ = (
        "basis", "name", "item", "growth", "year", "period", "opened", "once", "spread", "figures", "gaps", "borrowed", "outside",
        "_run", "_lead", "_before", "_first", "_dates",
    )  # fmt: skip

    def __init__(self, name: str, year: int | None, basis: Basis | None) -> None:
        self.basis = basis
        self.name = name
        self.item = ""
        self.growth: Change | None = None
        self.year = year
        self.period = str(year) if year else None
        self.opened = False
        self.once: str | None = None
        self.spread = False
        self.figures: list[Figure] = []
        self.gaps: list[Gap] = []
        self.borrowed = False
        self.outside: tuple[str, str, int | None, str | None, int] | None = None
        self._run: list[Figure] = []
        self._lead: Gap | None = None
        self._before = self._run
        self._first = 0
        self._dates: tuple[str, ...] = ()

    def enter(self, name: str) -> None:
        """A bracket opens behind `name`, or behind what was named before."""
        self.outside = (name or self.name, name or self.item, self.year, self.period, len(self.figures))

    def leave(self) -> None:
        """The bracket closes: what it named and dated is over, unless it held nothing but a date."""
        if self.outside:
            if any(not figure.dates for figure in self.figures[self.outside[4] :]):
                self.name, self.item, self.year, self.period = self.outside[:4]
            self.outside = None

    def enumerate(self, figure: Figure, gap: Gap) -> None:
        """Carry the enumeration on with `figure`, or end it and begin another."""
        run, lead = self._run, self._lead
        goes_on = gap.alone or (gap.turns and lead and lead.shared)
        if goes_on and run and run[0].kind == figure.kind and (figure.kind != "count" or figure.label == run[-1].label):
            run.append(figure)
            return
        if len(run) > 1:
            self.close()
        self._before, self._run, self._lead = run, [figure], gap
        self._first = len(self.figures)
        if gap.shared or self._dates:
            self._dates = self._dates_in_a_row() if gap.shared else ()

    def close(self) -> None:
        """Label and date the members of the enumeration that ends.

        城镇和乡村收入分别增长5%和6% has the names before it, 5件、6人,分别增长1%、2% those of the figures before,
        2023年、2024年分别受理5件、6件 a year for each.
        """
        run, lead = self._run, self._lead
        if len(run) < 2 or not lead:
            return
        if len(self._dates) == len(run):
            for member, period in zip(run, self._dates, strict=True):
                member.period = period
        names = split(lead.listed, len(run)) if lead.name and not lead.distant else None
        models: list[Figure] = []
        if names is None and not lead.name and len(self._before) == len(run):
            models = self._before
        elif names is None and (lead.shared or run[0].change) and (not lead.name or lead.distant):
            near = self.figures[max(0, self._first - _NEAR * len(run)) : self._first]
            models = [level for level in near if not level.change and level.low is not None][-len(run) :]
        if len(models) == len(run):
            names = [model.label for model in models]
            if lead.shared and not self._dates:
                for member, model in zip(run, models, strict=True):
                    member.period = model.period
        for member, name in zip(run, names or (), strict=False):
            member.label = name

    def _dates_in_a_row(self) -> tuple[str, ...]:
        """The years right before an enumeration: 2023年、2024年分别 or 2022—2024年分别."""
        found: list[Figure] = []
        for figure, gap in zip(reversed(self.figures), reversed(self.gaps), strict=True):
            if not figure.dates:
                break
            found.append(figure)
            if not gap.alone:
                break
        if len(found) == 1 and found[0].dates:
            first, last, precision = found[0].dates
            if precision == "year" and first < last:
                return tuple(calendar.iso(year) for year in range(calendar.year_of(first), calendar.year_of(last) + 1))
        return tuple(figure.dates[0] for figure in reversed(found) if figure.dates and figure.dates[0] == figure.dates[1])
