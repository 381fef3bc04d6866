"""Digits of the opening that a section exchanges: 合法性审查 321 件, and 对 312 件文件开展合法性审查."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, alike
from govmetrics.relations.repeats.restated import Repeat
from govmetrics.relations.repeats.stated import DIGITS, apart, digits_swapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govmetrics.relations.figures import Row
    from govmetrics.view import View

_BEFORE, _BEHIND = 16, 40
_FEW, _MANY = 3, 4
"""Digits of which two that are exchanged may be chance, where the words have but two characters in common."""
_OF_ANOTHER = compile_("上年|去年|上一年|20\\d\\d年|上半年|季度|计划|目标|力争|累计|人均|户均|均|每")
_HAN = compile_("[\u4e00-\u9fff]+")
_NO_NAME = compile_("全[年市县区省乡镇州]|[共已达]|完成|办理|实现|开展|其中|分别|工作|建设|各类|情况")


def exchanged(view: View, facts: Iterable[tuple[Row, Number]]) -> Iterator[Repeat]:
    """The numbers of sections that are one of the opening with two digits exchanged, and of the same words."""
    opening: list[Number] = []
    sections: dict[tuple[str, str], list[Number]] = {}
    for _, number in facts:
        digits = DIGITS.findall(number.text)
        if len(digits) < _FEW or _OF_ANOTHER.search(number.before[-_BEFORE:]):
            continue
        if number.metric.section:
            sections.setdefault((number.unit, "".join(sorted(digits))), []).append(number)
        else:
            opening.append(number)
    for first in opening:
        same = sections.get((first.unit, "".join(sorted(DIGITS.findall(first.text)))), [])
        if any(one.low == first.low for one in same):
            continue
        for number in same:
            if alike(first, number) and digits_swapped(first, number) and apart(view, first, number) and _share_words(view, first, number):
                yield Repeat(first, number, True)


def _share_words(view: View, one: Number, other: Number) -> bool:
    least = 2 if len(DIGITS.findall(one.text)) >= _MANY else _FEW
    words, others = (_words(view, number) for number in (one, other))
    runs = (run[at : at + least] for run in _HAN.findall(words) for at in range(len(run) - least + 1))
    return any(run in others for run in runs)


def _words(view: View, number: Number) -> str:
    """The words of the clause around a number, without what says nothing of what is counted."""
    behind = view.text[number.end : number.end + _BEHIND]
    end = min((found for mark in ",。;\n" if (found := behind.find(mark)) >= 0), default=_BEHIND)
    before = number.before[-_BEFORE:]
    cut = max(before.rfind(mark) for mark in ",。;\n") + 1
    return _NO_NAME.sub(",", before[cut:] + "," + behind[:end])
