"""2025年03月01日: a zero before the month or the day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "wording"
SEVERITY: Final = "note"
DEFAULT: Final = False
WHAT: Final = Phrase("月日前编虚位“0”", "a zero before the month or the day")
WHY: Final = Phrase("公文的成文日期不编虚位，1月不写01月。", "Official dates have no padding: 1月, not 01月.")
BAD: Final = (("成文日期：2025年03月01日", "2025年03月01日"), ("会议于12月05日召开。", "12月05日"))
GOOD: Final = ("成文日期：2025年3月1日", "发布日期：2025-03-01", "2025年10月20日")

_PADDED = compile_(r"(?<=年)0(?=[1-9]月)|(?<=月)0(?=[1-9]日)|^0(?=[1-9]月\d)")
_DATE = compile_(r"(?:(?<!\d)\d{4}年)?(?<!\d)(?:0?[1-9]|1[0-2])月(?:[0-3]?\d日)?")


def check(view: View) -> Iterator[Problem]:
    """A problem for each date with such a zero."""
    text = view.text
    for at in places(text, "月"):
        if text[at - 2 : at - 1] != "0" and text[at + 1 : at + 2] != "0":
            continue
        date = _DATE.search(text, max(at - 7, 0), at + 4)
        if date is None or not _PADDED.search(date.group()):
            continue
        right, span = _PADDED.sub("", date.group()), view.span(date.start(), date.end())
        found = view.source(span)
        yield Problem(
            span=span,
            message=Phrase(f"“{found}”的月或日前有虚位“0”", f"“{found}” has a zero before its month or day"),
            help=Phrase(f"改为“{right}”", f"write “{right}”"),
            expected=right,
            found=found,
        )
