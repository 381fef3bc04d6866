"""What was new and carried over, held against what was done and is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, cut, rounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


_PART = compile_("首次|简易|普通程序|一审|二审|当场|其中")
NAMES = {
    "new": Phrase("新收", "new"),
    "old": Phrase("结转", "carried over"),
    "done": Phrase("办结", "done"),
    "left": Phrase("未结", "left"),
}
HELD = {
    "new": Phrase("新增", "added"),
    "old": Phrase("年初数", "held at first"),
    "done": Phrase("减少", "gone"),
    "left": Phrase("年末数", "held in the end"),
}


def balance(
    found: dict[str, Number], others: list[Number], names: Mapping[str, Phrase] = NAMES, parts: Sequence[Number] = ()
) -> Iterator[Problem | Judgement]:
    """What a check says of four numbers.

    Args:
        found: what was new, carried over, done and left, by role.
        others: numbers of the sentence that may explain what is missing.
        names: what each role is called.
        parts: the numbers that make up what was done, where they are told one by one.
    """
    new, old, done, left = (found[role] for role in ("new", "old", "done", "left"))
    words = f"{new.face}+{old.face}-{done.face}"
    value = new.low + old.low - done.low
    related = tuple(Related(number.span, names[role]) for role, number in found.items() if number is not left)
    related += tuple(Related(number.span, names["done"]) for number in parts[1:])
    result = left.rewritten(value).removesuffix(left.unit)
    included = (
        old.before.startswith("(")
        or any(word in old.before[-8:] for word in ("含", "其中", "包括"))
        or any(word in old.before for word in ("(含", "(其中"))
    )
    if included and any(how(new).meets(how(done) + how(left)) for how in (rounded, cut)):
        yield Judgement(status="holds", span=left.span, related=related, arithmetic=f"{new.face}-{done.face}={left.face}")
        return
    if any((how(new) + how(old)).meets(how(done) + how(left)) for how in (rounded, cut)):
        yield Judgement(status="holds", span=left.span, related=related, arithmetic=f"{words}={result}")
        return
    apart = abs(value - left.low)
    amounts = [number.low for number in others]
    made = {
        *amounts,
        sum(amounts),
        *(abs(one - two) for one in amounts for two in amounts),
        *(one + two for at, one in enumerate(amounts) for two in amounts[at + 1 :]),
    }
    if apart in made or _PART.search(done.before):
        return  # 中止 c 件, 撤回 d 件: neither done nor left
    yield Problem(
        span=left.span,
        message=Phrase(
            f"{names['new'].zh}加{names['old'].zh}减{names['done'].zh}为{left.rewritten(value)}，与{names['left'].zh}{left.text}不符",
            f"{names['new'].en} and {names['old'].en} less {names['done'].en} leaves {left.rewritten(value)}, not {left.text}",
        ),
        related=related,
        expected=left.rewritten(value) if value >= 0 else "",
        found=left.text,
        arithmetic=f"{words}={result}≠{left.face}",
    )
