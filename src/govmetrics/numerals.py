"""Numerals: Arabic, Chinese and mixed ones as exact decimals that keep their written precision."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple, TypeAlias

LONGEST = 64
"""A longer text is no numeral: the largest amount of a report, with separators, has half as many characters."""

_Value: TypeAlias = "tuple[int, int]"  # (mantissa, exponent of the smallest unit that is written)

_PLAIN = str.maketrans(
    dict(zip("壹贰貳弍叁參叄肆伍陆陸柒捌玖〇○◯兩", "一二二二三三三四五六六七八九零零零两", strict=True))
    | dict(zip("拾佰仟萬億點負幾數餘來", "十百千万亿点负几数余来", strict=True))
    | {"廿": "二十", "卅": "三十", "卌": "四十"}
)
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2}
_POWERS = {"亿": 8, "万": 4, "千": 3, "百": 2, "十": 1}
_SUFFIXES = {sign: f"E{power}" for sign, power in _POWERS.items()} | {"萬": "E4", "億": "E8"}
# 三五天 is as common an approximation as 三四天; 三两 is 两三 the other way round.
_PAIRS = {a + b: (a, b) for a, b in zip("一二三四五六七八", "二三四五六七八九", strict=True)} | {
    "一两": ("一", "两"),
    "两三": ("两", "三"),
    "三两": ("两", "三"),
    "三五": ("三", "五"),
}


class Number(NamedTuple):
    """What a numeral says.

    Attributes:
        low: the value, or the least value of a range (两三 is 2 to 3, 十几 is 11 to 19).
        high: the greatest value; the same object as `low` unless the numeral is a range.
        vague: 多, 余, 来, 几, 数 or neighbouring digits make it an approximation; 多, 余 and 来 leave the value alone.
    """

    low: Decimal
    high: Decimal
    vague: bool


def parse(text: str) -> Number | None:
    """The number that `text`, a numeral without its unit, says; None when it is no numeral or an ambiguous one.

    Takes ASCII digits with thousands separators, Chinese digits (simplified, traditional, formal) and the scales
    十百千万亿, mixed at will, after an optional `-` or 负. The exponent of the result is that of the smallest unit
    written: 1.2万 is 1.2E+4, 三千五百 3.5E+3, 8.50 stays 8.50. 几 alone is 2 to 9. 兆 is refused, being
    10^6 as well as 10^12. Neither the decimal context nor the length of the text matters.
    """
    return _parse(text) if len(text) <= LONGEST else None


@lru_cache(maxsize=8192)
def _parse(text: str) -> Number | None:
    suffix = _SUFFIXES.get(text[-1:], "")
    plain = text[:-1] if suffix else text
    digits = plain.replace(".", "", 1)
    if digits.isdigit() and digits.isascii() and plain[-1] != ".":
        exact = Decimal(plain + suffix)
        return Number(exact, exact, False)
    text = text.translate(_PLAIN)
    negative = text[:1] in ("-", "负")
    return _approximate(text[1:] if negative else text, negative)


def _approximate(text: str, negative: bool) -> Number | None:
    certain = _without_surplus(text)
    bounds = _bounds(certain) if certain else None
    if certain is None or bounds is None:
        return None
    low = _value(bounds[0])
    high = low if bounds[0] == bounds[1] else _value(bounds[1])
    if low is None or high is None:
        return None
    least = _decimal(low, negative)
    if high is low:
        return Number(least, least, certain != text)
    greatest = _decimal(high, negative)
    return Number(greatest, least, True) if negative else Number(least, greatest, True)


def _decimal(value: _Value, negative: bool) -> Decimal:
    # From a string, because arithmetic and even unary minus would round to the ambient context.
    mantissa, exponent = value
    return Decimal(f"{'-' if negative and mantissa else ''}{mantissa}E{exponent}")


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _is_hanzi_digits(text: str) -> bool:
    return bool(text) and all(sign in _DIGITS and sign != "两" for sign in text)


def _without_surplus(text: str) -> str | None:
    """`text` without its 多, 余 or 来, which must follow a number and precede a scale or nothing."""
    places = [place for place, sign in enumerate(text) if sign in "多余来"]
    if not places:
        return text
    place = places[0]
    following = text[place + 1 : place + 2]
    if len(places) > 1 or text[:place][-1:] in ("", "零", "点", ".") or (following and following not in _POWERS):
        return None
    return text[:place] + following + text[place + 2 :]


def _bounds(text: str) -> tuple[str, str] | None:
    """The least and the greatest numeral that `text` can mean: equal unless it holds 几, 数 or neighbouring digits."""
    if "点" in text:
        return text, text
    low = high = text
    if "几" in text or "数" in text:
        several = _several(text)
        if several is None:
            return None
        low, high = several
    start = next((i for i in range(len(low) - 1) if low[i] in _DIGITS and low[i + 1] in _DIGITS), None)
    pair = _PAIRS.get(low[start : start + 2]) if start is not None else None
    if start is None or pair is None or low[start + 2 : start + 3] in _DIGITS:
        return low, high
    if low in ("十三五", "十四五"):
        return low, high  # the names of five-year plans, refused further on
    return low[:start] + pair[0] + low[start + 2 :], high[:start] + pair[1] + high[start + 2 :]


def _several(text: str) -> tuple[str, str] | None:
    """几 (and 数 before a scale or after 十) replaced by the digits that it can stand for."""
    if text[0] == "数" and text[1:2] in _POWERS:
        text = "几" + text[1:]
    text = text.replace("十数", "十几")
    for place, sign in enumerate(text):
        if sign == "数":
            return None
        if sign == "几":
            before, after = text[place - 1 : place], text[place + 1 : place + 2]
            if before not in ("", "零", "0", *_POWERS) or after not in ("", *_POWERS):
                return None
    low = "二" + text[1:] if text[0] == "几" else text
    return low.replace("0几", "1").replace("几", "一"), text.replace("0几", "9").replace("几", "九")


def _value(text: str, start: bool = True, final: bool = True) -> _Value | None:
    """Read `text` by its greatest scale.

    Args:
        text: a numeral without sign and approximation.
        start: it opens the whole numeral, so it may leave out 一 (百亿) or be a string of digits (一九八二, 一二〇万).
        final: it closes the whole numeral, so it may leave out its last scale (三万五).
    """
    whole, point, fraction = text.partition("点")
    if point and _is_hanzi_digits(fraction):
        return _with_fraction(whole, fraction)
    if start and final and "万万" in text and text[0] not in _POWERS:
        text = text.replace("万万", "亿")  # how reports of the 1950s wrote it: 六万万人口
    for scale, power in _POWERS.items():
        head, found, rest = text.partition(scale)
        if found:
            left = _head(head, power, start, bool(rest))
            if left is None or not rest:
                return left and (left[0], left[1] + power)
            right = _rest(rest, power, final)
            if right is None or left[1] < 0 or right[0] * 10 ** right[1] >= 10**power:
                return None
            return left[0] * 10 ** (left[1] + power - right[1]) + right[0], right[1]
    return _atom(text, start)


def _with_fraction(whole: str, fraction: str) -> _Value | None:
    value = None if whole.isascii() else _value(whole, final=False)
    if value is None or value[1] < 0:
        return None
    digits = len(fraction)
    return value[0] * 10 ** (value[1] + digits) + _positional(fraction), -digits


def _head(text: str, power: int, start: bool, more: bool) -> _Value | None:
    """What multiplies the scale 10^`power`; `more` tells that something follows the scale."""
    if not text:
        return (1, 0) if power == 1 or (start and not more) else None
    if power >= 4:
        return _value(text, start and not more, final=False) if text != "零" else None
    value = _atom(text, start)
    if start and not more and text.isascii():
        return value
    return value if value and value[0] and len(text) == 1 else None


def _rest(text: str, power: int, final: bool) -> _Value | None:
    """What follows the scale 10^`power`: 五 after 万 is 5000 at the end of a numeral, 零五 is 5."""
    zero = text[0] == "零"
    text = text[1:] if zero else text
    if len(text) == 1 and text not in _POWERS:
        if zero:
            return _atom(text, False) if power > 1 and text != "零" else None
        digit = _DIGITS.get(text)
        return (digit, power - 1) if digit and text != "两" and (final or power == 1) else None
    if text.isascii():
        value = _arabic(text)
        return value if value and value[1] == 0 else None
    return _value(text, False, final) if text[0] != "零" else None


def _atom(text: str, start: bool) -> _Value | None:
    """A number without scales: Arabic, one Chinese digit or, at the start, a string of them."""
    if text in _DIGITS:
        return _DIGITS[text], 0
    if text.isascii():
        return _arabic(text)
    if start and _is_hanzi_digits(text) and text not in _PAIRS:
        return _positional(text), 0
    return None


def _arabic(text: str) -> _Value | None:
    whole, point, fraction = text.partition(".")
    first, *groups = whole.split(",")
    if groups and (len(first) > 3 or first[:1] in ("", "0") or any(len(group) != 3 for group in groups)):
        return None
    digits = first + "".join(groups) + fraction
    return (int(digits), -len(fraction)) if _is_digits(digits) and bool(point) == bool(fraction) else None


def _positional(text: str) -> int:
    return int("".join(str(_DIGITS[sign]) for sign in text))
