"""“社会福利单位(项)”738.66万元 or 存款余额1536.4亿元 beside a table whose row of that name has another value."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.model import Count, Money
from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, cut, digits, last_words, mistyped, significant, slip
from govmetrics.relations.figures import rows as figure_rows
from govmetrics.relations.repeats.in_tables import in_tables
from govmetrics.relations.words_around import is_hanzi

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "agreement"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("文字与表格不一致", "an amount in the text that no row of its name in the tables has")
WHY: Final = Phrase(
    "预决算文字中“……（项）”的金额应与表中同名科目的某一栏相符（按印出的位数）；文字与表格中同名指标的数值也应相同。",
    "The amount that a budget's text gives for an item is in one of the columns of the item's rows in its tables; so is a level that the text calls by a row's name.",
)
BAD: Final = (
    ("全年立案查处违法建设32件，指标如下：\n项目│2023年│2024年\n巡查（次）│415│468\n立案（件）│29│23\n", "32件"),
    ("现有持证执法人员75人，全部通过考核。\n表1 执法情况\n持证执法人员（人） 57\n检查零售户（户次） 3310\n", "75人"),
    (
        "某县应急局2024年法治政府建设情况报告\n全年作出行政处罚173件。\n指标　2023年　2024年\n行政检查（次）　905　861\n行政处罚（件）　173　148\n",
        "173件",
    ),
    (
        "“社会保障支出（类）社会福利（款）福利事业单位（项）”738.66万元，主要用于日常运行。\n科目 合计 基本支出\n福利事业单位 6,964,796 6,964,796\n住房公积金 335,816 335,816\n",
        "738.66万元",
    ),
    (
        "年末全市金融机构存款余额1536.4亿元，运行平稳。\n\n金融机构存贷款余额\n单位：亿元\n指标 余额\n金融机构存款余额 1563.4\n金融机构贷款余额 871.2\n",
        "1536.4亿元",
    ),
    (
        "“公共安全支出-其他公共安全支出-其他公共安全支出”科目35.20万元，主要用于巡防。\n科目 合计\n其他公共安全支出 325,000\n住房公积金 335,816\n",
        "35.20万元",
    ),
)
GOOD: Final = (
    "全年立案查处违法建设23件，上年为29件，指标如下：\n项目│2023年│2024年\n巡查（次）│415│468\n立案（件）│29│23\n",
    "现有执法人员75人，持证57人。\n表1 执法情况\n持证执法人员（人） 57\n检查零售户（户次） 3310\n",
    "“社会保障支出（类）社会福利（款）福利事业单位（项）”696.48万元，主要用于日常运行。\n科目 合计 基本支出\n福利事业单位 6,964,796 6,964,796\n住房公积金 335,816 335,816\n",
    "“住房保障支出（类）住房改革支出（款）住房公积金（项）”33.58万元，主要用于缴存。\n科目 合计\n福利事业单位 6,964,796\n",
    "公共安全支出（类）352.40万元，占19.6%。\n科目 基本支出\n公共安全支出 280.16\n住房保障支出 35.20\n",
    "年末市区金融机构存款余额1536.4亿元，运行平稳。\n\n金融机构存贷款余额\n单位：亿元\n指标 余额\n金融机构存款余额 1563.4\n金融机构贷款余额 871.2\n",
)

_ITEM = compile_(
    r"(?:([\u4e00-\u9fff、]{3,30})\((?:类|款|项)\)[”\"]?(?:科目)?(?:支出|安排|预算)?"
    r"|-([\u4e00-\u9fff、]{3,30})[”\"]科目(?:支出|安排|预算)?) ?(?=\d)"
)
_ROW = compile_(r"\n[ \d]*([\u4e00-\u9fff、]{3,30})( *-?\d[\d,]*(?:\.\d+)?(?: +-?\d[\d,]*(?:\.\d+)?)*) *(?=\n)")
_LEAD = compile_("^(?:全[市省县区年]|年末|实现|完成|达到?|共)+")
_PART = compile_("其中|市区|城区|市辖|县域|本级|计划|目标|预计|预算")
_BEFORE = compile_("上年|去年|年初")
_LEAST = 4
_MOST = 50
_MARKS = ("(项)", "(款)", "(类)", "”科目")
_CELL = compile_(r"-?\d[\d,]*(?:\.\d+)?")
_SCALES = (Decimal(1), Decimal(10000))


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each item or level of the text that the rows of its name contradict."""
    if any(mark in view.text for mark in _MARKS):
        yield from _items(view)
    yield from _levels(view)
    for one in in_tables(view):
        related = (Related(one.cell.span, Phrase("表中", "in the table")),)
        shown = view.document.text[one.cell.span.start : one.cell.span.end]
        yield _differs(one.number, related, one.name, shown) if one.wrong else _holds(one.number, related, one.cell.text)


def _levels(view: View) -> Iterator[Problem | Judgement]:
    """Judge what the text calls by the name of a row, where the table's unit is known.

    A table of 费 is of one sort of spending alone, of which the text says the whole: 三公经费 and basic expenditure.
    """
    cells: dict[tuple[str, str, object], list[Number]] = {}
    for at, metric in enumerate(view.metrics):
        if metric.rule == "table-cell" and isinstance(metric, (Count, Money)) and metric.unit and not metric.label.endswith("费"):
            start, end = view.starts[at], view.ends[at]
            cells.setdefault((metric.label, metric.unit, metric.change), []).append(Number(metric, start, end, "", view.text[start:end]))
    if not cells:
        return
    for row in figure_rows(view):
        for number in row:
            key = (_LEAD.sub("", number.label), number.unit, number.change)
            if key not in cells or len(key[0]) < _LEAST or not _is_level(number):
                continue
            equal = next((cell for cell in cells[key][:_MOST] if cut(cell).meets(cut(number))), None)
            near = equal or next((cell for cell in cells[key][:_MOST] if slip(cell, number)), None)
            if near is not None:
                related = (Related(near.span, Phrase("表中", "in the table")),)
                yield _holds(number, related, near.face) if equal else _differs(number, related, key[0], near.text)


def _is_level(number: Number) -> bool:
    """Whether it is what its name says of the whole place and year."""
    return (
        number.exact
        and number.metric.rule != "table-cell"
        and number.kind in ("count", "money")
        and len(number.metric.period or "") in (0, 4)
        and not _PART.search(last_words(number.before))
        and (number.change is not None or not _BEFORE.search(last_words(number.before)))
    )


def _items(view: View) -> Iterator[Problem | Judgement]:
    """Judge the amounts of budget items, which stand in rows whose unit may be 元 or 万元."""
    rows: dict[str, list[tuple[Decimal, int, int]]] = {}
    for row in _ROW.finditer(view.text):
        for cell in _CELL.finditer(view.text, *row.span(2)):
            rows.setdefault(row.group(1), []).append((Decimal(cell.group().replace(",", "")), *cell.span()))
    if rows:
        for item in _ITEM.finditer(view.text):
            name = item.group(1) or item.group(2)
            index = next(view.between(item.end(), item.end() + 1), None)
            metric = view.metrics[index] if index is not None else None
            broken = item.start() > 1 and view.text[item.start() - 1] == "\n" and is_hanzi(view.text[item.start() - 2])
            if isinstance(metric, Money) and index is not None and name in rows and not broken:
                number = Number(metric, view.starts[index], view.ends[index], "", view.text[view.starts[index] : view.ends[index]])
                if "项)" in item.group() or item.group(2) or _is_near(number, rows[name]):
                    yield _judge(view, number, name, rows[name])


def _is_near(number: Number, cells: list[tuple[Decimal, int, int]]) -> bool:
    """Whether some cell is the number or a slip of it; a class of spending also stands in tables of one part of it."""
    own = cut(number)
    printed = significant(number.low)
    return any(
        mistyped(printed, significant(value)) or any(own.low <= value * scale <= own.high for scale in _SCALES) for value, _, _ in cells
    )


def _judge(view: View, number: Number, name: str, cells: list[tuple[Decimal, int, int]]) -> Problem | Judgement:
    own = cut(number)
    for value, start, end in cells:
        for scale in _SCALES:
            if own.low <= value * scale <= own.high:
                related = (Related(view.span(start, end), Phrase("表中", "in the table")),)
                return _holds(number, related, digits(value * scale))
    cells = sorted(cells, key=lambda cell: min(abs(cell[0] * scale - number.low) for scale in _SCALES))
    others = tuple(Related(view.span(start, end), Phrase("表中", "in the table")) for _, start, end in cells[:2])
    shown = view.text[cells[0][1] : cells[0][2]]
    return _differs(number, others, name, shown)


def _holds(number: Number, related: tuple[Related, ...], shown: str) -> Judgement:
    return Judgement(status="holds", span=number.span, related=related, arithmetic=f"{number.face}={shown}")


def _differs(number: Number, related: tuple[Related, ...], name: str, shown: str) -> Problem:
    return Problem(
        span=number.span,
        message=Phrase(f"“{name}”文中为{number.text}，表中为{shown}", f"{name} is {number.text} in the text and {shown} in the table"),
        related=related,
        expected=shown,
        found=number.text,
        arithmetic=f"{number.face}≠{shown}",
    )
