"""A rate said again under a shorter name: 食品监督抽检总体合格率 p%, and elsewhere 监督抽检食品……合格率 q%."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, one_digit, slip
from govmetrics.relations.repeats.restated import Repeat
from govmetrics.relations.repeats.stated import apart, place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govmetrics.relations.figures import Row
    from govmetrics.view import View

_Told: TypeAlias = "tuple[str, Number, int]"
"""What a rate is called, the rate, and where its sentence begins."""
_ATTENDED = compile_("(?:行政)?(?:机关)?(?:主要)?(?:负责人)?(?:出庭应诉|出庭)率")
_SOME = compile_("[一二再]审|正职|一把手|主要负责|部门|领域|系统|旁听|发声|比|由|从|连续")
_WHERE = compile_("全[国省市县区]|[我本][省市县区局]|平均")
_HALF = 50
_LEAST, _MOST = 3, 24
_AROUND = 60
"""Characters of its sentence before a rate that may say what it is of."""
_NEARLY = 3
_IDLE = compile_("总体|综合|平均|全年|全[省市县区]|我[省市县区局]|群众|实现|达到?|保持在?|的")
_APART = compile_("其中|上年|去年|20\\d\\d年|一季度|上半年|月|城[镇区]|农村|力争|[省市县区]级|首次|复查|最[高低]")


def rates(view: View, percents: Iterable[tuple[Row, Number]]) -> Iterator[Repeat]:
    """The rates whose name ends another one's, and whose sentence names what that one is of; only those that differ by a slip."""
    known: dict[str, list[_Told]] = {}
    for row, number in percents:
        if number.label.endswith(("率", "度")) and number.exact and len(name := _IDLE.sub("", number.label)) >= _LEAST:
            known.setdefault(name[-_LEAST:], []).append((name, number, row.start))
    for said in known.values():
        if len(said) < 2 or len(said) > _MOST:
            continue
        for at, one in enumerate(said):
            for other in said[at + 1 :]:
                longer, shorter = sorted((one, other), key=lambda told: len(told[0]), reverse=True)
                if _are_one(view, longer, shorter) or (len(longer[0]) > len(shorter[0]) and _is_of_one(view, longer, shorter)):
                    yield Repeat(one[1], other[1], True)


def _are_one(view: View, longer: _Told, shorter: _Told) -> bool:
    """Whether both tell how many hearings the heads of offices attended, of which a report has one rate."""
    if not all(_ATTENDED.fullmatch(told[0]) and told[1].low > _HALF for told in (longer, shorter)) or longer[1].low == shorter[1].low:
        return False
    near = [view.text[max(start, number.start - _AROUND) : number.start] for _, number, start in (longer, shorter)]
    if set(_WHERE.findall(near[0])) != set(_WHERE.findall(near[1])):
        return False
    return not any(_APART.search(words) or _SOME.search(words) for words in near) and place(view, longer[1]) == place(view, shorter[1])


def _is_of_one(view: View, longer: _Told, shorter: _Told) -> bool:
    """Whether two rates, one of them named in full, are of one thing."""
    (name, first, begun), (end, second, start) = longer, shorter
    if not name.endswith(end) or not _differ_by_one(first, second) or place(view, first) != place(view, second):
        return False
    near = view.text[max(start, second.start - _AROUND) : second.start]
    if not apart(view, *sorted((first, second), key=lambda number: number.start)) or _APART.search(near):
        return False
    what = name.removesuffix(end)
    if _APART.search(view.text, max(begun, first.start - _AROUND), first.start) or len(what) < 2:
        return False
    shared = sum(what[at : at + 2] in near for at in range(len(what) - 1))
    return shared * 4 >= (len(what) - 1) * _NEARLY or (len(what) >= 4 and what[:2] in near and what[-2:] in near)


def _differ_by_one(one: Number, other: Number) -> bool:
    """Whether rates of three digits or more differ as slips do; 98.0% has three."""
    digits = min(sum(char.isdigit() for char in number.text) for number in (one, other))
    return digits >= _LEAST and (slip(one, other) or one_digit(one, other))
