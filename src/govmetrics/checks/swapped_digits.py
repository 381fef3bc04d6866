"""已有171个村续签 of 186个, 续签率为99.1%: two digits of a number changed places, as the numbers around it show."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from govmetrics.finding import Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.changes.judging import judged
from govmetrics.relations.figures import HALF, HUNDRED, alike, cut, digits, last_words, rows, swapped
from govmetrics.relations.paragraphs import clause, paragraphs, share_a_word
from govmetrics.relations.shares.ratios import ratios

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.relations.figures import Number
    from govmetrics.view import View

GROUP: Final = "agreement"
SEVERITY: Final = "warning"
YIELDING: Final = True
WHAT: Final = Phrase("数字中有两位写反", "two digits of a number changed places")
WHY: Final = Phrase(
    "百分比、百分点、合计、余数按同段相邻各数都算不出，而把其中两位对调后恰好与同一事项的数相符，多为录入时写反。",
    "Nothing around gives the number as it is, but with two digits exchanged the numbers of the same matter give it to the last place.",
)
BAD: Final = (
    ("石花乡辖23个村（社区），基层基础扎实。\n已有19个村（社区）建成法治文化广场，占全乡村（社区）总数的86.2%。", "86.2%"),
    ("发现违法线索147起，其中立案查处51起。从案由看，违法占地38件；立案数比上年的68件下降20.5%。", "20.5%"),
    ("全年组织监督检查47次，成效明显。\n一、加强监督。开展监督检查74次，其中专项监督29次、日常巡查18次，下达意见书13份。", "74次"),
    ("负责人出庭应诉率达到94.5%，其中正职出庭96件，副职出庭151件。上述比率以应出庭的259件为基数，未出庭的12件均已说明。", "94.5%"),
    ("全县现辖186个村（社区），年初部署续签。截至12月底，已有171个村（社区）续签顾问合同，配备律师63名。顾问合同续签率为99.1%。", "99.1%"),
    ("全年作出行政处罚4216件，其中罚款2874件、警告906件。罚款类案件占行政处罚总数的86.2%，免罚612件。", "86.2%"),
    ("主动评价率达到74.8%。全年办件86.3万件。上年主动评价率只有69.2%，因此提升6.5个百分点。", "6.5个百分点"),
    ("全区排查矛盾纠纷4309件，其中村级化解2967件，镇街化解984件，区级化解286件，未办的27件已落实责任。", "27件"),
    ("受理来信816件、来访1243件、网上投诉3905件、来电572件。四类渠道合计6356件，按期办结率99.4%。", "6356件"),
    ("新收案件30618件，是上年32230件的90.5%，诉源治理效果继续显现。", "90.5%"),
)
GOOD: Final = (
    "开展监督检查74次，其中专项监督29次、日常巡查18次，下达意见书13份。",
    "全县现辖186个村（社区），年初部署续签。截至12月底，已有171个村（社区）续签顾问合同，配备律师63名。顾问合同续签率为91.9%。",
    "全年作出行政处罚4216件，其中罚款2874件、警告906件。罚款类案件占行政处罚总数的68.2%，免罚612件。",
    "主动评价率达到74.8%。全年办件86.3万件。上年主动评价率只有69.2%，因此提升5.6个百分点。",
    "全区排查矛盾纠纷4309件，其中村级化解2967件，镇街化解984件，区级化解286件，未办的72件已落实责任。",
    "受理来信816件、来访1243件、网上投诉3905件、来电572件。四类渠道合计6536件，按期办结率99.4%。",
    "新收案件30618件，是上年32230件的95.0%，诉源治理效果继续显现。",
)

_RATIO = compile_("率|占|比[重例]|的$")
_TOTAL = compile_("合计|总计|共计|[总共](?![同计])|累计")
_REST = compile_("其余|剩余|余下|[还尚]有|未(?![,。])")
_HELD = compile_("[年期月]末|截至")
_AT_FIRST = compile_("[年期]初|[上去]年(?:年)?[末底]|原有|截至20\\d\\d年")
_OF_OTHERS = compile_("[由从]|[上去]年|同期|全[国省市]平均|高于|低于")
_AGAINST = compile_("[比较](?:上年|去年)(?:同期)?的?$")
_BESIDE = compile_("(?:增长|下降|上升|减少|增加)了?")
_OF_ALL = compile_("占全[省市县区乡镇街](?:道)?(?P<noun>[\u4e00-\u9fff][\u4e00-\u9fff()]{0,6})总数的$")
_RATE = compile_("(?P<core>[\u4e00-\u9fff]{2})率")
_SHARE = compile_("(?P<name>[\u4e00-\u9fff]{2,12}?)(?:类)?(?:案件|诉求)?的?占")
_NAME = compile_("[\u4e00-\u9fff]{2,8}(?:率|度|比重|占比|比例)")
_TIME = compile_("[上去]年|同期|(?<!\\d)20\\d\\d年")
_BACK, _AHEAD = 16, 8
_LEAST = 3
"""Digits of a percentage or total whose exchange is no chance."""
_NEAR = 6
_FLOW = 3


class _Way(NamedTuple):
    """How numbers give another one.

    Attributes:
        numbers: those that are reckoned with.
        right: what they give, written as the report writes it.
        arithmetic: the calculation.
    """

    numbers: tuple[Number, ...]
    right: str
    arithmetic: str


def check(view: View) -> Iterator[Problem]:
    """A problem for each number that the numbers of its paragraph give with two digits exchanged."""
    known = {one.number.start for one in view.once(ratios) if one.status != "not-assessable"}
    known |= {one.number.start for one in view.once(judged) if one.status != "not-assessable"}
    for numbers in view.once(paragraphs):
        for at, number in enumerate(numbers):
            if number.start not in known and number.exact and _is_swappable(number) and (way := _way(view, numbers, at)):
                roles = tuple(Related(one.span, Phrase("推算所用的数", "a number that gives it")) for one in way.numbers)
                yield Problem(
                    span=number.span,
                    message=Phrase(
                        f"按相邻各数应为{way.right}，{number.text}似有两位写反",
                        f"the numbers around give {way.right}; two digits of {number.text} seem to have changed places",
                    ),
                    related=roles,
                    expected=way.right,
                    found=number.text,
                    arithmetic=f"{way.arithmetic}≠{number.face}",
                )


def _is_swappable(number: Number) -> bool:
    figures = [sign for sign in number.text if sign.isdecimal()]
    least = _LEAST if number.kind == "percent" else 2
    return len(figures) >= least and len(set(figures)) > 1


def _way(view: View, numbers: list[Number], at: int) -> _Way | None:
    number = numbers[at]
    words = last_words(number.before)
    if _OF_OTHERS.search(words):
        return None  # 比重从 p% 提高: what it was is of other years
    if number.kind in ("count", "money"):
        return None if number.change else _amount(view, numbers, at, words)
    near = numbers[max(0, at - _BACK) : at] + numbers[at + 1 : at + 1 + _AHEAD]
    before = numbers[at - 1] if at else None
    if number.kind == "points":
        return _points(number, near, before) if before is not None else None
    if number.unit != "%":
        return None
    if number.change:
        return _growth(view, number, before, near) if before is not None else None
    return _ratio(view, number, near) if _RATIO.search(words) else None


def _amount(view: View, numbers: list[Number], at: int, words: str) -> _Way | None:
    number = numbers[at]
    following = numbers[at + 1] if at + 1 < len(numbers) else None
    if _TOTAL.search(words) and len(number.text) > _LEAST:
        return _total(numbers, at)
    if following is not None and following.before.startswith(",其中") and alike(following, number):
        return _split(view, numbers, at)
    if _HELD.search(words):
        return _held(numbers, at)
    return _rest(numbers, at) if _REST.search(words) else None


def _ratio(view: View, number: Number, near: list[Number]) -> _Way | None:
    """续签率 p%: what one of the numbers around is of another, of which either is called as the rate is."""
    levels = [one for one in near if one.kind in ("count", "money") and one.exact and not one.change and one.low > 0]
    if all_ := _OF_ALL.search(number.before):  # what there is of them is told in the opening
        noun = all_["noun"]
        levels += [one for row in rows(view) for one in row if one not in levels and one.exact and view.text.startswith(noun, one.end)]
    reach, own = number.step * HALF, cut(number)
    found: list[tuple[Number, Number]] = []
    exchanged = _exchanged(number)
    for base in levels:
        bounds = [((value - reach) * base.low / HUNDRED, (value + reach) * base.low / HUNDRED) for value in exchanged]
        if not bounds:
            return None
        low, high = own.low * base.low / HUNDRED, own.high * base.low / HUNDRED
        for part in levels:
            if part is base or not alike(part, base) or part.low > base.low:
                continue
            if low <= part.low <= high:
                return None
            if any(least <= part.low < most for least, most in bounds):
                found.append((part, base))
    if not found and len(levels) > _FLOW - 1:
        return _ratio_of_two(number, levels)
    for part, base in found:
        follows = last_words(number.before) == "的" and base.end + 1 == number.start
        if all_ or follows or _is_of(view, number, part, base, levels):
            value = part.low / base.low * HUNDRED
            return _Way((part, base), number.rewritten(value), f"{part.face}÷{base.face}={digits(value, 2)}%")
    return None


def _is_of(view: View, number: Number, part: Number, base: Number, levels: list[Number]) -> bool:
    """Whether a rate is called as `part` is, which no number nearer to it is; or as `base`, of which `part` is told at once."""
    words = last_words(number.before)
    rate, share = _RATE.search(words), _SHARE.search(words)
    core = rate["core"] if rate else share["name"] if share else ""
    said = [one for one in levels if core and _says(clause(view, one), core, bool(rate))]
    before = [one for one in said if one.start < number.start]
    if part in said:
        return part is (before[-1] if before else said[0])
    beside = "其中" in part.before and part.start - len(part.before) == base.end
    return beside and not said and any(words[at : at + 3] in clause(view, base) for at in range(len(words) - 2))


def _says(clause_: str, core: str, whole: bool) -> bool:
    return core in clause_ if whole else share_a_word(core, clause_)


def _ratio_of_two(number: Number, levels: list[Number]) -> _Way | None:
    """出庭率 p%,其中正职出庭 a 件,副职出庭 b 件, of w: what two numbers that follow each other, and are called as the rate is, are of another."""
    exchanged, rate = _exchanged(number), _RATE.search(last_words(number.before).replace("应诉", ""))
    reach = number.step * HALF
    found = None
    core = rate["core"] if rate else ""
    for one, other in pairwise(levels) if core else ():
        if not alike(one, other) or not all(core in last_words(part.before) for part in (one, other)):
            continue
        both = one.low + other.low
        for base in levels:
            if base is one or base is other or not alike(base, one) or base.low < both:
                continue
            value = both / base.low * HUNDRED
            if cut(number).low <= value <= cut(number).high:
                return None
            if any(right - reach <= value < right + reach for right in exchanged):
                found = _Way((one, other, base), number.rewritten(value), f"({one.face}+{other.face})÷{base.face}={digits(value, 2)}%")
    return found


def _exchanged(number: Number) -> list[Decimal]:
    """The values that `number` has with two digits exchanged, of those up to 100."""
    signs = list(number.face.removesuffix("%"))
    places = [at for at, sign in enumerate(signs) if sign.isdecimal()]
    found = set()
    for one, other in combinations(places, 2):
        turned = signs.copy()
        turned[one], turned[other] = turned[other], turned[one]
        if turned != signs and turned[0] != "0":
            found.add(Decimal("".join(turned)))
    return [value for value in sorted(found) if value < HUNDRED]


def _growth(view: View, number: Number, base: Number, near: list[Number]) -> _Way | None:
    """立案查处 b 起。…立案数比上年的 a 件下降 p%: the only level that is called as the base is, whatever its unit."""
    led = _AGAINST.search(base.before)
    if led is None or base.kind != "count" or not base.exact or base.change or not base.low or not _BESIDE.fullmatch(number.before):
        return None
    words = last_words(base.before)[: -len(led.group())]
    levels = [one for one in near if one is not base and one.kind == "count" and one.exact and not one.change and one.end <= base.start]
    called = [one for one in levels if words and share_a_word(words, last_words(one.before))]
    for one in called if len(called) == 1 else ():
        value = (one.low / base.low - 1) * HUNDRED
        right = number.rewritten(abs(value))
        if (value < 0) == (number.change == "decrease") and swapped(right, number.text):
            return _Way((one, base), right, f"{one.face}÷{base.face}-1={digits(value, 2)}%")
    return None


def _points(number: Number, near: list[Number], before: Number) -> _Way | None:
    """主动评价率 a%。…上年主动评价率 b%,提升 d 个百分点: the difference of the two values of one rate, the last of which stands right before it."""
    levels = [one for one in near if one.kind == "percent" and one.exact and not one.change]
    if before not in levels or any(abs(one.low - other.low) == number.low for one, other in combinations(levels, 2)):
        return None
    for other in levels:
        value = abs(before.low - other.low)
        right = number.rewritten(value)
        told = value and not right.startswith("0") and not number.text.startswith("0") and swapped(right, number.text)
        if other is not before and told and _are_of_one_rate(before, other):
            high, low = (before, other) if before.low > other.low else (other, before)
            return _Way((before, other), right, f"{high.face}-{low.face}={digits(value)}")
    return None


def _are_of_one_rate(one: Number, other: Number) -> bool:
    """Whether both are called by the same name, and one of them is said to be of another year."""
    names = [found.group() if (found := _NAME.search(number.before)) else "" for number in (one, other)]
    shortest = min(names, key=len)
    alike_ = len(shortest) > _FLOW - 1 and all(name.endswith(shortest[-4:]) for name in names)
    return alike_ and any(_TIME.search(number.before) for number in (one, other))


def _total(numbers: list[Number], at: int) -> _Way | None:
    """a、b、c,合计 w, or 共 w,来自 a、b、c: the sum of those right before, or right behind."""
    number = numbers[at]
    ways = []
    for side in (numbers[max(0, at - _NEAR) : at][::-1], numbers[at + 1 : at + 1 + _NEAR]):
        run: list[Number] = []
        for one in side:
            if not (alike(one, number) and one.exact and not one.change):
                break
            run.append(one)
            if len(run) > 1:
                ways.append(run[::-1] if one.start < number.start else run.copy())
    sums = [(sum((one.low for one in run), Decimal(0)), run) for run in ways]
    if any(value == number.low for value, _ in sums):
        return None
    for value, run in sums:
        right = number.rewritten(value, exact=True)
        if swapped(right, number.text.replace(",", "")):
            return _Way(tuple(run), right, f"{'+'.join(one.face for one in run)}={right.removesuffix(number.unit)}")
    return None


def _split(view: View, numbers: list[Number], at: int) -> _Way | None:
    """检查 w 次,其中甲类 a 次、乙类 b 次, which make another number of the report: w with two digits exchanged."""
    number = numbers[at]
    run: list[Number] = []
    found = None
    for one in numbers[at + 1 : at + 1 + _NEAR]:
        if not (alike(one, number) and one.exact and not one.change):
            break
        run.append(one)
        value = sum((part.low for part in run), Decimal(0))
        if value == number.low:
            return None
        right = number.rewritten(value, exact=True)
        if len(run) > 1 and swapped(right, number.text.replace(",", "")):
            found = _Way(tuple(run), right, f"{'+'.join(part.face for part in run)}={right.removesuffix(number.unit)}")
    if found is None:
        return None
    value = sum((part.low for part in found.numbers), Decimal(0))
    said = (one for row in rows(view) for one in row if one.low == value and alike(one, number))
    return found if next(said, None) is not None else None


def _held(numbers: list[Number], at: int) -> _Way | None:
    """年初 a,新增 b,减少 c,年末 d: what was there with what came and without what went."""
    number, run = numbers[at], numbers[max(0, at - _FLOW) : at]
    if len(run) < _FLOW or not _AT_FIRST.search(run[0].before) or not all(alike(one, number) and one.exact for one in run):
        return None
    first, more, less = run
    value = first.low + more.low - less.low
    right = number.rewritten(value, exact=True)
    if value == number.low or not swapped(right, number.text.replace(",", "")):
        return None
    return _Way((first, more, less), right, f"{first.face}+{more.face}-{less.face}={right.removesuffix(number.unit)}")


def _rest(numbers: list[Number], at: int) -> _Way | None:
    """w,其中 a、b、c,未化解的 d: what the run right before leaves of the number it begins with."""
    number = numbers[at]
    following = numbers[at + 1] if at + 1 < len(numbers) else None
    if following is not None and alike(following, number) and not following.change and "。" not in following.before:
        return None  # 未取得证书的38人,合格45人
    run: list[Number] = []
    for one in numbers[max(0, at - _NEAR) : at][::-1]:
        if not (alike(one, number) and one.exact and not one.change):
            break
        run.insert(0, one)
    for first in range(len(run) - 1):
        whole, *parts = run[first:]
        value = whole.low - sum(one.low for one in parts)
        if value == number.low:
            return None
        right = number.rewritten(value, exact=True) if value > 0 else ""
        if right and swapped(right, number.text.replace(",", "")):
            words = f"{whole.face}-{'-'.join(one.face for one in parts)}={right.removesuffix(number.unit)}"
            return _Way((whole, *parts), right, words)
    return None
