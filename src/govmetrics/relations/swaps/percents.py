"""Percentages and points whose digits were exchanged: a rate of two numbers around, a growth, a difference of two rates."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations, islice, pairwise
from typing import TYPE_CHECKING

from govmetrics.patterns import compile_
from govmetrics.relations.figures import HALF, HUNDRED, alike, cut, digits, last_words, rows, swapped
from govmetrics.relations.paragraphs import clause
from govmetrics.relations.swaps.way import Way
from govmetrics.relations.words_around import share_a_word

if TYPE_CHECKING:
    from govmetrics.relations.figures import Number
    from govmetrics.view import View

_AGAINST = compile_("[比较](?:上年|去年)(?:同期)?的?$")
_BESIDE = compile_("(?:增长|下降|上升|减少|增加)了?")
_OF_ALL = compile_("占全[省市县区乡镇街](?:道)?(?P<noun>[\u4e00-\u9fff][\u4e00-\u9fff()]{0,6})总数的$")
_RATE = compile_("(?P<core>[\u4e00-\u9fff]{2})率")
_SHARE = compile_("(?P<name>[\u4e00-\u9fff]{2,12}?)(?:类)?(?:案件|诉求)?的?占")
_LESS = compile_("基本|比较|不|未|非")
_NAME = compile_("[\u4e00-\u9fff]{2,8}(?:率|度|比重|占比|比例)")
_TIME = compile_("[上去]年|同期|(?<!\\d)20\\d\\d年")
_PAIR = 2
_OPENING = 40
"""Sentences of a report that tell what there is in its whole place."""


def ratio(view: View, number: Number, near: list[Number]) -> Way | None:
    """续签率 p%: what one of the numbers around is of another, of which either is called as the rate is."""
    levels = [one for one in near if one.kind in ("count", "money") and one.exact and not one.change and one.low > 0]
    if all_ := _OF_ALL.search(number.before):  # what there is of them is told in the opening
        noun = all_["noun"]
        levels += [
            one
            for row in islice(rows(view), _OPENING)
            for one in row
            if one not in levels and one.exact and view.text.startswith(noun, one.end)
        ]
    reach, own = number.step * HALF, cut(number)
    found: list[tuple[Number, Number]] = []
    exchanged = _exchanged(number)
    for base in levels:
        bounds = [((value - reach) * base.low / HUNDRED, (value + reach) * base.low / HUNDRED) for value in exchanged]
        if not bounds:
            return None
        low, high = own.low * base.low / HUNDRED, own.high * base.low / HUNDRED
        for part in levels:
            if part is base or not alike(part, base) or part.low > base.low:
                continue
            if low <= part.low <= high:
                return None
            if any(least <= part.low < most for least, most in bounds):
                found.append((part, base))
    if not found and len(levels) > _PAIR:
        return _ratio_of_two(number, levels)
    for part, base in found:
        follows = last_words(number.before) == "的" and base.end + 1 == number.start
        if all_ or follows or _is_of(view, number, part, base, levels):
            value = part.low / base.low * HUNDRED
            return Way((part, base), number.rewritten(value), f"{part.face}÷{base.face}={digits(value, 2)}%")
    return None


def _is_of(view: View, number: Number, part: Number, base: Number, levels: list[Number]) -> bool:
    """Whether a rate is called as `part` is, which no number nearer to it is; or as `base`, of which `part` is told at once."""
    words = last_words(number.before)
    rate, share = _RATE.search(words), _SHARE.search(words)
    core = rate["core"] if rate else share["name"] if share else ""
    said = [one for one in levels if core and _says(clause(view, one), core, bool(rate))]
    said = [one for one in said if core in clause(view, one)] or said
    said = [one for one in said if not _LESS.search(last_words(one.before))] or said
    before = [one for one in said if one.start < number.start]
    if part in said:
        return part is (before[-1] if before else said[0])
    beside = "其中" in part.before and part.start - len(part.before) == base.end
    return beside and not said and any(words[at : at + 3] in clause(view, base) for at in range(len(words) - 2))


def _says(clause_: str, core: str, whole: bool) -> bool:
    return core in clause_ if whole else share_a_word(core, clause_)


def _ratio_of_two(number: Number, levels: list[Number]) -> Way | None:
    """出庭率 p%,其中正职出庭 a 件,副职出庭 b 件, of w: what two numbers that follow each other, and are called as the rate is, are of another."""
    exchanged, rate = _exchanged(number), _RATE.search(last_words(number.before).replace("应诉", ""))
    reach = number.step * HALF
    found = None
    core = rate["core"] if rate else ""
    for one, other in pairwise(levels) if core else ():
        if not alike(one, other) or not all(core in last_words(part.before) for part in (one, other)):
            continue
        both = one.low + other.low
        for base in levels:
            if base is one or base is other or not alike(base, one) or base.low < both:
                continue
            value = both / base.low * HUNDRED
            if cut(number).low <= value <= cut(number).high:
                return None
            if any(right - reach <= value < right + reach for right in exchanged):
                found = Way((one, other, base), number.rewritten(value), f"({one.face}+{other.face})÷{base.face}={digits(value, 2)}%")
    return found


def _exchanged(number: Number) -> list[Decimal]:
    """The values that `number` has with two digits exchanged, of those up to 100."""
    signs = list(number.face.removesuffix("%"))
    places = [at for at, sign in enumerate(signs) if sign.isdecimal()]
    found = set()
    for one, other in combinations(places, 2):
        turned = signs.copy()
        turned[one], turned[other] = turned[other], turned[one]
        if turned != signs and turned[0] != "0":
            found.add(Decimal("".join(turned)))
    return [value for value in sorted(found) if value < HUNDRED]


def growth(number: Number, base: Number, near: list[Number]) -> Way | None:
    """立案查处 b 起。…立案数比上年的 a 件下降 p%: the only level that is called as the base is, whatever its unit."""
    led = _AGAINST.search(base.before)
    if led is None or base.kind != "count" or not base.exact or base.change or not base.low or not _BESIDE.fullmatch(number.before):
        return None
    words = last_words(base.before)[: -len(led.group())]
    levels = [one for one in near if one is not base and one.kind == "count" and one.exact and not one.change and one.end <= base.start]
    called = [one for one in levels if words and share_a_word(words, last_words(one.before))]
    for one in called if len(called) == 1 else ():
        value = (one.low / base.low - 1) * HUNDRED
        right = number.rewritten(abs(value))
        if (value < 0) == (number.change == "decrease") and swapped(right, number.text):
            return Way((one, base), right, f"{one.face}÷{base.face}-1={digits(value, 2)}%")
    return None


def points(number: Number, near: list[Number], before: Number) -> Way | None:
    """主动评价率 a%。…上年主动评价率 b%,提升 d 个百分点: the difference of the two values of one rate, the last of which stands right before it."""
    levels = [one for one in near if one.kind == "percent" and one.exact and not one.change]
    if before not in levels or any(abs(one.low - other.low) == number.low for one, other in combinations(levels, 2)):
        return None
    for other in levels:
        value = abs(before.low - other.low)
        right = number.rewritten(value)
        told = value and not right.startswith("0") and not number.text.startswith("0") and swapped(right, number.text)
        if other is not before and told and _are_of_one_rate(before, other):
            high, low = (before, other) if before.low > other.low else (other, before)
            return Way((before, other), right, f"{high.face}-{low.face}={digits(value)}")
    return None


def _are_of_one_rate(one: Number, other: Number) -> bool:
    """Whether both are called by the same name, and one of them is said to be of another year."""
    names = [found.group() if (found := _NAME.search(number.before)) else "" for number in (one, other)]
    shortest = min(names, key=len)
    alike_ = len(shortest) > _PAIR and all(name.endswith(shortest[-4:]) for name in names)
    return alike_ and any(_TIME.search(number.before) for number in (one, other))
