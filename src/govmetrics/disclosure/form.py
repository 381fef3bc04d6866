"""The form of the official tables: their rows, columns and the words by which a row is known."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Literal, NamedTuple, TypeAlias

from msgspec import Struct

from govmetrics.patterns import compile_

Kind: TypeAlias = Literal["published", "applications", "proceedings"]
Unread: TypeAlias = Literal["blank-cells", "labels", "numbers", "empty"]


class Cell(Struct, frozen=True):
    """A cell of an official table.

    Attributes:
        row, column: ids such as `r05` and `c7`.
        start, end: where its number stands in the source; nothing between them where it is blank.
        assumed: whether the cell is blank, or a dash, and counts as 0.
    """

    row: str
    column: str
    value: Decimal
    start: int
    end: int
    assumed: bool


class Table(Struct, frozen=True):
    """An official table.

    Attributes:
        start, end: where it stands in the source.
        cells: by row and column; none where `unread` tells why the table could not be read surely.
        places: where the label of each row stands in the source.
        merged: whether （六）其他处理 is one row, as in the form of 2019; `r21` and `r22` are then assumed.
    """

    kind: Kind
    start: int
    end: int
    cells: dict[tuple[str, str], Cell]
    places: dict[str, int]
    unread: Unread | None = None
    merged: bool = False


class Row(NamedTuple):
    """A row: its id, what a reader calls it, and a pattern of the words of its label that survive wrapping."""

    id: str
    name: str
    words: str


_APPLICATIONS = (
    ("一、本年新收政府信息公开申请数量", "本年度?新收"),
    ("二、上年结转政府信息公开申请数量", "上年度?结转"),
    ("（一）予以公开", "予以公开"),
    ("（二）部分公开", "部分公开"),
    ("1.属于国家秘密", "国家秘密"),
    ("2.其他法律行政法规禁止公开", "其他法律"),
    ("3.危及“三安全一稳定”", "危及|三安全|一稳定"),
    ("4.保护第三方合法权益", "第三方"),
    ("5.属于三类内部事务信息", "三类内部|内部事务"),
    ("6.属于四类过程性信息", "四类过程|过程性"),
    ("7.属于行政执法案卷", "行政执法|案卷"),
    ("8.属于行政查询事项", "行政查询|查询事项"),
    ("1.本机关不掌握相关政府信息", "本机关|不掌握"),
    ("2.没有现成信息需要另行制作", "没有现成|现成信息|另行制作"),
    ("3.补正后申请内容仍不明确", "补正后|不明确"),
    ("1.信访举报投诉类申请", "信访举报|举报投诉"),
    ("2.重复申请", "重复申请"),
    ("3.要求提供公开出版物", "要求提供|公开出版"),
    ("4.无正当理由大量反复申请", "无正当理由大量|大量反复"),
    ("5.要求行政机关确认或重新出具已获取信息", "要求行政机关|确认或重|重新出具"),
    ("1.申请人无正当理由逾期不补正", "申请人无正当|无正当理由逾期|不补正"),
    ("2.申请人逾期未按收费通知要求缴纳费用", "申请人逾期未|收费通知|缴纳费用"),
    ("3.其他", r"3[.、]其他|(?<!计)其他(?!法律|处理|情形)"),
    ("（七）总计", "总计"),
    ("四、结转下年度继续办理", "结转下"),
)
APPLICATIONS: Final = tuple(Row(f"r{number:02}", *row) for number, row in enumerate(_APPLICATIONS, 1))
MERGED: Final = Row("r23", "（六）其他处理", "其他处理")
APPLICANTS: Final = {
    "c1": "自然人",
    "c2": "商业企业",
    "c3": "科研机构",
    "c4": "社会公益组织",
    "c5": "法律服务机构",
    "c6": "其他",
    "c7": "总计",
}
OUTCOMES: Final = tuple(row.id for row in APPLICATIONS[2:23])
"""The rows that （七）总计 is the sum of."""

PUBLISHED: Final = (
    Row("rule", "规章", "规章"),
    Row("norm", "行政规范性文件", "(?:行政)?规范性文件"),
    Row("licence", "行政许可", "行政许可"),
    Row("penalty", "行政处罚", "行政处罚"),
    Row("coercion", "行政强制", "行政强制"),
    Row("fee", "行政事业性收费", "行政事业性收费"),
)
PUBLISHED_COLUMNS: Final = (("made", "repealed", "valid"),) * 2 + (("decided",),) * 3 + (("amount",),)
PUBLISHED_NAMES: Final = {
    "made": "本年制发件数",
    "repealed": "本年废止件数",
    "valid": "现行有效件数",
    "decided": "本年处理决定数量",
    "amount": "本年收费金额",
}

PROCEEDINGS: Final = {"rv": "行政复议", "ld": "未经复议直接起诉", "lr": "复议后起诉"}
RESULTS: Final = {"upheld": "结果维持", "corrected": "结果纠正", "other": "其他结果", "pending": "尚未审结", "total": "总计"}

ROW_NAMES: Final = {row.id: row.name for row in (*APPLICATIONS, *PUBLISHED)} | PROCEEDINGS
COLUMN_NAMES: Final = APPLICANTS | PUBLISHED_NAMES | RESULTS

WORDS: Final = {row.id: compile_(row.words) for row in (*APPLICATIONS, *PUBLISHED)}
MERGED_WORDS: Final = compile_(MERGED.words)
