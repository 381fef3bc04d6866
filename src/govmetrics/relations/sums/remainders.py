"""Wholes of which something is left: w,a,余下 b; w,合格 a、不合格 b."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, alike, last_words
from govmetrics.relations.sums import closure
from govmetrics.relations.sums.breakdown import Breakdown

if TYPE_CHECKING:
    from govmetrics.relations.sums.breakdown import Scan

REST = compile_(r"(?:另外?|对|将|把)?(?:除此之外的?|还有|尚有|仍有|另有|余下|其余|剩余|剩下|余|尚余)(?:的|为|有|仅)?")
STILL = compile_("(?:还|尚|仍)有")
# 因病假等原因未参加
_REASON = compile_("(?:原因|因素|缘故|理由)(?:未|没有)")
_NEGATION = compile_("(?:尚|还|仍)?(?:不|未|没有)")
_OPEN_STATE = compile_("[^,。;]{0,6}(?:仍|正在|未|在办|攻坚|办理中|推进中|尚|待|不予|转|未办|审理)")
_AGAIN = compile_("[^,。;]{0,4}(?:又|再)")
_NOT_YET = compile_("[,、](?:尚|还|仍)?未([\u4e00-\u9fff]{2})的?(?:有|为)?")
_SHORT = 14
_PARTS = 8
_REACH, _TWICE = 5, 2
"""Numbers, rates among them, that the three may be spread over."""
"""Characters between a whole and parts that no word ties to it, at most."""


def undone(scan: Scan, at: int) -> Breakdown | None:
    """w,首批承接 a、第二批承接 b,尚未承接 c"""
    row, left = scan.row, scan.row[at]
    verb = _NOT_YET.fullmatch(left.before)
    if not verb:
        return None
    first = at
    while first and at - first < _PARTS and last_words(row[first - 1].before).endswith(verb.group(1)):
        first -= 1
    numbers = row[max(0, first - 1) : at + 1]
    following = row[at + 1] if at + 1 < len(row) else None
    if following is not None and alike(following, left) and not following.change and len(following.before) <= _SHORT:
        return None  # 未采纳12条,留作参考9条
    if first < 1 or at - first < _TWICE or not all(alike(one, left) and one.exact and not one.change for one in numbers):
        return None
    whole, *parts = numbers
    if whole.low < max(part.low for part in parts) or "其中" in "".join(part.before for part in parts[1:]):
        return None
    return Breakdown(whole, parts, last_words(left.before), "", True, [])


def rest(scan: Scan, at: int) -> Breakdown | None:
    """w,a,余下 b; w,合格 a、不合格 b; w,17个通过,5个未通过"""
    row = scan.row
    outside = (i for i in range(at, max(at - _REACH, -1), -1) if scan.levels[i] <= scan.levels[at])
    places = [i for i in outside if row[i].kind not in ("percent", "points")][:3]
    if len(places) < 3 or not all(alike(row[i], row[at]) and not row[i].change for i in places):
        return None
    if len({scan.levels[i] for i in places}) > 1 or any("其中" in row[i].before for i in range(places[1], at + 1)):
        return None
    second, first, whole = (row[i] for i in places)
    split = _split(row[max(0, places[1] - _PARTS) : places[1]], first) if REST.fullmatch(last_words(second.before)) else None
    whole = split or whole
    if (places[2] != places[1] - 1 and split is None) or closure.disjoint([last_words(whole.before), last_words(first.before)]):
        return None  # 撤诉 9 件,败诉 3 件,其余 4 件: what is left is that of a whole before them
    name = last_words(second.before)
    rest = REST.fullmatch(name) is not None and (not name.endswith("有") or _OPEN_STATE.match(scan.text, second.end))
    if rest and name.endswith("有") and not whole.low < (first.low + second.low) * _TWICE < whole.low * _TWICE * _TWICE:
        return None  # 审结 14 件,败诉 1 件,另有 1 件尚未审结
    if not (rest or _negated(scan, first, second, at)) or not _may_be_whole(scan, whole, first, second):
        return None
    again = _AGAIN.match(last_words(first.before)) is not None  # 已整改33项,下半年又销号19项,尚有6项
    sibling = len(last_words(first.before)) > 2 and last_words(first.before)[-2:] == last_words(whole.before)[-2:]
    due = "应" in last_words(whole.before) and last_words(first.before).startswith(("实", "已"))
    if again or (sibling and split is None and not due):
        return None
    # 已整改96个,剩余6个长期坚持,其余22个正在推进
    if (
        REST.fullmatch(last_words(first.before))
        or ";" in scan.text[first.end : second.start]
        or (split is None and _is_left_of_another(row[: places[2]], whole, first, second))
    ):
        return None
    closed = "" if "满意" in name else name or "余"
    return Breakdown(whole, [first, second], closed, "", True, [])


def _is_left_of_another(before: list[Number], whole: Number, first: Number, second: Number) -> bool:
    """Whether what is left is that of a number before the whole: 受理 w 件,办结 v 件,满意 a 件,其余 b 件正在办理, where v and b make w."""
    made = (whole.low + second.low, whole.low + first.low + second.low)
    return any(alike(one, whole) and one.low in made for one in before[-_PARTS:])


def _split(before: list[Number], first: Number) -> Number | None:
    """The whole of the parts just before: 问题 w 个,其中甲类 c、乙类 d,整改 a 个,剩余 b 个."""
    amount = Decimal(0)
    for number in reversed(before):
        if not alike(number, first) or number.change or not number.exact:
            return None
        if amount and number.low == amount:
            return number
        amount += number.low
    return None


def _may_be_whole(scan: Scan, whole: Number, first: Number, second: Number) -> bool:
    """Whether a number is not itself a part, smaller than its own, or of another clause; nor that there is a third state."""
    words = scan.text[whole.end : first.start]
    if first.before.startswith("、") or ";" in first.before + second.before or "部分" in words or "基本" in words:
        return False
    if "复检" in first.before or "复查" in first.before:
        return False
    other = any(alike(one, whole) and one.low == first.low + second.low for one in scan.before)
    return whole.low >= max(first.low, second.low) and not other


def _negated(scan: Scan, first: Number, second: Number, at: int) -> bool:
    """Whether the second is what the first is not, and no third state follows: 合格、不合格; 通过验收、未通过."""
    following = scan.row[at + 1] if at + 1 < len(scan.row) else None
    if following is not None and alike(following, second) and not following.change and len(following.before) <= _SHORT:
        return False
    name, other = _stated(second), _stated(first)
    if not name and not other:
        name, other = _behind(scan, second), _behind(scan, first)
        return name.startswith(("不", "未")) and len(other) > 1 and name[1:3] == other[:2]
    other = other or scan.text[first.end : second.start].partition(",")[0].removeprefix("评定为").removeprefix("经评查")
    negation = _NEGATION.match(name) or _REASON.search(name)
    if negation is None or len(other) < 2 or _NEGATION.match(other):
        return False
    verb = name[negation.end() :]
    told = other.rfind(verb[:2])
    if told >= 0 and (what := verb[2:]) and (its := other[told + 2 :]) and what != its:
        return False  # 成立业委会的 a 个,未成立党支部的 b 个
    return other[-2:] in verb or (len(verb) > 1 and verb[:2] in other)


def _behind(scan: Scan, number: Number) -> str:
    return scan.text[number.end : number.end + 4]


def _stated(number: Number) -> str:
    """What a number is said to be: 满意 of 表示满意的, 硬化 of 已硬化."""
    return last_words(number.before).removeprefix("表示").removeprefix("已").removesuffix("的")
