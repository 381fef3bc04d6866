"""9件诉讼均获维持,尚未审结1件: all, and yet some not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import ENDS, after, before, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.finding import Severity
    from govmetrics.view import View

GROUP: Final = "share"
SEVERITY: Final = "note"
WHAT: Final = Phrase("“全部”“均”与剩余数并存", "all are done, and yet some are left")
WHY: Final = Phrase(
    "同一句里既说全部办结，又说还有未办结的，两者至少有一处要说明。",
    "One sentence says that all are done and that some are not; one of them needs a word.",
)
BAD: Final = (
    ("收到建议36件，全部办结，其中尚未办结2件。", "2件"),
    ("9件诉讼均已审结，未审结1件。", "1件"),
    ("9起行政诉讼案件全部胜诉，其中败诉1件。", "1件"),
    ("9件诉讼均获法院维持，尚未审结1件。", "1件"),
    ("一审行政诉讼案件5件，法院全部判决驳回原告诉讼请求；截至年底，上述案件尚有1件等待开庭。", "1件"),
    ("受理信访事项320件，及时受理率100%，逾期受理2件。", "2件"),
)
GOOD: Final = (
    "12345工单按期办结率100%，网上信访渠道逾期办结2件，已通报批评。",
    "9起行政诉讼案件全部胜诉，上年败诉1件。",
    "一审9件全部胜诉，二审败诉1件；抽检食品60批全部合格，抽检药品20批，不合格1批。",
    "受理信访事项320件，及时受理率99.4%，逾期受理2件。",
    "及时受理率达100%，逾期受理0件，上年逾期受理2件。",
    "收到建议36件，全部办结，未办结0件。",
    "收到建议36件，办结34件，尚未办结2件。",
    "到期36件全部办结，未到期的尚未办结2件。",
)

_LEFT = compile_(
    r"(?:尚|还|仍)?(?:未|没有)(?:按期|按时)?(办结|审结|办复|完成|整改|化解|结案|答复)(?:的)?(?:有|为|案件|事项|问题)?(\d+[件项个宗起])"
)
_DECIDED = compile_(
    r"\d+[件起宗],[^,。;\n\d]{0,8}(?:全部|均)(?:已)?(?:判决|裁定)?(?:审结|结案|驳回|维持)[^。\n]{0,60}?(?:上述案件|其中)(?:尚|仍|还)?有(?P<count>[1-9]\d*[件起宗])(?:等待|尚未|正在|未)(?P<lost>开庭|审结|审理|结案)"
)
_LOST = ("败诉", "不合格", "未通过", "达标", "未审结")
_WON_BUT = compile_(r"到期|除|上年|其余|以外|应|去年|同比|复检|一审|二审|另|此前|减少")
_ALL = compile_(r"(?:全部|均|都)(?:已|予以|按期|按时|得到|如期)?$")
_IN_TIME = compile_(
    r"(?:及时|按期|按时|限期|如期)(受理|办结|答复|回复|办理|办复|审结)率(?:均|都)?(?:为|达到?|保持)?100%(?:[^。;\n]{0,30}?[,、(])??(?:,|、|\()?(?:其中|但|仅|尚|仍|还|另|只)?有?(?:逾期|超期|超时)未?\1(?:的)?(?:有|为)?([1-9]\d*[件项个宗起])"
)
_WON = compile_(
    r"(?:全部|均|都)(?:已|获|被|由|经)?(?:法院|上级|复议机关)?(?:判决|裁定)?(?P<won>胜诉|维持|合格|通过验收|达标)(?!率)[^。;\n\d]{0,12}?(?P<lost>败诉|不合格|未通过验收|未达标|不达标|尚未审结|未审结)(?:的)?(?:有|为)?(?P<count>[1-9]\d*[件项个宗起家批])"
)
_EXCUSE = compile_(r"到期|期限内|除|上年|其余|以外|之外|应")


def check(view: View) -> Iterator[Problem]:
    """A problem for each number not done in a sentence that says all are done."""
    text = view.text
    for late in _IN_TIME.finditer(text) if "率" in text else ():
        if not _EXCUSE.search(late.group()):
            message = Phrase(
                f"前面说按期{late.group(1)}率100%，这里又有{late.group(2)}逾期",
                f"all are said to be in time, yet {late.group(2)} are late",
            )
            yield _problem(view, late.span(2), (late.start(), late.start(2)), message, "warning")
    for decided in _DECIDED.finditer(text) if "等待" in text or "开庭" in text or "审理" in text else ():
        message = Phrase(
            f"前面说全部审结，这里又有{decided['count']}未{decided['lost']}",
            f"all are said to be decided, yet {decided['count']} are not",
        )
        yield _problem(view, decided.span("count"), (decided.start(), decided.start("count")), message, "warning")
    for won in _WON.finditer(text) if any(word in text for word in _LOST) else ():
        if not _WON_BUT.search(won.group()) and not _EXCUSE.search(before(text, won.start(), ENDS, 120)):
            message = Phrase(
                f"前面说全部{won['won']}，这里又有{won['lost']}{won['count']}",
                f"all are said to be {won['won']}, yet {won['count']} are {won['lost']}",
            )
            severity: Severity | None = None if "审结" in won["lost"] else "warning"
            yield _problem(view, won.span("count"), (won.start(), won.end("won")), message, severity)
    for word in ("未", "没有"):
        for at in places(text, word):
            match = _LEFT.match(text, at)
            if not match or match.group(2).strip("0件项个宗起") == "":
                continue
            head, tail = before(text, at, ENDS, 120), after(text, match.end(), ENDS, 40)
            done = head.rfind(match.group(1))
            if done > 0 and _ALL.search(head[:done]) and not _EXCUSE.search(head + tail):
                first = at - len(head) + done
                message = Phrase(
                    f"前面说全部{match.group(1)}，这里又有{match.group(2)}未{match.group(1)}",
                    f"all are said to be done, yet {match.group(2)} are not",
                )
                yield _problem(view, match.span(2), (first - 2, first + 2), message)


def _problem(view: View, left: tuple[int, int], all_: tuple[int, int], message: Phrase, severity: Severity | None = None) -> Problem:
    """What is wrong with the number at `left` beside the words at `all_` that leave none."""
    span = view.span(*left)
    related = (Related(view.span(*all_), Phrase("全部", "all")),)
    return Problem(span=span, severity=severity, message=message, related=related, found=view.source(span))
