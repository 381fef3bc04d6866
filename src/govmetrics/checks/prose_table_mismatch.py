"""“社会福利单位(项)”738.66万元 beside a table whose row of that name has another amount."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.model import Money
from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, cut, digits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "agreement"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("文字与表格不一致", "an amount in the text that no row of its name in the tables has")
WHY: Final = Phrase(
    "预决算文字中“……（项）”的金额应与表中同名科目的某一栏相符（按印出的位数）。",
    "The amount that a budget's text gives for an item is in one of the columns of the item's rows in its tables.",
)
BAD: Final = (
    (
        "“社会保障支出（类）社会福利（款）福利事业单位（项）”738.66万元，主要用于日常运行。\n科目 合计 基本支出\n福利事业单位 6,964,796 6,964,796\n住房公积金 335,816 335,816\n",
        "738.66万元",
    ),
)
GOOD: Final = (
    "“社会保障支出（类）社会福利（款）福利事业单位（项）”696.48万元，主要用于日常运行。\n科目 合计 基本支出\n福利事业单位 6,964,796 6,964,796\n住房公积金 335,816 335,816\n",
    "“住房保障支出（类）住房改革支出（款）住房公积金（项）”33.58万元，主要用于缴存。\n科目 合计\n福利事业单位 6,964,796\n",
)

_ITEM = compile_(r"\)([\u4e00-\u9fff、]{3,30})\(项\)[”\"]?(?:支出|安排|预算)?(?=\d)")
_ROW = compile_(r"\n[ \d]*([\u4e00-\u9fff、]{3,30})( *-?\d[\d,]*(?:\.\d+)?(?: +-?\d[\d,]*(?:\.\d+)?)*) *(?=\n)")
_CELL = compile_(r"-?\d[\d,]*(?:\.\d+)?")
_SCALES = (Decimal(1), Decimal(10000))


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each item of the text that the rows of its name contradict."""
    if "(项)" not in view.text:
        return
    rows: dict[str, list[tuple[Decimal, int, int]]] = {}
    for row in _ROW.finditer(view.text):
        for cell in _CELL.finditer(view.text, *row.span(2)):
            rows.setdefault(row.group(1), []).append((Decimal(cell.group().replace(",", "")), *cell.span()))
    if rows:
        for item in _ITEM.finditer(view.text):
            index = next(view.between(item.end(), item.end() + 1), None)
            metric = view.metrics[index] if index is not None else None
            if isinstance(metric, Money) and index is not None and item.group(1) in rows:
                yield _judge(
                    view,
                    Number(metric, view.starts[index], view.ends[index], "", view.text[view.starts[index] : view.ends[index]]),
                    item.group(1),
                    rows[item.group(1)],
                )


def _judge(view: View, number: Number, name: str, cells: list[tuple[Decimal, int, int]]) -> Problem | Judgement:
    own = cut(number)
    for value, start, end in cells:
        for scale in _SCALES:
            if own.low <= value * scale <= own.high:
                related = (Related(view.span(start, end), Phrase("表中", "in the table")),)
                return Judgement(status="holds", span=number.span, related=related, arithmetic=f"{number.face}={digits(value * scale)}")
    cells = sorted(cells, key=lambda cell: min(abs(cell[0] * scale - number.low) for scale in _SCALES))
    others = tuple(Related(view.span(start, end), Phrase("表中", "in the table")) for _, start, end in cells[:2])
    shown = view.text[cells[0][1] : cells[0][2]]
    return Problem(
        span=number.span,
        message=Phrase(f"“{name}”文中为{number.text}，表中为{shown}", f"{name} is {number.text} in the text and {shown} in the table"),
        related=others,
        expected=shown,
        found=number.text,
        arithmetic=f"{number.face}≠{shown}",
    )
