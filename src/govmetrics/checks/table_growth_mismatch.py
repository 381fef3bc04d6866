"""A table's row 71, 62, 9.8%: the growth in its last column is not that between the two years before it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.model import Span
from govmetrics.patterns import compile_
from govmetrics.relations.figures import digits
from govmetrics.relations.sums.grid import cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "change"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("表中同比增幅与两年数不符", "a growth in a table that is not that between its two years")
WHY: Final = Phrase(
    "表头写明两个年份和同比（增长、增减）的表，每行的增幅等于本年数比上年数增减的百分比。",
    "Where the header of a table names two years and the growth, each row's growth is that between its numbers.",
)
BAD: Final = (
    ("指标\t单位\t2024年\t2023年\t同比\n许可办结\t件\t12648\t11532\t9.7%\n申请答复\t件\t71\t62\t9.8%\n", "9.8%"),
    ("领域\t2023年\t2024年\t增幅\n市场监管\t840件\t966件\t15.0%\n生态环境\t160件\t184件\t13.0%\n", "13.0%"),
    ("指标|本年|上年|增减（%）\n受理案件|128|160|-20.0\n审结案件|96|120|-25.0\n", "-25.0"),
)
GOOD: Final = (
    "指标\t单位\t2024年\t2023年\t同比\n许可办结\t件\t12648\t11532\t9.7%\n申请答复\t件\t68\t62\t9.7%\n提案办理\t件\t35\t35\t持平\n",
    "指标|本年|上年|增减（%）\n受理案件|128|160|-20.0\n办结率|96.5|94.2|2.3\n",
    "指标\t2024年\t2023年\t增加\n受理案件\t128\t120\t8\n",
)

_NUMBER = compile_(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?")
_UNIT = compile_(r"(?<=\d)[\u4e00-\u9fff]{1,3}$")
_YEAR = compile_(r"(?:20\d\d)年?(?:度|实绩|实际)?|本年度?|今年|上年度?|去年")
_GROWTH = compile_(
    r"同比(?:增长|增减|增幅)?(?:\(%\)|（%）|%)?|(?:比上年)?(?:增长|增减|增幅|变动)(?:率|幅度)?(?:\(%\)|（%）|\(±%\)|（±%）|%)?"
)
_RATE = compile_(r"率|比重|占比|%|％|温|价格|指数")
_THIS = ("本年", "今年")
_OTHER_BASE = compile_("不变价|可比|同口径|口径")
_NOTE = 1200
"""How far behind a row the note of its table may stand."""
_LONGEST, _NEAR, _HUNDRED, _FAR = 400, Decimal("0.5"), Decimal(100), Decimal(1000)


class _Header(NamedTuple):
    """Which cells of a row hold this year's number, last year's and the growth, counted from its end."""

    now: int
    then: int
    growth: int
    is_percent: bool


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each growth of a table that its row's numbers do not give."""
    text = view.document.text
    if "\t" not in text and "|" not in text:
        return
    header: _Header | None = None
    at = 0
    for line in text.splitlines(keepends=True):
        row = cells(line, at) if ("\t" in line or "|" in line) and len(line) < _LONGEST else []
        if len(row) < 3:
            header = None if line.strip() else header
        elif found := _header([words for _, words in row]):
            header = found
        elif header is not None:
            judged = _row(header, row)
            if judged is not None and not (isinstance(judged, Problem) and _OTHER_BASE.search(text, at, at + _NOTE)):
                yield judged
        at += len(line)


def _header(cells: list[str]) -> _Header | None:
    years = [at for at, cell in enumerate(cells) if _YEAR.fullmatch(cell)]
    growths = [at for at, cell in enumerate(cells) if _GROWTH.fullmatch(cell)]
    if len(years) != 2 or len(growths) != 1 or growths[0] < years[1]:
        return None
    first, second = (cells[at] for at in years)
    newer = first.startswith(_THIS) or (first[:4].isdigit() and second[:4].isdigit() and first[:4] > second[:4])
    now, then = years if newer else reversed(years)
    size = len(cells)
    growth = cells[growths[0]]
    return _Header(now - size, then - size, growths[0] - size, "%" in growth or "％" in growth or "同比" in growth or "率" in growth)


def _row(header: _Header, cells: list[tuple[int, str]]) -> Problem | Judgement | None:
    if len(cells) < -min(header[:3]) or _RATE.search(cells[0][1]):
        return None
    (_, now), (_, then), (start, growth) = (cells[at] for at in header[:3])
    now, then = (_UNIT.sub("", words) for words in (now, then))
    if not all(_NUMBER.fullmatch(words) for words in (now, then, growth)) or "%" in now + then:
        return None
    if not (header.is_percent or growth.endswith("%")):
        return None
    after, before, stated = (Decimal(words.replace(",", "").rstrip("%")) for words in (now, then, growth))
    if before <= 0 or stated in (after - before, (after - before) / before):
        return None  # the difference, or a fraction
    value = (after - before) / before * _HUNDRED
    step = Decimal(1).scaleb(int(stated.as_tuple().exponent))  # what the last place printed is worth
    arithmetic = f"{now}÷{then}-1={digits(value, 2)}%"
    span = Span(start, start + len(growth))
    related = tuple(Related(Span(begin, begin + len(words)), role) for begin, words, role in _sides(header, cells))
    if abs(value - stated) < step:
        return Judgement(status="holds", span=span, related=related, arithmetic=arithmetic)
    if abs(value - stated) > _NEAR and abs(value) < _FAR and abs(stated * _HUNDRED - value) >= _NEAR:
        expected = digits(value, max(0, -int(stated.as_tuple().exponent)))
        return Problem(
            span=span,
            message=Phrase(
                f"表中增幅{growth}与两年数不符，应为{expected}%",
                f"the growth {growth} in the table does not follow; the two years give {expected}%",
            ),
            related=related,
            expected=expected + "%" * growth.endswith("%"),
            found=growth,
            arithmetic=f"{arithmetic}≠{growth}",
        )
    return None


def _sides(header: _Header, cells: list[tuple[int, str]]) -> Iterator[tuple[int, str, Phrase]]:
    yield (*cells[header.now], Phrase("本年", "this year"))
    yield (*cells[header.then], Phrase("上年", "last year"))
