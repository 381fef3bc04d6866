"""A column of a plain table that does not add up to its row 合计."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.model import plain
from govmetrics.relations.figures import same_but_one
from govmetrics.relations.sums.grid import Cell, columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.relations.sums.grid import Column
    from govmetrics.view import View

GROUP: Final = "sum"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("表格的合计行与各行之和不符", "a column of a table that does not add up to its total")
WHY: Final = Phrase(
    "一行一项、末行（或首行）为合计的表，各列之和应等于合计；有“其中”“小计”的表、比率和平均数的列不算。",
    "In a table with an item a row and a row of totals, each column adds up to its total. Tables with 其中 or subtotals and columns of rates are left out.",
)
_TABLE = "处罚案件统计表\n类别\t案件数（件）\t罚没金额（万元）\n食品\t763\t412.6\n药品\t284\t238.4\n特种设备\t97\t156.0\n知识产权\t{rights}\t187.5\n合计\t1312\t{money}\n"
BAD: Final = (
    ("2024年案件办理情况（单位：件）\n市本级 286\n县区 517\n开发区 94\n合计 852\n", "852"),
    (_TABLE.format(rights="186", money="994.5"), "1312"),
    (_TABLE.format(rights="168", money="949.5"), "949.5"),
    ("| 渠道 | 件数 |\n| --- | --- |\n| 来信 | 120 |\n| 来访 | 85 |\n| 网信 | 310 |\n| 合计 | 551 |\n", "551"),
)
GOOD: Final = (
    _TABLE.format(rights="168", money="994.5"),
    _TABLE.format(rights="168", money="994.6"),
    _TABLE.format(rights="186", money="994.5").replace("特种设备", "其中：特种设备"),
    "渠道\t占比（%）\n来信\t12.5\n来访\t10.0\n网信\t70.0\n合计\t100.0\n",
    "地区\t户数\n城区\t120\n镇区\t85\n乡村\t310\n",
)

_MANY = 20
_SHOWN = 12


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each total that its column does not make, a judgement for each that it does."""
    text = view.document.text
    if "计" not in text and "总数" not in text:
        return
    for column in columns(view):
        made = sum((part.value for part in column.parts), Decimal(0))
        arithmetic = (
            "+".join(part.text for part in column.parts[:_SHOWN]) + ("+…" if len(column.parts) > _SHOWN else "") + f"={plain(made)}"
        )
        related = tuple(Related(part.span, Phrase("分项", "part")) for part in column.parts)
        if abs(made - column.total.value) <= _slack(column):
            yield Judgement(status="holds", span=column.total.span, related=related, arithmetic=arithmetic)
        elif _is_slip(column, made):
            zh, en = (f"“{column.name}”列", column.name) if column.name else ("此列", "this column")
            yield Problem(
                span=column.total.span,
                message=Phrase(
                    f"{zh}的合计为{column.total.text}，各行之和却是{plain(made)}",
                    f"the total of {en} is {column.total.text}, but its rows add up to {plain(made)}",
                ),
                related=related,
                expected=plain(made),
                found=column.total.text,
                arithmetic=f"{arithmetic}≠{column.total.text}",
                help=_repair(column, made),
            )


def _slack(column: Column) -> Decimal:
    """How far rounding may take them apart."""
    places = max((-part.value.as_tuple().exponent for part in (*column.parts, column.total)), default=0)  # type: ignore[operator]
    step = Decimal(1).scaleb(-places) if places else Decimal(0)
    return step * (len(column.parts) + 1) / 2


def _is_slip(column: Column, made: Decimal) -> bool:
    """Whether they are near enough to be meant as a sum, or one edit mends it."""
    return abs(made - column.total.value) * _MANY < column.total.value or _edit(column, made) is not None


def _edit(column: Column, made: Decimal) -> tuple[Cell, str] | None:
    for cell, wanted in ((part, part.value + column.total.value - made) for part in column.parts):
        if wanted > 0 and same_but_one(plain(cell.value), plain(wanted)):
            return cell, plain(wanted)
    total = column.total
    return (total, plain(made)) if same_but_one(plain(total.value), plain(made)) else None


def _repair(column: Column, made: Decimal) -> Phrase | None:
    edit = _edit(column, made)
    if edit is None:
        return None
    return Phrase(f"“{edit[0].text}”可能是“{edit[1]}”", f"{edit[0].text} may be {edit[1]}")
