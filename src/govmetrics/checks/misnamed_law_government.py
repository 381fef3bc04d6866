"""法制政府 for 法治政府: a homophone that the input method offers first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "marks"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("“法治”误写为“法制”", "法制 where 法治 is meant")
WHY: Final = Phrase(
    "“法治政府、法治国家、法治社会”“习近平法治思想”是固定提法。“法制审核”“法制办”“学法制度”另有所指，不算。",
    "Rule of law is 法治 in these set phrases; 法制审核, 法制办 and 学法制度 mean other things and are left out.",
)
BAD: Final = (("强化法制政府建设，全年培训6次。", "法制政府"), ("深入学习习近平法制思想。", "法制思想"))
GOOD: Final = ("强化法治政府建设，完善学法制度，落实法制审核。", "1996年提出建设社会主义法制国家。")

_PATTERN = compile_(r"(?<![学守普用执司立修])法制(政府|国家|社会|思想)")
_SINCE: Final = 2012
"""Before, 法制国家 was the set phrase."""
_YEAR = compile_(r"(?<!\d)(19\d\d|200\d|201[01])年[^。\n]{0,40}\Z")


def check(view: View) -> Iterator[Problem]:
    """A problem for each of the phrases, unless the report or the sentence is older than they are."""
    text = view.text
    if "法制" not in text or (view.document.year or _SINCE) < _SINCE:
        return
    for match in _PATTERN.finditer(text):
        if _YEAR.search(text, max(match.start() - 60, 0), match.start()):
            continue
        span = view.span(match.start(), match.end())
        right = f"法治{match.group(1)}"
        yield Problem(
            span=span,
            message=Phrase(f"“{match.group()}”应为“{right}”", f"{match.group()} should read {right}"),
            help=Phrase(f"改为“{right}”", f"write {right}"),
            expected=right,
            found=shown(view, span),
        )
