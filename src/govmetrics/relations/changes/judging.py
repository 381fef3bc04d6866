"""Whether the change that a report states agrees with the levels that it states."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from govmetrics.finding import Judgement, Phrase, Problem, Related, Severity, Status
from govmetrics.patterns import compile_
from govmetrics.relations.changes import annual
from govmetrics.relations.changes import words as change_words
from govmetrics.relations.changes.moves import Move, moves
from govmetrics.relations.figures import (
    HUNDRED,
    Number,
    Range,
    alike,
    cut,
    digits,
    floored,
    in_round_numbers,
    last_words,
    rounded,
    rows,
    signed,
)
from govmetrics.relations.sums.breakdowns import breakdowns

if TYPE_CHECKING:
    from govmetrics.view import View

Kind: TypeAlias = Literal["growth", "difference", "multiple", "direction", "percent-for-points", "basis"]

BEFORE = Phrase("基数", "base")
AFTER = Phrase("现值", "new level")
DELTA = Phrase("增减额", "difference")
_APPROXIMATE = Phrase("约数，无法核对", "an approximation; it cannot be checked")
_ONE = Decimal(1)
_FLOW = compile_("(?:新增|新登记|注销|吊销|退出|核减|新入|迁出|解除)$")
_OVER = compile_("[两二三四五六七八九十]年")
_TIMES = 3
_MOST = 8
"""Numbers before one that it may be of: 优良天数 w,其中优 a."""
_WAYS: tuple[tuple[Callable[[Number], Range], Status], ...] = ((rounded, "holds"), (cut, "holds-if-truncated"))


class Judged(NamedTuple):
    """A stated change with the levels that it was held against.

    Attributes:
        number: the stated change.
        kind: which check it belongs to.
        expected: what the levels give, written as the report writes it.
        others: the figures involved with their roles.
    """

    kind: Kind
    status: Status
    number: Number
    others: tuple[tuple[Number, Phrase], ...]
    arithmetic: str
    expected: str = ""
    reason: Phrase | None = None


def judged(view: View) -> list[Judged]:
    """All stated changes that have levels to be held against, in order."""
    found: list[Judged] = []
    wholes = {part.start: one.total for one in view.once(breakdowns) for part in one.parts}
    for move in view.once(moves):
        own = _all(move)
        if move.after is not None and _fail(own):
            of_whole = _of_whole(view, move, wholes.get(move.after.start))
            own = _from_another(view, move, move.after, own) if of_whole is None else of_whole
        mixed = _growth(move, move.mixed) if move.mixed is not None else None
        if mixed and mixed.status == "holds":
            own.append(mixed._replace(kind="basis", status="fails", expected="环比"))
        yearly = _yearly(move)
        if yearly:
            own.append(yearly)
        turned = _turned(move)
        if turned:
            own = [turned]
        failed = {one.kind: one for one in own if one.status == "fails"}
        if "difference" in failed and "growth" in failed:  # both against one level: that is what is wrong, and it is one mistake
            own = [one for one in own if one is not failed["growth"]]
        found += own
    return found


def _fail(own: list[Judged]) -> bool:
    return any(one.status == "fails" for one in own)


def _of_whole(view: View, move: Move, whole: Number | None) -> list[Judged] | None:
    """What the changes are to the whole that the level is a part of, where that fits: w,其中 a、b;与上年的 v 相比减少 d."""
    whole = whole or _spoken_of(view, move)
    for level in (whole, *_earlier(view, move)):
        own = _all(move._replace(after=level)) if level is not None else []
        if own and not _fail(own):
            return own
    return None


def _earlier(view: View, move: Move) -> list[Number]:
    """The levels before the one that was read, where that is told as one of them: 立案 w 宗,…其中非法占用 a 宗;比上年的 v 宗下降 p%."""
    after = move.after
    if after is None or move.before is None or "其中" not in after.before:
        return []
    return [one for one in view.once(_before_each).get(after.start, ()) if alike(one, after) and not one.change]


def _spoken_of(view: View, move: Move) -> Number | None:
    """The level before 其中, where the one that was read is of those: 优良天数 w,其中优 a,与上年的 v 相比多了 d."""
    after = move.after
    if after is None or move.before is None:
        return None
    earlier = [one for one in view.once(_before_each).get(after.start, ()) if alike(one, after) and not one.change]
    return next((one for one in reversed(earlier) if "其中" in view.text[one.end : after.start]), None)


def _from_another(view: View, move: Move, after: Number, own: list[Judged]) -> list[Judged]:
    """What holds of a level further back, where the change is said to be over years; nothing where the levels are what came and went."""
    if move.before is not None and _FLOW.search(last_words(after.before)) and after.low * _TIMES < move.before.low:
        return []  # 新增12家,注销16家,较上年的214家减少4家
    if not any(_OVER.search(one.before) for one in move.stated):
        return own
    for level in view.once(_before_each).get(after.start, ()):
        if alike(level, after) and not level.change:
            held = _all(move._replace(before=level))
            if held and not _fail(held):
                return held
    return own


def _before_each(view: View) -> dict[int, list[Number]]:
    """The numbers of its sentence that stand near before each, by where it starts."""
    return {number.start: row[max(0, at - _MOST) : at] for row in rows(view) for at, number in enumerate(row)}


def _all(move: Move) -> list[Judged]:
    return [one for one in (_judge(move, number) for number in move.stated) if one]


def report(one: Judged, message: Phrase, severity: Severity | None = None, help_: Phrase | None = None) -> Problem | Judgement:
    """What a check says of `one`."""
    related = tuple(Related(number.span, role) for number, role in one.others)
    if one.status == "fails":
        return Problem(
            span=one.number.span,
            message=message,
            related=related,
            expected=one.expected,
            found=one.number.text,
            arithmetic=one.arithmetic,
            severity=severity,
            help=help_,
        )
    return Judgement(status=one.status, span=one.number.span, related=related, arithmetic=one.arithmetic, reason=one.reason)


def _judge(move: Move, number: Number) -> Judged | None:
    if number.kind == "percent":
        return _growth(move, number)
    if number.kind == "multiple":
        return _multiple(move, number)
    if number.kind in ("points", "count", "money"):
        return _difference(move, number)
    return None


def _turned(move: Move) -> Judged | None:
    """由 120 降至 135; 减少 d,增长 p%: a direction that the levels or the difference beside it contradict."""
    before, after = move.before, move.after
    if move.verb and before is not None and after is not None and before.low == before.high and after.exact:
        rose = rounded(before).high < rounded(after).low
        fell = rounded(after).high < rounded(before).low
        if (fell and move.verb == "increase") or (rose and move.verb == "decrease"):
            sign = "<" if fell else ">"
            return Judged("direction", "fails", after, ((before, BEFORE),), f"{after.face}{sign}{before.face}", "下降" if fell else "上升")
    if before is None and after is None and len(move.stated) > 1:
        first, second = move.stated[:2]
        if {first.kind, second.kind} & {"percent"} and first.change != second.change:
            words = f"{_sign(first)}{first.face}, {_sign(second)}{second.face}"
            return Judged("direction", "fails", second, ((first, DELTA),), words, "下降" if first.change == "decrease" else "增长")
    return None


def _yearly(move: Move) -> Judged | None:
    if move.annual is None or move.before is None or move.after is None:
        return None
    number, years = move.annual
    fits = number.kind in ("percent", move.before.kind)
    found = annual.verdict(move.before, move.after, number, years) if fits else None
    if found is None:
        return None
    kind: Kind = "growth" if number.kind == "percent" else "difference"
    if not (move.before.exact and move.after.exact and number.exact):
        return _unsure(kind, move, number, _APPROXIMATE)
    if found.status == "fails" and number.kind == "percent":
        real = move.excuse or _real(move.before) or _real(move.after)
        # Prices rise, so what people earn and spend grows less without them.
        if real and not (_priced(move.after) and number.change == "increase" and number.low > found.value + 1):
            return _unsure(kind, move, number, _excused(real))
    said = f"{found.arithmetic}≠{_sign(number)}{number.face}" if found.status == "fails" else found.arithmetic
    return Judged(kind, found.status, number, _levels(move, number), said, _expected(number, found.value))


def _real(level: Number) -> str:
    match = change_words.OTHER_BASIS.search(level.label) or change_words.OTHER_BASIS.search(level.before)
    return str(match.group()) if match else ""


def _priced(level: Number) -> bool:
    return change_words.PRICED.search(level.label) is not None or change_words.PRICED.search(level.before) is not None


def _levels(move: Move, number: Number) -> tuple[tuple[Number, Phrase], ...]:
    pairs = ((move.after, AFTER), (move.before, BEFORE))
    return tuple((level, role) for level, role in pairs if level is not None and level is not number)


def _unsure(kind: Kind, move: Move, number: Number, reason: Phrase) -> Judged:
    return Judged(kind, "not-assessable", number, _levels(move, number), "", reason=reason)


def _excused(words: str) -> Phrase:
    return Phrase(f"“{words}”的增幅不能由两个现价数推算", f"growth said to be {words} does not follow from the two levels")


def _difference(move: Move, number: Number) -> Judged | None:
    before, after = move.before, move.after
    if before is None or after is None:
        return None
    fits = before.kind == "percent" if number.kind == "points" else before.kind == number.kind
    if not fits:
        return None
    if not (before.exact and after.exact and number.exact):
        return _unsure("difference", move, number, _APPROXIMATE)
    swung = bool(before.change and after.change)  # 由下降 a% 转为增长 b%
    gap = signed(after) - signed(before) if swung else after.low - before.low
    if number.change is None:  # 高出全省平均(86.9%)1.8个百分点: the word tells the direction
        gap = abs(gap)
        after, before = (after, before) if after.low >= before.low else (before, after)
    stated = signed(number)
    own = _signed(number)
    arithmetic = f"{_sign(after)}{after.face}-{_sign(before)}{before.face}".replace("--", "+") + f"={_result(number, gap)}"
    others = _levels(move, number)
    apart = [_as_said(after, how, swung) - _as_said(before, how, swung) for how in (rounded, floored)]
    if own.meets(apart[0]):
        return Judged("difference", "holds", number, others, arithmetic)
    if any(_as_said(number, floored, True).meets(one) for one in apart):
        return Judged("difference", "holds-if-truncated", number, others, arithmetic)
    if move.excuse and number.kind != "points":
        return _unsure("difference", move, number, _excused(move.excuse))
    kind: Kind = "direction" if stated == -gap and gap != 0 else "difference"
    return Judged(kind, "fails", number, others, f"{arithmetic}≠{_result(number, stated)}", _expected(number, gap))


def _growth(move: Move, number: Number) -> Judged | None:
    before, after = move.before, move.after
    delta = next((one for one in move.stated if one.kind in ("count", "money")), None)
    level = before or after
    mixed = delta is not None and level is not None and (delta.kind, delta.unit) != (level.kind, level.unit)
    candidates = [] if mixed else _growths(move, delta)
    if not candidates:
        return None
    involved = [one for one in (before, after, delta) if one is not None and one is not number]
    others = _levels(move, number) + (((delta, DELTA),) if delta is not None else ())
    arithmetic = candidates[0][1]
    if not all(one.exact for one in (number, *involved)):
        return Judged("growth", "not-assessable", number, others, arithmetic, reason=_APPROXIMATE)
    points = _points(before, after, number)
    if points and before is not None and after is not None:
        return Judged("percent-for-points", "fails", number, others, f"{after.face}-{before.face}={points}", points)
    for ranges, words, _ in candidates:
        if _signed(number).meets(ranges):
            return Judged("growth", "holds", number, others, words)
    for _, words, wide in candidates:
        if _cut(number).meets(wide):
            return Judged("growth", "holds-if-truncated", number, others, words)
    if move.excuse and "名义" not in number.before:
        return Judged("growth", "not-assessable", number, others, arithmetic, reason=_excused(move.excuse))
    if before is None and any(_cut(number).meets(wide) for _, _, wide in _growths(move, delta, in_round_numbers)):
        return Judged("growth", "not-assessable", number, others, arithmetic, reason=_APPROXIMATE)
    low = candidates[0][0]
    middle = (low.low + low.high) / 2
    turned = Range(-low.high, -low.low)
    kind: Kind = "direction" if _signed(number).meets(turned) and middle != 0 else "growth"
    return Judged(kind, "fails", number, others, f"{arithmetic}≠{_sign(number)}{number.face}", _expected(number, middle))


def _points(before: Number | None, after: Number | None, number: Number) -> str:
    """The difference in points where `number` is that and not the relative change."""
    if before is None or after is None or before.kind != "percent":
        return ""
    difference = abs(after.low - before.low)
    if difference != number.low:
        return ""
    return digits(difference) + "个百分点"


def _growths(move: Move, delta: Number | None, loose: Callable[[Number], Range] = cut) -> list[tuple[Range, str, Range]]:
    """The growth in percent that the levels give, its calculation, and the range for numbers read by `loose`; the surest way first."""
    before, after = move.before, move.after
    found: list[tuple[Range, str, Range]] = []
    if before is not None and before.change:
        return []
    if before is not None and after is not None and before.low > 0:
        pairs = [(how(after) / how(before)) for how in (rounded, loose) if how(before).low > 0]
        if len(pairs) == 2:
            narrow, wide = (Range((pair.low - 1) * HUNDRED, (pair.high - 1) * HUNDRED) for pair in pairs)
            value = (after.low / before.low - 1) * HUNDRED
            found.append((narrow, f"{after.face}÷{before.face}-1={digits(value, 2)}%", wide))
    if delta is not None and before is not None and before.low > 0:
        value = delta.low / before.low * HUNDRED * (-1 if delta.change == "decrease" else 1)
        ways = [_over(delta, how(delta) / how(before)) for how in (rounded, loose) if how(before).low > 0]
        if len(ways) == 2:
            found.append((ways[0], f"{delta.face}÷{before.face}={digits(abs(value), 2)}%", ways[1]))
    if delta is not None and before is None and after is not None:
        down = delta.change == "decrease"
        base = after.low + delta.low if down else after.low - delta.low
        ways = []
        for how in (rounded, loose):
            ranges = how(after) + how(delta) if down else how(after) - how(delta)
            if ranges.low > 0:
                ways.append(_over(delta, how(delta) / ranges))
        if len(ways) == 2:
            sign = "+" if down else "-"
            words = f"{delta.face}÷({after.face}{sign}{delta.face})={digits(delta.low / base * HUNDRED, 2)}%"
            found.append((ways[0], words, ways[1]))
    return found


def _over(delta: Number, share: Range) -> Range:
    percent = share.times(HUNDRED)
    return Range(-percent.high, -percent.low) if delta.change == "decrease" else percent


def _multiple(move: Move, number: Number) -> Judged | None:
    before, after = move.before, move.after
    if before is None or after is None or before.low <= 0 or number.change == "decrease":
        return None
    if not (before.exact and after.exact and number.exact):
        return _unsure("multiple", move, number, _APPROXIMATE)
    less = _ONE if number.change else Decimal(0)
    doubled = number.text.startswith("翻")
    others = _levels(move, number)
    value = after.low / before.low - less
    arithmetic = f"{after.face}÷{before.face}{'-1' if less else ''}={digits(value, 2)}"
    for how, status in _WAYS:
        base = how(before)
        if base.low <= 0:
            return None
        ratio = how(after) / base
        whole = how is rounded or value < number.low + max(number.step, _ONE if not less else Decimal(0))
        if whole and how(number).meets(Range(ratio.low - less, ratio.high - less)):
            return Judged("multiple", status, number, others, arithmetic)
    if doubled and value > number.low and value < number.low * 2:  # less than one doubling more: 翻了两番 is what is full
        return _unsure("multiple", move, number, _APPROXIMATE)
    stated = digits(number.low) if doubled else number.face
    return Judged("multiple", "fails", number, others, f"{arithmetic}≠{stated}", ("增长" if doubled else "") + digits(value, 2) + "倍")


def _signed(number: Number) -> Range:
    return _as_said(number, rounded, True)


def _as_said(number: Number, how: Callable[[Number], Range], signed: bool) -> Range:
    own = how(number)
    return Range(-own.high, -own.low) if signed and number.change == "decrease" else own


def _cut(number: Number) -> Range:
    return _as_said(number, cut, True)


def _sign(number: Number) -> str:
    return "-" if number.change == "decrease" else ""


def _result(number: Number, value: Decimal) -> str:
    """`value` in the scale of `number`, without its unit."""
    scaled = number.rewritten(abs(value))
    unit = "个百分点" if number.kind == "points" else number.unit
    return ("-" if value < 0 else "") + scaled.removesuffix(unit)


def _expected(number: Number, value: Decimal) -> str:
    verb = ""
    if (value < 0) != (number.change == "decrease") and value != 0:
        verb = "下降" if value < 0 else "增长"
    return verb + number.rewritten(abs(value))
