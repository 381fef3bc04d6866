"""“六五’时期, “纲要》: two marks that do not belong together stand for a pair."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.relations.marks import PAIRS, lone
from govmetrics.relations.words_around import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "marks"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("前后标号不是一对", "an opening and a closing mark that do not belong together")
WHY: Final = Phrase(
    "前面用双引号，后面却用单引号、书名号或另一种括号，是录入时打错的。",
    "What opens as one kind of quotation or bracket and closes as another was mistyped.",
)
BAD: Final = (("认真执行“工作要点》，完成任务12项。", "“工作要点》"), ("印发甲政办〔2024]5号文件。", "〔2024]"))
GOOD: Final = ("认真执行《工作要点》，完成“十件实事”12项。", "印发甲政办〔2024〕5号文件。")


_NAMES = {
    "“”「」『』": "双引号", "‘’": "单引号", "《》": "书名号", "〈〉": "单书名号", "()（）": "圆括号", "[]［］": "方括号",
    "【】": "方头括号", "〔〕": "六角括号", "{}｛｝": "花括号",
}  # fmt: skip


def check(view: View) -> Iterator[Problem]:
    """A problem for each such pair."""
    for one in view.once(lone):
        if one.fault == "mismatched":
            span = view.span(one.start, one.end)
            found = shown(view, span)
            yield Problem(
                span=span,
                message=Phrase(
                    f"前面是{_name(found[0])}，后面却是{_name(found[-1])}", f"what opens with {found[0]} is closed with {found[-1]}"
                ),
                help=Phrase(
                    f"前后统一，如都用{_name(found[0])}",
                    f"make both of one kind, such as {one.mark} and {PAIRS[one.mark]}",
                ),
            )


def _name(mark: str) -> str:
    return next((name for marks, name in _NAMES.items() if mark in marks), mark)
