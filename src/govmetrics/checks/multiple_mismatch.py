"""增长 n 倍, 是上年的 n 倍: a multiple that the levels beside it contradict."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.changes.judging import AFTER, BEFORE, judged, report
from govmetrics.relations.figures import alike, digits, last_words
from govmetrics.relations.paragraphs import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.relations.figures import Number
    from govmetrics.view import View

GROUP: Final = "change"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("倍数与两期数不符", "a multiple that the levels beside it contradict")
WHY: Final = Phrase(
    "“是……的n倍”指本期÷上期，“增长n倍”指本期÷上期−1；常把两者混用。",
    "是…的n倍 is the ratio of the levels, 增长n倍 the ratio less one; the two are often mixed up.",
)
BAD: Final = (
    ("新收复议案件1134件，同期一审诉讼378件，复议案件数是诉讼的2倍。", "2倍"),
    ("全年安排普法经费450万元，而上年仅为180万元，今年投入是上年的3.5倍。", "3.5倍"),
    ("全年推送普法作品2100件，上年推送600件，增长了3.5倍。", "3.5倍"),
    ("拆除违法建筑23处4680平方米，拆除面积较上年的1560平方米增长3倍。", "3倍"),
    ("全年受理网办业务36.4万笔，上年为20.8万笔，业务量是上年的1.57倍。", "1.57倍"),
    ("全县粮食烘干能力比2020年翻了两番，由日处理2600吨提高到5200吨。", "翻了两番"),
    ("产量翻两番，由3.6万吨增至7.2万吨。", "翻两番"),
    ("接待游客862.5万人次，是2023年的1.52倍，2023年为690万人次。", "1.52倍"),
    ("法律咨询量由50件增长到150件，增长3倍。", "3倍"),
    ("网上交易额达到26.0亿元，是2020年（6.5亿元）的3.0倍。", "3.0倍"),
    ("充电桩由300个增加到1200个，三年翻了三番。", "翻了三番"),
    ("机床由五十万台增加到九十万台，增长零点五倍。", "零点五倍"),
)
GOOD: Final = (
    "全年受理网办业务36.4万笔，上年为20.8万笔，业务量是上年的1.75倍。",
    "接待游客862.5万人次，是2019年的1.25倍，2023年为780万人次。",
    "产量翻一番，由3.6万吨增至7.2万吨。",
    "接待游客862.5万人次，是2023年的1.25倍，2023年为690万人次。",
    "法律咨询量由50件增长到150件，增长2倍。",
    "网上交易额达到26.0亿元，是2020年（6.5亿元）的4.0倍。",
    "产值由3.6亿元增加到7.2亿元，翻了一番。",
    "充电桩由300个增加到1300个，三年翻了两番。",
    "机床由五十万台增加到九十万台，增长零点八倍。",
)


_NAMED = compile_(
    "(?P<one>[\u4e00-\u9fff]{2,6}?)(?:案件)?(?:数量?|量)?(?:约?是|约?为|达到?)(?P<other>[\u4e00-\u9fff]{2,6}?)(?:案件)?(?:数量?|量)?的"
)
_NEARLY, _TEN = Decimal("0.05"), Decimal(10)
_BACK = 8


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each multiple that the levels beside it contradict."""
    for one in view.once(judged):
        if one.kind == "multiple":
            found = one.number.text
            message = Phrase(
                f"倍数{found}与两期数不符，应为{one.expected}",
                f"the multiple {found} does not follow from the levels, which give {one.expected}",
            )
            yield report(one, message)
    known = {one.number.start for one in view.once(judged)}
    for numbers in view.once(paragraphs):
        for at, number in enumerate(numbers):
            if number.kind == "multiple" and number.exact and not number.change and number.start not in known:
                yield from _named(number, numbers[max(0, at - _BACK) : at])


def _named(number: Number, before: list[Number]) -> Iterator[Problem | Judgement]:
    """复议收案 a 件,诉讼收案 b 件,复议案件数是诉讼的 n 倍: two levels of the paragraph that are called so."""
    match = _NAMED.fullmatch(last_words(number.before))
    levels = [one for one in before if one.kind in ("count", "money") and one.exact and not one.change and one.low > 0] if match else []
    if match is None or not levels:
        return
    one, other = ([level for level in levels if match[name][:2] in last_words(level.before)] for name in ("one", "other"))
    if len(one) != 1 or len(other) != 1 or one[0] is other[0] or not alike(one[0], other[0]):
        return
    value = one[0].low / other[0].low
    related = (Related(one[0].span, AFTER), Related(other[0].span, BEFORE))
    arithmetic = f"{one[0].face}÷{other[0].face}={digits(value, 2)}"
    if abs(value - number.low) <= max(number.step / 2, number.low * _NEARLY):
        yield Judgement(status="holds", span=number.span, related=related, arithmetic=arithmetic)
    elif abs(value * _TEN - (value * _TEN).to_integral_value()) <= _NEARLY:  # as round as they are told
        yield Problem(
            span=number.span,
            message=Phrase(
                f"倍数{number.text}与两数不符，应为{digits(value, 2)}倍",
                f"the multiple {number.text} does not follow; it is {digits(value, 2)}",
            ),
            related=related,
            expected=f"{digits(value, 2)}倍",
            found=number.text,
            arithmetic=f"{arithmetic}≠{number.face}",
        )
