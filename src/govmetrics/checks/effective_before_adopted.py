"""2024年3月29日获批准,自2024年3月1日起施行: a rule that is in force before it was adopted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem, Related
from govmetrics.patterns import compile_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "date"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("施行日期早于通过、批准或公布日期", "a rule that is in force before it was adopted")
WHY: Final = Phrase(
    "同一句里先写通过、批准、公布、印发的日期，后写起施行的日期，后者不应更早；修订、追溯适用的不算。",
    "What a sentence says was adopted, approved or published on one day comes into force on no earlier one.",
)
BAD: Final = (
    ("2023年12月28日，《城市更新条例》经市人大常委会通过，2024年3月29日获省人大常委会批准，自2024年3月1日起施行。", "2024年3月1日"),
    ("《市场管理办法》于2024年6月12日公布，自2024年5月1日起施行。", "2024年5月1日"),
)
GOOD: Final = (
    "2023年12月28日，《城市更新条例》经市人大常委会通过，2024年3月29日获省人大常委会批准，自2024年5月1日起施行。",
    "《市场管理办法》于2024年6月12日公布，自2024年6月12日起施行。",
    "《市场管理办法》于2024年6月12日修订公布，自2020年5月1日起施行的原办法废止。",
    "2024年6月12日通过新办法，自2020年5月1日起施行的旧办法同时废止。",
)

_DAY = r"(20\d\d)年(1[0-2]|[1-9])月([12]\d|3[01]|[1-9])日"
_ADOPTED = compile_(
    _DAY
    + r"(?P<words>(?:(?!20\d\d年)[^。;\n]){0,40}?(?:通过|批准|公布|印发|发布|审议|出台))[^。;\n\d]{0,10},(?:并|将)?自"
    + _DAY
    + "起(?:正式)?(?:施行|实施|生效)(?!的)"
)
_NEAR = 24
_OTHERS = compile_("修[订正改]|废止|追溯|补[贴领发助]|待遇|标准|费率|价格|工资")


def check(view: View) -> Iterator[Problem]:
    """A problem for each day of coming into force that lies before that of adoption."""
    if "施行" not in view.text and "实施" not in view.text and "生效" not in view.text:
        return
    for match in _ADOPTED.finditer(view.text):
        adopted, in_force = (tuple(int(match[at + first]) for at in range(3)) for first in (1, 5))
        if in_force < adopted and not _OTHERS.search(view.text, match.start() - _NEAR if match.start() > _NEAR else 0, match.end() + _NEAR):
            span = view.span(match.start(5), match.end(7) + 1)
            yield Problem(
                span=span,
                message=Phrase(
                    f"{view.source(span)}起施行，早于{adopted[0]}年{adopted[1]}月{adopted[2]}日",
                    f"it is in force on {'-'.join(map(str, in_force))}, before {'-'.join(map(str, adopted))}",
                ),
                related=(Related(view.span(match.start(1), match.end(3) + 1), Phrase("通过、公布的日期", "the day of adoption")),),
                found=view.source(span),
            )
