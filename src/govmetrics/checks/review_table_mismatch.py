"""维持 10 纠正 1 其他 0 尚未审结 0 总计 0: the row of reviews and suits in a disclosure report whose totals are not their sums."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.disclosure.form import PROCEEDINGS, RESULTS
from govmetrics.finding import Judgement, Phrase, Problem
from govmetrics.relations import official
from govmetrics.relations.official import digits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.disclosure.form import Cell
    from govmetrics.view import View

GROUP: Final = "sum"
SEVERITY: Final = "error"
WHAT: Final = Phrase("复议诉讼表的总计不等于各项之和", "a total of reviews or suits that is not the sum of its results")
WHY: Final = Phrase(
    "政府信息公开年报第四表：总计＝结果维持＋结果纠正＋其他结果＋尚未审结，复议、直接起诉、复议后起诉三组各自成立。",
    "In the fourth table of a disclosure report each total is upheld, corrected, other and pending together, for reviews and both kinds of suits.",
)
_HEAD_EXAMPLE = "四、政府信息公开行政复议、行政诉讼情况\n行政复议 行政诉讼\n维持 纠正 结果 审结 总计\n"
BAD: Final = ((_HEAD_EXAMPLE + "10 1 0 0 7 0 0 0 0 0 5 0 0 0 5\n", "7"),)
GOOD: Final = (
    _HEAD_EXAMPLE + "10 1 0 0 11 0 0 0 0 0 5 0 0 0 5\n",
    "表中数字如下：\n1 2 3 4 5 6 7 8 9 10 11 12 13 14 15\n",
)


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each of the three totals that is not the sum of its four results."""
    for table in official.tables(view, "proceedings"):
        if table.unread:
            yield official.unread(view, table)
            continue
        for group in PROCEEDINGS:
            *parts, whole = (table.cells[group, result] for result in RESULTS)
            yield _judge(PROCEEDINGS[group], parts, whole)


def _judge(name: str, parts: list[Cell], whole: Cell) -> Problem | Judgement:
    value, found = digits(official.total(parts)), digits(whole.value)
    printed = [cell for cell in (whole, *parts) if cell.end > cell.start]
    arithmetic = "+".join(digits(cell.value) for cell in parts) + f"={value}"
    if value == found:
        span = official.span(printed[0] if printed else whole)
        return Judgement(status="holds", span=span, related=official.related(printed[1:]), arithmetic=arithmetic)
    is_blank = whole.end == whole.start
    return Problem(
        span=official.span(printed[0]),
        message=Phrase(f"{name}各项之和为{value}，总计却没有填", f"the results of “{name}” make {value}, the total is blank")
        if is_blank
        else Phrase(f"{name}各项之和为{value}，总计却是{found}", f"the results of “{name}” make {value}, the total is {found}"),
        related=official.related(printed[1:]),
        expected=value,
        found="" if is_blank else found,
        arithmetic=f"{arithmetic}≠{found}",
        severity="warning" if is_blank else None,
    )
