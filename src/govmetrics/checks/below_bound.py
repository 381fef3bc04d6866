"""突破300亿元,达到298.6亿元: a level beyond the bound that it is said to have passed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, alike, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "change"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("“突破”“超过”的界限与实际数不符", "a level that has not passed the bound that it is said to have passed")
WHY: Final = Phrase(
    "说“突破300亿元，达到298.6亿元”，两个数必有一个不对；“不足”“未超过”的同理。",
    "What has passed 300 and come to 298.6 is wrong in one of the two numbers; so is what stayed below a bound and is above it.",
)
BAD: Final = (
    ("全县生产总值突破300亿元，达到298.6亿元。", "298.6亿元"),
    ("检查企业超过500家，实际检查486家。", "486家"),
    ("全年投诉不到200件，为218件。", "218件"),
)
GOOD: Final = (
    "全县生产总值突破300亿元，达到308.6亿元。",
    "全县生产总值突破300亿元，增加20亿元，其中工业达到98.6亿元。",
    "检查企业超过500家，整改486家。",
    "12个镇收入超过500万元，达到400万元以上的有5个。",
    "全年投诉不到200件，为198件。",
)

_REACHED = compile_(r"[,(](?:实际|总量|总额|总数|最终|全年|共|已)?(?:达到?|为|完成|实现|检查|办理|受理|收到)了?")


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each level that lies on the wrong side of the bound just before it."""
    for row in rows(view, 2):
        for bound, level in pairwise(row):
            if bound.bound in ("min", "max") and _says_level(bound, level):
                passed = level.low >= bound.low if bound.bound == "min" else level.low <= bound.low
                sign = {("min", True): "≥", ("min", False): "<", ("max", True): "≤", ("max", False): ">"}[bound.bound, passed]
                related = (Related(bound.span, Phrase("界限", "bound")),)
                words = f"{level.face}{sign}{bound.face}"
                if passed:
                    yield Judgement(status="holds", span=level.span, related=related, arithmetic=words)
                else:
                    yield Problem(
                        span=level.span,
                        message=Phrase(
                            f"前面的界限是{bound.text}，这里却为{level.text}", f"the bound is {bound.text}, and the level {level.text}"
                        ),
                        related=related,
                        expected=f"{'≥' if bound.bound == 'min' else '≤'}{bound.face}{level.unit}",
                        found=level.text,
                        arithmetic=words,
                    )


def _says_level(bound: Number, level: Number) -> bool:
    """Whether `level` is the very number that the bound was said of."""
    if not alike(bound, level) or bound.change or level.change or not level.exact or bound.low != bound.high:
        return False
    return _REACHED.fullmatch(level.before) is not None
