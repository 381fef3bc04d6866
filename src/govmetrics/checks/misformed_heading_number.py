"""（一）、 or 一.: a heading number with the wrong mark after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "structure"
SEVERITY: Final = "note"
DEFAULT: Final = False
WHAT: Final = Phrase("序号后的标点不规范", "a heading number with the wrong mark after it")
WHY: Final = Phrase(
    "规范写法是“一、”“（一）”“1.”“（1）”；括号后不再用顿号，阿拉伯数字后用下圆点。",
    "The standard forms are 一、（一） 1.（1）: no comma behind brackets, and a full point behind Arabic numerals.",
)
BAD: Final = (("（一）、强化领导。全年部署6次。\n", "（一）、"), ("1、加强学习。全年学习10次。\n", "1、"), ("一.总体情况\n", "一."))
GOOD: Final = ("一、总体情况\n（一）强化领导。全年部署6次。\n1.加强学习。全年学习10次。\n（1）集中学习。\n",)

_PATTERN = compile_(
    r"(?<=(?:\n|\A) {0,20})(?:(?P<hanzi>[一二三四五六七八九十]{1,3})\.|\((?P<inner>[一二三四五六七八九十\d]{1,3})\)[、.,]|(?P<digit>\d{1,2})、)"
    r"(?=[\u4e00-\u9fff“《])"
)


def check(view: View) -> Iterator[Problem]:
    """A problem for each such number at the start of a line."""
    for match in _PATTERN.finditer(view.text):
        span = view.span(match.start(), match.end())
        hanzi, inner, digit = match.group("hanzi", "inner", "digit")
        right = f"{hanzi}、" if hanzi else f"（{inner}）" if inner else f"{digit}."
        found = shown(view, span)
        yield Problem(
            span=span,
            message=Phrase(f"序号“{found}”的标点不规范", f"the heading number {found} has the wrong mark"),
            help=Phrase(f"改为“{right}”", f"write {right}"),
            expected=right,
            found=found,
        )
