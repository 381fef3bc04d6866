"""介于93.5%至100%之间,其中临江县为91.2%: one that lies outside the range that they all are said to be in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.figures import digits, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "share"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("个别值超出所写区间", "a value outside the range that all are said to be in")
WHY: Final = Phrase(
    "写明“介于a至b之间”的，紧接着列出的其中各值应在区间以内。",
    "Where all are said to lie between two values, those that are named next lie there, too.",
)
BAD: Final = (
    ("各县负责人出庭应诉率介于93.5%至100%之间，其中临江县为91.2%，东湖区为100%。", "91.2%"),
    ("各镇群众满意率介于88%至96%之间，其中柳林镇为98%。", "98%"),
)
GOOD: Final = (
    "各县负责人出庭应诉率介于93.5%至100%之间，其中临江县为97.2%，东湖区为100%。",
    "各镇群众满意率介于88%至96%之间，全县平均为92%，上年为86%。",
    "各镇群众满意率介于88%至96%之间，其中柳林镇上年为86%。",
)

_BETWEEN = compile_("之间")
_NAMED = compile_(",(?:其中)?[\u4e00-\u9fff]{1,8}?(?:[县区市镇乡村局所站]|街道)(?:为|达)")
_OTHER = compile_("[上去]年|平均|同期|目标|全[国省市县区]")


def check(view: View) -> Iterator[Problem]:
    """A problem for each percentage that is named behind a range and lies outside it."""
    if "之间" not in view.text:
        return
    for row in rows(view, 2):
        for at, whole in enumerate(row):
            if whole.kind != "percent" or whole.low >= whole.high or not _BETWEEN.match(view.text, whole.end):
                continue
            for number in row[at + 1 :]:
                if number.kind != "percent" or number.change or not number.exact or _OTHER.search(number.before):
                    break
                words = number.before.removeprefix("之间")
                if "率" in words or "最" in words or not _NAMED.fullmatch(words) or (number is row[at + 1] and "其中" not in words):
                    break
                if not whole.low <= number.low <= whole.high:
                    yield Problem(
                        span=number.span,
                        message=Phrase(f"{number.text}不在{whole.text}之间", f"{number.text} is not within {whole.text}"),
                        related=(Related(whole.span, Phrase("区间", "range")),),
                        expected=f"{digits(whole.low)}%—{digits(whole.high)}%",
                        found=number.text,
                    )
