"""Digits that another place of the report exchanges: 合法性审查 321 件, and 对 312 件文件开展合法性审查."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, alike
from govmetrics.relations.repeats.restated import Repeat, bodies
from govmetrics.relations.repeats.stated import DIGITS, apart, digits_swapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govmetrics.relations.figures import Row
    from govmetrics.view import View

_BEFORE, _BEHIND, _FAR = 16, 40, 40
_NUMERAL = compile_("[一二三四五六七八九十百千万亿]")
_DIGITS, _MANY = 3, 4
"""Digits of which two that are exchanged may be chance."""
_RUN, _SHORT = 3, 2
"""Characters in a row that the words of two numbers must share; few do where the opening has many digits."""
_LONG = 5
"""Those that not even two numbers of two digits share by chance."""
_MOST = 12
"""Numbers of the same digits that are looked at: more are no slips."""
_OF_ANOTHER = compile_("上年|去年|上一年|上半年|季度|计划|目标|力争|累计|人均|户均|均|每")
_WITH_OTHERS = compile_("[^,。;()\n]{0,12}[,(](?:(?:其中)?(?:含|包括|包含|加上|连同))")
_YEAR = compile_("(20\\d\\d)年")
_HAN = compile_("[\u4e00-\u9fff“”]+")
_NO_NAME = compile_("全[年市县区省乡镇州]|[共已达]|完成|办理|实现|开展|其中|分别|工作|建设|各类|情况")


class _Said(NamedTuple):
    number: Number
    start: int


def exchanged(view: View, facts: Iterable[tuple[Row, Number]]) -> Iterator[Repeat]:
    """The numbers that are one before them with two digits exchanged, and of the same words and bodies."""
    same: dict[tuple[str, str], list[_Said]] = {}
    for row, number in facts:
        digits = DIGITS.findall(number.text)
        if len(digits) >= _SHORT and not is_of_another(view, number):
            same.setdefault((number.unit, "".join(sorted(digits))), []).append(_Said(number, row.start))
    for numbers in same.values():
        if len(numbers) < _SHORT or len(numbers) > _MOST or len({one.number.low for one in numbers}) != _SHORT:
            continue
        first = numbers[0]
        for said in numbers[1:]:
            if said.number.low != first.number.low and _is_one(view, first, said):
                yield Repeat(first.number, said.number, True)


def is_of_another(view: View, number: Number) -> bool:
    """Whether it is said to be of another time than the report's, or a plan, or each one's."""
    words = number.before[-_BEFORE:]
    if _WITH_OTHERS.match(view.text, number.end):
        return True
    years = _YEAR.findall(words)
    return _OF_ANOTHER.search(words) is not None or any(int(year) != view.document.review for year in years)


def _is_one(view: View, first: _Said, second: _Said) -> bool:
    one, other = first.number, second.number
    if not alike(one, other) or not digits_swapped(one, other) or not apart(view, one, other):
        return False
    opening = not one.metric.section and bool(other.metric.section)
    own = opening or bodies(view, one, first.start) == bodies(view, other, second.start)
    if own and (
        in_common(view, one, other) >= _LONG or _longest(*(_NUMERAL.sub(",", _far(view, number)) for number in (one, other))) > _LONG
    ):
        return True
    if len(DIGITS.findall(one.text)) < _DIGITS:
        return False
    least = _SHORT if opening and len(DIGITS.findall(one.text)) >= _MANY else _RUN
    words, others = (words_around(view, number) for number in (one, other))
    named = any(len(name) == least and name in told for name, told in ((_name(words, least), others), (_name(others, least), words)))
    return named and own


def in_common(view: View, one: Number, other: Number) -> int:
    """The most characters in a row that the clauses around two numbers share."""
    return _longest(*(words_around(view, number) for number in (one, other)))


def _far(view: View, number: Number) -> str:
    """The words of the sentence around a number, further off than its clause."""
    before = number.before[-_FAR:]
    behind = view.text[number.end : number.end + _BEHIND // 2]
    return before[max(before.rfind("。"), before.rfind("\n")) + 1 :] + "#" + behind.partition("。")[0]


def _longest(words: str, others: str) -> int:
    """The most Chinese characters in a row that both have."""
    most = 0
    for run in _HAN.findall(words):
        for at in range(len(run)):
            while at + most < len(run) and run[at : at + most + 1] in others:
                most += 1
    return most


def _name(words: str, size: int) -> str:
    """The last characters of what a number counts, which stand before it, or else behind it."""
    before, _, behind = words.partition("#")
    runs = _HAN.findall(before) or _HAN.findall(behind)
    return runs[-1][-size:] if runs else ""


def words_around(view: View, number: Number) -> str:
    """The words of the clause around a number, without what says nothing of what is counted."""
    behind = view.text[number.end : number.end + _BEHIND]
    end = min((found for mark in ",。;\n" if (found := behind.find(mark)) >= 0), default=_BEHIND)
    before = number.before[-_BEFORE:]
    cut = max(before.rfind(mark) for mark in ",。;\n") + 1
    return _NO_NAME.sub(",", before[cut:] + "#" + behind[:end])
