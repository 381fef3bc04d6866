"""本报告由六部分组成, and five chapters follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.numerals import parse
from govmetrics.patterns import compile_
from govmetrics.relations.numbering.reading import numbering
from govmetrics.relations.words_around import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.relations.numbering.headings import Style
    from govmetrics.relations.numbering.series import Series
    from govmetrics.view import View

GROUP: Final = "structure"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("声明的部分数与一级标题数不符", "a declared number of chapters that the report has not")
WHY: Final = Phrase(
    "说“由六部分组成”，正文就应当有六个一级标题；多出或缺少一个附件、附表不算。",
    "A report that says it has six parts has six top headings; an annex more or less does not count.",
)
_FIVE: Final = "一、总体情况\n工作有序。\n二、主动公开情况\n公开及时。\n三、依申请公开情况\n答复规范。\n四、管理情况\n管理有序。\n五、存在问题\n力量不足。\n"
BAD: Final = (
    (f"某县2024年度报告\n本报告由六部分组成。\n{_FIVE}", "六部分"),
    (f"某县2024年度报告\n本年度报告分为4个部分，数据截至年底。\n{_FIVE}", "4个部分"),
)
GOOD: Final = (
    f"某县2024年度报告\n本报告由五部分组成。\n{_FIVE}",
    f"某县2024年度报告\n本报告由总体情况、主动公开等五部分组成，专班由三部分人员组成。\n{_FIVE}",
    f"某县2024年度报告\n本报告由六部分组成。\n{_FIVE}附件：统计表\n",
)

_SAID = compile_(
    r"(?:本(?:年度)?报告|年度报告|本年报|报告全文|全文)(?:由(?:[^。\n]{0,119}?[^。\n\d一二三四五六七八九十第])??|共?分为?|共有?|包[括含])((十?[一二三四五六七八九]|十|1?\d)个?大?(部分|章))"
)
_TOPS: Final[dict[str, tuple[Style, ...]]] = {"部分": ("一、", "第一部分"), "章": ("第一章",)}
_OPENING: Final = 6000
"""Characters in which a report says what it is made of."""
_ANNEX = compile_(r"\n *附(?:件|表|录|图|:)")


def check(view: View) -> Iterator[Problem | Judgement]:
    """A judgement or a problem for the number of parts that a report says it has."""
    match = _SAID.search(view.text, 0, min(_OPENING, len(view.text)))
    stated = parse(match.group(2)) if match else None
    chapters = _chapters(view, _TOPS[match.group(3)]) if match and stated else None
    if not match or not stated or chapters is None or chapters.marks[0].start < match.start():
        return
    span, listed, declared = view.span(*match.span(1)), chapters.last, int(stated.low)
    related = tuple(Related(view.span(mark.start, mark.end), Phrase("一级标题", "top heading")) for mark in chapters.marks)
    if declared == listed:
        yield Judgement(status="holds", span=span, related=related, arithmetic=f"{declared}={listed}")
    elif abs(declared - listed) > 1 or not _ANNEX.search(view.text, chapters.marks[-1].end):
        found = shown(view, span)
        yield Problem(
            span=span,
            message=Phrase(f"写的是{found}，一级标题有{listed}个", f"the report says {declared} parts, and has {listed} top headings"),
            related=related,
            found=found,
            arithmetic=f"{declared}≠{listed}",
        )


def _chapters(view: View, styles: tuple[Style, ...]) -> Series | None:
    """The one unbroken series of top headings; None where it is not sure which that is."""
    found = [
        one for one in view.once(numbering).series if one.style in styles and len(one.marks) > 1 and all(mark.line for mark in one.marks)
    ]
    return found[0] if len(found) == 1 and found[0].marks[0].number == 1 and not found[0].broken else None
