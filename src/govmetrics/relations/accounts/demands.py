"""The sums that the form of a budget or a final account demands of its tables."""

from __future__ import annotations

from govmetrics.relations.accounts import balance, coded, three_public
from govmetrics.relations.accounts.sums import Sum, is_additive, row_sums
from govmetrics.relations.accounts.tables import Table


def sums(before: Table | None, table: Table, after: Table | None) -> list[Sum]:
    """The sums that `table` must keep, in order; `before` and `after` tell whether a page break cut it."""
    if three_public.is_of(table):
        return list(three_public.sums(table))
    additive = is_additive(table)
    found = list(row_sums(table)) if additive else []
    if not coded.has_codes(table):
        found += balance.sums(table, additive)
    elif not table.broken:
        found += coded.sums(before, table, after, additive=additive)
    return found
