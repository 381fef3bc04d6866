"""《甲》、《乙》: a pause mark between titles or quotations that need none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "marks"
SEVERITY: Final = "note"
DEFAULT: Final = False
WHAT: Final = Phrase("书名号或引号之间用了顿号", "a pause mark between titles or quotations")
WHY: Final = Phrase("并列的书名号、引号之间通常不用顿号。", "Titles and quotations in a row are usually set without a mark between them.")
BAD: Final = (("印发《督查办法》、《会议办法》。", "》、《"),)
GOOD: Final = ("印发《督查办法》《会议办法》，落实“一网通办”“一网统管”。",)

_PATTERN = compile_("”、“|》、《")


def check(view: View) -> Iterator[Problem]:
    """A problem for each."""
    for match in _PATTERN.finditer(view.text):
        span = view.span(*match.span())
        found = shown(view, span)
        yield Problem(
            span=span,
            message=Phrase("书名号或引号之间不用顿号", "no mark is needed between them"),
            help=Phrase("删去顿号", "delete the mark"),
            expected=found[0] + found[-1],
            found=found,
        )
