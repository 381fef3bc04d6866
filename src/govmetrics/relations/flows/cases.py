"""Cases that came in, were carried over, done and left."""

from __future__ import annotations

from decimal import Decimal
from itertools import takewhile
from typing import TYPE_CHECKING

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, Row, cut, last_words
from govmetrics.relations.flows.balance import NAMES, balance
from govmetrics.relations.flows.roles import EXITS, found_roles
from govmetrics.relations.sums import closure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

_MOST = Decimal("1.5")
"""How many times what there was may be done for a slip; more is of another place or time."""
_DONE_THING = compile_("(?P<other>另|同时|指导|案外)?[^,。;]{0,12}?(?:办结|审结|化解|办理|答复)(?P<what>[\u4e00-\u9fff、]{2,12})?$")
_ANSWERS = 4
_JOINTS = ("、", "和", "及")
_RESPECTIVELY = compile_("分别(?:办结|审结|结案|化解|调结)$")
_ADDED = compile_("(?:加上|连同|加)(?:上年|[年期]初)[^,。;]{0,6}$")
_RECEIVED = compile_("(?:收到|新收|受理|接收|登记)[^,。;]{0,10}$")
_HALVES = compile_("[上下]半年|季度")
_WHOLE = compile_("全[省市县区州]|累计|历年")


def cases(view: View, row: Row, before: list[Number]) -> Iterator[Problem | Judgement]:
    """Judge a sentence that tells what came in and what became of it."""
    found = found_roles(view, row)
    if len({number.unit for number in found.values()}) != 1:
        return
    words = view.text[row.start : row.end]
    if _HALVES.search(words) or EXITS.search(words) or "受理率" in words:
        return
    others = [number for number in row if number not in found.values() and number.unit == next(iter(found.values())).unit]
    if found.keys() == {"old", "done", "left"} and _ADDED.search(found["old"].before) and (new := _told_before(before, found["left"])):
        found["new"] = new
    if {"new", "old", "left"} <= found.keys() and (answers := _answers(row, found)):
        found["done"], others = _sum(answers), []
    else:
        answers = []
    if (
        "done" in found
        and sum(number.low for number in others if number.start > found["left" if "left" in found else "done"].end) == found["done"].low
    ):
        others = [number for number in others if number.start < found["done"].start]  # what those done came to
    if len(found) == 4:
        yield from balance(found, others, parts=answers)
    elif found.keys() == {"new", "old", "done"}:
        yield from _exceeded(found)


def _told_before(before: list[Number], like: Number) -> Number | None:
    """新收申请 a 件。…加上上年结转的 b 件: the only number of the paragraph before that tells what was received."""
    said = [one for one in before if one.unit == like.unit and one.exact and not one.change]
    received = [one for one in said if _RECEIVED.search(last_words(one.before))]
    return received[0] if len(received) == 1 else None


def _answers(row: Row, found: dict[str, Number]) -> list[Number]:
    """What requests came to: 予以公开 a 件,部分公开 b 件,不予公开 c 件,其他处理 d 件; 分别办结 a 件、b 件和 c 件."""
    parts = [number for number in row if number not in found.values() and number.end <= found["left"].start]
    if not all(number.exact and number.unit == found["left"].unit for number in parts):
        return []
    if done := found.get("done"):
        joined = list(takewhile(lambda number: number.before in _JOINTS, (number for number in parts if number.start > done.end)))
        return [done, *joined] if joined and _RESPECTIVELY.search(done.before) else []
    return parts if closure.outcomes([last_words(number.before) for number in parts], _ANSWERS) else []


def _sum(parts: list[Number]) -> Number:
    """`parts` together, as one number."""
    total = Number(parts[0].metric, parts[0].start, parts[-1].end, "", "+".join(number.face for number in parts))
    total.low = total.high = sum((number.low for number in parts), Decimal(0))
    return total


def _exceeded(found: dict[str, Number]) -> Iterator[Problem | Judgement]:
    """More cannot be done than was received and carried over; what is left need not be told."""
    new, old, done = (found[role] for role in ("new", "old", "done"))
    value = new.low + old.low
    noun = _DONE_THING.search(last_words(done.before))
    if noun and (noun.group("other") or (noun.group("what") and noun.group("what")[-4:] not in last_words(new.before))):
        return  # 另办理行政应诉案件 d 件
    related = tuple(Related(number.span, NAMES[role]) for role, number in found.items() if number is not done)
    words = f"{new.face}+{old.face}={done.rewritten(value).removesuffix(done.unit)}"
    if done.low <= value or (cut(new) + cut(old)).meets(cut(done)):
        yield Judgement(status="holds", span=done.span, related=related, arithmetic=f"{words}≥{done.face}")
    elif ";" not in done.before and done.end > max(new.end, old.end) and done.low <= _MOST * value and not _WHOLE.search(done.before):
        yield Problem(
            span=done.span,
            message=Phrase(
                f"办结{done.text}，多于新收加结转的{done.rewritten(value)}",
                f"{done.text} are done, more than the {done.rewritten(value)} received and carried over",
            ),
            related=related,
            expected=f"≤{done.rewritten(value)}",
            found=done.text,
            arithmetic=f"{words}<{done.face}",
        )
