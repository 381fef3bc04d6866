"""2023年,我局共开展… in a report on 2024: last year's work told as this year's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.dates import days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.model import Span
    from govmetrics.view import View

GROUP: Final = "date"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("回顾部分残留上年年份", "a sentence of the review that is dated a year back")
WHY: Final = Phrase(
    "年度报告讲本年的工作，句首却是上一年，又不是对比或背景，多是套用上年稿件没有改。",
    "An annual report tells of its own year; a sentence that opens with the year before, and compares nothing, is left over.",
)
BAD: Final = (
    (
        "某局关于2021年度法治政府建设情况的报告\n市委依法治市办：\n2020年，某局坚持以习近平新时代中国特色社会主义思想为指导，扎实推进。\n",
        "2020年，",
    ),
    ("某局2022年法治政府建设情况报告\n一、主要做法\n有序推进。\n二、2021年法治政府建设存在的不足\n力量不足。\n", "2021年"),
    ("某县2024年法治政府建设情况报告\n2023年，某县坚持依法行政，全面推进法治政府建设，现将有关情况报告如下。\n", "2023年，"),
    (
        "某区2024年度法治政府建设情况报告\n2024年，全区依法行政。\n2023年，区委依法治区办共组织督察2轮，发现问题63个。\n",
        "2023年",
    ),
    ("县水利局2024年度法治政府建设情况报告\n2024年，我局依法履职。\n2023年，我局共开展培训6场，检查42次。\n", "2023年"),
    ("县民政局2024年工作总结\n一、2023年工作开展情况\n救助312人。\n", "2023年"),
    ("关于2024年度法治政府建设情况的报告\n现将我局2023年法治政府建设情况报告如下：\n", "2023年"),
    ("县水利局2024年度法治政府建设情况报告\n2023年，我局认真履职，共开展培训6场。现报告如下。\n", "2023年"),
)
GOOD: Final = (
    "某县2024年法治政府建设情况报告\n2024年，某县坚持依法行政，全面推进法治政府建设，现将有关情况报告如下。\n",
    "某县2024年法治政府建设情况报告\n2023年，某县入选示范创建名单，2024年全面推进法治政府建设，现将有关情况报告如下。\n",
    "县民政局2024年工作总结\n一、2024年工作开展情况\n救助312人。\n二、2023年问题整改情况\n全部整改。\n",
    "县水利局2024年度法治政府建设情况报告\n2024年，我局共开展培训6场，比2023年增加2场。\n",
    "县水利局2024年度法治政府建设情况报告\n2024年，我局依法履职。\n2023年，共开展培训6场，2024年增加到9场。\n",
    "县水利局2025年工作报告\n2023年，我局共开展培训6场。2024年，检查42次。\n",
)

_OWN = compile_(
    r"(?:全年)?,?(?:(?:财政拨款|本年)?(?:总?收入|总?支出|收支)|我[局办委厅市县区镇乡院省所]|本[局级部机院]|全[市县区省镇乡局]|局党组|[县市区乡镇](?:党委|党组|党工委)|街道党工委|县政府|市政府|区政府|各单位|共|累计|先后)"
    r"[^。;\n]{0,60}?(?:开展|研究|组织|召开|举办|印发|制定|办理|受理|办结|审查|完成|培训|检查|履职|推进|共|总计|合计|决算)"
)
_BODY = compile_(
    r"(?:全年)?,?[^,。;\n\d]{2,24}?(?:局|委|办公室|办|厅|政府|镇|乡|街道|院|中心)(?:始终)?(?:坚持|认真|深入|全面|紧紧|紧扣|在|以|严格|扎实|按照|共?(?:组织|开展|举办|召开|办理|受理|制定|印发))"
)
_COMPARED = compile_(
    r"[比较末底]|同期|反馈|考核|整改|以来|上年|结转|遗留|曾|(?<!一)起(?!草)|启动|开始|当年|首次|增加到|增至|排名|荣获|获评|被评|今年|本年|目前|至今"
)
_NEAR = 100
_FIGURES = compile_(
    r"(?:全年)?,?[^。;\n]{0,20}?(?:收入|支出|总计|合计|共|累计|受理|办理|办结|完成|实现|开展|组织|收到|公开|发布|制发|新增)[^。;\n]{0,12}?\d"
)
_AS_FOLLOWS = compile_(r"现[就将把][^。\n\d《]{0,24}((?:19|20)\d\d)年[^。\n\d《]{0,40}(?:报告|汇报|通报|说明|公布|公告|总结)如下")
_OPENING = compile_(
    r"\n *((?:19|20)\d\d)年(?:度)?,(?![^,。\n]{0,12}(?:启动|起|开始|成立|设立|列为|入选|颁布))[^\n\d]{0,24}?(?:坚持|以习近平|在|深入|全面|认真|扎实|严格|紧紧)(?:(?<=坚持)以习近平|[^\n]{0,400}?(?:报告|汇报|总结|通报)如下)"
)
"""The first paragraph of a report, that begins with the year that it is of."""
_UNTIL = compile_(r"[。\n] *截[至止]((?:19|20)\d\d)年12月(?:31日|底|末),(?=全|共|我|本|累计|已)")
_HEADING = compile_(
    r"((?:19|20)\d\d)年(?:度)?(?![^,。]{0,10}(?:整改|问题|反馈|考核|结转|遗留|巡[视察]|审计))[^,。\d]{0,10}?(?:回顾|总结|(?:工作|完成|开展)情况|成效|主要工作|决算情况(?:说明)?)$"
)
_MENDED = compile_("整改|反馈|考核|巡[视察]")
_OF_LAW = compile_(r"((?:19|20)\d\d)年(?:度)?法治政府建设(?:工作)?(?:中?存在的?)?(?:主要)?(?:不足|问题|短板|举措|做法|成效|进展|情况)")
_AHEAD = compile_(r"打算|安排|计划|下一步|下步|思路|谋划|努力方向")


def check(view: View) -> Iterator[Problem]:
    """A problem for each sentence that tells of the year before as if it were the report's."""
    year = days.reviewed_year(view.document)
    if year is None or f"{year - 1}年" not in view.text:
        return
    yield from _headings(view, year)
    yield from _stated(view, year)
    ends = [view.place(section.span.start) for section in view.document.sections if _AHEAD.search(section.title)]
    end = min(ends, default=len(view.text))
    opening = [
        (start, stop, int(metric.start)) for start, stop, metric in view.dates if start < end and _opens(view.text, start, metric.start)
    ]
    first = _first(view, opening, year)
    if first:
        yield _problem(view.span(*first), year)
        return
    own, stale = sum(one[2] == year for one in opening), [one for one in opening if one[2] == year - 1]
    if not stale or len(stale) > max(1, own // 3) or any(one[2] < year - 1 for one in opening):
        return
    for start, stop, _ in stale:
        words = view.text[stop : days.sentence_end(view.text, stop)]
        if (_OWN.match(words) or _BODY.match(words)) and not _COMPARED.search(words, 0, _NEAR) and f"{year}年" not in words:
            yield _problem(view.span(start, stop), year)


def _headings(view: View, year: int) -> Iterator[Problem]:
    """The one heading that looks back on a year, where that is not the title's."""
    found = [(section, match) for section in view.document.sections if (match := _HEADING.match(section.title))]
    law = [
        (section, match)
        for section in view.document.sections
        if (match := _OF_LAW.match(section.title)) and not _MENDED.search(section.title)
    ]
    stale = [one for one in law if int(one[1][1]) == year - 1]
    if stale and any(int(match[1]) == year for _, match in (*found, *law)):  # beside a heading of the report's year
        found = stale
    found = found or law
    if len(found) == 1 and int(found[0][1][1]) == year - 1:
        at = view.text.find(found[0][1].group(), view.place(found[0][0].span.start))
        if at >= 0:
            yield _problem(view.span(at, at + 5), year)


def _stated(view: View, year: int) -> Iterator[Problem]:
    """现将2023年工作情况报告如下 and 截至2023年12月31日, which say what year a report is about."""
    for match in _AS_FOLLOWS.finditer(view.text, 0, min(len(view.text), 5000)):
        if int(match[1]) == year - 1:
            yield _problem(view.span(match.start(1), match.end(1) + 1), year)
    lead = _OPENING.search(view.text, 0, min(len(view.text), 3000))
    if lead and int(lead[1]) == year - 1 and f"{year}年" not in lead.group() and "一年来" not in lead.group():
        yield _problem(view.span(lead.start(1), lead.end(1) + 1), year)
    if f"截至{year}年" in view.text:
        return
    for match in _UNTIL.finditer(view.text):
        words = view.text[match.end() : days.sentence_end(view.text, match.end())]
        if int(match[1]) == year - 1 and not _COMPARED.search(words, 0, _NEAR) and f"{year}年" not in words:
            yield _problem(view.span(match.start(1), match.end(1) + 1), year)


def _first(view: View, opening: list[tuple[int, int, int]], year: int) -> tuple[int, int] | None:
    """The year before, where the text behind the title never names the report's, and its first sentence with a year tells of that year."""
    text, title = view.text, days.title(view.document)
    at = text.find(title) + len(title)
    if not opening or at < len(title) or any(text.find(word, at) >= 0 for word in (f"{year}年", "今年", "本年")):
        return None
    start, stop, told = opening[0]
    words = text[stop : days.sentence_end(text, stop)]
    dated = any(metric.start[:4] == str(year) for _, _, metric in days.within(view, at, start))
    if told != year - 1 or dated or _COMPARED.search(words, 0, _NEAR) or not _FIGURES.match(words):
        return None
    return start, stop


def _problem(span: Span, year: int) -> Problem:
    return Problem(
        span=span,
        message=Phrase(f"标题是{year}年，这里却写{year - 1}年的工作", f"the title says {year}, but this tells of the work of {year - 1}"),
        help=Phrase(f"是本年的工作就改为{year}年", f"write {year} if it is this year's work"),
        expected=f"{year}年",
        found=f"{year - 1}年",
    )


def _opens(text: str, at: int, iso: str) -> bool:
    """Whether a year opens its sentence."""
    return len(iso) == 4 and not text[days.sentence_start(text, at) : at].strip()
