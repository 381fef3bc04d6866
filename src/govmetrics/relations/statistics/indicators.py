"""Which indicators the cells of statistical tables are of, by their rows and what the header says of year and place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics.packs import CHANGE, LEVEL, RATE
from govmetrics.patterns import compile_
from govmetrics.relations.statistics.splits import divided
from govmetrics.relations.statistics.tables import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.packs import Pack
    from govmetrics.relations.statistics.tables import Entry, Row, Table
    from govmetrics.view import View

_COMPARED = compile_(r"[比较][^\s(]{0,8}|±")
_OTHER = compile_(
    r"上年|去年|同期|年初|期初|计划|目标|预[期计测]|预算数|年初预算|季度|半年|(?<!\d)(?!12月)\d{1,2}月|平均|年均|贡献|拉动|排名|位次"
    r"|市区|城区|县域|分[县区市]|各[县区市]|园区|开发区|高新区|民营|非公|海洋|数字经济"
)
_YEAR = compile_(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


def indicated(view: View, pack: Pack) -> dict[int, str]:
    """Where the cells with an indicator of `pack` begin in the source, with its id."""
    found: dict[int, str] = {}
    for table in view.of_text(tables) if pack.labels else ():
        if _is_of_the_year(table, view.document.review):
            for name, row in _named(table, pack):
                for entry in _sure(row):
                    word, id_ = pack.labels.get(f"{_measure(entry)}{entry.metric.unit} {name}", ("", ""))
                    if id_ and word in table.head:
                        found[entry.metric.span.start] = id_
    return found


def _is_of_the_year(table: Table, year: int | None) -> bool:
    """Whether title and header leave no doubt that the table is of the whole place in the report's year."""
    return not _OTHER.search(_COMPARED.sub("", table.head)) and all(found == str(year) for found in _YEAR.findall(table.head))


def _named(table: Table, pack: Pack) -> Iterator[tuple[str, Row]]:
    """The rows of `table` as pack files name them: those that a split divides, their parts, and others that no split has for a part."""
    whole_of = {
        place: (one.at, f"{one.split.total[0]} > {names[0]}")
        for one in divided(table, pack)
        for place, names in zip(one.parts, one.split.parts, strict=True)
    }
    labels: dict[str, list[int]] = {}
    for place, row in enumerate(table.rows):
        for name in (whole_of[place][1],) if place in whole_of else row.names:
            labels.setdefault(name, []).append(place)
    # A label that comes twice is of different things.
    twice = {place for places in labels.values() if len(places) > 1 for place in places}
    for name, (place, *_) in labels.items():
        if place not in twice and (place not in whole_of or whole_of[place][0] not in twice):
            yield name, table.rows[place]


def _sure(row: Row) -> Iterator[Entry]:
    """The level and the growth of `row`, where it has but one of them."""
    levels = [entry for entry in row.entries if entry.is_level]
    changes = [entry for entry in row.entries if not entry.is_level and entry.metric.unit == "%"]
    if len({entry.metric.unit for entry in levels}) == len(levels):
        yield from levels
    if len(changes) == 1 and changes[0].metric.basis == "yoy":
        yield from changes


def _measure(entry: Entry) -> str:
    """What the entry can be of, as `Pack.labels` tells it."""
    if not entry.is_level:
        return CHANGE
    return RATE if entry.metric.unit == "%" else LEVEL
