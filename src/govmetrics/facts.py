"""The facts of a report: levels whose name stands for exactly one value in it, and the cells of the official tables."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from govmetrics.disclosure.form import APPLICANTS, RESULTS, ROW_NAMES
from govmetrics.model import Span
from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, cut, rows
from govmetrics.relations.official import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govmetrics.disclosure.form import Cell, Table
    from govmetrics.model import Bound
    from govmetrics.view import View

Key: TypeAlias = tuple[str, ...]

_COLUMNS = {
    "made": "本年制发件数",
    "repealed": "本年废止件数",
    "valid": "现行有效件数",
    "decided": "本年处理决定数量",
    "amount": "本年收费金额",
    **APPLICANTS,
    **RESULTS,
}
_AMOUNT = 4
"""Fees are in 万元."""
_NO_WORD = compile_(r"[^\u3400-\u9fff\w%％]+|_+")
_LEAD = compile_(r"^(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．]|[.．、])\s*")
_NUMBER = compile_(r"^\d{1,3}(?=[\u3400-\u9fff])")
_YEAR = compile_(r"(?:19|20)\d\d年度?")
_PREFIX = compile_("^(?:全年度?|本年度?|当年|今年|年度|年(?=[^度均末初内底])|一年来|共计?|总共|累计|合计|实际|其中)+")
_SUFFIX = compile_("(?:科目|共计?|累计|分别|为|达到?|有)+$")
_HANZI = compile_("[\u3400-\u9fff]")
_WHOLE = frozenset(["+0", "+0-12", "+0-12-31", "+0-01/+0-12", "+0-01-01/+0-12-31"])
_PERIOD_YEAR = compile_(r"(?<!\d)\d{4}(?!\d)")
_KINDS = frozenset(["count", "money", "percent"])
_CUT_AT = 16
"""Characters at the end of a long label that tell it: extraction cuts labels at their front."""


class Fact(NamedTuple):
    """A level that a report states.

    Attributes:
        name: as the report calls it.
        key: what facts of two reports must share to be the same thing, unless they share an indicator.
        period: `0` for the report's year, `-1` for the year before, `+0-06` for its June …
        number: the figure; None for a cell of an official table.
        cell: row and column of an official table; empty otherwise.
        line: where it stands, 1-based.
    """

    name: str
    key: Key
    indicator: str | None
    kind: str
    unit: str
    period: str
    value: Decimal
    bound: Bound
    number: Number | None
    cell: tuple[str, str] | tuple[()]
    span: Span
    line: int

    @property
    def title(self) -> str:
        """The name, with the period where that is not the report's year."""
        metric = self.number.metric if self.number else None
        return f"{self.name} ({metric.period})" if metric is not None and self.period != "0" else self.name


class Facts(NamedTuple):
    """The facts of a report: in its order, by name, and by indicator."""

    stated: list[Fact]
    by_name: dict[Key, Fact]
    by_indicator: dict[Key, Fact]


class _Level(NamedTuple):
    number: Number
    sure: bool


def facts(view: View) -> Facts:
    """The facts of a report. A name with two values that do not agree names nothing, and is left out."""
    tables = view.once(official)
    year = view.once(base_year)
    by_name: dict[Key, list[_Level]] = {}
    for level in view.once(_levels):
        number = level.number
        name = normal(number.label)
        if name:
            period = _relative(number.metric.period, year)
            by_name.setdefault((name, number.kind, number.unit, period), []).append(level)
    named = {key: fact for key, levels in by_name.items() if (fact := _fact(view, key, levels))}
    by_indicator = view.once(indicated)
    cells = {fact.key: fact for table in tables for fact in _cells(view, table)}
    stated = {fact.span.start: fact for fact in [*named.values(), *by_indicator.values(), *cells.values()]}
    return Facts([stated[at] for at in sorted(stated)], named | cells, by_indicator)


def indicated(view: View) -> dict[Key, Fact]:
    """The levels of a report by indicator, kind, unit and period; none that is stated with two values that do not agree in any unit."""
    year = view.once(base_year)
    found: dict[Key, list[_Level]] = {}
    for level in view.once(_levels):
        number = level.number
        if number.metric.indicator:
            period = _relative(number.metric.period, year)
            found.setdefault((number.metric.indicator, number.kind, number.unit, period), []).append(level)
    stated = {key: _fact(view, key, levels) for key, levels in found.items()}
    # 192件, 318件 and 86起 are of several things.
    doubtful = {(id_, kind, period) for (id_, kind, _, period), fact in stated.items() if fact is None}
    return {key: fact for key, fact in stated.items() if fact and (key[0], key[1], key[3]) not in doubtful}


def base_year(view: View) -> int | None:
    """The year that a report's figures are of: as its head says, else that of most of its figures."""
    if view.document.review:
        return view.document.review
    years = Counter(metric.period[:4] for metric in view.metrics if metric.period and metric.period[:4].isdigit())
    return int(years.most_common(1)[0][0]) if years else None


def official(view: View) -> list[Table]:
    """The official tables that could be read; none of a kind that the text has twice."""
    tables = [table for table in view.once(read) if table.unread is None]
    kinds = Counter(table.kind for table in tables)
    return [table for table in tables if kinds[table.kind] == 1]


def normal(label: str) -> str:
    """A label as it is compared: without years, list numbers, marks and words that two reports use differently; "" if little is left."""
    words = _LEAD.sub("", label.strip())
    words = _NUMBER.sub("", _NO_WORD.sub("", words))
    words = _SUFFIX.sub("", _PREFIX.sub("", _YEAR.sub("", words)))
    return words[-_CUT_AT:] if len(_HANZI.findall(words)) >= 2 else ""


def _shown(label: str) -> str:
    """A label as a reader wants it: without list number, and without the quotes around the whole of it."""
    words = _LEAD.sub("", label.strip()).removesuffix("科目")
    if words.endswith("”") and words.count("”") == 1:
        words = words.removeprefix("“")[:-1]
    return words or label


def _relative(period: str | None, year: int | None) -> str:
    """`period` with its years counted from `year`: `0` for the whole of it."""
    if period is None or year is None:
        return "0"
    found = str(_PERIOD_YEAR.sub(lambda match: f"{int(match.group()) - year:+d}", period))
    return "0" if found in _WHOLE else found


def _levels(view: View) -> list[_Level]:
    """The levels of a report in its order; those that another stands beside in a row of a table are not sure unless they are its total."""
    tables = view.once(official)
    found: list[_Level] = []
    for row in rows(view):
        for in_table, group in groupby(row, key=_place(view)):
            numbers = [number for number in group if _is_level(number) and not _inside(number.span, tables)]
            if in_table is None:
                found += [_Level(number, number.low == number.high) for number in numbers]
            elif numbers:
                first, *others = numbers
                found.append(_Level(first, not others or sum((other.low for other in others), Decimal(0)) == first.low))
    return found


def _place(view: View) -> Callable[[Number], tuple[int, str] | None]:
    """What the cells of one row have in common; None for a figure of prose."""

    def place(number: Number) -> tuple[int, str] | None:
        if number.metric.rule != "table-cell":
            return None
        return view.document.position(number.span.start)[0], number.label

    return place


def _is_level(number: Number) -> bool:
    return number.change is None and number.kind in _KINDS


def _inside(span: Span, tables: Sequence[Table]) -> bool:
    return any(table.start <= span.start < table.end for table in tables)


def _fact(view: View, key: Key, levels: Sequence[_Level]) -> Fact | None:
    """The fact of the levels that one name has, as exact as any of them; None where it has two values."""
    finest = min((level.number for level in levels), key=lambda number: (number.bound != "exact", number.step))
    for level in levels:
        if not level.sure or (level.number is not finest and not cut(level.number).meets(cut(finest))):
            return None
    return Fact(
        name=_shown(finest.label),
        key=key,
        indicator=finest.metric.indicator,
        kind=finest.kind,
        unit=finest.unit,
        period=key[-1],
        value=finest.low,
        bound=finest.bound,
        number=finest,
        cell=(),
        span=finest.span,
        line=view.document.position(finest.span.start)[0],
    )


def _cells(view: View, table: Table) -> Iterator[Fact]:
    for (row, column), cell in table.cells.items():
        if table.merged and row in ("r21", "r22"):
            continue
        yield _cell(view, table, cell, "（六）其他处理" if table.merged and row == "r23" else ROW_NAMES[row], column)


def _cell(view: View, table: Table, cell: Cell, name: str, column: str) -> Fact:
    money = column == "amount"
    return Fact(
        name=f"{name} / {_COLUMNS[column]}",
        key=(table.kind, f"{cell.row} {name}", column),
        indicator=None,
        kind="money" if money else "count",
        unit="元" if money else "件",
        period="0",
        value=cell.value.scaleb(_AMOUNT) if money else cell.value,
        bound="exact",
        number=None,
        cell=(cell.row, column),
        span=Span(cell.start, cell.end),
        line=view.document.position(cell.start)[0],
    )
