"""受理240件,同比增长30% where last year's report said 200件: growth that the two reports do not bear out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics import against
from govmetrics.finding import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.finding import Judgement, Problem
    from govmetrics.view import View

GROUP: Final = "change"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("同比增减与两年报告的数不符", "growth on the year before that the two reports do not bear out")
WHY: Final = Phrase(
    "同比增幅和增减额由本年数和上年报告公布的数算出；按可比口径、不变价计算的不核对。",
    "Growth on the year before follows from this year's value and the one that last year's report published; growth at constant prices is left alone.",
)
BAD: Final = (
    (
        (
            "县司法局2024年工作总结\n2024年受理行政复议案件240件，同比增长30%。\n"
            "=== 上年 ===\n县司法局2023年工作总结\n2023年受理行政复议案件200件。\n"
        ),
        "30%",
    ),
    (
        (
            "县财政局2024年工作总结\n全年减免企业税费3.6亿元，比上年增加0.9亿元。\n"
            "=== 上年 ===\n县财政局2023年工作总结\n全年减免企业税费3.1亿元。\n"
        ),
        "0.9亿元",
    ),
)
GOOD: Final = (
    (
        "县司法局2024年工作总结\n2024年受理行政复议案件240件，同比增长20%。\n"
        "=== 上年 ===\n县司法局2023年工作总结\n2023年受理行政复议案件200件。\n"
    ),
    (
        "县财政局2024年工作总结\n全年减免企业税费3.6亿元，比上年增加0.5亿元。\n"
        "=== 上年 ===\n县财政局2023年工作总结\n全年减免企业税费3.1亿元。\n"
    ),
    (
        "全县2024年经济工作总结\n全县地区生产总值380.5亿元，同比增长6.1%。\n"
        "=== 上年 ===\n全县2023年经济工作总结\n全县地区生产总值371.2亿元。\n"
    ),
    (
        "县司法局2024年工作总结\n2024年受理行政复议案件240件，环比增长30%。\n"
        "=== 上年 ===\n县司法局2023年工作总结\n2023年受理行政复议案件200件。\n"
    ),
)


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each level whose stated change does not follow from last year's report; nothing without that report."""
    return against.growing(view)
