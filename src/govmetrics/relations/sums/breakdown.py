"""A whole with its parts, and what is common to all ways in which a sentence gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, Row, alike, last_words, rounded
from govmetrics.relations.sums import closure, parts
from govmetrics.relations.sums.parts import Part

if TYPE_CHECKING:
    from govmetrics.view import View

MARKER = compile_(
    r"其中|包括|包含|分为|具体[为是]|(?<=^,)分别(?:[为是]|用于|投向|投入|安排给?|来自|分布[在于]|位于|属于|拨付给?|补助|支持)|各[^,。;:]{0,8}分别|(?<=季度)分别[为是有]?|(?<=^[,(;][^,。;:\d]{0,6}(?:种类|类型|类别|构成|方式|结果|性质))(?:分别)?[为是]|(?:三次产业|第一、?二、?(?:第?三)?(?:次)?产业)[^,。;]{0,8}分别(?:为|是)?|按[^,。;]{1,12}分(?:类|布|组)?[:,]?|从[^,。;]{1,12}(?:看|上看|来看)[:,]|含|[:]|分[^,。;:\d]{1,8}看[,:]|(?<!其中)(?<![理事缘])由(?!上年|去年|20\d\d年)"
)
"""What introduces the parts of a whole."""
INTENSIVE = frozenset(["小时", "分钟", "天", "岁", "度", "分", "年", "个月", "秒"])
"""Units of what does not add up."""
COMPARED = compile_(r"(?:比|较|超过|高于|低于|占)[^,。;]{0,12}$")
AHEAD = 24
"""Numbers between a whole and its first part, at most."""
_MEAN = compile_(r"均|每|率|比重|单价|人?单位[^,。;]{0,4}面积")
_LEFT = ("其余", "剩余", "余下", "余")
_FLOW = compile_("收入|支出|结余|盈余")
_SHORT_NAME = 4
_APART = compile_("[^。;]{0,8}(?:互不|不)(?:重复|交叉|重叠)")
_ENDING, _MANY = 3, 4


class Breakdown(NamedTuple):
    """A whole with its parts.

    Attributes:
        closed: why the parts must make up the whole; empty where they may be examples.
        excuse: why parts may overlap.
        sure: whether the parts stand in one plain enumeration, so that what is read as a part is one.
        wholes: other numbers that the parts might be of.
        likely: whether `closed` is only the usual way to read it.
        disjoint: whether nothing can be in two of the parts.
        mixed: whether parts that no 、 joins may be traits of one thing.
        above: whether a part is more than the whole by itself, and certainly a part of it.
    """

    total: Number
    parts: list[Number]
    closed: str
    excuse: str
    sure: bool
    wholes: list[Number]
    likely: bool = False
    above: bool = False
    disjoint: bool = False
    mixed: bool = False


class Scan:
    """The numbers of one sentence while it is looked through for wholes and their parts.

    Attributes:
        levels: how many brackets are open at each number.
        at, before: place of the number that is looked at, -1 where it is none of the sentence, and those in front of it.
    """

    def __init__(self, view: View, row: Row) -> None:
        self.text = view.text
        self.view = view
        self.row = row
        self.levels = parts.depths(row)
        self.at = -1
        self.before: list[Number] = []

    def look(self, at: int) -> None:
        """Look at the number at `at` of the sentence."""
        self.at, self.before = at, self.row[max(0, at - AHEAD) : at]

    def leave(self) -> None:
        """Look at none of its numbers any more."""
        self.at, self.before = -1, []

    def tail(self, part: Part) -> str:
        return self.text[part.number.end : min(part.number.end + 14, self.row.end)].replace("\n", "")

    def lead(self, first: Part) -> str:
        return self.text[self.row.start : first.number.start]

    def read(self, first: int, total: Number) -> list[Part]:
        return parts.read(self.text, self.row, self.levels, first, total)

    def made(self, total: Number, found: list[Part]) -> Breakdown:
        for at, part in enumerate(found[1:], 1):
            above = part.number.low > total.high >= found[0].number.low and part.mark != "、" and not _akin(found[: at + 1])
            flow = _FLOW.search(part.name)
            other = flow is not None and flow.group() not in total.before and _FLOW.search(last_words(total.before)) is not None
            if above or other or _beside(last_words(total.before), part.name):
                found = found[:at]  # no part of this whole: its enumeration ended before
                break
        if len(found) > 2 and found[-1].name.startswith("另有") and sum(part.number.low for part in found[:-1]) == total.low:
            found = found[:-1]  # 22处,其中村级18处、社区4处,另有1处
        left = found[-1].number.low + total.low
        if len(found) > 1 and found[-1].name.startswith(_LEFT) and any(alike(one, total) and one.low == left for one in self.before):
            found = found[:-1]  # 受理500件,办结480件,其中满意470件,其余20件正在办理
        marks = {part.mark for part in found[1:]}
        sure = (
            marks <= {"、"} or _akin(found) or _end_alike(found) or (";" not in marks and not any(parts.verbal(part) for part in found[1:]))
        )
        names = [part.name for part in found]
        disjoint = len(found) > 1 and (closure.disjoint(names) or _are_kinds(found) or _APART.match(self.tail(found[-1])) is not None)
        sure = sure or disjoint
        closed = closure.closed(found, self.lead(found[0]), self.tail(found[-1]))
        if _MEAN.search(last_words(total.before)) or _MEAN.search(total.label):
            sure, closed = False, ""
        excuse = "" if closure.counted(closed) else closure.overlap(found, self.text[total.end : found[-1].number.end + 14])
        wholes = [number for number in self.before if alike(number, total) and not number.change]
        first = found[0].number
        adjacent = self.at + 1 < len(self.row) and self.row[self.at + 1] is first
        mixed = not marks <= {"、"} and closure.mixed(names)
        exceeding = [part for part in found if rounded(part.number).low > rounded(total).high]
        above = bool(exceeding) and ((exceeding[0].number is first and adjacent) or (len(found) > 1 and marks <= {"、"}))
        return Breakdown(total, [part.number for part in found], closed, excuse, sure, wholes, above=above, disjoint=disjoint, mixed=mixed)


def _are_kinds(found: list[Part]) -> bool:
    """Whether parts are many kinds of one thing: 政策跟踪审计、财政审计、经济责任审计、投资审计."""
    names = [part.name for part in found]
    many = len(found) >= _MANY and {part.mark for part in found[1:]} == {"、"}
    return many and len({name[-2:] for name in names}) == 1 and min(map(len, names)) > _ENDING and not closure.mixed(names)


def _akin(found: list[Part]) -> bool:
    """Whether the names of parts are of one make, so that all are parts: 税务征收、财政征收; 夏粮、秋粮; 出口、进口."""
    names = [part.name for part in found]
    short = all(0 < len(name) <= _SHORT_NAME for name in names) and not any(parts.verbal(part) for part in found)
    ends_alike = len({len(name) for name in names}) == 1 and len({name[-1:] for name in names}) == 1
    return len(names) > 1 and ((short and (ends_alike or found[-1].mark == ",")) or closure.siblings(names))


def _beside(total: str, name: str) -> bool:
    """Whether a part's name is that of a whole beside the whole: 第三产业投资 beside 第二产业投资."""
    return len(name) == len(total) >= _ENDING and sum(one != other for one, other in zip(name, total, strict=True)) == 1


def _end_alike(found: list[Part]) -> bool:
    """Whether the names of parts end with the same words: 邮政业务收入、电信业务收入."""
    ends = {part.name[-_ENDING:] for part in found}
    return len(found) > 1 and len(ends) == 1 and len(found[0].name) > _ENDING
