"""二、2024年工作计划 behind 一、2024年工作回顾: a plan for the year that has just been looked back on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.dates import days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.model import Section, Span
    from govmetrics.view import View

GROUP: Final = "date"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("计划部分年份未更新", "a plan for the year that is being looked back on, or an earlier one")
WHY: Final = Phrase(
    "总结完上一年，计划应当是下一年的；年份没有变多是沿用旧稿没有改。",
    "After the look back on a year the plan is for the next one; the same year or an earlier one is left over from an older text.",
)
BAD: Final = (
    (
        "关于2024年法治政府建设情况的报告\n一、2024年工作情况\n成效明显。\n二、2025年工作安排\n加强队伍建设，力争2024年12月底前完成赋权事项动态调整。\n",
        "2024年12月",
    ),
    ("民政工作总结\n一、2023年工作回顾\n救助水平稳步提高。\n二、2023年工作打算\n2024年，我们将提高标准。\n", "2023年工作打算"),
    ("某局2024年工作总结及2024年工作打算\n全年办结3件。\n", "2024年工作打算"),
    (
        "县司法局2024年度法治政府建设情况报告\n一、主要举措\n制定办法3件。\n二、2025年工作打算\n2024年，我局将持续规范执法。\n",
        "2024年，我局",
    ),
    ("2025年重点工作\n2024年，我们将突出抓好以下工作：新增企业30家。\n", "2024年，我们将"),
    ("2024年工作总结\n回顾2024年，成绩来之不易。展望2023年，我们将再接再厉。\n", "展望2023年"),
    ("某镇2024年工作总结和2025年工作安排\n全年办结3件。\n（二）下步打算\n2022年，我镇将抓好培训。\n", "2022年"),
)
GOOD: Final = (
    "关于2024年法治政府建设情况的报告\n一、2024年工作情况\n力争2024年12月底前完成，已如期完成。\n二、2025年工作安排\n加强队伍建设，力争2025年12月底前完成赋权事项动态调整。\n",
    "2025年重点工作\n2025年，我们将突出抓好以下工作：新增企业30家。\n",
    "2025年重点工作\n2024年，我们完成了改造，新增企业30家。\n",
    "某局2024年工作总结\n年初谋划2024年工作，步入2024年下半年，展望2024年四季度。\n",
    "民政工作总结\n一、2023年工作回顾\n救助水平稳步提高。\n二、2024年工作打算\n2024年，我们将提高标准。\n",
    "民政工作总结\n一、2023年工作回顾\n救助水平稳步提高。\n二、2023年工作计划完成情况\n2023年，全部完成。\n",
    "某乡2023年上半年工作总结\n一、2023年上半年工作回顾\n办结3件。\n二、2023年下半年工作打算\n2023年下半年，我乡将完善机制。\n",
    "某局2023年工作总结及2024年工作打算\n全年办结3件。\n",
    "2024年工作总结\n回顾2024年，成绩来之不易。展望2025年，我们将再接再厉。\n",
    "某镇2024年工作总结\n全年办结3件。\n（二）下步打算\n2022年，国务院印发规划，将推进改革。2022年我镇提出将治理河道，此项工作要加快。\n",
    "县司法局2024年度法治政府建设情况报告\n一、主要举措\n制定办法3件。\n二、下一步打算\n在2024年基础上，将持续规范执法。\n",
)

_REVIEW = compile_(
    r"((?:19|20)\d\d)年(?:度|来|以来)?(?![^,。]{0,10}(?:半年|季度|月))[^,。\d]{0,10}?(?:回顾|总结|(?:工作|完成|开展|推进|落实|执行)情况|成效|主要工作)$"
)
_PLAN = compile_(
    r"((?:19|20)\d\d)年(?:度)?(?![^,。]{0,14}(?:半年|季度|月|预算|资金|经费|绩效|预期))(?:[^,。\d《》]{0,14}?)(?:计划|打算|安排|思路|重点|举措|工作目标|谋划)$"
)
_AHEAD = compile_(r"打算|安排|计划|下一步|思路|谋划|努力方向|工作重点|工作目标")
# 2024年工作总结暨2025年工作打算, in the first lines.
_BOTH = compile_(
    r"((?:19|20)\d\d)年(?:度)?[^\d半季月]{0,10}(?:总结|回顾|完成情况)(?:暨|及|和|与)((?:19|20)\d\d)年(?:度)?[^\d半季月]{0,6}(?:打算|安排|计划|思路|要点|谋划)"
)
_YEAR_LINE = re.compile(r"\n *(?:[一二三四五六七八九十]{1,3}、)?20\d\d年")
_HEADED = compile_(
    r"(?:^|\n) *(?:[一二三四五六七八九十]{1,3}、)?((?:19|20)\d\d)年(?:度)?(?:重点工作|主要任务|目标任务|工作(?:重点|安排|打算|计划|思路|目标|要点)|重点任务)(?:安排)?"
    r" *\n+ *((?:19|20)\d\d)年,[^。\n《]{0,12}?(?:将(?!近)|要(?!求))"
)
_DONE = compile_(r"完成|执行|落实|实施|推进|开展|总结|回顾")
_LOOKS = compile_(
    r"(?:(?P<back>回顾|总结|刚刚过去的|过去的)|(?P<on>展望|放眼))(?P<year>(?:19|20)\d\d)年(?![—~至到、和—-])(?!\d{1,2}月|[上下]半年|.季度)"
)
_WILL = compile_(r"((?:19|20)\d\d)年(?:度)?,?(?:[^,。;\n\d《]{0,16}?)(?:将(?!近)|拟(?!定|订|写|稿)|计划)")
# 力争2024年12月底前完成 where next year's work is planned
_UNTIL = compile_(
    r"(?:力争|确保|争取|计划|拟|将)(?:于|在|到)?((?:19|20)\d\d)年(?:\d{1,2}月)?(?:年?[底末])?(?:之前|以前|前)(?:[^,。;\n]{0,4})(?:完成|实现|建成|达到|全面|基本|出台|制定|启动|投入|整改|落实|取得|形成|建立|力争)"
)
_SET = compile_("国家|国务院|中央|部委|省[委厅局政]|上级|明确|提出|部署|要求|规定|原|基础上|已|任务")
_OTHERS = compile_("国家|国务院|中央|部委|省[委厅局政]|上级")
# 2024年计划实施的3个项目 are told of, not planned.
_PLANNED_ONES = compile_("(?<=计划|拟)[^,。;]{0,14}的")
# Of an earlier year a report may tell what others planned then.
_WE_WILL = compile_(r"((?:19|20)\d\d)年(?:度)?,?(?:我们|[我本全](?:[省市州县区旗镇乡局委办院]|街道))将(?!近)")


def check(view: View) -> Iterator[Problem]:
    """A problem for each plan that is for the year looked back on."""
    seen = set()
    for one in (*_plans(view), *_headed(view)):
        if one.span.start not in seen:
            seen.add(one.span.start)
            yield one


def _headed(view: View) -> Iterator[Problem]:
    """2025年重点工作 as a line of its own, and below it what will be done in 2024."""
    starts = (0, *(line.start() for line in _YEAR_LINE.finditer(view.text)))
    for match in filter(None, (_HEADED.match(view.text, start) for start in starts)):
        planned = int(match[2])
        told = view.text[match.start(2) : days.sentence_end(view.text, match.start(2))]
        if planned == int(match[1]) - 1 and f"{match[1]}年" not in told and not _OTHERS.search(match.group()):
            heading = Related(view.span(match.start(1), match.start(1) + 5), Phrase("标题的年份", "the year of the heading"))
            yield _problem(view.span(match.start(2), match.end()), planned, planned, (heading,))


def _plans(view: View) -> Iterator[Problem]:
    both = _BOTH.search(view.text, 0, min(300, len(view.text)))
    reviewed, level = days.reviewed_year(view.document) or (int(both[1]) if both else None), 2
    related: tuple[Related, ...] = ()
    until = 0
    if both and int(both[2]) <= int(both[1]):
        yield _problem(view.span(both.start(2), both.end()), int(both[2]), int(both[1]), ())
    yield from _outlook(view)
    for section in view.document.sections:
        review, planned = _REVIEW.search(section.title), _PLAN.search(section.title)
        if review and not planned:
            reviewed, level = int(review[1]), section.level
            related = (Related(_words(view, section), Phrase("回顾的年份", "the year looked back on")),)
        elif _AHEAD.search(section.title) and not _DONE.search(section.title) and section.level <= level:
            before = reviewed if reviewed or planned is None else int(planned[1]) - 1
            if planned and before and int(planned[1]) <= before:
                yield _problem(_words(view, section), int(planned[1]), before, related)
            elif before and section.span.start >= until:
                until = section.span.end
                yield from _sentences(view, section, before, related)


def _outlook(view: View) -> Iterator[Problem]:
    """回顾2024年 and behind it 展望2023年."""
    text, before = view.text, days.reviewed_year(view.document)
    related: tuple[Related, ...] = ()
    if not any(word in text for word in ("展望2", "放眼2")):
        return
    for match in _LOOKS.finditer(text):
        year, span = int(match["year"]), view.span(*match.span())
        if match["back"]:
            before, related = year, (Related(span, Phrase("回顾的年份", "the year looked back on")),)
        elif before and year <= before:
            yield _problem(span, year, before, related)


def _words(view: View, section: Section) -> Span:
    start = view.place(section.span.start)
    return view.span(start, min(view.text.find(section.title, start) + len(section.title), len(view.text)))


def _sentences(view: View, section: Section, reviewed: int, related: tuple[Related, ...]) -> Iterator[Problem]:
    """The sentences that begin with the reviewed year and say what will be done."""
    text, end = view.text, view.place(section.span.end - 1)
    for until in _UNTIL.finditer(text, view.place(section.span.start), end):
        if int(until[1]) == reviewed and not _SET.search(text, days.sentence_start(text, until.start()), until.end() + 12):
            yield _problem(view.span(until.start(1), until.start(1) + 5), reviewed, reviewed, related)
    for start, _, metric in days.within(view, view.place(section.span.start), end):
        is_year = len(metric.start) == len(str(reviewed))
        is_earlier = is_year and metric.start < str(reviewed)
        if not (metric.start == str(reviewed) or is_earlier) or start != _begin(text, start):
            continue
        match = (_WE_WILL if is_earlier else _WILL).match(text, start)
        told = text[start : days.sentence_end(text, start)]
        if match and f"{reviewed + 1}年" not in told and not _OTHERS.search(match.group()) and not _PLANNED_ONES.match(text, match.end()):
            yield _problem(view.span(start, match.end()), int(metric.start), reviewed, related)


def _begin(text: str, at: int) -> int:
    begin = days.sentence_start(text, at)
    return begin + len(text[begin:at]) - len(text[begin:at].lstrip())


def _problem(span: Span, planned: int, reviewed: int, related: tuple[Related, ...]) -> Problem:
    return Problem(
        span=span,
        message=Phrase(f"回顾的是{reviewed}年，计划却写{planned}年", f"the report looks back on {reviewed}, but plans for {planned}"),
        related=related,
        help=Phrase(f"改为{reviewed + 1}年，或改正回顾的年份", f"write {reviewed + 1}, or mend the year that is looked back on"),
        expected=f"{reviewed + 1}年",
        found=f"{planned}年",
    )
