"""2025年6月10日,已完成… in a report of 1 March 2025: something done after the report was published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.dates import days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "date"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("已完成事项晚于发布日期", "something done after the report was published")
WHY: Final = Phrase(
    "写成已经完成的事，日期却在发布或落款日期之后，日期或时态必有一错。",
    "What is told as done cannot be dated after the day of publication or signature: the date or the tense is wrong.",
)
BAD: Final = (
    ("某县2024年工作总结\n发布日期：2025-03-01\n2025年6月10日，已完成规范性文件清理。\n", "2025年6月10日"),
    ("某县2024年工作总结\n发布日期：2025-03-01\n反馈问题83个，已于2025年4月15日全部整改销号。\n", "2025年4月15日"),
)
GOOD: Final = (
    "某县2024年工作总结\n发布日期：2025-03-01\n反馈问题83个，已于2025年1月15日全部整改销号。方案已定于2025年4月15日施行。\n",
    "某县2024年工作总结\n发布日期：2025-03-01\n2025年6月10日前，将完成规范性文件清理。2025年2月10日，召开了座谈会。\n",
    "某县2024年工作总结\n2025年6月10日，已完成规范性文件清理。\n",
)

_DONE = compile_(r"[^。;\n]{0,30}?(?:已|完成了|召开了|印发了|举办了|开展了|组织了|举行了|出台了|圆满|听取)")
_EVENT = compile_(r",[^。;\n]{0,30}?(?:召开|举办|印发|组织|听取|举行|审议|开展|完成)")
_ENDED = compile_("(?:前)?(?:全部|均|全面|圆满|正式|如期|按期)?(?:整改|完成|销号|办结|上报|报送|公布|印发|到位|解决)")
_PLAN = compile_(r"打算|安排|计划|下一步|下步|思路|努力方向")
_AHEAD = ("将", "拟", "计划", "前", "预计", "届满", "到期", "施行", "实施", "有效", "截止", "止", "起", "定于", "届时")


def check(view: View) -> Iterator[Problem]:
    """A problem for each day after publication on which something is said to have been done."""
    published = days.published(view.document)
    if published is None:
        return
    known = published.isoformat()
    for start, end, metric in view.dates:
        if metric.precision != "day" or metric.start <= known or not days.states_year(metric) or days.day(metric.start) is None:
            continue
        text = view.text
        words = text[end : days.sentence_end(text, end)]
        told = _DONE.match(words) or (_EVENT.match(words) and not _PLAN.search(metric.section))
        led = text[max(0, start - 4) : start]
        ahead = any(word in words[:40] for word in _AHEAD) or (led.endswith(("于", "至")) and not led.endswith("已于"))
        if (told or (led.endswith("已于") and _ENDED.match(words))) and not ahead:
            yield Problem(
                span=view.span(start, end),
                message=Phrase(
                    f"报告{days.words(published.isoformat())}发布，却写{text[start:end]}已完成的事",
                    f"the report was published on {published} and tells of something done on {metric.start}",
                ),
                help=Phrase("核对日期，或改为将要进行", "look at the date, or say that it is to be done"),
                found=metric.start,
                arithmetic=f"{metric.start} > {known}",
            )
