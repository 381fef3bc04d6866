"""5月4号: the spoken 号 for 日."""

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
WHAT: Final = Phrase("日期用“号”代“日”", "号 for 日 in a date")
WHY: Final = Phrase("“号”是口语，公文里写“日”。", "号 is spoken language; a report has 日.")
BAD: Final = (("5月4号开展青年普法活动。", "5月4号"), ("2024年12月 31号前完成整改。", "31号"))
GOOD: Final = ("5月4日开展青年普法活动。", "学习5月4号文件，执行3月15号令，搬至12月1号楼。")

_DATE = compile_(r"1?\d月[0-3]?\d号(?![文令楼线院公函通机])")


def check(view: View) -> Iterator[Problem]:
    """A problem for each such date."""
    text = view.text
    for at in places(text, "号"):
        start = text.rfind("月", max(at - 3, 0), at)
        if start < 1 or not text[start - 1].isdigit():
            continue
        first = start - 2 if text[start - 2 : start - 1].isdigit() else start - 1
        if _DATE.match(text, first):
            span = view.span(first, at + 1)
            yield Problem(
                span=span,
                message=Phrase(f"“{view.source(span)}”是口语写法", f"“{view.source(span)}” is spoken language"),
                help=Phrase("“号”改为“日”", "write 日 for 号"),
                expected=f"{text[first:at]}日",
                found=view.source(span),
            )
