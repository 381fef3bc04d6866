"""A number that is pointed back to with its digits exchanged: 共办结案件 347 件, and then 全年办结的 374 件案件中."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics.patterns import compile_
from govmetrics.relations.figures import last_words, significant, swapped
from govmetrics.relations.repeats.exchanged import is_of_another
from govmetrics.relations.repeats.restated import Repeat, bodies
from govmetrics.relations.repeats.stated import DIGITS, clause_start, digits_swapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govmetrics.relations.figures import Number, Row
    from govmetrics.view import View

_BACK = compile_("(?P<verb>[\u4e00-\u9fff]{2})出?的$|(?:^|[在从对])(?:全年|今年|本年度?|年内|报告期内)$")
_OF = compile_("(?:的|次|名|件)?(?P<noun>[\u4e00-\u9fff()]{2,12})")
_SOME = compile_("其中|另|首批|部分|重点|抽取|随机|抽样|剩余|其余|未|不|尚|超|原有|同期|月")
_SAMPLED = ("抽查", "抽取", "抽检", "抽样")
_ENDS = ("的", "年", "年度", "年内", "报告期内")
_PEOPLE = {"名": "人", "位": "人"}
_BEHIND, _LONG, _FEW = 14, 4, 2
_MOST = 8
"""Numbers with the same digits that are looked at: more are no slips."""


def pointing(view: View, facts: Iterable[tuple[Row, Number]]) -> Iterator[Repeat]:
    """The numbers that are pointed back to as those of a thing, each with the one before that has its digits in another order."""
    said = sorted(facts, key=lambda fact: fact[1].start)
    back = {number.start: found for _, number in said if number.before.endswith(_ENDS) and (found := _points(view, number)) is not None}
    if not back:
        return
    wanted = {key for _, number in said if number.start in back for key in _keys(number)}
    known: dict[tuple[str, str], list[tuple[Row, Number]]] = {}
    for row, number in said:
        keys = _keys(number) & wanted
        if number.start in back:
            earlier = [fact for key in keys for fact in known.get(key, ())[:_MOST]]
            if any(one.low == number.low for _, one in earlier):
                earlier = []  # it is of that
            first = next((one for its, one in earlier if _is_one(view, (its, one), (row, number), back[number.start])), None)
            if first is not None:
                yield Repeat(first, number, True)
        for key in keys:
            known.setdefault(key, []).append((row, number))


def _points(view: View, number: Number) -> str | None:
    """The verb by which a number points back, which may be none; None where it does not."""
    words = last_words(number.before)
    found = _BACK.search(words)
    if found is None or is_of_another(view, number) or _SOME.search(words):
        return None
    return found["verb"] or ""


def _keys(number: Number) -> set[tuple[str, str]]:
    return {(_PEOPLE.get(number.unit, number.unit), "".join(sorted(digits))) for digits in _digits(number)}


def _digits(number: Number) -> set[str]:
    """The digits of a number as written, and those that it has in whatever scale; none of one digit alone."""
    found = {"".join(DIGITS.findall(number.text)), significant(number.low)}
    return {digits for digits in found if len(digits) >= _FEW}


def _is_one(view: View, first: tuple[Row, Number], second: tuple[Row, Number], verb: str) -> bool:
    """Whether the second number is the first but for its digits: of the same verb and noun, or of a long noun."""
    (row, one), (own, other) = first, second
    led = is_of_another(view, one) and "累计" not in one.before[-_BEHIND:]
    if one.low == other.low or led or _SOME.search(last_words(one.before)):
        return False
    if not (digits_swapped(one, other) or swapped(significant(one.low), significant(other.low))):
        return False
    noun = _OF.match(view.text, other.end)
    words = one.before[clause_start(one.before) :] + view.text[one.end : one.end + _BEHIND].partition("。")[0]
    many = len("".join(DIGITS.findall(other.text))) >= _LONG
    if noun is None and many and verb and verb in words:
        return True  # 选聘的 b 名“两员”
    if noun is None or bodies(view, other, own.start) - bodies(view, one, row.start):
        return False
    called = noun["noun"]
    longest = next((size for size in range(min(len(called), 8), 1, -1) if called[:size] in words), 0)
    few = min(map(len, _digits(one) | _digits(other))) <= _FEW
    if few or verb in _SAMPLED:
        return longest >= _LONG and verb in words
    return longest >= _LONG or (bool(verb) and verb in words and called[:2] in words)
