"""案件××件, 下降（增长）: a place that was to be filled in, or a choice that was never made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.finding import Severity
    from govmetrics.view import View

GROUP: Final = "marks"
SEVERITY: Final = "error"
WHAT: Final = Phrase("模板空格未填", "a placeholder that was not filled in")
WHY: Final = Phrase(
    "“XX件”“下降（增长）”“（待补）”是模板里待填的地方，印出去就成了笑话。“某某”多为匿名，不算；“3×5”是乘号，不算。",
    "XX件, 下降（增长） and （待补） are the template's blanks. 某某 keeps a name secret and 3×5 is a product: both are left out.",
)
BAD: Final = (
    ("全年开展检查 次，发现并整改问题12个。", "检查 次"),
    ("中心位于建设路XX号，工作日对外服务。", "XX"),
    ("全年专题学法9次[此处数据待核实]，覆盖全部部门。", "[此处数据待核实]"),
    ("全年办理建议46件、提案XX件，办复率100%。", "XX件"),
    ("全年受理案件××件。", "××件"),
    ("本年支出12.6万元，比上年下降（增长）3%。", "下降（增长）"),
    ("满意率为____%。", "____"),
    ("全年培训（待补）人次。", "（待补）"),
    ("TODO：补充数据。", "TODO"),
)
GOOD: Final = (
    "全年专题学法9次（数据已核实），覆盖全部部门。",
    "某某公司未按时申报，张某某、李××被处罚款3万元。",
    "展板尺寸为3×5米，幼儿园建成12×6米活动室。",
    "采用XX染色体检测技术，参加XXL杯比赛。",
    "出口有所下降（进口增长），总体平稳。",
)

_UNITS: Final = "万|亿|个|件|人|次|批|元|户|家|项|份|起|场|期|条|名|篇|部|%|％|年|月|日|平方|公里|吨|类|宗|处|辆|台|所|座|卷|段|株|例|只|艘|公顷|亩|栋|套|间|双|枚|幅|支|股|笔|单|桩|顶|所|个百分点"
_PATTERN = compile_(
    rf"(?<![A-Za-z0-9X×_*])(?:(?P<figure>(?:[X×]{{1,8}}|x{{2,8}}|_{{2,40}}|\*{{2,8}})(?=(?:{_UNITS})))"
    r"|(?P<name>(?:X{2,6}|×{2,6})(?=(?:省|市|县|区|镇|乡|局|委|街道|单位|部门|年度|号(?!文|令|楼|线))))"
    r"|(?P<line>_{4,60})|(?P<choice>(?:增[长加]|上升|提高|下降|减少|降低)[(/](?:增[长加]|上升|提高|下降|减少|降低)\)?(?=\d|[X_×*]|[,。;]|约|了))"
    r"|(?P<word>[\[(【](?:此处)?[^\[\]()【】\n]{0,10}(?:待核[实对]?|待确认|待补充?|核实后填写?|请核[对实])[\])】]|\((?:待补充?|待填写?|待定|此处[^()\n]{0,12}|请填写[^()\n]{0,8}|填写[^()\n]{0,12})\)|\bTODO\b|\bTBD\b|\bFIXME\b))"
)
# Each begins with one character, which is looked for fast.
_BRACKETED = re.compile(
    r"[\[(【](?:此处)?[^\[\]()【】\n]{0,10}(?:待核|待确认|待补|核实后填|请核)|\((?:待|此处|请?填写|增[长加]\)|上升\)|提高\)|下降\)|减少\)|降低\))"
)
_SLASHED = re.compile("/(?:增[长加]|上升|提高|下降|减少|降低)")
_SIGNS: Final = ("X", "×", "xx", "__", "**", "TODO", "TBD", "FIXME")
_GAP = re.compile(" (?:[次件个起家户场期条份名%]|人次|[万亿]元)(?=[,。;])")
"""开展检查 次: where the number should stand."""
_DOES = compile_(
    "(?:开展|组织|举办|召开|办理|受理|办结|审查|印发|制定|培训|检查|发现|处罚|罚款|调解|整改|完成|发放|接待|合计|共计|共|达|增长|下降|提高)[\u4e00-\u9fff]{0,6}$"
)
_BACK: Final = 10
_SHOWN: Final = 20
_AROUND: Final = 40
_WORDS: Final = ("户外", "株式", "人民法院", "元素")
_CASE: Final = compile_("诉|案|不服|判决|裁定|决字|复决")
_MANY: Final = 10
"""A report with more blanks is a template or a form, which is told once."""


def check(view: View) -> Iterator[Problem]:
    """A problem for each blank; one for all of them where the text is a template."""
    text = view.text
    found = list(_blanks(text))
    told = found if len(found) <= _MANY else found[:1]
    severity: Severity | None = None if len(found) <= _MANY else "warning"
    others = tuple(Related(view.span(*span), Phrase("也未填", "another blank")) for span in found[1:_SHOWN]) if severity else ()
    for start, end in told:
        span = view.span(start, end)
        words = shown(view, span)
        yield Problem(
            span=span,
            message=Phrase(f"“{words}”是未填的模板内容", f"{words} was left from the template")
            if not others
            else Phrase(
                f"全文有{len(found)}处模板内容未填，第一处为“{words}”",
                f"{len(found)} blanks of the template are left, the first is {words}",
            ),
            related=others,
            help=Phrase("填入实际内容，或删去", "fill it in, or delete it"),
            found=words,
            severity=severity,
        )


def _is_meant(text: str, start: int, end: int) -> bool:
    """Whether a sign stands for a name on purpose: in the name or number of a case, in a form or words that are quoted, before 户外."""
    begin = max(start - _AROUND, 0)
    if text.startswith(_WORDS, end) or (text.startswith("号", end) and text[start - 1 : start] in "终初申字第执"):
        return True
    near = text[begin : end + _AROUND]
    before = near[: start - begin]
    quoted = before.rfind("“") > before.rfind("”") or before.rfind("《") > before.rfind("》")
    closed = any(mark in near[end - begin :] for mark in "”》")
    if quoted and closed:
        return True
    clause = before[max(before.rfind(mark) for mark in "。;\n") + 1 :] + near[start - begin :].partition("。")[0]
    return text[start] == "×" and text[end : end + 1] in "省市县区镇乡局委街单部" and _CASE.search(clause) is not None


def _blanks(text: str) -> Iterator[tuple[int, int]]:
    places: set[int] = set()
    for sign in _SIGNS:
        at = text.find(sign) if sign[0] in text else -1
        while at >= 0:
            places.add(at)
            at = text.find(sign, at + 1)
    for pattern in (_BRACKETED, _SLASHED):
        for match in pattern.finditer(text):
            # The first of two choices stands before the bracket.
            places.update((match.start(), max(match.start() - 2, 0)))
    for gap in _GAP.finditer(text):
        start = len(text[max(gap.start() - _BACK, 0) : gap.start()].rstrip()) + max(gap.start() - _BACK, 0)
        if _DOES.search(text, max(start - _BACK, 0), start):
            yield start, gap.end()
    for at in sorted(places):
        blank = _PATTERN.match(text, at)
        if blank and not _is_meant(text, *blank.span()):
            yield blank.span()
