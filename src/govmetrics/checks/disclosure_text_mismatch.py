"""全年收到政府信息公开申请 17 件 beside a table with 95: a figure of the text that the official table contradicts."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from govmetrics.disclosure.form import Cell, Table
from govmetrics.finding import Judgement, Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations import official
from govmetrics.relations.official import digits

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from govmetrics.view import View

GROUP: Final = "agreement"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("文字与信息公开年报的表不一致", "a figure of the text that the official table contradicts")
WHY: Final = Phrase(
    "年报总体情况中收到申请、上年结转、结转下年度和制发规范性文件的件数，应与后面表中的数字一致。",
    "The applications and documents that a disclosure report counts in its text are those of its tables.",
)
_TABLE = """二、主动公开政府信息情况
信息内容 本年制发件数 本年废止件数 现行有效件数
规章 0 0 0
行政规范性文件 {made} 1 16
行政许可 210
行政处罚 18
行政强制 0
行政事业性收费 0
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 8 0 0 0 0 0 8
二、上年结转政府信息公开申请数量 2 0 0 0 0 0 2
（一）予以公开 9 0 0 0 0 0 9
（二）部分公开 0 0 0 0 0 0 0
1.属于国家秘密 0 0 0 0 0 0 0
2.其他法律行政法规禁止公开 0 0 0 0 0 0 0
3.危及“三安全一稳定” 0 0 0 0 0 0 0
4.保护第三方合法权益 0 0 0 0 0 0 0
5.属于三类内部事务信息 0 0 0 0 0 0 0
6.属于四类过程性信息 0 0 0 0 0 0 0
7.属于行政执法案卷 0 0 0 0 0 0 0
8.属于行政查询事项 0 0 0 0 0 0 0
1.本机关不掌握相关政府信息 0 0 0 0 0 0 0
2.没有现成信息需要另行制作 0 0 0 0 0 0 0
3.补正后申请内容仍不明确 0 0 0 0 0 0 0
1.信访举报投诉类申请 0 0 0 0 0 0 0
2.重复申请 0 0 0 0 0 0 0
3.要求提供公开出版物 0 0 0 0 0 0 0
4.无正当理由大量反复申请 0 0 0 0 0 0 0
5.要求行政机关确认或重新出具已获取信息 0 0 0 0 0 0 0
（六）其他处理 0 0 0 0 0 0 0
（七）总计 9 0 0 0 0 0 9
四、结转下年度继续办理 1 0 0 0 0 0 1
"""
_MADE_3 = _TABLE.format(made=3)
BAD: Final = (
    ("一、总体情况\n全年共收到政府信息公开申请18件，均按期答复。\n" + _MADE_3, "18件"),
    ("一、总体情况\n全县共受理政府信息公开申请8件，上年结转4件。\n" + _MADE_3, "4件"),
    ("一、总体情况\n2024年，全县制发行政规范性文件13件。\n" + _MADE_3, "13件"),
)
GOOD: Final = (
    "一、总体情况\n全年共收到政府信息公开申请8件，上年结转2件，结转下年度继续办理1件。\n" + _MADE_3,
    "一、总体情况\n认真做好依申请公开，全年收到政府信息公开申请10件。\n" + _MADE_3,
    "一、总体情况\n县政府办公室收到政府信息公开申请5件；通过信函，共收到政府信息公开申请4件。\n" + _MADE_3,
    "一、总体情况\n全县共制发行政规范性文件3件。\n" + _MADE_3,
)

_WHEN = r"(?:(?:(?P<year>\d{4})年(?:度|全年|以来)?|全年|今年(?:以来)?|本年度?|年内|一年来),?)?"
_WHO = r"(?:全[市县区省州盟旗镇乡局委厅校院](?:各级行政机关)?|我[市县区省州盟旗镇乡局委厅校院办]|本[市县区省机关局委厅]{1,2}|各级行政机关|区域内)?,?"
_HOW = "(?:(?:一|总)?共(?:计)?|累计|合计|依法)*"
_APPLIED = compile_(
    rf"(?<=[\n。;,、:)]|^){_WHEN}{_WHO}{_HOW}(?P<verb>受理|收到|新收|接收|接到)(?:的)?(?:书面)?政府信息公开申请(?:数量)?(?:一?共|共?计|总计|合计|为)?"
    r"(?P<number>\d[\d,]*)(?=[件宗])"
)
_PARTIAL = compile_("其中|通过|网络|网上|线上|信函|邮寄|窗口|当面|平台|渠道|部门|街道|代表|办公室|政府办")
"""What may narrow a count to some of the applications."""
_CARRIED = compile_(r"(?<=[,、;(])(?:\d{4}年|上年度?)结转(?:申请)?(?P<number>\d[\d,]*)(?=件)")
_LEFT = compile_(r"(?<=[,、;(])结转(?:至|到)?(?:下一?年度?|\d{4}年)(?:度)?(?:继续)?(?:办理)?(?:的)?(?P<number>\d[\d,]*)(?=件)")
_MADE = compile_(
    rf"(?<=[\n。;,:)]|^){_WHEN}全[市县区省州盟旗镇乡],?{_HOW}(?:制定|制发|出台)(?:并公开)?(?:行政)?规范性文件(?P<number>\d[\d,]*)(?=[件份个])"
)
_ENDS = compile_(r"[。!?\n]")


class _Stated(NamedTuple):
    """What the text says, what the tables say of it, and the cells that say it."""

    match: regex.Match[str]
    what: Phrase
    values: tuple[Decimal, ...]
    cells: tuple[Cell, ...]


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each count of the text that is in none of the places of the table that it may be."""
    tables = list(official.tables(view, "applications"))
    if len(tables) == 1 and tables[0].cells:
        for stated in (*_applications(view, tables[0]), *_documents(view)):
            yield _judge(view, stated)


def _applications(view: View, table: Table) -> Iterator[_Stated]:
    new, carried, done, left = (table.cells[row, "c7"] for row in ("r01", "r02", "r24", "r25"))
    whole = new.value + carried.value
    for match in _APPLIED.finditer(view.text):
        if not _is_of_year(view, match) or _is_behind(view, match, table) or _is_partial(view, match):
            continue
        cells = (new, carried, done, left)
        what = Phrase("政府信息公开申请", "the applications received")
        yield _Stated(match, what, (new.value, whole, done.value, done.value + left.value), cells)
        end = _ENDS.search(view.text, match.end())
        reach = end.start() if end else len(view.text)
        for other in _CARRIED.finditer(view.text, match.end(), reach):
            yield _Stated(other, Phrase("上年结转", "carried over from last year"), (carried.value,), (carried,))
        for other in _LEFT.finditer(view.text, match.end(), reach):
            yield _Stated(other, Phrase("结转下年度", "carried forward to next year"), (left.value,), (left,))


def _documents(view: View) -> Iterator[_Stated]:
    tables = [table for table in official.tables(view, "published") if table.cells]
    if len(tables) == 1:
        made = tables[0].cells["norm", "made"]
        for match in _MADE.finditer(view.text):
            if _is_of_year(view, match) and not _is_behind(view, match, tables[0]):
                yield _Stated(match, Phrase("制发规范性文件", "normative documents made"), (made.value,), (made,))


def _is_of_year(view: View, match: regex.Match[str]) -> bool:
    year = match.group("year")
    return year is None or view.document.year is None or int(year) == view.document.year


def _is_partial(view: View, match: regex.Match[str]) -> bool:
    """Whether the sentence before a count may narrow it."""
    begun = max(view.text.rfind(mark, 0, match.start()) for mark in "。;\n") + 1
    bare = match.group()[: match.start("verb") - match.start()] == ""
    return (bare and begun < match.start() and view.text[match.start() - 1] in ",、") or bool(
        _PARTIAL.search(view.text, begun, match.start())
    )


def _is_behind(view: View, match: regex.Match[str], table: Table) -> bool:
    return view.span(*match.span()).start >= table.start


def _judge(view: View, stated: _Stated) -> Problem | Judgement:
    match = stated.match
    span = view.span(match.start("number"), match.end("number") + 1)
    value, shown = Decimal(match.group("number").replace(",", "")), official.digits(stated.values[0])
    related = official.related(stated.cells)
    if value in stated.values:
        return Judgement(status="holds", span=span, related=related, arithmetic=f"{digits(value)}={_fitting(stated, value)}")
    if not any(cell.end > cell.start for cell in stated.cells):
        return Judgement(status="not-assessable", span=span, reason=Phrase("表中此格空白", "the cell of the table is blank"))
    return Problem(
        span=span,
        message=Phrase(
            f"{stated.what.zh}文中是{digits(value)}件，表中是{shown}件",
            f"{stated.what.en}: {digits(value)} in the text, {shown} in the table",
        ),
        related=related,
        expected=f"{shown}件",
        found=view.source(span),
        arithmetic=f"{digits(value)}≠{'、'.join(digits(other) for other in dict.fromkeys(stated.values))}",
    )


def _fitting(stated: _Stated, value: Decimal) -> str:
    """The cell, or the two cells, of the table that make `value`."""
    cells = stated.cells
    if len(cells) == 1 or value == cells[0].value:
        return digits(cells[0].value)
    if value == cells[0].value + cells[1].value:
        return f"{digits(cells[0].value)}+{digits(cells[1].value)}"
    return digits(cells[2].value) if value == cells[2].value else f"{digits(cells[2].value)}+{digits(cells[3].value)}"
