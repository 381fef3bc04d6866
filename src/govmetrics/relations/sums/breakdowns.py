"""All wholes of a report and the parts that it gives of them, in prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics.relations.figures import Number, Row, rows
from govmetrics.relations.sums.across import Across
from govmetrics.relations.sums.breakdown import AHEAD, COMPARED, INTENSIVE, Breakdown, Scan
from govmetrics.relations.sums.by_verb import by_verb
from govmetrics.relations.sums.lines import by_line
from govmetrics.relations.sums.remainders import rest, undone
from govmetrics.relations.sums.whole_first import bare, bracketed, followed
from govmetrics.relations.sums.whole_last import quarters, summed
from govmetrics.tables import RULE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govmetrics.view import View


def breakdowns(view: View) -> list[Breakdown]:
    """All breakdowns of a report, in order of their sentences."""
    found: list[Breakdown] = []
    across = Across()
    for all_ in rows(view):
        # Table sums are read by their rows and columns; strung together, cells make up nothing.
        cells = any(number.metric.rule == RULE for number in all_)
        row = Row((number for number in all_ if number.metric.rule != RULE), all_.start, all_.end) if cells else all_
        if row:
            scan = Scan(view, row)
            found += _within(scan)
            scan.leave()
            found += across.read(scan)
    return [*found, *by_line(view)]


def _within(scan: Scan) -> Iterator[Breakdown]:
    """The breakdowns of one sentence."""
    row = scan.row
    keys = [_key(number) for number in row]
    for at, number in enumerate(row):
        if number.kind not in ("count", "money") or number.change or number.unit in INTENSIVE:
            continue
        scan.look(at)
        for way in _ways(number, repeated=keys.count(keys[at]) > 1 if len(keys) < AHEAD else True):
            found = way(scan, at)
            if found:
                yield found


def _ways(number: Number, *, repeated: bool) -> tuple[Callable[[Scan, int], Breakdown | None], ...]:
    """How `number` may be a whole; most ways need another number of its unit in the sentence."""
    if not repeated:
        return (bare,)
    if COMPARED.search(number.before):
        return (summed, quarters)
    return (bracketed, followed, rest, undone, bare, by_verb, summed, quarters)


def _key(number: Number) -> tuple[str, str]:
    return number.kind, "人" if number.unit in ("名", "位") else number.unit
