"""提高3.2%个百分点: a percent sign before percentage points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "wording"
SEVERITY: Final = "error"
WHAT: Final = Phrase("“%”与“个百分点”叠用", "a percent sign before percentage points")
WHY: Final = Phrase(
    "百分点本身就是百分数相减的单位，前面再写“%”或“百分之”，读者分不清是百分点还是百分比。",
    "Percentage points are a unit of their own; with a percent sign before them, points and percent cannot be told apart.",
)
BAD: Final = (
    ("群众满意率比上年提高3.2%个百分点。", "3.2%个百分点"),
    ("抽检合格率较上年提升１．５％百分点。", "１．５％百分点"),
    ("按期办结率提高了百分之三点二个百分点。", "百分之三点二个百分点"),
)
GOOD: Final = (
    "群众满意率达到98.2%，比上年提高3.2个百分点。",
    "参保率达到97%,个百分点的差距也要补上。",
    "失业率为百分之五点一，下降零点三个百分点。",
)

_SIGN = compile_(r"[\d〇零一二三四五六七八九十百点两.]{1,12}% ?(?=个?百分点)|百分之[〇零一二三四五六七八九十百点两\d.]{1,12}(?=个百分点)")


def check(view: View) -> Iterator[Problem]:
    """A problem for each figure in points that also has a percent sign."""
    text = view.text
    for at in places(text, "百分点"):
        end = at - 1 if text[at - 1 : at] == "个" else at
        start = max(end - 18, 0)
        if "%" not in text[end - 2 : end] and "百分之" not in text[start:end]:
            continue
        found = [match for match in _SIGN.finditer(text, start, at + 3) if match.end() == end]
        if found:
            first = found[0].start()
            number = found[0].group().rstrip(" %").removeprefix("百分之")
            span = view.span(first, at + 3)
            yield Problem(
                span=span,
                message=Phrase(
                    f"“{view.source(span)}”里百分号与“百分点”重复",
                    f"“{view.source(span)}” has a percent sign and percentage points at once",
                ),
                help=Phrase(f"改为“{number}个百分点”", f"write “{number}个百分点”"),
                expected=f"{number}个百分点",
                found=view.source(span),
            )
