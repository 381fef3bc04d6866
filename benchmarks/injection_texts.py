"""Slips in relations that plain patterns and arithmetic find without the checks: these show what the checks do not recognise."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from itertools import accumulate, pairwise, permutations
from random import Random
from typing import NamedTuple

from injection_edits import Edit, Report, Value, edit, slips, value_of
from injection_places import Inject

_UNIT = "件次|人次|批次|场次|个百分点|平方米|平方公里|公里|公顷|[件人起个家户次份场项名批辆吨亩条处所部篇期例宗台套张间座组类元%％]"
_TOKEN = re.compile(rf"(?<![\d.,:A-Za-z第〔])(\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)[ \n]?(万亿|亿|万)?\n?余?({_UNIT})")
# A line break after a full line, before a line that begins no heading, is one of a wrapped text.
_SENTENCE = re.compile(r"(?:[^。\n]|(?<=[^\n]{30})\n(?=[^\s（一二三四五六七八九十\d]|\d+(?:\.\d+)? ?(?:万元|元|件|人|个|辆|%)))+")
_MARKED_AFTER = re.compile(r"其中|包括|分别|分为|含|[:：（(]|由")
_MARKED_BEFORE = re.compile(r"(?:合计|共计|总计|总共|共)[^，,、；;\d]{0,6}$")
_CHANGE = re.compile(r"(?:增长|增加|上升|上涨|提高|提升|下降|减少|降低|增幅|降幅|回落|增|降|减|多|少)(?:了|为|达|约)?$")
_CHANGED = re.compile(r"(?:增加|减少|增|减|下降|上升|提高|多|少)(?:了)?$")
_SHARE = re.compile(r"占[^，,。；;\d]{0,12}$")
_RATE = re.compile(r"率(?:为|达到?|是)?$")
_MEAN = re.compile(r"均[^，,。；;\d]{0,8}$")
_REPEATED = re.compile(rf"(?<![\u4e00-\u9fff])(?P<words>[\u4e00-\u9fff]{{6,}})(?P<figure>\d[\d.]*\d)(?=(?:万|亿)?(?:{_UNIT}))")
_NEAR = 60
HALF, HUNDRED = Decimal("0.5"), Decimal(100)


class Token(NamedTuple):
    """A number with its unit at `start` to `end`, and the words before it."""

    start: int
    end: int
    value: Value
    unit: str
    before: str


def sentences(text: str) -> Iterator[list[Token]]:
    for match in _SENTENCE.finditer(text):
        yield list(tokens(text, *match.span()))


def tokens(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        value = value_of(match.group())
        if value is not None:
            unit = match.group(3).replace("％", "%")
            yield Token(*match.span(), value, unit, text[max(start, match.start() - 16) : match.start()])


def level(token: Token) -> bool:
    return token.unit not in ("%", "个百分点") and not _CHANGED.search(token.before) and token.value.value > 0


def slip(report: Report, token: Token, random: Random, wanted: Callable[[Value], bool]) -> Iterator[Edit]:
    for new in slips(report.text[token.start : token.end], random, wanted):
        yield edit(token.start, token.end, new)
        return


class Sum(NamedTuple):
    """A total with its parts; `stated` where the total follows them with 合计 or the like, so that they are all."""

    total: Token
    parts: list[Token]
    stated: bool


def sums(report: Report) -> Iterator[Sum]:
    """A number that is exactly the sum of the numbers of its unit behind 其中 …, or of those before it where it says 合计."""
    for row in sentences(report.text):
        levels = [token for token in row if level(token)]
        for at, total in enumerate(levels):
            alike = [token for token in levels[at + 1 :] if token.unit == total.unit]
            behind = _summing(total, alike)
            if behind and _MARKED_AFTER.search(report.text, total.end, behind[0].start):
                yield Sum(total, behind, stated=False)
                continue
            alike = [token for token in reversed(levels[:at]) if token.unit == total.unit]
            ahead = _summing(total, alike)
            if ahead and _MARKED_BEFORE.search(total.before):
                yield Sum(total, ahead, stated=True)


def _summing(total: Token, parts: list[Token]) -> list[Token]:
    """The first two or more of `parts` that make up `total`."""
    for count, value in enumerate(accumulate(part.value.value for part in parts), 1):
        if value == total.value.value and count > 1 and value >= 20:
            return parts[:count]
        if value > total.value.value:
            break
    return []


def sum_text(report: Report, random: Random, *, stated: bool, above: bool) -> Iterator[Edit]:
    """A slip that makes the parts more than the whole (`above`), or less, by more than any rounding."""
    for one in sums(report):
        if one.stated != stated:
            continue
        slack = one.total.value.step + sum((part.value.step for part in one.parts), Decimal(0))
        token = random.choice([one.total, *one.parts])
        up = above != (token is one.total)
        old = token.value.value

        def wanted(new: Value, up: bool = up, old: Decimal = old, slack: Decimal = slack) -> bool:
            return (new.value - old if up else old - new.value) > slack

        yield from slip(report, token, random, wanted)


class Way(NamedTuple):
    """What numbers give, and between which values it lies whatever was rounded."""

    exact: Decimal
    low: Decimal
    high: Decimal


def _ratio(upper: Value, lower: Value, less: int = 0) -> list[Way]:
    """`upper` over `lower`, in percent, `less` 1."""
    if lower.low <= 0:
        return []
    ends = [(a / b - less) * HUNDRED for a, b in ((upper.value, lower.value), (upper.low, lower.high), (upper.high, lower.low))]
    low, high = sorted(map(abs, ends[1:]))
    return [Way(abs(ends[0]), Decimal(0) if ends[1] * ends[2] < 0 else low, high)]


def _plus(one: Value, other: Value, sign: int) -> Value:
    return Value(one.value + sign * other.value, one.step + other.step, one.unit)


def _gives(stated: Value, way: Way) -> bool:
    """Whether the number may be printed as `stated`, rounded or cut off."""
    return abs(way.exact - stated.value) <= stated.step * HALF or stated.value <= way.exact < stated.value + stated.step


def _off(ways: Iterable[Way]) -> Callable[[Value], bool]:
    """Whether a number is none of `ways`, by more than any rounding."""
    return lambda new: not any(way.low - new.step <= new.value <= way.high + new.step for way in ways)


def _far(ways: Iterable[Way]) -> Callable[[Value], bool]:
    """Whether a number is none of `ways` by a tenth: days and people are counted in several ways."""
    return lambda new: new.value > 0 and not any(abs(way.exact / new.value - 1) < Decimal("0.1") for way in ways)


def _stated(
    report: Report, random: Random, said: re.Pattern[str], ways: Callable[[list[Token], Token], Iterable[Way]], unit: str
) -> Iterator[Edit]:
    """Slips in figures of `unit` that the numbers around them give, to what no numbers around them give."""
    for row in sentences(report.text):
        for token in row:
            if token.unit != unit or not said.search(token.before):
                continue
            near = [other for other in row if other is not token and token.start - 2 * _NEAR < other.start < token.end + _NEAR]
            found = list(ways(near, token))
            if any(_gives(token.value, way) for way in found):
                yield from slip(report, token, random, _off(found))


def share_ways(near: list[Token], token: Token) -> Iterator[Way]:
    before = [other for other in near if other.end <= token.start and level(other)]
    if before:
        part = before[-1]
        for base in before[:-1]:
            if base.unit == part.unit and base.value.value >= part.value.value:
                yield from _ratio(part.value, base.value)


def rate_ways(near: list[Token], token: Token) -> Iterator[Way]:
    if token.value.value == HUNDRED:
        return
    counts = [other for other in near if level(other)]
    for part, base in permutations(counts, 2):
        if part.unit == base.unit and part.value.value <= base.value.value:
            yield from _ratio(part.value, base.value)


def growth_ways(near: list[Token], token: Token) -> Iterator[Way]:
    numbers = [other for other in near if other.unit not in ("%", "个百分点") and other.value.value > 0 and other.start < token.start]
    for one, other in pairwise(numbers):
        if one.unit != other.unit or _CHANGED.search(one.before):
            continue
        if _CHANGED.search(other.before):
            for base in (_plus(one.value, other.value, -1), _plus(one.value, other.value, 1), one.value):
                yield from _ratio(other.value, base)
        else:
            yield from _growths(one.value, other.value)


def _growths(one: Value, other: Value) -> list[Way]:
    return [*_ratio(one, other, 1), *_ratio(other, one, 1)]


def points_ways(near: list[Token], token: Token) -> Iterator[Way]:
    rates = [other for other in near if other.unit == "%" and not _CHANGE.search(other.before)]
    for one, other in pairwise(rates):
        difference = abs(one.value.value - other.value.value)
        yield Way(difference, difference - one.value.step - other.value.step, difference + one.value.step + other.value.step)


def average_text(report: Report, random: Random) -> Iterator[Edit]:
    for row in sentences(report.text):
        for token in row:
            if not _MEAN.search(token.before) or not level(token):
                continue
            before = [other for other in row if other.end <= token.start and level(other)]
            ways = []
            for total, number in permutations(before, 2):
                if total.unit == token.unit and number.unit != token.unit:
                    mean = total.value.value / number.value.value
                    ways.append(Way(mean, mean, mean))
            if any(_gives(token.value, way) for way in ways):
                yield from slip(report, token, random, _far(ways))


def repeat_text(report: Report, random: Random) -> Iterator[Edit]:
    """The same six or more characters before the same number of three or more digits, a second time."""
    seen: set[tuple[str, str]] = set()
    for match in _REPEATED.finditer(report.text):
        words, figure = match.group("words"), match.group("figure")
        if len(figure.replace(".", "")) < 3 or figure.startswith("20") or _CHANGE.search(words) or _MEAN.search(words):
            continue
        if (words, figure) in seen:
            for new in slips(figure, random, lambda _: True):
                yield edit(*match.span("figure"), new)
                break
        seen.add((words, figure))


def level_text(report: Report, random: Random) -> Iterator[Edit]:
    """由 a 增加到 b,增长 p%: a slip in a or b after which p is neither the growth from a nor that from b."""
    for row in sentences(report.text):
        for one, other in pairwise([token for token in row if level(token)]):
            rate = next((token for token in row if other.end <= token.start < other.end + 30 and _is_rate(token)), None)
            if rate is None or one.unit != other.unit or not any(_gives(rate.value, way) for way in _growths(one.value, other.value)):
                continue
            token, beside = random.sample([one, other], 2)

            def wanted(new: Value, beside: Value = beside.value, rate: Value = rate.value) -> bool:
                return _off(_growths(new, beside))(rate)

            yield from slip(report, token, random, wanted)


def _is_rate(token: Token) -> bool:
    return token.unit == "%" and _CHANGE.search(token.before) is not None


TEXTS: dict[str, Inject] = {
    "sum-text-above": lambda report, random: sum_text(report, random, stated=False, above=True),
    "sum-text-below": lambda report, random: sum_text(report, random, stated=False, above=False),
    "total-text-above": lambda report, random: sum_text(report, random, stated=True, above=True),
    "total-text-below": lambda report, random: sum_text(report, random, stated=True, above=False),
    "share-text": lambda report, random: _stated(report, random, _SHARE, share_ways, "%"),
    "rate-text": lambda report, random: _stated(report, random, _RATE, rate_ways, "%"),
    "growth-text": lambda report, random: _stated(report, random, _CHANGE, growth_ways, "%"),
    "level-text": level_text,
    "points-text": lambda report, random: _stated(report, random, _CHANGE, points_ways, "个百分点"),
    "average-text": average_text,
    "repeat-text": repeat_text,
}
