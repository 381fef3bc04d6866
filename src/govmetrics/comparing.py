"""What two reports both state, side by side: matched by indicator, by the form of official tables, or by an unmistakable label."""

from __future__ import annotations

from decimal import Context, Decimal, localcontext
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from govmetrics.facts import Fact, Facts, facts
from govmetrics.model import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.model import Bound
    from govmetrics.view import View


class Pair(NamedTuple):
    """The same fact as two reports state it."""

    old: Fact
    new: Fact


class Row(Struct, frozen=True):
    """The same thing in an older and a newer report.

    Attributes:
        name: as the newer report calls it.
        difference: the new value less the old one.
        growth: the difference in percent of the old value, rounded half up to two places; None where the old one is not above 0, or
            where the values are percentages themselves.
        old_line, new_line: where they stand, 1-based.
    """

    name: str
    indicator: str | None
    kind: str
    unit: str
    old: Decimal
    new: Decimal
    difference: Decimal
    growth: Decimal | None
    old_bound: Bound
    new_bound: Bound
    old_line: int
    new_line: int


class Comparison(Struct, frozen=True):
    """Two reports held against each other.

    Attributes:
        rows: what both state, in the order of the newer one.
        only_old, only_new: how many facts only one of them states.
    """

    rows: tuple[Row, ...]
    only_old: int
    only_new: int


def compare(old: View, new: View) -> Comparison:
    """What both reports state; cells of official tables that are 0 in both are left out."""
    matched = list(pairs(old, new))
    rows = tuple(_row(pair) for pair in matched if not (pair.new.cell and pair.old.value == pair.new.value == 0))
    return Comparison(rows, len(old.once(facts).stated) - len(matched), len(new.once(facts).stated) - len(matched))


def pairs(old: View, new: View) -> Iterator[Pair]:
    """The facts that both reports state, in the order of the newer one, each once."""
    before, now = old.once(facts), new.once(facts)
    used: set[int] = set()
    for fact in now.stated:
        other = match(fact, before)
        if other is not None and id(other) not in used:
            used.add(id(other))
            yield Pair(other, fact)


def match(fact: Fact, others: Facts) -> Fact | None:
    """What another report says of the thing that `fact` is about."""
    if fact.indicator:
        found = others.by_indicator.get((fact.indicator, fact.kind, fact.unit, fact.period))
        if found is not None:
            return found
    found = others.by_name.get(fact.key)
    if found is None or (fact.indicator and found.indicator and fact.indicator != found.indicator):
        return None
    return found


def growth(old: Decimal, new: Decimal) -> Decimal | None:
    """By how many percent `new` is above `old`, rounded half up to two places; None where `old` is not above 0."""
    if old <= 0:
        return None
    from fractions import Fraction

    exact = (Fraction(new) - Fraction(old)) / Fraction(old) * 10000
    hundredths = int(abs(exact) + Fraction(1, 2))
    return Decimal((int(exact < 0 < hundredths), tuple(map(int, str(hundredths))), -2))


def difference(old: Decimal, new: Decimal) -> Decimal:
    """`new` less `old`, exact however many digits they have."""
    with localcontext(Context(prec=len(plain(old)) + len(plain(new)) + 2)):
        return new - old


def _row(pair: Pair) -> Row:
    old, new = pair
    return Row(
        name=new.title,
        indicator=new.indicator if new.indicator == old.indicator else None,
        kind=new.kind,
        unit=new.unit,
        old=old.value,
        new=new.value,
        difference=difference(old.value, new.value),
        growth=None if new.kind == "percent" else growth(old.value, new.value),
        old_bound=old.bound,
        new_bound=new.bound,
        old_line=old.line,
        new_line=new.line,
    )
