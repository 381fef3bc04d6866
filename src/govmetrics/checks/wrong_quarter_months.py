"""二季度（4—7月）: a quarter or half-year with months that are not its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "date"
SEVERITY: Final = "error"
WHAT: Final = Phrase("季度或半年与月份不符", "a quarter or half-year with months that are not its own")
WHY: Final = Phrase(
    "一季度是1—3月，上半年是1—6月；只核对紧跟在括号里的月份。",
    "The first quarter is January to March; only months in brackets right behind are compared.",
)
BAD: Final = (
    ("一季度0.62万平方米、二季度（4—7月）1.38万平方米。", "4—7月"),
    ("二季度（4—7月）受理投诉215件。", "4—7月"),
    ("前三季度（1—8月）完成投资5亿元。", "1—8月"),
)
GOOD: Final = ("二季度（4—6月）受理投诉215件，上半年（1—6月）共430件。", "一至二季度（1—6月）、财年二季度（7—9月）受理投诉。")

_PART = compile_(
    r"([一二三四1-4]季度|[上下]半年|前[二两三23]个?季度)\((?:(?:19|20)\d\d年)?(\d{1,2})月?(?:份)?(?:—{1,2}|-|~|至|到)(\d{1,2})月(?:份)?\)"
)
_OPEN = "至到—-~和、前"
_ORDER = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each part of a year with other months, a judgement for each with its own."""
    text = view.text
    if "季度(" not in text and "半年(" not in text:
        return
    for match in _PART.finditer(text):
        name, at = match[1], match.start()
        joined = text[at - 1 : at] == "、" and not text.endswith(("季度", "半年"), 0, at - 1)  # 一季度 a、二季度(4—6月) b
        if (text[at - 1 : at] in tuple(_OPEN) and not joined) or text[max(0, at - 2) : at] in ("财年", "学年"):
            continue
        months, said, span = _months(name), (int(match[2]), int(match[3])), view.span(match.start(2), match.end() - 1)
        arithmetic = f"{name} = {months[0]}—{months[1]}月"
        if months == said:
            yield Judgement(status="holds", span=span, arithmetic=arithmetic)
            continue
        yield Problem(
            span=span,
            message=Phrase(
                f"{name}是{months[0]}—{months[1]}月，文中写{said[0]}—{said[1]}月",
                f"{name} is months {months[0]} to {months[1]}, but the text says {said[0]} to {said[1]}",
            ),
            expected=f"{months[0]}—{months[1]}月",
            found=shown(view, span),
            arithmetic=arithmetic,
        )


def _months(name: str) -> tuple[int, int]:
    if name.endswith("半年"):
        return (1, 6) if name[0] == "上" else (7, 12)
    if name[0] == "前":
        return 1, 3 * _ORDER[name[1]]
    last = 3 * _ORDER[name[0]]
    return last - 2, last
