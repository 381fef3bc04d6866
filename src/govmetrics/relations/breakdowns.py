"""Wholes and the parts that a report gives of them: 其中 a、b, (a、b), a、b,合计 w, 受理 a,余下 b."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from govmetrics.model import Count
from govmetrics.numerals import parse
from govmetrics.patterns import compile_
from govmetrics.relations import closure, parts
from govmetrics.relations.figures import Number, Row, alike, last_words, rounded, rows
from govmetrics.relations.parts import Part
from govmetrics.tables import RULE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govmetrics.view import View

_MARKER = compile_(
    r"其中|包括|包含|分为|具体[为是]|(?<=^,)分别(?:[为是]|用于|投向|投入|安排给?|来自|分布[在于]|位于|属于|拨付给?|补助|支持)|各[^,。;:]{0,8}分别|(?:三次产业|第一、?二、?(?:第?三)?(?:次)?产业)[^,。;]{0,8}分别(?:为|是)?|按[^,。;]{1,12}分(?:类|布|组)?[:,]?|从[^,。;]{1,12}(?:看|上看|来看)[:,]|含|[:]|由"
)
_CHANGES = compile_(r"[,、]?(?:同比|比上年(?:同期)?|较上年(?:同期)?)?(?:净?增加?|减少|增长|下降|上升|提高)了?[\d.,]+[^\d,、;:]{0,4}")
_AMONG = compile_(r"[^,。;:]{0,16}[中里][,:]")
_AMONG_DONE = compile_(r"[^,。;:\d]{1,16}[中里],(?:目前|现)?(?:已|均|全部)[^,。;:\d]{1,12}的(?:有|为|达)?")
_AMONG_ONE = compile_(r"[^,。;:\d]{1,16}[中里],?(?:已有|已|有|其中有?)")
# 23个乡镇中,已有25个组建: a noun of its own may count something else.
_DOES = compile_("(?:已|均|全部)?(?:组建|建成|完成|开展|通过|实现|设立|达到|启动|建立|落实|配备|入选|获评)")
_SPLIT = compile_(r"(?:[,;]|^)(?:(?:若|如)?按[^,。;]{1,12}(?:划?分|看)[类布组]?|从[^,。;]{1,12}(?:上看|来看|看)|分[^,。;]{1,8}看)[:,]?")
_TOTAL = compile_(
    r"(?:以上|上述|前述|这)?(?P<count>[一二两三四五六七八九十]{1,2}|\d{1,2})?[^,。;:\d]{0,14}?"
    r"(?:总计|合计|共计|总共|累计|总数|总量|总额|总和|总值|(?<=粮食)总产量|相加|之和|加起来|汇总|共)(?:共|合计|受理|办理|收到|新增|完成|建成)?(?:为|是|达到?|有)?"
)
_STRICT_TOTAL = compile_(
    r"(?:[\u4e00-\u9fff]{0,4}(?=合计|共计|总计)|以上|上述|前述)?(?:[一二两三四五六七八九十\d]{1,2}(?:项|类|者|个?部分|个?方面|家|笔|个?渠道|种|个|级)[^,。;:]{0,4})?(?:总计|合计|共计|总共|累计|相加|之和|加起来|共)(?:受理|办理|收到|新增|完成|建成)?(?:为|是|达到?|有)?"
)
_TOTAL_SIGNS = frozenset("计共累总和产相加汇组")
"""One of them is in all words that tell a sum."""
_DID = compile_(r"(?:合计|共计|总计)[\u4e00-\u9fff]{2,12}|组成了?(?:一支)?")
_TRAIT = compile_("(?:类别?|[男女]性?|专职|兼职|党员|农村|城镇|涉企|外籍|少数民族|重点|新增)$")
_INTENSIVE = frozenset(["小时", "分钟", "天", "岁", "度", "分", "年", "个月", "秒"])
_COMPARED = compile_(r"(?:比|较|超过|高于|低于|占)[^,。;]{0,12}$")
_MEAN = compile_(r"均|每|率|比重|单价|人?单位[^,。;]{0,4}面积")
_REST = compile_(r"(?:另外?)?(?:还有|尚有|仍有|另有|余下|其余|剩余|剩下|余|尚余)(?:的|为|有|仅)?")
_NEGATION = compile_("(?:尚|还|仍)?(?:不|未|没有)")
_OPEN_STATE = compile_("[^,。;]{0,6}(?:仍|正在|未|在办|攻坚|办理中|推进中|尚|待|不予|转|未办|审理)")
_AHEAD = 24
"""Numbers between a whole and its first part, at most."""
_EACH_QUARTER = compile_("(?:一至四|[四各]个?|1至4|1—4)季度[^,。;]{0,4}分别")
_CLAUSE_ENDS = (",", "。", ";", "\n", "")
_PART_OF = compile_("(?:中的|的)?(?:一部分|部分|之一)")
_SHORT_NAME = 4
_ENDING = 3
_SHORT = 14
"""Characters between a whole and parts that no word ties to it, at most."""
_CLOSE, _NEARLY = Decimal("0.8"), Decimal("0.9")
_LITTLE, _MUCH = Decimal("0.6"), Decimal("1.4")
"""Parts that no word ties to the whole must come near to it."""
_POINTING = ("本", "该", "其", "全", "这", "上述", "以上", "在")
_REVIEWED = compile_("清理|(?:文件|规章|制度|法规)[^,。;]{0,10}(?:评估|审查|梳理)")
_OUTCOME = compile_("继续有效|保留|修改|修订|废止|失效")
_BARE = compile_(r"([\u4e00-\u9fff、]{2,16}?)(\d{1,3}(?:,\d{3})+|\d+)(?=[,、;。)(])")
_SET = 4
"""Members of the largest set of names that leaves nothing out."""
_REACH = 60
"""How far the sentence of the whole may stand before the one of its parts."""


class Breakdown(NamedTuple):
    """A whole with its parts.

    Attributes:
        closed: why the parts must make up the whole; empty where they may be examples.
        excuse: why parts may overlap.
        sure: whether the parts stand in one plain enumeration, so that what is read as a part is one.
        wholes: other numbers that the parts might be of.
        likely: whether `closed` is only the usual way to read it.
        disjoint: whether nothing can be in two of the parts.
        above: whether a part is more than the whole by itself, and certainly a part of it.
    """

    total: Number
    parts: list[Number]
    closed: str
    excuse: str
    sure: bool
    wholes: list[Number]
    likely: bool = False
    above: bool = False
    disjoint: bool = False


def breakdowns(view: View) -> list[Breakdown]:
    """All breakdowns of a report, in order of their sentences."""
    found: list[Breakdown] = []
    before: list[Number] = []
    whole: Number | None = None
    for all_ in rows(view):
        # Table sums are read by their rows and columns; strung together, cells make up nothing.
        cells = any(number.metric.rule == RULE for number in all_)
        row = Row((number for number in all_ if number.metric.rule != RULE), all_.start, all_.end) if cells else all_
        if not row:
            continue
        reader = _Reader(view, row, before, whole)
        found += reader.read()
        before, whole = row, reader.whole
    return found


class _Reader:
    """The numbers of one sentence while they are read.

    Attributes:
        levels: how many brackets are open at each number.
        earlier: the numbers of the sentence before.
        whole: what the sentence before was split from, and then what this one is: 按地域分 … 。按行业分 … 。
        at, before: place of the number that is looked at, -1 where it is none of the sentence, and those in front of it.
    """

    def __init__(self, view: View, row: Row, earlier: list[Number], whole: Number | None) -> None:
        self.text = view.text
        self.view = view
        self.row = row
        self.earlier = earlier
        self.whole = whole
        self.levels = parts.depths(row)
        self.at = -1
        self.before: list[Number] = []

    def read(self) -> Iterator[Breakdown]:
        keys = [_key(number) for number in self.row]
        for at, number in enumerate(self.row):
            if number.kind not in ("count", "money") or number.change or number.unit in _INTENSIVE:
                continue
            self.at, self.before = at, self.row[max(0, at - _AHEAD) : at]
            for way in self._ways(number, keys.count(keys[at]) > 1 if len(keys) < _AHEAD else True):
                found = way(at)
                if found:
                    yield found
        self.at, self.before = -1, []
        yield from self._across()

    def _ways(self, number: Number, repeated: bool) -> tuple[Callable[[int], Breakdown | None], ...]:
        """How `number` may be a whole; most ways need another number of its unit in the sentence."""
        if not repeated:
            return (self._bare,)
        if _COMPARED.search(number.before):
            return (self._summed, self._quarters)
        return (self._bracketed, self._followed, self._rest, self._bare, self._summed, self._quarters)

    def _tail(self, part: Part) -> str:
        return self.text[part.number.end : min(part.number.end + 14, self.row.end)].replace("\n", "")

    def _lead(self, first: Part) -> str:
        return self.text[self.row.start : first.number.start]

    def _read(self, first: int, total: Number) -> list[Part]:
        return parts.read(self.text, self.row, self.levels, first, total)

    def _bracketed(self, at: int) -> Breakdown | None:
        """w(a、b)"""
        row = self.row
        if at + 1 >= len(row) or self.levels[at + 1] != self.levels[at] + 1 or not row[at + 1].before.startswith("("):
            return None
        total = row[at]
        found = self._read(at + 1, total) if alike(row[at + 1], total) else []
        if found and _PART_OF.match(self.text, found[-1].number.end):
            return None
        opening = row[at + 1].before
        some = opening.startswith(("(含", "(其中", "(包括", "(主要"))
        noun = last_words(total.before)[-2:]
        kind_of = len(found) == 1 and len(noun) == 2 and len(found[0].name) > 2 and found[0].name.endswith(noun)
        kind_of = kind_of or (len(found) == 1 and _TRAIT.search(found[0].name) is not None)
        if len(found) < (1 if some or kind_of else 2):
            return None
        made = self._made(total, found)
        made = made._replace(wholes=[], disjoint=made.disjoint or (not some and len(found) > 1))
        if not made.closed and not some and len(found) > 2 and "月" not in opening and not self._tail(found[-1]).startswith("等"):
            made = made._replace(closed="()", likely=True)
        return made

    def _followed(self, at: int) -> Breakdown | None:
        """w,其中 a、b"""
        row, levels = self.row, self.levels
        total = row[at]
        first = next(
            (
                i
                for i in range(at + 1, min(len(row), at + _AHEAD))
                if levels[i] == levels[at] and alike(row[i], total) and not row[i].change
            ),
            None,
        )
        if first is None or any(levels[i] < levels[at] for i in range(at, first + 1)):
            return None
        words = parts.outside(self.text[total.end : row[first].start].replace("\n", ""))
        markers = list(_MARKER.finditer(words))
        among = _AMONG.match(words)
        if not markers and not among:
            return self._outcomes(at, first) or self._set(at, first)
        found = self._read(first, total)
        if not found or "。" in words:
            return None
        if not markers:
            return self._made(total, found) if len(found) > 1 or (first == at + 1 and self._is_among(words, found[0].number.end)) else None
        return self._marked(total, found, words, markers[-1].start(), markers[-1].group())

    def _is_among(self, words: str, end: int) -> bool:
        """Whether the one number that ends at `end`, behind `words`, counts some of the whole: 23个乡镇中,已有25个组建; 312个村中,已通路的351个."""
        if _AMONG_DONE.fullmatch(words):
            return self.text[end : end + 1] in _CLAUSE_ENDS
        return _AMONG_ONE.fullmatch(words) is not None and _DOES.match(self.text, end) is not None

    def _marked(self, total: Number, found: list[Part], words: str, place: int, marker: str) -> Breakdown | None:
        lead = _CHANGES.sub("", words[:place]).strip(" ,、;:(")
        if len(lead) > 14 or "。" in lead or (";" in words[:place] and marker.startswith(("按", "从"))):
            return None
        if len(found) == 1:
            own = words[place + len(marker) :].strip(" ,:")
            return self._made(total, found) if marker in ("其中", "含", "包括") and not any(mark in own for mark in ",;:") else None
        found[0] = found[0]._replace(name=_MARKER.sub("", found[0].name))
        made = self._made(total, found)
        all_words = self.text[total.end : found[-1].number.end + 4]
        if made.closed or closure.partial(all_words) or self._tail(found[-1]).startswith("等"):
            return made
        if "产业" in marker or (marker.startswith(("分别", "具体")) and not lead and len(found) > 1):
            return made._replace(closed=marker)
        if self._is_likely(total, found, marker, lead, all_words):
            return made._replace(closed=marker.rstrip(":,") or marker, likely=True)
        return made

    def _is_likely(self, total: Number, found: list[Part], marker: str, lead: str, words: str) -> bool:
        """Whether parts behind `marker` are usually all there are."""
        if marker.startswith(("按", "从")):
            return len(found) > 2
        if marker == ":":
            return not lead and len(found) > 1 and "其中" not in words
        amount = sum((part.number.low for part in found), Decimal(0))
        if marker.startswith("各"):
            return not lead and len(found) > 2 and _NEARLY * total.low < amount < total.low / _NEARLY
        return closure.outcomes([part.name for part in found]) and _CLOSE * total.low < amount < total.low

    def _outcomes(self, at: int, first: int) -> Breakdown | None:
        """清理 w,保留 a、修改 b、废止 c: what became of everything that was gone through."""
        total = self.row[at]
        words = self.text[total.start - len(total.before) : self.row[first].start]
        if not _REVIEWED.search(words) or _OUTCOME.search(last_words(total.before)):
            return None
        found = self._read(first, total)
        names = {str(match.group()) for part in found if (match := _OUTCOME.search(part.name))}
        kept = names & {"继续有效", "保留"}
        if len(found) < 2 or not kept or len(names) < len(found) or self._tail(found[-1]).startswith("等"):
            return None
        return self._made(total, found)._replace(closed="清理")

    def _set(self, at: int, first: int) -> Breakdown | None:
        """w,男 a,女 b: names that leave nothing out."""
        total = self.row[at]
        words = self.text[total.end : self.row[first].start]
        if len(words) > _SHORT or words.count(",") > 1:
            return None
        found = parts.read(self.text, self.row, self.levels, first, total, _SET)
        for size in range(len(found), 1, -1):
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
                return self._made(total, found[:size])._replace(closed=names)
        return None

    def _summed(self, at: int) -> Breakdown | None:
        """a、b,合计 w"""
        total = self.row[at]
        words = last_words(total.before)
        if at < 2 or _TOTAL_SIGNS.isdisjoint(words):
            return None
        match = _TOTAL.fullmatch(words)
        did = None if match else _DID.fullmatch(words)
        if not (match or did) or "其中" in total.before:
            return None
        found = self._before(at)
        stated = parse(match.group("count")) if match and match.group("count") else None
        wanted = int(stated.low) if stated and 2 <= stated.low <= len(found) else None
        if wanted:
            found = found[-wanted:]
        if len(found) < 2:
            return None
        value = sum((part.number.low for part in found), Decimal(0))
        if did and any(value - part.number.low == total.low for part in found):
            return None  # one of them is beside what was done
        marks = {part.mark for part in found[1:]}
        plain = marks <= {"、"} or (len(marks) == 1 and not any(parts.verbal(part) for part in found))
        strict = did is not None or _STRICT_TOTAL.fullmatch(words) is not None
        ends = {part.name[-2:] for part in found}
        named = (
            (len(ends) == 1 and len(found[0].name) > 1 and next(iter(ends)) in words)
            or words.startswith(("以上", "上述"))
            or "分别" in found[0].number.before
            or bool(closure.members([part.name for part in found]))
        )
        carried = "加上" in found[-1].number.before
        # 处酒驾120起、超员36起,共计查处3200起; 受理560件,调解320件,结案共计545件: not all, and no parts.
        loose = did is not None or (marks == {","} and not named)
        apart = loose and not (_CLOSE * total.low <= value and value * _CLOSE <= total.low)
        beside = loose and any(part.number.low > total.low for part in found)
        sure = wanted is not None or carried or (plain and (strict or named) and not apart and not beside)
        excuse = closure.overlap(found, self.text[found[0].number.start : total.end])
        return Breakdown(total, [part.number for part in found], words if sure else "", excuse, sure, [])

    def _before(self, at: int) -> list[Part]:
        """The enumeration that ends before the number at `at`."""
        found: list[Part] = []
        total, row = self.row[at], self.row
        for i in range(at - 1, max(at - parts.MOST, 0) - 1, -1):
            number = row[i]
            if self.levels[i] > self.levels[at] or number.kind in ("percent", "points"):
                continue
            if self.levels[i] < self.levels[at] or not alike(number, total) or number.change:
                break
            if any(word in number.before for word in parts.INCLUDES):
                return []
            words = parts.outside(number.before)
            mark, name = parts.own_name(words)
            if not mark and name[:1] in ("和", "及", "与"):
                mark, name = "、", name[1:]
            found.insert(0, Part(number, name, mark))
            if not mark or mark in ":(;。":
                break
        return found

    def _quarters(self, at: int) -> Breakdown | None:
        """一季度 a,二季度 b,三季度 c,四季度 d,全年 w"""
        if at < 4 or "全年" not in self.row[at].before or "全年" not in last_words(self.row[at].before):
            return None
        found = self._before(at)[-4:]
        if len(found) < 4:
            return None
        if closure.members([part.name for part in found]) or _EACH_QUARTER.search(found[0].number.before):
            return Breakdown(self.row[at], [part.number for part in found], "全年", "", True, [])
        return None

    def _rest(self, at: int) -> Breakdown | None:
        """w,a,余下 b; w,合格 a、不合格 b; w,17个通过,5个未通过"""
        row = self.row
        if at < 2 or not all(alike(row[at - i], row[at]) and not row[at - i].change for i in (1, 2)):
            return None
        if not self.levels[at] == self.levels[at - 1] == self.levels[at - 2] or "其中" in row[at - 1].before + row[at].before:
            return None
        whole, first, second = row[at - 2 : at + 1]
        name = last_words(second.before)
        rest = _REST.fullmatch(name) is not None and (not name.endswith("有") or _OPEN_STATE.match(self.text, second.end))
        if not (rest or self._negated(first, second, at)) or not self._may_be_whole(whole, first, second):
            return None
        closed = "" if "满意" in name else name or "余"
        return Breakdown(whole, [first, second], closed, "", True, [])

    def _may_be_whole(self, whole: Number, first: Number, second: Number) -> bool:
        """Whether a number is not itself a part, smaller than its own, or of another clause; nor that there is a third state."""
        words = self.text[whole.end : first.start]
        if first.before.startswith("、") or ";" in first.before + second.before or "部分" in words or "基本" in words:
            return False
        other = any(alike(one, whole) and one.low == first.low + second.low for one in self.before)
        return whole.low >= max(first.low, second.low) and not other

    def _negated(self, first: Number, second: Number, at: int) -> bool:
        """Whether the second is what the first is not, and no third state follows: 合格、不合格; 通过验收、未通过."""
        following = self.row[at + 1] if at + 1 < len(self.row) else None
        if following is not None and alike(following, second) and not following.change and len(following.before) <= _SHORT:
            return False
        name, other = _stated(second), _stated(first)
        if not name and not other:
            name, other = self._behind(second), self._behind(first)
            return name.startswith(("不", "未")) and len(other) > 1 and name[1:3] == other[:2]
        negation = _NEGATION.match(name)
        return negation is not None and len(other) > 1 and other[-2:] in name[negation.end() :] and not _NEGATION.match(other)

    def _behind(self, number: Number) -> str:
        return self.text[number.end : number.end + 4]

    def _bare(self, at: int) -> Breakdown | None:
        """w:维持168,驳回57(单位:件)"""
        total = self.row[at]
        if total.kind != "count" or not total.exact or self.text.find(":", total.end, total.end + 20) < 0:
            return None
        colon = self.text.index(":", total.end)
        matches = list(_BARE.finditer(self.text, colon + 1, min(self.row.end + 1, total.end + 400)))
        if len(matches) < 3 or any(one.end() + 1 != two.start() for one, two in pairwise(matches)):
            return None
        found = []
        for match in matches:
            value = parse(match.group(2))
            assert value
            span, name = self.view.span(*match.span(2)), match.group(1)
            metric = Count(span=span, text=self.view.source(span), rule="", label=name, low=value.low, high=value.high, unit=total.unit)
            found.append(Part(Number(metric, *match.span(2), name, match.group(2)), name, ","))
        return self._made(total, found)._replace(sure=True)

    def _across(self) -> Iterator[Breakdown]:
        """A sentence that opens with 其中, with 按经营地分, or with 新收案件中, which names a number of the sentence before."""
        row, first = self.row, self.row[0]
        whole, self.whole = self.whole, None
        if not self.earlier or first.change or first.kind not in ("count", "money") or row.start - self.earlier[-1].end > _REACH:
            return
        lead = first.before.lstrip(" ")
        split = _SPLIT.match(lead)
        head = lead.partition(",")[0]
        if not (split or lead.startswith("其中") or head.endswith("中")):
            return
        candidates = [
            number
            for number in self.earlier
            if alike(number, first) and not number.change and number.unit not in _INTENSIVE and not _COMPARED.search(number.before)
        ]
        if split and whole is not None and alike(whole, first):
            named, others = [whole], []
        elif lead.startswith("其中") or split:
            named, others = candidates[-1:], candidates[:-1]
        else:
            named = [number for number in candidates if _names(head, number)] if head.endswith("中") and len(head) <= 16 else []
            others = []
        self.whole = named[0] if split and named else None
        for at in (0, *self._splits()) if len(named) == 1 else ():
            found = self._read(at, named[0])
            if len(found) > 1:
                found[0] = found[0]._replace(name=_MARKER.sub("", found[0].name))
                yield self._made(named[0], found)._replace(wholes=others)

    def _splits(self) -> list[int]:
        """Where the whole of the first enumeration is split once more: ;按消费形态分."""
        return [at for at, number in enumerate(self.row[:_AHEAD]) if at and _SPLIT.match(number.before) and number.before[0] == ";"]

    def _made(self, total: Number, found: list[Part]) -> Breakdown:
        for at, part in enumerate(found[1:], 1):
            above = part.number.low > total.high >= found[0].number.low and part.mark != "、" and not _akin(found[: at + 1])
            if above or _beside(last_words(total.before), part.name):
                found = found[:at]  # no part of this whole: its enumeration ended before
                break
        marks = {part.mark for part in found[1:]}
        sure = (
            marks <= {"、"} or _akin(found) or _end_alike(found) or (";" not in marks and not any(parts.verbal(part) for part in found[1:]))
        )
        names = [part.name for part in found]
        disjoint = len(found) > 1 and closure.disjoint(names)
        sure = sure or disjoint
        closed = closure.closed(found, self._lead(found[0]), self._tail(found[-1]))
        if _MEAN.search(last_words(total.before)) or _MEAN.search(total.label):
            sure, closed = False, ""
        excuse = closure.overlap(found, self.text[total.end : found[-1].number.end + 14])
        wholes = [number for number in self.before if alike(number, total) and not number.change]
        first = found[0].number
        adjacent = self.at + 1 < len(self.row) and self.row[self.at + 1] is first
        exceeding = [part for part in found if rounded(part.number).low > rounded(total).high]
        above = bool(exceeding) and ((exceeding[0].number is first and adjacent) or (len(found) > 1 and marks <= {"、"}))
        return Breakdown(total, [part.number for part in found], closed, excuse, sure, wholes, above=above, disjoint=disjoint)


def _key(number: Number) -> tuple[str, str]:
    return number.kind, "人" if number.unit in ("名", "位") else number.unit


def _stated(number: Number) -> str:
    """What a number is said to be: 满意 of 表示满意的, 硬化 of 已硬化."""
    return last_words(number.before).removeprefix("表示").removeprefix("已").removesuffix("的")


def _akin(found: list[Part]) -> bool:
    """Whether the names of parts are of one make, so that all are parts: 税务征收、财政征收; 夏粮、秋粮; 出口、进口."""
    names = [part.name for part in found]
    short = all(0 < len(name) <= _SHORT_NAME for name in names) and not any(parts.verbal(part) for part in found)
    ends_alike = len({len(name) for name in names}) == 1 and len({name[-1:] for name in names}) == 1
    return len(names) > 1 and ((short and (ends_alike or found[-1].mark == ",")) or closure.siblings(names))


def _beside(total: str, name: str) -> bool:
    """Whether a part's name is that of a whole beside the whole: 第三产业投资 beside 第二产业投资."""
    return len(name) == len(total) >= _ENDING and sum(one != other for one, other in zip(name, total, strict=True)) == 1


def _end_alike(found: list[Part]) -> bool:
    """Whether the names of parts end with the same words: 邮政业务收入、电信业务收入."""
    ends = {part.name[-_ENDING:] for part in found}
    return len(found) > 1 and len(ends) == 1 and len(found[0].name) > _ENDING


def _names(head: str, number: Number) -> bool:
    """Whether 新收案件中 names a number, 新收 9.92万件."""
    if len(head) < 3 or head.startswith(_POINTING):
        return False
    words = last_words(number.before)
    return head[:2] in words or (head[0] == "已" and len(head) > 3 and head[1:3] in words)
