"""上年结转5件 where last year's report carried 3件 over: what one year hands to the next, and 现行有效 with it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from govmetrics import against
from govmetrics.disclosure.form import APPLICANTS, ROW_NAMES
from govmetrics.facts import official
from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.model import Span, plain
from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, Row, last_words, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govmetrics.disclosure.form import Cell, Table
    from govmetrics.view import View

GROUP: Final = "agreement"
SEVERITY: Final = "error"
WHAT: Final = Phrase("上年结转与上年报告不衔接", "figures carried over that do not join last year's report")
WHY: Final = Phrase(
    "本年的“上年结转”就是上年报告的“结转下年度”；现行有效件数等于上年的现行有效加本年制发减本年废止。",
    "What is carried over from last year is what last year's report carried over; what is in force is last year's, with what was made and without what was repealed.",
)
BAD: Final = (
    (
        (
            "县司法局2024年行政复议工作报告\n2024年收到行政复议申请120件，上年结转5件，审结118件。\n"
            "=== 上年 ===\n县司法局2023年行政复议工作报告\n2023年收到行政复议申请98件，审结95件，结转下年3件。\n"
        ),
        "5件",
    ),
)
GOOD: Final = (
    (
        "县司法局2024年行政复议工作报告\n2024年收到行政复议申请120件，上年结转3件，审结118件。\n"
        "=== 上年 ===\n县司法局2023年行政复议工作报告\n2023年收到行政复议申请98件，审结95件，结转下年3件。\n"
    ),
    (
        "县司法局2024年工作报告\n收到行政复议申请120件，上年结转5件。办理行政诉讼应诉案件8件。\n"
        "=== 上年 ===\n县司法局2023年工作报告\n收到行政复议申请98件。办理行政诉讼应诉案件9件，结转下年3件。\n"
    ),
)

_FROM = compile_(r"(?:上一?年度?|去年度?)(?:度)?(?:办理)?(?:结转|转入|旧存|遗留)[^,。;:\d]{0,12}$|结转上年(?:度)?[^,。;:\d]{0,10}$")
_TO = compile_(r"(?:结转|转|顺延|移交)(?:至|到|入)?(?:下一?年度?|次年|明年)[^,。;:\d]{0,14}$")
_TO_BEHIND = compile_(r"[^,。;:\d]{0,4}(?:结转|转|顺延)(?:至|到|入)?(?:下一?年度?|次年|明年)")
_TOPIC = compile_("复议|应诉|行政诉讼|信息公开|仲裁|信访|建议|提案|投诉|处罚|法律援助|调解|执行|检察|赔偿|备案")
_MOST: Final = 40
"""Numbers that are carried over, of which a report has one or two."""
_NEAR: Final = 80
_OTHER_COLUMN = Phrase("同一行的其他单元格", "other cells of the row")


class _Carried(NamedTuple):
    """A number that is carried over, and what its sentence is about."""

    number: Number
    topics: frozenset[str]


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each number that does not join last year's report; nothing without that report."""
    last = against.before(view)
    if last is None:
        return
    now, then = ({table.kind: table for table in one.once(official)} for one in (view, last))
    if "applications" in now and "applications" in then:
        yield from _applications(now["applications"], then["applications"])
    if "published" in now and "published" in then:
        yield from _in_force(now["published"], then["published"])
    if "applications" not in now and "结转" in view.text:
        yield from _prose(view, last)


def _applications(now: Table, then: Table) -> Iterator[Problem | Judgement]:
    """（二）上年结转 against 四、结转下年度 of the year before, by column; one problem for the row."""
    wrong = []
    for column in reversed(APPLICANTS):
        cell, old = now.cells["r02", column], then.cells["r25", column]
        if cell.value != old.value:
            wrong.append((column, cell, old))
        elif cell.value or old.value:
            yield Judgement(status="holds", span=_span(now, cell), arithmetic=f"{plain(cell.value)}={plain(old.value)}")
    if not wrong:
        return
    column, cell, old = wrong[0]
    found, expected = plain(cell.value), plain(old.value)
    name = APPLICANTS[column]
    yield Problem(
        span=_span(now, cell),
        message=Phrase(
            f"上年结转（{name}）为{found}件，上年报告结转下年度为{expected}件",
            f"carried over from last year ({name}): {found}; last year's report carried over {expected}",
        ),
        related=tuple(Related(_span(now, other), _OTHER_COLUMN) for _, other, _ in wrong[1:]),
        help=Phrase("以上年报告公布的数为准，或更正上年报告", "take what last year's report published, or mend that report"),
        expected=expected,
        found=found,
        arithmetic=f"{found}≠{expected}",
        severity="warning" if cell.assumed or old.assumed else None,
    )


def _in_force(now: Table, then: Table) -> Iterator[Problem | Judgement]:
    """现行有效 against last year's, with what was made and repealed since."""
    for row in ("rule", "norm"):
        made, repealed, valid = (now.cells[row, column] for column in ("made", "repealed", "valid"))
        old = then.cells[row, "valid"]
        expected = old.value + made.value - repealed.value
        sum_ = f"{plain(old.value)}+{plain(made.value)}-{plain(repealed.value)}={plain(expected)}"
        if expected == valid.value:
            if expected or repealed.value:
                yield Judgement(status="holds", span=_span(now, valid), arithmetic=sum_)
            continue
        if valid.assumed or old.assumed:
            continue
        name, found = ROW_NAMES[row], plain(valid.value)
        yield Problem(
            span=_span(now, valid),
            message=Phrase(
                f"{name}现行有效{found}件，按上年报告的{plain(old.value)}件加制发减废止应为{plain(expected)}件",
                f"{name} in force: {found}; last year's {plain(old.value)} with what was made and repealed give {plain(expected)}",
            ),
            related=(Related(_span(now, made), Phrase("本年制发", "made")), Related(_span(now, repealed), Phrase("本年废止", "repealed"))),
            help=Phrase("核对清理结果和两年的统计口径", "look at what was repealed, and whether both years count the same"),
            expected=plain(expected),
            found=found,
            arithmetic=f"{sum_}≠{found}",
            severity="warning",
        )


def _span(table: Table, cell: Cell) -> Span:
    """Where a cell stands; a blank one, where the label of its row does."""
    return Span(cell.start, cell.end) if cell.end > cell.start else Span(table.places[cell.row], table.places[cell.row] + 1)


def _prose(view: View, last: View) -> Iterator[Problem | Judgement]:
    """上年结转5件 against 结转下年3件 of the report before, where each report says so once of the same topic."""
    now, then = list(islice(_carried(view, _is_from), _MOST)), list(islice(_carried(last, _is_to), _MOST))
    for one in now:
        alike = [other for other in now if _alike(one, other)]
        old = [other for other in then if _alike(one, other)]
        if len(alike) != 1 or len(old) != 1:
            continue
        number, earlier = one.number, old[0].number
        words = f"{number.face}={earlier.face}"
        if number.low == earlier.low:
            yield Judgement(status="holds", span=number.span, arithmetic=words)
            continue
        yield Problem(
            span=number.span,
            message=Phrase(
                f"上年结转为{number.text}，上年报告写结转下年{earlier.text}",
                f"carried over from last year: {number.text}; last year's report carried over {earlier.text}",
            ),
            help=Phrase("以上年报告公布的数为准，或更正上年报告", "take what last year's report published, or mend that report"),
            expected=earlier.text,
            found=number.text,
            arithmetic=words.replace("=", "≠"),
            severity="warning",
        )


def _alike(one: _Carried, other: _Carried) -> bool:
    return one.number.unit == other.number.unit and bool(one.topics & other.topics)


def _carried(view: View, is_carried: Callable[[View, Number], bool]) -> Iterator[_Carried]:
    for row in rows(view):
        for number in row:
            if number.kind == "count" and number.exact and not number.change and is_carried(view, number):
                yield _Carried(number, frozenset(_topics(view, row, number)))


def _topics(view: View, row: Row, number: Number) -> list[str]:
    """What the words around a number are about."""
    return _TOPIC.findall(view.text, max(row.start, number.start - _NEAR), min(row.end, number.end + _NEAR))


def _is_from(_: View, number: Number) -> bool:
    return _FROM.search(last_words(number.before)) is not None


def _is_to(view: View, number: Number) -> bool:
    return _TO.search(last_words(number.before)) is not None or _TO_BEHIND.match(view.text, number.end) is not None
