"""A number said again with what it counts behind it: 办结行政处罚案件 a 件, and elsewhere 全年办结的 b 件行政处罚案件."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, last_words
from govmetrics.relations.repeats.restated import Level, Repeat
from govmetrics.relations.repeats.stated import apart, place
from govmetrics.relations.repeats.wordings import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govmetrics.relations.figures import Row
    from govmetrics.view import View

_LEAST, _MOST = 4, 12
"""Characters of what is counted."""
_DONE = compile_("(?:全年|今年|年内|一年来)[^,。;]{0,4}?(?P<verb>[\u4e00-\u9fff]{2})的$")
_OF_THEM = compile_("^(?:为|对|将|把|并对|并为)?$")
_EACH = compile_("(?:逐一|逐个|逐件|逐项|均|全部|都|无一)")
_SOME = compile_("其中|另|上年|去年|计划|拟|明年|第|每|20\\d\\d年")
_MORE = compile_("季度|上半年|月|其中|新增|累计|截至|现有|[上去前]年|20\\d\\d年")
_WITH_OTHERS = compile_("[^,。;()]{0,12}[,(](?:(?:其中)?(?:含|包括|包含|加上|连同))")
_REST = compile_("其余|剩余|其他|单独|尚未|另有")
_YEAR = compile_("全年|今年|年内|共|一年来")
_AHEAD = 40
_HEAD = 2
_TWO, _THREE = 2, 3
"""Numbers further from each other than this ratio are hardly of one thing."""


def behind(view: View, counts: Iterable[tuple[Row, Number]], levels: Iterable[Level]) -> Iterator[Repeat]:
    """The numbers that speak of all that another one counts, each with it; those that differ by more than slips may do, too.

    Args:
        view: the report.
        counts: its counts that may be facts, with their sentences.
        levels: those that are named before them.
    """
    known: dict[tuple[str, str], list[Level]] = {}
    for one in levels:
        noun = wording(one.named.name).noun
        if _LEAST <= len(noun) <= _MOST and one.number.kind == "count":
            known.setdefault((noun, one.number.unit), []).append(one)
    heads = {noun[:_HEAD] for noun, _ in known}
    text = view.text
    for _, number in counts:
        at = number.end + text.startswith("的", number.end)
        if text[at : at + _HEAD] not in heads:
            continue
        words = text[at : at + _MOST]
        for size in range(_MOST, _LEAST - 1, -1):
            if said := known.get((words[:size], number.unit)):
                yield from _held(view, said, number, at + size)
                break


def _held(view: View, said: list[Level], number: Number, end: int) -> Iterator[Repeat]:
    """`number` with the one that says the same; nothing where it may be of others."""
    first, clause = said[0].number, last_words(number.before)
    if (
        len({one.number.low for one in said}) > 1
        or number.low == first.low
        or _SOME.search(clause)
        or _MORE.search(last_words(first.before))
    ):
        return
    if _WITH_OTHERS.match(view.text, first.end) or _REST.search(view.text, number.end, number.end + _AHEAD):
        return
    done = _DONE.search(clause)
    if done is None and not (_OF_THEM.search(clause) and _EACH.match(view.text, end)):
        return
    if done is not None and not _YEAR.search(first.before):
        return
    if done is None and number.low < first.low:
        return  # of fewer something may be told; more there are not
    if done is not None and not wording(done.group("verb")).verbs & wording(said[0].named.name).verbs:
        return
    one, other = sorted((first, number), key=lambda figure: figure.start)
    low, high = sorted((first.low, number.low))
    if apart(view, one, other) and place(view, first) == place(view, number) and high * _TWO < low * _THREE:
        yield Repeat(one, other, True)
