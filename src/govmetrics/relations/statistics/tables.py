"""The rows of statistical tables, put together from the cells that were found: a row a line, or a cell a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from govmetrics.model import Count, Money, Percent
from govmetrics.patterns import compile_
from govmetrics.relations.accounts.tables import Cell, cell
from govmetrics.tables import RULE

if TYPE_CHECKING:
    from decimal import Decimal

    from govmetrics.view import View

Value: TypeAlias = Count | Money | Percent

_HAN = compile_(r"[\u4e00-\u9fff]")
_EMPTY = compile_(r"[\s|持平无略—…./-]*")
_BREAK = compile_("[。;]|单位 ?:")
_OPENING = compile_("^(?:按[^:]{1,8}分:|全(?:[市省县区州盟旗国]|社会)|我[市省县区国]|年末|年底|期末|全年|累计)+(?=.{2})")
_MOST_LINES, _LONGEST = 2, 60
"""What stands between two rows of one table at most: lines with words, and characters."""
_ABOVE = 300
"""How far above its first cell the caption and the header of a table stand."""
_WRAPPED = 3
"""The most characters of each half of a label that is broken."""


class Entry(NamedTuple):
    """A cell of a table.

    Attributes:
        metric: the figure that it is.
        cell: the number as printed.
    """

    metric: Value
    cell: Cell

    @property
    def is_level(self) -> bool:
        """Whether it does not say by how much something changed."""
        return self.metric.change is None

    @property
    def scale(self) -> Decimal:
        """What the printed number, which must not be 0, is counted in: 10000 in a column of 万元."""
        return self.metric.low / self.cell.value


class Row(NamedTuple):
    """The cells of one label.

    Attributes:
        names: what the label may be, without spaces, marks, unit and such openings as 全市: more than one where it may be broken.
        entries: those that state a unit, in order.
    """

    names: tuple[str, ...]
    entries: list[Entry]


class Table(NamedTuple):
    """A table.

    Attributes:
        head: title, caption and header, up to the label of the first row.
        rows: in order; what has no cell is left out.
    """

    head: str
    rows: list[Row]


def tables(view: View) -> list[Table]:
    """The tables of a report whose cells state a unit, in order."""
    found: list[Table] = []
    end, label = 0, ""
    for at, metric in enumerate(view.metrics):
        if metric.rule != RULE or not isinstance(metric, (Count, Money, Percent)):
            continue
        start = view.starts[at]
        entry = Entry(metric, cell(0, view.text[start : view.ends[at]])._replace(span=metric.span))
        gap = view.text[max(end, start - _ABOVE) : start]
        if found and metric.label == label and _EMPTY.fullmatch(gap):
            found[-1].rows[-1].entries.append(entry)
        else:
            lines = [line.strip() for line in gap.split("\n") if _HAN.search(line)]
            if not found or len(lines) > _MOST_LINES or len(gap.strip()) > _LONGEST or _BREAK.search(gap):
                found.append(Table(_head(gap), []))
            found[-1].rows.append(Row(_names(metric.label, lines), [entry]))
        end, label = view.ends[at], metric.label
    return found


def _head(gap: str) -> str:
    """The title, the caption and the header at the end of `gap`, without the label at its very end."""
    above = gap.rstrip().rpartition("\n")[0]
    return above[max(above.rfind("。"), above.rfind("\n\n\n")) + 1 :]


def _names(label: str, lines: list[str]) -> tuple[str, ...]:
    names = [label]
    if len(lines) == _MOST_LINES and all(len(line) <= _WRAPPED for line in lines):
        names.append("".join(lines).replace(" ", ""))
    return tuple(_OPENING.sub("", name) for name in names)
