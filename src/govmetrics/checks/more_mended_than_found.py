"""发现问题412户，整改到位425户: more was put right than had been found."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.figures import last_words, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "sum"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("整改数多于发现数", "more was put right than had been found")
WHY: Final = Phrase(
    "同一句里发现的问题和其中整改的，整改数不会更多；含上年、累计的不算。",
    "Of the problems that a sentence says were found no more can be put right; those of the year before and running totals are left out.",
)
BAD: Final = (
    ("检查发现问题412户，问题发现率12.7%，督促整改到位425户，另有7户列入异常名录。", "425户"),
    ("督察组查摆问题76个，截至年底已整改81个，仍在整改的明确了责任人。", "81个"),
    ("全年共收到司法建议23份，按期书面反馈32份，并建立整改台账。", "32份"),
    ("排查出安全隐患286处，已整改268处；复查发现隐患62处，完成整改65处。", "65处"),
)
GOOD: Final = (
    "督察发现问题36个，各单位举一反三自查，共整改问题42个，建章立制9项。",
    "检查发现问题412户，问题发现率12.7%，督促整改到位405户，另有7户列入异常名录。",
    "检查发现问题412户，整改到位425户（含上年遗留20户）。",
    "发现隐患62处，出动执法人员286人次，累计整改隐患165处。",
    "发现问题12户，整改到位425处。",
)

_FOUND = compile_("(?:查摆出?|收到|接到|发现|排查出?|查出|检查出|反馈|查找出?|梳理出?)[^,。;:、\\d]{0,12}$")
_MENDED = compile_("(?:整改|销号|整治|治理|消除|纠正|书面反馈|回复|答复|办复|回函)(?:到位|完成|完毕|销号|问题|隐患|了)*$")
_FINDS = ("收到", "接到", "查摆", "发现", "排查", "查出", "反馈", "查找", "梳理")
_MENDS = ("反馈", "复", "回函", "改", "销号", "整治", "治理", "消除", "纠正")
_OTHERS = compile_("另(?!有)|一并|延伸|年初|举一反三|自查|加上|未消除|未整改|累计|上年|往年|历年|遗留|结转|去年|含|连同|存量|以来")
_MOST = Decimal("1.5")


def check(view: View) -> Iterator[Problem]:
    """A problem for each number put right that is more than the one found, in one sentence."""
    if not any(word in view.text for word in _FINDS) or not any(word in view.text for word in _MENDS):
        return
    for row in rows(view, 2):
        words = view.text[row.start : row.end]
        if not any(word in words for word in _FINDS) or not any(word in words for word in _MENDS):
            continue
        found = None
        for number in row:
            words = last_words(number.before)
            if number.kind != "count" or number.change:
                continue
            mended = _MENDED.search(words)
            if _FOUND.search(words) and not (found is not None and mended):
                found = number
            elif (
                found is not None
                and mended
                and number.unit == found.unit
                and found.exact
                and number.exact
                and found.low < number.low < found.low * _MOST
                and not _OTHERS.search(view.text, row.start, row.end)
                and not any(one.unit == number.unit and found.end <= one.start < number.start and "、" in one.before for one in row)
            ):
                yield Problem(
                    span=number.span,
                    message=Phrase(
                        f"发现{found.text}，整改却有{number.text}",
                        f"{found.text} were found, yet {number.text} were put right",
                    ),
                    related=(Related(found.span, Phrase("发现数", "found")),),
                    expected=f"≤{found.text}",
                    found=number.text,
                    arithmetic=f"{number.face}>{found.face}",
                )
