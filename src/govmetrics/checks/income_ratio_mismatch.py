"""城乡居民收入分别为42900元和22000元,城乡收入比为1.59."""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.figures import HALF, Range, cut, digits, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.relations.figures import Number
    from govmetrics.view import View

GROUP: Final = "change"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("城乡收入比与两项收入不符", "a ratio of urban to rural incomes that the incomes do not give")
WHY: Final = Phrase(
    "城乡收入比＝城镇居民收入÷农村居民收入，按印出的位数四舍五入或去尾都应相符。",
    "The ratio is urban over rural income, rounded or cut off to the places printed.",
)
BAD: Final = (
    ("城乡居民人均可支配收入分别为42900元和22000元，城乡收入比（以农村居民收入为1）为1.59。", "1.59"),
    ("城镇居民人均可支配收入51821元，增长4.6%；农村居民人均可支配收入21691元，增长7.7%。城乡居民收入比由上年的2.45缩小至2.93。", "2.93"),
)
GOOD: Final = (
    "城乡居民人均可支配收入分别为42900元和22000元，城乡收入比（以农村居民收入为1）为1.95。",
    "城镇居民人均可支配收入51821元，增长4.6%；农村居民人均可支配收入21691元，增长7.7%。城乡居民收入比由上年的2.45缩小至2.39。",
    "城镇居民人均可支配收入51821元，农村居民人均可支配收入21691元，城乡居民人均消费支出比为1.7。",
)

_RATIO = compile_(
    r"城乡(?:居民)?(?:人均)?(?:可支配)?(?:收入|(?P<spent>消费(?:支出)?))(?:水平)?(?:之)?比(?:值)?(?:\([^()\n]{0,20}\))?"
    r"(?:由(?:上年|去年|\d{4}年)?的?[\d.]{1,5})?(?:缩小|下降|降低|降|收窄)?(?:为|到|至|达|是)?(?P<value>\d\.\d{1,3})(?![\d%])"
)
_TOGETHER = compile_(r"(?:城乡|城镇(?:、|和|与)农村)[^,。;\d]{0,12}分别(?:为|达到?)?$")
_REACH = 260
"""How far before a ratio its incomes may stand."""


def check(view: View) -> Iterator[Problem | Judgement]:
    """A judgement or a problem for each ratio whose two incomes stand before it in the paragraph."""
    if "城乡" not in view.text:
        return
    numbers = [number for row in rows(view) for number in row if number.kind == "money" and number.unit == "元" and not number.change]
    starts = [number.start for number in numbers]
    for match in _RATIO.finditer(view.text):
        reach = max(match.start() - _REACH, 0)
        begin = max(view.text.rfind("\n", reach, match.start()) + 1, reach)
        near = numbers[bisect_left(starts, begin) : bisect_left(starts, match.start())]
        pair = _incomes(near, "消费" if match["spent"] else "收入")
        if pair is not None and all(number.exact and number.low > 0 for number in pair):
            yield _judged(view, match.span("value"), Decimal(match["value"]), *pair)


def _incomes(numbers: list[Number], what: str) -> tuple[Number, Number] | None:
    """The urban and the rural number, where there is one of each."""
    together = [at for at, number in enumerate(numbers[:-1]) if what in number.before and _TOGETHER.search(number.before)]
    if len(together) == 1:
        return numbers[together[0]], numbers[together[0] + 1]
    urban, rural = ([one for one in numbers if what in one.label and one.label.startswith(word)] for word in ("城镇", "农村"))
    return (urban[0], rural[0]) if len(urban) == len(rural) == 1 else None


def _judged(view: View, at: tuple[int, int], value: Decimal, urban: Number, rural: Number) -> Problem | Judgement:
    step = Decimal(1).scaleb(-len(view.text[at[0] : at[1]].partition(".")[2]))
    span, text = view.span(*at), view.text[at[0] : at[1]]
    related = (Related(urban.span, Phrase("城镇", "urban")), Related(rural.span, Phrase("农村", "rural")))
    ratio = urban.low / rural.low
    words = f"{urban.face}÷{rural.face}={digits(ratio, 3)}"
    if Range(value - step * HALF, value + step).meets(cut(urban) / cut(rural)):
        return Judgement(status="holds", span=span, related=related, arithmetic=words)
    right = digits(ratio, len(text.partition(".")[2]), keep=True)
    return Problem(
        span=span,
        message=Phrase(
            f"城乡收入比{text}与两项收入不符，应为{right}", f"the ratio {text} does not follow from the incomes, which give {right}"
        ),
        related=related,
        expected=right,
        found=text,
        arithmetic=f"{words}≠{text}",
    )
