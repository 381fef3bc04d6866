"""Levels and what is said of the change between them: 由 a 增至 b,增加 d,增长 p%; b,比上年的 a 减少 d,下降 p%."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govmetrics.relations.changes import forms, words
from govmetrics.relations.figures import Number, Row, last_words, rows

if TYPE_CHECKING:
    import regex

    from govmetrics.view import View

_MOST = 60
"""Numbers before one that are looked through, so that time stays linear where a sentence never ends."""


class Move(NamedTuple):
    """A level before, a level after, and what the report says of the change; None where it does not say.

    Attributes:
        before, after: numbers of one unit.
        verb: the words between them that tell a direction, `increase` or `decrease`.
        stated: figures that say by how much, in order: differences, rates, points, multiples.
        excuse: words of the sentence for which growth cannot be recomputed from the levels.
        mixed: a change said to be 同比 behind a level of the month or quarter before.
        annual: a yearly change on the average, with the number of years.
    """

    before: Number | None
    after: Number | None
    verb: str | None
    stated: list[Number]
    excuse: str
    mixed: Number | None = None
    annual: tuple[Number, int] | None = None


def moves(view: View) -> list[Move]:
    """All moves of a report, in order."""
    found: list[Move] = []
    last: Row | None = None
    year = view.document.review
    for plain in rows(view):
        row = plain
        if words.HINT.search(view.text, row.start, row.end) or any(number.change for number in row):
            row = forms.told(plain)
            found += _Reader(view.text, row, last, year).read()
        last = row
    return found


class _Reader:
    """The numbers of one sentence while they are read."""

    def __init__(self, text: str, row: Row, last: Row | None, year: int | None) -> None:
        self.text = text
        self.year = year
        self.row = row
        self.last = last[-1] if last is not None else None
        self.lone = forms.lone_level(text, last, row)
        self.found: list[Move] = []

    def read(self) -> list[Move]:
        row = self.row
        if len(row) == 1 and self.last is None:
            return []
        at = 0
        while at < len(row):
            at = self._parallel(at) or self._move(at)
        return [move for move in self.found if move.stated or move.verb or move.mixed or move.annual]

    def _excuse(self, *numbers: Number | None) -> str:
        """Words of the clauses between the marks ; around the levels for which growth does not follow from them."""
        places = [number.start for number in numbers if number is not None]
        if places:
            first, last = max(self.row.start, min(places) - words.FAR), min(self.row.end, max(places) + words.FAR)
            start = self.text.rfind(";", first, min(places)) + 1 or first
            end = self.text.find(";", max(places), last)
            match = words.EXEMPT.search(self.text, start, end if end >= 0 else last)
            if match:
                return str(match.group())
        for number in numbers:
            if number is not None and number.kind == "money":
                constant = words.CONSTANT_PRICE.search(number.label) or words.CONSTANT_PRICE.search(number.before)
                if constant:
                    return str(constant.group())
        return ""

    def _move(self, at: int) -> int:
        """Read what begins with the number at `at`; the place of the next one to look at."""
        row = self.row
        first = row[at]
        second = row[at + 1] if at + 1 < len(row) else None
        found = self._timed(at, first, second) if second else 0
        if second and not found and forms.of_one_kind(first, second):
            found = self._pair(at, first, second)
        if found:
            return found
        if at == 0 and self.last is not None and forms.of_one_kind(self.last, first) and forms.continues(first.before):
            return self._chain(at + 1, self.last, first, None, "")
        level = (self._taken_up(at, first, second) or forms.of_year_before(row[max(0, at - _MOST) : at], first, second)) if second else None
        if level is not None:
            return self._chain(at + 1, first, level, None, first.before)
        if (
            second
            and not first.change
            and ((words.LED_BASE.search(first.before) and self._verb_follows(at + 1)) or forms.is_base_of(first, second))
        ):
            return self._led(at, first)
        if not first.change and first.kind in ("count", "money", "percent"):
            # 上年调解 a 件,同比增加 d 件: the level is the base
            last = words.OF_LAST_YEAR.match(last_words(first.before)) is not None
            return self._chain(at + 1, first if last else None, None if last else first, None, "上年" if last else "")
        if first.change and first.kind in ("count", "money"):
            level = self.lone or self.last
            resumed = at == 0 and level is not None and forms.resumes(level, first, alone=self.lone is not None)
            return self._chain(at, None, level if resumed else None, None, "", lead=first)
        third = row[at + 2] if at + 2 < len(row) else None
        if first.kind == "percent" and first.change and second and third and forms.is_total(third, second):
            return self._chain(at, None, None, None, "", lead=first)
        return at + 1

    def _timed(self, at: int, level: Number, times: Number) -> int:
        """b,是2023年的 n 倍,2023年为 a; 翻两番,由 a 增至 b; 增加 d,由 a 增至 b; 0 where it is not said so."""
        if at == 0 and self.last is not None and forms.of_year_before_said(self.last, level, times):
            self.found.append(Move(level, self.last, None, [times], ""))
            return at + 2
        base = self.row[at + 2] if at + 2 < len(self.row) else None
        if base is not None and level.change and forms.from_to(times, base):
            self.found.append(Move(times, base, None, [level], self._excuse(times, base)))
            return at + 3
        if times.kind != "multiple" or base is None or not forms.is_times(level, times, base):
            return 0
        self.found.append(Move(base, level, None, [times], self._excuse(level, base)))
        return at + 3

    def _taken_up(self, at: int, first: Number, second: Number) -> Number | None:
        """The level said before that 与上年的 a 相比,减少 d takes up."""
        if at == 0 and self.lone is not None and forms.takes_up(self.lone, first, second):
            return self.lone
        level = self.found[-1].after if self.found else None
        return level if level is not None and forms.is_compared(level, first, second) else None

    def _pair(self, at: int, first: Number, second: Number) -> int:
        """Read two levels of which one is the base of the other; 0 where they are not."""
        to, source = words.TO.fullmatch(second.before), words.FROM.search(first.before)
        if to and not source and any(word in second.before for word in words.CLOSING):
            source = words.OPENING.search(first.before)
        if to and source:
            verb = to.group("verb") or ""
            way = "decrease" if words.DOWNWARD.match(verb) else "increase" if words.UPWARD.match(verb) else None
            return self._chain(at + 2, first, second, way, source.group()[1:], to.group("year"))
        if at + 2 < len(self.row) and forms.swung(first, second, self.row[at + 2]):
            return self._chain(at + 2, first, second, None, first.before)
        if second.change:
            return 0
        base = words.BASE.fullmatch(second.before) or self._base_by_name(first, second)
        if base and not forms.in_order(first, second):
            way = base.group("way")
            verb = None if way is None else "decrease" if way in ("低于", "少于", "不及") else "increase"
            return self._chain(at + 2, second, first, verb, second.before)
        if words.LOOSE_BASE.fullmatch(second.before.lstrip(",(")) and self._verb_follows(at + 2):
            return self._chain(at + 2, second, first, None, second.before)
        if at + 2 >= len(self.row):
            return 0
        then = forms.dated(first, second)
        if then is not None and self._belongs(self.row[at + 2], [], first, second, then, None):
            return self._chain(at + 2, first, second, None, then)
        return self._triple(at, first, second, self.row[at + 2])

    def _base_by_name(self, first: Number, second: Number) -> regex.Match[str] | None:
        """拆除建筑 b 平方米,拆除面积较上年的 a 平方米增长: the clause of the base names anew what the level is."""
        done = words.DONE_BEFORE.fullmatch(second.before)
        if done and done.group("name")[:2] in last_words(first.before) and forms.of_one_kind(first, second):
            return words.BASE.match(second.before)
        named = words.NAMED_CLAUSE.match(second.before)
        if not named or named.group("name")[:2] not in self.text[max(self.row.start, first.start - words.FAR) : first.start]:
            return None
        return words.BASE.fullmatch(second.before[named.end() :])

    def _triple(self, at: int, first: Number, second: Number, third: Number) -> int:
        """Two levels that only the third number ties together: 2023年执行数 a,2024年安排 b,比2023年执行数增加 p%; a,是 b 的 n 倍."""
        if leads := forms.leads(first, second, third):
            self.found.append(Move(*leads, None, [third], ""))
            return at + 3
        if third.change:
            return self._chain(at + 2, first, second, None, "") if _names(first, third.before) else 0
        times = (
            second.before.lstrip(",").startswith(("是", "为", "相当于", "达到"))
            and third.kind == "multiple"
            and words.IS_TIMES.fullmatch(third.before)
        )
        places = words.OTHER_PLACE.fullmatch(second.before) and third.kind == "points" and third.before in (")", "")
        if not (times or places):
            return 0
        self.found.append(Move(second, first, None, [third], self._excuse(first, second) if times else ""))
        return at + 3

    def _led(self, at: int, first: Number) -> int:
        """比 a 增加 d,增长 p%,达到 b"""
        end = self._chain(at + 1, first, None, None, first.before)
        move = self.found[-1]
        after = self.row[end] if end < len(self.row) else None
        if after is not None and forms.of_one_kind(first, after) and not after.change and words.REACHED.fullmatch(after.before):
            self.found[-1] = move._replace(after=after)
            return end + 1
        return end

    def _verb_follows(self, at: int) -> bool:
        return at < len(self.row) and bool(self.row[at].change) and words.VERB.fullmatch(self.row[at].before) is not None

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
        following = self.row[at] if at < len(self.row) else None
        if before is lead is None and (following is None or not (following.change or following.kind == "percent")):
            self.found.append(Move(None, after, None, [], ""))
            return at
        stated: list[Number] = [lead] if lead is not None else []
        annual: tuple[Number, int] | None = None
        at += len(stated)
        if before is None and lead is None and self._completed(at):
            at += 1
        while at < len(self.row):
            number = self.row[at]
            named = base or next(filter(None, map(forms.base_said, stated)), "")
            if "分别" in number.before and at + 1 < len(self.row) and _joined(self.row[at + 1]):
                break
            if self._belongs(number, stated, before, after, named, year):
                stated.append(number)
            elif again := forms.same_in_percent(number, stated):
                stated.append(again)
            elif before is None and after is None and stated and forms.is_total(number, stated[-1]):
                after = number
            else:
                annual = annual or self._annual(number, before, after, base, year)
                if annual is None or annual[0] is not number:
                    break
            at += 1
        following = self.row[at] if at < len(self.row) else None
        if before is None and after is not None and following is not None and self._is_base_behind(following, stated, after, year):
            before, at = following, at + 1
            following = self.row[at] if at < len(self.row) else None
        mixed = following if following is not None and before is not None and _is_mixed(base, following) else None
        self.found.append(Move(before, after, way, stated, self._excuse(before, after) if stated or annual else "", mixed, annual))
        return at

    def _is_base_behind(self, number: Number, stated: list[Number], after: Number, year: str | None) -> bool:
        """Whether `number` is the level that the changes were from: b,同比上升 d,上年为 a."""
        match = words.BEHIND.fullmatch(number.before) if stated and forms.of_one_kind(number, after) and not number.change else None
        if stated and "分别" in stated[0].before:
            return False
        if not match or not _is_named(match.group("name"), match.group("is") or number.before[0] == "(", last_words(after.before)):
            return False
        known = words.number_of(year) if year else words.year_of(after.before) or self.year
        then = words.year_of(match.group("when"))
        led = known is None and number.before[0] == "("
        if then and then + 1 != known and not led and not any(str(then) in one.before for one in stated):
            return False
        return all(
            self._same_base(number.before, one.before, said.group("against") or "", known)
            for one in stated
            if (said := words.NEUTRAL.fullmatch(one.before))
        )

    def _completed(self, at: int) -> bool:
        """Whether only 完成预算的 q% stands between a level and what is said of its change."""
        if at + 1 >= len(self.row) or self.row[at].kind != "percent" or self.row[at].change or not self.row[at + 1].change:
            return False
        return words.COMPLETED.fullmatch(self.row[at].before) is not None

    def _annual(
        self, number: Number, before: Number | None, after: Number | None, base: str, year: str | None
    ) -> tuple[Number, int] | None:
        """A change said to be a year's on the average, where the report tells over how many years."""
        match = words.ANNUAL.fullmatch(number.before) if before is not None and after is not None and number.change else None
        if not match or after is None or before is None:
            return None
        to = words.number_of(year) if year else words.year_of(after.before)
        years = forms.years_between(base, to, match.group("years"))
        if not years and (lead := words.LED_YEARS.match(self.text, self.row.start, before.start)):
            years = forms.years_between("", None, lead.group("years"))
        return (number, years) if years > 1 else None

    def _belongs(
        self, number: Number, stated: list[Number], before: Number | None, after: Number | None, base: str, year: str | None
    ) -> bool:
        """Whether a change is that of the levels: nothing but words of change stands before it, and the base is theirs."""
        if any(number.kind == other.kind for other in stated):
            return False
        if not number.change:
            return number.kind == "multiple" and before is not None and words.TIMES_BASE.fullmatch(number.before) is not None
        match = words.NEUTRAL.fullmatch(number.before)
        if not match:
            return False
        known = words.number_of(year) if year else words.year_of(after.before if after is not None else "")
        return self._same_base(base, number.before, match.group("against") or "", known or self.year)

    def _same_base(self, base: str, said: str, against: str, year: int | None) -> bool:
        """Whether a change said to be 同比 or 环比, or against something named, can be against the base that `base` names."""
        then = words.year_of(base)
        if "环比" in said:
            return bool(base) and ("月" in base or "季" in base or "期" in base or "周" in base)
        yearly = "同比" in said or any(word in against for word in ("上年", "去年", "上一年"))
        if yearly and base:
            if then:
                return year is None or year <= then or then == year - 1  # the only year that is told may be that of the base
            if any(word in base for word in ("上年", "去年")):
                return True
            return not any(word in base for word in ("月", "季", "年初", "期初", "预算", "上期", "周"))
        if against and base:
            return forms.shared(against, base)
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
        base = words.BASE.fullmatch(then[0].before) or words.LOOSE_BASE.fullmatch(then[0].before.lstrip(",("))
        if not base or "分别" not in stated[0].before or not stated[0].change:
            return 0
        if not all(forms.of_one_kind(a, b) for a, b in zip(now, then, strict=True)):
            return 0
        for a, b, c in zip(now, then, stated, strict=True):
            self.found.append(Move(b, a, None, [c], self._excuse(a, b)))
        return at + 3 * size


def _joined(number: Number) -> bool:
    return number.before in ("、", "和", "及", "与", ",")


def _is_named(name: str, said: object, words: str) -> bool:
    """Whether a base that is called `name` is that of the level behind `words`: 上年为 a, (上年 a) and 上年受理 a; 上年 a alone tells nothing."""
    return words.endswith(name) or (name == "平均" and name in words) if said else len(name) > 1 and name in words


def _names(level: Number, said: str) -> bool:
    """Whether `said` compares with `level` by its year and its last words: 比2023年预算执行数."""
    match = words.NAMED_BASE.fullmatch(said)
    if not match:
        return False
    year, name = match.groups()
    return year in level.before and name[-2:] in level.before


def _is_mixed(base: str, number: Number) -> bool:
    """Whether a change is said to be 同比 although its base is a month or quarter of no other year."""
    monthly = ("月" in base or "季" in base) and not any(word in base for word in ("上年", "去年", "同期", "年"))
    return monthly and number.change is not None and number.kind == "percent" and words.SAME_PERIOD.fullmatch(number.before) is not None
