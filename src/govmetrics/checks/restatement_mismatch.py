"""a(即 b), a 次……这 b 次: a number that is said again at once, differently."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, Row, alike, cut, last_words, rows, slip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "agreement"
SEVERITY: Final = "error"
WHAT: Final = Phrase("同一个数紧接着的另一写法不同", "a number that is said again at once, differently")
WHY: Final = Phrase(
    "“即”“也就是”“这N次”说的是前面的同一个数，只能因舍入位数不同而有出入。",
    "即, 也就是 and 这N次 say the number before once more; only the places printed may differ.",
)
BAD: Final = (
    ("本年度收入3274.58万元（即32754800元），与批复数一致。", "32754800元"),
    ("一季度新增企业106.3万户，三个月合计104.3万户。", "104.3万户"),
    ("全年组织集中学法6次、专题讲座3场；五次集中学法均由县长主持。", "五次"),
    ("全年办结信访事项3486件。在办结的3468件信访事项中，初信初访占七成。", "3468件"),
    ("两级法院审结案件达21.37万件。23.17万件的背后，是全体干警的付出。", "23.17万件"),
    ("全年召开联席会议四次，这5次会议共研究议题22项。", "5次"),
)
GOOD: Final = (
    "本年度收入3274.58万元（即32745800元），与批复数一致。",
    "全年召开联席会议四次，这4次会议共研究议题22项。",
    "全年召开联席会议四次、专题会五次，这5次专题会共研究议题22项。",
    "通过网络提交的占80.0%，也就是说，有八成申请在线办理。",
)

_AGAIN = compile_(r"[,(]?(?:即|也就是说?|也即|亦即|折合|合计为|换言之)[,:]?(?:人民币|有|约)?")
_SUM = compile_("(?:合计|共计|相加|之和)(?:为|是)?")
_AMONG = compile_(r"在?([^,。;:()\d]{2,10}?)的?")
_ALL_OF = compile_(r"([\u4e00-\u9fff]{3,10}?)(?:均|都|全部)")
_NEAR = 40
_MOST = 24
_THESE = compile_(r"[^()]{0,30}[,;](?:在)?(?:这|上述)")


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each number that its restatement contradicts."""
    last: Number | None = None
    for row in rows(view):
        if last is not None and _resumes(view, last, row[0]):
            yield from _judged(last, row[0])
        for at in range(1, len(row)):
            first, second = row[at - 1], row[at]
            if at > 1 and first.unit in ("个月", "个季度") and _SUM.fullmatch(second.before) and row[at - 2].unit == second.unit:
                yield from _judged(row[at - 2], second)
            elif alike(first, second) and not first.change and not second.change:
                again = _AGAIN.fullmatch(second.before) is not None or _in_full(first, second)
                these = second.kind == "count" and _THESE.fullmatch(second.before) and _only(row[max(0, at - _MOST) : at], second)
                if again or these:
                    yield from _judged(first, second)
        for at, number in enumerate(row):
            first_named = _named(view, row, at)
            if first_named is not None:
                yield from _judged(first_named, number)
        last = row[-1]


def _resumes(view: View, last: Number, number: Number) -> bool:
    """Whether a sentence takes up the number before it: 21.37万件。23.17万件的背后; 信访事项3486件。在办结的3468件中."""
    if not alike(last, number) or last.change or number.change or not slip(last, number) or number.start - last.end > _NEAR:
        return False
    behind = view.text[number.end : number.end + 16]
    if not number.before.strip():
        return behind.startswith(("的背后", "背后"))
    if number.before.strip() in ("在这", "这", "在上述", "上述", "以上", "在以上"):
        return True
    words = number.before.strip()
    lead = _AMONG.fullmatch(words) if words.endswith("的") or "中" in behind else None
    return lead is not None and any(lead.group(1)[i : i + 2] in last.before for i in range(len(lead.group(1)) - 1))


def _in_full(first: Number, second: Number) -> bool:
    """Whether 1286.40万元(12864000元) says an amount once more in full."""
    return (
        second.before == "("
        and first.kind == "money"
        and first.step > second.step
        and (slip(first, second) or cut(first).meets(cut(second)))
    )


def _named(view: View, row: Row, at: int) -> Number | None:
    """The number of meetings that 五次学习会均由…主持 speaks of."""
    number = row[at]
    if number.kind != "count" or number.change:
        return None
    all_of = _ALL_OF.match(view.text, number.end)
    if not all_of:
        return None
    before = row[max(0, at - _MOST) : at]
    return next((one for one in before if alike(one, number) and not one.change and last_words(one.before).endswith(all_of.group(1))), None)


def _only(before: list[Number], number: Number) -> bool:
    return sum(one.unit == number.unit and one.kind == number.kind for one in before) == 1


def _judged(first: Number, second: Number) -> Iterator[Problem | Judgement]:
    if not (first.exact and second.exact):
        return
    related = (Related(first.span, Phrase("前一处", "first said")),)
    if cut(first).meets(cut(second)):
        yield Judgement(status="holds", span=second.span, related=related, arithmetic=f"{first.face}={second.face}")
        return
    yield Problem(
        span=second.span,
        message=Phrase(
            f"{second.text}与前面的{first.text}是同一个数，却不相等",
            f"{second.text} is said to be the {first.text} before it and is not",
        ),
        related=related,
        expected=second.rewritten(first.low),
        found=second.text,
        arithmetic=f"{first.face}≠{second.face}",
    )
