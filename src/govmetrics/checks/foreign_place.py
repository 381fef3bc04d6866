"""甲县报告里的“乙县司法局举办…”: another county's name in a report that was copied from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "structure"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("出现其他县的名称", "another county's name")
WHY: Final = Phrase(
    "本县的报告里，主语却是外县的部门，多是借用外地材料没有改全。学习考察、对口帮扶、跨区域协作等不算。",
    "In a county's report the department of another county acts: the text was borrowed and not changed throughout. "
    "Visits, partnerships and cooperation are left out.",
)
BAD: Final = (
    ("清河县2024年法治政府建设情况报告\n一年来，清河县扎实推进法治建设。\n安远县司法局举办培训6期，参训320人次。\n", "安远县司法局"),
)
GOOD: Final = (
    "清河县2024年法治政府建设情况报告\n一年来，清河县扎实推进法治建设。\n清河县司法局举办培训6期，赴安远县司法局学习考察2次。\n",
    "海州市2024年工作报告\n安远县司法局举办培训6期。\n",
)

_TITLE = compile_(
    r"(?:\A|\n)[ ]*(?:关于)?([\u4e00-\u9fff]{1,3}县)(?:人民政府|司法局|[\u4e00-\u9fff]{2,10}局|委)?(?:办公室)?(?:关于)?(?:20\d\d年)"
)
_ACTOR = compile_(
    r"(?<=[\n。;] {0,8})([\u4e00-\u9fff]{1,3}县)(?:人民政府|司法局|公安局|财政局|教育局|信访局|纪委监委|委|政府)(?=[^,。;\n的与和、]{0,3}(?:举办|开展|组织|召开|印发|制定|坚持|积极|深入|认真))"
)
_SHARED = compile_("学习|考察|对口|帮扶|协作|合作|法院|交流|联合|毗邻|原告|申请人|诉")


def check(view: View) -> Iterator[Problem]:
    """A problem for each department of another county that acts in a county's own report."""
    text = view.text
    if "县" not in text:
        return
    title = _TITLE.search(text, 0, min(len(text), 600))
    if not title or text.count(title.group(1)) < 2:
        return
    own = title.group(1)
    for match in _ACTOR.finditer(text, title.end()):
        end = text.find("。", match.end())
        if (
            match.group(1)[-3:] == own[-3:]
            or match.group(1) in ("全县", "我县", "本县", "各县", "该县", "外县")
            or _SHARED.search(text, match.start(), end if end > 0 else len(text))
        ):
            continue
        span = view.span(match.start(), match.end())
        yield Problem(
            span=span,
            message=Phrase(f"{own}的报告中以“{match.group(1)}”为主语", f"in a report of {own} the one who acts is of {match.group(1)}"),
            help=Phrase(f"核对是否应为“{own}”", f"check whether {own} is meant"),
            expected=own,
            found=shown(view, span),
        )
