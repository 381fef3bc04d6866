"""What the head of a report says of it: title, issuer, day of publication, and the year that it reports on."""

from __future__ import annotations

from typing import NamedTuple

from govmetrics.patterns import compile_

_HEAD = 1500
_LOOKS_BACK = compile_("政府工作报告|法院工作报告|检察院工作报告|常委会工作报告|委员会工作报告")
_GENRE = compile_(
    r"(?:报告|公报|年报|决算|预算|公告|通报|总结|意见|要点|方案|情况|表|讲话|实事|计划|白皮书|总结[^\n]{1,20}(?:打算|安排|思路))(?:\((?:草案|摘要|节选|全文|摘编|公开版|征求意见稿)\))?$"
)
_RESIDUE = compile_(
    r"^(?:打印|字号|下载|点击|来源|发布|索引号|当前位置|首页|浏览|分享|时间|信息公开|附件\d*$|您(?:现在|当前)?(?:的|所在的?)?位置|所在位置|现在位置)|[>»]|[。;]$|\d{1,2}:\d{2}"
)


class Head(NamedTuple):
    """What a report says of itself; see `govmetrics.document.Document` for the fields."""

    title: str | None
    issuer: str | None
    published: str | None
    year: int | None
    review: int | None


def read(text: str) -> Head:
    """The head of `text`, a twin's."""
    title = _title(text)
    published = _published(text)
    year = _report_year(text, title, published)
    review = year - 1 if year and title and _LOOKS_BACK.search(title) else year
    return Head(title, _issuer(text, title), published, year, review)


def _title(text: str) -> str | None:
    """The first line near the top that is named like a report, with the line before it where the title broke in two."""
    lines = [_LABEL.sub("", _NOTE.sub("", line.strip())) for line in text[:_HEAD].split("\n", 40)[:40]]
    kept = [line for line in lines if line and len(line) <= 70 and not _RESIDUE.search(line)]
    for i, line in enumerate(kept[:12]):
        if _GENRE.search(line) and not _NUMBERED.match(line):
            before = kept[i - 1] if i else ""
            return before + line if _BODY_NAME.search(before) and len(before) < 30 and _CONTINUES.match(line) else line
    return None


_NUMBERED = compile_(r"[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]+\)|\d{1,2}[.、]|第[一二三四五六七八九十]+部分")
_BODY_NAME = compile_(r"(?:政府|委员会|办公室|办事处|[局厅院部委]|镇|乡|区|县|市|省|关于)$")
_CONTINUES = compile_(r"(?:19|20)\d\d年|关于|(?:政府|部门|单位|法治|工作报告)[^,。]{0,14}$")
_LABEL = compile_(r"^(?:标题|信息名称|文件名称|名称|题名) ?: ?")
_NOTE = compile_(r"\[\d\]$|\*+$")


_ISSUER = compile_(r"(?:来源|发布机构|发布单位|发文机关|信息来源|发布者)[:： ]{1,3}([^\s,;:|]{2,40})")
_BODY = compile_(
    r"^[^\d\n“”]{2,30}?(?:人民政府|委员会|办公室|[局厅院部委]|街道办事处|镇|乡|区|县|市|省)(?=关于|\d{4}年|[^\n]{0,8}工作报告)"
)


def _issuer(text: str, title: str | None) -> str | None:
    found = _ISSUER.search(text, 0, _HEAD)
    if found:
        return str(found.group(1))
    named = _BODY.search(title) if title else None
    return named.group() if named else None


_DAY = r"((?:19|20)\d\d)(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})"
_PUBLISHED = compile_(rf"(?:发布|公布|公开|成文|时间|日期|发文|印发)(?:时间|日期)?[:： ]{{1,3}}{_DAY}")
_SIGNED = compile_(rf"\n *{_DAY}日? *(?:\n|$)")


def _published(text: str) -> str | None:
    found = _PUBLISHED.search(text, 0, _HEAD) or _SIGNED.search(text, 0, _HEAD) or _SIGNED.search(text, max(0, len(text) - 400))
    if not found:
        return None
    year, month, day = map(int, found.groups())
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None


_HANZI_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_YEAR = compile_(
    r"(?<![\d.])(?:19[4-9]\d|20[0-4]\d)(?=年|[ —~-]{0,3}\d{0,4}年|\.\d{1,2}月)|(?<![一二三四五六七八九〇])(?:一九[四五六七八九]|二〇[〇零一二三])[〇零一二三四五六七八九](?=年)"
)
_COVERS = compile_(r"(?:统计|数据|报告)[^。\n]{0,12}?期限[^。\n]{0,6}?((?:19|20)\d\d)年")
_NAMED_YEAR = compile_(r"\A\s*((?:19|20)\d\d)年[^\n。,]{0,30}?(?:报告|公报|决算|预算)")
_DELIVERED = compile_(r"((?:19|20)\d\d)年\d{1,2}月\d{1,2}日(?:在[^\n。]{0,40}?(?:会议|大会)上|\) *\n)")
_TARGET = compile_(r"年(?:基本|远景|建成|实现|目标|全面建|到本世纪)")
_AHEAD = compile_(r"(?:到|至|力争|目标|规划|今后)$")

_REVIEW_AND_PLAN = compile_(
    r"年[^年]{0,16}(?:总结|回顾|工作情况)[^年]{0,4}(?:和|及|与|暨|、)(?:19|20)\d\d年[^年]{0,16}(?:计划|打算|安排|思路|要点|重点)"
)


def _as_year(found: str) -> int:
    return int(found.translate(_HANZI_DIGITS))


def _report_year(text: str, title: str | None, published: str | None) -> int | None:
    """The year of the title, of the day it was delivered or the period it covers, else the latest year that it speaks much of."""
    years = [_as_year(match.group()) for match in _YEAR.finditer(title or "")]
    if years:
        return min(years) if _REVIEW_AND_PLAN.search(title or "") else max(years)
    stated = _NAMED_YEAR.search(text, 0, 120) or _DELIVERED.search(text, 0, _HEAD) or _COVERS.search(text)
    if stated:
        return int(stated.group(1))
    times: dict[int, int] = {}
    for match in _YEAR.finditer(text, 0, len(text) - min(2000, len(text) // 20)):  # the foot of a web page has dates of its own
        if not _AHEAD.search(text, max(0, match.start() - 2), match.start()) and not _TARGET.match(text, match.end()):
            year = _as_year(match.group())
            times[year] = times.get(year, 0) + 1
    if not times:
        return int(published[:4]) - 1 if published else None
    most = max(times.values())
    return max(year for year, count in times.items() if count * 4 >= most and (count > 1 or most < 3))
