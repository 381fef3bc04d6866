"""（七）总计 13364 below results that make 13365: the table of applications in a disclosure report whose rows or columns do not add up."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from govmetrics.disclosure.form import APPLICANTS, APPLICATIONS, OUTCOMES, ROW_NAMES, Cell, Table
from govmetrics.finding import Judgement, Phrase, Problem
from govmetrics.model import Span
from govmetrics.relations import official
from govmetrics.relations.official import digits, plus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "sum"
SEVERITY: Final = "error"
WHAT: Final = Phrase("信息公开申请表的行或列不平", "a row or column of the table of applications that does not add up")
WHY: Final = Phrase(
    "政府信息公开年报第三表每一列：新收＋上年结转＝（七）总计＋结转下年度，（七）总计＝（一）至（六）各项之和；每一行：总计＝六类申请人之和。",
    "In the third table of a disclosure report new and carried-over applications are those concluded and carried forward, and totals are sums.",
)
_ROWS = """三、收到和处理政府信息公开申请情况
申请人情况 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计
一、本年新收政府信息公开申请数量 {new} 2 0 0 1 0 33
二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1
（一）予以公开 12 1 0 0 0 0 13
（二）部分公开 5 0 0 0 0 0 5
1.属于国家秘密 0 0 0 0 0 0 0
2.其他法律行政法规禁止公开 0 0 0 0 0 0 0
3.危及“三安全一稳定” 0 0 0 0 0 0 0
4.保护第三方合法权益 2 0 0 0 0 0 2
5.属于三类内部事务信息 0 0 0 0 0 0 0
6.属于四类过程性信息 0 0 0 0 0 0 0
7.属于行政执法案卷 1 0 0 0 0 0 1
8.属于行政查询事项 0 0 0 0 0 0 0
1.本机关不掌握相关政府信息 {unknown} 0 0 0 1 0 8
2.没有现成信息需要另行制作 0 0 0 0 0 0 0
3.补正后申请内容仍不明确 0 0 0 0 0 0 0
1.信访举报投诉类申请 0 0 0 0 0 0 0
2.重复申请 0 0 0 0 0 0 0
3.要求提供公开出版物 0 0 0 0 0 0 0
4.无正当理由大量反复申请 0 0 0 0 0 0 0
5.要求行政机关确认或重新出具已获取信息 0 0 0 0 0 0 0
1.申请人无正当理由逾期不补正 0 0 0 0 0 0 0
2.申请人逾期未按收费通知要求缴纳费用 0 0 0 0 0 0 0
3.其他 0 1 0 0 0 0 1
（七）总计 27 2 0 0 1 0 {total}
四、结转下年度继续办理 4 0 0 0 0 0 4
"""
BAD: Final = (
    (_ROWS.format(new="30", unknown="7", total="31"), "31"),
    (_ROWS.format(new="38", unknown="7", total="30"), "38"),
    (_ROWS.format(new="30", unknown="17", total="30"), "17"),
)
GOOD: Final = (_ROWS.format(new="30", unknown="7", total="30"),)


class _Sum(NamedTuple):
    """Cells that make as much as others do; `id` is the row or column that they are in."""

    kind: Literal["row", "results", "balance"]
    id: str
    left: tuple[Cell, ...]
    right: tuple[Cell, ...]

    @property
    def excess(self) -> Decimal:
        return official.total(self.left) - official.total(self.right)

    @property
    def is_left_out(self) -> bool:
        """Whether the total is blank though it has parts."""
        return self.kind != "balance" and self.right[0].assumed and any(cell.value for cell in self.left)

    @property
    def arithmetic(self) -> str:
        left, right = plus(self.left), plus(self.right)
        value = digits(official.total(self.left))
        left = left if left == value else f"{left}={value}"
        return f"{left}≠{right}" if self.excess else left if self.kind != "balance" and "=" in left else f"{left}={right}"


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each row and column that does not add up; one for the cell that explains all of them."""
    for table in official.tables(view, "applications"):
        if table.unread:
            yield official.unread(view, table)
        else:
            yield from _judge(table)


def _sums(table: Table) -> list[_Sum]:
    cells = table.cells
    found = []
    for column in APPLICANTS:
        results = tuple(cells[row, column] for row in OUTCOMES)
        new, carried, done, left = (cells[row, column] for row in ("r01", "r02", "r24", "r25"))
        found += [_Sum("results", column, results, (done,)), _Sum("balance", column, (new, carried), (done, left))]
    for row in APPLICATIONS:
        *parts, whole = (cells[row.id, column] for column in APPLICANTS)
        found.append(_Sum("row", row.id, tuple(parts), (whole,)))
    return found


def _judge(table: Table) -> Iterator[Problem | Judgement]:
    sums = _sums(table)
    blank = [one for one in sums if one.is_left_out]
    columns = {one.id for one in blank if one.kind == "results"} | {"c7" for one in blank if one.kind == "row"}
    assessed = [one for one in sums if one not in blank and not (one.kind != "row" and one.id in columns)]
    failed = [one for one in assessed if one.excess]
    cell = _suspect(table, failed)
    if blank:
        yield _left_out(blank)
    if cell:
        yield _of_cell(cell, failed)
    for one in assessed:
        if one.excess and not cell:
            yield _of_sum(one)
        elif not one.excess:
            yield _holds(table, one)


def _left_out(blank: list[_Sum]) -> Problem:
    first = next(cell for cell in reversed(blank[0].left) if cell.value)
    value = digits(official.total(blank[0].left))
    return Problem(
        span=official.span(first),
        message=Phrase(
            f"总计有{len(blank)}处没有填，这里的各项之和是{value}", f"{len(blank)} totals are blank; the parts of this one make {value}"
        ),
        related=official.related(cell for one in blank[1:] for cell in one.left if cell.value),
        expected=value,
        severity="warning",
    )


def _holds(table: Table, one: _Sum) -> Judgement:
    cells = [cell for cell in (*one.right, *one.left) if cell.end > cell.start]
    place = table.places.get(one.id, table.places["r23"])
    assumed = Phrase("空白按0计", "blank cells count as 0") if len(cells) < len(one.left) + len(one.right) else None
    span = official.span(cells[0]) if cells else Span(place, place + 1)
    related = official.related(cell for cell in cells[1:] if cell.value)
    return Judgement(status="holds", span=span, related=related, arithmetic=one.arithmetic, reason=assumed)


def _of_sum(one: _Sum) -> Problem:
    printed = [cell for cell in (*one.right, *one.left) if cell.end > cell.start]
    others = [cell for cell in printed[1:] if cell.value or one.kind != "results"]
    value = digits(official.total(one.left))
    return Problem(
        span=official.span(printed[0]),
        message=_message(one, value),
        related=official.related(others),
        expected="" if one.kind == "balance" else value,
        found="" if one.kind == "balance" else digits(one.right[0].value),
        arithmetic=one.arithmetic,
    )


def _message(one: _Sum, value: str) -> Phrase:
    whole = digits(official.total(one.right))
    if one.kind == "row":
        name = ROW_NAMES[one.id]
        return Phrase(f"“{name}”六类申请人之和为{value}，总计却是{whole}", f"the applicants of “{name}” make {value}, the total is {whole}")
    name = APPLICANTS[one.id]
    if one.kind == "results":
        return Phrase(
            f"{name}列各项办理结果之和为{value}，（七）总计却是{whole}", f"the results of “{name}” make {value}, the total is {whole}"
        )
    new, carried, done, left = (digits(cell.value) for cell in (*one.left, *one.right))
    return Phrase(
        f"{name}列新收{new}加上年结转{carried}是{value}，总计{done}加结转下年度{left}却是{whole}",
        f"“{name}”: {new} new and {carried} carried over make {value}, but {done} concluded and {left} carried forward make {whole}",
    )


def _suspect(table: Table, failed: list[_Sum]) -> Cell | None:
    """The one cell that explains every sum that failed, if another number in it mends them all."""
    rows = [one for one in failed if one.kind == "row"]
    columns = {one.id for one in failed if one.kind != "row"}
    if len(rows) != 1 or len(columns) != 1:
        return None
    cell = table.cells[rows[0].id, columns.pop()]
    excess = _excess(cell, rows[0])
    fits = all(one.excess == _sign(cell, one) * excess for one in failed)
    touched = len(failed) == 1 + (cell.row in OUTCOMES or cell.row == "r24") + (cell.row in ("r01", "r02", "r24", "r25"))
    return cell if fits and touched and cell.end > cell.start and cell.value >= excess else None


def _sign(cell: Cell, one: _Sum) -> int:
    return 1 if cell in one.left else -1 if cell in one.right else 0


def _excess(cell: Cell, one: _Sum) -> Decimal:
    """How much too great a cell is when it alone makes a sum fail."""
    return one.excess * _sign(cell, one)


def _of_cell(cell: Cell, failed: list[_Sum]) -> Problem:
    found, expected = digits(cell.value), digits(cell.value - _excess(cell, next(one for one in failed if one.kind == "row")))
    row, column = ROW_NAMES[cell.row], APPLICANTS[cell.column]
    return Problem(
        span=official.span(cell),
        message=Phrase(
            f"“{row}”{column}一格是{found}，所在的行和列都不平，是{expected}才都平",
            f"with {found} for “{column}” in “{row}” neither its row nor its column adds up; with {expected} both do",
        ),
        related=official.related(other for one in failed for other in one.right if other != cell),
        expected=expected,
        found=found,
        arithmetic="; ".join(one.arithmetic for one in failed),
    )
