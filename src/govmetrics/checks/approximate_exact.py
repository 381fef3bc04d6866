"""约1236.58万元: 约 before a figure that is given to the last digit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import amounts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "wording"
SEVERITY: Final = "note"
DEFAULT: Final = False
WHAT: Final = Phrase("概数词修饰精确数", "an approximation of a figure that is exact")
WHY: Final = Phrase(
    "精确到个位的数不是概数；要么取整，要么删去“约”“近”。", "A figure with all its digits is no estimate: round it or drop the word."
)
BAD: Final = (("项目预计投资约1236.58万元。", "1236.58万元"), ("全年受理近1253件。", "1253件"))
GOOD: Final = ("项目预计投资约1200万元，受理近1250件，约12.5万人受益。", "公约1253件，最近1253件。")

_WORD = compile_(r"(?<![附最临靠邻远亲])(?:将|接)?近$|(?<![公节合预条签履违续解制集契特邀])大?约$")


def check(view: View) -> Iterator[Problem]:
    """A problem for each exact figure behind 约 or 近."""
    text = view.text
    for start, end, metric in amounts(view):
        if text[start - 1 : start] not in {"约", "近"} or metric.low is not metric.high:
            continue
        word = _WORD.search(text[max(start - 3, 0) : start])
        if word and _is_exact(text[start:end]):
            found = view.source(metric.span)
            yield Problem(
                span=metric.span,
                message=Phrase(
                    f"“{found}”是精确数，前面不宜用“{word.group()}”", f"“{found}” is exact, yet “{word.group()}” stands before it"
                ),
                help=Phrase("取整，或删去概数词", "round the figure or delete the word"),
                found=found,
            )


def _is_exact(words: str) -> bool:
    digits = "".join(char for char in words if char.isdigit())
    significant = len(digits.strip("0"))
    return significant >= 5 or (significant >= 4 and "." not in words and not {"万", "亿"} & set(words))
