"""All shares and rates of a report, each held against the numbers that it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics.patterns import compile_
from govmetrics.relations.figures import rows
from govmetrics.relations.shares.around import KEPT, Around
from govmetrics.relations.shares.enumerated import listed
from govmetrics.relations.shares.rates import Rates
from govmetrics.relations.shares.ratio import NO_BASE, Ratio
from govmetrics.relations.shares.shares import Shares
from govmetrics.relations.shares.spoken import spoken
from govmetrics.relations.sums.breakdown import Breakdown
from govmetrics.relations.sums.breakdowns import breakdowns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.relations.figures import Number
    from govmetrics.view import View

_BY_OTHER_BASE = compile_(r"\((?:(?:以|按|占|系|为)[^()]{0,20}(?:基数|分母|计算|口径|之比|统计)|剔除|扣除|不含|不计|部分)")
_MOST = 2 * KEPT
"""Numbers before a sentence that are kept: each two of them are tried together."""
_EACH_SHARE = tuple(f"{word}分别{verb}" for word in ("占比", "比重", "比例") for verb in ("为", "是", "达", "达到"))


def ratios(view: View) -> list[Ratio]:
    """All shares and rates of a report that have numbers to be held against, in order."""
    wholes: dict[int, Breakdown] = {}
    for one in view.once(breakdowns):
        for part in one.parts:
            wholes.setdefault(part.start, one)
    found: list[Ratio] = []
    before: list[Number] = []
    for row in rows(view):
        found += _read(Around(view, row, before, wholes))
        same_paragraph = bool(before) and view.text.find("\n", before[-1].end, row[0].start) < 0
        before = [*(before[-KEPT:] if same_paragraph else ()), *row][-_MOST:]
    known = {one.number.start: one for one in listed(view)}
    # A list tells the whole better than one sentence of it; what one sentence proves or excuses stays.
    kept = [one for one in found if one.number.start not in known or one.status.startswith("holds")]
    proved = {one.number.start for one in kept}
    return sorted([*kept, *(one for start, one in known.items() if start not in proved)], key=lambda one: one.number.start)


def _read(around: Around) -> Iterator[Ratio]:
    """The ratios of one sentence."""
    shares, rates = Shares(around), Rates(around)
    paired = 0
    said: set[int] = set()
    for at, number in enumerate(around.row):
        if number.change or at < paired or number.start in said:
            continue
        around.look(at)
        percent = number.kind == "percent"
        led = shares.led(at) if percent else []
        if led:
            yield from led
            paired = at + len(led)
            continue
        if percent and ("分别占" in number.before or number.before.endswith(_EACH_SHARE)):
            joined = around.joined(at)
            paired = at + len(joined)
            if len(joined) > 1:
                yield from shares.respectively(at, joined)
                continue
        if percent:
            one = shares.share(at, number) or rates.rate(number) or rates.completion(at, number)
        else:
            one = shares.fraction(at, number) or spoken(around, number)
            said.add(one.number.start if one else -1)
        if one and one.status == "fails" and _BY_OTHER_BASE.match(around.view.text, number.end):
            one = one._replace(status="not-assessable", reason=NO_BASE)
        if one:
            yield one
