"""46.8万户,为上年末31.2万户的1.5%: so many times that is written as a percentage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.changes.judging import AFTER, BEFORE
from govmetrics.relations.figures import alike, cut, digits, last_words
from govmetrics.relations.paragraphs import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "change"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("倍数误写为百分数", "so many times written as a percentage")
WHY: Final = Phrase(
    "“是上年的p%”里的p恰好等于两期数相除的倍数时，应写“p倍”。",
    "Where p of “p % of last year's” is the quotient of the two levels, p times is meant.",
)
BAD: Final = (("注册用户达到46.8万户，上年末为31.2万户，为上年末的1.5%，净增15.6万户。", "1.5%"),)
GOOD: Final = (
    "注册用户达到46.8万户，上年末为31.2万户，为上年末的1.5倍，净增15.6万户。",
    "注册用户达到46.8万户，上年末为31.2万户，为上年末的150%。",
)

_OF_LAST = compile_("(?:为|是|达到?|相当于)(?:[上去]年(?:同期|末|底)?|20\\d\\d年(?:末|底)?|年初)的$")
_BACK, _AHEAD = 6, 2


def check(view: View) -> Iterator[Problem]:
    """A problem for each percentage of last year's level that is its multiple."""
    for numbers in view.once(paragraphs):
        for at, number in enumerate(numbers):
            if number.unit != "%" or not number.exact or not _OF_LAST.search(last_words(number.before)):
                continue
            levels = [
                one
                for one in numbers[max(0, at - _BACK) : at + _AHEAD]
                if one.kind in ("count", "money") and one.exact and not one.change and one.low > 0
            ]
            own = cut(number)
            for one, other in ((a, b) for a in levels for b in levels if a is not b and alike(a, b)):
                if own.low <= one.low / other.low <= own.high:
                    yield Problem(
                        span=number.span,
                        message=Phrase(
                            f"{one.text}是{other.text}的{digits(number.low)}倍，不是{number.text}",
                            f"{one.text} is {digits(number.low)} times {other.text}",
                        ),
                        related=(Related(one.span, AFTER), Related(other.span, BEFORE)),
                        expected=f"{digits(number.low)}倍",
                        found=number.text,
                        arithmetic=f"{one.face}÷{other.face}={digits(one.low / other.low, 2)}",
                    )
                    break
