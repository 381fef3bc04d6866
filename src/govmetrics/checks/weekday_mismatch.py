"""2024年12月5日（星期五）: a date with a weekday that it does not fall on."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.dates import days, weekdays

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    import regex

    from govmetrics.document import Document
    from govmetrics.model import Date
    from govmetrics.view import View

GROUP: Final = "date"
SEVERITY: Final = "error"
WHAT: Final = Phrase("日期与星期不符", "a weekday that its date does not fall on")
WHY: Final = Phrase(
    "日期和星期只能有一个对；年份是推断出来的只作提示，也可能指相邻年份的不报。",
    "Either the date or the weekday is wrong; with an inferred year it is a warning, and none where the year beside it fits.",
)
BAD: Final = (
    ("某县2024年法治政府建设情况报告\n12月4日（星期四），举办国家宪法日集中宣传。\n", "星期四"),
    ("2024年11月12日（星期三）召开专题会议。", "星期三"),
    ("评审会定于2025年4月15日(周一)上午举行。", "周一"),
    ("2024年9月10日，星期四，举行表彰会。", "星期四"),
    ("2024年9月10日14时（星期四）举行表彰会。", "星期四"),
    ("2024年9月2日是星期二，全县中小学开学。", "星期二"),
    ("1月28日（星期三）至2月4日（星期二）放假。", "星期二"),
    ("2024年“12·4”国家宪法日（星期四）前后开展宣传。", "星期四"),
)
GOOD: Final = (
    "2024年11月12日（星期二）召开专题会议。",
    "2024年3月4日至8日（周一至周五）集中办理。",
    "评审会定于4月15日（周一）举行。",
    "9月2日，周五开展大扫除，2024年9月2日，周五例会照常。",
    "每周五开展志愿服务，9月2日起执行。",
    "1月28日（星期二）至2月4日（星期二）放假。",
    "2024年“12·4”国家宪法日（星期三）前后开展宣传。",
)

_WEEKDAYS = tuple(compile_(rf"{word}([一二三四五六日天])(?![期年岁边])") for word in ("星期", "礼拜", "周"))
_TO = compile_(r"[至到、和—~-]{1,2}(?:星期|礼拜|周)?([一二三四五六日天])(?=[),。;、]|$)")
_JOINS = compile_(
    r" ?(?:上午|下午|晚上?|当[天日])?(?:\d{1,2}[时点:](?:\d{1,2}分?|整)?)?(?: ?\(|,?(?:是|为|即|正值|恰逢|正好是|恰好是)|[ ,])?\Z"
)
_YEARLESS = compile_(r"\d{1,2}月\d{1,2}日 ?\(\Z")
_STANDS = compile_(r"[,)。]|上午|下午|\Z")
_AFTER = compile_(r" ?\(")
# “12·4”国家宪法日(
_OF_A_DAY = compile_(r"“(\d{1,2})[·•・.](\d{1,2})”[\u4e00-\u9fff“”]{0,12} ?\(\Z")
_SAID = compile_(r"[ (,]{0,2}(?:星期|礼拜|周)[一二三四五六日天]")
_UNSAID: Final = Phrase("没有写星期，无法核对", "no weekday is stated, so it cannot be checked")
_YEAR = compile_(r"(?<!\d)((?:19|20)\d\d)年")


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each weekday that does not fit, a judgement for each that does."""
    said = list(_each(view))
    wrong = {one.span for one in said if isinstance(one, Problem)}
    ranges = [one for one in weekdays.ranges(view) if not one.fits and wrong.isdisjoint(one.weekdays)]
    told = {span for one in ranges for span in one.weekdays}
    yield from (one for one in said if one.span not in told)
    yield from map(_of_range, ranges)
    yield from _without(view)


def _without(view: View) -> Iterator[Judgement]:
    """A judgement for each full date behind which no weekday stands: nothing else tells whether it is the right day."""
    for start, end, metric in view.dates:
        is_day = metric.precision == "day" and metric.start == metric.end and days.day(metric.start) is not None
        if is_day and not _SAID.match(view.text, end):
            yield Judgement(status="not-assessable", span=view.span(start, end), reason=_UNSAID)


def _each(view: View) -> Iterator[Problem | Judgement]:
    text = view.text
    for match in chain.from_iterable(weekday.finditer(text) for weekday in _WEEKDAYS):
        found = _date_of(view, match)
        if found is not None:
            yield from _compare(view, match, *found)
            continue
        named = _OF_A_DAY.search(text, max(0, match.start() - 30), match.start())
        if named:
            yield from _of_a_day(view, match, named)
        elif _YEARLESS.search(text, max(0, match.start() - 12), match.start()) and not days.within(view, match.start() - 12, match.start()):
            yield Judgement(
                status="not-assessable",
                span=view.span(match.start(), match.end()),
                reason=Phrase("没有写明年份，无法核对星期", "the year is not stated, so the weekday cannot be checked"),
            )


def _of_range(one: weekdays.Range) -> Problem:
    return Problem(
        span=one.span,
        message=Phrase(
            f"起止日期相差{one.length}天，与所写的星期{one.first}、星期{one.last}对不上",
            f"the days are {one.length} apart, which 星期{one.first} and 星期{one.last} cannot be",
        ),
        related=tuple(Related(span, Phrase("星期", "the weekday")) for span in one.weekdays),
        help=Phrase("核对两个日期和星期哪一个写错了", "see which of the dates or weekdays is wrong"),
        arithmetic=f"{one.arithmetic} = {one.length}天",
    )


def _of_a_day(view: View, match: regex.Match[str], named: regex.Match[str]) -> Iterator[Problem | Judgement]:
    """A weekday behind a day that is called by its date."""
    begin = days.sentence_start(view.text, named.start())
    stated = [int(year[1]) for year in _YEAR.finditer(view.text, begin, named.start())]
    year = stated[-1] if stated else days.title_year(view.document)
    when = days.day(f"{year}-{int(named[1]):02}-{int(named[2]):02}") if year else None
    if when:
        yield _say(view, match, when, (named.start(1), named.end(2)), bool(stated), _fits_beside(when, _named(match[1])))


def _date_of(view: View, match: regex.Match[str]) -> tuple[int, int, Date] | None:
    text, at = view.text, match.start()
    near = days.before(view, at)
    if near is not None and near[2].precision == "day" and near[1] <= at <= near[1] + 12 and _JOINS.match(text, near[1], at):
        return near if text[at - 1] != "," or _STANDS.match(text, match.end()) else None
    bracket = _AFTER.match(text, match.end())
    if bracket and text[at - 1 : at] not in ("每", "至", "到"):
        inside = days.within(view, bracket.end(), bracket.end() + 1)
        if inside and inside[0][2].precision == "day" and text[inside[0][1] : inside[0][1] + 1] == ")":
            return inside[0]
    return None


def _compare(view: View, match: regex.Match[str], start: int, end: int, metric: Date) -> Iterator[Problem | Judgement]:
    first, last = days.day(metric.start), days.day(metric.end)
    if first is None or last is None:
        return
    said, second = _named(match[1]), _TO.match(view.text, match.end())
    span = view.span(match.start(), match.end())
    if second:
        if first != last and (said, _named(second[1])) == (days.weekday(first), days.weekday(last)):
            yield Judgement(status="holds", span=span, arithmetic=f"{first} = 星期{said}, {last} = 星期{_named(second[1])}")
        return
    if said == days.weekday(first):
        last = first
    stated = days.states_year(metric) or f"{last.year}年" in view.text[days.sentence_start(view.text, start) : start]
    yield _say(view, match, last, (start, end), stated, _fits_beside(last, said, view.document))


def _say(view: View, match: regex.Match[str], last: date, place: tuple[int, int], stated: bool, beside: bool) -> Problem | Judgement:
    said, span = _named(match[1]), view.span(match.start(), match.end())
    if said == days.weekday(last):
        return Judgement(status="holds", span=span, arithmetic=f"{last} = 星期{said}")
    if not stated and beside:
        return Judgement(status="not-assessable", span=span, reason=Phrase("年份不明确，无法核对星期", "the year is not certain"))
    right = f"{match.group()[:-1]}{days.weekday(last)}"
    return Problem(
        span=span,
        message=Phrase(
            f"{days.words(last.isoformat())}是{right}，文中为{match.group()}", f"{last} is a {right}, but the text says {match.group()}"
        ),
        related=(Related(view.span(*place), Phrase("日期", "the date")),),
        help=Phrase("核对日期和星期哪一个写错了", "see whether the date or the weekday is wrong"),
        expected=right,
        found=match.group(),
        arithmetic=f"{last} = {right}",
        severity=None if stated else "warning",
    )


def _named(written: str) -> str:
    return "日" if written == "天" else written


def _fits_beside(when: date, said: str, document: Document | None = None) -> bool:
    """Whether the weekday is that of the day in the year before or after, where a report may speak of that."""
    own = document is not None and days.reviewed_year(document) == when.year
    published = days.published(document) if document is not None else None
    for year in (when.year - 1, when.year + 1):
        beside = days.day(f"{year:04}{when.isoformat()[4:]}")
        if own and (year < when.year or beside is None or published is None or beside > published):
            continue  # an annual report tells of its own year, and of the next only up to its publication
        if beside is not None and days.weekday(beside) == said:
            return True
    return False
