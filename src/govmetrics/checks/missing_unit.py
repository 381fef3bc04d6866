"""共受理120,办结118: numbers without a unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "wording"
SEVERITY: Final = "note"
DEFAULT: Final = False
WHAT: Final = Phrase("数量缺单位", "a number without a unit")
WHY: Final = Phrase("没有单位，读者不知道是件、人次还是元。", "Without a unit nobody knows whether cases, people or yuan are meant.")
BAD: Final = (("全年共受理120，办结率100%。", "120"), ("今年办结118；其余正在办理。", "118"))
GOOD: Final = ("全年共受理120件，办结118件，接待35、28批次。", "受理\n120\n办结\n118", "办结1、2号工程，受理12.5万件。")

_VERBS = ("受理", "办结", "收到", "接待", "审结", "立案", "调解", "查处", "办理", "发放")
_NUMBER = compile_(r"(?:了|约|近)?([1-9]\d*)[,。;](?!\d)")


def check(view: View) -> Iterator[Problem]:
    """A problem for each number between a verb of counting and a mark."""
    text = view.text
    for verb in _VERBS:
        for at in places(text, verb):
            match = _NUMBER.match(text, at + len(verb))
            if match:
                span = view.span(*match.span(1))
                yield Problem(
                    span=span,
                    message=Phrase(f"“{verb}{match.group(1)}”缺单位", f"“{verb}{match.group(1)}” has no unit"),
                    help=Phrase("补上“件”“人次”等单位", "add the unit"),
                    found=view.source(span),
                )
