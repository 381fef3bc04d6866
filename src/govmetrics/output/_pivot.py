"""A folder of reports as one table: a row a report, a column an indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

from govmetrics.output import csv, tsv
from govmetrics.output._delimited import guarded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FORMATS: Final = ("csv", "tsv", "json")
_FACTS: Final = {"path": "文件", "title": "标题", "year": "年度", "pack": "指标包"}


class Cell(msgspec.Struct, frozen=True):
    """An indicator's value in a report, as in its record."""

    value: str
    unit: str


class Row(msgspec.Struct, frozen=True):
    """What a report states of its indicators, by their ids."""

    path: str
    title: str | None
    year: int | None
    pack: str | None
    indicators: dict[str, Cell]


class Column(msgspec.Struct, frozen=True):
    """An indicator that some report states, with its Chinese name."""

    id: str
    zh: str


def render(rows: Sequence[Row], columns: Sequence[Column], name: str, headers: str) -> str:
    """The whole table in the format `name`, one of `FORMATS`; `headers` is the language of its headings."""
    if name == "json":
        return msgspec.json.format(msgspec.json.encode(rows), indent=1).decode() + "\n"
    lines: list[Iterable[Any]] = [list(_FACTS.values()) if headers == "zh" else list(_FACTS)]
    lines[0] = [*lines[0], *(column.zh if headers == "zh" else column.id for column in columns)]
    for row in rows:
        values = (row.indicators.get(column.id) for column in columns)
        lines.append([guarded(row.path), guarded(row.title), row.year, row.pack, *(cell.value if cell else None for cell in values)])
    return csv.text(lines) if name == "csv" else "".join(map(tsv.line, lines))
