"""向1500人问卷,满意的1437人,不满意的73人: those that are and those that are not, and more than there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.figures import last_words, rows
from govmetrics.relations.sums.breakdowns import breakdowns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.relations.figures import Number
    from govmetrics.view import View

GROUP: Final = "sum"
SEVERITY: Final = "error"
WHAT: Final = Phrase("相反的两项之和超过总数", "those that are and those that are not are more than there are")
WHY: Final = Phrase(
    "同一句里的总数分为满意与不满意、合格与不合格等相反的两项，合计不会多于总数。",
    "Of the whole that a sentence gives, those that are and those that are not cannot be more.",
)
BAD: Final = (
    ("向1500名企业负责人开展问卷测评，选择“满意”或“基本满意”的1437名，选择“不满意”的73名。", "1500名"),
    ("共回收问卷500份，选择支持的462份，选择不支持的48份。", "500份"),
)
GOOD: Final = (
    "办结的15件中，投诉成立4件、部分成立2件、不成立7件、撤回2件。",
    "向500名办事群众开展问卷调查，对窗口服务态度满意的476名，对停车条件不满意的58名。",
    "本轮督察反馈问题60个，完成整改57个，首轮督察尚未完成整改的5个一并纳入台账。",
    "向1500名企业负责人开展问卷测评，选择“满意”或“基本满意”的1437名，选择“不满意”的63名。",
    "向1500名企业负责人开展问卷测评，选择“满意”的1137名，“基本满意”的200名，“不满意”的73名。",
    "抽检食品860批次，合格842批次；抽检药品310批次，合格300批次，不合格10批次。",
    "首轮抽检食品860批次，复检合格842批次，两轮共不合格28批次。",
)

_NEGATED = compile_("[、和]?(?:选择|表示|评价(?:为)?|认为)?“?(?:尚|仍|还)?[不未]([\u4e00-\u9fff]{2})”?(?:意见)?的?(?:有|为|仅)?")
"""Of another thing, 对停车条件不满意的, are others."""
_OTHERS = compile_("累计|复检|[首上两往][一]?轮|往期|上年|去年|结转|以往|历年|加上|合计|共")
_PEOPLE = frozenset(["人", "名", "位"])


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each whole that is less than those of it that are and those that are not."""
    if "不" not in view.text and "未" not in view.text:
        return
    for row in rows(view, 3):
        for at in range(2, len(row)):
            whole, one, other = row[at - 2 : at + 1]
            if not (whole.low and _opposed(whole, one, other) and _counted(whole, one, other)):
                continue
            summed = any(found.total.start == whole.start for found in view.once(breakdowns))
            if not summed and not _OTHERS.search(view.text, whole.end, other.end):
                yield from _judged(whole, one, other)


def _opposed(whole: Number, one: Number, other: Number) -> bool:
    negated = _NEGATED.fullmatch(last_words(other.before))
    words = last_words(one.before)
    if negated is None or negated.group(1) in last_words(whole.before) or "部分" in words:
        return False
    return negated.group(1) in words and not any(f"{no}{negated.group(1)}" in words for no in "不未")


def _counted(*numbers: Number) -> bool:
    units = {"人" if number.unit in _PEOPLE else number.unit for number in numbers}
    return len(units) == 1 and all(number.kind == "count" and number.exact and not number.change for number in numbers)


def _judged(whole: Number, one: Number, other: Number) -> Iterator[Problem | Judgement]:
    value = one.low + other.low
    related = (Related(one.span, Phrase("其一", "those that are")), Related(other.span, Phrase("其二", "those that are not")))
    words = f"{one.face}+{other.face}={whole.rewritten(value).removesuffix(whole.unit)}"
    if value == whole.low:
        yield Judgement(status="holds", span=whole.span, related=related, arithmetic=words)
    elif one.low <= whole.low < value:
        yield Problem(
            span=whole.span,
            message=Phrase(
                f"{one.text}与{other.text}相反，合计{whole.rewritten(value)}，多于总数{whole.text}",
                f"{one.text} and {other.text} are opposites and make {whole.rewritten(value)}, more than the {whole.text} there are",
            ),
            related=related,
            expected=f"≥{whole.rewritten(value)}",
            found=whole.text,
            arithmetic=f"{words}>{whole.face}",
        )
