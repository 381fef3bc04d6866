"""2024年是第十个国家宪法日: the number of a yearly day, or of a plan's year, that its year does not have."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from govmetrics.calendar import number
from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.dates import days

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from govmetrics.view import View

GROUP: Final = "date"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("第几年或第几个推算错误", "an ordinal that its year does not have")
WHY: Final = Phrase(
    "起始年算第一个，逐年加一；只核对起始年份公认的纪念日和五年规划，并且句中写明是哪一年。",
    "The first year counts as one; only days and five-year plans whose first year is beyond doubt are looked at, where the year is stated.",
)
BAD: Final = (
    ("2024年12月4日是第十个国家宪法日。", "第十个"),
    ("某局2024年法治政府建设情况报告\n一、主要做法\n以第十二个国家宪法日为契机，组织宪法晨读活动。", "第十二个国家宪法日"),
    ("2023年是实施“八五”普法规划（2021—2025年）的第四年。", "第四年"),
    ("2024年是“十四五”规划的收官之年。", "收官之年"),
)
GOOD: Final = (
    "某局2024年法治政府建设情况报告\n一、主要做法\n以第十一个国家宪法日为契机，组织宪法晨读活动。\n二、2025年工作安排\n以第十二个国家宪法日为契机开展宣传。",
    "2024年12月4日是第十一个国家宪法日。2024年9月22日是第七个“中国农民丰收节”。",
    "2024年是实施“八五”普法规划（2021—2025年）的第四年，也是“十四五”规划的关键之年。",
    "2025年是“十四五”规划收官之年和“十五五”谋划之年。",
)

_FIRST = {
    "宪法日": 2014, "国家宪法日": 2014, "国家公祭日": 2014, "烈士纪念日": 2014, "扶贫日": 2014, "国家安全教育日": 2016, "航天日": 2016,
    "科技工作者日": 2017, "品牌日": 2017, "农民丰收节": 2018, "医师节": 2018, "人民警察节": 2021, "生态日": 2023, "防灾减灾日": 2009,
    "安全生产月": 2002, "交通安全日": 2012, "教师节": 1985, "记者节": 2000, "爱国卫生月": 1989, "助残日": 1991, "国防教育日": 2001,
    "网络安全宣传周": 2014, "宪法宣传周": 2018, "民法典宣传月": 2021, "世界水日": 1993, "水周": 1988, "世界地球日": 1970, "土地日": 1991,
    "爱眼日": 1996, "爱牙日": 1989, "低碳日": 2013, "国际档案日": 2008, "消防日": 1992, "世界知识产权日": 2001, "世界读书日": 1996,
    "中小学生安全教育日": 1996, "节能宣传周": 1991, "旅游日": 2011, "国际禁毒日": 1988, "世界艾滋病日": 1988, "国际护士节": 1912,
}  # fmt: skip
"""The years in which days and weeks were first kept, by their names without 全国, 全民, 中国."""
_NTH = compile_(
    r"第(\d{1,3}|[一二三四五六七八九十百]{1,4})[个次届](?:(?:[全我]国|全民|中国)?“)?(?:[全我]国|全民|中国)?([\u4e00-\u9fff]{1,8}?[日节周月])(?!宣传|活动)"
)
_PLAN_YEAR = compile_(
    r"“?([一二三四五六七八九十]{1,3})五”?([^,。;、\n()]{0,10})(?:\(((?:19|20)\d\d)年?[—~至-]{1,2}((?:19|20)\d\d)年?\))?(?:实施|执行|推进)?的?"
    r"(第([一二三四五])年|(?:开局|起步|收官)之年)\Z"
)
_NOW = compile_("(?:以|围绕|在|结合|利用|抓住|借助|依托|[,。\\n])$")
_OTHER_TIME = compile_("启动|开始|首发|以来|相比")
_HEADING = compile_(r"\n *[一二三四五六七八九十]{1,2}、[^\n]{0,40}")
_AHEAD = compile_("下步|改进|努力|方向|存在|计划|安排|打算|思路|下一步|明年|重点工作|展望|将")
_TAILS = compile_("之年"), compile_("第[一二三四五]年")
_IS = compile_(r"(?:度)?,?[^,。;\n]{0,12}?(?:是|为|系|正值|恰逢|迎来|作为|庆祝)")


class _Claim(NamedTuple):
    """Words of the twin that say which one a year is."""

    start: int
    end: int
    said: int
    first: int
    name: str
    unit: str


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each ordinal that its year does not have, a judgement for each that it has."""
    text = view.text
    for tail in chain(_TAILS[0].finditer(text), _TAILS[1].finditer(text)):
        match = _PLAN_YEAR.search(text, max(0, tail.start() - 40), tail.end())
        claim = _plan(match) if match else None
        if match and claim:
            yield from _say(view, match.start(), claim)
    if any(mark in text for mark in ("日", "节", "周", "月")):
        for match in _NTH.finditer(text):
            which, first = number(match[1]), _FIRST.get(match[2])
            if which and first:
                yield from _say(view, match.start(), _Claim(match.start(), match.end(2), which, first, match[2], "个"))


def _plan(match: regex.Match[str]) -> _Claim | None:
    law = "普法" in match[2]
    years = days.five_years(match[1], law)
    if years is None or any(word in match[2] for word in ("前", "后", "“", "和", "与")):
        return None
    said = {"收": 5, "开": 1, "起": 1}.get(match[5][0]) or number(match[6])
    return _Claim(match.start(5), match.end(5), said, years[0], f"“{match[1]}五”{'普法' if law else ''}", "年") if said else None


def _say(view: View, at: int, claim: _Claim) -> Iterator[Problem | Judgement]:
    """Compare with the year that the sentence says it is about: the one date that opens it."""
    text = view.text
    begin = days.sentence_start(text, at)
    known = [one for one in days.within(view, begin, at) if one[2].rule != "date-plan"]
    if not known and claim.unit == "个":
        yield from _of_report(view, claim)
        return
    if len(known) != 1 or not days.states_year(known[0][2]) or known[0][2].start != known[0][2].end:
        return
    start, end, metric = known[0]
    if start - _begin(text, begin) > 6 or not _IS.match(text, end) or text.count(",", end, at) > 2:
        return
    year = int(metric.start[:4])
    right, span = year - claim.first + 1, view.span(claim.start, claim.end)
    arithmetic = f"{year} - {claim.first} + 1 = {right}"
    if right == claim.said:
        yield Judgement(status="holds", span=span, arithmetic=arithmetic)
        return
    said = text[claim.start : claim.end]
    yield Problem(
        span=span,
        message=Phrase(
            f"{claim.name}从{claim.first}年算起，{year}年是第{right}{claim.unit}，文中写{said}",
            f"counted from {claim.first}, {year} is number {right} of {claim.name}, but the text says {said}",
        ),
        related=(Related(view.span(start, end), Phrase("年份", "the year")),),
        expected=f"第{right}{claim.unit}",
        found=said,
        arithmetic=arithmetic,
    )


def _of_report(view: View, claim: _Claim) -> Iterator[Problem]:
    """Compare with the year that an annual report looks back on, where its sentence names none and the section is no plan."""
    year = days.reviewed_year(view.document)
    if year is None or not 0 < abs(claim.said - (right := year - claim.first + 1)) <= 2:
        return
    line = view.text.rfind("\n", 0, view.text.rfind("、", 0, claim.start))
    if _AHEAD.search(view.text, max(0, line), claim.start):
        return
    if not _NOW.search(view.text, max(0, claim.start - 3), claim.start) or _OTHER_TIME.search(view.text, claim.end, claim.end + 12):
        return
    above = [match.group() for match in _HEADING.finditer(view.text, 0, claim.start)]
    if above and _AHEAD.search(above[-1]):
        return
    yield Problem(
        span=view.span(claim.start, claim.end),
        message=Phrase(
            f"{claim.name}从{claim.first}年算起，{year}年是第{right}个，文中写{view.text[claim.start : claim.end]}",
            f"counted from {claim.first}, {year} is number {right} of {claim.name}, but the text says {claim.said}",
        ),
        expected=f"第{right}个",
        found=view.text[claim.start : claim.end],
        arithmetic=f"{year} - {claim.first} + 1 = {right}",
    )


def _begin(text: str, at: int) -> int:
    while at < len(text) and text[at] == " ":
        at += 1
    return at
