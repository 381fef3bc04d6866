"""Parts of a number of the sentence before: 其中 a、b at its head; 按行业分,a、b; 新收案件中,a、b."""

from __future__ import annotations

from collections import deque
from decimal import Decimal
from typing import TYPE_CHECKING

from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, Row, alike, last_words
from govmetrics.relations.sums import closure
from govmetrics.relations.sums.breakdown import AHEAD, COMPARED, INTENSIVE, MARKER, Breakdown
from govmetrics.relations.sums.remainders import REST, STILL

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from govmetrics.relations.sums.breakdown import Scan
    from govmetrics.relations.sums.parts import Part

_SPLIT = compile_(
    r"(?:[,;]|^)(?:(?:若|如)?按[^,。;]{1,12}(?:划?分|看)[类布组]?|从[^,。;]{1,12}(?:上看|来看|看)|分[^,。;]{1,8}看)[:,]?|^(?:[\u4e00-\u9fff]{2,10}结果(?:为|是|如下|显示)|(?:资金|经费)(?:来源|构成)(?:为|是|包括|有))[:,]?"
)
_NAMED_SPLIT = compile_(r"(?P<name>[\u4e00-\u9fff]{2,8})(?:按|从)[^,。;]{1,12}?(?:划?分|看)[:,]")
_POINTING = ("本", "该", "其", "全", "这", "上述", "以上", "在")
_ALL = 3
"""Parts that are mostly all there are where it is said how the whole is split."""
_NEARLY = Decimal("0.8")
_DONE = ("审结", "办结", "结案")
_AGAIN = compile_("又|再")
_KEPT = 60
_LONGER = compile_("累计|历年|以来|含|上年|结转|次均")
_REACH = 60
"""How far the sentence of the whole may stand before the one of its parts."""


class Across:
    """What one sentence leaves for the next.

    Attributes:
        before: the numbers of the sentence before.
        whole: what that sentence was split from: 按地域分 … 。按行业分 … 。
    """

    def __init__(self) -> None:
        self.before: list[Number] = []
        self.whole: Number | None = None
        self.paragraph: deque[Number] = deque(maxlen=_KEPT)

    def read(self, scan: Scan) -> Iterator[Breakdown]:
        """A sentence that opens with 其中, with 按经营地分, or with 新收案件中, which names a number of the sentence before."""
        before, whole = self.before, self.whole
        self.before, self.whole = scan.row, None
        row, first = scan.row, scan.row[0]
        if before and "\n" in scan.text[before[-1].end : row.start]:
            self.paragraph.clear()
        self.paragraph.extend(before)
        if not before or first.change or first.kind not in ("count", "money") or row.start - before[-1].end > _REACH:
            return
        lead = first.before.lstrip(" ")
        split = _SPLIT.match(lead) or _NAMED_SPLIT.match(lead)
        yield from filter(None, (self._left(before, row), self._one_above(scan, before, lead)))
        head = lead.partition(",")[0]
        if not (split or lead.startswith("其中") or head.endswith("中")):
            return
        candidates = [
            number
            for number in before
            if alike(number, first)
            and not number.change
            and number.unit not in INTENSIVE
            and not COMPARED.search(number.before)
            and "均" not in last_words(number.before)
        ]
        if split and whole is not None and alike(whole, first):
            named, others = [whole], list[Number]()
        else:
            named, others = _named(candidates, first, lead, head, split)
        self.whole = named[0] if split and named else None
        for at in (0, *_splits(row)) if len(named) == 1 else ():
            found = scan.read(at, named[0])
            if len(found) > 1 and not self._are_of_others(found, named[0], candidates, whole, is_split=split is not None):
                yield self._made(scan, named[0], found, split.group() if split else "", head)._replace(wholes=others)

    def _are_of_others(self, found: list[Part], named: Number, candidates: list[Number], whole: Number | None, *, is_split: bool) -> bool:
        """Whether the parts are of all candidates together, of a number of an earlier sentence, or each of one."""
        amount = sum((part.number.low for part in found), Decimal(0))
        if named is not whole and len(candidates) > 1 and amount == sum((one.low for one in candidates), Decimal(0)):
            return True
        if is_split and amount != named.low and any(alike(one, named) and one.low == amount for one in self.paragraph):
            return True
        # 建议 v 件、提案 w 件。其中涉法治类建议 a 件、提案 b 件
        return amount != named.low and len(candidates) >= len(found) and _are_of_each(found, candidates[-len(found) :])

    def _made(self, scan: Scan, whole: Number, found: list[Part], split: str, head: str) -> Breakdown:
        """The parts that `found` are of `whole`, which `split`, 按行业分, or `head`, 审结案件中, may say that they are all."""
        found[0] = found[0]._replace(name=MARKER.sub("", found[0].name))
        made = scan.made(whole, found)
        outcomes = head.endswith("中") and head[:2] in _DONE and closure.outcomes([part.name for part in found])
        if not made.closed and outcomes and _is_near(whole, found):
            made = made._replace(closed=head, likely=True)
        if not made.closed and closure.all_told([part.name for part in found]) and _is_near(whole, found):
            made = made._replace(closed="其中", likely=True)
        if split and not made.closed and self._may_be_all(scan, whole, found):
            made = made._replace(closed=split.strip(",;:"), likely=True)
        return made

    def _one_above(self, scan: Scan, before: list[Number], lead: str) -> Breakdown | None:
        """培训 w 人次。其中,专题培训 a 人次,其余…: one part that is more than the only number it can be of."""
        row = scan.row
        wholes = [one for one in before if alike(one, row[0]) and not one.change]
        alone = len(wholes) == 1 and sum(alike(one, row[0]) for one in row) == 1
        if not alone or not lead.startswith("其中") or wholes[0].low >= row[0].low or _LONGER.search(lead):
            return None
        return Breakdown(wholes[0], row[:1], "", "", True, [])

    def _left(self, before: list[Number], row: Row) -> Breakdown | None:
        """查出问题共 w。已整改 a,余下 b"""
        if len(row) < 2 or not alike(row[0], row[1]) or row[1].change:
            return None
        here = [one for one in before if one in self.paragraph]
        if here and (made := self._both_states(here, row) or self._in_steps(here, row)):
            return made
        if not REST.fullmatch(last_words(row[1].before)):
            return None
        wholes = [one for one in before if alike(one, row[0]) and not one.change]
        amount = row[0].low + row[1].low
        if len(wholes) != 1 or "共" not in last_words(wholes[0].before) or not _NEARLY * wholes[0].low < amount < wholes[0].low / _NEARLY:
            return None
        return Breakdown(wholes[0], row[:2], "余下", "", True, [], likely=True)

    def _both_states(self, before: list[Number], row: Row) -> Breakdown | None:
        """反馈问题 w 个。已完成整改 a 个,正在推进 b 个, which are more than there are."""
        said = [last_words(one.before) for one in row[:2]]
        names = closure.members(said) if "改" in "".join(said) else ""
        wholes = [one for one in before if alike(one, row[0]) and not one.change]
        more = len(wholes) == 1 and max(row[0].low, row[1].low) <= wholes[0].low < row[0].low + row[1].low
        if not names or not more or row[0].low + row[1].low > wholes[0].low / _NEARLY:
            return None
        return Breakdown(wholes[0], row[:2], names, "", True, [], likely=True)

    def _in_steps(self, before: list[Number], row: Row) -> Breakdown | None:
        """交办问题 w 项。至6月底整改 a 项,下半年又销号 b 项,尚有 c 项"""
        three = row[:_ALL]
        if len(three) < _ALL or not all(alike(one, row[0]) and one.exact and not one.change for one in three):
            return None
        wholes = [one for one in before if alike(one, row[0]) and not one.change]
        left = STILL.fullmatch(last_words(three[2].before)) and _AGAIN.search(last_words(three[1].before))
        amount = sum((one.low for one in three), Decimal(0))
        near = len(wholes) == 1 and _NEARLY * wholes[0].low < amount < wholes[0].low / _NEARLY
        return Breakdown(wholes[0], list(three), "尚有", "", True, [], likely=True) if left and near else None

    def _may_be_all(self, scan: Scan, whole: Number, found: list[Part]) -> bool:
        """Whether so many parts, that come near to the whole, are all that it is split into."""
        told = len(found) >= _ALL and _is_near(whole, found)
        words = scan.text[scan.row.start : found[-1].number.end + 4]
        return told and not scan.tail(found[-1]).startswith("等") and not closure.partial(words)


def _named(
    candidates: list[Number], first: Number, lead: str, head: str, split: regex.Match[str] | None
) -> tuple[list[Number], list[Number]]:
    """The wholes that the parts of a sentence may be of, by how it opens, and others that they may be of instead."""
    if lead.startswith("其中") or split:
        called = [one for one in candidates if split and "name" in split.groupdict() and _names(split["name"], one)]
        holding = [one for one in candidates if one.low >= first.low] or candidates  # 申请236件,撤回7件。其中甲类164件
        return called[-1:] or holding[-1:], [] if called else [one for one in candidates if one is not holding[-1]]
    named = [number for number in candidates if _names(head, number)] if head.endswith("中") and len(head) <= 16 else []
    called = [one for one in named if head.startswith(last_words(one.before).removeprefix("其中") or "。")]
    if called or len(named) <= 1:
        return called or named, []
    return [one for one in named if last_words(one.before).endswith(head[:-1])] or named, []


def _are_of_each(found: list[Part], wholes: list[Number]) -> bool:
    """Whether each part is called as one of the numbers before is, in their order."""
    return all(part.name[-2:] == last_words(whole.before)[-2:] for part, whole in zip(found, wholes, strict=True))


def _is_near(whole: Number, found: list[Part]) -> bool:
    amount = sum((part.number.low for part in found), Decimal(0))
    return _NEARLY * whole.low < amount < whole.low / _NEARLY


def _splits(row: Row) -> list[int]:
    """Where the whole of the first enumeration is split once more: ;按消费形态分."""
    return [at for at, number in enumerate(row[:AHEAD]) if at and _SPLIT.match(number.before) and number.before[0] == ";"]


def _names(head: str, number: Number) -> bool:
    """Whether 新收案件中 names a number, 新收 9.92万件."""
    if len(head) < 3 or head.startswith(_POINTING):
        return False
    words = last_words(number.before)
    return head[:2] in words or (head[0] == "已" and len(head) > 3 and head[1:3] in words)
