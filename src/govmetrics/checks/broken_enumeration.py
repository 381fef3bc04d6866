"""一是…二是…四是: items in the running text that do not count on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase
from govmetrics.relations.numbering.headings import RUNNING
from govmetrics.relations.numbering.numbered import told
from govmetrics.relations.numbering.reading import numbering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.finding import Problem
    from govmetrics.view import View

GROUP: Final = "structure"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("“一是、二是”断号", "items after 一是 and 二是 that do not count on")
WHY: Final = Phrase(
    "“一是、二是、四是”中间缺了一项，或者两项用了同一个数。",
    "Between 二是 and 四是 an item was lost or not renumbered, or two items have one number.",
)
BAD: Final = (
    ("工作中仍有短板：一是人手偏紧；二是经费不足；四是宣传不够。", "四是"),
    ("下一步，一是抓培训。二是抓督查。二是抓考核。", "二是抓考核"),
    ("下一步重点抓好落实。二是抓督查。三是抓考核。", "二是"),
    ("下一步，首先，抓好培训；其次，抓好督查；其次，抓好考核。", "其次，抓好考核"),
)
GOOD: Final = (
    "工作中仍有短板：一是人手偏紧；二是经费不足；三是宣传不够。下一步，一是抓培训；二是抓督查。",
    "要坚持“一要吃饭，二要建设”的方针。",
    "第一，抓好培训；第二，抓好督查；第三，抓好考核。首先，配齐人员；其次，配足经费；最后，配好设备。",
    "首先是抓培训，二是抓督查，三是抓考核。",
)


def check(view: View) -> Iterator[Problem]:
    """A problem for each item that does not follow from the one before."""
    yield from told(view, [one for one in view.once(numbering).breaks if one.mark.style in RUNNING], _say)


def _say(found: str, expected: str, before: str) -> tuple[Phrase, Phrase]:
    if not before:
        return (
            Phrase(f"列举从“{found}”开始，前面没有“{expected}”", f"the items begin with {found}; there is no {expected} before it"),
            Phrase(f"补上“{expected}”，或改序号", f"put back {expected}, or renumber"),
        )
    return (
        Phrase(f"“{before}”之后是“{found}”，应为“{expected}”", f"{before} is followed by {found}, where {expected} belongs"),
        Phrase(f"改为“{expected}”，或补上缺的一项", f"change it to {expected}, or put back what is missing"),
    )
