"""What the checks of heading numbers share: which breaks they report, and how."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Protocol

from govmetrics.finding import Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.numbering.headings import RUNNING, WORDS, Mark, written
from govmetrics.relations.numbering.reading import numbering
from govmetrics.relations.numbering.series import Break, Fault
from govmetrics.relations.words_around import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.finding import Severity
    from govmetrics.view import View

_DIGITS = compile_(r"[一二三四五六七八九十]+|\d+|[①-⑳]")
_MANY = 3
"""More breaks of one kind in one style are damage to the text, which is told once."""
_SHOWN = 20
_CERTAIN = ("一、", "（一）", "第一章", "第一节", "第一部分", "第一编")


class Wording(Protocol):
    """How a check says what is wrong, given what was found, what belongs there, and the mark before."""

    def __call__(self, found: str, expected: str, before: str) -> tuple[Phrase, Phrase]: ...


def problems(view: View, fault: Fault, wording: Wording) -> Iterator[Problem]:
    """A problem for each heading whose number has `fault`; items of the running text are left to their own check."""
    breaks = [one for one in view.once(numbering).breaks if one.fault == fault and one.mark.style not in RUNNING]
    breaks.sort(key=lambda one: one.mark.style)
    for _, group in groupby(breaks, key=lambda one: one.mark.style):
        yield from told(view, list(group), wording)


def told(view: View, breaks: list[Break], wording: Wording) -> Iterator[Problem]:
    """A problem for each of `breaks`, or one for all of them where they are many."""
    if len(breaks) > _MANY:
        yield problem(view, breaks[0], wording, breaks[1:])
        return
    for one in breaks:
        yield problem(view, one, wording)


def problem(view: View, one: Break, wording: Wording, alike: list[Break] | None = None) -> Problem:
    """The problem of a break, together with `alike`, the others that are told with it."""
    mark, before = one.mark, one.before
    span = view.span(mark.start, mark.end)
    found = shown(view, span)
    expected = _mended(found, mark, one.expected)
    message, help_ = wording(found, expected, written(mark.style, before.number) if before else "")
    related = [Related(view.span(before.start, before.end), Phrase("前一个序号", "the number before"))] if before else []
    related += [
        Related(view.span(other.mark.start, other.mark.end), Phrase("同样的问题", "the same again")) for other in (alike or ())[:_SHOWN]
    ]
    severity: Severity = "error" if mark.line and mark.style in _CERTAIN and not alike else "warning"
    return Problem(span=span, message=message, related=tuple(related), help=help_, expected=expected, found=found, severity=severity)


def _mended(found: str, mark: Mark, number: int) -> str:
    """`found` with `number` in it, in the width and with the marks that the report uses."""
    right = written(mark.style, number)
    if mark.style == WORDS:
        return right
    if not mark.number:
        return f"{right[:-1]}、" if found == "、" else right
    digits = _DIGITS.search(right)
    return _DIGITS.sub(digits.group() if digits else right, found, count=1)
