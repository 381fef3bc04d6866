"""维持 10 纠正 1 其他 0 尚未审结 0 总计 0: the row of reviews and suits in a disclosure report whose totals are not their sums."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.patterns import compile_

if TYPE_CHECKING:
    from collections.abc import Iterator

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

_HEAD = compile_("行政复议[^\n]{0,4}行政诉讼")
_ROW = compile_(r"\n *(\d+)(?: +(\d+)){14} *(?=\n|$)")
_CELL = compile_(r"\d+")
_REACH = 600
_TOTAL = Phrase("各项", "result")


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each of the three totals that is not the sum of its four results."""
    done = -1
    for head in _HEAD.finditer(view.text):
        row = _ROW.search(view.text, head.end(), head.end() + _REACH)
        if row is None or row.start() <= done:
            continue
        done = row.start()
        cells = list(_CELL.finditer(view.text, *row.span()))
        for first in range(0, 15, 5):
            parts, total = cells[first : first + 4], cells[first + 4]
            value = sum(int(part.group()) for part in parts)
            words = "+".join(part.group() for part in parts) + f"={value}"
            related = tuple(Related(view.span(*part.span()), _TOTAL) for part in parts)
            span = view.span(*total.span())
            if value == int(total.group()):
                yield Judgement(status="holds", span=span, related=related, arithmetic=words)
            else:
                yield Problem(
                    span=span,
                    message=Phrase(
                        f"各项之和为{value}，总计却是{total.group()}", f"the results make {value}, the total is {total.group()}"
                    ),
                    related=related,
                    expected=str(value),
                    found=total.group(),
                    arithmetic=f"{words}≠{total.group()}",
                )
