"""A number that the section on problems or on leaders says again: 许可事项清单 a 项, and 清单所列 b 项许可事项中仍有…."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics.patterns import compile_
from govmetrics.relations.figures import alike, one_digit
from govmetrics.relations.repeats.exchanged import behind_it, is_of_another
from govmetrics.relations.repeats.restated import Repeat, bodies
from govmetrics.relations.repeats.stated import apart, is_part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govmetrics.relations.figures import Number, Row
    from govmetrics.view import View

_REVIEWING = compile_("第一责任人|主要负责(?:人|同志)|履职|述法|存在的?(?:主要)?(?:问题|不足)|短板|困难|力量不足|不够|不高|薄弱|有待|差距")
_HAN = compile_("[\u4e00-\u9fff“”]+")
_NO_NAME = compile_("全[年市县区省乡镇州]|[共已达]|完成|办理|实现|开展|其中|分别|工作|建设|各类|情况")
_NAME = compile_("(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{4})的?$")
_NOUN = 4
_LEAST, _BEFORE = 6, 16
"""Characters in a row that two numbers of one thing share."""
_TIMES = frozenset(["次", "期", "场", "轮", "批", "批次", "人次", "场次"])
"""Of what is held the leader held some, and of what was found a part may be in question."""
_SCALES = (10, 10**4)
_MOST, _FEW = 8, 2
_MEETINGS = compile_("会议|会上|研究|召开|审议|学习|带队|督导|接访|包案|包联")
_SOME = compile_("其中|部分|个别|少数|余|仍有|尚有|还有")


def reviewed(view: View, facts: Iterable[tuple[Row, Number]]) -> Iterator[Repeat]:
    """The numbers of such sections that differ by a digit, by two or by their scale from the one before of the same words."""
    told: list[tuple[Row, Number]] = []
    again: list[tuple[Row, Number]] = []
    for row, number in facts:
        if number.unit not in _TIMES and not is_of_another(view, number):
            (again if _REVIEWING.search(number.metric.section) else told).append((row, number))
    if not again:
        return
    index: dict[tuple[str, str], list[tuple[Row, Number]]] = {}
    for row, number in told:
        for gram in _grams(view, number):
            index.setdefault((number.unit, gram), []).append((row, number))
    for row, number in again:
        grams = _grams(view, number)
        same = [one for gram in grams for one in index.get((number.unit, gram), ())[:_MOST]]
        if grams and grams[0].startswith("="):  # what is called just so rather than what shares words
            same = index.get((number.unit, grams[0]), same)
        noun = behind_it(view, number)[:_NOUN]
        if len(noun) == _NOUN:  # 46名持证监督员和118名协管员: rather what is followed by the same
            same = [fact for fact in same if behind_it(view, fact[1]).startswith(noun)] or same
        if not same or any(one.low == number.low for _, one in same) or len({one.low for _, one in same}) > 1:
            continue
        start, first = same[0][0].start, same[0][1]
        own = bodies(view, first, start) == bodies(view, number, row.start) and not is_part(view, first, number, row.start)
        own = (
            own
            and not _SOME.search(number.before[-_MOST:])
            and not _MEETINGS.search(_words_around(view, number))
            and alike(first, number)
            and apart(view, first, number)
        )
        if own and _is_near(first, number):
            yield Repeat(first, number, True)


def _grams(view: View, number: Number) -> list[str]:
    runs = _HAN.findall(_words_around(view, number))
    name = _NAME.search(number.before)  # 暂缓校验 a 家, 暂缓校验的 b 家机构
    return (["=" + name.group(1)] if name else []) + [run[at : at + _LEAST] for run in runs for at in range(len(run) - _LEAST + 1)]


def _is_near(one: Number, other: Number) -> bool:
    low, high = sorted((one.low, other.low))
    return one_digit(one, other) or (low > 9 and high - low <= _FEW) or any(high == low * scale for scale in _SCALES)


def _words_around(view: View, number: Number) -> str:
    """The words of the clause around a number, without what says nothing of what is counted."""
    before = number.before[-_BEFORE:]
    cut = max(before.rfind(mark) for mark in ",。;\n") + 1
    return _NO_NAME.sub(",", before[cut:] + "#" + behind_it(view, number))
