"""The formulas of indicator packs: `a = b + c`, `a + b = c + d`, `a <= b`, `r = (a + b) / c | a / d`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

from govmetrics.packs import Relation, Side

if TYPE_CHECKING:
    from govmetrics.packs import Sign

_ID: Final = r"[A-Za-z_]\w*"
_SUM: Final = rf"{_ID}(?: *\+ *{_ID})*"
_SIDE = re.compile(rf"(?:({_SUM})((?: *- *{_ID})*)|(?:\( *({_SUM}) *\)|({_ID})) */ *(?:\( *({_SUM}) *\)|({_ID})))")
_NAME = re.compile(_ID)
_SIGN = re.compile(r" *([<>]=?|=) *")


def parse(text: str) -> Relation | None:
    """The relation that `text` writes, or None where it writes none."""
    left, *rest = _SIGN.split(text.strip())
    if len(rest) != 2 or not re.fullmatch(_SUM, left):
        return None
    sign, words = rest
    right = [_side(part.strip()) for part in words.split("|")]
    if any(side is None for side in right) or (len(right) > 1 and sign != "="):
        return None
    return Relation(text, Side(_ids(left)), cast("Sign", sign), tuple(side for side in right if side))


def _side(text: str) -> Side | None:
    match = _SIDE.fullmatch(text)
    if not match:
        return None
    plus, minus, several, one, below, single = match.groups(default="")
    return Side(_ids(plus or several or one), _ids(minus), _ids(below or single))


def _ids(text: str) -> tuple[str, ...]:
    return tuple(_NAME.findall(text))
