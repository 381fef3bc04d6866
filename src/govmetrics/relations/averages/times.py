"""Averages by day, month and year, against the time that is told."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.model import Count, Money, plain
from govmetrics.patterns import compile_
from govmetrics.relations.averages.verdict import CLOSE, judge
from govmetrics.relations.dates.months import YEAR, months, timed
from govmetrics.relations.figures import HUNDRED, Number, Row, cut, last_words, swapped
from govmetrics.relations.sums.breakdowns import breakdowns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

SOME = compile_("其中|最[高低多少]|每月")
_NO_SPAN = compile_("每|时限|时长|用时|耗时|时间|周期|缩短|压缩|提速|提前|减少|均|最[快短长慢]|办结|办理|不超过")
_OF_THE_SPAN = compile_("[前后]$|最后$")
_DAYS = tuple(Decimal(days) for days in (365, 366, 360, 250, 248, 252))
_OF_YEAR = compile_("20\\d\\d年$")
_NEXT = 8
_BY_ANOTHER = compile_("(?:1|一)月?(?:至|到|—|-)(?:11|十一)月|截[至止](?:11|十一)月|11月底|以来|上线|启用|开通|成立|挂牌")
_NEAR_YEAR = (Decimal(11), Decimal(13))
_FAR = 300
"""Characters before an amount that may say of what time it is."""
_DAILY = compile_("(?:^|[,;、。(\n]|计算)日均$")
_LONGEST_MONTH = Decimal(31)


def over_time(view: View, row: Row, mean: Number, total: Number, each: str) -> Iterator[Problem | Judgement]:
    """Judge an average by day or month against the days that are stated, or the months of the time that is named."""
    spans = (number for number in reversed(row) if number.end <= mean.start and number.unit == "天" and not _NO_SPAN.search(number.before))
    stated = next(spans, None) if each != "月" else None
    if stated is not None:
        if stated.exact and stated.low > 1 and not (stated.start > total.end and _OF_THE_SPAN.search(stated.before)):
            yield from judge(mean, total, stated, (stated.low,), CLOSE)
        return
    if SOME.search(mean.before):
        return
    behind = view.text[total.end : mean.start - len(last_words(mean.before))]
    count = 0 if timed(behind) else months(view.text[max(row.start, total.end - _FAR) : total.end])
    if count == YEAR and each != "月":
        yield from judge(mean, total, None, _DAYS, CLOSE)
    elif not count and each == "月" and not view.of_text(_by_another) and _by_eleven(view, total, mean):
        yield from judge(mean, total, None, (Decimal(YEAR),), CLOSE)
    elif count > 1 and each == "月":
        yield from judge(mean, total, None, (Decimal(count),), CLOSE)


def _by_another(view: View) -> bool:
    """Whether a report speaks of another time than the year."""
    return _BY_ANOTHER.search(view.text) is not None


def _by_eleven(view: View, total: Number, mean: Number) -> bool:
    """Whether a mean by month is that of eleven or thirteen months in a report of a year that tells of no such time."""
    if view.document.review is None or timed(total.before[-_FAR:]) or cut(mean).meets(cut(total).times(1 / Decimal(YEAR))):
        return False
    if swapped(plain(mean.low), mean.rewritten(total.low / YEAR).removesuffix(mean.unit)) and mean.low >= HUNDRED:
        return True
    return any(abs(total.low / months_ - mean.low) <= mean.step / 2 + Decimal("0.5") * (not mean.step) for months_ in _NEAR_YEAR)


def by_year(view: View) -> Iterator[Problem | Judgement]:
    """五年累计 w 件,其中2020年 a 件、2021年 b 件 …,年均 p 件: the mean of years that are all told."""
    for one in view.once(breakdowns):
        if one.total.low != sum((part.low for part in one.parts), Decimal(0)) or not all(
            _OF_YEAR.search(part.before) for part in one.parts
        ):
            continue
        last = one.parts[-1]
        at = next(iter(view.between(last.end, last.end + _NEXT)), None)
        metric = view.metrics[at] if at is not None else None
        if at is None or not isinstance(metric, (Count, Money)) or metric.unit != last.unit or metric.change:
            continue
        start, end = view.starts[at], view.ends[at]
        mean = Number(metric, start, end, view.text[last.end : start], view.text[start:end])
        if mean.exact and mean.before in (",年均", "、年均"):
            yield from judge(mean, one.total, None, (Decimal(len(one.parts)),), CLOSE)


def by_day_and_month(day: Number, month: Number) -> Iterator[Problem]:
    """日均 a,月均 b: no month has less than 20 days that count, or more than 31."""
    if day.unit != month.unit or day.change or not (day.exact and month.exact) or not day.low:
        return
    if not _DAILY.search(day.before) or month.before not in (",月均", "、月均"):
        return
    value = cut(day).times(_LONGEST_MONTH)
    if month.low > value.high:
        yield Problem(
            span=month.span,
            message=Phrase(
                f"月均{month.text}超过日均{day.text}的31倍",
                f"{month.text} a month is more than 31 times {day.text} a day",
            ),
            related=(Related(day.span, Phrase("日均", "by day")),),
            found=month.text,
            arithmetic=f"{month.face}>{day.face}×31",
        )
