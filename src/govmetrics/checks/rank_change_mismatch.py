"""由第7位升至第4位,前进4位: ranks that are not so many places apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.calendar import number
from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.patterns import compile_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "change"
SEVERITY: Final = "error"
WHAT: Final = Phrase("名次升降与前后名次不符", "ranks that are not so many places apart")
WHY: Final = Phrase(
    "由第a位升至第b位，前进的位数是a减b；名次数字变小是上升，变大是下降。",
    "From place a to place b is a rise of a less b; a smaller place is a rise, a greater one a fall.",
)
BAD: Final = (
    ("营商环境评价得分89.63分，由上年的第7位升至第4位，前进4位。", "前进4位"),
    ("综合考核由全市第十二位上升到第八位，提升3个位次。", "提升3个位次"),
    ("满意度排名从第5名下降至第9名，后退5名。", "后退5名"),
    ("考核排名由第8位升至第11位。", "第11位"),
    ("法治建设考核列全市第3位，较上年第6位前移4位。", "前移4位"),
)
GOOD: Final = (
    "营商环境评价得分89.63分，由上年的第7位升至第4位，前进3位。",
    "综合考核由全市第十二位上升到第八位，提升4个位次。",
    "满意度排名从第5名下降至第9名，后退4名。",
    "考核排名由第11位升至第8位。",
    "法治建设考核列全市第3位，较上年第6位前移3位。",
    "由第三次会议审议到第五次会议通过，前进2步。",
    "全市排名由第7位升至第4位，全省排名前进4位。",
)

_PLACE = r"第(?P<{}>\d{{1,3}}|[一二三四五六七八九十]{{1,3}})(?:位|名)"
_BY = r"(?P<said>(?P<way>前进|上升|提升|前移|晋升|跃升|进步|升|后退|下降|下滑|退步|后移|退)了?(?P<by>\d{1,3}|[一二两三四五六七八九十]{1,3})(?:个)?(?:位次?|名次?|个?名次))"
_FROM_TO = compile_(
    r"[由从](?:[^,。;\n第]{0,12})" + _PLACE.format("old") + r"(?P<verb>上升|提升|前移|跃升|攀升|升|前进|进步|晋升|下降|下滑|滑落|降|退|后退)?[至到为](?:[^,。;\n第\d]{0,6})"
    + _PLACE.format("new") + r"(?:,?(?:[^,。;\n\d第]{0,8}?)" + _BY + ")?"
)  # fmt: skip
_AGAINST = compile_(_PLACE.format("new") + r",(?:较|比)(?:上年|去年|上一年度?)的?" + _PLACE.format("old") + r",?" + _BY)
_OTHERS = compile_("全[国省市县区]|分别|累计|连|年初|年末|最|同类|其中|单|类|指标")
_OF_CLASS = compile_("倒数第?$|[等类级][^第]{0,2}第?$")
_SHORT = 5
_UP = frozenset(["前进", "上升", "提升", "前移", "晋升", "跃升", "进步", "升", "攀升"])


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each change of rank that the ranks beside it contradict, and each that goes the other way than is said."""
    text = view.text
    if "位" not in text and "名" not in text:
        return
    for pattern in (_FROM_TO, _AGAINST):
        for match in pattern.finditer(text):
            old, new = number(match["old"]), number(match["new"])
            marks = (match.start("old"), match.start("new"))
            if not old or not new or old == new or any(_OF_CLASS.search(text, max(0, at - _SHORT), at) for at in marks):
                continue
            verb = match.groupdict().get("verb")
            related = (Related(view.span(match.start("old") - 1, match.end("old") + 1), Phrase("原名次", "the place before")),)
            if verb and (verb in _UP) != (new < old):
                end = match.end("new") + 1
                span = view.span(match.start("new") - 1, end)
                yield Problem(
                    span=span,
                    message=Phrase(
                        f"由第{match['old']}位到第{match['new']}位不是“{verb}”",
                        f"from place {old} to place {new} is no {'rise' if verb in _UP else 'fall'}",
                    ),
                    related=related,
                    found=view.source(span),
                )
            elif match["said"] and not _OTHERS.search(text, match.end("new"), match.start("said")):
                by = number(match["by"].replace("两", "二")) or 0
                up = match["way"] in _UP
                arithmetic = f"{max(old, new)}-{min(old, new)}={abs(old - new)}"
                span = view.span(*match.span("said"))
                if by == abs(old - new) and up == (new < old):
                    yield Judgement(status="holds", span=span, related=related, arithmetic=arithmetic)
                else:
                    yield Problem(
                        span=span,
                        message=Phrase(
                            f"第{match['old']}位到第{match['new']}位相差{abs(old - new)}位，文中写{match['said']}",
                            f"places {old} and {new} are {abs(old - new)} apart",
                        ),
                        related=related,
                        expected=f"{match['way']}{abs(old - new)}位" if up == (new < old) else "",
                        found=view.source(span),
                        arithmetic=arithmetic + (f"≠{by}" if by != abs(old - new) else ""),
                    )
