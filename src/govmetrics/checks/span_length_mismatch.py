"""3月1日至3月10日开展为期7天的宣传: a length that the period beside it does not have."""

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

    from govmetrics.model import Date
    from govmetrics.view import View

GROUP: Final = "date"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("时长与起止日期不符", "a length that the period beside it does not have")
WHY: Final = Phrase(
    "按首尾都算、只算一头和只算工作日都对不上时才报；跨年数按年份推算。",
    "It is flagged only where counting both ends, one end and working days alone all give another length.",
)
BAD: Final = (
    ("2022年9月启动的全国法治政府建设示范创建，至2024年8月历时34个月，完成任务。", "历时34个月"),
    ("2024年6月17日至28日，用22天时间完成对26个部门的中期评估。", "用22天"),
    ("堤防工程工期为2024年3月至2024年11月，共12个月。", "共12个月"),
    ("自2021年起实施的水系连通三年行动，至2025年底如期收官。", "三年"),
    ("2024年4月8日至4月19日，开展为期5天的专项检查。", "为期5天"),
    ("连续6年（2021年至2024年）获评优秀。", "连续6年"),
    ("惠民演出自2019年启动以来，到2024年已连续开展3年。", "连续开展3年"),
    ("“十四五”时期（2021—2025年）四年累计投入1.2亿元。", "四年累计"),
    ("自2024年3月1日起至5月31日止，开展为期60天的专项行动。", "为期60天"),
    ("我县2019年至2021年连续四年获评优秀等次。", "连续四年"),
    ("3月15日至6月14日开展道路客运打非治违专项行动，历时82天。", "历时82天"),
    ("9月10日至9月19日，抽调业务骨干35人组成5个组，开展为期十五天的案卷交叉评查。", "为期十五天"),
    ("3月22日至28日，围绕第三十届“世界水日”、第三十五届“中国水周”，开展了为期9天的集中宣传。", "为期9天"),
    ("3月1日至3月10日开展为期7天的宣传。", "为期7天"),
    ("2018年至2024年，全县财政收入连续4年保持增长。", "连续4年"),
    ("7月1日至9月30日开展为期两个月的集中整治。", "为期两个月"),
)
GOOD: Final = (
    "堤防工程工期为2024年3月至2024年11月，共9个月。",
    "自2021年起实施的水系连通三年行动，至2023年底如期收官。",
    "2024年4月8日至4月19日，开展为期12天的专项检查。",
    "2024年4月8日至4月19日，开展为期10天的培训。",
    "4月8日至14日开展为期一周的宣传，7月1日至9月30日开展为期三个月的集中整治。",
    "惠民演出自2019年启动以来，到2024年已连续开展6年。",
    "2018年至2024年，全县财政收入保持增长，其中连续3年居全市第一。",
    "“十四五”时期（2021—2025年）五年累计投入1.2亿元。",
)

_LENGTHS = tuple(
    compile_(
        rf"({word})(?:开展|举办|实施|进行|举行|组织|运行|了|约|近|达|已){{0,2}}(\d{{1,3}}|半|[一二两三四五六七八九十]{{1,3}})(?:个)?(天|日|周|星期|月|年)(?!级|以上|多|余)"
    )
    for word in ("(?<=,)用(?=\\d{1,3}天)", "为期", "历[时经]", "持续", "连续", r"(?<=,)共计?(?=\d{1,3}(?:天|日|个月))")
)
_PROGRAMME = compile_(
    r"自(?P<first>20\d\d)年(?:初|起)?(?:开始|起)?(?:实施|开展|启动|推进)?的?[^,。;\n\d]{0,20}?(?P<years>[二两三四五六七八九十])年(?:行动|计划|攻坚|工程|规划)[^,。;\n\d]{0,6},(?:至|到)(?P<last>20\d\d)年(?:底|末)?"
)
_TOTAL = compile_(r"年\)?,?的?([1-9]\d?|[二两三四五六七八九十]{1,2})年(?=累计|共|间|来|合计|平均|年均|总)")
_DIRECT = compile_(r"\)?,?[^,。;\n()\d]{0,14}\Z")
_DAYS = compile_(r"(?<!\d)(1[0-2]|[1-9])月(\d{1,2})日?起?(?:至|到|—{1,2}|~|-)(?:(1[0-2]|[1-9])月)?(\d{1,2})日")
_CLAUSE = compile_(r"(?:以来|期间|止|结束|为止)?,(?!其中)[^,。;\n()\d]{0,22}\Z")
_LONG_CLAUSE = compile_(r"(?:以来|期间|止|结束|为止)?,(?!其中)[^。;\n()\d,]{0,44},\Z")
_ACTION = compile_(r"(?:集中|组织)?(?:开展|实施|举办|组织)[^,。;\n()\d]{2,20},\Z")
_FAR_ACTION = compile_(r",[^。;\n]{2,60}开展了?\Z")
_SINCE = compile_(r"自(?:从)?\Z")
_UNTIL = compile_(r"[^,。;\n\d]{0,14}(?:以来|起|开始),?(?:截至|到|至)\Z|(?:启动|开始|开展)的[^,。;\n\d]{2,24},(?:截至|到|至)\Z")
_BEGUN = ("启动", "开始", "开展")
_SOME = ("其中", "每", "先后", "累计", "分别")
_VAGUE = ("其中", "最近", "近", "每年", "每", "先后", "累计", "超过", "以上", "分", "第")


class _Period(NamedTuple):
    """A period of the twin, `start` to `end`: ISO 8601 ends, and whether they are whole days, months or years.

    Attributes:
        sure: whether its year is known; where not, any year will do but for working days.
        loose: whether it is counted from a beginning within it (自…以来).
    """

    start: int
    end: int
    first: str
    last: str
    sure: bool = True
    loose: bool = False


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each length that its period does not have, a judgement for each that it does."""
    yield from _totals(view)
    yield from _programmes(view)
    for match in chain.from_iterable(length.finditer(view.text) for length in _LENGTHS):
        bracket = view.text[match.end() : match.end() + 1] == "("
        period = _bracketed(view, match.end()) if bracket else _before(view, match)
        length, unit = (6, "月") if match[2] + match[3] == "半年" else (number(match[2]), match[3])
        if period is None or length is None:
            continue
        loose = period.loose or match[1] != "连续" or "满" in match.group() or _grows(view.text, match.end())
        fit, usual = days.lengths(period.first, period.last, unit, loose, period.sure)
        if usual:
            said = f"{match[2]}{'个' if match[3] == '月' else ''}{match[3]}"
            yield _say(view, match.start(), match.end(), said, length in fit, usual, period)


def _grows(text: str, at: int) -> bool:
    """Whether the words behind say a change, which the first year of a period is the base of."""
    return any(word in text[at : at + 8] for word in ("增", "升", "降", "减", "提高"))


def _totals(view: View) -> Iterator[Problem | Judgement]:
    """2021—2025年五年累计: years that are counted right behind their period."""
    for match in _TOTAL.finditer(view.text):
        near = days.before(view, match.start())
        if near is not None and near[1] == match.start() + 1 and near[2].start < near[2].end and near[2].precision == "year":
            period = _Period(near[0], near[1], near[2].start, near[2].end)
            fit, usual = days.lengths(period.first, period.last, "年", view.text[match.end() : match.end() + 1] in "间来")
            said = number(match[1])
            if said:
                yield _say(view, match.start(1), match.end(1) + 1, f"{match[1]}年", said in fit, usual, period)


def _programmes(view: View) -> Iterator[Problem | Judgement]:
    """自2021年起实施的三年行动,至2023年底收官"""
    for match in _PROGRAMME.finditer(view.text):
        first, last, said = int(match["first"]), int(match["last"]), number(match["years"])
        if said and first < last:
            period = _Period(match.start("first"), match.end("last"), str(first), str(last))
            length = last - first + 1
            yield _say(
                view,
                match.start("years"),
                match.end("years") + 1,
                f"{match['years']}年",
                said in (length, length - 1),
                f"{length}年",
                period,
            )


def _bracketed(view: View, at: int) -> _Period | None:
    found = days.within(view, at + 1, at + 2)
    if not found or found[0][2].start >= found[0][2].end or view.text[found[0][1] : found[0][1] + 1] != ")":
        return None
    start, end, metric = found[0]
    return _Period(start, end, metric.start, metric.end)


def _before(view: View, match: regex.Match[str]) -> _Period | None:
    """The period that the words before a length are about."""
    text, at = view.text, match.start()
    near = days.before(view, at)
    if near is None or at - near[1] > 45:
        return _yearless(text, at)
    start, end, metric = near
    if not _about(text, end, at):
        return None
    if metric.start < metric.end:
        opens = end == at or start == days.sentence_start(text, start) or text[start - 1] in "自从于在,( 为是" or match[1] == "为期"
        return _Period(start, end, metric.start, metric.end) if opens else None
    return _since(view, near)


def _about(text: str, end: int, at: int) -> bool:
    """Whether the words from the period's end to the length let one be about the other."""
    between = text[end:at]
    opens = not text[days.sentence_start(text, end) : end].lstrip(" ,(一二三四五六七八九十)、")[:1].isalpha()
    if opens and text.startswith("为期", at) and _FAR_ACTION.match(text, end, at) and not any(word in between for word in _SOME):
        return True
    if any(word in between for word in _VAGUE):
        return False
    if text.startswith(("历时", "历经"), at) and _LONG_CLAUSE.match(text, end, at):
        return True
    return (_DIRECT.match(text, end, at) or _CLAUSE.match(text, end, at) or _ACTION.match(text, end, at)) is not None


def _yearless(text: str, at: int) -> _Period | None:
    found = next(reversed([*_DAYS.finditer(text, max(0, at - 60), at)]), None)
    if found is None or not _about(text, found.end(), at):
        return None
    first, last = int(found[1]), int(found[3] or found[1])
    year = 2023 + (last < first)
    return _Period(found.start(), found.end(), f"2023-{first:02}-{found[2]:0>2}", f"{year}-{last:02}-{found[4]:0>2}", sure=False)


def _since(view: View, near: tuple[int, int, Date]) -> _Period | None:
    """自2018年启动以来,到2024年: two dates that make a period."""
    text, first = view.text, days.before(view, near[0])
    if first is None or near[0] - first[1] > 30 or first[2].start != first[2].end or first[2].precision != near[2].precision:
        return None
    begun = text.startswith(_BEGUN, first[1]) and first[2].precision == "month"
    if not (begun or _SINCE.search(text, max(0, first[0] - 2), first[0])) or not _UNTIL.match(text, first[1], near[0]):
        return None
    return _Period(first[0], near[1], first[2].start, near[2].start, loose=True) if first[2].start < near[2].start else None


def _say(view: View, start: int, end: int, said: str, fits: bool, usual: str, period: _Period) -> Problem | Judgement:
    span = view.span(start, end)
    related = (Related(view.span(period.start, period.end), Phrase("起止时间", "the period")),)
    cut = 0 if period.sure else 5
    arithmetic = f"{period.first[cut:]}—{period.last[cut:]} = {usual}"
    if fits:
        return Judgement(status="holds", span=span, related=related, arithmetic=arithmetic)
    return Problem(
        span=span,
        message=Phrase(
            f"起止时间是{usual}，文中写{said}",
            f"the period from {period.first[cut:]} to {period.last[cut:]} is {usual}, but the text says {said}",
        ),
        related=related,
        help=Phrase("核对时长和起止时间", "look at the length and at both ends"),
        expected=usual,
        found=said,
        arithmetic=arithmetic,
    )
