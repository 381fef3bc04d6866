"""Whether an average is an amount over one of the numbers that it may be of."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.model import plain
from govmetrics.relations.figures import HUNDRED, Number, cut, digits, swapped

if TYPE_CHECKING:
    from collections.abc import Iterator


CLOSE = Decimal("0.02")
"""By what share of it a mean may be off where the number is told."""
AREAS = {"公顷": Decimal(10000), "平方公里": Decimal(10) ** 6, "平方千米": Decimal(10) ** 6, "亩": Decimal(2000) / 3, "平方米": Decimal(1)}
_FAR_OFF = Decimal(12)


def judge(mean: Number, total: Number, number: Number | None, counts: tuple[Decimal, ...], slack: Decimal) -> Iterator[Problem | Judgement]:
    """What a check says of a mean.

    Args:
        mean, total: the average and the amount.
        number: what the amount is parted among, where a number tells it.
        counts: how many that may be; the first is what is meant where none fits.
        slack: by what share of it the mean may be off.
    """
    scale = AREAS.get(total.unit, Decimal(1)) / AREAS.get(mean.unit, Decimal(1)) if total.unit != mean.unit else Decimal(1)
    amount, own = cut(total).times(scale), cut(mean)
    fitting = next(
        (count for count in counts if own.low * (1 - slack) <= amount.high / count and amount.low / count <= own.high * (1 + slack)), None
    )
    count = fitting or counts[0]
    value = total.low * scale / count
    if len(counts) == 1 and mean.low >= HUNDRED and total.exact and swapped(plain(mean.low), mean.rewritten(value).removesuffix(mean.unit)):
        fitting = None  # 52860笔, 月均4450笔 for 4405
    below = number.face if number is not None else digits(count)
    arithmetic = f"{total.face}÷{below}={mean.rewritten(value).removesuffix(mean.unit)}"
    related = [Related(total.span, Phrase("总量", "amount"))]
    if number is not None:
        related.append(Related(number.span, Phrase("个数", "number")))
    if fitting:
        yield Judgement(status="holds", span=mean.span, related=tuple(related), arithmetic=arithmetic)
        return
    expected = mean.rewritten(value)
    if not mean.low / _FAR_OFF < value < mean.low * _FAR_OFF:
        return  # not even a decimal point makes that of it: it is an average of something else
    if expected == mean.text or (mean.step == 0 and abs(value - mean.low) < 1):
        yield Judgement(status="holds", span=mean.span, related=tuple(related), arithmetic=arithmetic)
        return
    yield Problem(
        span=mean.span,
        message=Phrase(
            f"平均数{mean.text}与总量、个数不符，应为{expected}",
            f"the average {mean.text} does not follow; the numbers give {expected}",
        ),
        related=tuple(related),
        expected=expected,
        found=mean.text,
        arithmetic=f"{arithmetic}≠{mean.face}",
    )
