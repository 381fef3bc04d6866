"""Levels and what is said of the change between them: 由 a 增至 b,增加 d,增长 p%; b,比上年的 a 减少 d,下降 p%."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, Row, alike, last_words, rows

if TYPE_CHECKING:
    from govmetrics.view import View

_UP = "增产|增收|增支|净增|增多|增加|增长|提高|上升|提升|扩大|扩充|攀升|跃升|增|升|涨|上调|拓展|壮大|上涨|突破|发展|扩展|增强"
_DOWN = "减产|减收|减支|降低|下降|减少|压减|压缩|缩短|缩减|回落|下调|精简|收窄|降|减|缩|跌|下滑|核减|压降"
_YEAR_BEFORE = "上年|去年|上一年|前年|上年度|上一年度"
_FROM = compile_(r"(?:由|从|自)[^,。;:]{0,18}$")
_TO = compile_(
    rf"(?:\)|,)?(?:又|再|逐步|大幅|进一步|持续|稳步|快速|迅速|已|已经|将|逐年|直接|一举|显著|明显|成功|历史性|一路|相应)*(?P<verb>{_UP}|{_DOWN}|变|调整|优化)?"
    r"(?:到|至|为|成|达到?)了?(?:目前|现在|今年|当前|本年|(?P<year>\d{4})年度?(?:末|底)?|\d{1,2}月(?:份|末|底)?|年末|年底|年终|现有|期末)?的?"
)
_WHEN = rf"{_YEAR_BEFORE}|上期|上月|上季度?|上半年|年初|期初|上年末|去年末|\d{{4}}年|\d{{1,2}}月份?|[一二三四]季度|第[一二三四]季度|前期|同期|[一二三四五六七八九十两几\d]+年前|基期"
_BASE = compile_(
    rf"[,(;]?(?:而|同比|相|在)?(?:比|较|相比|与|(?P<way>高于|超过|多于|低于|少于|不及))?(?P<when>{_WHEN})(?:同期|同月|末|底|度|年)?"
    r"(?:的|为|是|有|共|决算|预算|公布|完成|执行|实际|支出|收入|总数?|数|水平|余额|存量|人数|件数|存款|贷款|同类|案件|仅|只|[:])*"
)
_LOOSE_BASE = compile_(r"(?:比|较)(?P<when>[^,。;:()]{0,16})")
_LED_BASE = compile_(r"(?:比|较)(?P<when>[^,。;:()]{2,16})$")
_AGAINST = rf"(?:比|较|与|同)(?P<against>[^,、。;:()\d]{{0,3}}(?:{_WHEN})[^,、。;:()]{{0,8}}?)(?:相比|相较)?"
_NEUTRAL = compile_(
    rf"(?:[,、;()]|同比|环比|{_AGAINST}(?=[,、;()]|同比|环比|净|共|大幅|略|{_UP}|{_DOWN}|多|少|$)|净|共|累计|合计|[一两三四五]年(?:间|来|内|中)?|期间|实现|高达|仅|只|大幅|略|小幅|相应|整体|总体|同步|进一步"
    rf"|增幅|降幅|增速|增长率|升幅|涨幅|减幅|跌幅|增率|幅度|比例|下降率|增长幅度|下降幅度|上升幅度|分别|为|达到|达|约|近|了|的|仅|也|并|即|又|再|率先|多|少|{_UP}|{_DOWN})*"
)
_SAME_PERIOD = compile_(rf",?同比(?:{_UP}|{_DOWN})+了?")
_COMPARED = compile_(
    rf"(?:与|同|比|较)[^,。;]{{0,6}}(?:{_WHEN})[^,。;]{{0,6}}(?:相比|比较)?,([^,。;:]{{2,16}}?)(?:各|均|分别|同时)?(?:{_UP}|{_DOWN})+了?"
)
_NAMED_BASE = compile_(rf"[,(](?:比|较)(\d{{4}}年)度?([^,。;:()\d]{{2,10}}?)(?:{_UP}|{_DOWN})+(?:了)?")
_TIMES_BASE = compile_(rf",?(?:是|为|相当于|达|达到)(?:{_WHEN}|原来|原先|基期|(?P<year>\d{{4}}年))(?:同期|末|底|度)?的?(?:约|近)?")
_REACHED = compile_(r",?(?:现|目前|已|现已|目前已)?(?:达|达到|增至|升至|增加到|增长到|降至|减至|为|共有?|有)了?")
_OTHER_PLACE = compile_(r",?(?P<way>高出|高于|超出|超过|领先|优于|低于|少于|落后)(?:[^,。;:()\d]{1,14})\(?")
_VERB = compile_(rf"(?:了|又|再|净|共|大幅|略|小幅|仅|相应|同比|环比|{_UP}|{_DOWN})+(?:了|约|近)?")
_IS_TIMES = compile_(r"\)?(?:的|之)?(?:约|近)?")
_LAST = compile_(r"(?:这一|该|上述)(?:数字|数据|数值|比例|指标|占比|总量|规模)[^,。;:]{0,4}")
_DOWNWARD = compile_(rf"^(?:{_DOWN})")
_UPWARD = compile_(rf"^(?:{_UP})")
_YEAR = compile_(r"((?:19|20)\d\d)年")
_EXEMPT = compile_(
    "可比|不变价|口径|剔除|扣除|修订|普查|实际增长|实际下降|名义|还原|调整后|并表|划转|撤并|未舍入|同比例|年均|平均增长|平均每年|基数|核定|重新"
)
_FAR = 160
"""Characters around the levels in which words may excuse them."""
_CONSTANT_PRICE = compile_("生产总值|增加值|GDP|产值|国民收入|社会产品")


class Move(NamedTuple):
    """A level before, a level after, and what the report says of the change; None where it does not say.

    Attributes:
        before, after: numbers of one unit.
        verb: the words between them that tell a direction, `increase` or `decrease`.
        stated: figures that say by how much, in order: differences, rates, points, multiples.
        excuse: words of the sentence for which growth cannot be recomputed from the levels.
        mixed: a change said to be 同比 behind a level of the month or quarter before.
    """

    before: Number | None
    after: Number | None
    verb: str | None
    stated: list[Number]
    excuse: str
    mixed: Number | None = None


def moves(view: View) -> list[Move]:
    """All moves of a report, in order."""
    found: list[Move] = []
    last: Number | None = None
    year = view.document.review
    for row in rows(view):
        found += _Reader(view.text, row, last, year).read()
        last = row[-1]
    return found


class _Reader:
    """The numbers of one sentence while they are read."""

    def __init__(self, text: str, row: Row, last: Number | None, year: int | None) -> None:
        self.text = text
        self.year = year
        self.row = row
        self.last = last
        self.found: list[Move] = []

    def read(self) -> list[Move]:
        row = self.row
        if len(row) == 1 and self.last is None:
            return []
        at = 0
        while at < len(row):
            at = self._parallel(at) or self._move(at)
        return [move for move in self.found if move.stated or move.verb or move.mixed]

    def _excuse(self, *numbers: Number | None) -> str:
        """Words of the clauses between the marks ; around the levels for which growth does not follow from them."""
        places = [number.start for number in numbers if number is not None]
        if places:
            first, last = max(self.row.start, min(places) - _FAR), min(self.row.end, max(places) + _FAR)
            start = self.text.rfind(";", first, min(places)) + 1 or first
            end = self.text.find(";", max(places), last)
            match = _EXEMPT.search(self.text, start, end if end >= 0 else last)
            if match:
                return str(match.group())
        for number in numbers:
            if number is not None and number.kind == "money":
                constant = _CONSTANT_PRICE.search(number.label) or _CONSTANT_PRICE.search(number.before)
                if constant:
                    return str(constant.group())
        return ""

    def _move(self, at: int) -> int:
        """Read what begins with the number at `at`; the place of the next one to look at."""
        row = self.row
        first = row[at]
        second = row[at + 1] if at + 1 < len(row) else None
        if second and _alike(first, second):
            found = self._pair(at, first, second)
            if found:
                return found
        if at == 0 and self.last is not None and _alike(self.last, first) and _continues(first.before):
            return self._chain(at + 1, self.last, first, None, "")
        if not first.change and _LED_BASE.search(first.before) and self._verb_follows(at + 1):
            return self._led(at, first)
        if not first.change and first.kind in ("count", "money", "percent"):
            return self._chain(at + 1, None, first, None, "")
        if first.change and first.kind in ("count", "money"):
            after = self.last if at == 0 and self.last is not None and _resumes(self.last, first) else None
            return self._chain(at, None, after, None, "", lead=first)
        return at + 1

    def _pair(self, at: int, first: Number, second: Number) -> int:
        """Read two levels of which one is the base of the other; 0 where they are not."""
        to, source = _TO.fullmatch(second.before), _FROM.search(first.before)
        if to and source:
            verb = to.group("verb") or ""
            way = "decrease" if _DOWNWARD.match(verb) else "increase" if _UPWARD.match(verb) else None
            return self._chain(at + 2, first, second, way, source.group()[1:], to.group("year"))
        if second.change:
            return 0
        base = _BASE.fullmatch(second.before)
        if base:
            way = base.group("way")
            verb = None if way is None else "decrease" if way in ("低于", "少于", "不及") else "increase"
            return self._chain(at + 2, second, first, verb, second.before)
        if _LOOSE_BASE.fullmatch(second.before.lstrip(",(")) and self._verb_follows(at + 2):
            return self._chain(at + 2, second, first, None, second.before)
        return self._triple(at, first, second, self.row[at + 2]) if at + 2 < len(self.row) else 0

    def _triple(self, at: int, first: Number, second: Number, third: Number) -> int:
        """Two levels that only the third number ties together: 2023年执行数 a,2024年安排 b,比2023年执行数增加 p%; a,是 b 的 n 倍."""
        if third.change:
            return self._chain(at + 2, first, second, None, "") if _names(first, third.before) else 0
        times = (
            second.before.lstrip(",").startswith(("是", "为", "相当于", "达到"))
            and third.kind == "multiple"
            and _IS_TIMES.fullmatch(third.before)
        )
        places = _OTHER_PLACE.fullmatch(second.before) and third.kind == "points" and third.before in (")", "")
        if not (times or places):
            return 0
        self.found.append(Move(second, first, None, [third], self._excuse(first, second) if times else ""))
        return at + 3

    def _led(self, at: int, first: Number) -> int:
        """比 a 增加 d,增长 p%,达到 b"""
        end = self._chain(at + 1, first, None, None, first.before)
        move = self.found[-1]
        after = self.row[end] if end < len(self.row) else None
        if after is not None and _alike(first, after) and not after.change and _REACHED.fullmatch(after.before):
            self.found[-1] = move._replace(after=after)
            return end + 1
        return end

    def _verb_follows(self, at: int) -> bool:
        return at < len(self.row) and bool(self.row[at].change) and _VERB.fullmatch(self.row[at].before) is not None

    def _chain(
        self,
        at: int,
        before: Number | None,
        after: Number | None,
        way: str | None,
        base: str,
        year: str | None = None,
        lead: Number | None = None,
    ) -> int:
        """Collect the changes from `at` on that are those of the levels; `lead` is one that no level stands before."""
        stated: list[Number] = [lead] if lead is not None else []
        at += len(stated)
        while at < len(self.row):
            number = self.row[at]
            if not self._belongs(number, stated, before, after, base, year):
                break
            stated.append(number)
            at += 1
        following = self.row[at] if at < len(self.row) else None
        mixed = following if following is not None and before is not None and _is_mixed(base, following) else None
        self.found.append(Move(before, after, way, stated, self._excuse(before, after) if stated else "", mixed))
        return at

    def _belongs(
        self, number: Number, stated: list[Number], before: Number | None, after: Number | None, base: str, year: str | None
    ) -> bool:
        """Whether a change is that of the levels: nothing but words of change stands before it, and the base is theirs."""
        if any(number.kind == other.kind for other in stated):
            return False
        if not number.change:
            return number.kind == "multiple" and before is not None and _TIMES_BASE.fullmatch(number.before) is not None
        match = _NEUTRAL.fullmatch(number.before)
        if not match:
            return False
        known = year or _year_of(after.before if after is not None else "")
        return self._same_base(base, number.before, match.group("against") or "", int(known) if known else self.year)

    def _same_base(self, base: str, words: str, against: str, year: int | None) -> bool:
        """Whether a change said to be 同比 or 环比, or against something named, can be against the base that `base` names."""
        then = _year_of(base)
        if "环比" in words:
            return bool(base) and ("月" in base or "季" in base or "期" in base or "周" in base)
        yearly = "同比" in words or any(word in against for word in ("上年", "去年", "上一年"))
        if yearly and base:
            if then:
                return year is not None and int(then) == year - 1
            return not any(word in base for word in ("月", "季", "年初", "期初", "预算", "上期", "周"))
        if against and base:
            return _shared(against, base)
        return True

    def _parallel(self, at: int) -> int:
        """a 和 b,比上年的 c 和 d 分别提高 e 和 f: moves from c to a by e and from d to b by f."""
        row = self.row
        size = next((n for n in range(2, 5) if at + n < len(row) and not _joined(row[at + n])), 0)
        if not size or at + 3 * size > len(row) or not all(_joined(row[at + i]) for i in range(1, size)):
            return 0
        now, then, stated = (row[at + i * size : at + (i + 1) * size] for i in range(3))
        if not all(_joined(number) for group in (now, then, stated) for number in group[1:]):
            return 0
        base = _BASE.fullmatch(then[0].before) or _LOOSE_BASE.fullmatch(then[0].before.lstrip(",("))
        if not base or "分别" not in stated[0].before or not stated[0].change:
            return 0
        if not all(_alike(a, b) for a, b in zip(now, then, strict=True)):
            return 0
        for a, b, c in zip(now, then, stated, strict=True):
            self.found.append(Move(b, a, None, [c], self._excuse(a, b)))
        return at + 3 * size


def _joined(number: Number) -> bool:
    return number.before in ("、", "和", "及", "与", ",")


def _names(level: Number, words: str) -> bool:
    """Whether `words` compare with `level` by its year and its last words: 比2023年预算执行数."""
    match = _NAMED_BASE.fullmatch(words)
    if not match:
        return False
    year, name = match.groups()
    return year in level.before and name[-2:] in level.before


def _continues(before: str) -> bool:
    return _LAST.match(last_words(before)) is not None


def _resumes(level: Number, change: Number) -> bool:
    """Whether 与上年度相比,收支总计各增加 d speaks of the level that the sentence before ends with."""
    match = _COMPARED.fullmatch(change.before.strip())
    if not match or level.change or not _alike(level, change):
        return False
    name, before = match.group(1), last_words(level.before) + level.before
    return any(name[i : i + 4] in before for i in range(max(1, len(name) - 3)) if len(name) > 3)


def _alike(one: Number, other: Number) -> bool:
    return alike(one, other) and one.kind in ("count", "money", "percent")


def _is_mixed(base: str, number: Number) -> bool:
    """Whether a change is said to be 同比 although its base is a month or quarter of no other year."""
    monthly = ("月" in base or "季" in base) and not any(word in base for word in ("上年", "去年", "同期", "年"))
    return monthly and number.change is not None and number.kind == "percent" and _SAME_PERIOD.fullmatch(number.before) is not None


def _year_of(words: str) -> str | None:
    match = _YEAR.search(words)
    return str(match.group(1)) if match else None


def _shared(one: str, other: str) -> bool:
    """Whether two names of a base have two characters in a row in common: 年初, 预算, 2023年."""
    return any(one[i : i + 2] in other for i in range(len(one) - 1))
