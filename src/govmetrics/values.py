"""What a match of a rule says: one function a kind, from captures to a figure."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import regex

from govmetrics import calendar, dates
from govmetrics.captures import span, text
from govmetrics.dates import Years
from govmetrics.figure import Figure
from govmetrics.numerals import parse
from govmetrics.patterns import compile_
from govmetrics.rulebook import Groups

_SIGNED = frozenset(["count", "money", "points"])
_TEMPERATURES = frozenset(["℃", "度", "摄氏度"])
_BEFORE_NEGATIVE = ("增长", "增加", "增减", "净增", "变化", "差", "差额", "余额", "为", "是")
_TO = compile_(r"[—~至到-]")
_MINUS = "(?<=[为是达至到约于在~(,:、和温差额润余率])负"  # 税负5%, 肩负3项任务
_NO_SIGN_AFTER = r"\dA-Za-z\s\-%‰点℃度元件人次个户名家年月日号期级层楼栋幢座室米吨亩项条版章节类组区万亿)\]”》—~"
_SIGN = compile_(rf"(?:(?<![{_NO_SIGN_AFTER}])-|(?<=[~至到])-|{_MINUS})$")
_SIGN_OF_WARMTH = compile_(rf"(?:(?<![{_NO_SIGN_AFTER}])-|(?<=[~至到])-|负|零下)$")
_SIGN_OF_POINTS = compile_(rf"(?:(?<![\dA-Za-z\s\-%‰点])-|{_MINUS})$")
_BARE_SCALES = frozenset(["百", "千", "万", "亿", "百万", "千万", "百亿", "千亿", "万亿", "十万", "十亿"])


def figure(groups: Groups, match: regex.Match[str], years: Years) -> Figure | None:
    """The figure of a match, or None when its captures make no value."""
    result = _READERS[groups.kind](groups, match, years)
    if result and result.start and match.string[result.start - 1] in "-负下" and groups.kind in _SIGNED:
        _sign(result, match.string)
    return result


def _sign(result: Figure, text: str) -> None:
    """Make a figure behind a minus sign negative; a dash between two figures or in a name is none."""
    warmth = result.unit in _TEMPERATURES
    pattern = _SIGN_OF_WARMTH if warmth else _SIGN_OF_POINTS if result.kind == "points" else _SIGN
    sign = pattern.search(text, max(0, result.start - 5), result.start)
    if not sign or result.low is None or result.high is None:
        return
    measured = result.kind != "count" or warmth or result.unit == "米"
    if not measured and not text.endswith(_BEFORE_NEGATIVE, max(0, sign.start() - 4), sign.start()):
        return
    low, high = result.low.copy_negate(), result.high
    if high is result.low or (sign.group() == "零下" and 0 < high < result.low):  # 零下20至15℃
        high = high.copy_negate()
    result.low, result.high = (low, low) if high == low else (low, high)
    result.start = sign.start()


def _quantity(groups: Groups, match: regex.Match[str], years: Years) -> Figure | None:
    at = groups.at
    written = match[at["value"]] or ""
    low = parse(written)
    if low is None:
        return None
    start, end = match.span() if "span" not in at else span(groups, match)
    result = Figure(start, end, groups.rule, groups.kind)
    result.low, result.high = low.low, low.high
    above = text(groups, match, "high") or text(groups, match, "upper")
    if above:
        high = parse(above.replace("零下", "-").lstrip("+"))
        if high is None:
            return None
        result.low, result.high = _range(written, low.low, above, high.high)
    if low.vague:
        result.bound = "approx"
    result.doubtful = written in _BARE_SCALES
    unit = match[at["unit"]] or ""
    if "多" in unit:  # 两个多月
        result.bound = "approx"
        unit = unit.replace("多", "")
    result.unit = unit
    return result


def _range(written: str, low: Decimal, above: str, high: Decimal) -> tuple[Decimal, Decimal]:
    """The ends of a range; 13～17万元 leaves out the scale of the first, which is meant all the same."""
    scale = above.lstrip("0123456789.,")
    if scale and written[-1:].isdigit() and low < parse(above.removesuffix(scale) or "0")[0]:  # type: ignore[index]
        scaled = parse(written + scale)
        if scaled is not None:
            return scaled.low, high
    return low, high


def _percent(groups: Groups, match: regex.Match[str], years: Years) -> Figure | None:
    if "tenths" in groups.at:
        return _tenths(groups, match)
    if "of" not in groups.at:
        result = _quantity(groups, match, years)
        if result and result.low is not None and match.group()[0] in "-负":
            least = result.low.copy_negate()
            result.low, result.high = least, least if result.high is result.low else result.high
        return result
    start, end = match.span()
    result = Figure(start, end, groups.rule, groups.kind)
    low = parse(text(groups, match, "value"))
    high = parse(text(groups, match, "high")) if text(groups, match, "high") else low
    if low is None or high is None:
        return None
    result.low, result.high = low.low, high.high
    result.unit = "%" if text(groups, match, "of") == "百" else "‰"
    if low.vague or match.group()[-1] in "多余":
        result.bound = "approx"
    return result


def _tenths(groups: Groups, match: regex.Match[str]) -> Figure | None:
    half = text(groups, match, "half")
    more = 5 if half == "半" else calendar.number(half) or 0
    result = Figure(*match.span(), groups.rule, groups.kind)
    result.low = result.high = Decimal(10 * (calendar.number(text(groups, match, "tenths")) or 0) + more)
    if text(groups, match, "low"):
        result.low = Decimal(10 * (calendar.number(text(groups, match, "low")) or 0))
        result.bound = "exact" if _TO.search(match.group()) else "approx"
    result.unit = "%"
    return result


def _multiple(groups: Groups, match: regex.Match[str], years: Years) -> Figure | None:
    if "doublings" not in groups.at:
        return _quantity(groups, match, years)
    times = calendar.number(text(groups, match, "doublings")) or 1
    result = Figure(*match.span(), groups.rule, groups.kind)
    result.low = result.high = Decimal(2**times - 1)
    result.unit, result.change = "倍", "increase"
    return result


def _money(groups: Groups, match: regex.Match[str], years: Years) -> Figure | None:
    jiao = text(groups, match, "jiao")
    if not jiao:
        return _quantity(groups, match, years)
    whole = parse(match[groups.at["value"]] or "")
    if whole is None:
        return None
    result = Figure(*match.span(), groups.rule, groups.kind)
    parts = "".join(str(calendar.number(part) or 0) for part in (jiao, text(groups, match, "fen")) if part)
    result.low = result.high = Decimal(f"{whole.low:f}.{parts}") if whole.low == whole.low.to_integral_value() else whole.low
    result.unit = "元"
    return result


def _points(groups: Groups, match: regex.Match[str], years: Years) -> Figure | None:
    result = _quantity(groups, match, years)
    if result:
        result.unit = "百分点"
    return result


def _rank(groups: Groups, match: regex.Match[str], years: Years) -> Figure | None:
    result = _quantity(groups, match, years)
    if result and "前" in match.group()[:1]:
        result.bound = "max"
    return result


_READERS: dict[str, Callable[[Groups, regex.Match[str], Years], Figure | None]] = {
    "date": dates.read, "count": _quantity, "money": _money, "percent": _percent, "points": _points, "multiple": _multiple, "rank": _rank,
}  # fmt: skip
