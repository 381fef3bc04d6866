"""How many there are of a thing in the whole place, said twice: 全县14个司法所 and 全县13个司法所均…."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, last_words, one_digit
from govmetrics.relations.repeats.restated import Repeat, bodies
from govmetrics.relations.repeats.stated import DIGITS, digits_swapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govmetrics.relations.figures import Row
    from govmetrics.view import View

_ALL = compile_("全(?:[省市县区镇乡]|街道|街|办)(?:现有|共有|所有)?$")
_UNDER = compile_("(?:^|[,。;、\n]|街道|辖区|[县市区镇乡])(?:下辖|现辖|管辖|共辖|辖)$")
_EVERY = compile_("(?:覆盖|实现|惠及|延伸到|遍布|辐射|走遍|[对在])(?:了)?(?:辖区内?)?(?:全部|所有)$")
_ALL_SIGNS = ("辖", "全部", "所有", "共", "共有")
_HAS = compile_("(?:下辖|现辖|管辖|共辖|辖)[^。\n]{0,40},共有?$")
_OF_ANOTHER = compile_("(?<!我)(?:街道|[镇乡区县])(?:下辖|现辖|管辖|共辖|辖)$")
_COMMUNITIES = compile_("社区(?!\\()|行政村(?!\\()|村(?![\\(务民])|乡镇(?![\\(街、和])|镇街|街道(?!\\()")
_WITH_OTHERS = compile_("[^,。;\n()]{0,8}\\((?:含|包括|不含|另)")
_COVER = compile_("[^,。;\n\\d]{2,20}?(?:全覆盖|全部|均已?|都)")
_LED = compile_("(?:^|[,。;、:\n]|实现|和)$")
_NOUN = compile_(
    "(?:乡镇|镇街|县区|司法所|行政村)(?=、\\d|[,。均全都已])|[\u4e00-\u9fff]{1,4}\\([\u4e00-\u9fff]{1,4}\\)|[\u4e00-\u9fff]{3}"
)
_SOME = compile_("其中|上年|去年|计划|新增|试点|示范|首批|先行|达标|创建|重点|原|撤乡|并镇|撤并|合并|20\\d\\d年(?!,)")
_AROUND, _SHORT = 14, 6
_FEW = 2
"""By how many small numbers may differ for a slip."""


def all_of(view: View, counts: Iterable[tuple[Row, Number]]) -> Iterator[Repeat]:
    """The numbers of all of a thing that differ, each with the first; and a number of the thing whose digits are swapped."""
    first: dict[tuple[str, str], Number] = {}
    counted: dict[str, list[Number]] = {}
    under: dict[str, Number] = {}
    text = view.text
    for row, number in counts:
        counted.setdefault(number.unit, []).append(number)
        bracket = "(" in text[number.end : number.end + _SHORT]
        whole = "全" in number.before[-_SHORT:]
        communities = _COMMUNITIES.match(text, number.end) if whole or number.before.endswith(_ALL_SIGNS) else None
        if communities and _is_own(view, row, number):
            yield from _under(under, communities.group(), number)
        if not (whole or bracket) or _WITH_OTHERS.match(text, number.end):
            continue
        noun = _NOUN.match(text, number.end)
        if noun is None or _is_of_some(text, row, number):
            continue
        covered = "(" in noun.group() and _LED.search(number.before) and _COVER.match(text, number.end)
        if not (covered or _ALL.search(number.before)):
            continue
        held = first.setdefault((number.unit, noun.group()), number)
        if held is not number and held.low != number.low and _is_slip(held, number):
            yield Repeat(held, number, True)
    for (unit, noun_), number in first.items():
        if not _ALL.search(number.before) or len(DIGITS.findall(number.text)) <= _FEW or "(" in noun_:
            continue
        for other in counted.get(unit, ()):
            if other is not number and noun_ in last_words(other.before)[-_AROUND:] and digits_swapped(number, other):
                one, two = sorted((number, other), key=lambda figure: figure.start)
                yield Repeat(one, two, True)


def _is_own(view: View, row: Row, number: Number) -> bool:
    """Whether a number is that of all communities of the report's own place."""
    text, before = view.text, number.before
    if before.endswith(("共", "共有")):
        return _HAS.search(text, row.start, number.start) is not None
    if _OF_ANOTHER.search(before) or bodies(view, number, row.start):
        return False
    return bool(_UNDER.search(before) or _EVERY.search(before) or (_ALL.search(before) and not _is_of_some(text, row, number)))


def _is_of_some(text: str, row: Row, number: Number) -> bool:
    """Whether the words around a number say that it is of some, or of another time."""
    return _SOME.search(text, max(row.start, number.start - _AROUND), number.end + _AROUND) is not None


def _under(under: dict[str, Number], noun: str, number: Number) -> Iterator[Repeat]:
    """覆盖全部 b 个社区, where 街道下辖 a 个社区 is told before."""
    held = under.get(noun)
    if held is None and not _EVERY.search(number.before):
        under[noun] = number
    elif held is not None and held.low != number.low and abs(held.low - number.low) <= _FEW:
        yield Repeat(held, number, True)


def _is_slip(one: Number, other: Number) -> bool:
    """Whether two numbers of all are one, misread: by one or two, by swapped digits, or by a digit of many."""
    return abs(one.low - other.low) <= _FEW or digits_swapped(one, other) or (min(one.low, other.low) > 99 and one_digit(one, other))
