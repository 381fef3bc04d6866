"""The forms of a move that need more than the words between two numbers: two dated levels, a rate that changed its sign, a total that follows."""

from __future__ import annotations

from govmetrics.calendar import number as whole_number
from govmetrics.relations.changes import words
from govmetrics.relations.figures import Number, Row, alike, last_words
from govmetrics.relations.words_around import share_a_word

_LEVELS = ("count", "money", "percent")
_MARKS = frozenset(",;")
_DAYS = 8
"""How many times its mean a level is at least."""
_BETWEEN = 60
"""How far behind a level the next sentence may begin that goes on about it."""


def of_one_kind(one: Number, other: Number) -> bool:
    return alike(one, other) and one.kind in _LEVELS


def told(row: Row) -> Row:
    """The numbers of `row` with the span of a change as words before it (四年翻了两番), and with 多了 d as a change by d."""
    numbers: list[Number] = []
    lead = ""
    for at, number in enumerate(row):
        following = row[at + 1] if at + 1 < len(row) else None
        if following is not None and at and _is_mean_between(row[at - 1], number, following):
            continue
        if following is not None and _is_span(number, following):
            lead = number.before + number.text
            continue
        way = "" if number.change else _way(row, at, lead + number.before)
        numbers.append(_copy(number, lead, way) if lead or way else number)
        lead = ""
    return Row(numbers, row.start, row.end)


def _is_mean_between(level: Number, mean: Number, base: Number) -> bool:
    """Whether a mean by day or month is put in between a level and its base: 接报警情 b 起,日均约 m 起,比上年的 a 起上升 p%."""
    alike_ = alike(level, mean) and alike(mean, base) and mean.low * _DAYS < base.low
    return alike_ and words.MEAN.fullmatch(mean.before) is not None and words.BASE.fullmatch(base.before) is not None


def _way(row: Row, at: int, before: str) -> str:
    """多 or 少 where the words before a number make it a change: 多了 d, 压减比例 p%, 比上年的 a 高出 d 个百分点."""
    if (
        at > 1
        and before[:1] in _MARKS
        and words.GAINED.fullmatch(before)
        and words.TO.fullmatch(row[at - 1].before)
        and words.FROM.search(row[at - 2].before)
    ):
        return "多"
    if more := words.MORE.search(before):
        return more.group("way") or more.group("more") or "少"
    if row[at].kind == "points" and (higher := words.HIGHER.search(before)):
        return "多" if higher.group("way") == "高" else "少"
    direct = words.BEHIND_BASE.fullmatch(before) if at and words.BASE.fullmatch(row[at - 1].before) else None
    return "" if direct is None else "少" if direct.group("less") else "多"


def _is_span(number: Number, change: Number) -> bool:
    """Whether `number` is the years over which the change behind it took place; 两年多了 is no 两年多."""
    if number.unit != "年" or not words.SPAN_ALONE.fullmatch(number.before):
        return False
    return change.change is not None or words.MORE.fullmatch(change.before) is not None


def _copy(number: Number, lead: str, more: str) -> Number:
    copy = Number(number.metric, number.start, number.end, lead + number.before, number.text)
    if more:
        copy.change = "increase" if more == "多" else "decrease"
    return copy


def same_in_percent(number: Number, stated: list[Number]) -> Number | None:
    """`number` as a change where it says that by which a thing grew once more: 增产2200万吨,即7.8%."""
    if number.change or number.kind != "percent" or len(stated) != 1 or stated[0].kind not in ("count", "money"):
        return None
    if not words.THAT_IS.fullmatch(number.before):
        return None
    return _copy(number, "", "多" if stated[0].change == "increase" else "少")


def dated(first: Number, second: Number) -> str | None:
    """The words that date the first of two levels: 去年一季度 a 件,今年同期 b 件; None where they do not say that they are of one thing."""
    then, now = words.THEN.search(last_words(first.before)), words.NOW.fullmatch(second.before)
    if not then or not now or first.change or second.change:
        return None
    earlier, later = then.group("year"), now.group("year")
    if (earlier is None) != (later is None):
        return None
    if earlier and words.number_of(earlier) >= words.number_of(later):
        return None
    what = words.IDLE.sub("", now.group("what"))
    period, other = words.PERIOD.search(then.group("what")), words.PERIOD.search(second.before)
    if (period is None) != (other is None and "同期" not in second.before):
        return None
    if period and other and period.group() != other.group():
        return None
    return str(then.group()) if not what or (len(what) > 1 and what[-2:] in then.group("what")) else None


def swung(first: Number, second: Number, third: Number) -> bool:
    """由上年下降 a% 转为增长 b%,提高 d 个百分点: two rates of different sign and how far they are apart."""
    if first.kind != "percent" or second.kind != "percent" or third.kind != "points":
        return False
    if not first.change or not second.change or first.change == second.change:
        return False
    return words.FROM.search(first.before) is not None and words.SWUNG.fullmatch(second.before) is not None


def of_year_before(numbers: list[Number], first: Number, change: Number) -> Number | None:
    """The level of this year where `first` is last year's: 发放 b 元,惠及 n 户;上年发放 a 元,同比增长 p%."""
    said = words.LAST_YEARS.fullmatch(first.before)
    if not said or not change.change or "同比" not in change.before or not words.NEUTRAL.fullmatch(change.before):
        return None
    levels = [one for one in numbers if of_one_kind(one, first) and not one.change and said.group("what") in one.before]
    return levels[0] if len(levels) == 1 and not first.change else None


def from_to(first: Number, second: Number) -> bool:
    """Whether two levels are said to be a start and an end: ,由 a 增至 b."""
    if not of_one_kind(first, second) or first.change or second.change:
        return False
    return words.FROM_ALONE.fullmatch(first.before) is not None and words.TO.fullmatch(second.before) is not None


def is_times(level: Number, times: Number, base: Number) -> bool:
    """Whether `level` is said to be so many times `base`, which follows: b,是2023年的 n 倍,2023年为 a."""
    if not of_one_kind(level, base) or base.change or level.change:
        return False
    led, behind = words.TIMES_BASE.fullmatch(times.before), words.BEHIND.fullmatch(base.before)
    return led is not None and behind is not None and not behind.group("name") and behind.group("when") in times.before


def of_year_before_said(last: Number, first: Number, second: Number) -> bool:
    """Whether a sentence after a rate tells last year's and the points between: 出庭率 a%。上年该指标为 b%,本年提高 d 个百分点."""
    if last.kind != "percent" or first.kind != "percent" or second.kind != "points" or last.change or first.change:
        return False
    return words.LAST_YEARS_RATE.fullmatch(first.before.strip()) is not None and words.SINCE_THEN.fullmatch(second.before) is not None


def leads(first: Number, second: Number, third: Number) -> tuple[Number, Number] | None:
    """The other's level and the own one, of 全市为 a%,全省平均为 b%,高出 d 个百分点, or 目标为 b%,实际达到 a%,超出目标值 d 个百分点."""
    if first.kind != "percent" or second.kind != "percent" or third.kind != "points" or first.change or second.change:
        return None
    if not words.LEADS.fullmatch(third.before):
        return None
    if words.OF_OTHERS.search(last_words(second.before)) and not words.OF_OTHERS.search(last_words(first.before)):
        return second, first
    aim = words.AIM.search(last_words(first.before)) and words.ACTUAL.fullmatch(second.before)
    return (first, second) if aim else None


def is_total(level: Number, change: Number) -> bool:
    """Whether `level` is what the thing that grew by `change` came to: 增加 d,总数达到 b."""
    if level.change or not of_one_kind(level, change) or level.low <= change.low:
        return False
    if not words.GROWN.search(change.before) or words.OVER_YEARS.search(last_words(change.before)):
        return False
    return words.TOTAL.fullmatch(level.before) is not None and words.TOTAL_SIGN.search(level.before) is not None


def lone_level(text: str, before: Row | None, row: Row) -> Number | None:
    """The level that the sentence before speaks of, where it has no other of its kind and `row` follows at once."""
    if before is None or not before[-1].end <= row.start <= before[-1].end + _BETWEEN or "\n" in text[before[-1].end : row.start]:
        return None
    completed = len(before) > 1 and before[-1].kind == "percent" and words.COMPLETED.fullmatch(before[-1].before)
    level = before[-2 if completed else -1]
    if level.change or level.kind not in ("count", "money"):
        return None
    others = [number for number in before if of_one_kind(number, level)]
    return level if all(number.low == level.low for number in others) else None


def continues(before: str) -> bool:
    return words.LAST.match(last_words(before)) is not None


def resumes(level: Number, change: Number, *, alone: bool) -> bool:
    """Whether 与上年度相比,收支总计各增加 d speaks of the level that the sentence before ends with; `alone`, it need not name it."""
    match = words.RESUMED.fullmatch(change.before.strip())
    if not match or level.change or not of_one_kind(level, change):
        return False
    name, before = match.group("name"), last_words(level.before) + level.before
    if not name:
        return alone
    return any(name[i : i + 4] in before for i in range(max(1, len(name) - 3)) if len(name) > 3)


def years_between(base: str, to: int | None, said: str | None) -> int:
    """The years of an average growth: those that are said, or from the year of the base to that of the level; 0 where neither is stated."""
    if said:
        return whole_number(said.rstrip("年")) or 0
    since = words.year_of(base)
    return to - since if since and to and to > since else 0


def takes_up(level: Number, first: Number, second: Number) -> bool:
    """Whether 与上年的 a 相比,减少 d at the head of a sentence is said of `level`, the only one of the sentence before."""
    if first.change or not second.change or not of_one_kind(level, first):
        return False
    base = words.RESUMED_BASE.fullmatch(first.before.strip())
    if not base or not words.RESUMED_CHANGE.fullmatch(second.before):
        return False
    name = base.group("name")
    return len(name) < 2 or name[-2:] in level.before


def is_compared(level: Number, first: Number, second: Number) -> bool:
    """Whether `second` tells how far `level`, said before, is from `first`: b,增长 p%;与1990年的 a 相比,增长 n 倍."""
    return of_one_kind(level, first) and words.COMPARED_BASE.fullmatch(first.before) is not None and is_base_of(first, second)


def is_base_of(first: Number, second: Number) -> bool:
    """Whether `second` tells how far something is from `first`: 与上年的 a 相比,减少 d."""
    if first.change or not second.change or not words.COMPARED_CHANGE.fullmatch(second.before):
        return False
    return words.COMPARED_WITH.search(first.before) is not None


def in_order(first: Number, second: Number) -> bool:
    """Whether the first of two levels is dated before the second, which then is not its base: 2019年 a,2020年 b; 1月 a,2月 b."""
    one, other = last_words(first.before), last_words(second.before)
    earlier, later = words.year_of(one), words.year_of(other)
    if earlier is None and later is None:
        months = words.MONTH.search(one), words.MONTH.search(other)
        earlier, later = (int(match.group(1)) if match else None for match in months)
    return earlier is not None and later is not None and earlier < later


def base_said(number: Number) -> str:
    """What a change is said to be against: 年初 of 比年初增加; empty where it is not said."""
    clause = last_words(number.before)
    match = words.AGAINST_WHEN.search(clause)
    return str(match.group("against")) if match else "上年" if "同比" in clause else "上月" if "环比" in clause else ""


def shared(one: str, other: str) -> bool:
    """Whether two names of a base have two characters in a row in common: 年初, 预算; years must be the same."""
    years = words.year_of(one), words.year_of(other)
    if all(years):
        return years[0] == years[1]
    return share_a_word(one, other)
