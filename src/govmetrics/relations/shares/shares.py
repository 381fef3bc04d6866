"""Shares with the numbers that they are made of: w,其中 a,占 p%; a、b,分别占 w 的 p 和 q; a,占四分之一."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from govmetrics.model import Percent
from govmetrics.patterns import compile_
from govmetrics.relations.figures import HUNDRED, Number, alike, digits, last_words
from govmetrics.relations.shares.around import AMONG
from govmetrics.relations.shares.enumerated import of_all
from govmetrics.relations.shares.ratio import Ratio, judge

if TYPE_CHECKING:
    from govmetrics.finding import Status
    from govmetrics.relations.shares.around import Around
    from govmetrics.view import View

_SHARE = compile_(
    r"(?:(?:[^,。;:()、\d占比每各均率]|\([^(),。\d]{1,8}\)){1,24},|[,、;(]?)(?:约|共|仅|只|就|分别|各|还|却|已|并)?(?:占(?:比|到)?|(?:所占)?(?:比重|比例)(?=[为达约:不超]))(?P<base>[^,。;:()、\d]{0,14}?)(?:的(?:比例|比重)?)?(?:为|达到?|是|约|近|高达|仅有?|只有|超过?|逾|不足|不到|不超过|低于|:)?"
)
_LED_BASES = compile_(r"[,;(]?分别(?:约)?占(?:了|到)?[^,。;:()、\d]{0,14}")
_LED_PLAN = compile_(
    r"[,、;(]?(?:为|是|完成|相当于|占)(?:了)?(?:全年|年度|年初|本年|调整|既定|市定|省定)*[\u4e00-\u9fff]{0,4}?(?:预算|计划|目标|任务)[^,。;:()、\d]{0,6}"
)
_LED_BASE = compile_(r"[,、;(]?(?:约|共)?占(?:了|到)?[^,。;:()、\d]{0,14}\(?")
_ALL_TOGETHER = compile_(
    r"[,;](?:[三四五六七八两]者|[三四五六七八两][类项])?(?:合计|总计|共计|一共|共)占(?:了|到)?(?:全部|全市|全县|总数|总量)?[^,。;:()、\d]{0,10}"
)
_FEW = 5
_SHORT = 3
"""Characters of a name that numbers of several sentences may have."""
_BOTH_NAMED = compile_(
    r"[,;](?P<part>[\u4e00-\u9fff]{2,12})占(?:全部|全市|全县|全区|总)?(?P<base>[\u4e00-\u9fff]{2,12}?)的(?:比例|比重)?(?:为|达)?"
)
_FIRST_FEW = compile_(
    "前(?P<many>[二两三四五六])(?:[大]?类|项|位|种|个)[\u4e00-\u9fff]{0,6}?(?:合计|合|共|总共|总)?占(?:比)?(?:总数|总量|全部)?的?(?:为|达)?"
)
_NAMED_PART = compile_("(?:其中)?(?P<name>[\u4e00-\u9fff]{2,10}?)类?(?:案件|诉求|支出|经费|资金)?占(?:比)?(?:为|达|了)?")
_TAKES = compile_("占(?:比|到)?(?:为|约|达)?$")
_FROM_VIEW = compile_(r" *(?:从|按)[^,。;:\d]{1,12}(?:看|分|划分|统计),")
_POINTS_BACK = compile_(" *(?:在)?(?:上述|以上|这些|全部)[^,。;:\\d]{2,12}中,")
_PART_BEHIND = compile_(r"[,、(](?:共|合计)?(?:计|为|有|即|达)")
_OF_BASE = compile_(r"\)?[^,。;:()、\d占]{0,12}?的(?:比例|比重)?(?:为|达)?(?:约)?")
_IN_BASE = compile_(r"\)?[^,。;:()\d]{0,8}中的?占(?:比)?(?:为|达|约)?")
_WITHIN = compile_(r"[,;(]?在?[^,。;:()\d]{0,16}\(?")
_THAT_IS = compile_(r"[,(]即(?:在)?")
_OF_THEM = compile_(r"[^,。;:\d]{0,8}[中里]有?")
_PLAIN_BASE = compile_(
    r"(?:到|了)?(?:全部|总量|总数|总额|总体|总|全年|其中|合计|总人数|总件数|总人口|总户数|总面积|比|比例|比重|总支出|总收入|总[\u4e00-\u9fff]{1,3}[量数额]|(?:案件|信访|诉求|申请|来访|投诉|举报|工单|来信)?(?:总量|总数|总件数|总人数|总人次))?"
)
_HOLDER = compile_("其中|新增|另|累计")
_FRACTION = compile_(r"(?:的)?(?P<low>[二三四五六七八九十])分之(?P<high>[一二三四五六七八九])")
_FRACTION_BEHIND = compile_(
    r"[^,。;]{0,6},占(?:了|到|全部|总数|总量|其中)*的?(?P<low>[二三四五六七八九十])分之(?P<high>[一二三四五六七八九])(?!以上|多|左右|强|弱)"
)
_OF_IT = compile_("[,、](?:其中)?(?:可|同意|准予|采纳|已?(?:办结|完成|整改|通过|合格))(?!率)[^,。;]{0,8}$")
_ASKED_OF = compile_("(?:受访|被访|走访|参评|受调查|被调查)的?([\u4e00-\u9fff]{2,4})")
_KIND = compile_("(?<=.{3})(?:纠纷|案件|诉讼|申请|事项|投诉|举报)$")
_OTHER_THAN_ALL = compile_("预算|计划|目标|任务|指标|上年|去年|年初|原")
_ALL_PLACES = compile_("全[省市县区州旗镇乡]")
_OF_SOME_TIME = compile_("季度|半年|目标|计划|任务")
_OF_ALL = compile_("(?:总量|总数|总件数|总人数|总额|总人次)$")
_LOOSE = Decimal(3)
"""Points by which a fraction in words may be off: nobody says 四分之一 for a third."""
_DIGITS = dict(zip("一二三四五六七八九十", range(1, 11), strict=True))


class Shares:
    """The shares of one sentence."""

    def __init__(self, around: Around) -> None:
        self.around = around

    def share(self, at: int, number: Number) -> Ratio | None:
        row = self.around.row
        if at + 2 < len(row) and _THAT_IS.fullmatch(row[at + 1].before) and _OF_THEM.fullmatch(row[at + 2].before):
            return judge("share", number, row[at + 2], row[at + 1], []) if alike(row[at + 2], row[at + 1]) else None
        if number_led := self._told_first(at, number):
            return number_led
        if at == 0:
            return self._of_part(number) or self._first_few(number)
        return (
            self._of_named(at, number)
            or self._both_named(number)
            or self._share_first(at, number)
            or self._part_first(at, number)
            or self._of_part(number)
            or self._first_few(number)
        )

    def _first_few(self, number: Number) -> Ratio | None:
        """甲类 a、乙类 b、丙类 c、其他 d,合计 w。前两类合占 p%"""
        match = _FIRST_FEW.fullmatch(last_words(number.before))
        if not match:
            return None
        many = _DIGITS["二" if match["many"] == "两" else match["many"]]
        numbers = (*self.around.before, *(one for one in self.around.near if one.end <= number.start))
        parts = [one for one in numbers if one.start in self.around.wholes]
        whole = self.around.wholes[parts[-1].start] if parts else None
        if (
            whole is None
            or len(whole.parts) <= many
            or not number.exact
            or not all(one.exact for one in (whole.total, *whole.parts))
            or not whole.total.low
        ):
            return None
        few = whole.parts[:many]
        value = sum((one.low for one in few), Decimal(0)) / whole.total.low * HUNDRED
        words = f"({'+'.join(one.face for one in few)})÷{whole.total.face}={digits(value, 2)}%"
        fits = abs(value - number.low) < (number.step or 1)
        status: Status = "holds" if fits else "fails"
        return Ratio("share", status, number, few[0], whole.total, words + ("" if fits else f"≠{number.face}"), number.rewritten(value))

    def _of_part(self, number: Number) -> Ratio | None:
        """w,甲类 a、乙类 b。其中甲类占比 p%: the share of a part that is called by its name."""
        match = _NAMED_PART.fullmatch(last_words(number.before))
        if not match:
            return None
        name = match["name"]
        numbers = (*self.around.before, *(one for one in self.around.near if one.end <= number.start))
        parts = [one for one in numbers if one.start in self.around.wholes and _called(one).lstrip("、").removesuffix("类") == name]
        if len(parts) != 1 or parts[0].change or not parts[0].exact:
            return None
        whole = self.around.wholes[parts[0].start]
        return None if whole.wholes else judge("share", number, parts[0], whole.total, [])._replace(likely=True)

    def _told_first(self, at: int, number: Number) -> Ratio | None:
        """甲类占 p%:全年 w,乙类 b,甲类 a"""
        row = self.around.row
        if at + 2 >= len(row) or not self.around.view.text.startswith(":", number.end) or not _TAKES.search(number.before):
            return None
        whole, name = row[at + 1], _TAKES.sub("", last_words(number.before))
        parts = [one for one in row[at + 2 : at + 2 + _FEW] if alike(one, whole) and not one.change and last_words(one.before) == name]
        if len(name) < 2 or len(parts) != 1 or whole.change or parts[0].low > whole.low:
            return None
        return judge("share", number, parts[0], whole, [])

    def _of_named(self, at: int, number: Number) -> Ratio | None:
        """a,占 w 的 p%; a,在 w 中占 p%; a,为年度计划 w 的 p%"""
        part, base = self.around.row[at - 2 : at] if at > 1 else (None, None)
        if part is None or base is None or not alike(part, base) or base.change:
            return None
        of = _OF_BASE.fullmatch(number.before)
        if of and _ALL_TOGETHER.fullmatch(base.before):
            return self._together_of(at, number, base)
        if (of and _LED_BASE.fullmatch(base.before)) or (_IN_BASE.fullmatch(number.before) and _WITHIN.fullmatch(base.before)):
            return judge("share", number, part, base, [])
        if not of or not _LED_PLAN.fullmatch(base.before):
            return None
        whole = self.around.wholes.get(part.start)
        whole_held = judge("completion", number, whole.total, base, []) if whole is not None and whole.total.exact else None
        # 完成 w 亩,其中 a 亩、b 亩,为年度任务 v 亩的 p%: of the whole
        return whole_held if whole_held and whole_held.status.startswith("holds") else judge("completion", number, part, base, [])

    def _together_of(self, at: int, number: Number, base: Number) -> Ratio | None:
        """甲 a、乙 b、丙 c,合计占全部 w 的 p%"""
        row, parts = self.around.row, [self.around.row[at - 2]]
        while (first := at - 2 - len(parts)) >= 0 and parts[0].before.startswith("、") and alike(row[first], base):
            parts.insert(0, row[first])
        if len(parts) < 2 or any(not part.exact or part.change for part in parts) or not base.exact or base.low <= 0:
            return None
        value = sum((part.low for part in parts), Decimal(0)) / base.low * HUNDRED
        words = f"({'+'.join(part.face for part in parts)})÷{base.face}={digits(value, 2)}%"
        fits = abs(value - number.low) < (number.step or 1)
        status: Status = "holds" if fits else "fails"
        return Ratio("share", status, number, parts[0], base, words + ("" if fits else f"≠{number.face}"), number.rewritten(value))

    def _both_named(self, number: Number) -> Ratio | None:
        """参保 w,职工医保 a、居民医保 b,职工参保人数占全部参保人数的 p%"""
        match = _BOTH_NAMED.fullmatch(number.before)
        if not match:
            return None
        levels = [one for one in self.around.near if one.end <= number.start and one.kind in ("count", "money") and not one.change]
        whole, part = ([one for one in levels if match.group(name)[:2] in last_words(one.before)] for name in ("base", "part"))
        if not whole and len(part) != 1:  # 查处案件 w 件。从类型看,甲类 a、乙类 b,乙类案件占查处总量的 p%
            part = [one for one in levels if match.group("part").startswith(last_words(one.before).lstrip("、") or "。")]
        if not whole and len(part) == 1:
            noun = _OF_ALL.sub("", match.group("base"))
            whole = [one for one in self.around.said_before(part[0]) if one.low >= part[0].low and noun in last_words(one.before)]
        if len(whole) != 1 or len(part) != 1 or not alike(*whole, *part) or part[0].low > whole[0].low or whole[0] is part[0]:
            return None
        return judge("share", number, part[0], whole[0], [])

    def _share_first(self, at: int, number: Number) -> Ratio | None:
        """全部 w 中,甲类占 p%,为 a"""
        whole, part = self.around.row[at - 1], self.around.row[at + 1] if at + 1 < len(self.around.row) else None
        if part is None or not _PART_BEHIND.fullmatch(part.before) or not _TAKES.search(number.before):
            return None
        if self.around.earlier(part) != [whole] or whole.low <= part.low or not AMONG.match(self.around.view.text, whole.end):
            return None
        return judge("share", number, part, whole, [])

    def _part_first(self, at: int, number: Number) -> Ratio | None:
        """w,其中 a,占 p%"""
        row = self.around.row
        last = row[at - 1]
        match = _SHARE.fullmatch(number.before)
        if not match or last.change or last.kind not in ("count", "money"):
            return None
        named = match.group("base") or ""
        base, others = self._base(last, named), self.around.candidates(last)
        if base is None and not named and _POINTS_BACK.match(row[0].before):
            base = self._pointed_to(last)
            if base is not None:
                return judge("share", number, last, base, [])._replace(likely=True)
        if base is None:
            base = self._split(last) if not named else None
            if base is not None:
                return judge("share", number, last, base, others)._replace(likely=True)
            earlier = self.around.earlier(last)
            above = len(earlier) == 1 and (
                earlier[0].low > last.low or (at > 1 and earlier[0] is row[at - 2] and _OF_IT.match(last.before))
            )
            if above and not named and self._is_base(earlier[0], last):
                return judge("share", number, last, earlier[0], others)._replace(likely=True)
            return judge("share", number, last, None, others) if others else None
        if not _PLAIN_BASE.fullmatch(named):
            return judge("share", number, last, base, [] if _ends(base, named) else others)
        beside = at > 1 and row[at - 2] is base and "其中" in last.before
        return judge("share", number, last, base, [one for one in others if one.start >= self.around.row.start] if beside else others)

    def _pointed_to(self, part: Number) -> Number | None:
        """许可 w 件,其中甲类 a 件、乙类 b 件。上述许可中,全程网办 c 件: the only whole of the paragraph before."""
        wholes = {one.total.start: one.total for one in self.around.wholes.values()}
        said = [one for one in self.around.said_before(part) if one.start in wholes and one.low >= part.low]
        return said[0] if len(said) == 1 and not self.around.earlier(part) else None

    def _split(self, part: Number) -> Number | None:
        """The only number of the sentence before that a sentence which opens with 从申请人类别看 can be about."""
        if not _FROM_VIEW.match(self.around.row[0].before) or self.around.earlier(part):
            return None
        wholes = self.around.wholes
        levels = [one for one in self.around.said_before(part) if one.start not in wholes]
        return levels[0] if len(levels) == 1 and levels[0].low > part.low else None

    def _is_base(self, base: Number, part: Number) -> bool:
        """Whether the only number before may be the whole of `part`: no other clause between, and no share of its own."""
        between = self.around.view.text[base.end : part.start]
        return ";" not in between and ",占" not in between and not _HOLDER.search(last_words(part.before))

    def respectively(self, at: int, shares: list[Number]) -> list[Ratio]:
        """a、b、c,分别占 p、q、r: shares in order, of one whole or of all of them together."""
        row, size = self.around.row, len(shares)
        members = row[max(0, at - size) : at]
        kinds = {one.kind for one in members}
        if len(members) < size or kinds - {"count", "money"} or not all(alike(one, members[0]) and not one.change for one in members):
            return []
        one = self.around.wholes.get(members[0].start)
        whole = one.total if one and [part.start for part in one.parts] == [member.start for member in members] else None
        others = [other for other in self.around.candidates(max(members, key=lambda member: member.low)) if other.end <= members[0].start]
        base = _SHARE.fullmatch(row[at].before)
        return of_all(members, shares, whole, others, named=base is None or not _PLAIN_BASE.fullmatch(base.group("base")))

    def led(self, at: int) -> list[Ratio]:
        """a、b,分别占 w 的 p 和 q: shares in order of a whole that is named behind its parts."""
        row = self.around.row
        if at < 3 or not _OF_BASE.fullmatch(row[at].before) or not _LED_BASES.fullmatch(row[at - 1].before):
            return []
        shares = self.around.joined(at)
        parts = row[max(0, at - 1 - len(shares)) : at - 1]
        if len(shares) < 2 or len(parts) < len(shares) or not all(alike(part, row[at - 1]) and not part.change for part in parts):
            return []
        return [judge("share", share, part, row[at - 1], []) for part, share in zip(parts, shares, strict=True)]

    def fraction(self, at: int, number: Number) -> Ratio | None:
        """a,占全部 w 的四分之一, where `number` is w, or a,占五分之一, where it is a."""
        text = self.around.view.text
        led = at and _SHARE.fullmatch(number.before) and alike(self.around.row[at - 1], number)
        match = _FRACTION.match(text, number.end) if led else _FRACTION_BEHIND.match(text, number.end)
        if not match:
            return None
        part, base = (self.around.row[at - 1], number) if led else (number, self._base(number, ""))
        if base is None and at and alike(self.around.row[at - 1], number) and self._is_base(self.around.row[at - 1], number):
            earlier = [one for one in self.around.near if one.end <= number.start and alike(one, number)]
            base = earlier[0] if len(earlier) == 1 else None
        low, high = _DIGITS[match.group("low")], _DIGITS[match.group("high")]
        if base is None or high >= low or base.low <= 0 or not (part.exact and base.exact):
            return None
        value, stated = part.low / base.low * HUNDRED, Decimal(high) / low * HUNDRED
        status: Status = "holds" if abs(value - stated) <= _LOOSE else "fails"
        sign = "≈" if status == "holds" else "≠"
        arithmetic = f"{part.face}÷{base.face}={digits(value, 2)}%{sign}{high}/{low}"
        written = _words(self.around.view, match.start("low"), match.end(), base)
        return Ratio("share", status, written, part, base, arithmetic, f"{digits(value, 1)}%")

    def _base(self, part: Number, named: str) -> Number | None:
        """The number that a share is of: the whole that `part` belongs to, or the one that `named` names."""
        whole = self.around.wholes.get(part.start)
        earlier = self.around.earlier(part)
        noun = _OF_ALL.sub("", named)
        called = [one for one in earlier if len(noun) > 1 and _called(one) == noun] if noun != named else []
        if not called and not whole and len(noun) > 1 and noun != named:
            called = [one for one in self.around.said_before(part) if _called(one) == noun]
        if len(called) == 1 and (not whole or called[0] is not whole.total):
            return called[0]
        if _PLAIN_BASE.fullmatch(named):
            if whole and (not whole.wholes or len(earlier) == 1):
                return whole.total
            only = earlier[0] if len(earlier) == 1 else None
            if only is None:
                return None
            said = last_words(only.before)
            linked = (
                "其中" in part.before
                or (named.startswith("总") and "共" in said)
                or "在" in only.before
                or AMONG.match(self.around.view.text, only.end)
            )
            return only if linked else None
        stem = _stem(named)
        beside = whole.parts if whole else []
        hits = [number for number in earlier if stem in last_words(number.before)]
        apart = [number for number in hits if all(number.start != other.start for other in beside)]
        # 其中开庭审理 w 件,负责人出庭 a 件,占开庭案件的 p%: of the part beside, where it is named so
        hits = _of_its_kind(named, apart or [one for one in hits if named.endswith("案件") and one.low >= part.low])
        asked = _ASKED_OF.fullmatch(named)
        if asked and len(earlier) == 1 and asked.group(1) in last_words(earlier[0].before):
            return earlier[0]
        if not hits and len(named) > 3:
            hits = [one for one in self.around.near if one.start > part.end and alike(one, part) and last_words(one.before).endswith(named)]
        if not hits and _OF_ALL.search(named):
            larger = [one for one in self.around.said_before(part) if one.low >= part.low]
            hits = [one for one in larger if stem in last_words(one.before)]
            if not hits and len(larger) == 1 and self.around.row[0].before.lstrip().startswith("其中"):
                return larger[0]
        if not hits:
            hits = self._said_before(part, named)
        if len(hits) > 1:  # 投诉举报 and 投诉: the one that is called just that
            hits = [number for number in hits if _called(number) == stem]
        return hits[-1] if len(hits) == 1 and len(stem) == 2 else None

    def _said_before(self, part: Number, named: str) -> list[Number]:
        """Those of the sentences before that `named` names: 耕地保有量 w 亩。建成高标准农田 a 亩,占耕地的 p%."""
        if len(named) <= 1 or _OTHER_THAN_ALL.search(named):
            return []
        when, all_ = part.metric.period, _ALL_PLACES.search(last_words(part.before))
        levels = [
            one
            for one in self.around.said_before(part)
            if one.low >= part.low
            and (not when or not one.metric.period or one.metric.period == when)
            and not _OF_SOME_TIME.search(last_words(one.before))
            and not (all_ and not _ALL_PLACES.search(one.before))
        ]
        only = [one for one in levels if named in last_words(one.before)] if len(levels) == 1 else []
        # 新收案件 w 件,审结 b 件。新收案件中,线上受理 a 件,占新收案件的 p%
        return only or [one for one in levels if len(named) > _SHORT and last_words(one.before).endswith(named)]


def _of_its_kind(named: str, hits: list[Number]) -> list[Number]:
    """Those that count the sort of thing that `named` ends with: 涉企案件 w 件,其中 a 件,占涉企商事纠纷的 p% is of none."""
    kind = _KIND.search(named)
    return [one for one in hits if kind is None or kind.group() in last_words(one.before) + one.label]


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
