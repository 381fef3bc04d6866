"""详见附件3, and the list of annexes ends with 2."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem, Related
from govmetrics.patterns import compile_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "structure"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("引用的附件未列出", "an annex that is not listed")
WHY: Final = Phrase(
    "正文引用的附件，文末的附件清单里应当有；引用其他文件的附件不算。",
    "An annex that the text refers to stands in the list at its end. Those of other documents are left out.",
)
BAD: Final = (
    ("某县2024年工作报告\n明细见附件1、附件3。\n附件：1.统计表\n2.明细表\n", "附件3"),
    ("某县2024年工作报告\n任务清单（详见附件4）已下达。\n附件：\n1．统计表\n2．明细表\n3．清单\n", "附件4"),
)
GOOD: Final = (
    "某县2024年工作报告\n明细见附件1、附件2。\n附件：1.统计表\n2.明细表\n",
    "某县2024年工作报告\n按照《实施方案》附件5分工，明细见附件2。\n附件：1.统计表\n2.明细表\n",
    "某县2024年工作报告\n明细见附件3。\n附件：统计表\n",
    "某县2024年工作报告\n附件：1.统计表\n2.明细表\n附件3\n",
)

_LIST = compile_(r"\n *附件: ?\n? *1[.、][^\n]{1,60}(?:\n *\d{1,2}[.、][^\n]{1,60}){0,30}")
_ITEM = compile_(r"(?<=[\n: ])(\d{1,2})[.、]")
_REFERRED = compile_(r"附件(\d{1,2})(?!\d|[-—个份件项条]|下载)")
_ELSEWHERE = compile_(r"(?:[》号文件含]|细则|通知|方案|办法|规定|要求|所列|范本)(?:的|中的?|第|要求)?(?:报送|填报|提交)?\(?$")


def check(view: View) -> Iterator[Problem]:
    """A problem for each annex, of those that the text refers to, whose number is beyond the list."""
    lists = list(_LIST.finditer(view.text)) if "附件" in view.text else []
    if len(lists) != 1:
        return
    items = [(match.start(1), match.end(1), int(match.group(1))) for match in _ITEM.finditer(view.text, *lists[0].span())]
    if [number for *_, number in items] != list(range(1, len(items) + 1)):
        return
    related = tuple(Related(view.span(start, end), Phrase("附件清单", "the list of annexes")) for start, end, _ in items)
    for match in _REFERRED.finditer(view.text, 0, lists[0].start()):
        number = int(match.group(1))
        if number > len(items) and not _ELSEWHERE.search(view.text, max(match.start() - 12, 0), match.start()):
            yield Problem(
                span=view.span(*match.span()),
                message=Phrase(
                    f"引用了附件{number}，文末只列{len(items)}个附件", f"annex {number} is referred to, and {len(items)} are listed"
                ),
                related=related,
                found=match.group(),
            )
