"""受理案件12.5件: a fraction of what is counted whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import ENDS, before, counts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "wording"
SEVERITY: Final = "error"
WHAT: Final = Phrase("整数单位出现小数", "a fraction of what is counted whole")
WHY: Final = Phrase(
    "案件、人员、批次只能是整数；出现小数，多半是漏了“万”，或者小数点错位。",
    "Cases and people are whole; a fraction mostly shows a lost 万 or a misplaced point.",
)
BAD: Final = (("全年受理案件12.5件，办结12件。", "12.5件"), ("组织执法人员培训86.3人次。", "86.3人次"))
GOOD: Final = (
    "全年受理案件12.5万件，办结12件。",
    "人均办理案件2.5件，每万人发明专利拥有量12.5件。",
    "平均每场参与人数为85.5人，折合全日制120.5人。",
    "每千人口执业医师3.2人、注册护士3.8人。",
    "（万人）从业人员 12.5 人",
    "3.1人大代表建议办理情况",
    "按人口计算1.2人配备一台，每万名职工发生事故3.5起。",
)

_UNITS = frozenset({"件", "人", "人次", "名", "批次", "起", "宗", "件次", "例", "户", "次", "场", "场次", "部", "份", "家"})
_AVERAGE = compile_(
    r"均|每|折合|折算|标准|当量|/|密度|拥有|指数|之比|单位[:为]|(?<!\d)[万千百]人(?!次|计划)|[万千百]件\)|相当|系数|工作量|估|推算|≈|="
)
_RATIO = compile_(r"(?:比|率|强度|密度|程度)$|按(?![时期照计规])|强度|比例")
_WORDS = compile_(r"(?<=人)[大民员才力口均工文事体身类际行社居]|(?<=名)[录单]|(?<=起)[来步草]|(?<=户)[籍外]|(?<=件)均|/|每|·")


def check(view: View) -> Iterator[Problem]:
    """A problem for each such count in a sentence without an average."""
    text = view.text
    for start, end, metric in counts(view):
        if metric.unit not in _UNITS or metric.low is not metric.high or not metric.low % 1:
            continue
        words = text[start:end]
        if "." not in words or {"万", "亿", "千", "百", "/"} & set(words) or _WORDS.match(text, end):
            continue
        head = before(text, start, ENDS, 120)
        if not _names(head) or _AVERAGE.search(head) or _RATIO.search(before(text, start, most=24)):
            continue
        yield Problem(
            span=metric.span,
            message=Phrase(f"“{view.source(metric.span)}”不是整数", f"“{view.source(metric.span)}” is not a whole number"),
            help=Phrase("核对小数点，或补上“万”", "check the point, or add 万"),
            found=view.source(metric.span),
        )


def _names(head: str) -> bool:
    """Whether the words before a figure are prose: headings such as 3.1 and the cells of tables are not."""
    last = head[-1:]
    return last in {"、", ",", "("} or (last.isalpha() and not last.isascii())
