"""The table of official trips, vehicles and receptions (“三公”经费), whose header the text jumbles and whose blanks it loses."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING, Final, TypeAlias

from govmetrics.patterns import compile_
from govmetrics.relations.accounts.sums import Sum

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govmetrics.model import Span
    from govmetrics.relations.accounts.tables import Cell, Row, Table

_FORM = compile_(r"(?=.*合计)(?=.*因公出国)(?=.*公务接待费)(?=.*小计)(?=.*购置费)(?=.*运行)")
_STAGES = compile_("预算数.*决算数")
_STRANGE = compile_(r"[^\d“”()、年度本部门单位一般公共预算财政拨款三公经费支出数机关运行合计因出国境务用车购置及和维护小接待决项目金额]")
_TOTAL, _TRIPS, _VEHICLES, _PURCHASE, _RUNNING, _RECEPTION, _OFFICE = (
    "合计",
    "因公出国（境）费",
    "公务用车购置及运行维护费",
    "公务用车购置费",
    "公务用车运行维护费",
    "公务接待费",
    "机关运行经费",
)
_ORDERS: Final = (
    (_TOTAL, _TRIPS, _VEHICLES, _PURCHASE, _RUNNING, _RECEPTION),
    (_TOTAL, _TRIPS, _RECEPTION, _VEHICLES, _PURCHASE, _RUNNING),
)
_WHOLE: Final = (_TOTAL, (_TRIPS, _VEHICLES, _RECEPTION))
_OWN: Final = (_VEHICLES, (_PURCHASE, _RUNNING))
_THROUGH: Final = (_TOTAL, (_TRIPS, _PURCHASE, _RUNNING, _RECEPTION))
_BUDGET, _FINAL = " / 预算数", " / 决算数"
_FEWEST, _MOST_ROWS = 3, 3
"""Cells that a row with blanks has at least, and rows with blanks of a table that are read."""

Columns: TypeAlias = "dict[str, Cell]"
"""The cells of a row below the names that pack files use, 合计 / 决算数; a column without a cell is blank."""
_Key: TypeAlias = "tuple[Span, frozenset[Span]]"


def is_of(table: Table) -> bool:
    """Whether the header of `table` is of this form."""
    return _FORM.match(table.header) is not None


def sums(table: Table) -> Iterator[Sum]:
    """The sums of its rows without label.

    Receptions stand before or behind the vehicles: the order is the one in which more of the sums are true, or else no part is more
    than its whole; nothing is known of a row that fits none. Of a row with blanks, which count as 0, only those sums are known that
    each way to place the blanks has, of all ways that fit, or where none does, that come nearest.
    """
    for readings in _rows(table):
        if len(readings[0]) == len(_columns(table, _ORDERS[0])):
            yield from _of_full(readings, table)
        else:
            yield from _of_blanks(readings, table)


def named(table: Table) -> Iterator[tuple[str, Cell]]:
    """The cells whose column is sure, as pack files name them: those for which all readings that add up agree."""
    for readings in _rows(table):
        sound = [columns for columns in readings if _is_sound(columns, table)]
        names: dict[Cell, set[str]] = {}
        for columns in sound:
            for name, cell in columns.items():
                names.setdefault(cell, set()).add(name)
        yield from ((name, cell) for cell, found in names.items() if len(found) == 1 for name in found)


def _rows(table: Table) -> Iterator[list[Columns]]:
    """The readings of each row without label."""
    orders = [_columns(table, order) for order in _ORDERS]
    is_strict, blank = not _STRANGE.search(table.header), 0
    for row in table.rows:
        if row.label or row.code:
            continue
        missing = len(orders[0]) - len(row.cells)
        if missing:
            blank += 1
        if not missing or (missing > 0 and is_strict and len(row.cells) >= _FEWEST and blank <= _MOST_ROWS):
            yield [dict(zip(columns, row.cells, strict=True)) for order in orders for columns in _placed(order, row)]


def _columns(table: Table, order: Sequence[str]) -> tuple[str, ...]:
    if _STAGES.search(table.header):
        return tuple(name + stage for name in order for stage in (_BUDGET, _FINAL))
    return (*order, _OFFICE) if _OFFICE[:4] in table.header else tuple(order)


def _placed(order: Sequence[str], row: Row) -> Iterator[tuple[str, ...]]:
    """The columns that the cells of `row` may stand in; the first is never blank."""
    for others in combinations(order[1:], len(row.cells) - 1):
        yield (order[0], *others)


def _sums(columns: Columns, table: Table, *forms: tuple[str, tuple[str, ...]]) -> list[Sum]:
    """The sums of `forms` for each stage that have a total and parts that are not blank."""
    found = []
    for stage in ("", _BUDGET, _FINAL):
        for total, parts in forms:
            whole = columns.get(total + stage)
            given = tuple(columns[part + stage] for part in parts if part + stage in columns)
            if whole and given:
                found.append(Sum(f"“三公”经费{total}", given, whole, table.step, assumed=len(given) < len(parts)))
    return found


def _is_sound(columns: Columns, table: Table) -> bool:
    return _strays(columns, _WHOLE, _OWN) == 0 and all(one.holds for one in _sums(columns, table, _WHOLE, _OWN))


def _is_without_subtotal(columns: Columns, table: Table) -> bool:
    """Whether the rest adds up where the subtotal of the vehicles is blank."""
    subtotals = any(name.startswith(_VEHICLES) for name in columns)
    return not subtotals and not _strays(columns, _THROUGH) and all(one.holds for one in _sums(columns, table, _THROUGH))


def _strays(columns: Columns, *forms: tuple[str, tuple[str, ...]]) -> int:
    """How many totals and parts of `forms` are not 0 where what they belong to is blank."""
    count = 0
    for stage in ("", _BUDGET, _FINAL):
        for total, parts in forms:
            given = [columns[name + stage].value for name in (total, *parts) if name + stage in columns]
            alone = total + stage not in columns or len(given) == 1
            count += alone and any(given)
    return count


def _of_full(readings: Sequence[Columns], table: Table) -> list[Sum]:
    scored = []
    for columns in readings:
        found = _sums(columns, table, _WHOLE, _OWN, _THROUGH)
        nested = all(part.value <= one.total.value for one in _sums(columns, table, _OWN) for part in one.parts)
        scored.append((sum(one.holds for one in found), nested, found, columns))
    scored.sort(key=lambda reading: reading[:2])
    (least, worse, _, _), (most, better, found, columns) = scored
    if most == len(found):
        return _sums(columns, table, _WHOLE, _OWN)
    return found if most and (most, better) > (least, worse) else []


def _of_blanks(readings: Sequence[Columns], table: Table) -> list[Sum]:
    sound = [columns for columns in readings if _is_sound(columns, table)]
    if not sound:
        if any(_is_without_subtotal(columns, table) for columns in readings):
            return []
        whole = [(_misses(columns, table), columns) for columns in readings if not _strays(columns, _WHOLE, _OWN)]
        least = min((misses for misses, _ in whole), default=None)
        sound = [columns for misses, columns in whole if misses == least]
    each = [{_key(one): one for one in _sums(columns, table, _WHOLE, _OWN)} for columns in sound]
    return [one for key, one in each[0].items() if all(key in others for others in each)] if each else []


def _misses(columns: Columns, table: Table) -> tuple[bool, int, Decimal]:
    """How far a reading is from the form: whether a column is blank in one stage alone, how many sums fail, and by how much in all."""
    stages = [{name.removesuffix(stage) for name in columns if name.endswith(stage)} for stage in (_BUDGET, _FINAL)]
    failing = [abs(one.excess) for one in _sums(columns, table, _WHOLE, _OWN) if not one.holds]
    return stages[0] != stages[1], len(failing), sum(failing, Decimal(0))


def _key(one: Sum) -> _Key:
    """What two sums share that differ in nothing but parts that are 0."""
    return one.total.span, frozenset(part.span for part in one.parts if part.value)
