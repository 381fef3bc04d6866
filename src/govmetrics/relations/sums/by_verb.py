"""Sums of every other number: 甲会受理 a 件、调成 b 件,乙会受理 c 件、调成 d 件,两家合计受理 v 件、调成 w 件."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from govmetrics.patterns import compile_
from govmetrics.relations.figures import alike, last_words
from govmetrics.relations.sums.breakdown import Breakdown

if TYPE_CHECKING:
    import regex

    from govmetrics.relations.figures import Number
    from govmetrics.relations.sums.breakdown import Scan

_TOGETHER = compile_(
    "(?P<many>[两三四五六])(?:家|类|项|个[\u4e00-\u9fff]{0,4}|级|地)(?:合计|共计|总共|共|总计)(?P<verb>[\u4e00-\u9fff]{2})$"
)
_NEXT = compile_("[、,](?P<verb>[\u4e00-\u9fff]{2})")
_MANY = {"两": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_REACH = 14


def by_verb(scan: Scan, at: int) -> Breakdown | None:
    """The total at `at` of as many numbers as there are things, each told behind the same verb."""
    row = scan.row
    total = row[at]
    own = _together(scan, total)
    first = own or (_together(scan, row[at - 1]) if at else None)
    verb = own["verb"] if own else found["verb"] if (found := _NEXT.fullmatch(total.before)) else ""
    if not first or not verb:
        return None
    end = at if own else at - 1
    parts = [
        one
        for one in row[max(0, end - _REACH) : end]
        if alike(one, total) and one.exact and not one.change and last_words(one.before).endswith(verb)
    ]
    if len(parts) != _MANY[first["many"]]:
        return None
    amount = sum((one.low for one in parts), Decimal(0))
    near = total.low < amount * 2 and amount < total.low * 2
    return Breakdown(total, parts, first.group(), "", True, [], likely=True) if near else None


def _together(scan: Scan, number: Number) -> regex.Match[str] | None:
    if "计" not in number.before and "共" not in number.before:
        return None
    return _TOGETHER.search(scan.text, max(scan.row.start, number.start - _REACH), number.start)
