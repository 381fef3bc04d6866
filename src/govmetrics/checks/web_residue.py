"""点击量、打印本页、关闭窗口: words of the web page around the report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "structure"
SEVERITY: Final = "note"
DEFAULT: Final = False
WHAT: Final = Phrase("网页框架文字残留", "words of the web page around the report")
WHY: Final = Phrase(
    "“点击量”“打印本页”“关闭窗口”是网页上的按钮和栏目，不是报告内容。",
    "Counters and buttons such as 打印本页 belong to the page that the report was copied from.",
)
BAD: Final = (("某县2024年工作报告\n点击量： 来源：县政府办\n全年办件3.2万件。\n", "点击量"),)
GOOD: Final = ("某县2024年工作报告\n政务新媒体点击量达3.2万次。\n",)

_PATTERN = compile_(
    r"(?<=\n|\A| )(?:点击量|浏览次数|访问次数|阅读次数|打印本页|关闭窗口|关闭本页|打印|字体|字号|分享到|上一篇|下一篇|返回顶部|扫一扫[^\n]{0,12})"
    r"(?=[:\[ ]|\n|\Z)"
)


def check(view: View) -> Iterator[Problem]:
    """A problem for each line or cell of the page."""
    for match in _PATTERN.finditer(view.text):
        span = view.span(match.start(), match.end())
        yield Problem(
            span=span,
            message=Phrase("网页上的文字混进了报告", "words of the web page are in the report"),
            help=Phrase("删去", "delete them"),
            found=view.source(span),
        )
