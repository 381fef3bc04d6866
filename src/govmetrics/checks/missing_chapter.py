"""A report without a chapter that the law asks of its genre, such as 存在的不足和原因."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations import head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.packs import Chapter
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
    (
        "某县2024年法治政府建设情况报告\n一、存在的问题和原因\n人员不足，执法工作推进不快。\n二、党政主要负责人履行第一责任人职责情况\n听取汇报3次。\n三、下一步工作安排\n（一）加强依法行政工作情况督察\n做好普法。\n",
        "某县2024年法治政府建设情况报告",
    ),
)
GOOD: Final = (
    "某镇2024年法治政府建设情况报告\n一、抓学习，强化组织领导\n开展学法4次。\n二、抓执法，守牢安全底线\n检查80次。\n三、存在的问题\n人员不足。\n四、主要负责同志履职情况\n听取汇报3次。\n五、下步打算\n做好普法。\n",
    "某县2024年法治政府建设情况报告\n一、主要举措和成效\n开展学法4次。\n二、存在的问题和原因\n人员不足。\n三、党政主要负责人履行第一责任人职责情况\n听取汇报3次。\n四、下一步工作安排\n做好普法。\n",
    "某镇2024年法治政府建设情况报告\n一、主要工作情况（一）抓学习，落实学法计划\n开展学法4次。\n二、存在的问题\n人员不足。\n三、主要负责同志履职情况\n听取汇报3次。\n四、下步打算\n做好普法。\n",
    "某县2024年法治政府建设情况报告（节选）\n一、主要举措和成效\n开展学法4次。\n",
    "某县2024年工作总结\n一、主要成效\n开展培训4次。\n二、存在的问题\n人员不足。\n三、下一步打算\n做好普法。\n",
)

_MARK = compile_("[,;:。(]")
_SPREAD = 2
"""Chapters under headings of their own that stand together for one."""
_WHOLE = 3
"""Chapters that a text must have to be more than a piece of a report."""


def check(view: View) -> Iterator[Problem]:
    """A problem at the title for each chapter of the report's pack that no heading names."""
    if view.pack is None or not view.pack.chapters:
        return
    sections = view.document.sections
    chapters = [section.title for section in sections if section.level == 1]
    if len(chapters) < _WHOLE:
        return
    text = view.text
    others = sum(not any(_is_of(title, chapter) for chapter in view.pack.chapters) for title in chapters)
    for chapter in view.pack.chapters:
        # What a chapter may be spread over has headings of all sorts, those of its sections among them.
        titles = chapters if chapter.spread else [section.title for section in sections]
        if any(_is_of(title, chapter) for title in titles) or (chapter.spread and others >= _SPREAD):
            continue
        said = next(((at, word) for word in chapter.words if (at := text.find(word)) >= 0), None)
        related = (Related(view.span(said[0], said[0] + len(said[1])), Phrase("正文提到", "mentioned")),) if said else ()
        yield Problem(
            span=head.title(view),
            message=Phrase(f"没有“{chapter.zh}”的章节（{chapter.source}）", f"no chapter on {chapter.en} ({chapter.source})"),
            related=related,
        )


def _is_of(title: str, chapter: Chapter) -> bool:
    # The text may run on behind the heading.
    name = _MARK.split(title, 1)[0]
    return any(word in title for word in chapter.words) and not any(word in name for word in chapter.never)
