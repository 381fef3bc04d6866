"""收入支出总计0.3万元 beside 收入2940.05万元: a total that is ten thousand times too small, 万 for 亿."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, cut, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "agreement"
SEVERITY: Final = "error"
WHAT: Final = Phrase("总计的万、亿有误", "a total that is ten thousand times too small or too large")
WHY: Final = Phrase(
    "总计与同名的收入、支出差一万倍，多为把“亿元”写成“万元”。",
    "A total differs ten thousandfold from the income or spending of its name: 亿元 was written as 万元.",
)
BAD: Final = (("本年收入合计2946.25万元，其中财政拨款收入2940.05万元。\n财政拨款收入支出总计0.3万元。与上年相比持平。", "0.3万元"),)
GOOD: Final = (
    "本年收入合计2946.25万元，其中财政拨款收入2940.05万元。\n财政拨款收入支出总计2941.2万元。与上年相比持平。",
    "财政拨款收入支出总计0.3万元。其中财政拨款收入0.3万元。",
    "财政拨款收入2940.05万元。培训费总计0.3万元。",
)

_TOTAL = compile_(r"(?P<name>[\u4e00-\u9fff]{4,12}?)(?:收入支出|收支|收入|支出)?(?:决算|预算)?(?:总计|合计)(?:为)?$")
_FACTOR = Decimal(10000)


def check(view: View) -> Iterator[Problem]:
    """A problem for each total that its own income or spending exceeds ten thousandfold."""
    if "总计" not in view.text and "合计" not in view.text:
        return
    levels: list[Number] = []
    totals: list[tuple[str, Number]] = []
    for row in rows(view):
        for number in row:
            if number.kind != "money" or number.change or not number.exact or number.metric.rule == "table-cell":
                continue
            match = _TOTAL.search(number.before[-24:])
            if match:
                totals.append((match.group("name").removeprefix("年度")[-6:], number))
            else:
                levels.append(number)
    for name, total in totals:
        scaled = cut(total).times(_FACTOR)
        part = next((one for one in levels if name in one.before[-24:] and scaled.meets(cut(one)) and one.low > 0), None)
        if part is not None and total.low > 0:
            yield Problem(
                span=total.span,
                message=Phrase(
                    f"总计{total.text}与{part.text}相差一万倍，疑为“亿”误作“万”",
                    f"the total {total.text} is a ten thousandth of {part.text}; 亿 may have become 万",
                ),
                related=(Related(part.span, Phrase("同名数", "of the same name")),),
                found=total.text,
                arithmetic=f"{part.face}÷{total.face}≈10000",
            )
