"""上年受理260件 where last year's report said 206件: the year before told otherwise than that year's report did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics import against
from govmetrics.finding import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.finding import Judgement, Problem
    from govmetrics.view import View

GROUP: Final = "agreement"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("所称上年数与上年报告不一致", "a value of the year before that differs from last year's report")
WHY: Final = Phrase(
    "报告里写到的上年数，应当就是上年报告公布的数；不同的要么抄错，要么口径变了而没有说明。",
    "What a report says of the year before is what that year's report published; where it differs, it was miscopied, or counted anew without a word.",
)
BAD: Final = (
    (
        (
            "县司法局2024年工作总结\n2024年办理法律援助案件318件，比上年的260件增加58件。\n"
            "=== 上年 ===\n县司法局2023年工作总结\n2023年办理法律援助案件206件，群众满意。\n"
        ),
        "260件",
    ),
    (
        (
            "县水利局2024年工作总结\n全年发放节水宣传手册由上年的1.3万册增至1.5万册。\n"
            "=== 上年 ===\n县水利局2023年工作总结\n全年发放节水宣传手册1.1万册。\n"
        ),
        "1.3万册",
    ),
)
GOOD: Final = (
    (
        "县司法局2024年工作总结\n2024年办理法律援助案件318件，比上年的260件增加58件。\n"
        "=== 上年 ===\n县司法局2023年工作总结\n2023年办理法律援助案件260件，群众满意。\n"
    ),
    (
        "县水利局2024年工作总结\n全年发放节水宣传手册由上年的1.2万册增至1.5万册。\n"
        "=== 上年 ===\n县水利局2023年工作总结\n全年发放节水宣传手册12043册。\n"
    ),
    (
        "县司法局2024年工作总结\n2024年办理法律援助案件318件，比上月的260件增加58件。\n"
        "=== 上年 ===\n县司法局2023年工作总结\n2023年办理法律援助案件206件，群众满意。\n"
    ),
    (
        "县司法局2024年工作总结\n2024年办理法律援助案件318件，比上年的260件增加58件。\n"
        "=== 上年 ===\n县司法局2022年工作总结\n2022年办理法律援助案件206件，群众满意。\n"
    ),
    (
        "县司法局2024年工作总结\n2024年办理法律援助案件318件，按新口径比上年的260件增加58件。\n"
        "=== 上年 ===\n县司法局2023年工作总结\n2023年办理法律援助案件206件，群众满意。\n"
    ),
)


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each value of the year before that last year's report gives otherwise; nothing without that report."""
    return against.differing(view)
