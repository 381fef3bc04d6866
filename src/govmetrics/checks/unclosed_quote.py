"""聚焦“防范诈骗宣传、…: a quotation that is opened and never closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.relations.marks import PAIRS, QUOTES, lone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "marks"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("引号没有后半个", "a quotation mark that is not closed")
WHY: Final = Phrase(
    "只有前引号，读者不知道引到哪里为止，名称也容易读错。接连几段都以前引号开头的引文不算。",
    "The reader cannot tell where the quotation or name ends. Quotations of several paragraphs that each begin with a mark are left out.",
)
BAD: Final = (
    ("持续推进“一网通办改革，全年办件3.2万件。", "“一网通办"),
    ("聚焦“食品安全宣传、消费维权宣传，践行“枫桥经验”。", "“食品安全"),
)
GOOD: Final = (
    "持续推进“一网通办”改革，践行‘枫桥经验’。",
    "会议指出：\n“要抓好落实。\n“要强化监督。”\n",
    "他说：“先办这件事，\n再办那件事。”",
)

# The twin has one spelling of these.
_CLOSING = {"「": "」", "『": "』", "〝": "〞"}


def check(view: View) -> Iterator[Problem]:
    """A problem for each opening quotation mark that nothing closes."""
    if not any(mark in view.text for mark in QUOTES):
        return
    for one in view.once(lone):
        if one.fault == "unclosed" and one.mark in QUOTES:
            span = view.span(one.start, one.end)
            closing = _CLOSING.get(view.source(span)[0], PAIRS[one.mark])
            yield Problem(
                span=span,
                message=Phrase("前引号没有对应的后引号", "the quotation mark is opened and never closed"),
                help=Phrase(f"在引用的词语之后补上“{closing}”", f"put {closing} after the words that are quoted"),
            )
