"""五、存在的问题 with 六、 right after it: a heading without text."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem, Related
from govmetrics.relations.numbering.reading import numbering
from govmetrics.relations.words_around import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.relations.numbering.headings import Mark
    from govmetrics.relations.numbering.series import Series
    from govmetrics.view import View

GROUP: Final = "structure"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("标题下没有内容", "a heading without text below it")
WHY: Final = Phrase(
    "标题后面紧跟着同级标题，内容漏写或误删了。目录和清单每项都没有正文，不算。",
    "The next heading follows at once: the text was forgotten or deleted. Tables of contents and lists, where no item has text, are left out.",
)
BAD: Final = (
    ("某县工作总结\n一、主要成效\n开展培训4次。\n二、存在问题\n人员不足。\n三、下一步打算\n", "三、下一步打算"),
    ("一、总体情况\n全年公开信息320条。\n二、申请办理\n受理申请12件。\n三、存在问题\n\n四、其他事项\n没有收费。\n", "三、存在问题"),
)
GOOD: Final = (
    "一、总体情况\n全年公开信息320条。\n二、申请办理\n（一）受理\n受理申请12件。\n（二）答复\n答复12件。\n三、存在问题\n力量不足。\n",
    "目录\n一、总体情况\n二、申请办理\n三、存在问题\n",
)

_STYLES = ("一、", "（一）", "第一部分", "第一章")
_LONGEST = 40
_AFTER = 400


def check(view: View) -> Iterator[Problem]:
    """A problem for the one empty section of a series whose others have text."""
    text = view.text
    for series in view.once(numbering).series:
        if series.style not in _STYLES or len(series.marks) < 3 or series.marks[-1].number - series.marks[0].number >= len(series.marks):
            continue
        bodies = [text[mark.end : after.start] for mark, after in pairwise(series.marks)]
        bodies.append(text[series.marks[-1].end : series.marks[-1].end + _AFTER])
        empty = [mark for mark, body in zip(series.marks, bodies, strict=True) if mark.line and _is_title(body)]
        if len(empty) == 1 and sum("。" in body for body in bodies) == len(bodies) - 1:
            yield _problem(view, series, empty[0])


def _is_title(body: str) -> bool:
    words = body.strip()
    return "\n" in body and len(words) <= _LONGEST and "\n" not in words and ":" not in words and words[-1:] not in {"。", ";", ""}


def _problem(view: View, series: Series, mark: Mark) -> Problem:
    end = view.text.find("\n", mark.end)
    span = view.span(mark.start, end if end > 0 else len(view.text))
    following = series.marks[series.marks.index(mark) + 1 :]
    return Problem(
        span=span,
        message=Phrase("标题下没有内容，紧接着就是下一个标题", "there is no text between this heading and the next")
        if following
        else Phrase("标题下没有内容，报告到此为止", "there is no text below this heading, where the report ends"),
        related=tuple(Related(view.span(after.start, after.end), Phrase("下一个标题", "the next heading")) for after in following[:1]),
        help=Phrase("补写内容；没有内容的写明“无”", "write the section; where there is nothing to say, say so"),
        found=shown(view, span)[:60].rstrip(),
    )
