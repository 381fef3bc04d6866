"""The same fact stated twice in a report with two values that differ by a slip: two digits swapped, one mistyped, 万 for 亿."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, cut, rows, slip

if TYPE_CHECKING:
    from collections.abc import Iterator

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
)
GOOD: Final = (
    "全年受理热线诉求18.26万件，办理更加高效。全年受理热线诉求18.3万件，逐步规范。",
    "全市建成法治文化阵地412处。市司法局直接指导建设的法治文化阵地37处。",
    "热线群众满意率为99.3%，位居前列。信访群众满意率为99.8%。",
    "2023年受理热线诉求18.26万件，2024年受理热线诉求18.62万件。",
)

_SCOPE = compile_(
    "全国|全省|全市|全县|全区|市级|省级|县级|区级|本级|市本级|直属|下属|其中|城镇|农村|累计|上半年|下半年|季度|上年|去年|预算|决算|计划|目标|月份|新增|应当|应受理|应办|应出|应到|应参|拟|年均"
)
_PLAN = compile_(r"安排|打算|计划|任务|下一?步|目标|20\d\d年(?:重点|主要)?工作(?!情况|回顾|总结)")
_THIS_RATE = compile_(r"(?:这一|该|上述)([\u4e00-\u9fff]{2,8}率)(?:为|达到?|高达|\()?$")
_RATE_BACK = compile_(r"的([\u4e00-\u9fff]{2,8}率)")
_LEAST = 5
"""Characters that a name must have to tell one fact from others."""
_TWO = 2
_NEAR = 120
"""How far behind a rate 取得 p%的满意率 may stand to speak of it."""


class Fact(NamedTuple):
    """What a number is said to be."""

    name: str
    scope: tuple[str, ...]
    period: str | None


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each second statement of a fact that looks like a slip of the first."""
    stated: dict[tuple[object, ...], list[tuple[str, Number]]] = {}
    rate: Number | None = None
    for row in rows(view):
        for number in row:
            back = None
            if number.kind == "percent":
                back = _RATE_BACK.match(view.text, number.end) or _THIS_RATE.search(number.before)
            if back and rate is not None and rate.label.endswith(back.group(1)) and number.start - rate.end < _NEAR:
                yield from _judge(rate, number, back.group(1))
                continue
            fact = _fact(view, number)
            if fact is not None:
                key = (fact.name[-_LEAST:], number.kind, number.unit, fact.period, fact.scope)
                stated.setdefault(key, []).append((fact.name, number))
                rate = number if number.kind == "percent" else rate
    for facts in stated.values():
        if len({number.low for _, number in facts}) <= _TWO:  # what has many values names no single fact
            name, first = facts[0]
            for other, number in facts[1:]:
                if name.endswith(other) or other.endswith(name):
                    yield from _judge(first, number, other)


def _fact(view: View, number: Number) -> Fact | None:
    """What a level says, where its own clause names it."""
    if number.change or not number.exact or number.kind not in ("count", "money", "percent") or number.metric.rule == "table-cell":
        return None
    clause = number.before[max(number.before.rfind(mark) for mark in ",;:。()") + 1 :]
    name = number.label
    if _PLAN.search(number.metric.section):
        return None
    if name not in clause or len(name) < _LEAST or number.low < 2 or (number.kind == "percent" and not name.endswith("率")):
        return None
    start = number.start - len(number.before)
    scope = tuple(sorted(set(_SCOPE.findall(view.text, max(start, number.start - 40), number.end + 2))))
    return Fact(name, scope, number.metric.period)


def _judge(first: Number, second: Number, name: str) -> Iterator[Problem | Judgement]:
    related = (Related(first.span, Phrase("前一处", "first said")),)
    if cut(first).meets(cut(second)):
        yield Judgement(status="holds", span=second.span, related=related, arithmetic=f"{first.face}={second.face}")
    elif slip(first, second):
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
