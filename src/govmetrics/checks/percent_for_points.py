"""由 82% 提高到 88%,提高 6%: a difference of percentages that is written as a percentage."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.changes.judging import AFTER, BEFORE, judged, report
from govmetrics.relations.figures import HUNDRED, cut, digits, last_words
from govmetrics.relations.paragraphs import clause, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.relations.figures import Number
    from govmetrics.view import View

GROUP: Final = "change"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("百分点误写为百分数", "a difference of percentages written as a percentage")
WHY: Final = Phrase(
    "两个百分数之差用“百分点”；写成“%”就成了相对变化。",
    "Percentages differ by points (百分点); a percent sign would mean a relative change.",
)
BAD: Final = (
    ("合格率由上年的82%提高到88%，提高6%。", "提高6%"),
    ("抽检合格率由上年的97.8%提高到98.6%，提高0.8%。", "提高0.8%"),
    ("全县测评合格率为87.9%。发放读本4.8万册。这一合格率上年为84.6%，一年间上升3.3%。", "上升3.3%"),
    ("网上提交645件，占43%；上年网上提交372件，占31%。两年相较，网上申请占比提高12%。", "12%"),
)
GOOD: Final = (
    "合格率由上年的82%提高到88%，提高6个百分点。",
    "合格率由上年的82%提高到88%，提高7.3%。",
    "全县测评合格率为87.9%。这一合格率上年为84.6%，一年间上升3.9%。",
    "成功率为87.9%，上年为84.6%。调解案件增长3.3%。",
)

_RATE = compile_("率|占")
_BACK, _AHEAD = 8, 2
_TIME = compile_("[上去]年|同期|(?<!\\d)20\\d\\d年|[比较]")
_NAME = compile_("[\u4e00-\u9fff]{2,8}(?:率|度|比重|占比|比例)|占")
_NO_NAME = compile_(
    "(?:一年间|一年来|本年度?|今年|同比|[较比](?:上年|去年)(?:同期)?的?|因此|两年(?:间|相较|来)|再|又)*(?:上升|提高|提升|增长|下降|降低|增加|减少|回落)了?"
)


def _of_one(one: Number, other: Number, words: str) -> bool:
    """Whether two percentages may be values of one rate: both are called so, or one of them is said to be of another time."""
    names = [found.group()[-4:] if (found := _NAME.search(number.before)) else "" for number in (one, other)]
    same = names[0] == names[1] != "" and (names[0] != "占" or _RATE.search(words) is not None)
    return same or any(_TIME.search(last_words(number.before)) for number in (one, other))


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each percentage that the levels beside it contradict."""
    for one in view.once(judged):
        if one.kind == "percent-for-points":
            found = one.number.text
            message = Phrase(
                f"{found}是两个百分数之差，应写{one.expected}",
                f"{found} is the difference of two percentages and should read {one.expected}",
            )
            yield report(one, message)
    known = {one.number.start for one in view.once(judged) if one.status != "not-assessable"}
    for numbers in view.once(paragraphs):
        for at, number in enumerate(numbers):
            if number.unit == "%" and number.change and number.exact and number.start not in known:
                yield from _of_paragraph(view, number, numbers[max(0, at - _BACK) : at + _AHEAD])


def _of_paragraph(view: View, number: Number, near: list[Number]) -> Iterator[Problem]:
    """合格率为 b%。…这一合格率上年为 a%,上升 d%: a change of a rate that is the difference of two that the paragraph states."""
    rates = [one for one in near if one.kind == "percent" and one.exact and not one.change and _RATE.search(clause(view, one))]
    for one, other in combinations(rates, 2):
        low, high = sorted((one.low, other.low))
        words = last_words(number.before)
        if (
            not (_NO_NAME.fullmatch(words) or _RATE.search(words))
            or not _of_one(one, other, words)
            or high - low != number.low
            or not low
            or cut(number).low <= (high / low - 1) * HUNDRED <= cut(number).high
        ):
            continue
        before, after = (other, one) if (one.low > other.low) == (number.change == "increase") else (one, other)
        points = digits(number.low) + "个百分点"
        yield Problem(
            span=number.span,
            message=Phrase(
                f"{number.text}是两个百分数之差，应写{points}",
                f"{number.text} is the difference of two percentages and should read {points}",
            ),
            related=(Related(after.span, AFTER), Related(before.span, BEFORE)),
            expected=points,
            found=number.text,
            arithmetic=f"{digits(high)}%-{digits(low)}%={points}",
        )
        return
