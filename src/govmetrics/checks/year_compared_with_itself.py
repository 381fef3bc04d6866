"""2024年受理120件,较2024年增长20%: a year that is compared with itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.dates import days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "date"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("与同一年比较", "a year that is compared with itself")
WHY: Final = Phrase(
    "全年的数和同一年的数相比没有增减，多是改稿时漏改了对比的年份；与年初、预算、计划相比的不报。",
    "A year does not rise or fall against itself: the year compared with was left unchanged; its beginning, budget or plan are not meant.",
)
BAD: Final = (("2024年，全县受理申请120件，比2024年增长20%。", "比2024年"),)
GOOD: Final = (
    "2024年，全县受理申请120件，比2023年增长20%，较2024年初增加8件，较2024年预算增长3%。",
    "2024年起步建设，到2027年产能比2024年增长一倍。",
    "2024年12月产量比2024年11月增长2%。",
)

_AGAINST = compile_(
    r"[比较与同]((?:19|20)\d\d)年(?:度)?(?:同期|的\d[\d.,]{0,12}[^\d,。;]{1,4})?(?:相比)?,?(?:增长|增加|增幅|上升|提高|提升|下降|减少|降低|多|少|翻|持平)"
)


def check(view: View) -> Iterator[Problem]:
    """A problem for each comparison whose sentence is about that year and names no other time."""
    text = view.text
    for match in _AGAINST.finditer(text):
        begin = days.sentence_start(text, match.start())
        dates = days.within(view, begin, match.end())
        opens = dates[0] if dates else None
        if opens is None or text[begin : opens[0]].strip() or not days.states_year(opens[2]):
            continue
        if all(metric.start == metric.end == match[1] for _, _, metric in dates):
            yield Problem(
                span=view.span(match.start(), match.end(1) + 1),
                message=Phrase(f"{match[1]}年的数与{match[1]}年相比", f"a figure of {match[1]} is compared with {match[1]}"),
                related=(Related(view.span(opens[0], opens[1]), Phrase("本句的年份", "the year of the sentence")),),
                help=Phrase("核对对比的年份，多为上一年", "look at the year compared with; it is mostly the one before"),
                expected=f"{int(match[1]) - 1}年",
                found=f"{match[1]}年",
            )
