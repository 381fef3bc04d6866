"""[批注1：请核实], （请核）: a reviewer's remark that was left in the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "marks"
SEVERITY: Final = "error"
WHAT: Final = Phrase("修订批注残留", "a reviewer's remark left in the text")
WHY: Final = Phrase(
    "“[批注1：……]”“【待核】”“（请核实）”是改稿时的意见，定稿前应当处理完并删去。",
    "Remarks such as [批注1：…] and （请核实） belong to a draft and are to be settled and deleted.",
)
BAD: Final = (
    ("全年办结率98%[批注1：请核实]，好于上年。", "[批注1"),
    ("新增企业36家【待核】，同比增加4家。", "【待核】"),
    ("新增企业36家（请核实）。", "（请核实）"),
)
GOOD: Final = ("经领导批注后印发，并按批注意见修订（修订稿）。", "数据已经统计局核实（核实后印发）。")

_ORDINARY: Final = {"修订", "评论"}
# Each begins with one bracket, which is looked for fast.
_PATTERNS: Final = {
    sign: re.compile(
        rf"{re.escape(sign)}(?:(?:批注|评论|修订) ?\[?[A-Za-z]{{0,4}}\d{{0,3}}\]?(?::[^\]〕)\n]{{0,60}})?"
        r"|(?:待核|请核|存疑|待确认|请确认|数据待核)[^\]〕)\n]{0,12})[\]〕)]"
    )
    for sign in "[〔("
}


def check(view: View) -> Iterator[Problem]:
    """A problem for each remark."""
    for sign in "[〔(":
        for match in _PATTERNS[sign].finditer(view.text):
            if match.group()[1:-1] in _ORDINARY:
                continue
            span = view.span(match.start(), match.end())
            yield Problem(
                span=span,
                message=Phrase("改稿时的批注没有删去", "a remark on the draft was not deleted"),
                help=Phrase("处理后删去", "settle it and delete it"),
                found=view.source(span),
            )
