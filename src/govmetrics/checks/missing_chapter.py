"""A report without a chapter that the law asks of its genre, such as 存在的不足和原因."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem, Related
from govmetrics.relations.head import title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "structure"
SEVERITY: Final = "note"
DEFAULT: Final = False
WHAT: Final = Phrase("缺少规定的章节", "a chapter that the law asks for is missing")
WHY: Final = Phrase(
    "有关规定列明了年度报告应当包括的内容；标题中没有相应章节的，在此提示并注明出处。实际写法不一，默认不查。",
    "Rules say what an annual report contains; a chapter that no heading names is noted with its source. Practice varies, so it is off by default.",
)
BAD: Final = (
    (
        "某县2024年法治政府建设情况报告\n一、主要举措和成效\n开展学法4次。\n二、党政主要负责人履行第一责任人职责情况\n听取汇报3次。\n三、下一步工作安排\n做好普法。\n",
        "某县2024年法治政府建设情况报告",
    ),
)
GOOD: Final = (
    "某县2024年法治政府建设情况报告\n一、主要举措和成效\n开展学法4次。\n二、存在的问题和原因\n人员不足。\n三、党政主要负责人履行第一责任人职责情况\n听取汇报3次。\n四、下一步工作安排\n做好普法。\n",
    "某县2024年法治政府建设情况报告（节选）\n一、主要举措和成效\n开展学法4次。\n",
    "某县2024年工作总结\n一、主要成效\n开展培训4次。\n二、存在的问题\n人员不足。\n三、下一步打算\n做好普法。\n",
)

_WHOLE = 3
"""Chapters that a text must have to be more than a piece of a report."""


def check(view: View) -> Iterator[Problem]:
    """A problem at the title for each chapter of the report's pack that no heading names."""
    if view.pack is None or not view.pack.chapters:
        return
    headings = [section.title for section in view.document.sections]
    if sum(section.level == 1 for section in view.document.sections) < _WHOLE:
        return
    text = view.text
    for chapter in view.pack.chapters:
        if any(word in heading for heading in headings for word in chapter.words):
            continue
        said = next(((at, word) for word in chapter.words if (at := text.find(word)) >= 0), None)
        related = (Related(view.span(said[0], said[0] + len(said[1])), Phrase("正文提到", "mentioned")),) if said else ()
        yield Problem(
            span=title(view),
            message=Phrase(f"没有“{chapter.zh}”的章节（{chapter.source}）", f"no chapter on {chapter.en} ({chapter.source})"),
            related=related,
        )
