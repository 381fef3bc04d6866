"""Wholes behind their parts: a、b,合计 w; 一季度 a … 四季度 d,全年 w."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from govmetrics.model import plain
from govmetrics.numerals import parse
from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, alike, last_words, same_but_one
from govmetrics.relations.sums import closure, parts
from govmetrics.relations.sums.breakdown import Breakdown
from govmetrics.relations.sums.parts import Part

if TYPE_CHECKING:
    from govmetrics.relations.sums.breakdown import Scan

_TOTAL = compile_(
    r"(?:以上|上述|前述|这)?(?P<count>[一二两三四五六七八九十]{1,2}|\d{1,2})?[^,。;:\d]{0,14}?"
    r"(?:总计|合计|共计|总共|累计|总数|总量|总额|总和|总值|总价|总造价|总投资|总面积|总里程|总人数|总户数|总支出|总收入|总成本|(?<=粮食)总产量|相加|之和|加起来|汇总|共)(?:共|合计|受理|办理|收到|新增|完成|建成)?(?:为|是|达到?|有)?"
)
_STRICT_TOTAL = compile_(
    r"(?:[\u4e00-\u9fff]{0,4}(?=合计|共计|总计)|以上|上述|前述)?(?:[一二两三四五六七八九十\d]{1,2}(?:项|类|者|个?部分|个?方面|家|笔|个?渠道|种|个|级)[^,。;:]{0,4})?(?:总计|合计|共计|总共|累计|相加|之和|加起来|共)(?:受理|办理|收到|新增|完成|建成)?(?:为|是|达到?|有)?"
)
_TOTAL_SIGNS = frozenset("计共累总和产相加汇组")
"""One of them is in all words that tell a sum."""
_DID = compile_(r"(?:合计|共计|总计)[\u4e00-\u9fff]{2,12}|组成了?(?:一支)?")
_PLAN_TIME = compile_("[一二三四五六七八九十]五”?(?:期间|时期)[^,。;]{0,4}$")
_SHORT = 16
_OF_YEAR = compile_(r"(20\d\d)年$")
_LEADERS = compile_("书记|[市县区镇乡局州]长|主任")
_STOCK = compile_("总数|总量|保有量|存量")
_FLOWS = compile_("淘汰|报废|关闭|取消|注销|退出|更新|改造|提升|退役|拆除|新增|新投放|新购|新建|新设|新培育|新认定")
_IN_ALL = compile_("(?:共计?|合计|总计|累计|总共)(?:达|为)?$")
_LED_BY = compile_("任(?:组长|主任|队长|团长)")
_NEAR = 40
_FAR = Decimal(5)
"""How many times what its parts make a whole may be, be one of them mistyped."""
_NOUN = compile_("([\u4e00-\u9fff]{2,8}?)(?:总|合计|共计)")
_EACH_QUARTER = compile_("(?:一至四|[四各]个?|1至4|1—4)季度[^,。;]{0,4}(?:分别|依次)")
_CLOSE = Decimal("0.8")
_THREE = 3


def summed(scan: Scan, at: int) -> Breakdown | None:
    """a、b,合计 w"""
    total = scan.row[at]
    words = last_words(total.before)
    if at < 2 or _TOTAL_SIGNS.isdisjoint(words):
        return None
    match = _TOTAL.fullmatch(words)
    did = None if match else _DID.fullmatch(words)
    if not (match or did) or "其中" in total.before:
        return None
    found = _before(scan, at)
    stated = parse(match.group("count")) if match and match.group("count") else None
    wanted = int(stated.low) if stated and 2 <= stated.low <= len(found) else None
    if _PLAN_TIME.search(scan.text, max(scan.row.start, total.start - _SHORT), total.start):
        return None  # “十三五”期间共 w 件: of other years
    if scan.row[at - 1].unit == "年" and not _are_years(found, scan.row[at - 1]):
        return None
    if wanted:
        found = found[-wanted:]
    if len(found) < 2 or _is_cut(scan, found, at):
        return None
    if _STOCK.search(words) and any(_FLOWS.search(part.number.before) for part in found):
        return None  # 新投放120台,淘汰97台,总数达到843台: of what was there before, too
    value = sum((part.number.low for part in found), Decimal(0))
    if did and any(value - part.number.low == total.low for part in found):
        return None  # one of them is beside what was done
    marks = {part.mark for part in found[1:]}
    plain = marks <= {"、"} or (len(marks) == 1 and not any(parts.verbal(part) for part in found[1:]))
    strict = did is not None or _STRICT_TOTAL.fullmatch(words) is not None
    ends = {part.name[-2:] for part in found}
    named = (
        (len(ends) == 1 and len(found[0].name) > 1 and next(iter(ends)) in words)
        or words.startswith(("以上", "上述"))
        or "分别" in found[0].number.before
        or bool(closure.members([part.name for part in found]))
        or closure.outcomes([part.name for part in found])
    )
    carried = "加上" in found[-1].number.before
    # 处酒驾120起、超员36起,共计查处3200起; 受理560件,调解320件,结案共计545件: not all, and no parts.
    loose = did is not None or (marks == {","} and not named)
    apart = loose and not (_CLOSE * total.low <= value and value * _CLOSE <= total.low)
    beside = loose and any(part.number.low > total.low for part in found)
    sure = (
        wanted is not None
        or carried
        or (not _is_of_more(scan, found, total, words, value) and plain and (strict or named) and not apart and not beside)
    )
    excuse = closure.overlap(found, scan.text[found[0].number.start : total.end])
    if total.unit in ("人", "名") and _LED_BY.search(scan.text, max(scan.row.start, found[0].number.start - _NEAR), found[0].number.start):
        sure = False  # 由镇长任组长、3名副镇长任副组长,共5人
    return Breakdown(total, [part.number for part in found], words if sure else "", excuse, sure, [])


def _are_years(found: list[Part], span: Number) -> bool:
    """Whether parts are of as many years, one after the other, as are summed: 2019年 a、2020年 b,两年累计."""
    years = [int(match.group(1)) for part in found if (match := _OF_YEAR.search(part.name))]
    if not years and "分别" in found[0].number.before:
        return len(found) == span.low and "前" not in span.before  # 此前五年总计 w: of others
    return len(years) == len(found) == span.low and all(later == year + 1 for year, later in pairwise(years))


def _is_of_more(scan: Scan, found: list[Part], total: Number, words: str, value: Decimal) -> bool:
    """Whether the total may count more than the parts: those are some of others, it is far more, or it has a name of its own."""
    first = found[0].number
    if "其中" in scan.text[max(scan.row.start, first.start - _NEAR) : first.start]:
        return True
    if not total.low / _FAR < value < total.low * _FAR and not same_but_one(plain(total.low), plain(value)):
        return True
    own = _IN_ALL.sub("", words) if "分别" in first.before else ""
    if "分别" in first.before and _LEADERS.search(first.before):
        return True  # 书记、市长分别带队9次、11次,全市共63次
    if own and (own.startswith(("另", "还")) or own[-2:] not in first.before):
        return True  # 书记、镇长分别听取汇报4次、6次,镇长办公会学法共9次
    noun = _NOUN.match(words) if "分别" in first.before else None
    said = scan.text[scan.row.start : total.start - len(words)]
    return noun is not None and not any(noun.group(1)[i : i + 2] in said for i in range(len(noun.group(1)) - 1))


def _is_cut(scan: Scan, found: list[Part], at: int) -> bool:
    """Whether the enumeration begins before `found`, with things of another unit: 合同34份、文件9件、决策5件,共计48件."""
    before = next((i for i in range(at - 1, -1, -1) if scan.row[i] is found[0].number), 0) - 1
    if before < 0 or found[0].mark != "、" or scan.row[before].kind != "count":
        return False
    return not any(mark in scan.text[scan.row[before].end : found[0].number.start] for mark in ",;。:")


def _before(scan: Scan, at: int) -> list[Part]:
    """The enumeration that ends before the number at `at`."""
    found: list[Part] = []
    total, row = scan.row[at], scan.row
    for i in range(at - 1, max(at - parts.MOST, 0) - 1, -1):
        number = row[i]
        if scan.levels[i] > scan.levels[at] or number.kind in ("percent", "points") or (number.unit == "年" and i == at - 1):
            continue
        if scan.levels[i] < scan.levels[at] or not alike(number, total) or number.change:
            break
        if any(word in number.before for word in parts.INCLUDES):
            return []
        words = parts.outside(number.before)
        mark, name = parts.own_name(words)
        if not mark and name[:1] in ("和", "及", "与"):
            mark, name = "、", name[1:]
        if "各" in name or "每" in name:
            break  # 各配备6台,计84台
        found.insert(0, Part(number, name, mark))
        if not mark or mark in ":(;。":
            break
    return _of_one_mark(found, total)


def _of_one_mark(found: list[Part], total: Number) -> list[Part]:
    """Those that 、 joins, where a comma parts them from others: 辖14个镇,有村168个、社区23个,共计191个; all of them where they make the total."""
    if len(found) < _THREE or found[-1].mark != "、" or sum((part.number.low for part in found), Decimal(0)) == total.low:
        return found
    at = next((at for at in range(len(found) - 1, 0, -1) if found[at].mark != "、"), 0)
    return found[at:]


def quarters(scan: Scan, at: int) -> Breakdown | None:
    """一季度 a,二季度 b,三季度 c,四季度 d,全年 w"""
    if at < 4 or "全年" not in scan.row[at].before or "全年" not in last_words(scan.row[at].before):
        return None
    found = _before(scan, at)[-4:]
    if len(found) < 4:
        return None
    if closure.members([part.name for part in found]) or _EACH_QUARTER.search(found[0].number.before):
        return Breakdown(scan.row[at], [part.number for part in found], "全年", "", True, [])
    return None
