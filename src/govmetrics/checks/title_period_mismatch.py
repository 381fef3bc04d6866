"""二月情况通报 with 2017年3月共办理: a body about another month or quarter than the title's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.calendar import number
from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.dates import days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "date"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("标题期别与正文不符", "a title for another month or quarter than its text")
WHY: Final = Phrase(
    "按期编写的通报标题和正文应是同一期；标题的月份或季度在正文中没有出现，多是套用上期忘了改。",
    "A periodic bulletin and its title are of the same month or quarter; where the text never names the title's, one was not updated.",
)
BAD: Final = (
    ("某县12345热线2024年2月办理情况通报\n2024年3月，共受理诉求812件。\n", "2月"),
    ("一季度信访情况通报\n二季度，全县共受理信访件56件。\n", "一季度"),
)
GOOD: Final = (
    "某县12345热线2024年2月办理情况通报\n2024年2月，共受理诉求812件，3月将开展回访。\n",
    "某县关于3月开展宣传的通报\n2月，共受理56件，3月再开展。\n",
)

_TITLE = compile_(
    r"(?<![\d—~至到-])(\d{1,2}|十[一二]|[一二三四五六七八九十])月(?:份)?(?![\d一二三四五六七八九十—~至到、-])|(?<![前、至到—])([一二三四1-4])季度"
)
_BODY = compile_(
    r"(?:(?:19|20)\d\d年|今年|本年)?(?:(\d{1,2}|十[一二]|[一二三四五六七八九十])月(?:份)?|第?([一二三四1-4])季度),?(?:全|我|共|累计|办|受|本|12345|热线|[^,。;\n]{0,12}共)"
)
_REPORT = compile_(r"通报|情况|分析|简报|月报|季报|周报")


def check(view: View) -> Iterator[Problem]:
    """A problem where the title's month or quarter is not that of the text."""
    text = view.text
    title = days.title(view.document)
    named = _TITLE.search(title)
    if named is None or not _REPORT.search(title) or _TITLE.search(title, named.end()):
        return
    at = text.find(title)
    behind = at + len(title)
    line = next((start for start in _lines(text, behind) if _BODY.match(text, start)), None)
    said = _BODY.match(text, line) if line is not None else None
    if at < 0 or said is None or (named[1] is None) != (said[1] is None):
        return
    own, other = number(named[1] or named[2]), number(said[1] or said[2])
    unit = "月" if named[1] else "季度"
    if own == other or any(text.find(f"{form}{unit}", behind) >= 0 for form in (str(own), named[1] or named[2])):
        return
    yield Problem(
        span=view.span(at + named.start(), at + named.end()),
        message=Phrase(
            f"标题是{named.group()}，正文却是{other}{unit}", f"the title is for {named.group()}, the text for {said[1] or said[2]}{unit}"
        ),
        help=Phrase("核对标题和正文是哪一期", "see which of the two was not updated"),
        expected=f"{other}{unit}",
        found=named.group(),
    )


def _lines(text: str, at: int) -> Iterator[int]:
    """Where the first lines behind `at` begin, without their indent."""
    for _ in range(6):
        at = text.find("\n", at) + 1
        if not at:
            return
        yield at + len(text[at : at + 40]) - len(text[at : at + 40].lstrip(" "))
