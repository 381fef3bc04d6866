"""A report against the one of the year before: what it says of that year, growth on that year's values, and what was copied."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from govmetrics.comparing import match
from govmetrics.facts import Fact, base_year, facts, normal
from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.changes.moves import Move, moves
from govmetrics.relations.figures import HUNDRED, Number, Range, alike, cut, digits, rounded, slip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govmetrics.view import View

_HUGE = Decimal(10) ** 20
"""More than any report counts; what is calculated from less is exact."""
_LEAST_NAME = 4
"""Characters of a name that tells one thing from others without an indicator."""
_FAR = 3
"""How many times one value may be the other before they are rather of two things."""
_YEAR_BEFORE = compile_(r"上一?年(?!均)|去年")
_PART = compile_(r"[月季旬周]|半年|[年期]初|计划|目标|任务|五年")
_ACCOUNTS = ("预算", "决算", "执行")
_COMPARABLE = compile_("规模以上|限额以上|规上|限上|零售总?额|投资|实际|可支配收入|可比|口径|人均|核算|初步|快报|预计")
"""What is known to grow on another base than the level that was published."""
_REVISION = compile_("口径|修订|调整[前后]|可比|剔除|普查|快报|初步|重新")
_NEAR = 60
"""Characters around a value in which words may say that it was revised."""
_SCOPES = compile_("[省市县区]级|本级|直属|下属|城镇|城区|城市|农村|乡镇|镇街|其中|新增|累计|机关|基层|[网线]上|线下|涉企|[一二三四]季度")
_OTHER_BASE = Phrase(
    "增幅可能按可比口径计算，不能由两年公布数推算", "growth may be on a comparable base, which the two published values do not give"
)
_REVISED = Phrase("上年数可能已修订或调整口径", "last year's value may have been revised")
_THIS_YEAR = Phrase("本年数", "this year")


class _Held(NamedTuple):
    """A stated change held against two levels.

    Attributes:
        fits, truncated: whether it follows where numbers are rounded, and where further places may be cut off.
        sign, amount: the change that the levels give, as the report would write it.
    """

    fits: bool
    truncated: bool
    arithmetic: str
    sign: int
    amount: str


def before(view: View) -> View | None:
    """The report of the year before; None where there is none, or it is of another year."""
    last = view.last
    if last is None:
        return None
    year, earlier = view.once(base_year), last.once(base_year)
    return last if year is None or earlier is None or year - earlier == 1 else None


def differing(view: View) -> Iterator[Problem | Judgement]:
    """What a report says of the year before against what that year's report said: 由上年的A增至B, B,比上年的A …, 2023年A."""
    last = before(view)
    if last is None:
        return
    seen: set[int] = set()
    for stated, level in _stated_before(view):
        old = _then(level, last)
        if old is None or old.number is None or not stated.exact or old.bound != "exact" or not _likely(level, old, stated):
            continue
        if _is_of_other_accounts(stated.before, last) or stated.start in seen:
            continue
        seen.add(stated.start)
        arithmetic = f"{stated.face}={old.number.face}"
        if cut(stated).meets(cut(old.number)):
            yield Judgement(status="holds", span=stated.span, arithmetic=arithmetic)
        elif _REVISION.search(view.text, max(0, stated.start - _NEAR), stated.end + _NEAR):
            yield Judgement(status="not-assessable", span=stated.span, reason=_REVISED)
        else:
            yield Problem(
                span=stated.span,
                message=Phrase(
                    f"“{_inner(old.name)}”的上年数此处为{stated.text}，上年报告第{old.line}行为{old.number.text}",
                    f"last year's {old.name}: {stated.text} here, {old.number.text} in last year's report (line {old.line})",
                ),
                help=Phrase("核对两年的口径；口径没有变就统一", "see whether both years count the same; if they do, mend one of them"),
                expected=old.number.text,
                found=stated.text,
                arithmetic=arithmetic.replace("=", "≠"),
            )


def growing(view: View) -> Iterator[Problem | Judgement]:
    """Stated growth against this year's level and last year's report; one problem a level."""
    last = before(view)
    if last is None:
        return
    for move in view.once(moves):
        after = move.after
        if move.before is not None or after is None or not after.exact or not _is_own(view, after):
            continue
        level = _fact(view, after)
        old = _then(level, last)
        if level is None or old is None or old.number is None or old.bound != "exact" or rounded(old.number).low <= 0:
            continue
        for number in move.stated:
            said = None if _is_of_other_accounts(number.before, last) else _growth(move, number, level, old)
            if said is not None:
                yield said
            if isinstance(said, Problem):
                break


def _stated_before(view: View) -> Iterator[tuple[Number, Fact | None]]:
    """What a report says of the year before: the number, and what it is the earlier value of."""
    year = view.once(base_year)
    for move in view.once(moves):
        base, after = move.before, move.after
        if base is None or after is None or base.change or not _is_own(view, after):
            continue
        words = base.before
        named = _YEAR_BEFORE.search(words) or (year is not None and f"{year - 1}年" in words)
        if named and not _PART.search(words):
            yield base, _fact(view, after)
    for fact in view.once(facts).stated:
        if fact.period == "-1" and fact.number is not None:
            yield fact.number, fact._replace(period="0", key=(*fact.key[:-1], "0"))


def _is_of_other_accounts(words: str, last: View) -> bool:
    """Whether `words` name a base (预算, 决算, 执行数) of which last year's report is not."""
    named = [word for word in _ACCOUNTS if word in words]
    return bool(named) and (len(named) > 1 or named[0] not in last.once(_accounts))


def _accounts(view: View) -> str:
    """Words that say which accounts a report is: its title, or what its figures are called where they have no text."""
    return view.document.title or "".join(metric.label for metric in view.metrics if "算" in metric.label)


def _is_own(view: View, number: Number) -> bool:
    """Whether a level is of the report's year."""
    period, year = number.metric.period, view.once(base_year)
    return period is None or year is None or period == str(year)


def _fact(view: View, number: Number) -> Fact | None:
    """The fact that a level states."""
    own = view.once(facts)
    indicator = number.metric.indicator
    found = own.by_indicator.get((indicator, number.kind, number.unit, "0")) if indicator else None
    found = found or own.by_name.get((normal(number.label), number.kind, number.unit, "0"))
    return found if found and found.number and cut(found.number).meets(cut(number)) else None


def _then(fact: Fact | None, last: View) -> Fact | None:
    """What last year's report says of the same thing, where it surely is the same."""
    old = match(fact, last.once(facts)) if fact else None
    if fact is None or old is None:
        return None
    if fact.indicator is not None and fact.indicator == old.indicator:
        return old
    return old if len(fact.key[0]) >= _LEAST_NAME and _scope(fact) == _scope(old) else None


def _scope(fact: Fact) -> frozenset[str]:
    """Words before a figure that narrow what it counts."""
    return frozenset(_SCOPES.findall(fact.number.before[-_NEAR:])) if fact.number else frozenset()


def _likely(fact: Fact | None, old: Fact, stated: Number) -> bool:
    """Whether two values can be of one thing: of one indicator, or not far from each other."""
    if fact is not None and fact.indicator and fact.indicator == old.indicator:
        return True
    low, high = sorted((stated.low, old.value))
    return (low > 0 and high <= low * _FAR) or low == high or (old.number is not None and slip(stated, old.number))


def _growth(move: Move, number: Number, level: Fact, old: Fact) -> Problem | Judgement | None:
    after, base = move.after, old.number
    if after is None or base is None or number.metric.basis != "yoy" or not number.exact or not number.change:
        return None
    held = _held(number, after, base) if _likely(level, old, after) and max(after.low, base.low) < _HUGE else None
    if held is None:
        return None
    related = (Related(after.span, _THIS_YEAR),)
    if held.fits or held.truncated:
        status = "holds" if held.fits else "holds-if-truncated"
        return Judgement(status=status, span=number.span, related=related, arithmetic=held.arithmetic)  # type: ignore[arg-type]
    if move.excuse or _COMPARABLE.search(after.label) or _COMPARABLE.search(after.before[-24:]):
        return Judgement(status="not-assessable", span=number.span, related=related, arithmetic=held.arithmetic, reason=_OTHER_BASE)
    sign = 1 if number.change == "increase" else -1
    said, due = _change(sign, number.text), _change(held.sign, held.amount)
    otherwise = number.text if sign == held.sign else f"{'+' if sign > 0 else '-'}{number.text}"
    return Problem(
        span=number.span,
        message=Phrase(
            f"“{_inner(level.name)}”写{said.zh}，按上年报告第{old.line}行的{base.text}推算应为{due.zh}",
            f"{level.name} {due.en}, not {otherwise}, from the {base.text} of last year's report (line {old.line})",
        ),
        related=related,
        help=Phrase("上年数修订过的，应在文中说明", "if last year's value was revised, the report should say so"),
        expected=held.amount if sign == held.sign else due.zh,
        found=number.text,
        arithmetic=f"{held.arithmetic}≠{'-' if number.change == 'decrease' else ''}{number.face}",
    )


def _inner(name: str) -> str:
    """`name` as it stands between quotation marks."""
    return name.replace("“", "‘").replace("”", "’")


def _change(sign: int, amount: str) -> Phrase:
    """A change in words."""
    if not sign:
        return Phrase("持平", "stayed the same")
    return Phrase(f"增长{amount}", f"rose by {amount}") if sign > 0 else Phrase(f"下降{amount}", f"fell by {amount}")


def _held(number: Number, after: Number, base: Number) -> _Held | None:
    """`number`, a rate of growth or a difference, held against two levels; None where it is neither."""
    if number.kind == "percent" and after.kind != "percent":
        value = (after.low / base.low - 1) * HUNDRED
        arithmetic = f"{after.face}÷{base.face}-1={digits(value, 2)}%"
        ranges = [_grown(how, after, base) for how in (rounded, cut)]
    elif (alike(number, after) and number.kind != "percent") or (number.kind == "points" and after.kind == "percent"):
        value = after.low - base.low
        unit = "个百分点" if number.kind == "points" else number.unit
        sign = "-" if value < 0 else ""
        arithmetic = f"{after.face}-{base.face}={sign}{number.rewritten(abs(value)).removesuffix(unit)}"
        ranges = [how(after) - how(base) for how in (rounded, cut)]
    else:
        return None
    own = [_signed(how(number), number) for how in (rounded, cut)]
    fits, truncated = (one.meets(other) for one, other in zip(own, ranges, strict=True))
    return _Held(fits, truncated, arithmetic, (value > 0) - (value < 0), number.rewritten(abs(value)))


def _grown(how: Callable[[Number], Range], after: Number, base: Number) -> Range:
    share = how(after) / how(base)
    return Range((share.low - 1) * HUNDRED, (share.high - 1) * HUNDRED)


def _signed(own: Range, number: Number) -> Range:
    return Range(-own.high, -own.low) if number.change == "decrease" else own
