"""Digits that another place of the report exchanges: 合法性审查 321 件, and 对 312 件文件开展合法性审查."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, alike, significant, swapped
from govmetrics.relations.repeats.restated import Repeat, bodies
from govmetrics.relations.repeats.stated import DIGITS, apart, clause_start, digits_swapped, is_part, shared_end, shared_start, with_another

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govmetrics.relations.figures import Row
    from govmetrics.view import View

_BEFORE, _BEHIND, _FAR = 16, 40, 40
_DIGITS, _MANY = 3, 4
"""Digits of which two that are exchanged may be chance."""
_RUN, _SHORT = 4, 2
"""Characters next to two numbers that they must share."""
LEAD = compile_(
    "(?:虽然|尽管|其中|在|为|对|把|将|向|从|县财政对|市财政对|区财政对|听取|组织|由|全[年市县区省镇乡局校]|全系统|全街道|今年|本年|年内|我[局办市县区镇]|本[局办市县区镇]|20\\d\\d年|已|共|累计|分别|各[类项种]|认真|依法|及时"
    "|开展|办理|受理|完成|实现|召开|举办|制定|审查|审核|发放|公开|主动|收到|接到|立案|查处|办结|审结|化解|调解|培训|新增|建成|推动|争取|牵头|审定|编制|公布|发布|并)*"
)
"""What may stand before the same words without telling two facts apart."""
LINK = compile_("(?:达到?|合计|共计|为|是|共|约|有|的|了)+$")
_LONG = 6
"""Those that not even two numbers of two digits share by chance."""
_CHANGED = compile_("(?:同比|[比较](?:上年|去年)(?:同期)?)?(?:下降|增长|上升|减少|提高|增加)了?$")
_IN_ALL = compile_("(?:全年|年内|共|累计)(?:组织|开展|办理|受理|完成|实现)?$")
_IDLE = compile_("实现|完成|达到?|资金|投入|全年|累计|共计?|金额|总额|案件|其中|、")
_TO = ("到", "至", "为")
_FROM = compile_("(?P<name>[\u4e00-\u9fff]{4,16})(?:由|从)[^,。;\n]{2,24}$")
"""涉企检查由上年的 a 压减到 b: what b is of stands before a."""
_WHOLE = compile_("全(?:系统|局|[省市县区镇乡校]|年|街道)")
_MOST = 12
"""Numbers of the same digits that are looked at: more are no slips."""
_OF_ANOTHER = compile_("上年|去年|上一年|上半年|季度|计划|目标|力争|累计|人均|户均|均|每")
_WITH_OTHERS = compile_("[^,。;()\n]{0,12}[,(](?:(?:其中)?(?:含|包括|包含|加上|连同))")
_ON_TOP = compile_("[^,。;]{0,8}的?基础上")
_PLAN_YEAR = compile_("20\\d\\d年[^。]*将在|下一步|明年|今年")
_ON = compile_("^.*?在(?:上年|去年|20\\d\\d年)")
_YEAR = compile_("(20\\d\\d)年")


class _Said(NamedTuple):
    number: Number
    start: int


class _Words(NamedTuple):
    """The words of the clauses of two numbers, before and behind each, and how many digits they have."""

    before: str
    behind: str
    others_before: str
    others_behind: str
    digits: int

    @property
    def names(self) -> tuple[str, str]:
        """What each is called, without what is idle."""
        return _IDLE.sub("", _own(self.before)), _IDLE.sub("", _own(self.others_before))


def exchanged(view: View, facts: Iterable[tuple[Row, Number]]) -> Iterator[Repeat]:
    """The numbers that are one before them with two digits exchanged, and of the same words and bodies."""
    same: dict[tuple[str, str], list[_Said]] = {}
    for row, number in facts:
        written, plain = "".join(sorted(DIGITS.findall(number.text))), "".join(sorted(significant(number.low)))
        for digits in (written,) if number.kind != "money" or plain == written else (written, plain):  # 3860万元, 0.836亿元
            if len(digits) >= _SHORT:
                same.setdefault((number.unit, digits), []).append(_Said(number, row.start))
    for said_alike in same.values():
        if not _SHORT <= len(said_alike) <= _MOST or len({one.number.low for one in said_alike}) < _SHORT:
            continue
        numbers = [one for one in said_alike if not is_of_another(view, one.number)]
        if len({one.number.low for one in numbers}) != _SHORT:
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
    if _ON_TOP.match(view.text, number.end) and _PLAN_YEAR.search(view.text, max(0, number.start - _FAR * 2), number.start):
        return False  # 2022年,将在上年完成 b 亩的基础上: the year before is that of the report
    years = _YEAR.findall(words)
    return _OF_ANOTHER.search(words) is not None or any(int(year) != view.document.review for year in years)


def _is_one(view: View, first: _Said, second: _Said) -> bool:
    """Whether the second number is the first but for two digits: of the same words, and of no other body, place or means."""
    one, other = first.number, second.number
    in_scale = one.kind == "money" and one.low.adjusted() == other.low.adjusted() and swapped(significant(one.low), significant(other.low))
    if not alike(one, other) or one.change != other.change or not (digits_swapped(one, other) or in_scale):
        return False
    words = _Words(*_sides(view, one), *_sides(view, other), len(DIGITS.findall(one.text)))
    near = not apart(view, one, other)
    if near and (words.digits < _DIGITS or "。" not in view.text[one.end : other.start]):
        return False
    surely = words.digits >= _MANY and min(map(len, words.names)) >= _SHORT and _are_called_alike(words)
    of_all = surely or _WHOLE.search(other.before[-_SHORT * 2 :]) is not None
    if with_another(view, one, other) if of_all else is_part(view, one, other, second.start):
        return False
    opening = not one.metric.section and bool(other.metric.section)
    if not opening and bodies(view, one, first.start) != bodies(view, other, second.start):
        return False
    if _are_told_alike(words, opening=opening):
        return True
    if _WHOLE.search(other.before[-_RUN:]) and len(words.others_behind) >= _RUN and words.before.endswith(words.others_behind[:_RUN]):
        return True  # 行政执法人员416名 and 全局461名执法人员
    return not near and _are_told_far(view, first, second, words, opening=opening)


def _are_told_alike(words: _Words, *, opening: bool) -> bool:
    """Whether the words next to both, before or behind, are the same, and nothing else tells them apart."""
    before, behind, others_before, others_behind, digits = words
    few = digits < _DIGITS
    size = shared_end(before, others_before)
    leads = before[: len(before) - size], others_before[: len(others_before) - size]
    if size >= (_LONG if few else _RUN) and all(LEAD.fullmatch(lead) or (opening and _IN_ALL.search(lead)) for lead in leads):
        return True
    least = _LONG if few else _RUN - (digits >= _MANY)
    return shared_start(behind, others_behind) >= least and all(LEAD.fullmatch(lead) for lead in (before, others_before))


def _are_told_far(view: View, first: _Said, second: _Said, words: _Words, *, opening: bool) -> bool:
    """Whether what is next to one of them stands around the other, or four digits or more, which are no chance, are called alike."""
    if words.digits >= _MANY and _are_called_alike(words):
        return True
    told = _around(view, first, words.behind), _around(view, second, words.others_behind)
    least = _LONG if words.digits < _DIGITS else _RUN + 1
    ends = (words.before[-least:], told[1]), (words.others_before[-least:], told[0])
    if any(len(name) == least and name in around for name, around in ends):
        return True
    many = opening and words.digits >= _MANY and len(words.before) >= _RUN
    return many and words.before[-_RUN:] in view.text[second.start : second.number.start]


def _own(words: str) -> str:
    """`words` without what tells no two facts apart at their beginning."""
    led = LEAD.match(words)
    return words[led.end() :] if led else words


def _are_called_alike(words: _Words) -> bool:
    """Whether one name is the other's beginning or end, or nothing, and then the words behind both begin alike."""
    short, long = sorted(words.names, key=len)
    if len(short) >= _SHORT:
        return long.startswith(short) or long.endswith(short)
    return not short and words.behind[:_SHORT] == words.others_behind[:_SHORT] != ""


def _around(view: View, said: _Said, behind: str) -> str:
    """The words behind a number, and those of the clauses before its own in the sentence."""
    clause = said.number.start - len(said.number.before) + clause_start(said.number.before)
    return behind + "," + view.text[max(said.start, clause - _FAR) : clause]


def behind_it(view: View, number: Number) -> str:
    """The words of its clause behind a number."""
    behind = view.text[number.end : number.end + _BEHIND]
    return behind[: min((found for mark in ",。;\n" if (found := behind.find(mark)) >= 0), default=_BEHIND)]


def _sides(view: View, number: Number) -> tuple[str, str]:
    """The words of the clause before a number and behind it, without 达到, 为 and the like next to it."""
    before = number.before[clause_start(number.before) :]
    if _ON_TOP.match(view.text, number.end):
        before = _ON.sub("", before)
    if number.change:
        before = _CHANGED.sub("", before)
    if before.endswith(_TO):
        led = _FROM.search(view.text, max(0, number.start - _BEHIND), number.start)
        before = led["name"] if led else before
    return LINK.sub("", before.lstrip("、和")), behind_it(view, number)
