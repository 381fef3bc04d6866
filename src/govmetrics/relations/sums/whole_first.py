"""Wholes with the parts that follow them: w(a、b); w,其中 a、b; w,保留 a、废止 b; w,男 a,女 b; w:甲168,乙57."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from govmetrics.model import Count
from govmetrics.numerals import parse
from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, alike, last_words, same_but_one
from govmetrics.relations.sums import closure, parts
from govmetrics.relations.sums.breakdown import AHEAD, MARKER, Breakdown
from govmetrics.relations.sums.parts import Part

if TYPE_CHECKING:
    from govmetrics.relations.sums.breakdown import Scan

_CHANGES = compile_(
    r"[,、](?:日|月|人|户|件)均(?:约)?[\d.,]+[^\d,、;:]{0,4}|[,、]?[比较](?:上年|去年)(?:同期)?的[\d.,]+[^\d,、;:]{0,4}(?=净?增|减|上升|下降|增长)|[,、]?(?:同比|比上年(?:同期)?|较上年(?:同期)?)?(?:净?增加?|减少|增长|下降|上升|提高)了?[\d.,]+[^\d,、;:]{0,4}"
)
_OF_LAST = compile_("[比较](?:上年|去年)(?:同期)?的$")
_AMONG = compile_(r"[^,。;:]{0,16}(?:[中里]|(?:结果|情况|来)看)[,:]|[^,。;:]{0,8}[;,](?P<of>[^,。;:]{2,12})[中里],")
_AMONG_DONE = compile_(r"[^,。;:\d]{1,16}[中里],(?:目前|现)?(?:已|均|全部)[^,。;:\d]{1,12}的(?:有|为|达)?")
_AMONG_ONE = compile_(r"[^,。;:\d]{1,16}[中里],?(?:已有|已|有|其中有?)")
# 23个乡镇中,已有25个组建: a noun of its own may count something else.
_WHICH = compile_(r"[^,。;:\d]{0,12},(?:已|均)?[^,。;:\d]{2,16}的(?:有|为|达)?")
_OTHERS_DO = compile_(r"[,;](?:其余|其他|余下|剩余)")
_DOES = compile_("(?:已|均|全部)?(?:组建|建成|接入|开通|纳入|参与|达标|完成|开展|通过|实现|设立|达到|启动|建立|落实|配备|入选|获评)")
_TRAIT = compile_("(?:类别?|[男女]性?|专职|兼职|党员|农村|城镇|涉企|外籍|少数民族|重点|新增)$")
_CLAUSE_ENDS = (",", "。", ";", "\n", "")
_PART_OF = compile_("(?:中的|的)?(?:一部分|部分|之一)")
_SHORT = 14
"""Characters between a whole and parts that no word ties to it, at most."""
_CLOSE, _NEARLY = Decimal("0.8"), Decimal("0.9")
_LITTLE, _MUCH = Decimal("0.6"), Decimal("1.4")
"""Parts that no word ties to the whole must come near to it."""
_QUARTERS = compile_("(?:一至四|一到四|1至4|1[-—]4|四个|各)季度")
_REVIEWED = compile_("清理|(?:文件|规章|制度|法规)[^,。;]{0,10}(?:评估|审查|梳理)")
_OUTCOME = compile_("继续有效|保留|修改|修订|废止|失效")
_SORTS = ("种类", "类型", "类别", "构成", "方式", "结果", "性质")
_DONE = compile_("办结|审结|结案|作出")
_PROCEDURES = ({"一般", "简易"}, {"普通", "简易"}, {"一般", "当场"}, {"普通", "当场"})
_EXPLAINED = compile_("重复|分别计入|合并|同时|部分维持|兼")
_FAR = 30
_YEAR_BEFORE = compile_(r"\([^,。;()\d]{0,6}(?:[上去前]年|同期)(?!度?(?:结转|未结|转入|遗留|结余))|\((?:19|20)\d\d年")
_RESULTS = 3
_TWO = 2
_MANY = 20
_LITTLE_MORE = Decimal("1.25")
_BARE = compile_(r"([\u4e00-\u9fff][\u4e00-\u9fff、]{1,15}?)(\d{1,3}(?:,\d{3})+|\d+)(?=[,、;。)(])")
_ENDED = compile_(",(?:目前|现|年内|全年|年底前|至年底)?已?(?:审结|办结|结案|化解)")
_WAITS = compile_("(?:尚|仍|还|正)?在(?:审理|办理|办|审)中?|(?:尚|还)未(?:审结|办结|结案|化解)|未结")
_SCALE = Decimal(10) ** 4
_NAMED_EACH = compile_(
    r"[,;](?P<names>(?:[\u4e00-\u9fff]{2,8}、){1,8}[\u4e00-\u9fff]{2,8}?(?:[和及与][\u4e00-\u9fff]{2,8}?)?)(?:[3-9三四五六七八九]个?(?:片区|乡镇|领域|类别?|部门|单位|县区?|街道))?(?:领域|方面|类)?分别(?:[\u4e00-\u9fff]{2})?(?:为|是|有)?"
)
_SOURCES = compile_(",(?:其中|分别)?来自[\u4e00-\u9fff]{2,8}")
_JOINT = compile_("[、和及与]")
_BY = ("以", "通过", "经", "采取", "按")
_JOINTS = ("、", "和", "及", "与")
_STATES, _LONGER = ("达标", "合格"), 24
_SET = 4
"""Members of the largest set of names that leaves nothing out."""


def bracketed(scan: Scan, at: int) -> Breakdown | None:
    """w(a、b)"""
    row = scan.row
    if at + 1 >= len(row) or scan.levels[at + 1] != scan.levels[at] + 1 or not row[at + 1].before.startswith("("):
        return None
    total = row[at]
    found = scan.read(at + 1, total) if alike(row[at + 1], total) else []
    if found and _PART_OF.match(scan.text, found[-1].number.end):
        return None
    opening = row[at + 1].before
    if _YEAR_BEFORE.match(opening):
        return None  # (上年 a、前年 b)
    some = opening.startswith(("(含", "(其中", "(包括", "(主要"))
    noun = last_words(total.before)[-2:]
    kind_of = len(found) == 1 and len(noun) == 2 and len(found[0].name) > 2 and found[0].name.endswith(noun)
    kind_of = kind_of or (len(found) == 1 and _TRAIT.search(found[0].name) is not None)
    if len(found) < (1 if some or kind_of else 2):
        return None
    made = scan.made(total, found)
    made = made._replace(wholes=[], disjoint=made.disjoint or (not some and len(found) > 1))
    same = len(found) == 2 and found[0].name[-2:] == found[1].name[-2:] and len(found[0].name) > 2
    if not made.closed and not some and (len(found) > 2 or same) and "月" not in opening and not scan.tail(found[-1]).startswith("等"):
        made = made._replace(closed="()", likely=True)
    return made


def _is_beside(number: Number) -> bool:
    """Whether a number behind a whole is what it was, or a mean, and no part: 比上年的 a 件, 日均 m 件."""
    return _OF_LAST.search(number.before) is not None or "均" in last_words(number.before)[:_TWO]


def followed(scan: Scan, at: int) -> Breakdown | None:
    """w,其中 a、b"""
    row, levels = scan.row, scan.levels
    total = row[at]
    first = next(
        (
            i
            for i in range(at + 1, min(len(row), at + AHEAD))
            if levels[i] == levels[at] and alike(row[i], total) and not row[i].change and not _is_beside(row[i])
        ),
        None,
    )
    if first is None or any(levels[i] < levels[at] for i in range(at, first + 1)):
        return None
    words = parts.outside(scan.text[total.end : row[first].start].replace("\n", ""))
    markers = list(MARKER.finditer(words))
    if markers and markers[-1].group() in ("其中", "含", "包括", "为", "是") and _is_sibling(scan, at):
        return None
    among = _AMONG.match(words)
    if among and among.group("of") and among.group("of")[:2] not in last_words(total.before):
        among = None
    if not markers and not among:
        if first == at + 1 and _OTHERS_DO.match(scan.text, row[first].end) and _WHICH.fullmatch(words):
            return scan.made(total, scan.read(first, total)[:1])  # 工地286个,安装设备的298个,其余
        return (
            _outcomes(scan, at, first)
            or _pending(scan, total, first)
            or _each_named(scan, total, first)
            or _come_from(scan, total, first)
            or _set(scan, at, first)
        )
    found = scan.read(first, total)
    if not found or "。" in words:
        return None
    if not markers:
        return scan.made(total, found) if len(found) > 1 or (first == at + 1 and _is_among(scan, words, found[0].number.end)) else None
    return _marked(scan, total, found, words, markers[-1].start(), markers[-1].group())


def _is_sibling(scan: Scan, at: int) -> bool:
    """Whether the number ends an enumeration, all of which what follows is of: 省级6家、国家级1家,其中民营牵头16家."""
    row, total = scan.row, scan.row[at]
    if not at or not alike(row[at - 1], total) or row[at - 1].change:
        return False
    return parts.own_name(parts.outside(total.before))[0] == "、" and total.before.count(",") == 0


def _is_among(scan: Scan, words: str, end: int) -> bool:
    """Whether the one number that ends at `end`, behind `words`, counts some of the whole: 23个乡镇中,已有25个组建; 312个村中,已通路的351个."""
    if _AMONG_DONE.fullmatch(words):
        return scan.text[end : end + 1] in _CLAUSE_ENDS
    return _AMONG_ONE.fullmatch(words) is not None and _DOES.match(scan.text, end) is not None


def _marked(scan: Scan, total: Number, found: list[Part], words: str, place: int, marker: str) -> Breakdown | None:
    if ";" in words[place:]:
        return None  # 听取汇报3次,批示15件,其中甲6件;学法11次: of what stands before the mark
    lead = _CHANGES.sub("", words[:place]).strip(" ,、;:(")
    if len(lead) > 14 or "。" in lead or (";" in words[:place] and marker.startswith(("按", "从"))):
        return None
    if len(found) == 1:
        own = words[place + len(marker) :].strip(" ,:")
        return scan.made(total, found) if marker in ("其中", "含", "包括") and not any(mark in own for mark in ",;:") else None
    found[0] = found[0]._replace(name=MARKER.sub("", found[0].name))
    made = scan.made(total, found)
    if (
        marker == "其中"
        and not lead
        and _DONE.search(last_words(total.before))
        and closure.outcomes([part.name for part in found], _RESULTS)
    ):
        made = made._replace(wholes=[])  # what was done came to these; of what had come in they are none
    all_words = scan.text[total.end : found[-1].number.end + 4]
    if made.closed or closure.partial(all_words) or scan.tail(found[-1]).startswith("等"):
        return made
    by_quarter = len(found) == 4 and _QUARTERS.fullmatch(lead) is not None
    if "产业" in marker or (marker.startswith(("分别", "具体")) and (by_quarter or (not lead and len(found) > 1))):
        return made._replace(closed=marker)
    if _is_likely(scan, total, found, marker, lead, all_words):
        return made._replace(closed=marker.rstrip(":,") or marker, likely=True)
    return made


def _is_likely(scan: Scan, total: Number, found: list[Part], marker: str, lead: str, words: str) -> bool:
    """Whether parts behind `marker` are usually all there are."""
    if marker.startswith(("按", "从")):
        return len(found) > 2
    if marker == ":":
        return not lead and len(found) > 1 and "其中" not in words
    amount = sum((part.number.low for part in found), Decimal(0))
    if lead.endswith(_SORTS):
        return len(found) > 2 and abs(amount - total.low) * _MANY < total.low and not _EXPLAINED.search(words)
    if marker.startswith("各"):
        return not lead and len(found) > 2 and _NEARLY * total.low < amount < total.low / _NEARLY
    names = [part.name for part in found]
    if closure.all_told(names):
        return _NEARLY * total.low < amount < total.low / _NEARLY
    return closure.outcomes(names) and _CLOSE * total.low < amount < total.low


def _outcomes(scan: Scan, at: int, first: int) -> Breakdown | None:
    """清理 w,保留 a、修改 b、废止 c: what became of everything that was gone through."""
    total = scan.row[at]
    words = scan.text[total.start - len(total.before) : scan.row[first].start]
    if not _REVIEWED.search(words) or _OUTCOME.search(last_words(total.before)):
        return None
    found = scan.read(first, total)
    if len(found) < 2 or not _kept([part.name for part in found]) or scan.tail(found[-1]).startswith("等"):
        return None
    return scan.made(total, found)._replace(closed="清理")


def _set(scan: Scan, at: int, first: int) -> Breakdown | None:
    """w,男 a,女 b: names that leave nothing out."""
    total = scan.row[at]
    words = scan.text[total.end : scan.row[first].start]
    most = _LONGER if words.endswith(_STATES) else _SHORT
    if len(words) > most or words.replace(",经审查", "").count(",") > 1 or words.startswith("、"):
        return None
    found = parts.read(scan.text, scan.row, scan.levels, first, total, _SET)
    for size in range(len(found), 1, -1):
        if names := _in_another_scale(found[:size], total):
            return Breakdown(total, [part.number for part in found[:size]], names, "", True, [])
        names = closure.members([part.name for part in found[:size]])
        amount = sum((part.number.low for part in found[:size]), Decimal(0))
        # 一产 a、二产 b、三产 c、居民生活 d: the enumeration may have more.
        more = size < len(found) and found[size].mark == found[size - 1].mark and amount != total.low
        if (
            names
            and not more
            and _LITTLE * total.low < amount < _MUCH * total.low
            and not closure.members([last_words(total.before), found[0].name])
        ):
            return scan.made(total, found[:size])._replace(closed=names)
    return None if ";" in words else _results(scan, total, first) or _procedures(scan, total, first) or _one_by_one(scan, total, first)


def _pending(scan: Scan, total: Number, first: int) -> Breakdown | None:
    """案件 w 件(含上年结转 c 件),已审结 a 件、尚在审理 b 件: what is done and what is not, of all there was."""
    words = parts.outside(scan.text[total.end : scan.row[first].start])
    found = scan.read(first, total) if _ENDED.fullmatch(words) else []
    if len(found) != _TWO or not _WAITS.fullmatch(found[1].name) or _goes_on(scan, found[-1]) or "结转" in total.before:
        return None
    amount = found[0].number.low + found[1].number.low
    near = _CLOSE * total.low < amount < _LITTLE_MORE * total.low
    return Breakdown(total, [part.number for part in found], found[1].name, "", True, [], likely=True) if near else None


def _each_named(scan: Scan, total: Number, first: int) -> Breakdown | None:
    """处罚 w 件,食品安全、产品质量和广告领域分别为 a、b 和 c: as many as are named, where they make the whole but for one slip."""
    row = scan.row
    match = _NAMED_EACH.fullmatch(scan.text, total.end, row[first].start)
    if not match or match["names"].startswith(_BY):
        return None  # 以决定、调解方式分别办结: of what there was before, too
    found = [row[first], *takewhile(lambda number: number.before in _JOINTS and alike(number, total), row[first + 1 :])]
    if len(found) != len(_JOINT.split(match["names"])) or len(found) < _RESULTS or not all(one.exact for one in found):
        return None
    return Breakdown(total, found, "分别", "", True, [], likely=True) if _make_it_but_for_one(total, found) else None


def _come_from(scan: Scan, total: Number, first: int) -> Breakdown | None:
    """共收到建议 w 条,来自部门 a 条、代表 b 条、公众 c 条, which make the whole but for one slip."""
    if not _SOURCES.fullmatch(scan.text, total.end, scan.row[first].start):
        return None
    found = [part.number for part in scan.read(first, total)]
    told = len(found) >= _RESULTS and all(one.exact for one in found) and _make_it_but_for_one(total, found)
    return Breakdown(total, found, "来自", "", True, [], likely=True) if told else None


def _make_it_but_for_one(total: Number, found: list[Number]) -> bool:
    """Whether numbers make the whole, or would if one digit, or two that are exchanged, were others."""
    gap = total.low - sum((one.low for one in found), Decimal(0))
    if not gap or same_but_one(total.rewritten(total.low), total.rewritten(total.low - gap)):
        return True
    return any(same_but_one(one.rewritten(one.low), one.rewritten(one.low + gap)) for one in found if one.low + gap > 0)


def _in_another_scale(found: list[Part], total: Number) -> str:
    """The set of names that the parts are, where they make up the whole once 亿 of one of them is 万."""
    amount = sum((part.number.low for part in found), Decimal(0))
    mended = total.low > 0 and any(amount - part.number.low + part.number.low / _SCALE == total.low for part in found)
    return closure.members([part.name for part in found]) if mended else ""


def _one_by_one(scan: Scan, total: Number, first: int) -> Breakdown | None:
    """活动 w 场,进社区 a 场、进学校 b 场、进企业 c 场: parts of one make that come near to the whole; they may be some, but no more than it."""
    found = parts.read(scan.text, scan.row, scan.levels, first, total)
    names = [part.name for part in found]
    if len(found) < _RESULTS or {part.mark for part in found[1:]} != {"、"} or scan.tail(found[-1]).startswith("等"):
        return None
    alike_ = {name[:1] for name in names} == {"进"} or (len({name[-2:] for name in names}) == 1 and min(map(len, names)) > _TWO)
    amount = sum((part.number.low for part in found), Decimal(0))
    if not alike_ or closure.mixed(names) or not total.low < amount < _LITTLE_MORE * total.low:
        return None
    return scan.made(total, found)._replace(closed="、", likely=True)


def _results(scan: Scan, total: Number, first: int) -> Breakdown | None:
    """办结 w,维持 a、驳回 b、终止 c: what cases that are done came to, of which there is no second."""
    if not _DONE.search(last_words(total.before)):
        return None
    found = parts.read(scan.text, scan.row, scan.levels, first, total)
    names = [part.name for part in found]
    if len(found) < _RESULTS or not closure.outcomes(names, _RESULTS):
        return None
    if _EXPLAINED.search(scan.text, total.end, min(scan.row.end, found[-1].number.end + _FAR)):
        return None
    made = scan.made(total, found)
    if len(made.parts) < len(found) or made.closed or _goes_on(scan, found[-1]):
        return made
    return made._replace(closed="办结", likely=True) if closure.outcomes(names) else made


def _goes_on(scan: Scan, last: Part) -> bool:
    """Whether an enumeration has more than was read: 等, or another number of its kind at once behind it."""
    following = next((number for number in scan.row if number.start >= last.number.end), None)
    more = following is not None and alike(following, last.number) and not following.change and ";" not in following.before
    return more or scan.tail(last).startswith("等")


def _procedures(scan: Scan, total: Number, first: int) -> Breakdown | None:
    """行政处罚案件 w,一般程序 a,简易程序 b: two procedures that are all there are, where no third is told."""
    found = parts.read(scan.text, scan.row, scan.levels, first, total)
    names = [part.name[:2] for part in found]
    if len(found) != _TWO or set(names) not in _PROCEDURES or _goes_on(scan, found[-1]) or "处罚" not in last_words(total.before):
        return None
    amount = sum((part.number.low for part in found), Decimal(0))
    near = _CLOSE * total.low < amount < _LITTLE_MORE * total.low
    return scan.made(total, found)._replace(closed="、".join(part.name for part in found), likely=True) if near else None


def bare(scan: Scan, at: int) -> Breakdown | None:
    """w:维持168,驳回57(单位:件)"""
    total = scan.row[at]
    if total.kind != "count" or not total.exact or scan.text.find(":", total.end, total.end + 20) < 0:
        return None
    colon = scan.text.index(":", total.end)
    matches = list(_BARE.finditer(scan.text, colon + 1, min(scan.row.end + 1, total.end + 400)))
    if len(matches) < 3 or any(one.end() + 1 != two.start() for one, two in pairwise(matches)):
        return None
    found = []
    for match in matches:
        value = parse(match.group(2))
        assert value
        span, name = scan.view.span(*match.span(2)), match.group(1)
        metric = Count(span=span, text=scan.view.source(span), rule="", label=name, low=value.low, high=value.high, unit=total.unit)
        found.append(Part(Number(metric, *match.span(2), name, match.group(2)), name, ","))
    made = scan.made(total, found)._replace(sure=True)
    names = [part.name for part in found]
    if (
        not made.closed
        and len(made.parts) == len(found)
        and (closure.outcomes(names) or (_REVIEWED.search(last_words(total.before)) and _kept(names)))
    ):
        made = made._replace(closed=":", likely=True)
    return made


def _kept(names: list[str]) -> bool:
    """Whether `names` are different outcomes of a review, one of which is that a thing stays: 保留、修改、废止."""
    said = {str(match.group()) for name in names if (match := _OUTCOME.search(name))}
    return len(said) == len(names) and bool(said & {"继续有效", "保留"})
