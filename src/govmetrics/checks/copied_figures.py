"""培训12场,检查86家,… the same as a year ago: a report whose figures were left from the year before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics import against, comparing
from govmetrics.finding import Phrase, Problem, Related
from govmetrics.patterns import compile_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.facts import Fact
    from govmetrics.view import View

GROUP: Final = "agreement"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("数据与上年报告雷同", "figures that are those of last year's report")
WHY: Final = Phrase(
    "一年的工作量很难与上年处处相同；可比的数据大多一样，多是套用上年稿件没有更新。机构、人员、面积等存量不算。",
    "A year's work is hardly the same as the year before in every number; where most are equal, they were left over. Stocks such as staff and area do not count.",
)
_LAST: Final = (
    "县司法局2023年工作总结\n全年举办法治讲座36场，发放宣传资料12000份，解答咨询860人次，办理法律援助案件318件，办理公证1204件，"
    "调解矛盾纠纷2075件，培训人民调解员415人次，走访企业97家，审查合同163份，化解信访积案28件。\n"
)
BAD: Final = ((_LAST.replace("2023", "2024").replace("860人次", "912人次") + "=== 上年 ===\n" + _LAST, "36场"),)
GOOD: Final = (
    _LAST.replace("2023", "2024").replace("36场", "41场").replace("860人次", "912人次").replace("1204件", "1187件")
    + "=== 上年 ===\n"
    + _LAST,
    "县司法局2024年工作总结\n全年举办法治讲座36场，走访企业97家。\n=== 上年 ===\n县司法局2023年工作总结\n全年举办法治讲座36场，走访企业97家。\n",
)

_STOCK: Final = compile_(
    "现有|共有|现行|有效|编制|人口|面积|车辆|总数|累计|机构|单位|设有|下设|辖|配备|拥有|聘|在编|在职|网点|阵地|基地|村$|社区$|户籍|存量|总量|保有|历年|建成|使用年限"
    "|标准|目标|任务|计划|限额|定额|上限|下限|不少于|不低于|(?<!出)生效|法律顾问|队伍|专家|库|成员|里程|高度|用地|单价"
)
_TELLING_COLUMNS: Final = frozenset(["made", "repealed", "decided", "amount", "c7", "total", "upheld", "corrected"])
"""Of the official tables, where each number stands once."""
_LEAST: Final = 8
_FOUR_FIFTHS: Final = (4, 5)
_SHOWN: Final = 20


def check(view: View) -> Iterator[Problem]:
    """One problem where at least four fifths of at least eight figures of both reports are equal; nothing without last year's report."""
    last = against.before(view)
    if last is None:
        return
    pairs = _comparable(view, last)
    equal = [new for old, new in pairs if old.value == new.value]
    part, whole = _FOUR_FIFTHS
    if len(pairs) < _LEAST or len(equal) * whole < len(pairs) * part:
        return
    first, *others = equal
    yield Problem(
        span=first.span,
        message=Phrase(
            f"与上年报告可比的{len(pairs)}项数据中有{len(equal)}项完全相同",
            f"{len(equal)} of the {len(pairs)} figures that both reports state are the same as last year",
        ),
        related=tuple(Related(fact.span, Phrase("与上年相同", "as last year")) for fact in others[:_SHOWN]),
        help=Phrase("逐项核对本年数据", "look at each of this year's figures"),
    )


def _comparable(view: View, last: View) -> list[tuple[Fact, Fact]]:
    """Pairs of figures, the older first, that would hardly be the same two years running: no stocks, no small or round ones."""
    return [(old, new) for old, new in comparing.pairs(last, view) if _is_telling(new)]


def _is_telling(fact: Fact) -> bool:
    if _STOCK.search(fact.name) or fact.period != "0" or (fact.cell and fact.cell[1] not in _TELLING_COLUMNS):
        return False
    return fact.value >= 10 and not (fact.kind == "percent" and fact.value == 100)
