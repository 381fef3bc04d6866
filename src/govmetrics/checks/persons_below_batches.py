"""56批次40人次: fewer visitors than visits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem, Related
from govmetrics.model import Count, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "agreement"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("人次少于批次", "fewer people than batches of them")
WHY: Final = Phrase(
    "每批至少一人，人次不会少于批次；多半是两个数写反了。", "A batch has at least one person, so the two figures were probably swapped."
)
BAD: Final = (("接待来访群众56批次40人次。", "40人次"), ("全年接访120批、98人。", "98人"))
GOOD: Final = ("接待来访群众56批次240人次，全年接访98批、98人。", "来访量比上年减少56批次、增加40人次。", "检查企业56批次，约谈40人次。")

_BATCHES = frozenset({"批", "批次"})
_PEOPLE = frozenset({"人", "人次"})
_BETWEEN = frozenset({"", "、", "/", "共", "计", "共计", " ", "(", "和"})


def check(view: View) -> Iterator[Problem]:
    """A problem for each number of people right behind a larger number of batches."""
    metrics = view.metrics
    for at, metric in enumerate(metrics[:-1]):
        if type(metric) is not Count or metric.unit not in _BATCHES or metric.change:
            continue
        people = metrics[at + 1]
        if type(people) is not Count or people.unit not in _PEOPLE or people.change or people.high >= metric.low:
            continue
        if view.text[view.ends[at] : view.starts[at + 1]] in _BETWEEN:
            yield Problem(
                span=people.span,
                message=Phrase(f"{people.text}少于{metric.text}", f"{people.text} is fewer than {metric.text}"),
                related=(Related(metric.span, Phrase("批次", "batches")),),
                help=Phrase("核对两个数是否写反", "check whether the two were swapped"),
                found=view.source(people.span),
                arithmetic=f"{plain(people.high)} < {plain(metric.low)}",
            )
