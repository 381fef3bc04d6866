"""增长 n 倍, 是上年的 n 倍: a multiple that the levels beside it contradict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem
from govmetrics.relations.changes.judging import judged, report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "change"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("倍数与两期数不符", "a multiple that the levels beside it contradict")
WHY: Final = Phrase(
    "“是……的n倍”指本期÷上期，“增长n倍”指本期÷上期−1；常把两者混用。",
    "是…的n倍 is the ratio of the levels, 增长n倍 the ratio less one; the two are often mixed up.",
)
BAD: Final = (
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
