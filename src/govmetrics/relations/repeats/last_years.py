"""A number of this year that is last year's: 查处案件 a 件 in the opening, and 立案查处案件 b 件,总数比上年的 a 件下降 in a section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics.patterns import compile_
from govmetrics.relations.figures import alike, last_words
from govmetrics.relations.repeats.restated import Repeat
from govmetrics.relations.repeats.stated import apart
from govmetrics.relations.repeats.wordings import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govmetrics.relations.figures import Number, Row
    from govmetrics.relations.repeats.restated import Level
    from govmetrics.view import View

_LEAST = 4
"""Characters of a noun that two numbers of one fact share."""
_THAN = compile_(r"[,;(](?:[\u4e00-\u9fff]{0,8}?)(?:比|较|低于|少于|高于|多于)(?:上年度?|去年|上一年度?|20\d\d年)(?:同期)?的?$")
_MOST = 24


def last_years(view: View, counts: Iterable[tuple[Row, Number]], levels: Iterable[Level]) -> Iterator[Repeat]:
    """The numbers of the opening that are what a section compares its number of the same thing with, each with that number."""
    opening: dict[tuple[object, str], list[Level]] = {}
    for one in levels:
        if not one.number.metric.section and one.number.kind == "count" and not one.named.past:
            opening.setdefault((one.number.low, one.number.unit), []).append(one)
    for row, number in counts if opening else ():
        if not number.metric.section or not (said := opening.get((number.low, number.unit))) or not _THAN.search(number.before):
            continue
        near = [one for one in row[:_MOST] if one.end < number.start and alike(one, number) and not one.change]
        for level in said:
            noun = wording(level.named.name).noun[-_LEAST:]
            now = next((one for one in near if len(noun) == _LEAST and noun in last_words(one.before)), None)
            if now is not None and now.low != number.low and apart(view, level.number, now):
                yield Repeat(level.number, now, True)
