"""上半年 618,下半年 703,全年 1,231: a row of a table that breaks the rule that the other rows keep."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations
from typing import TYPE_CHECKING, Final, NamedTuple

from govmetrics.finding import Phrase, Problem, Related
from govmetrics.model import plain
from govmetrics.patterns import compile_
from govmetrics.relations.figures import HUNDRED, digits
from govmetrics.relations.sums.grid import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.relations.sums.grid import Cell, Line
    from govmetrics.view import View

GROUP: Final = "sum"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("表格中一行不合其他行的算法", "a row of a table that breaks the rule that the other rows keep")
WHY: Final = Phrase(
    "同一张表里，其他各行都有“某列等于另几列之和”或“某列是一列占另一列的百分比”，只有一行不是，多为录入错误。",
    "Where all other rows of a table have one column as the sum of the others, or as one in percent of another, the only row that has not is a slip.",
)
_SUMS = "公共法律服务办理量表（件）\n项目 上半年 下半年 全年\n公证 1,345 1,462 2,807\n司法鉴定 618 703 {}\n法律援助 527 594 1,121\n"
_RATES = "行政应诉案件情况\n单位\t应出庭\t实出庭\t出庭率\n公安局\t80件\t78件\t97.5%\n人社局\t64件\t{}件\t93.75%\n住建局\t50件\t49件\t98%\n"
BAD: Final = (
    (_SUMS.format("1,231"), "1,231"),
    (_RATES.format("61"), "93.75%"),
)
GOOD: Final = (
    _SUMS.format("1,321"),
    _RATES.format("60"),
    "项目 甲 乙 丙\n公证 12 15 30\n鉴定 18 21 44\n援助 27 31 58\n",
)

_LEAST, _MOST, _COLUMNS = 3, 40, 8
_FEW = 2
"""Columns of a sum."""
_NEAR = 120
_NOTED = compile_("只计|另有|经法院|计入|注[:：]|说明[:：]|\n *[(（]|均计|重复|合并|跨年|不含|含上年|按[^。]{1,12}计算")


class _Broken(NamedTuple):
    cell: Cell
    others: tuple[Cell, ...]
    right: str
    arithmetic: str


def check(view: View) -> Iterator[Problem]:
    """A problem for each row that alone breaks what its table keeps."""
    text = view.document.text
    for rows, _ in view.of_text(tables):
        width = len(rows[0].cells)
        if not _LEAST <= len(rows) <= _MOST or not _FEW < width + 1 <= _COLUMNS:
            continue
        if _NOTED.search(text, max(0, rows[0].start - _NEAR), rows[0].start) or _NOTED.search(
            text, rows[-1].cells[-1].span.end, rows[-1].cells[-1].span.end + _NEAR
        ):
            continue
        for broken in _sums(rows, width) or _rates(rows, width):
            yield Problem(
                span=broken.cell.span,
                message=Phrase(
                    f"其他各行都合，这一行应为{broken.right}，不是{broken.cell.text}",
                    f"by what the other rows keep this is {broken.right}, not {broken.cell.text}",
                ),
                related=tuple(Related(cell.span, Phrase("推算所用的数", "a number that gives it")) for cell in broken.others),
                expected=broken.right,
                found=broken.cell.text,
                arithmetic=f"{broken.arithmetic}≠{broken.cell.text}",
            )


def _sums(rows: list[Line], width: int) -> list[_Broken]:
    """The only row in which the last or first column is not what all others make."""
    for total in (width - 1, 0) if width > _FEW else ():
        wrong = []
        for row in rows:
            parts = tuple(cell for at, cell in enumerate(row.cells) if at != total)
            made = sum((cell.value for cell in parts), Decimal(0))
            if made != row.cells[total].value:
                wrong.append(_Broken(row.cells[total], parts, plain(made), "+".join(cell.text for cell in parts) + f"={plain(made)}"))
        if not wrong:
            return []
        if len(wrong) == 1:
            return wrong
    return []


def _rates(rows: list[Line], width: int) -> list[_Broken]:
    """The only row in which a column is not one in percent of another."""
    for rate in range(width):
        if not all(row.cells[rate].text.endswith("%") or "." in row.cells[rate].text for row in rows):
            continue
        for part, base in permutations([at for at in range(width) if at != rate], _FEW):
            wrong = [broken for row in rows if (broken := _wrong(row.cells[part], row.cells[base], row.cells[rate])) is not None]
            if not wrong:
                return []
            if len(wrong) == 1:
                return wrong
    return []


def _wrong(part: Cell, base: Cell, rate: Cell) -> _Broken | None:
    if base.value <= 0:
        return None
    value = part.value / base.value * HUNDRED
    places = max(0, -int(rate.value.as_tuple().exponent))
    step = Decimal(1).scaleb(-places)
    if abs(value - rate.value) < step:
        return None
    right = digits(value, places) + "%" * rate.text.endswith("%")
    return _Broken(rate, (part, base), right, f"{part.text}÷{base.text}={digits(value, 2)}%")
