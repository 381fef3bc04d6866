"""A number said again behind the very same words: 政府常务会议会前学法 a 次, and what the head of the office held, b 次."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, last_words, one_digit
from govmetrics.relations.repeats.restated import Repeat
from govmetrics.relations.repeats.stated import Named, apart, circumstances, clause_start, digits_swapped, is_part, shared_end

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govmetrics.relations.figures import Row
    from govmetrics.view import View

_WORDS = compile_("[\u4e00-\u9fff]{6}$")
"""So many characters hardly stand before the numbers of two facts."""
_LEADERS = compile_("第一责任人|主要负责(?:人|同志)|党政主要|履职|述法")
_LEAD = compile_(
    "(?:(?:[\u4e00-\u9fff]{0,8}(?:主要)?(?:负责(?:人|同志)|领导|书记|主任|局长|镇长|县长|区长|市长))|本人|带头|亲自|牵头|全年|今年|本年|年内|共|先后|定期|主持|召开|组织|开展|统筹|安排|筹备|推动|举办|坚持|严格|落实|实行|累计|认真"
    "|[审研]究|专题|部署|推进|承办|办理|完成|依托[\u4e00-\u9fff\\d]{2,8})*"
)
"""What may stand before the same words without making them those of another body or meeting."""
_OF_SEVERAL = compile_("累计|分别|各|每|平均|新增|其余|另|季度|月")
_FEW, _TWO, _THREE = 2, 2, 3


def verbatim(view: View, counts: Iterable[tuple[Row, Number]]) -> Iterator[Repeat]:
    """The numbers that contradict the one of their opening, and those of its leaders that are more than the report's."""
    said: dict[tuple[str, str], list[tuple[Row, Number]]] = {}
    for row, number in counts:
        if found := _WORDS.search(last_words(number.before)):
            said.setdefault((found.group(), number.unit), []).append((row, number))
    for numbers in said.values():
        if len({number.low for _, number in numbers}) != _TWO:
            continue  # of many values none is that of a single fact
        first = numbers[0][1]
        for row, number in numbers[1:]:
            differs = number.low != first.low and _same(view, first, number) and _contradicts(first, number)
            if differs and not is_part(view, first, number, row.start):
                yield Repeat(first, number, True)


def _same(view: View, one: Number, other: Number) -> bool:
    """Whether both may be of one fact: well apart, of one time and scope, and of no part."""
    around = [circumstances(view, Named("", number.metric.period, False), number) for number in (one, other)]
    low, high = sorted((one.low, other.low))
    clauses = [number.before[clause_start(number.before) :] for number in (one, other)]
    alike = shared_end(*clauses)
    leads = (clause[: len(clause) - alike] for clause in clauses)
    parted = any(_OF_SEVERAL.search(clause) for clause in clauses) or not all(_LEAD.fullmatch(lead) for lead in leads)
    return around[0] == around[1] and apart(view, one, other) and not parted and (high - low <= _FEW or high * _TWO <= low * _THREE)


def _contradicts(first: Number, second: Number) -> bool:
    if _LEADERS.search(second.metric.section) and not _LEADERS.search(first.metric.section):
        return second.low > first.low  # of fewer the head of the office may have been the one who held them
    near = abs(first.low - second.low) <= _FEW or digits_swapped(first, second) or one_digit(first, second)
    return not first.metric.section and bool(second.metric.section) and near
