"""约5000份左右, 至少10次以上: two words of approximation at one figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.model import Date
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import figures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "wording"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("概数词重复", "two words of approximation at one figure")
WHY: Final = Phrase(
    "“约”“近”与“左右”，“至少”与“以上”意思重复，留一个即可。",
    "One such word is enough; with two of them the limits of the figure are unclear.",
)
BAD: Final = (
    ("全年约5000份左右的宣传资料发放到户。", "约5000份左右"),
    ("近200人左右参加了培训。", "近200人左右"),
    ("上门约发放资料5000份左右。", "约发放资料5000份左右"),
    ("每季度至少2次以上开展警示教育。", "至少2次以上"),
)
GOOD: Final = (
    "全年发放宣传资料约5000份，200人左右参加培训。",
    "在县城附近200人左右的村庄设点，公约3条以上即可。",
    "每季度至少开展2次，参加人数100人以上。",
    "最近5天左右完成，节约20万元以上，约谈负责人20名左右。",
    "每个村至少有一名5年以上工作经验的调解员。",
)

_BEFORE = compile_(
    r"(?<![附最临靠邻远亲])(?:将|接)?近$|(?<![公节合预条签履违续解制集契特邀])大?约$|至少$|最多$|大概$|不少于$|不低于$|不超过$"
    r"|(?<![公节合预条签履违续解制集契特邀])大?约(?:有|为|需|占|用|投入|发放|受理|培训|接待|办理|出动|覆盖|惠及|涉及|增加|减少|增长|下降|达)[\u4e00-\u9fff]{0,4}$"
    r"|至少[\u4e00-\u9fff]{1,6}$"
)
_OTHER = frozenset("一二两三四五六七八九十")
_BEHIND = ("左右", "上下", "以上", "以下", "以内")
_WORDS = ("大约", "约", "将近", "接近", "近", "至少", "最多", "大概", "不少于", "不低于", "不超过")
_LOWER = ("以上", "不少于", "不低于", "至少")


def check(view: View) -> Iterator[Problem]:
    """A problem for each figure between two such words that mean the same."""
    text = view.text
    for start, end, metric in figures(view):
        behind = text[end : end + 2]
        if behind not in _BEHIND or isinstance(metric, Date):
            continue
        match = _BEFORE.search(text[max(start - 10, 0) : start])
        if not match or _OTHER & set(match.group()):
            continue
        word = next(word for word in _WORDS if match.group().startswith(word))
        if not _same(word, behind):
            continue
        span = view.span(start - len(match.group()), end + 2)
        yield Problem(
            span=span,
            message=Phrase(f"“{word}”与“{behind}”重复", f"“{word}” and “{behind}” say the same of one figure"),
            help=Phrase(f"删去“{word}”或“{behind}”", f"delete “{word}” or “{behind}”"),
            found=view.source(span),
        )


def _same(word: str, behind: str) -> bool:
    if behind in {"左右", "上下"}:
        return True
    return word in _LOWER if behind == "以上" else word in {"最多", "不超过"}
