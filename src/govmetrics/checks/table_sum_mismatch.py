"""合计 2,946.25 above items that make 2,964.25: a table of a budget or an account whose rows or columns do not add up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related, Severity, Status
from govmetrics.relations.accounts.demands import sums
from govmetrics.relations.accounts.sums import Failure, Sum, failures
from govmetrics.relations.accounts.tables import Cell, tables
from govmetrics.relations.figures import digits
from govmetrics.relations.statistics import splits
from govmetrics.relations.statistics import tables as statistics

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govmetrics.packs import Pack
    from govmetrics.view import View

GROUP: Final = "sum"
SEVERITY: Final = "error"
WHAT: Final = Phrase("表格的行或列不平", "a row or column of a table that does not add up")
WHY: Final = Phrase(
    "预决算公开表中，合计等于基本支出加项目支出等各栏，类等于所属各款、款等于所属各项之和，总计等于本年合计加结转，收入总计等于支出总计，“三公”经费合计等于各项之和（允许每个数末位半个单位的舍入误差）。统计公报表中，地区生产总值等于三次产业之和，进出口总额等于出口加进口，人口等于城镇加乡村、男加女。",
    "In the tables of budgets and accounts totals are the sums of their columns, classes those of their sections and items, and both sides of a balance are equal, within half a unit of the last place of each amount. In the tables of communiqués gross product is the sum of the three industries, trade that of exports and imports, and population that of towns and country, and of men and women.",
)
_BALANCE = """收入支出决算总表
单位：万元
收入 支出
项目 决算数 项目 决算数
一、财政拨款收入 1,480.35 一、一般公共服务支出 902.16
二、事业收入 二、社会保障和就业支出 {social}
三、其他收入 12.40 三、住房保障支出 163.90
本年收入合计 1,492.75 本年支出合计 1,470.55
年初结转和结余 31.60 年末结转和结余 53.80
总计 {total} 总计 1,524.35
"""
_CODED = """支出预算总表
单位：元
功能分类科目名称 合计 基本支出 项目支出
类 款 项
201 一般公共服务支出 5,731,640 4,210,300 1,521,340
201 03 政府办公厅（室）及相关机构事务 5,731,640 4,210,300 1,521,340
201 03 01 行政运行 4,210,300 4,210,300 0
201 03 02 一般行政管理事务 {affairs} 0 1,521,340
221 住房保障支出 {housing} 618,200 0
221 02 住房改革支出 618,200 618,200 0
221 02 01 住房公积金 618,200 618,200 0
合计 6,349,840 4,828,500 1,521,340
"""
_OFFICIAL = """“三公”经费预算表
单位：万元
公务用车购置及运行费
合计 因公出国（境）费 公务接待费
小计 购置费 运行费
{total} 5.2 1.85 20.3 0 20.3
"""
_COMMUNIQUE = """某市2024年国民经济和社会发展统计公报
货物进出口总额及其增长
指标\t金额（亿元）\t比上年增长（%）
进出口总额\t184.6\t3.5
出口额\t{exports}\t5.1
  其中：一般贸易\t90.4\t2.2
进口额\t63.9\t0.4
"""
_PEOPLE = """某市2024年国民经济和社会发展统计公报
2024年年末人口数及其构成
指标
年末数（万人）
比重（%）
常住人口
312.9
100.0
其中：城镇
{urban}
63.2
乡村
115.3
36.8
"""
BAD: Final = (
    (_BALANCE.format(social="404.49", total="1,542.35"), "1,542.35"),
    (_BALANCE.format(social="440.49", total="1,524.35"), "440.49"),
    (_CODED.format(affairs="1,512,340", housing="618,200"), "1,512,340"),
    (_CODED.format(affairs="1,521,340", housing="681,200"), "681,200"),
    (_OFFICIAL.format(total="28.35"), "28.35"),
    (_COMMUNIQUE.format(exports="127.0"), "184.6"),
    (_PEOPLE.format(urban="179.6"), "312.9"),
)
GOOD: Final = (
    _BALANCE.format(social="404.49", total="1,524.35"),
    _BALANCE.format(social="404.50", total="1,524.35"),
    _CODED.format(affairs="1,521,340", housing="618,200"),
    _CODED.format(affairs="1,521,341", housing="618,200"),
    _CODED.format(affairs="1,521,340", housing="618,200").replace("221 02 01", "2 1 01").replace("618,200 0\n合", "681,200 0\n合"),
    "单位：万元\n项目 合计 其中：基本支出 其中：项目支出\n办公室 32.50 20.00 10.00\n文化科 18.10 12.00 6.10\n体育科 9.00 9.00 0\n合计 59.60 41.00 16.10\n",
    _COMMUNIQUE.format(exports="120.7"),
    _COMMUNIQUE.format(exports="120.6"),
    _COMMUNIQUE.format(exports="127.0").replace("进口额", "加工贸易进口额"),
    _PEOPLE.format(urban="197.6"),
    _PEOPLE.format(urban="179.6").replace("其中：城镇", "60岁及以上\n60.4\n19.3\n城镇"),
    _OFFICIAL.format(total="27.35"),
    _OFFICIAL.format(total="27.35").replace("20.3 0 20.3", "30.3 1 22.3"),
)

_TOTAL = Phrase("合计", "total")
_PART = Phrase("分项", "part")
_MANY = 4
"""Sums that hold for each failure of a table: with fewer, it is likelier that the table was not read as it was meant."""
_ASSUMED = Phrase("空白按0计", "blank cells count as 0")
_NEAR = 2
"""Parts that miss their whole by half of it or more are likelier to be rates, or others than were looked for."""
_UNREAD = Phrase("表格的行列未能可靠辨认", "the rows and columns of the table are not sure")


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each cell, or group of sums, that does not fit; a judgement for each sum that holds."""
    if "单位" in view.document.text:
        yield from _accounts(view)
    if view.pack is not None and view.pack.splits:
        yield from _statistics(view, view.pack)


def _accounts(view: View) -> Iterator[Problem | Judgement]:
    found = view.of_text(tables)
    for before, table, after in zip([None, *found], found, [*found[1:], None], strict=False):
        demanded = sums(before, table, after)
        failed = failures(demanded)
        held = [one for one in demanded if one.holds]
        sure = len(failed) * _MANY <= len(held) or (len(failed) == 1 and held)
        yield from _held(held)
        for failure in failed:
            assumed = any(one.assumed for one in failure.sums)
            yield _problem(failure, "warning" if assumed else None) if sure or assumed else _unread(failure)


def _statistics(view: View, pack: Pack) -> Iterator[Problem | Judgement]:
    """Judge the wholes and parts of statistical tables; their cells may be cut off where they should be rounded."""
    for table in view.of_text(statistics.tables):
        demanded = list(splits.sums(table, pack))
        yield from _held(one for one in demanded if one.holds)
        yield from (_judged(one, "holds-if-truncated") for one in demanded if not one.holds and one.is_truncated)
        for failure in failures([one for one in demanded if one.holds or not one.is_truncated]):
            one = failure.sums[0]
            yield _problem(failure, "warning") if abs(one.excess) * _NEAR < one.total.value else _unread(failure)


def _held(sums: Iterable[Sum]) -> Iterator[Judgement]:
    yield from (_judged(one, "holds") for one in sums if any(cell.value for cell in one.cells))


def _judged(one: Sum, status: Status) -> Judgement:
    reason = _ASSUMED if one.assumed else None
    return Judgement(status=status, span=one.total.span, related=_related(one.parts, _PART), arithmetic=_arithmetic(one), reason=reason)


def _unread(failure: Failure) -> Judgement:
    one = failure.sums[0]
    return Judgement(
        status="not-assessable", span=one.total.span, related=_related(one.parts, _PART), arithmetic=_arithmetic(one), reason=_UNREAD
    )


def _problem(failure: Failure, severity: Severity | None) -> Problem:
    cell, first = failure.cell, failure.sums[0]
    arithmetic = "; ".join(_arithmetic(one) for one in failure.sums)
    related = {other.span: Related(other.span, _PART) for one in failure.sums for other in one.parts if other != cell}
    related |= {one.total.span: Related(one.total.span, _TOTAL) for one in failure.sums if one.total != cell}
    if failure.expected is not None and cell != first.total:
        expected = _written(cell, failure.expected)
        message = Phrase(
            f"“{first.name}”分项之和不等于{first.total.text}，其中{cell.text}若为{expected}，各行各列都平",
            f"the parts of “{first.name}” do not make {first.total.text}; with {expected} instead of {cell.text} all rows and columns add up",
        )
    else:
        expected = _written(first.total, first.total.value + first.excess)
        message = Phrase(
            f"“{first.name}”为{first.total.text}，分项之和却是{expected}",
            f"“{first.name}” is {first.total.text}, but its parts add up to {expected}",
        )
    return Problem(
        span=cell.span,
        message=message,
        related=tuple(related.values()),
        expected=expected,
        found=cell.text,
        arithmetic=arithmetic,
        severity=severity,
    )


def _related(cells: tuple[Cell, ...], role: Phrase) -> tuple[Related, ...]:
    return tuple(Related(cell.span, role) for cell in cells)


def _written(cell: Cell, value: object) -> str:
    """`value` with the separators and places of `cell`."""
    return f"{value:,}" if "," in cell.text else f"{value:f}"


def _arithmetic(one: Sum) -> str:
    words = "+".join(digits(part.value) for part in one.parts if part.value) or "0"
    total, result = digits(one.total.value), digits(one.total.value + one.excess)
    if total == result:
        return f"{words}={total}"
    return f"{words}={result}{'≈' if one.holds else '≠'}{total}"
