"""Slips in figures of relations that the checks themselves found to hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from random import Random
from typing import NamedTuple

from injection_edits import Edit, Report, Value, edit, slips, value_of
from injection_places import Inject

from govmetrics.model import Span

HUNDRED = Decimal(100)
_TABLE_SCALES = (Decimal(1), Decimal(10_000))


class Relation(NamedTuple):
    """The figures of a verdict: `own` is the one that was checked, `others` by their role in it."""

    report: Report
    own: Span
    others: tuple[tuple[str, Span], ...]

    def written(self, span: Span) -> str:
        return self.report.text[span.start : span.end]

    def values(self, changed: Span, new: Value) -> tuple[Value, list[tuple[str, Value]]] | None:
        """All values with `new` for `changed`; None where one is not in Arabic digits."""
        found = []
        for role, span in (("", self.own), *self.others):
            value = new if span == changed else value_of(self.written(span))
            if value is None:
                return None
            found.append((role, value))
        return found[0][1], found[1:]


Broken = Callable[[Value, list[tuple[str, Value]]], bool]


def relations(report: Report, *checks: str) -> Iterator[Relation]:
    for verdict in report.outcome.verdicts:
        if verdict.check in checks and verdict.status == "holds":
            yield Relation(report, verdict.span, tuple((one.role.zh, one.span) for one in verdict.related))


def changed(relation: Relation, spans: list[Span], random: Random, broken: Broken) -> Iterator[Edit]:
    """One slip in each of `spans` after which the relation is `broken` whatever was rounded."""
    for span in spans:

        def wanted(value: Value, span: Span = span) -> bool:
            values = relation.values(span, value)
            return values is not None and broken(*values)

        for new in slips(relation.written(span), random, wanted):
            yield edit(span.start, span.end, new)
            break


def sum_broken(total: Value, parts: list[tuple[str, Value]]) -> bool:
    values = [value for _, value in parts]
    slack = total.step + sum((value.step for value in values), Decimal(0))
    return abs(sum((value.value for value in values), Decimal(0)) - total.value) > slack


def excess(total: Value, parts: list[tuple[str, Value]]) -> bool:
    return sum_broken(total, parts) and sum((value.value for _, value in parts), Decimal(0)) > total.value


def share_broken(share: Value, others: list[tuple[str, Value]]) -> bool:
    part, base = (dict(others).get(role) for role in ("分子", "分母"))
    if part is None or base is None or base.low <= 0:
        return False
    low, high = part.low / base.high * HUNDRED, part.high / base.low * HUNDRED
    return not (meets(share, low, high) or meets(share, HUNDRED - high, HUNDRED - low))


def meets(value: Value, low: Decimal, high: Decimal) -> bool:
    return value.low <= high and low <= value.high


def growth_broken(rate: Value, others: list[tuple[str, Value]]) -> bool:
    """Whether no way to calculate the rate gives it."""
    level, base, delta = (dict(others).get(role) for role in ("现值", "基数", "增减额"))
    ways: list[tuple[Decimal, Decimal]] = []
    if level and base and base.low > 0:
        ways.append((level.low / base.high - 1, level.high / base.low - 1))
    if delta and base and base.low > 0:
        ways.append((delta.low / base.high, delta.high / base.low))
    if delta and level and not base:
        for low, high in ((level.low - delta.high, level.high - delta.low), (level.low + delta.low, level.high + delta.high)):
            if low > 0:
                ways.append((delta.low / high, delta.high / low))
    ranges = [sorted((abs(low * HUNDRED), abs(high * HUNDRED))) for low, high in ways]
    return bool(ranges) and not any(meets(rate, *bounds) for bounds in ranges)


def difference_broken(delta: Value, others: list[tuple[str, Value]]) -> bool:
    level, base = (dict(others).get(role) for role in ("现值", "基数"))
    if level is None or base is None:
        return False
    return abs(abs(level.value - base.value) - delta.value) > level.step + base.step + delta.step


def average_broken(mean: Value, others: list[tuple[str, Value]]) -> bool:
    """Off by a tenth: averages are left alone where days or people may have been counted in another way."""
    total, number = (dict(others).get(role) for role in ("总量", "个数"))
    if total is None or number is None or number.value <= 0 or mean.value <= 0:
        return False
    return abs(total.value / number.value / mean.value - 1) > Decimal("0.1")


def repeat_broken(second: Value, others: list[tuple[str, Value]]) -> bool:
    first = others[0][1]
    return abs(first.value - second.value) > first.step + second.step


def table_broken(prose: Value, others: list[tuple[str, Value]]) -> bool:
    cell = others[0][1]
    return all(abs(cell.value * scale - prose.value) > prose.step + cell.step * scale for scale in _TABLE_SCALES)


def own(*checks: str, broken: Broken, like: Callable[[str], bool] = lambda written: True) -> Inject:
    """Slips in the figure that was checked."""

    def inject(report: Report, random: Random) -> Iterator[Edit]:
        for relation in relations(report, *checks):
            if like(relation.written(relation.own)):
                yield from changed(relation, [relation.own], random, broken)

    return inject


def others(*checks: str, broken: Broken) -> Inject:
    """Slips in the figures that it was held against, two of each relation at most."""

    def inject(report: Report, random: Random) -> Iterator[Edit]:
        for relation in relations(report, *checks):
            spans = [span for _, span in relation.others]
            yield from changed(relation, random.sample(spans, min(2, len(spans))), random, broken)

    return inject


def both(one: Inject, other: Inject) -> Inject:
    def inject(report: Report, random: Random) -> Iterator[Edit]:
        yield from one(report, random)
        yield from other(report, random)

    return inject


RELATIONS: dict[str, Inject] = {
    "changed-part": both(others("sum-mismatch", broken=sum_broken), others("parts-above-whole", broken=excess)),
    "changed-total": both(own("sum-mismatch", broken=sum_broken), own("parts-above-whole", broken=excess)),
    "changed-share": own("share-mismatch", "rate-mismatch", broken=share_broken),
    "changed-share-base": others("share-mismatch", "rate-mismatch", broken=share_broken),
    "changed-growth": own("growth-mismatch", broken=growth_broken),
    "changed-level": others("growth-mismatch", broken=growth_broken),
    "changed-points": own("difference-mismatch", broken=difference_broken, like=lambda written: "点" in written),
    "changed-difference": own("difference-mismatch", broken=difference_broken, like=lambda written: "点" not in written),
    "changed-average": own("average-mismatch", broken=average_broken),
    "changed-repeat": both(own("disagreement", "restatement-mismatch", broken=repeat_broken), others("disagreement", broken=repeat_broken)),
    "changed-table-repeat": own("prose-table-mismatch", broken=table_broken),
}
