"""应出庭23件,实际出庭24件: more was done than was due."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.figures import last_words, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.relations.figures import Number
    from govmetrics.view import View

GROUP: Final = "sum"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("实际数多于应有数", "more was done than was due")
WHY: Final = Phrase(
    "同一句里应出庭（应到、应述法、通知出庭）的件数、人数，实际的不会更多；写明另有、主动的不算。",
    "Of what a sentence says was due no more can be done; where it tells of others, too, it is left out.",
)
BAD: Final = (
    ("法院通知负责人出庭的案件23件，局领导实际出庭24件。", "24件"),
    ("应到代表186人，实到198人。", "198人"),
    ("全县应考960人，实际参考984人。", "984人"),
    ("应公示行政处罚决定信息1512条，已公示1521条，公示率100%。", "1521条"),
    ("应述法人员36名，已述法38名。", "38名"),
)
GOOD: Final = (
    "法院通知负责人出庭的案件23件，局领导实际出庭23件。",
    "应到代表186人，实到178人。",
    "法院通知负责人出庭的案件23件，另有3件主动出庭，实际出庭26件。",
    "法院通知负责人出庭的案件23件，局领导实际出庭24人次。",
    "应急演练23场，实际参加24场。",
)

_DUE = compile_("(?:应当?|通知[^,。;]{0,8}?)(?P<what>出庭|述法|参训|参加|参会|参?考|到|报送|备案|公开|公示|整改)(?:应诉)?[^,。;]{0,14}$")
_DONE = compile_("(?:实际|实|已)(?P<what>出庭|述法|参训|参加|参会|参?考|到|报送|备案|公开|公示|整改)(?:应诉)?(?:的)?(?:案件|人员)?$")
_OTHERS = compile_("增加|调入|一并|新录用|举一反三|自查|超出|其中|另|主动|自愿|含|累计|上年|结转|以往|全部案件")
_MOST = Decimal("1.5")


def check(view: View) -> Iterator[Problem]:
    """A problem for each number done that is more than the one due just before it."""
    if "实" not in view.text and "已" not in view.text:
        return
    for row in rows(view, 2):
        for due, done in pairwise(row):
            if _is_due(due, done) and due.low < done.low < due.low * _MOST and not _OTHERS.search(view.text, due.end, done.end + 16):
                yield Problem(
                    span=done.span,
                    message=Phrase(f"应有{due.text}，实际却为{done.text}", f"{due.text} were due, yet {done.text} were done"),
                    related=(Related(due.span, Phrase("应有数", "due")),),
                    expected=f"≤{due.text}",
                    found=done.text,
                    arithmetic=f"{done.face}>{due.face}",
                )


def _is_due(due: Number, done: Number) -> bool:
    if due.kind != "count" or done.kind != "count" or due.unit != done.unit or due.change or done.change:
        return False
    said, told = _DUE.search(last_words(due.before)), _DONE.search(last_words(done.before))
    return (
        said is not None
        and told is not None
        and said["what"].removeprefix("参") == told["what"].removeprefix("参")
        and due.exact
        and done.exact
    )
