"""完成率100%。。: a mark that was typed twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "marks"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("标点重复", "a mark that is written twice")
WHY: Final = Phrase(
    "两个逗号、句号、顿号连在一起，多是删去中间的词语后留下的。",
    "Two commas or full stops in a row are what is left when the words between them were deleted.",
)
BAD: Final = (
    ("全年完成率100%。。下一步继续抓好落实。", "。。"),
    ("开展宣传、、培训等活动。", "、、"),
    ("强化督查，。全年通报6期。", "，。"),
)
GOOD: Final = ("全年完成率100%。下一步继续抓好落实……", "会议问：“怎么办？”“谁来办？”")

_DOUBLE = re.compile("[,。、;:]{2}")
_PATTERN = compile_(r"(?<=[\u4e00-\u9fff0-9%)”》])([,。、;:]{2,4})(?![,。、;:])(?!\d)")


def check(view: View) -> Iterator[Problem]:
    """A problem for each run of two or more of these marks behind a word."""
    if not _DOUBLE.search(view.text):
        return
    for match in _PATTERN.finditer(view.text):
        span = view.span(match.start(), match.end())
        found = shown(view, span)
        if len(set(match.group())) == 1:
            yield Problem(
                span=span,
                message=Phrase(f"标点“{found[0]}”重复", f"the mark {found[0]} is written twice"),
                help=Phrase("删去多余的标点", "delete the second"),
                expected=found[0],
                found=found,
            )
        elif len(found) == 2:
            yield Problem(
                span=span,
                message=Phrase(f"标点“{found}”连用", f"the marks {found} stand together"),
                help=Phrase("只留一个标点", "keep one of them"),
                found=found,
            )
