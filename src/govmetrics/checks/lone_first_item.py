"""一是…… and no 二是: the first item of a list that has no second."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.relations.numbering.headings import ENUMERATION
from govmetrics.relations.numbering.reading import numbering
from govmetrics.relations.words_around import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "structure"
SEVERITY: Final = "note"
DEFAULT: Final = False
WHAT: Final = Phrase("只有“一是”", "a list of one item")
WHY: Final = Phrase("说了“一是”就应当有“二是”；只有一项的不必编号。", "Where there is a first there is a second; one item needs no number.")
BAD: Final = (("工作中存在不足：一是学习不够深入。下一步将认真整改。", "一是"),)
GOOD: Final = ("工作中存在不足：一是学习不够深入。二是督查不够有力。",)


def check(view: View) -> Iterator[Problem]:
    """A problem for each 一是 without 二是."""
    for series in view.once(numbering).series:
        if series.style == ENUMERATION and len(series.marks) == 1 and series.marks[0].number == 1:
            span = view.span(series.marks[0].start, series.marks[0].end)
            yield Problem(
                span=span,
                message=Phrase("只有“一是”，没有“二是”", "there is 一是 and no 二是"),
                help=Phrase("补上其余各项，或去掉“一是”", "add the other items, or drop the number"),
                found=shown(view, span),
            )
