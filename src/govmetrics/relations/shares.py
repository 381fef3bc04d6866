"""Shares and rates with the numbers that they are made of: w,其中 a,占 p%; 受理 b,办结 a,办结率 p%."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from govmetrics.model import Percent
from govmetrics.patterns import compile_
from govmetrics.relations.breakdowns import Breakdown, breakdowns
from govmetrics.relations.figures import HUNDRED, Number, Row, alike, digits, last_words, rows
from govmetrics.relations.ratio import NO_BASE, Ratio, judge
from govmetrics.relations.sharelists import listed, of_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.finding import Status
    from govmetrics.view import View

_SHARE = compile_(
    r"[,、;(]?(?:约|共|仅|只|就|分别|各|还|却|已|并)?(?:占(?:比|到)?|(?:所占)?(?:比重|比例)(?=[为达约:]))(?P<base>[^,。;:()、\d]{0,14}?)(?:的(?:比例|比重)?)?(?:为|达到?|是|约|近|高达|仅有?|只有|:)?"
)
_LED_BASES = compile_(r"[,;(]?分别(?:约)?占(?:了|到)?[^,。;:()、\d]{0,14}")
_LED_PLAN = compile_(
    r"[,、;(]?(?:为|是|完成|相当于|占)(?:了)?(?:全年|年度|年初|本年|调整|既定|市定|省定)*(?:预算|计划|目标|任务)[^,。;:()、\d]{0,6}"
)
_LED_BASE = compile_(r"[,、;(]?(?:约|共)?占(?:了|到)?[^,。;:()、\d]{0,14}\(?")
_TAKES = compile_("占(?:比|到)?(?:为|约|达)?$")
_FROM_VIEW = compile_(r" *(?:从|按)[^,。;:\d]{1,12}(?:看|分|划分|统计),")
_NOUN = compile_(r"[\u4e00-\u9fff]{1,6}(?=[(,。;、])")
_PART_BEHIND = compile_(r"[,、(](?:共|合计)?(?:计|为|有|即|达)")
_OF_BASE = compile_(r"\)?的(?:比例|比重)?(?:为|达)?(?:约)?")
_IN_BASE = compile_(r"\)?[^,。;:()\d]{0,8}中的?占(?:比)?(?:为|达|约)?")
_WITHIN = compile_(r"[,;(]?在?[^,。;:()\d]{0,16}\(?")
_THAT_IS = compile_(r"[,(]即(?:在)?")
_OF_THEM = compile_(r"[^,。;:\d]{0,8}[中里]有?")
_AMONG = compile_(r"[^,。;:]{0,24}[中里](?:,|(?=已?有$|已?有\d))")
_PLAIN_BASE = compile_(
    r"(?:到|了)?(?:全部|总量|总数|总额|总体|总|全年|其中|合计|总人数|总件数|总人口|总户数|总面积|比|比例|比重|总支出|总收入|(?:案件|信访|诉求|申请|来访|投诉|举报|工单|来信)?(?:总量|总数|总件数|总人数|总人次))?"
)
_RATE = compile_(r"(?P<name>[\u4e00-\u9fff]{2,14}?率)(?:均|也|已|就)?(?:为|达到?|是|:|约|高达|仅为|仅)?")
_SOFT_RATE = compile_(
    "债务|适用|改判|审核|审查|办案|开工|杠杆|纠错|败诉|胜诉|改判|发回|上诉|申诉|按期|按时|及时|法定|综合|平均|目标|要求|应达|力争|确保|计划|预期|增长|增加|上升|下降|同比|提高|利用|知晓|就业|登记|失业|普及|城镇化|负债|贡献|入学|巩固|自给|恩格尔"
)
_DUE_AND_DONE = compile_(r"[^/]*应([^/]{1,6})/(?:实际|实|已)\1[^/]*|[^/]*应[^/]{1,6}/(?:实|已)[^/]{1,6}")
_BY_OTHER_BASE = compile_(r"\((?:(?:以|按|占|系|为)[^()]{0,20}(?:基数|分母|计算|口径|之比|统计)|剔除|扣除|不含|不计|部分)")
_NOT = compile_("[不未]")
_SYNONYMS = {
    "结案": ("办结", "审结"),
    "办结": ("结案",),
    "网办": ("网上办理",),
    "整改": ("完成整改",),
    "属实": ("查实",),
    "查实": ("属实",),
    "合格": ("符合",),
    "调撤": ("调解撤诉", "调解和撤诉"),
}
_OF_PLAN = compile_("(?:全年|年度)?(?:目标|任务|计划)*完成")
_COVERED = compile_("(?:覆盖|配备|建成|通达|改造|安装|设置|开通|入户|达标|建设|开工|竣工|完成)$")
_ALREADY = compile_("(?:目前|现|累计|全部)?(?:已|建成|完成|实现|开通|配备|设立)")
_TRIALS = compile_("败诉|纠错|发回")
_HOLDER = compile_("其中|新增|另|累计")
_RECEIVED = compile_("接到|受理|收到|新收|登记|接收|立案|抽查|排查|审查")
_WHOLE = compile_(
    "接到|受理|收到|新收|登记|接收|立案|抽查|排查|审查|应|共|总|发现|反馈|调解|开展|检查|评查|参加|参考|组织|提出|分解|安排|报送|查出"
)
_OPINION = compile_("满意|知晓|支持")
_ASKED = compile_("回访|调查|抽查|评价|测评|随访|收回|受访|访问|评议")
_DUE = compile_("应(?![诉急用对])|^须|^拟|通知")
_PERIODS = compile_(r"截[至止](?!年底|目前|年末|\d{4}年12月|\d{4}年底|12月)|累计|上半年|下半年|以来|历年")
_COMPLETION = compile_(
    r"[,(]?(?:占|完成|为|达到?)(?:了)?(?:年初|全年|年度|本年|调整|全年度)?(?:预算|目标|计划|任务)数?(?:任务)?的?(?:比例为)?"
)
_PLANNED = compile_("预算|目标|计划|任务|指标")
_FRACTION = compile_(r"(?:的)?(?P<low>[二三四五六七八九十])分之(?P<high>[一二三四五六七八九])")
_FRACTION_BEHIND = compile_(
    r"[^,。;]{0,6},占(?:了|到|全部|总数|总量|其中)*的?(?P<low>[二三四五六七八九十])分之(?P<high>[一二三四五六七八九])"
)
_OF_IT = compile_("[,、](?:其中)?(?:可|同意|准予|采纳|已?(?:办结|完成|整改|通过|合格))(?!率)[^,。;]{0,8}$")
_ASKED_OF = compile_("(?:受访|被访|走访|参评|受调查|被调查)的?([\u4e00-\u9fff]{2,4})")
_YEAR_BEFORE = compile_("上年|去年|上一年|同期")
_OF_ALL = compile_("(?:总量|总数|总件数|总人数|总额|总人次)$")
_FOUND = compile_("查出|发现|排查|反馈|检查出|梳理")
_OBJECT = compile_("(?:已|共|全年)?(?:针?对|为|将)(?:全[省市县区])?")
_LOOSE = Decimal(3)
"""Points by which a fraction in words may be off: nobody says 四分之一 for a third."""
_QUALIFIED = compile_("其中|[人件户]均|平均|新增|当日|首次|正在|部分|基本|现场|提前|最[高多]|以上|一级|复检|国家级")
_EACH_SHARE = tuple(f"{word}分别{verb}" for word in ("占比", "比重", "比例") for verb in ("为", "是", "达", "达到"))
_DIGITS = dict(zip("一二三四五六七八九十", range(1, 11), strict=True))
_FAR_OFF = Decimal(15)
"""Points by which a rate may differ from what a number behind it gives, to be of that."""
_FAR = 80
"""Characters between the numbers of one rate, at most."""
_JOINTS = ("、", "和", "及", "与", ",")
_KEPT = 16
"""Numbers before one, in its sentence and before in the paragraph, that may be the base of a share."""
_AHEAD = 8


def ratios(view: View) -> list[Ratio]:
    """All shares and rates of a report that have numbers to be held against, in order."""
    wholes: dict[int, Breakdown] = {}
    for one in view.once(breakdowns):
        for part in one.parts:
            wholes.setdefault(part.start, one)
    found: list[Ratio] = []
    before: list[Number] = []
    for row in rows(view):
        found += _Reader(view, row, before, wholes).read()
        same_paragraph = bool(before) and view.text.find("\n", before[-1].end, row.start) < 0
        before = [*before[-_KEPT:], *row] if same_paragraph else list(row)
    known = {one.number.start: one for one in listed(view)}
    # A list tells the whole better than one sentence of it; what one sentence proves or excuses stays.
    kept = [one for one in found if one.number.start not in known or one.status.startswith("holds")]
    proved = {one.number.start for one in kept}
    return sorted([*kept, *(one for start, one in known.items() if start not in proved)], key=lambda one: one.number.start)


class _Reader:
    """The numbers of one sentence, those of the paragraph before it, and the wholes that numbers are parts of.

    Attributes:
        near: the numbers around the one that is looked at.
    """

    def __init__(self, view: View, row: Row, before: list[Number], wholes: dict[int, Breakdown]) -> None:
        self.view = view
        self.row = row
        self.before = before
        self.wholes = wholes
        self.near: list[Number] = []

    def read(self) -> Iterator[Ratio]:
        paired = 0
        for at, number in enumerate(self.row):
            if number.change or at < paired:
                continue
            self.near = self.row[max(0, at - _KEPT) : at + _AHEAD]
            percent = number.kind == "percent"
            led = self._led(at) if percent else []
            if led:
                yield from led
                paired = at + len(led)
                continue
            if percent and ("分别占" in number.before or number.before.endswith(_EACH_SHARE)):
                shares = self._joined(at)
                paired = at + len(shares)
                if len(shares) > 1:
                    yield from self._respectively(at, shares)
                    continue
            one = (self._share(at, number) or self._rate(number) or self._completion(at, number)) if percent else self._fraction(at, number)
            if one and one.status == "fails" and _BY_OTHER_BASE.match(self.view.text, number.end):
                one = one._replace(status="not-assessable", reason=NO_BASE)
            if one:
                yield one

    def _share(self, at: int, number: Number) -> Ratio | None:
        row = self.row
        if at + 2 < len(row) and _THAT_IS.fullmatch(row[at + 1].before) and _OF_THEM.fullmatch(row[at + 2].before):
            return judge("share", number, row[at + 2], row[at + 1], []) if alike(row[at + 2], row[at + 1]) else None
        if at == 0:
            return None
        return self._of_named(at, number) or self._share_first(at, number) or self._part_first(at, number)

    def _of_named(self, at: int, number: Number) -> Ratio | None:
        """a,占 w 的 p%; a,在 w 中占 p%; a,为年度计划 w 的 p%"""
        part, base = self.row[at - 2 : at] if at > 1 else (None, None)
        if part is None or base is None or not alike(part, base) or base.change:
            return None
        of = _OF_BASE.fullmatch(number.before)
        if (of and _LED_BASE.fullmatch(base.before)) or (_IN_BASE.fullmatch(number.before) and _WITHIN.fullmatch(base.before)):
            return judge("share", number, part, base, [])
        return judge("completion", number, part, base, []) if of and _LED_PLAN.fullmatch(base.before) else None

    def _share_first(self, at: int, number: Number) -> Ratio | None:
        """全部 w 中,甲类占 p%,为 a"""
        whole, part = self.row[at - 1], self.row[at + 1] if at + 1 < len(self.row) else None
        if part is None or not _PART_BEHIND.fullmatch(part.before) or not _TAKES.search(number.before):
            return None
        if self._earlier(part) != [whole] or whole.low <= part.low or not _AMONG.match(self.view.text, whole.end):
            return None
        return judge("share", number, part, whole, [])

    def _part_first(self, at: int, number: Number) -> Ratio | None:
        """w,其中 a,占 p%"""
        row = self.row
        last = row[at - 1]
        match = _SHARE.fullmatch(number.before)
        if not match or last.change or last.kind not in ("count", "money"):
            return None
        named = match.group("base") or ""
        base, others = self._base(last, named), self._candidates(last)
        if base is None:
            base = self._split(last) if not named else None
            if base is not None:
                return judge("share", number, last, base, others)._replace(likely=True)
            earlier = self._earlier(last)
            above = len(earlier) == 1 and (
                earlier[0].low > last.low or (at > 1 and earlier[0] is row[at - 2] and _OF_IT.match(last.before))
            )
            if above and not named and self._is_base(earlier[0], last):
                return judge("share", number, last, earlier[0], others)._replace(likely=True)
            return judge("share", number, last, None, others) if others else None
        if not _PLAIN_BASE.fullmatch(named):
            return judge("share", number, last, base, [] if _ends(base, named) else others)
        beside = at > 1 and row[at - 2] is base and "其中" in last.before
        return judge("share", number, last, base, [one for one in others if one.start >= self.row.start] if beside else others)

    def _split(self, part: Number) -> Number | None:
        """The only number of the sentence before that a sentence which opens with 从申请人类别看 can be about."""
        if not _FROM_VIEW.match(self.row[0].before) or self._earlier(part):
            return None
        levels = [one for one in self.before if alike(one, part) and not one.change]
        return levels[0] if len(levels) == 1 and levels[0].low > part.low else None

    def _is_base(self, base: Number, part: Number) -> bool:
        """Whether the only number before may be the whole of `part`: no other clause between, and no share of its own."""
        between = self.view.text[base.end : part.start]
        return ";" not in between and ",占" not in between and not _HOLDER.search(last_words(part.before))

    def _joined(self, at: int) -> list[Number]:
        """The percentages that nothing but a joint parts, from `at` on."""
        shares = [self.row[at]]
        for number in self.row[at + 1 : at + _KEPT]:
            if number.kind != "percent" or number.before not in _JOINTS:
                break
            shares.append(number)
        return shares

    def _respectively(self, at: int, shares: list[Number]) -> list[Ratio]:
        """a、b、c,分别占 p、q、r: shares in order, of one whole or of all of them together."""
        row, size = self.row, len(shares)
        members = row[max(0, at - size) : at]
        kinds = {one.kind for one in members}
        if len(members) < size or kinds - {"count", "money"} or not all(alike(one, members[0]) and not one.change for one in members):
            return []
        one = self.wholes.get(members[0].start)
        whole = one.total if one and [part.start for part in one.parts] == [member.start for member in members] else None
        others = [other for other in self._candidates(max(members, key=lambda member: member.low)) if other.end <= members[0].start]
        base = _SHARE.fullmatch(row[at].before)
        return of_all(members, shares, whole, others, named=base is None or not _PLAIN_BASE.fullmatch(base.group("base")))

    def _led(self, at: int) -> list[Ratio]:
        """a、b,分别占 w 的 p 和 q: shares in order of a whole that is named behind its parts."""
        row = self.row
        if at < 3 or not _OF_BASE.fullmatch(row[at].before) or not _LED_BASES.fullmatch(row[at - 1].before):
            return []
        shares = self._joined(at)
        parts = row[max(0, at - 1 - len(shares)) : at - 1]
        if len(shares) < 2 or len(parts) < len(shares) or not all(alike(part, row[at - 1]) and not part.change for part in parts):
            return []
        return [judge("share", share, part, row[at - 1], []) for part, share in zip(parts, shares, strict=True)]

    def _fraction(self, at: int, number: Number) -> Ratio | None:
        """a,占全部 w 的四分之一, where `number` is w, or a,占五分之一, where it is a."""
        text = self.view.text
        led = at and _SHARE.fullmatch(number.before) and alike(self.row[at - 1], number)
        match = _FRACTION.match(text, number.end) if led else _FRACTION_BEHIND.match(text, number.end)
        if not match:
            return None
        part, base = (self.row[at - 1], number) if led else (number, self._base(number, ""))
        if base is None and at and alike(self.row[at - 1], number) and self._is_base(self.row[at - 1], number):
            earlier = [one for one in self.near if one.end <= number.start and alike(one, number)]
            base = earlier[0] if len(earlier) == 1 else None
        low, high = _DIGITS[match.group("low")], _DIGITS[match.group("high")]
        if base is None or high >= low or base.low <= 0 or not (part.exact and base.exact):
            return None
        value, stated = part.low / base.low * HUNDRED, Decimal(high) / low * HUNDRED
        status: Status = "holds" if abs(value - stated) <= _LOOSE else "fails"
        sign = "≈" if status == "holds" else "≠"
        arithmetic = f"{part.face}÷{base.face}={digits(value, 2)}%{sign}{high}/{low}"
        written = _words(self.view, match.start("low"), match.end(), base)
        return Ratio("share", status, written, part, base, arithmetic, f"{digits(value, 1)}%")

    def _base(self, part: Number, named: str) -> Number | None:
        """The number that a share is of: the whole that `part` belongs to, or the one that `named` names."""
        whole = self.wholes.get(part.start)
        earlier = self._earlier(part)
        noun = _OF_ALL.sub("", named)
        called = [one for one in earlier if len(noun) > 1 and _called(one) == noun] if noun != named else []
        if not called and not whole and len(noun) > 1 and noun != named:
            called = [one for one in self.before if alike(one, part) and not one.change and _called(one) == noun]
        if len(called) == 1 and (not whole or called[0] is not whole.total):
            return called[0]
        if _PLAIN_BASE.fullmatch(named):
            if whole and (not whole.wholes or len(earlier) == 1):
                return whole.total
            only = earlier[0] if len(earlier) == 1 else None
            if only is None:
                return None
            linked = "其中" in part.before or "在" in only.before or _AMONG.match(self.view.text, only.end)
            return only if linked else None
        stem = _stem(named)
        beside = whole.parts if whole else []
        hits = [number for number in earlier if stem in last_words(number.before) and all(number.start != other.start for other in beside)]
        asked = _ASKED_OF.fullmatch(named)
        if asked and len(earlier) == 1 and asked.group(1) in last_words(earlier[0].before):
            return earlier[0]
        if not hits and len(named) > 3:
            hits = [one for one in self.near if one.start > part.end and alike(one, part) and last_words(one.before).endswith(named)]
        if not hits and _OF_ALL.search(named):
            hits = [one for one in self.before if alike(one, part) and not one.change and stem in last_words(one.before)]
        if len(hits) > 1:  # 投诉举报 and 投诉: the one that is called just that
            hits = [number for number in hits if _called(number) == stem]
        return hits[-1] if len(hits) == 1 and len(stem) == 2 else None

    def _earlier(self, part: Number) -> list[Number]:
        """The levels before `part` that it may be a part of."""
        return [number for number in self.near if number.end <= part.start and alike(number, part) and not number.change]

    def _candidates(self, part: Number) -> list[Number]:
        return [number for number in (*self.before, *self.near) if number is not part and alike(number, part) and number.low >= part.low]

    def _rate(self, number: Number) -> Ratio | None:
        match = _RATE.fullmatch(last_words(number.before))
        if not match:
            return None
        name = match.group("name")[:-1]
        name = name.removesuffix("应诉") if name.endswith("出庭应诉") else name
        counts = [one for one in self.near if one.kind in ("count", "money") and not one.change and one.low > 0]
        pair = self._pair(counts, number, name)
        if pair is None:
            return None
        part, base = pair
        if _OF_PLAN.fullmatch(name) and _PLANNED.search(last_words(part.before)) and not _PLANNED.search(last_words(base.before)):
            part, base = base, part  # 改造 a,超额完成任务 w,完成率 p%
        fitting = [one for one in (*self.before, *self.near) if alike(one, part)]
        cores = [core for at in range(len(name) - 1) for core in (name[at : at + 2], *_SYNONYMS.get(name[at : at + 2], ()))]
        negative = any(_denied(last_words(part.before), core) for core in cores) and not _NOT.search(name)
        side_by_side = self._side_by_side(base, part, number)
        named = side_by_side and name[-2:] in last_words(part.before)
        judged = judge("rate", number, part, base, fitting, complement=negative, side_by_side=side_by_side, named=named)
        tried = side_by_side and name[:2] in last_words(part.before) and _TRIALS.search(name)
        if judged.status == "fails" and self._soft(name, part, base, number) and not tried:
            return judged._replace(status="not-assessable", reason=NO_BASE)
        return judged

    def _pair(self, counts: list[Number], rate: Number, name: str) -> tuple[Number, Number] | None:
        """Numerator and denominator of a rate: by its name, by 应 and 实, or the last count of 在 w 中,a."""
        part = self._numerator(counts, rate, name[-4:])
        if part is not None:
            whole = self.wholes.get(part.start)
            beside = {one.start for one in whole.parts} if whole else set()
            bases = [
                one
                for one in reversed(counts)
                if one.end <= part.start and one.start not in beside and alike(one, part) and not _is_of_year_before(one)
            ]
            base = next((one for one in bases if one.low >= part.low), None)
            if base is None and bases and self._side_by_side(bases[0], part, rate) and self._counts_all(bases[0], part):
                base = bases[0]
            if base is None and bases and _OF_PLAN.fullmatch(name) and self._side_by_side(bases[0], part, rate):
                base = bases[0] if _PLANNED.search(last_words(bases[0].before)) else None
            if base is None and not bases:
                base = self._base_behind(counts, part, rate)
            return (part, base) if base is not None else None
        behind = [one for one in counts if one.end <= rate.start]
        if behind and _COVERED.search(name):
            base = self._all_there(behind[-1], rate)
            return (behind[-1], base) if base is not None else None
        if len(behind) < 2 or not alike(behind[-1], behind[-2]):
            return None
        base, part = behind[-2:]
        for due, done in pairwise(behind):
            match = _DUE_AND_DONE.fullmatch(f"{last_words(due.before)}/{last_words(done.before)}")
            if match and alike(due, done):
                return done, due
        among = _AMONG.match(self.view.text, base.end) is not None
        return (part, base) if among else None

    def _all_there(self, part: Number, rate: Number) -> Number | None:
        """All there are, of this sentence or before it: 全市辖 b 个村。已有 a 个村建成,覆盖率 p%."""
        text = self.view.text
        if not _ALREADY.search(last_words(part.before)) or not self._side_by_side(part, rate):
            return None
        same = [
            one
            for one in (*self.before, *(number for number in self.near if number.end < part.start))
            if alike(one, part) and not one.change and (noun := _NOUN.match(text, one.end)) and text.startswith(noun.group(), part.end)
        ]
        return same[0] if len(same) == 1 and same[0].low >= part.low else None

    def _base_behind(self, counts: list[Number], part: Number, rate: Number) -> Number | None:
        """The denominator that follows the rate: 调解成功 a,成功率 p%,共受理 b."""
        base = next((one for one in counts if one.start >= rate.end), None)
        if (
            base is None
            or part.end > rate.start
            or not alike(base, part)
            or base.low < part.low
            or not self._side_by_side(part, rate, base)
        ):
            return None
        words, near = last_words(base.before), abs(part.low / base.low * HUNDRED - rate.low) < _FAR_OFF
        return base if near and "共" in words and _RECEIVED.search(words) and base.before.startswith(",") else None

    def _counts_all(self, base: Number, part: Number) -> bool:
        """Whether the words of `base` say that it is what there was, though `part` is more: 1246名干部参加考试."""
        words = last_words(base.before), self.view.text[base.end : part.start].partition(",")[0]
        return any(_WHOLE.search(said) for said in words)

    def _numerator(self, counts: list[Number], rate: Number, name: str) -> Number | None:
        """The count that two characters of the rate's name name, the last two before others: 办结 of 按期办结率."""
        for at in range(len(name) - 2, -1, -1):
            cores = (name[at : at + 2], *_SYNONYMS.get(name[at : at + 2], ()))
            hits = [one for one in counts if any(self._says(one, core) for core in cores) and not _DUE.search(last_words(one.before))]
            plain = [one for one in hits if not any(_denied(last_words(one.before), core) for core in cores)] or hits
            whole = [one for one in plain if not _QUALIFIED.search(last_words(one.before)) or _QUALIFIED.search(name)]
            exact = [one for one in plain if len(name) > 2 and last_words(one.before).endswith(name)]
            plain = exact or whole or sorted(plain, key=lambda one: -len(last_words(one.before)))
            behind = [one for one in plain if one.end <= rate.start]
            if plain:
                return behind[-1] if behind else plain[-1]
        return None

    def _says(self, number: Number, core: str) -> bool:
        """Whether the words of a number have `core`: 合格1209人, 1209人合格."""
        words = last_words(number.before)
        return core in words or (len(words) < 2 and self.view.text.startswith(core, number.end))

    def _completion(self, at: int, number: Number) -> Ratio | None:
        """预算 w,决算 a,完成预算的 p%"""
        match = _COMPLETION.fullmatch(number.before)
        if not match or at < 2:
            return None
        base, part = self.row[at - 2], self.row[at - 1]
        if not alike(base, part) or part.change or base.change or not _PLANNED.search(last_words(base.before)):
            return None
        return judge("completion", number, part, base, []) if base.low > 0 and number.exact else None

    def _side_by_side(self, *numbers: Number) -> bool:
        """Whether the numbers follow each other in the sentence with none between."""
        if numbers[0] not in self.near:
            return False
        at = self.near.index(numbers[0])
        return tuple(self.near[at : at + len(numbers)]) == numbers

    def _soft(self, name: str, part: Number, base: Number, rate: Number) -> bool:
        """Whether the denominator may be another one that is not stated."""
        if _COVERED.search(name) and base is self._all_there(part, rate):
            return False
        text = self.view.text
        first, last = min(base.start, rate.start), max(part.end, rate.end)
        between = text[base.end : part.start]
        named = last_words(part.before).endswith((name[-2:], "属实" if name.endswith("查实") else name[-2:]))
        received = _RECEIVED.search(last_words(base.before)) and named
        if last - first > _FAR or "。" in between or (";" in between and not received):
            return True
        if _DUE_AND_DONE.fullmatch(f"{last_words(base.before)}/{last_words(part.before)}"):
            return False
        if _OPINION.search(name):
            return not _ASKED.search(text, max(self.row.start, first - _FAR), part.start)
        if len(name) > 2 and last_words(part.before).endswith(name):
            return False  # 按期办结 a,按期办结率 p%
        if self._side_by_side(base, part, rate):
            # 查出问题148个,截至11月底已整改到位141个: the day is that of the part.
            if _FOUND.search(last_words(base.before)) and name[-2:] in last_words(part.before):
                return _PERIODS.search(text, max(self.row.start, first - _FAR), base.end) is not None
            if _OBJECT.fullmatch(last_words(base.before)) and name[-2:] in last_words(part.before):
                return _PERIODS.search(text, max(self.row.start, first - _FAR), last) is not None
        return _SOFT_RATE.search(name) is not None or _PERIODS.search(text, max(self.row.start, first - _FAR), last) is not None


def _is_of_year_before(number: Number) -> bool:
    """Whether a number is last year's; 上年审计查出 a is what this year's work began with."""
    words = last_words(number.before)
    return _YEAR_BEFORE.search(words) is not None and _FOUND.search(words) is None


def _denied(words: str, core: str) -> bool:
    """Whether `words` say `core` with a not before it: 不合格, 不予受理."""
    at = words.find(core)
    return at >= 0 and _NOT.search(words, max(0, at - 3), at) is not None


def _words(view: View, start: int, end: int, like: Number) -> Number:
    """A number that is written as a fraction, as one of the kind of `like`."""
    span = view.span(start, end)
    metric = Percent(span=span, text=view.source(span), rule="", low=like.low, high=like.high, unit="%")
    return Number(metric, start, end, "", view.text[start:end])


def _stem(named: str) -> str:
    return named.removeprefix("全部").removeprefix("全年").removeprefix("同期")[:2]


def _called(number: Number) -> str:
    """The words before a number, without what every number may have there."""
    return last_words(number.before).removeprefix("其中").rstrip("为共了达到的有")


def _ends(base: Number, named: str) -> bool:
    """Whether the words before `base` end with what `named` names it by: 审结 17.02万件 for 审结总数."""
    return _called(base).endswith(_stem(named))
