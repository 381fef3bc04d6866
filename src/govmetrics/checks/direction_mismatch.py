"""减少 d,增长 p%: a direction that contradicts the levels or the difference beside it."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.changes.judging import judged, report
from govmetrics.relations.figures import alike, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.relations.figures import Number
    from govmetrics.view import View

GROUP: Final = "change"
SEVERITY: Final = "error"
WHAT: Final = Phrase("升降方向与数值矛盾", "a direction word that contradicts the numbers")
WHY: Final = Phrase(
    "数值相符而升降相反，往往是沿用了上年文字。",
    "The amount is right and the direction is not: the words are often those of the year before.",
)
BAD: Final = (
    ("空气质量综合指数由上年的4.12降至3.86，同比上升6.3%。", "上升"),
    ("公务用车运行费20.43万元，较上年减少1.35万元，增长6.2%。", "6.2%"),
    ("信访量由上年的135批次降至120批次，同比增长11.1%。", "11.1%"),
    ("2022年至2024年，全县行政诉讼发案量分别为126件、108件、112件，逐年下降。", "逐年下降"),
    ("近三年新增企业分别为320户、360户和415户，呈逐年递减态势。", "逐年递减"),
)
GOOD: Final = (
    "空气质量综合指数由上年的4.12降至3.86，同比下降6.3%。",
    "公务用车运行费20.43万元，较上年减少1.35万元，下降6.2%。",
    "信访量由上年的135批次降至120批次，同比下降11.1%。",
    "2022年至2024年，全县行政诉讼发案量分别为126件、108件、92件，逐年下降。",
    "2022年至2024年，全县行政诉讼发案量分别为126件、108件、112件，总体下降。",
    "2024年、2023年、2022年新增企业分别为415户、360户和320户，逐年增长。",
    "2022年至2024年，复议案件分别为126件、148件、152件，纠错率逐年下降。",
)


_UP = "上升|增长|提高|升高"
_DOWN = "下降|降低|减少|回落"
# 由上年的4.12降至3.86,同比上升: an index has no unit and is no figure.
_INDEX = compile_(
    rf"由[^,。;\d]{{0,8}}(?P<first>\d+\.\d+)(?:(?P<up>{_UP}|升|增)|(?:{_DOWN}|降|减))(?:至|到|为)(?P<last>\d+\.\d+)[^,。;\d%]{{0,4}},同比(?:(?P<rose>{_UP})|(?:{_DOWN}))"
)

_JOINTS = ("、", "和", "及", "与", ",")
_TWO = 2
_YEAR = compile_("(?:19|20)\\d\\d(?=年|、|至|—|-)")
_OF_YEARS = compile_(r"(?:19|20)\d\d年?(?:至|到|—{1,2}|-|、|和)[^,。;]{0,20}(?:19|20)\d\d年|近[三四五六]年(?![^,。;]{0,12}由近及远)")
_TREND = compile_(rf"[,;](?:呈现?|均|实现|保持)?(?:出)?((?:逐年|连年)(?:(?P<up>{_UP}|递增|攀升|上涨)|(?:{_DOWN}|递减|下滑)))")


def _indexes(view: View) -> Iterator[Problem]:
    for match in _INDEX.finditer(view.text) if "同比" in view.text else ():
        rose = Decimal(match["first"]) < Decimal(match["last"])
        if bool(match["rose"]) != rose:
            right = "上升" if rose else "下降"
            yield Problem(
                span=view.span(match.end() - 2, match.end()),
                message=Phrase(
                    f"由{match['first']}到{match['last']}是{right}", f"from {match['first']} to {match['last']} is the other direction"
                ),
                related=(Related(view.span(*match.span("last")), Phrase("现值", "new level")),),
                expected=right,
                found=match.group()[-2:],
                arithmetic=f"{match['last']}{'>' if rose else '<'}{match['first']}",
            )


def _trends(view: View) -> Iterator[Problem | Judgement]:
    """2022年至2024年分别为 a、b、c,逐年下降: levels of three years or more and what is said of them."""
    if "逐年" not in view.text and "连年" not in view.text:
        return
    for row in rows(view, 3):
        for at, first in enumerate(row):
            if "分别" not in first.before or first.change:
                continue
            levels = [first]
            for number in row[at + 1 :]:
                if number.before not in _JOINTS or not alike(number, first):
                    break
                levels.append(number)
            said = _TREND.match(view.text, levels[-1].end) if len(levels) > _TWO else None
            years = _YEAR.findall(first.before)
            if (
                said
                and all(number.exact for number in levels)
                and years == sorted(years)
                and _OF_YEARS.search(view.text, row.start, first.start)
            ):
                yield _trend(view, levels, said.span(1), rises=said["up"] is not None)


def _trend(view: View, levels: list[Number], span: tuple[int, int], *, rises: bool) -> Problem | Judgement:
    falls = any(one.low > two.low for one, two in pairwise(levels))
    grows = any(one.low < two.low for one, two in pairwise(levels))
    arithmetic = "".join(f"{one.face}{'<' if one.low < two.low else '>' if one.low > two.low else '='}" for one, two in pairwise(levels))
    arithmetic += levels[-1].face
    related = tuple(Related(number.span, Phrase("数值", "level")) for number in levels)
    place, words = view.span(*span), view.text[slice(*span)]
    if not (falls if rises else grows):
        return Judgement(status="holds", span=place, related=related, arithmetic=arithmetic)
    return Problem(
        span=place,
        message=Phrase(f"各年数值并非{words}", f"the levels of the years do not all {'rise' if rises else 'fall'}"),
        related=related,
        found=words,
        arithmetic=arithmetic,
    )


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each direction that the levels beside it contradict."""
    yield from _indexes(view)
    yield from _trends(view)
    for one in view.once(judged):
        if one.kind == "direction":
            found = one.number.text
            message = Phrase(
                f"{found}的升降方向与数值矛盾，应为{one.expected}",
                f"the direction of {found} contradicts the numbers, which give {one.expected}",
            )
            yield report(one, message)
