"""“十四五”时期（2020—2025年）: a five-year plan with years that are not its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from govmetrics.finding import Judgement, Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.dates import days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.finding import Severity
    from govmetrics.model import Span
    from govmetrics.view import View

GROUP: Final = "date"
SEVERITY: Final = "error"
WHAT: Final = Phrase("五年规划年份错误", "a five-year plan with years that are not its own")
WHY: Final = Phrase(
    "五年规划和五年普法规划的起止年份是固定的，如“十四五”为2021—2025年，“八五”普法为2021—2025年。",
    "The years of a five-year plan are fixed: the fourteenth, and the eighth programme of legal education, run from 2021 to 2025.",
)
BAD: Final = (
    ("落实《法治政府建设实施纲要（2021—2024年）》。", "2021—2024年"),
    ("十三五期间（2016—2021年），水利投资3亿元。", "2016—2021年"),
    ("“十四五”时期（2020—2025年）安排水利投资3亿元。", "2020—2025年"),
    ("扎实推进“八五”普法规划（2021—2024年）落实。", "2021—2024年"),
)
GOOD: Final = (
    "印发《全省市场监管系统法治宣传教育第八个五年规划（2021—2025年）》。",
    "落实《法治政府建设实施纲要（2021—2025年）》和《法治社会建设实施纲要（2020-2025年）》。",
    "十三五期间（2016—2020年），水利投资3亿元。",
    "“十四五”时期（2021—2025年）安排水利投资3亿元，“十五五”规划（2026—2030年）开始编制。",
    "扎实推进“八五”普法规划（2021—2025年）落实。",
    "“十四五”以来（2021—2023年）新建学校4所，“十三五”“十四五”时期（2016—2025年）连续增长。",
    "编制“十四五”国土空间规划（2021—2035年）。",
)

_PLAN = compile_(
    r"(?:“([一二三四五六七八九十]{1,3})五”|第([一二三四五六七八九十]{1,3})个五年|(?<![一二三四五六七八九十第])(十[一二三四五六七]?)五)"
    r"([^()。,;、\n“”\d]{0,12})\(((?:19|20)\d\d)年?(?:—{1,2}|-|~|至|到)((?:19|20)\d\d)年?\)"
)
_Years: TypeAlias = "tuple[int, int]"
_NAMED = {
    "法治政府建设实施纲要": ((2015, 2020), (2021, 2025)),
    "法治中国建设规划": ((2020, 2025),),
    "法治社会建设实施纲要": ((2020, 2025),),
    "提升行政执法质量三年行动计划": ((2023, 2025),),
}
_TITLED = compile_(rf"《({'|'.join(_NAMED)})》?\(((?:19|20)\d\d)年?(?:—{{1,2}}|-|~|至)((?:19|20)\d\d)年?\)")
_OTHER = compile_(r"以来|[前末初后](?!期)|[前后中]期|国土|远景|中长期|发展战略")
_WHOLE = compile_(r"规划|时期|期间|计划|普法|\Z")


def _named(view: View) -> Iterator[Problem | Judgement]:
    """Plans that are not called by their number: 法治政府建设实施纲要(2021—2025年)."""
    for match in _TITLED.finditer(view.text) if "纲要" in view.text or "规划" in view.text or "行动计划" in view.text else ():
        said, span = (int(match[2]), int(match[3])), view.span(match.start(2), match.end(3))
        known = _NAMED[match[1]]
        if said in known:
            yield Judgement(status="holds", span=span, arithmetic=f"{match[1]} = {said[0]}—{said[1]}")
            continue
        near = next((years for years in known if years[0] == said[0] or years[1] == said[1]), None)
        if near:
            yield _problem(span, match[1], f"《{match[1]}》", near, said, "warning")


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each plan with other years, a judgement for each with its own."""
    text = view.text
    yield from _named(view)
    if not any(sign in text for sign in ("五”", "个五年", "五规划", "五时期", "五期间", "五(")):
        return
    for match in _PLAN.finditer(text):
        words, law = match[4], "普法" in match[4] or "法治宣传" in match[4]
        joined = text[match.start() - 1 : match.start()] in ("”", "和", "、", "与", "至")
        law = law or "宣传教育" in text[max(0, match.start() - 12) : match.start()]
        years = days.five_years(match[1] or match[2] or match[3], law)
        if years is None or joined or _OTHER.search(words) or not _WHOLE.search(words):
            continue
        said, span = (int(match[5]), int(match[6])), view.span(match.start(5), match.end(6))
        name = match.group()[: match.start(4) - match.start()] + ("普法" if law else "")
        if said == years:
            yield Judgement(status="holds", span=span, arithmetic=f"{name} = {years[0]}—{years[1]}")
        else:
            within = years[0] <= said[0] <= said[1] <= years[1]
            yield _problem(span, name, name, years, said, "warning" if within else None)


def _problem(span: Span, name: str, shown: str, years: _Years, said: _Years, severity: Severity | None) -> Problem:
    """What is wrong with the years `said` of the plan `name`, `shown` in Chinese."""
    return Problem(
        span=span,
        message=Phrase(
            f"{shown}是{years[0]}—{years[1]}年，文中写{said[0]}—{said[1]}年",
            f"{name} is {years[0]} to {years[1]}, but the text says {said[0]} to {said[1]}",
        ),
        expected=f"{years[0]}—{years[1]}年",
        found=f"{said[0]}—{said[1]}年",
        arithmetic=f"{name} = {years[0]}—{years[1]}",
        severity=severity,
    )
