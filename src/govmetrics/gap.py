"""What the words before a figure say of it: its gap, read once and remembered.

The same gaps come again and again (，同比增长 or 、), which is what makes the reading of context fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from govmetrics.label import Labels
from govmetrics.patterns import compile_
from govmetrics.words import ending, suffix

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govmetrics.model import Basis, Bound, Change

_REMEMBERED = 20_000

_SEPARATORS = frozenset(["、", "和", "与", "及", "以及", ",", "", "到", "至", "、和", ";", ",和", "和近", "比", "或"])
_SHARING = compile_(r"(?:[0-9][0-9.]*、)+$")
_ACTIONS = frozenset(["提升", "扩大", "精简", "缩小"])
_CLAUSE = compile_(r"[,;:、]")
_NOT_VERBS = ("增加值", "倍增", "占比", "提前", "超额")
_NOT_BOUNDS = ("附近", "最近", "接近尾声", "通过", "经过")
_NO_COMPARISON = (
    "参与", "给与", "占比", "对比", "可比", "相同", "共同", "不同", "合同", "陪同", "会同", "赋与", "环比", "同比",
    "存贷比", "性别比", "师生比", "生师比", "抚养比", "赡养比", "负债比", "容积比", "产出比", "费用比",
)  # fmt: skip
_GOVERNS = compile_(r"(不低于|不少于|不超过|不高于|超过|高于|低于|达到或超过)[^,;:。、]{2,24}的$")
_PER_UNIT = compile_(r"(超过|超|不低于|不少于|不超过|约)每[^,;:。、]{0,6}$")
_MORE = compile_(r"(多|少)[\u4e00-\u9fff]{1,3}$")
_OPENS = compile_(r"(?:并|将|再|可|次年|累计|继续|共)?(提高|增加|减少|降低|下降|增长|净增)(?!值|速度|率|改造|到|至|为)")
_LESS = compile_(r"(?<!由)(降低|减少)(?!到|至|为|率|了?$)(?=[^,;:。、]{3,14}$)")
_NO_OPENING = compile_(r"(?:到|至|为|达|达到|占|的|共|建设|建成|完成|新建|改造|企业|惠及|约|超过|突破|超)$|改造|建设")
_GROWTH_SIGN = compile_("[增涨降跌]|发展速度|递增")
_COMPARES = compile_(
    r"(?:高于|低于|快于|慢于|好于|优于|高出|领先于?|落后于?|超过|超出|超)[^,;:。、]*?(?:增速|增幅|平均|水平|增长率?|降幅|涨幅|均值)[^,;:。、]{0,6}$"
)
_MORE_DONE = compile_(r"[,、]?(多|少)[\u4e00-\u9fff]{1,2}")
_WHEN = compile_(r"(?<![比较与同跟和超从由自象像如])(今年|去年|(?<!年)前年|明年)(?!的?基础|相比|同期|度|初|结转|决算|那样|一样)")
_LAST_YEAR = compile_(
    r"(?P<from>[由从自比较])?(?:去年|上年度?|上一年度?)(?:同期|全年)?(?P<of>的)?(?P<is>为|是|仅为|只有|达)?(?:约|近|仅|只)?$"
)
_WHOLE_YEAR = compile_("(?<![占成达为于年较比了])全年(?!的?(?:计划|任务|预算|目标|预期|指标|总|进度))")
_PAIR = compile_(r"\([^()]*\)")
_TARGET = compile_(r"的?(?:预期|主要|调控)?目标(?:设定|定|确定|安排|设)?(?:为|是|在)?")
_HOLDS = compile_(r"(?:率|幅度)?(?:都|均)?(?:保持|稳定|控制|维持)在(?:约)?")
_STATES = compile_(
    r"(?:都|均|也|可|已|将|要|预计|计划|实际|只|仅|分别|大体|保持|稳定|控制|就)*"
    r"(?:在|为|是|达|达到|约|超过|高于|不低于|高达|近|接近)*"
)


class Gap:
    """What the words before a figure say.

    Attributes:
        bound: of a limit or approximation directly before the number.
        change: the direction of a verb whose difference the number is.
        if_compared: the verb makes a difference only where a basis is stated.
        level: a word such as 至 or 为 makes the number a level.
        basis: the last one stated.
        comes_from: it ends in 比, 较, 同 or 与, so a date here is a basis.
        source: it ends in 由 or 从: a date here dates the next figure only.
        repeats: it ends in 连续: the length of time that follows is of what was named before.
        name: the phrase that names what is measured, or empty.
        listed: the same without a limit to its length, where it can be an enumeration.
        distant: the name stands in an earlier clause than the figure.
        growth: the phrase names a rate of growth (增速) that later percentages can share.
        shared: 分别, 均: what follows holds for all members of the enumeration.
        alone: nothing but a mark or 和 that carries an enumeration on.
        action: the verb, before a count of things, says what is done to them: 提升50个口岸.
        whole: the words are of one clause.
        yearly: 年均: an average over years, which the sentence's basis does not concern.
        average: it begins with 平均, so behind a length of time it is an average over years.
        compares: it compares places: 高于全省增速.
        more: the direction of 多收 or 少结, which makes a difference in a sentence with a basis.
        signed: it ends in a basis, so the sign of the number gives the direction: 同比-1.5%.
        turns: a mark and a verb that carry an enumeration on: 分别下降5%、上升8%.
        when: 今年, 去年, 前年 or 明年, the last one that is no basis.
        last_year: the number is of the year before: "all" whatever it is, "amounts" unless it is a share or multiple of that year.
        whole_year: 全年: what follows is not only of the part of the year spoken of before.
        dates: one of these three says of what year the figure is.
        equals: the date behind it is what the figure behind that is measured by: 相当于2019年的95%.
        closes, opens: brackets without a partner; outer is what the words before the opened one name.
    """

    __slots__ = (
        "bound", "change", "if_compared", "level", "basis", "comes_from", "source", "repeats", "name", "distant", "growth", "shared",
        "alone", "yearly", "action", "whole", "average", "compares", "more", "signed", "turns", "when", "last_year", "whole_year",
        "closes", "opens", "outer", "listed", "dates", "equals",
    )  # fmt: skip

    def __init__(self) -> None:
        self.bound: Bound | None = None
        self.change: Change | None = None
        self.if_compared = False
        self.level = False
        self.basis: Basis | None = None
        self.comes_from = False
        self.source = False
        self.repeats = False
        self.name = ""
        self.distant = False
        self.growth: Change | None = None
        self.shared = False
        self.alone = False
        self.yearly = False
        self.action = False
        self.whole = False
        self.average = False
        self.compares = False
        self.more: Change | None = None
        self.signed = False
        self.turns = False
        self.when = ""
        self.last_year = ""
        self.whole_year = False
        self.closes = False
        self.opens = False
        self.outer = ""
        self.listed = ""
        self.dates = False
        self.equals = False


class Gaps:
    """Reads gaps by the lexicon's word lists."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        def words_of(name: str) -> tuple[str, ...]:
            return words.get(name, ())

        limits: dict[Bound, tuple[str, ...]] = {
            "approx": words_of("approx_before"),
            "min": words_of("min_before"),
            "max": words_of("max_before"),
        }
        unbound = (*words_of("not_min_before"), *words_of("not_approx_before"))
        self._bounds: dict[str, Bound] = {word: bound for bound, group in limits.items() for word in group}
        self._bound_words = ending([*self._bounds, *unbound])
        for word in unbound:
            if self._bounds.get(word) == "min":
                del self._bounds[word]
        more, less = words_of("more_if_compared"), words_of("less_if_compared")
        directions: dict[Change, tuple[str, ...]] = {
            "increase": (*words_of("increase"), *more),
            "decrease": (*words_of("decrease"), *less),
        }
        self._changes: dict[str, Change] = {word: change for change, group in directions.items() for word in group}
        self._if_compared = frozenset([*words_of("change_if_compared"), *more, *less])
        self._verbs = ending(self._changes)
        self._fillers = ending(words_of("filler"))
        self._levels = ending(words_of("level_end"))
        rates: dict[Change, tuple[str, ...]] = {"increase": words_of("growth_noun"), "decrease": words_of("fall_noun")}
        self._growth: dict[str, Change] = {word: change for change, group in rates.items() for word in group}
        self._growth_words = ending(self._growth)
        stated: dict[Basis, tuple[str, ...]] = {"base": words_of("base"), "mom": words_of("mom"), "yoy": words_of("yoy")}
        self._bases: dict[str, Basis] = {word: basis for basis, group in stated.items() for word in group}
        bases = sorted(map(regex.escape, self._bases), key=len, reverse=True)
        self._basis = compile_("|".join(bases) or "(?!)")
        self._basis_words = ending(self._bases)
        verbs = [word for word in self._changes if word not in self._growth and len(word) > 1]
        self.labels = Labels(words, verbs)
        self._read_before: dict[str, Gap] = {}

    def read(self, words: str) -> Gap:
        """What `words`, from the figure or sentence before, say of the figure behind them."""
        found = self._read_before.get(words)
        if found is None:
            found = self._read(words)
            if len(self._read_before) >= _REMEMBERED:
                self._read_before.clear()
            self._read_before[words] = found
        return found

    def _read(self, words: str) -> Gap:
        gap = Gap()
        words = _SHARING.sub("", words.rstrip(" “"))
        gap.alone = words in _SEPARATORS
        gap.comes_from = words[-1:] in ("比", "较", "同", "与", "跟") and not words.endswith(_NO_COMPARISON)
        if gap.alone:
            return gap
        if "比" in words or "较" in words or "同" in words or "前" in words or "年的" in words or "按年" in words:
            for match in self._basis.finditer(words):
                gap.basis = self._bases[match.group()]
        gap.source = words.endswith(("由", "从", "自"))
        gap.equals = words.endswith(("相当于", "等于", "约占", "仅占"))
        gap.repeats = words.endswith("连续")
        end = words[-6:]
        gap.shared = "分别" in words or "均" in end or "都" in end or "连续" in end or "先后" in end
        gap.average = words.startswith("平均")
        gap.yearly = "年均" in words or "平均每年" in words or "每年平均" in words or "年平均" in words
        self._read_tail(gap, words)
        self._read_growth(gap, words)
        if "于" in words or "超" in words or "领先" in words or "高出" in words:
            gap.compares = _COMPARES.search(words) is not None
        gap.name, gap.distant = self.labels.before(words)
        if gap.comes_from:
            gap.name = gap.name.removesuffix("比")
        gap.listed = self.labels.listed(words) if len(gap.name) > 9 and "、" in words and not gap.distant else gap.name
        gap.signed = suffix(words.removesuffix("增减"), self._basis_words) > 0
        gap.turns = bool(gap.change and not gap.name and words[0] in "、和与及")
        if "年" in words:
            _read_years(gap, words)
        if "(" in words or ")" in words:
            rest = _PAIR.sub("", words)
            gap.closes = ")" in rest
            gap.opens = rest.rfind("(") > rest.rfind(")")
            if gap.opens:
                gap.outer = self.labels.before(rest[rest.rfind(")") + 1 : rest.rfind("(")])[0]
        return gap

    def _read_tail(self, gap: Gap, words: str) -> None:
        """Bound, level and direction at the end of `words`, which are taken off piece by piece."""
        rest = words
        for _ in range(6):
            verb = suffix(rest, self._verbs)
            bound = suffix(rest, self._bound_words)
            if verb > bound and not rest.endswith(_NOT_VERBS):
                self._read_verb(gap, rest, verb)
                return
            if bound:
                if gap.bound is None and not rest.endswith(_NOT_BOUNDS):
                    gap.bound = self._bounds.get(rest[-bound:])
                rest = rest[:-bound]
                continue
            level = suffix(rest, self._levels)
            if level and not rest.endswith(("达", "达到")):
                gap.level = True
                noun = suffix(rest[:-level], self._growth_words)
                word = rest[-level - noun : -level]
                if noun and word != "增长":
                    gap.change = self._growth[word]
                return
            filler = suffix(rest, self._fillers)
            if not filler:
                break
            rest = rest[:-filler]
        self._read_governing(gap, words)

    def _read_verb(self, gap: Gap, rest: str, verb: int) -> None:
        word = rest[-verb:]
        gap.change = self._changes[word]
        gap.action = word in _ACTIONS
        gap.whole = not _CLAUSE.search(rest)
        gap.if_compared = word in self._if_compared
        if gap.bound is None:  # 大约增加了两万四千种
            bound = suffix(rest[:-verb], self._bound_words)
            gap.bound = self._bounds.get(rest[-verb - bound : -verb]) if bound else None

    def _read_governing(self, gap: Gap, words: str) -> None:
        """A verb or limit earlier in the clause: 提高…限额3800元, 不低于…标准的1.6倍, 同比多投产1.7亿千瓦."""
        clause = _last_clause(words, ",;:、。(")
        if gap.bound is None:
            governing = _GOVERNS.search(clause) or _PER_UNIT.search(clause)
            if governing:
                gap.bound = self._bounds.get(governing.group(1), "min")
        more = _MORE.search(clause) if gap.basis else None
        if more:
            gap.change = "increase" if more.group(1) == "多" else "decrease"
        else:
            more = _MORE_DONE.fullmatch(words)
            if more:
                gap.more = "increase" if more.group(1) == "多" else "decrease"
        opening = _OPENS.match(clause) or _LESS.search(clause)
        if opening and not gap.level and not _NO_OPENING.search(clause):
            gap.change = self._changes.get(opening.group(1))

    def _read_growth(self, gap: Gap, words: str) -> None:
        """A rate of growth worded as a level: 增速为3.3% is one, and 增长速度, … 计划为3.7% makes the next ones so."""
        if not _GROWTH_SIGN.search(words):
            return
        for noun, direction in self._growth.items():
            at = words.rfind(noun)
            if at < 0:
                continue
            rest = words[at + len(noun) :]
            if noun == "增长":
                if _TARGET.fullmatch(rest) or _HOLDS.fullmatch(rest):
                    gap.change = gap.change or direction
                continue
            gap.growth = direction
            if _STATES.fullmatch(rest):
                gap.change = direction
                gap.if_compared = False


def _read_years(gap: Gap, words: str) -> None:
    """The year that words such as 去年 give."""
    past = "去年" in words
    if past or "今年" in words or "前年" in words or "明年" in words:
        found = _WHEN.findall(words)
        gap.when = found[-1] if found else ""
    if "全年" in words:
        gap.whole_year = _WHOLE_YEAR.search(words) is not None
    if past or "上年" in words or "上一年" in words:
        last = _LAST_YEAR.search(words)
        if last and last["from"] in ("比", "较"):
            gap.last_year = "all" if last["of"] else ""
        elif last:
            gap.last_year = "all" if last["from"] or last["is"] or words[: last.start()].endswith("(") else "amounts"
    gap.dates = bool(gap.when or gap.whole_year or gap.last_year)


def _last_clause(words: str, marks: str) -> str:
    return words[max(map(words.rfind, marks)) + 1 :]
