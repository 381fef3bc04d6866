"""The same fact stated twice in a report with two values that differ by a slip: two digits swapped, one mistyped, 万 for 亿."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.numerals import parse
from govmetrics.patterns import compile_
from govmetrics.relations.figures import TIMES, Number, cut, one_digit, rows, slip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govmetrics.view import View

GROUP: Final = "agreement"
SEVERITY: Final = "error"
WHAT: Final = Phrase("同一指标前后不一致", "one fact stated twice with values that differ by a slip")
WHY: Final = Phrase(
    "同一指标、同一时期、同一范围在文中出现两次，数值只差一两个数字、对调或万亿之差，多为笔误；精度不同而相容的不算。",
    "The same thing, period and scope is stated twice and the values differ by swapped or mistyped digits or by 万 and 亿. Values that agree at the coarser precision are fine.",
)
BAD: Final = (
    ("全年受理热线诉求18.26万件，办理更加高效。二、热线工作。全年受理热线诉求18.62万件，逐步规范。", "18.62万件"),
    ("热线群众满意率为99.3%，位居前列。能够取得99.8%的满意率，得益于质检回访。", "99.8%"),
    ("今年，居民消费价格涨幅控制在2.5%左右。\n在物价方面，把居民消费价格涨幅控制在3.5%左右。", "3.5%"),
    ("农产品加工企业产值占全市规上工业的比重为28.4%。\n产业升级后，农产品加工企业产值占全市规上工业的比重为24.8%。", "24.8%"),
    ("2023年规模以上工业总产值达到846.2亿元。\n今年规模以上工业总产值比2023年的864.2亿元增长6.1%。", "864.2亿元"),
)
GOOD: Final = (
    "全年受理热线诉求18.26万件，办理更加高效。全年受理热线诉求18.3万件，逐步规范。",
    "全市建成法治文化阵地412处。市司法局直接指导建设的法治文化阵地37处。",
    "热线群众满意率为99.3%，位居前列。信访群众满意率为99.8%。",
    "全市一般公共预算收入增长8.3%。\n市级一般公共预算收入增长8.2%。",
    "（一）城区\n规模以上工业增加值增长7.5%。\n（二）开发区\n规模以上工业增加值增长7.8%。",
    "规模以上工业总产值增长12.5%。\n其中，县域规模以上工业总产值增长12.8%。",
    "上年末在册困难群众帮扶对象48人。\n年末在册困难群众帮扶对象38人。",
    "2023年受理热线诉求18.26万件，2024年受理热线诉求18.62万件。",
    "2023年规模以上工业总产值达到846.2亿元。今年规模以上工业总产值比2022年的864.2亿元下降2.1%。",
)

_SCOPE = compile_(
    "全国|全省|全市|全县|全区|市级|省级|县级|区级|本级|市本级|直属|下属|其中|城镇|农村|累计|上半年|下半年|季度|上年|去年|预算|决算|(?<!年)计划|目标|月份|新增|应当|应受理|应办|应出|应到|应参|拟|年均"
)
_PLAN = compile_(r"安排|打算|(?<!年)计划|任务|下一?步|目标|20\d\d年(?:重点|主要)?工作(?!情况|回顾|总结)")
_THIS_RATE = compile_(r"(?:这一|该|上述)([\u4e00-\u9fff]{2,8}率)(?:为|达到?|高达|\()?$")
_RATE_BACK = compile_(r"的([\u4e00-\u9fff]{2,8}率)")
_LEAST = 5
"""Characters that a name must have to tell one fact from others."""
_LONG = 6
"""Those of a name so specific that shares and rates of growth of it are one fact."""
_VERY_LONG = 8
"""Those of one of which two-digit values are."""
_WHOLE = compile_("^(?:全[国省市县区]|我[国省市县区]|第.(?:个五年计划规定|是)|实现|完成|提出)+")
_YEAR_BACK = compile_(
    "(?:(?:由|从|比|较|与|升到|加到|长到|高到|达到|降到)([一二][一二三四五六七八九〇零\\d]{3}|(?:19|20)\\d\\d)年的?|((?:19|20)\\d\\d)年的)$"
)
_OF_NOW = frozenset(["计划", "目标", "上年", "去年", "应当"])
"""Scopes of the sentence that a level of a past year in it, 比2019年的3亿元, is not of."""
_LAST = ("去年", "上年")
_PHRASE = compile_("[\u4e00-\u9fff]{8}的$")
_PLACE = compile_("全[国省市县区]|[市省县区]本?级|本级|市区|城区|市直|中央|地方|各级|开发区|新区|园区|其中")
_WHEN = compile_("今年|去年|明年|前年|上年|[〇零一二三四五六七八九\\d]{4}年")
_FAR = 200
_DIGITS = compile_("[0-9〇零一二三四五六七八九]")
_IDLE = compile_("所占(?=(?:的)?比重|的?比例)|(?:就应当|仍然|控制|预期|已经|今年要)$")
_TWO = 2
_NEAR = 120
"""How far behind a rate 取得 p%的满意率 may stand to speak of it."""


class _Named(NamedTuple):
    """What a figure says: its name, the period, and whether that is told in so many words to be over."""

    name: str
    period: str | None
    past: bool


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each second statement of a fact that looks like a slip of the first."""
    stated: list[tuple[_Named, Number]] = []
    rate: Number | None = None
    for row in rows(view):
        for number in row:
            back = None
            if number.kind == "percent":
                back = _RATE_BACK.match(view.text, number.end) or _THIS_RATE.search(number.before)
            if back and rate is not None and rate.label.endswith(back.group(1)) and number.start - rate.end < _NEAR:
                yield from _judge(rate, number, back.group(1), slip(rate, number))
                continue
            named = _named(view, number) if _may_be_fact(number) else None
            if named is not None and len(named.name) >= _LEAST:
                stated.append((named._replace(name=_IDLE.sub("", named.name)), number))
                rate = number if number.kind == "percent" else rate
    times = Counter((named.name[-_LEAST:], number.unit) for named, number in stated)
    same: dict[tuple[object, ...], list[tuple[str, Number]]] = {}
    ending: dict[tuple[object, ...], list[tuple[str, Number]]] = {}
    for named, number in stated:
        if times[named.name[-_LEAST:], number.unit] > 1:
            name = named.name
            key = (number.kind, number.unit, number.change, number.bound, _circumstances(view, named, number))
            same.setdefault((_own(name), *key), []).append((name, number))
            ending.setdefault((name[-_LEAST:], *key), []).append((name, number))
    yield from _same(view, same.values())
    yield from _ending(ending.values())


def _same(view: View, groups: Iterable[list[tuple[str, Number]]]) -> Iterator[Problem | Judgement]:
    """Judge the statements that have one name."""
    for facts in groups:
        if len({number.low for _, number in facts}) <= _TWO:  # what has many values names no single fact
            first = facts[0][1]
            for name, number in facts[1:]:
                if _is_level(name, first) and (slip(first, number) or cut(first).meets(cut(number))):
                    yield from _judge(first, number, name, wrong=True)
                elif _is_specific(view, name, first, number):
                    yield from _judge(first, number, name, slip(first, number) or one_digit(first, number))


def _ending(groups: Iterable[list[tuple[str, Number]]]) -> Iterator[Problem | Judgement]:
    """Judge the statements of which one's name ends in the other's."""
    for facts in groups:
        if len({number.low for _, number in facts}) <= _TWO:
            name, first = facts[0]
            for other, number in facts[1:]:
                if _own(name) != _own(other) and (name.endswith(other) or other.endswith(name)) and _is_level(name, first):
                    yield from _judge(first, number, other, slip(first, number))


def _is_specific(view: View, name: str, one: Number, two: Number) -> bool:
    """Whether two values of one name, not both of them levels of three digits, are of one fact.

    A rate of growth has few digits, and those of a city and of its districts are alike; a target (7%左右) is set once.
    """
    if len(_own(name)) < _LONG or not _apart(view, one, two) or _place(view, one) != _place(view, two):
        return False
    places = min(len(_DIGITS.findall(one.text)), len(_DIGITS.findall(two.text)))
    targets = one.bound == "approx" or (not one.change and len(_own(name)) >= _VERY_LONG)
    return places > _TWO or (places == _TWO and targets)


def _is_level(name: str, number: Number) -> bool:
    return number.exact and not number.change and (number.kind != "percent" or name.endswith("率"))


def _apart(view: View, one: Number, other: Number) -> bool:
    """Whether they stand well apart; one paragraph goes through several places and bodies: 全市…, 市区…."""
    return other.start - one.end > _FAR or "\n" in view.text[one.end : other.start]


def _place(view: View, number: Number) -> str:
    """The part of the whole that its paragraph, or else its headings, last spoke of."""
    begin = max(view.text.rfind("\n", max(0, number.start - _FAR), number.start) + 1, number.start - _FAR)
    said = _PLACE.findall(view.text, begin, number.start) or _PLACE.findall(number.metric.section)
    return "" if not said or said[-1].startswith("全") else said[-1]


def _own(name: str) -> str:
    return _WHOLE.sub("", name)


def _may_be_fact(number: Number) -> bool:
    if number.kind not in ("count", "money", "percent") or number.metric.rule == "table-cell":
        return False
    if number.low != number.high or number.bound not in ("exact", "approx") or number.unit in TIMES:
        return False
    return number.kind == "percent" or number.low >= _TWO


def _circumstances(view: View, named: _Named, number: Number) -> tuple[object, ...]:
    """What two statements of one fact must share besides its name: the scope, the period, and whether it is planned."""
    start = number.start - len(number.before)
    scope = set(_SCOPE.findall(view.text, max(start, number.start - 40), number.end + 2))
    planned = not named.past and _PLAN.search(number.metric.section) is not None
    return tuple(sorted(scope - _OF_NOW if named.past else scope)), named.period, planned


def _named(view: View, number: Number) -> _Named | None:
    """What a figure says, where its own clause names it."""
    name, period = number.label, number.metric.period
    clause = number.before[max(number.before.rfind(mark) for mark in ",;:。()") + 1 :]
    year = _YEAR_BACK.search(number.before)
    said = parse(year.group(1) or year.group(2)) if year else None
    if said and name:
        return _Named(name, str(said.low), True)
    if name and name in clause:
        return _Named(name, period, bool(period) and clause.startswith(tuple(word + name for word in _LAST)))
    if number.kind == "count" and (phrase := _PHRASE.search(clause)):
        years = "".join(_WHEN.findall(number.before))
        return _Named(years + phrase.group() + view.text[number.end : number.end + 2], None, False)
    return None


def _judge(first: Number, second: Number, name: str, wrong: bool) -> Iterator[Problem | Judgement]:
    related = (Related(first.span, Phrase("前一处", "first said")),)
    if cut(first).meets(cut(second)):
        if first.low == second.low or first.step != second.step:
            yield Judgement(status="holds", span=second.span, related=related, arithmetic=f"{first.face}={second.face}")
    elif wrong:
        yield Problem(
            span=second.span,
            message=Phrase(
                f"“{name}”此处为{second.text}，前文为{first.text}",
                f"{name} is {second.text} here and {first.text} before",
            ),
            related=related,
            expected=first.text,
            found=second.text,
            arithmetic=f"{first.face}≠{second.face}",
        )
