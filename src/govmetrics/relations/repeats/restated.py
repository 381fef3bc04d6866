"""The same level stated twice in other words: 办结群众来信 a 件 and 群众来信办结 b 件."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from govmetrics.patterns import compile_
from govmetrics.relations.dates.days import title
from govmetrics.relations.figures import Number, one_digit, slip
from govmetrics.relations.repeats.stated import (
    DIGITS,
    PLACE,
    Circumstances,
    Named,
    apart,
    circumstances,
    clause_start,
    digits_swapped,
    is_level,
    is_part,
    may_be_fact,
    place,
)
from govmetrics.relations.repeats.wordings import Wording, is_outcome, neutral, of_all, wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from govmetrics.view import View

_T = TypeVar("_T")
_NEAR, _FAR = 120, 400
_SHORT = 3
"""Characters of a noun that tells a fact where a verb or 产量, 总额 … does, too."""
_LEAST = 5
_TWO = 2
_CLOSE = 3
_INDICATOR = frozenset(["indicator"])
_ALONE = frozenset(["indicator", "alone"])
"""By its indicator, whatever it is called: then but swapped digits are a slip."""
_DONE = frozenset(["do"])
_LONG = 8
"""Characters of a noun that hardly two facts share."""
_DATED = compile_("(?:19|20)\\d\\d年|上年|去年|月|季度|半年|其中|累计|计划|目标")
_QUANTITY = compile_("(?:产量|产值|总额|总值|总量|余额|收入|支出|人口|面积|里程|投资|人数|户数)$")
_ALL = compile_("全[省市县区州旗镇乡]")
_BODY = compile_(
    "(?:局|法院|检察院|街道|(?<![城乡])镇(?![级长党政人])|乡(?![镇级长党政人村])|(?<![乡农])村(?!级)|中心|[支大]队|公司|委员会|学校|部门|系统|领域)"
)
_COUNTED_BY = compile_("核对|统计|汇总|审核|认定|核实|反馈,")
_WITH = compile_("[^,。;()]{0,12}[,(](?:(?:其中)?(?:含|包括|包含|加上|连同)|其中(?:今年|当年|本年|20\\d\\d年|新))")


class Level(NamedTuple):
    """A level as a report states it.

    Attributes:
        named: its name and period.
        start: where its sentence begins.
    """

    named: Named
    number: Number
    start: int


class Repeat(NamedTuple):
    """Two statements of one fact, and whether the second is a slip of the first; else it may agree."""

    first: Number
    second: Number
    wrong: bool


class _Worded(NamedTuple):
    """A level with what it says in whatever words.

    Attributes:
        told: what is done with what, or the indicator.
        total: whether it says that it is of the whole year or place.
    """

    told: Wording
    level: Level
    number: Number
    total: bool


def level(named: Named | None, number: Number, start: int) -> Level | None:
    """A number of the sentence at `start` as a level that may be stated again; None where it is none."""
    if named is None and number.metric.indicator and may_be_fact(number):
        named = Named(number.label, number.metric.period, False)
    return Level(named, number, start) if named is not None and is_level(named.name, number) else None


def repeats(view: View, levels: Sequence[Level]) -> Iterator[Repeat]:
    """The statements of one fact, each with the first; those that differ by more than slips do are none."""
    near = _alike(levels, lambda one: (one.number.kind, one.number.unit, one.named.period, one.number.low.adjusted()))
    told = _alike(
        (said for one in near for said in _worded(view, one)),
        lambda one: (one.told, one.number.kind, one.number.unit, one.level.named.period),
    )
    facts: dict[tuple[object, ...], list[_Worded]] = {}
    if said_twice := list(told):
        own = Counter(_ALL.findall(view.text)).most_common(1)
        whole = own[0][0] if own else ""
        for said in said_twice:
            key = (
                said.told,
                said.number.kind,
                said.number.unit,
                _around(view, said.level, whole),
                bodies(view, said.level.number, said.level.start),
            )
            facts.setdefault(key, []).append(said)
    yield from _at_length(view, levels)
    for first, *rest in facts.values():
        if len({first.number.low, *(one.number.low for one in rest)}) <= _TWO:  # what has many values names no single fact
            yield from _repeats(view, first, rest)


def _at_length(view: View, levels: Iterable[Level]) -> Iterator[Repeat]:
    """Swapped digits of what has a long name in both places, whatever the periods that other sentences suggest."""
    facts: dict[tuple[str, str, str], list[Level]] = {}
    for one in levels:
        noun = wording(one.named.name).noun
        if len(noun) >= _LONG and not one.named.past:
            facts.setdefault((noun, one.number.kind, one.number.unit), []).append(one)
    for group in facts.values():
        if len(group) > 1 and len({one.number.low for one in group}) == _TWO:
            first = group[0]
            for one in group[1:]:
                dated = any(_DATED.search(view.text, level.start, level.number.start) for level in (first, one))
                if not dated and apart(view, first.number, one.number) and _swapped(first.number, one.number):
                    yield Repeat(first.number, one.number, True)


def _alike(ones: Iterable[_T], key: Callable[[_T], tuple[object, ...]]) -> Iterator[_T]:
    """Those that share their key with another."""
    groups: dict[tuple[object, ...], list[_T]] = {}
    for one in ones:
        groups.setdefault(key(one), []).append(one)
    return (one for group in groups.values() if len(group) > 1 for one in group)


def _worded(view: View, one: Level) -> Iterator[_Worded]:
    """What a level says in whatever words, and by its indicator; nothing where it is said to count others, too."""
    named, number = one.named, one.number
    if _WITH.match(view.text, number.end):
        return
    told = wording(named.name)
    if number.metric.indicator:  # it tells what 案件 a 件 and 办理案件 b 件 are, but 受理 and 办结 may be of one
        yield _Worded(Wording(told.verbs - _DONE | _INDICATOR, number.metric.indicator + told.noun), one, number, False)
        yield _Worded(Wording(_ALONE, number.metric.indicator), one, number, False)
    if len(told.noun) < (_TWO if told.verbs else _SHORT if _QUANTITY.search(told.noun) else _LEAST):
        return
    at = clause_start(number.before)
    lead, name, _ = number.before[at:].partition(named.name)
    if named.past or (name and number.before[at - 2 : at] != "的," and neutral(lead)):
        yield _Worded(told, one, number, of_all(lead + name))


def _repeats(view: View, first: _Worded, rest: Iterable[_Worded]) -> Iterator[Repeat]:
    for one in rest:
        # By the indicator alone, its own sentence must tell the place: what was spoken of before may be another thing's.
        near = first.told.verbs >= _ALONE
        same = (_place(view, first) == _place(view, one)) if near else place(view, first.number) == place(view, one.number)
        places = apart(view, first.number, one.number) and same
        part = not one.total and is_part(view, first.number, one.number, one.level.start)
        wrong = places and not part and (_is_slip(first, one) or _opens(first, one))
        if wrong or not first.told.verbs >= _INDICATOR:  # of one indicator there may be several facts: that two are equal proves nothing
            yield Repeat(first.number, one.number, wrong)


def _place(view: View, one: _Worded) -> list[str]:
    begin = max(one.level.start, one.number.start - _FAR)
    return [words for words in PLACE.findall(view.text, begin, one.number.start) if not words.startswith(("全", "各"))]


def _around(view: View, one: Level, whole: str) -> Circumstances:
    """The circumstances of `one`, where `whole` (全县) goes without saying."""
    found = circumstances(view, one.named, one.number)
    return found._replace(scopes=tuple(scope for scope in found.scopes if scope != whole))


def bodies(view: View, number: Number, start: int) -> frozenset[str]:
    """The bodies and places, other than that of the report, that the sentence from `start` on names before `number`, by what their names end with."""
    begin = max(start, number.start - _NEAR)
    found = (
        view.text[max(begin, body.start() - 2) : body.end()]
        for body in _BODY.finditer(view.text, begin, number.start)
        if not _COUNTED_BY.match(view.text, body.end())
    )
    own = title(view.document)
    return frozenset(
        words
        for words in found
        if words not in own
        and not words.endswith(
            ("全系统", "全街道", "全镇", "全乡", "全局", "前局", "跨部门", "多部门", "各部门", "我镇", "我乡", "我局", "本局")
        )
    )


def _swapped(one: Number, other: Number) -> bool:
    """Whether two digits of three or more stand the other way round: 187, 178."""
    return len(DIGITS.findall(one.text)) > _TWO and digits_swapped(one, other)


def _opens(first: _Worded, second: _Worded) -> bool:
    """Whether what the opening of a report says of the year, and a section once more, differs in so few as one fact does."""
    told, one, other = first.told, first.number, second.number
    if told.verbs & _INDICATOR or not told.verbs or one.metric.section or not other.metric.section or one.kind != "count":
        return False
    if not (is_outcome(told) or (second.total and (first.total or len(told.noun) > _TWO))):
        return False
    low, high = sorted((one.low, other.low))
    near = high - low <= _TWO or digits_swapped(one, other) or one_digit(one, other)
    return near and high * _TWO < low * _CLOSE


def _is_slip(first: _Worded, second: _Worded) -> bool:
    """Whether values differ as slips do, in the more digits the less their words tell that they are of one fact."""
    told, one, other = first.told, first.number, second.number
    if told.verbs >= _ALONE:
        return one.text != other.text and _swapped(one, other)
    indicated, total, long = told.verbs >= _INDICATOR, first.total or second.total, len(told.noun) > _SHORT
    if slip(one, other):
        many = min(len(DIGITS.findall(number.text)) for number in (one, other)) > _SHORT
        if len(told.noun) <= _TWO:
            return indicated or (total and (many or is_outcome(told)))
        return indicated or many or (long and (total or is_outcome(told)))
    # 新建 a 个 may be of one year, 建成 b 个 of all: they are far from each other.
    low, high = sorted((one.low, other.low))
    return not indicated and long and total and is_outcome(told) and one_digit(one, other) and high * _TWO < low * _CLOSE
