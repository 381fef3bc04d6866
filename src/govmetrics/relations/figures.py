"""The numbers of a sentence with the words between them, and what a printed number may stand for."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, cast

from govmetrics.model import Date, Span, plain
from govmetrics.patterns import compile_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govmetrics.model import AnyMetric
    from govmetrics.view import Sentence, View

HALF = Decimal("0.5")
HUNDRED = Decimal(100)
_ALMOST = Decimal("0.999999")
"""What is cut off is less than one unit of the last place."""
_FACE = compile_(r"(\d[\d,]*(?:\.\d+)?)(万亿|[百千]?[万亿]|百|千|)")
_TIMES = frozenset(["年", "个月", "天", "周", "个季度"])
TIMES = _TIMES | {"日", "小时", "分钟"}
"""Units of time: what counts in them is no number of things."""
_TIME_ENDS = frozenset("前来间内后")
_PEOPLE = frozenset(["人", "名", "位"])
_BREAK = compile_(r"\n *")
_MEASURE = compile_("(?:米|里|吨|斤|克|亩|顷|升|瓦|时|度|寸|尺|丈|方|伏|赫|煤|分钟)$")
_DIGIT = compile_(r"\d")
_SIGNS = frozenset("0123456789零〇一二三四五六七八九")
_HUNDRED_MILLION = compile_("[亿億](?!.*[万萬])")
_TEN_THOUSAND = compile_("[万萬]")
_SCALES = {
    "": 1,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
}


class Number:
    """A figure that is no date.

    Attributes:
        start, end: where it stands in the twin.
        before: the words of its sentence since the number before it.
        text: the figure in the twin, without breaks and invisible signs.
        low, high, unit, kind, label, change, bound: as in the metric.
        narrow, wide: kept by `rounded` and `cut`.
    """

    __slots__ = ("before", "bound", "change", "end", "high", "kind", "label", "low", "metric", "narrow", "start", "text", "unit", "wide")

    def __init__(self, metric: AnyMetric, start: int, end: int, before: str, text: str) -> None:
        assert not isinstance(metric, Date)
        self.metric = metric
        self.text = text
        self.narrow: Range | None = None
        self.wide: Range | None = None
        self.start = start
        self.end = end
        self.before = before
        self.low = metric.low
        self.high = metric.high
        self.unit = metric.unit
        self.kind: str = metric.__struct_config__.tag  # type: ignore[assignment]
        self.label = metric.label
        self.change = metric.change
        self.bound = metric.bound

    @property
    def span(self) -> Span:
        return self.metric.span

    @property
    def exact(self) -> bool:
        """Whether it is one number without 约, 余, 以上 …"""
        return self.bound == "exact" and self.low == self.high

    @property
    def step(self) -> Decimal:
        """One unit of the last place that is written; 0 for a count of things, which is not rounded as lengths and weights are."""
        exponent = cast("int", self.low.as_tuple().exponent)
        if exponent > 0 and not _DIGIT.search(self.text):  # 三百 is as exact as 300
            exponent = min(exponent, 8 if _HUNDRED_MILLION.search(self.text) else 4 if _TEN_THOUSAND.search(self.text) else 0)
        exact = self.kind == "count" and exponent == 0 and not _MEASURE.search(self.unit)
        return Decimal(0) if exact else Decimal(1).scaleb(exponent)

    @property
    def face(self) -> str:
        """The number as it is written, without its unit, in Arabic digits: 1.2万, 37.99%."""
        match = _FACE.match("".join(self.text.split()))
        if not match:
            return digits(self.low) + ("%" if self.kind == "percent" else "")
        return match.group().replace(",", "") + ("%" if self.kind == "percent" else "")

    def rewritten(self, value: Decimal, *, exact: bool = False) -> str:
        """`value` as the report would write it in the place of this number: its scale, places (as many as it has if `exact`) and unit."""
        match = _FACE.match("".join(self.text.split()))
        unit = "%" if self.kind == "percent" else "个百分点" if self.kind == "points" else self.unit
        if not match:
            return digits(value, 2) + unit
        scale = _SCALES[match.group(2)]
        if exact:
            return digits(value / scale) + match.group(2) + unit
        places = len(match.group(1).partition(".")[2])
        return digits(value / scale, max(places, 0), keep=True) + match.group(2) + unit


def digits(value: Decimal, places: int | None = None, *, keep: bool = False) -> str:
    """`value` without exponent and, unless `keep`, idle zeros; rounded half up to `places` where given."""
    if places is not None:
        from decimal import ROUND_HALF_UP

        value = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    written = plain(value)
    return written.rstrip("0").rstrip(".") if "." in written and not keep else written


class Row(list[Number]):
    """The numbers of a sentence, in order, with where it starts and ends in the twin."""

    __slots__ = ("end", "start")

    def __init__(self, numbers: Iterable[Number], start: int, end: int) -> None:
        super().__init__(numbers)
        self.start = start
        self.end = end


def rows(view: View, least: int = 1) -> Iterator[Row]:
    """The numbers of each sentence that has at least so many."""
    return (row for row in view.once(_rows) if len(row) >= least)


def _rows(view: View) -> list[Row]:
    found = (Row(_numbers(view, sentence), sentence.start, sentence.end) for sentence in view.sentences if sentence.last > sentence.first)
    return [row for row in found if row]


def _numbers(view: View, sentence: Sentence) -> Iterator[Number]:
    at = sentence.start
    text = view.text
    for index in range(sentence.first, sentence.last):
        metric = view.metrics[index]
        if isinstance(metric, Date):
            continue
        start, end = view.starts[index], view.ends[index]
        if metric.unit in _TIMES and text[end : end + 1] in _TIME_ENDS and text[end : end + 1]:
            continue  # 三年前, 五年来
        before = text[at:start]
        yield Number(metric, start, end, _BREAK.sub("", before) if "\n" in before else before, text[start:end])
        at = end


def last_mark(words: str) -> int:
    """Where the last mark of `words` is that parts clauses or members of an enumeration; -1 where there is none."""
    return max(
        words.rfind("、"), words.rfind(","), words.rfind(";"), words.rfind(":"), words.rfind("("), words.rfind(")")
    )  # fmt: skip


def last_words(before: str) -> str:
    """The words of the clause that a number stands in, up to it."""
    return before[last_mark(before) + 1 :]


def alike(one: Number, other: Number) -> bool:
    """Whether two numbers count the same sort of thing: one kind and one unit, where 名, 位 and 人 are one."""
    return one.kind == other.kind and (one.unit == other.unit or (one.unit in _PEOPLE and other.unit in _PEOPLE))


class Range:
    """The values that a printed number, or what is calculated from such numbers, may stand for."""

    __slots__ = ("high", "low")

    def __init__(self, low: Decimal, high: Decimal) -> None:
        self.low = low
        self.high = high

    def __add__(self, other: Range) -> Range:
        return Range(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Range) -> Range:
        return Range(self.low - other.high, self.high - other.low)

    def __truediv__(self, other: Range) -> Range:
        """For positive ranges only."""
        return Range(self.low / other.high, self.high / other.low)

    def times(self, factor: Decimal) -> Range:
        """The range of `factor`, which is positive, times the value."""
        return Range(self.low * factor, self.high * factor)

    def meets(self, other: Range) -> bool:
        """Whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high


def rounded(number: Number) -> Range:
    """What `number` may stand for where it was rounded to the places written."""
    if number.narrow is None:
        reach = number.step * HALF
        number.narrow = Range(number.low - reach, number.high + reach)
    return number.narrow


def cut(number: Number) -> Range:
    """What it may stand for where further places may also have been cut off."""
    if number.wide is None:
        step = number.step
        number.wide = Range(number.low - step * HALF, number.high + step * _ALMOST)
    return number.wide


def floored(number: Number) -> Range:
    """What it may stand for where all further places were cut off."""
    return Range(number.low, number.low + number.step * _ALMOST)


def in_round_numbers(number: Number) -> Range:
    """What it may stand for where its last places are round: 六百六十万 says as little of the ones of 万 as 66 of tens would."""
    _, figures, exponent = number.low.normalize().as_tuple()
    if _DIGIT.search(number.text) or len(figures) < 2:
        return cut(number)
    reach = Decimal(1).scaleb(cast("int", exponent)) * HALF
    own = cut(number)
    return Range(min(own.low, number.low - reach), max(own.high, number.low + reach))


def slip(one: Number, other: Number) -> bool:
    """Whether one looks like the other with two digits swapped, one digit mistyped, or 万 for 亿."""
    exact = not one.step and not other.step
    first, second = _digits(one, exact), _digits(other, exact)
    if first == second:
        return abs(one.low.adjusted() - other.low.adjusted()) in (4, 8)
    return mistyped(first, second)


def mistyped(first: str, second: str) -> bool:
    """Whether two numbers of three digits or more have one digit that differs, or two that are swapped."""
    if len(first) != len(second) or len(first) < 3:
        return False
    return same_but_one(first, second)


def same_but_one(first: str, second: str) -> bool:
    """Whether two texts of one length have one character that differs, or two that are swapped."""
    return len(_differ(first, second)) == 1 or swapped(first, second)


def swapped(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether two rows of characters of one length differ in two that stand the other way round."""
    differ = _differ(first, second)
    return len(differ) == 2 and differ[0] == differ[1][::-1]


def _differ(first: Sequence[str], second: Sequence[str]) -> list[tuple[str, str]]:
    return [(a, b) for a, b in zip(first, second, strict=True) if a != b] if len(first) == len(second) else []


def one_digit(one: Number, other: Number) -> bool:
    """Whether two numbers as printed, of at least two digits and one scale, differ in one digit or by a swap."""
    first, second = "".join(one.text.split()), "".join(other.text.split())
    figures = all(a in _SIGNS and b in _SIGNS for a, b in _differ(first, second))
    return figures and sum(sign in _SIGNS for sign in first) > 1 and same_but_one(first, second)


def _digits(number: Number, exact: bool) -> str:
    return plain(number.low) if exact else significant(number.low)


def significant(value: Decimal) -> str:
    """The digits of a number without noughts at its end, whatever its scale."""
    return "".join(map(str, value.as_tuple().digits)).rstrip("0")


def signed(number: Number) -> Decimal:
    """The value of a change: negative for a decrease."""
    return -number.low if number.change == "decrease" else number.low
