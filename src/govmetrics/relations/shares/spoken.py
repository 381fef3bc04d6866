"""Shares in words beside their part: 其中 a,接近九成; a,占一半以上; 九成以上即 a; 十分之一即 a."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from govmetrics.model import Percent
from govmetrics.patterns import compile_
from govmetrics.relations.figures import HUNDRED, Number, digits
from govmetrics.relations.paragraphs import clause
from govmetrics.relations.shares.ratio import Ratio
from govmetrics.relations.words_around import share_a_word

if TYPE_CHECKING:
    import regex

    from govmetrics.finding import Status
    from govmetrics.relations.shares.around import Around
    from govmetrics.view import View

_NUMERALS = "一二三四五六七八九十"
_SAID = (
    r"(?P<way>接近|将近|近|超过|超|逾|约|不足|不到|正好|恰好|刚好)?"
    r"(?P<share>(?P<tenths>[一二两三四五六七八九])成|一半|半数|(?P<low>[二三四五六七八九十])分之(?P<high>[一二三四五六七八九]))"
    r"(?P<more>以上|多|左右)?"
)
_BEHIND = compile_(
    r"[^,。;:()\d]{0,20},(?:(?!分别)(?P<who>[\u4e00-\u9fff]{0,8}?)占(?:比|到|了)?(?:全部|被|受)?(?P<of>[^,。;:、\d]{0,10}?)的?(?:比例)?(?:为|达)?)?"
    + _SAID
    + r"(?=[,。;)]|\Z)"
)
_LED = compile_(_SAID + r"[,(]?即(?:有)?\Z")
_ABOVE, _BELOW, _ABOUT, _JUST = (
    frozenset(["超过", "超", "逾"]),
    frozenset(["接近", "将近", "近", "不足", "不到"]),
    frozenset(["约"]),
    frozenset(["正好", "恰好", "刚好"]),
)
_TENTH, _HALF_TENTH, _LOOSE, _POINT = Decimal(10), Decimal(5), Decimal(3), Decimal("0.5")
_ANY_WHOLE = compile_(
    "(?:全[省市县区镇乡]|全部|所有|这些|该|其|总)*(?:参加|参训|参会|到会|参评|被[\u4e00-\u9fff]{2}|受[\u4e00-\u9fff]{2}|应到)?(?:人员|单位|人数|对象|企业|总数|总量|数|总人数)*"
)
_EVERY = compile_("^(?:全[省市县区镇乡]|全部|所有)|(?:总数|总量|总人数|人数)$")
_REACH, _LEAD = 40, 14


def spoken(around: Around, part: Number) -> Ratio | None:
    """A share that is told in words right behind its part, or before it, held against the only whole that there is."""
    text = around.view.text
    if part.kind not in ("count", "money") or part.change or not part.exact:
        return None
    near = text[max(0, part.start - _LEAD) : part.end + _REACH]
    if "成" not in near and "半" not in near and "分之" not in near:
        return None
    led = text.startswith("即", part.start - 1) or text.startswith("即有", part.start - 2)
    match = _LED.search(text, max(0, part.start - _LEAD), part.start) if led else None
    if match is None:
        match = _BEHIND.match(text, part.end, part.end + _REACH)
    base = _base(around, part) if match else None
    who = match.groupdict().get("who") if match else None
    if who and base is not None and not any(share_a_word(who, clause(around.view, one)) for one in (part, base)):
        return None  # 法律援助 w 件,其中行政 a 件,农牧民受援人占五成以上
    of = match.groupdict().get("of") if match else None
    if of and base is not None and not _is_called(clause(around.view, base), of):
        return None  # 占民事援助案件的六成
    if base is not None and _BEHIND.match(text, base.end, base.end + _REACH):
        return None  # 征收类62件,约三成;工伤类41件,约两成
    if match is None or base is None or not base.exact or base.low < part.low or base.low <= 0:
        return None
    value = part.low / base.low * HUNDRED
    low, high, stated = _bounds(match)
    status: Status = "holds" if low <= value <= high else "fails"
    number = _written(around.view, *match.span("share"), stated)
    words = f"{part.face}÷{base.face}={digits(value, 2)}%"
    said = text[number.start : number.end]
    arithmetic = words if status == "holds" else f"{words}≠{said}"
    return Ratio("share", status, number, part, base, arithmetic, f"{digits(value, 1)}%", likely=True)


def _is_called(words: str, of: str) -> bool:
    """Whether `of`, which a share is said to be of, says nothing that the words around the whole do not."""
    core = _EVERY.sub("", of)
    return _ANY_WHOLE.fullmatch(of) is not None or (core[:2] in words and core[-2:] in words)


def _base(around: Around, part: Number) -> Number | None:
    whole = around.wholes.get(part.start)
    if whole is not None:
        return whole.total if not whole.wholes else None
    earlier = around.earlier(part)
    said = earlier or around.said_before(part)
    levels = [one for one in said if one.low >= part.low]
    return levels[0] if len(levels) == 1 and len(said) == 1 else None


def _bounds(match: regex.Match[str]) -> tuple[Decimal, Decimal, Decimal]:
    """Least and most percent that the words stand for, and the percentage that they name."""
    if match["tenths"]:
        stated = Decimal(10) * _value(match["tenths"])
    elif match["low"]:
        stated = HUNDRED * _value(match["high"]) / _value(match["low"])
    else:
        stated = HUNDRED / 2
    way, more = match["way"] or "", match["more"] or ""
    if way in _ABOVE or more in ("以上", "多"):
        return stated - _POINT, (stated + _TENTH if match["tenths"] else HUNDRED), stated
    if way in _BELOW:
        return stated - _TENTH, stated + _POINT, stated
    slack = _POINT if way in _JUST else _HALF_TENTH if way in _ABOUT or more or match["tenths"] else _LOOSE
    return stated - slack, stated + slack, stated


def _value(numeral: str) -> int:
    return _NUMERALS.index("二" if numeral == "两" else numeral) + 1


def _written(view: View, start: int, end: int, stated: Decimal) -> Number:
    span = view.span(start, end)
    metric = Percent(span=span, text=view.source(span), rule="", low=stated, high=stated, unit="%")
    return Number(metric, start, end, "", view.text[start:end])
