"""What figures state: the name, the period and the circumstances that two statements of one fact must share."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govmetrics.model import Count, Money
from govmetrics.numerals import parse
from govmetrics.patterns import compile_
from govmetrics.relations.figures import TIMES, Number, swapped

if TYPE_CHECKING:
    from govmetrics.view import View

_SCOPE = compile_(
    "全国|全省|全市|全县|全区|市级|省级|县级|区级|本级|市本级|直属|下属|其中|城镇|农村|累计|上半年|下半年|季度|上年|去年|预算|决算|(?<![五个\\d]年)计划|目前|截至|目标(?![,。;])|月份|新增|应当|应受理|应办|应出|应到|应参|拟|年均"
    "|明年|来年|力争|确保|将(?:新?建|改|完成|新增)"
)
_PLAN = compile_(r"安排|打算|(?<!年)计划|任务|下一?步|目标|20\d\d年(?:重点|主要)?工作(?!情况|回顾|总结)")
_YEAR_BACK = compile_(
    "(?:(?:由|从|比|较|与|升到|加到|长到|高到|达到|降到)([一二][一二三四五六七八九〇零\\d]{3}|(?:19|20)\\d\\d)年的?|((?:19|20)\\d\\d)年的)$"
)
_OF_NOW = frozenset(["计划", "目标", "上年", "去年", "应当"])
"""Scopes of the sentence that a level of a past year in it, 比2019年的3亿元, is not of."""
_LAST = ("去年", "上年")
_PHRASE = compile_("[\u4e00-\u9fff]{8}的$")
PLACE = compile_("全[国省市县区]|[市省县区]本?级|本级|市区|城区|市直|中央|地方|各级|开发区|新区|园区|其中")
_WHEN = compile_("今年|去年|明年|前年|上年|[〇零一二三四五六七八九\\d]{4}年")
_OF_THIS_YEAR = compile_("[^,。;()]{0,8}[,(]其中(?:今年|当年|本年|20\\d\\d年|新)")
DIGITS = compile_("[0-9〇零一二三四五六七八九]")
_MEANS = compile_(
    "^(?:通过|发挥|开展|运用|根据|依据|依托|由|联合|推行|推进|经(?![^,]{2,10}(?:核对|统计|汇总|审核|核实)$)|借助|利用|组织|会同|配合|针对|聚焦|结合|借力|在|为|按照|围绕|抓住|强化|深化|加强|对|把|将)"
)
_SAYS = ("表明", "显示", "反映")
_NEXT = 40
_REST = compile_("[^。;\n]{0,12}其余")
_FAR = 200
_MANY = 2


class Named(NamedTuple):
    """What a figure says: its name, the period, and whether that is told in so many words to be over."""

    name: str
    period: str | None
    past: bool


class Circumstances(NamedTuple):
    """What two statements of one fact share besides its name: the scopes, the period, and whether it is planned."""

    scopes: tuple[str, ...]
    period: str | None
    planned: bool


def clause_start(before: str) -> int:
    """Where the clause begins at the end of `before`."""
    find = before.rfind
    return max(find(","), find(";"), find(":"), find("。"), find("("), find(")")) + 1


def named(view: View, number: Number) -> Named | None:
    """What a figure says, where its own clause names it."""
    name, period = number.label, number.metric.period
    clause = number.before[clause_start(number.before) :]
    year = _YEAR_BACK.search(number.before) if number.before.endswith(("年", "年的")) else None
    said = parse(year.group(1) or year.group(2)) if year else None
    if said and name:
        return Named(name, str(said.low), True)
    if name and name in clause:
        return Named(name, period, bool(period) and clause.startswith(tuple(word + name for word in _LAST)))
    if number.kind == "count" and (phrase := _PHRASE.search(clause)):
        years = "".join(_WHEN.findall(number.before))
        return Named(years + phrase.group() + view.text[number.end : number.end + 2], None, False)
    return None


def circumstances(view: View, one: Named, number: Number) -> Circumstances:
    """Those of `number`, which says `one`."""
    start = number.start - len(number.before)
    scopes = set(_SCOPE.findall(view.text, max(start, number.start - 40), number.end + 2))
    if _OF_THIS_YEAR.match(view.text, number.end):
        scopes.add("其中今年")
    planned = not one.past and _PLAN.search(number.metric.section) is not None
    return Circumstances(tuple(sorted(scopes - _OF_NOW if one.past else scopes)), one.period, planned)


def may_be_fact(number: Number) -> bool:
    """Whether a report may state `number` as a fact: a count, amount or percentage of prose, of more than one."""
    if number.kind not in ("count", "money", "percent") or number.metric.rule == "table-cell":
        return False
    if number.low != number.high or number.bound not in ("exact", "approx") or number.unit in TIMES:
        return False
    return number.kind == "percent" or number.low >= _MANY


def is_level(name: str, number: Number) -> bool:
    """Whether `number` is an exact level, no change and no share."""
    return number.exact and not number.change and (number.kind != "percent" or name.endswith("率"))


def digits_swapped(one: Number, other: Number) -> bool:
    """Whether two digits as written stand the other way round: 187, 178."""
    return swapped(*(DIGITS.findall(number.text) for number in (one, other)))


def shared_start(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def shared_end(one: str, other: str) -> int:
    """How many characters two texts end with alike."""
    return shared_start(one[::-1], other[::-1])


def apart(view: View, one: Number, other: Number) -> bool:
    """Whether they stand well apart; one paragraph goes through several places and bodies: 全市…, 市区…."""
    return other.start - one.end > _FAR or "\n" in view.text[one.end : other.start]


def is_part(view: View, whole: Number, number: Number, start: int) -> bool:
    """Whether `number`, in the sentence from `start` on, may be but a part of `whole`: by some means, or with the next number or the rest."""
    return _by_means(view, number, start) or with_another(view, whole, number)


def with_another(view: View, whole: Number, number: Number) -> bool:
    """Whether `number` is but a part of `whole`, with the rest or the next number."""
    if _REST.match(view.text, number.end):
        return True
    at = next(iter(view.between(number.end, number.end + _NEXT)), None)
    following = view.metrics[at] if at is not None and "\n" not in view.text[number.end : view.starts[at]] else None
    return isinstance(following, (Count, Money)) and number.low + following.low == whole.low


def _by_means(view: View, number: Number, start: int) -> bool:
    """Whether the clause just before that of `number` tells by what means or for whom: 开展冬季行动,办结…."""
    before = view.text[max(start, number.start - _FAR) : number.start]
    *earlier, _ = before.replace(";", ",").split(",") if "," in before or ";" in before else (before,)
    return (
        bool(earlier)
        and not earlier[-1].endswith(_SAYS)
        and _MEANS.match(earlier[-1].strip(" \n")) is not None
        and not any(char.isdigit() for char in earlier[-1])
    )


def place(view: View, number: Number) -> str:
    """The part of the whole that its paragraph, or else its headings, last spoke of."""
    begin = max(view.text.rfind("\n", max(0, number.start - _FAR), number.start) + 1, number.start - _FAR)
    said = PLACE.findall(view.text, begin, number.start) or PLACE.findall(number.metric.section)
    return "" if not said or said[-1].startswith("全") else said[-1]
