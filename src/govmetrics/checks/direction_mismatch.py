"""减少 d,增长 p%: a direction that contradicts the levels or the difference beside it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.changes.judging import judged, report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "change"
SEVERITY: Final = "error"
WHAT: Final = Phrase("升降方向与数值矛盾", "a direction word that contradicts the numbers")
WHY: Final = Phrase(
    "数值相符而升降相反，往往是沿用了上年文字。",
    "The amount is right and the direction is not: the words are often those of the year before.",
)
BAD: Final = (
    ("空气质量综合指数由上年的4.12降至3.86，同比上升6.3%。", "上升"),
    ("公务用车运行费20.43万元，较上年减少1.35万元，增长6.2%。", "6.2%"),
    ("信访量由上年的135批次降至120批次，同比增长11.1%。", "11.1%"),
)
GOOD: Final = (
    "空气质量综合指数由上年的4.12降至3.86，同比下降6.3%。",
    "公务用车运行费20.43万元，较上年减少1.35万元，下降6.2%。",
    "信访量由上年的135批次降至120批次，同比下降11.1%。",
)


_UP = "上升|增长|提高|升高"
_DOWN = "下降|降低|减少|回落"
# 由上年的4.12降至3.86,同比上升: an index has no unit and is no figure.
_INDEX = compile_(
    rf"由[^,。;\d]{{0,8}}(?P<first>\d+\.\d+)(?:(?P<up>{_UP}|升|增)|(?:{_DOWN}|降|减))(?:至|到|为)(?P<last>\d+\.\d+)[^,。;\d%]{{0,4}},同比(?:(?P<rose>{_UP})|(?:{_DOWN}))"
)


def _indexes(view: View) -> Iterator[Problem]:
    for match in _INDEX.finditer(view.text) if "同比" in view.text else ():
        rose = Decimal(match["first"]) < Decimal(match["last"])
        if bool(match["rose"]) != rose:
            right = "上升" if rose else "下降"
            yield Problem(
                span=view.span(match.end() - 2, match.end()),
                message=Phrase(
                    f"由{match['first']}到{match['last']}是{right}", f"from {match['first']} to {match['last']} is the other direction"
                ),
                related=(Related(view.span(*match.span("last")), Phrase("现值", "new level")),),
                expected=right,
                found=match.group()[-2:],
                arithmetic=f"{match['last']}{'>' if rose else '<'}{match['first']}",
            )


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each direction that the levels beside it contradict."""
    yield from _indexes(view)
    for one in view.once(judged):
        if one.kind == "direction":
            found = one.number.text
            message = Phrase(
                f"{found}的升降方向与数值矛盾，应为{one.expected}",
                f"the direction of {found} contradicts the numbers, which give {one.expected}",
            )
            yield report(one, message)
