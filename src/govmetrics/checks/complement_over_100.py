"""满意率85%,不满意率20%: two shares of one whole that exceed 100 %."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem, Related
from govmetrics.model import Percent, plain
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import CLAUSE_ENDS, before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "share"
SEVERITY: Final = "error"
WHAT: Final = Phrase("互补的两个比率之和超过100%", "two shares of one whole that exceed 100 %")
WHY: Final = Phrase(
    "满意与不满意、合格与不合格、城镇与农村此消彼长，合计最多100%。",
    "Satisfied and dissatisfied, urban and rural make up one whole: together 100 % at most.",
)
BAD: Final = (
    ("回访满意率85%，不满意率20%。", "20%"),
    ("来访人员中男性占58%、女性占52%。", "52%"),
    ("常住人口中城镇人口占65%，乡村人口占45%。", "45%"),
)
GOOD: Final = (
    "回访满意率85%，不满意率15%。",
    "来访人员中男性占58.3%、女性占41.7%。",
    "城镇居民参保率98%，农村居民参保率95%。",
    "城镇就业占65%，农村消费占45%；干部中男性占70%，学员中女性占45%。",
    "城镇人口占65%，农村消费占全省的45%，满意率由85%提高到90%，不满意率由15%下降到10%。",
)

_NOT = compile_(r"(?:不|非|未)([\u4e00-\u9fff]{2,4}率|[\u4e00-\u9fff]{2}(?:的)?占比?)(?:分别|为|达|仅|只|约)*$")
_SHARE = compile_(r"(城镇|城市|农村|乡村|男性|女性|男|女|内资|外资)([\u4e00-\u9fff]{0,6}?)占比?(?:为|达|约|仅)?$")
_OTHER: Final = {
    "城镇": ("农村", "乡村"), "城市": ("农村", "乡村"), "农村": ("城镇", "城市"), "乡村": ("城镇", "城市"),
    "男性": ("女性",), "女性": ("男性",), "男": ("女",), "女": ("男",), "内资": ("外资",), "外资": ("内资",),
}  # fmt: skip


def check(view: View) -> Iterator[Problem]:
    """A problem for each share that with its complement, the figure just before it, exceeds 100 %."""
    metrics, text = view.metrics, view.text
    for at, second in enumerate(metrics):
        first = metrics[at - 1]
        if type(second) is not Percent or not at or type(first) is not Percent or first.low + second.low <= 100:
            continue
        if (
            first.high > 100
            or second.high > 100
            or view.starts[at] - view.ends[at - 1] > 16
            or "\n" in text[view.ends[at - 1] : view.starts[at]]
        ):
            continue
        heads = (before(text, view.starts[at - 1], CLAUSE_ENDS + "、", 24), before(text, view.starts[at], CLAUSE_ENDS + "、", 24))
        slack = max(_unit(first), _unit(second))
        if _complementary(*heads) and first.low + second.low > 100 + slack:
            yield Problem(
                span=second.span,
                message=Phrase(
                    f"{first.text}与{second.text}互补，合计超过100%", f"{first.text} and {second.text} are complements, yet exceed 100 %"
                ),
                related=(Related(first.span, Phrase("互补的比率", "complement")),),
                found=view.source(second.span),
                arithmetic=f"{plain(first.low)}% + {plain(second.low)}% = {plain(first.low + second.low)}%",
            )


def _unit(percent: Percent) -> int:
    return 1 if percent.low == percent.low.to_integral_value() else 0


def _complementary(first: str, second: str) -> bool:
    if _denies(first, second) or _denies(second, first):
        return True
    one, other = _SHARE.search(first), _SHARE.search(second)
    if one is None or other is None or other.start() or one.group(2) != other.group(2):
        return False
    return other.group(1) in _OTHER[one.group(1)]


def _denies(name: str, negated: str) -> bool:
    """Whether `negated` ends with 不 before what `name` ends with."""
    found = _NOT.search(negated)
    at = name.rfind(found.group(1)) if found else -1
    return (
        found is not None
        and at >= 0
        and name[at - 1 : at] not in {"不", "非", "未"}
        and not name[at + len(found.group(1)) :].strip("为达到分别约")
    )
