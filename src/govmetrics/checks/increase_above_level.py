"""0 万元,比上年增加 1421 万元: an increase that is more than what there is now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.changes.moves import moves
from govmetrics.relations.figures import alike, cut, last_words, rounded, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.relations.figures import Number, Row
    from govmetrics.view import View

GROUP: Final = "change"
SEVERITY: Final = "error"
WHAT: Final = Phrase("增加额大于现值", "an increase that is more than the level it led to")
WHY: Final = Phrase(
    "比上年增加的数不会多于本年数；往往是复制上一句时漏改。可为负数的利润、净额等除外。",
    "What was added cannot be more than what there is now; the words were often copied from the sentence before. Balances that may be negative are left alone.",
)
BAD: Final = (("政府性基金支出预算0万元，比2022年预算增加1421.25万元。", "1421.25万元"),)
GOOD: Final = (
    "全年立案86件，其中食品类61件、药品类25件，比上年增加31件。",
    "人民调解员931名，平均每村5名，比上年增加93名。",
    "一般公共预算支出16497.86万元，比2022年预算增加1421.25万元。",
    "全年实现净利润3.2亿元，比上年增加5.1亿元。",
    "政府性基金支出预算0万元，与2022年预算持平。",
)

_MOST = 60
"""Numbers of a sentence that are looked at, so that time stays linear where one never ends."""
_MEAN = compile_("均|每")
_SIGNED = compile_("净|利润|盈|亏|差额|余额|结余|顺差|逆差|贡献|赤字|累计|总计新")


def _is_of_larger(view: View, level: Number, number: Number) -> bool:
    """Whether the increase may be that of a larger number of the sentence: 立案86件,其中药品类25件,比上年增加31件."""
    if not level.low:
        return False
    if _MEAN.search(last_words(level.before)):
        return True
    before = [one for one in view.once(_sentences).get(level.start, ()) if one.end <= level.start][-_MOST:]
    return any(one.low >= number.low and alike(one, level) and not one.change for one in before)


def _sentences(view: View) -> dict[int, Row]:
    """The sentence of each number, by where that starts."""
    return {number.start: row for row in rows(view) for number in row}


def check(view: View) -> Iterator[Problem]:
    """A problem for each increase over a year before that exceeds the level beside it."""
    for move in view.once(moves):
        level = move.after
        if level is None or move.before is not None or not level.exact or _SIGNED.search(level.before) or _SIGNED.search(level.label):
            continue
        for number in move.stated[:1]:
            against = "比" in number.before or "较" in number.before or "同比" in number.before
            if (
                alike(number, level)
                and level.kind != "percent"
                and against
                and number.change == "increase"
                and number.exact
                and cut(level).high < rounded(number).low
                and not _is_of_larger(view, level, number)
            ):
                yield Problem(
                    span=number.span,
                    message=Phrase(
                        f"增加{number.text}，多于现值{level.text}",
                        f"an increase of {number.text} to a level of only {level.text}",
                    ),
                    related=(Related(level.span, Phrase("现值", "level")),),
                    found=number.text,
                    arithmetic=f"{number.face}>{level.face}",
                )
