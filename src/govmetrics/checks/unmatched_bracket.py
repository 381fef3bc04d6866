"""依据《行政处罚法第五十八条: a bracket or title mark without its other half."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.relations.marks import PAIRS, QUOTES, lone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "marks"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("括号或书名号不成对", "a bracket or title mark without its other half")
WHY: Final = Phrase(
    "括号、书名号、方括号应当成对；缺了一半，括注和正文就分不开。1）、a）一类的编号不算。",
    "Brackets come in pairs; with one half missing, what is added cannot be told from the text. Item numbers such as 1) are left out.",
)
BAD: Final = (
    ("依据《行政处罚法第五十八条开展法制审核。", "《行政处罚法"),
    ("全年受理申请520件（其中网上312件、窗口208件，均按时答复。", "（其中"),
    ("印发政务公开要点》，明确任务12项。", "》"),
)
GOOD: Final = (
    "依据《行政处罚法》（2021年修订）开展法制审核，文号为甲政办〔2024〕5号。",
    "主要做法：1）抓学习；2）抓督查。",
    "参照《\n某办法\n》执行。",
)

_NAMES = {
    "(": Phrase("括号", "bracket"),
    "《": Phrase("书名号", "title mark"),
    "〈": Phrase("书名号", "title mark"),
    "〔": Phrase("六角括号", "bracket"),
    "[": Phrase("方括号", "bracket"),
    "{": Phrase("花括号", "brace"),
}
_KINDS = {closing: opening for opening, closing in PAIRS.items()}


def check(view: View) -> Iterator[Problem]:
    """A problem for each bracket that nothing closes or opens."""
    for one in view.once(lone):
        kind = _KINDS.get(one.mark, one.mark)
        if one.fault not in {"unclosed", "unopened"} or kind in QUOTES:
            continue
        span = view.span(one.start, one.end)
        mark, opens = view.source(span)[0], one.fault == "unclosed"
        missing = _missing(mark, PAIRS[kind] if opens else kind)
        name = _NAMES[kind]
        yield Problem(
            span=span,
            message=Phrase(
                f"{name.zh}“{mark}”没有对应的“{missing}”",
                f"the {name.en} {mark} is never closed" if opens else f"the {name.en} {mark} closes what was never opened",
            ),
            help=Phrase(f"补上“{missing}”，或删去“{mark}”", f"add {missing}, or delete {mark}"),
        )


def _missing(mark: str, half: str) -> str:
    """The missing half in the width of the one that is there."""
    full = dict(zip("()[]{}", "（）【】｛｝" if mark in "【】" else "（）［］｛｝", strict=True))
    return half if ord(mark) < 0x80 else full.get(half, half)
