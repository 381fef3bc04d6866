"""Rates with the numbers that they are made of: 受理 b,办结 a,办结率 p%; 预算 w,决算 a,完成预算的 p%."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from govmetrics.model import plain
from govmetrics.patterns import compile_
from govmetrics.relations.figures import HUNDRED, Number, alike, cut, last_words, mistyped, swapped
from govmetrics.relations.shares.around import AMONG
from govmetrics.relations.shares.ratio import NO_BASE, Ratio, judge
from govmetrics.relations.words_around import is_hanzi

if TYPE_CHECKING:
    from govmetrics.relations.shares.around import Around

_NOUN = compile_(r"[\u4e00-\u9fff]{1,6}(?=[(,。;、])")
_RATE = compile_(r"(?P<name>[\u4e00-\u9fff]{2,14}?率)(?:均|也|已|就)?(?:为|达到?|是|:|约|高达|仅为|仅)?")
_SOFT_RATE = compile_(
    "债务|提前|适用|有罪|无罪|认罪|改判|审核|审查|办案|开工|杠杆|纠错|败诉|胜诉|改判|发回|上诉|申诉|按期|按时|及时|法定|综合|平均|目标|要求|应达|力争|确保|计划|预期|增长|增加|上升|下降|同比|提高|利用|知晓|就业|登记|失业|普及|城镇化|负债|贡献|入学|巩固|自给|恩格尔"
)
_OF_A_STAGE = compile_("最终|阶段")
_DUE_AND_DONE = compile_(
    r"[^/]*应([\u4e00-\u9fff]{2})[^/]*/(?:实际|实|已)\1[^/]*|[^/]*应([^/]{1,6})/(?:实际|实|已)\2[^/]*|[^/]*应[^/]{1,6}/(?:实|已)[^/]{1,6}|[^/]*应当?[^/]*?([\u4e00-\u9fff]{2})的[^/]*/(?:实际|实|已|共)?(?:完成)?\3[^/]*"
)
_NOT = compile_("[不未]")
_SYNONYMS = {
    "结案": ("办结", "审结"),
    "办结": ("结案",),
    "网办": ("网上办理",),
    "整改": ("完成整改",),
    "属实": ("查实",),
    "查实": ("属实",),
    "合格": ("符合",),
    "持证": ("执法证", "取得证", "证件", "取得资格"),
    "聘任": ("已聘", "聘请"),
    "问题": ("瑕疵", "问题"),
    "纠错": ("责令履行",),
    "调撤": ("调解撤诉", "调解和撤诉"),
}
_NO_NAME = compile_("(?:^.?|[中里](?:已?有)?)$")
"""What stands before a number that is named behind it."""
_MANNERS = frozenset(["人工", "网上", "线上", "线下", "窗口", "现场", "电话", "智能"])
"""How a thing is done, of which a rate says nothing: 人工服务 a 件,人工接通率."""
_OF_PLAN = compile_("(?:全年|年度)?(?:(?:目标|任务|计划)*完成|计划执行)")
_REST = compile_("[,;](?:剩余|其余|余下|剩下)(?:的)?")
_COVERED = compile_("(?:覆盖|配备|建成|通达|改造|安装|设置|开通|入户|达标|建设|开工|竣工|完成)$")
_ALREADY = compile_("(?:目前|现|累计|全部)?(?:已|建成|完成|实现|开通|配备|设立)")
_EQUIPPED = compile_("[^,。;:\\d]{0,14}(?:配备|配有|设立|设有|建成|建有|建立|覆盖)[^,。;:\\d]{0,12}")
_AMONG_HAVE = compile_(r"[^,。;:\d]{1,12}[中里],?(?:目前|现)?(?:已|共)?有")
_TRIALS = compile_("败诉|纠错|发回")
_RIGHTED = compile_("责令履行(?:职责)?(?:等)?(?:案件)?(?:共|合计)$")
"""Behind 撤销、变更、确认违法和, all by which what was done is set right."""
_RECEIVED = compile_("接到|受理|收到|新收|登记|接收|立案|抽查|排查|审查")
_WHOLE = compile_(
    "接到|受理|收到|新收|登记|接收|立案|抽查|排查|审查|检测|监测|抽检|抽样|检验|应|共|总|发现|反馈|调解|开展|检查|评查|参加|参考|组织|提出|分解|安排|报送|查出"
)
_OPINION = compile_("满意|知晓|支持")
_ASKED = compile_("回访|调查|抽查|评价|测评|随访|收回|受访|访问|评议")
_DUE = compile_("应(?![诉急用对])|^须|^拟|通知")
_PERIODS = compile_(r"截[至止](?!年底|目前|年末|\d{4}年12月|\d{4}年底|12月)|累计|上半年|下半年|以来|历年")
_COMPLETION = compile_(
    r"[,(]?(?:占|完成|为|达到?)(?:了)?(?:年初|全年|年度|本年|调整|全年度)?(?:预算|目标|计划|任务)数?(?:任务)?的?(?:比例为)?"
)
_LED_PLAN = compile_("(?:为|是|完成|占)[^,。;:()]{0,6}(?:计划|目标|任务|指标)[^,。;:()]{0,4}$")
_PLANNED = compile_("预算|目标|计划|任务|指标")
_AIM = compile_("的?(?:年度)?(?:目标|任务|计划|指标)")
_YEAR_BEFORE = compile_("上年|去年|上一年|同期")
_FOUND = compile_("查出|发现|排查|反馈|检查出|梳理")
_OBJECT = compile_("(?:已|共|全年)?(?:针?对|为|将)(?:全[省市县区])?")
_QUALIFIED = compile_("其中|[人件户]均|平均|新增|当日|首次|正在|部分|基本|现场|提前|最[高多]|以上|一级|复检|国家级")
_FAR_OFF = Decimal(15)
"""Points by which a rate may differ from what a number behind it gives, to be of that."""
_PAIR = 2
_FAR = 80
"""Characters between the numbers of one rate, at most."""


class Rates:
    """The rates of one sentence, and how far its plans are fulfilled."""

    def __init__(self, around: Around) -> None:
        self.around = around

    def rate(self, number: Number) -> Ratio | None:
        match = _RATE.fullmatch(last_words(number.before.replace("(社区)", "")))
        if not match:
            return None
        name = match.group("name")[:-1]
        name = name.removesuffix("应诉") if name.endswith("出庭应诉") else name
        counts = [one for one in self.around.near if one.kind in ("count", "money") and not one.change and one.low > 0]
        pair = self._pair(counts, number, name)
        if pair is None:
            return None
        part, base = pair
        if _OF_PLAN.fullmatch(name) and self._is_planned(part) and not self._is_planned(base):
            part, base = base, part  # 改造 a,超额完成任务 w,完成率 p%
        side_by_side = self.around.side_by_side(base, part, number)
        # 应出庭 b,实际出庭 a,出庭率 p%: nothing else can be meant.
        fitting = (
            []
            if side_by_side and _are_due_and_done(base, part)
            else [one for one in (*self.around.before, *self.around.near) if alike(one, part)]
        )
        cores = [core for at in range(len(name) - 1) for core in (name[at : at + 2], *_SYNONYMS.get(name[at : at + 2], ()))]
        negative = any(_denied(last_words(part.before), core) for core in cores) and not _NOT.search(name)
        named = side_by_side and name[-2:] in last_words(part.before)
        judged = judge("rate", number, part, base, fitting, complement=negative, side_by_side=side_by_side, named=named)
        said = name[:2] in last_words(part.before) or name[-2:] in last_words(part.before) or _RIGHTED.search(last_words(part.before))
        tried = side_by_side and said and _TRIALS.search(name)
        if judged.status == "holds-with-another-base" and self._is_misspelt(number, part, base, name):
            return judge("rate", number, part, base, [], side_by_side=True, named=True)
        complete = side_by_side and number.low == HUNDRED and name[-2:] in last_words(part.before) and "共" in base.before
        stage = _OF_A_STAGE.search(name) is not None
        if self._planned(counts, number) == pair and _OF_PLAN.fullmatch(name):
            return judged
        if judged.status == "fails" and not stage and self._is_misspelt(number, part, base, name):
            return judged
        if judged.status == "fails" and (
            stage or self._told_by_another(number, part, base) or (self._soft(name, part, base, number) and not tried and not complete)
        ):
            return judged._replace(status="not-assessable", reason=NO_BASE)
        return judged

    def _is_misspelt(self, rate: Number, part: Number, base: Number, name: str) -> bool:
        """调解纠纷 b 件,…;调解成功 a 件,成功率 p%: whether the digits of the rate of what is named so are but exchanged."""
        words = last_words(part.before)
        verb = words.removesuffix(name) or words[:2]
        value = rate.rewritten(part.low / base.low * HUNDRED) if base.low else ""
        beside = self.around.side_by_side(part, rate) and words.endswith(name) and len(verb) > 1
        return beside and verb[-2:] in last_words(base.before) and swapped(value, rate.text)

    def _is_planned(self, number: Number) -> bool:
        """Whether a number is what was planned: 计划 w, or w 的目标."""
        return _PLANNED.search(last_words(number.before)) is not None or _AIM.match(self.around.view.text, number.end) is not None

    def _told_by_another(self, rate: Number, part: Number, base: Number) -> bool:
        """Whether another percentage of the sentence is the rate of these numbers: 合格率93.7%,其中规上企业合格率98.4%."""
        value = (cut(part) / cut(base)).times(HUNDRED) if cut(base).low > 0 else None
        others = (one for one in self.around.row if one.kind == "percent" and not one.change and one is not rate)
        return value is not None and any(cut(one).meets(value) for one in others)

    def _pair(self, counts: list[Number], rate: Number, name: str) -> tuple[Number, Number] | None:
        """Numerator and denominator of a rate: by its name, by 应 and 实, or the last count of 在 w 中,a."""
        if _OF_PLAN.fullmatch(name) and (planned := self._planned(counts, rate)):
            return planned
        part = self._numerator(counts, rate, name[-4:]) or self._told_behind(counts, rate, name)
        if part is not None:
            whole = self.around.wholes.get(part.start)
            beside = {one.start for one in whole.parts} if whole else set()
            bases = [
                one
                for one in reversed(counts)
                if one.end <= part.start and one.start not in beside and alike(one, part) and not _is_of_year_before(one)
            ]
            if not _OF_PLAN.fullmatch(name):  # 抽检 w 批次,为年度计划 v 批次的 q%,不合格 a 批次,合格率 p%
                bases = [one for one in bases if not _LED_PLAN.search(one.before)] or bases
            base = next((one for one in bases if one.low >= part.low), None) or self._in_another_scale(bases, part, rate)
            if base is None and bases and self.around.side_by_side(bases[0], part, rate) and self._counts_all(bases[0], part):
                base = bases[0]
            if base is None and bases and _OF_PLAN.fullmatch(name) and self.around.side_by_side(bases[0], part, rate):
                base = bases[0] if _PLANNED.search(last_words(bases[0].before)) else None
            if base is None and not bases:
                base = self._base_behind(counts, part, rate) or self._of_sentence_before(counts, part, rate)
            return (part, base) if base is not None else None
        behind = [one for one in counts if one.end <= rate.start]
        if led := self._led(counts, rate):
            return led
        if behind and _COVERED.search(name):
            base = self._with_the_rest(behind[-1], counts, rate) or self._all_there(behind[-1], rate)
            base = base or self._equipped(behind, rate) or self._counted_among(behind, rate)
            return (behind[-1], base) if base is not None else None
        if len(behind) < 2 or not alike(behind[-1], behind[-2]):
            return None
        base, part = behind[-2:]
        for due, done in pairwise(behind):
            if alike(due, done) and _are_due_and_done(due, done):
                return done, due
        among = AMONG.match(self.around.view.text, base.end) is not None
        return (part, base) if among else None

    def _planned(self, counts: list[Number], rate: Number) -> tuple[Number, Number] | None:
        """年度计划 b 件,已公布 a 件,计划完成率 p%"""
        behind = [one for one in counts if one.end <= rate.start][-2:]
        if len(behind) != _PAIR or not alike(*behind) or not self.around.side_by_side(*behind, rate):
            return None
        base, part = behind
        return (part, base) if self._is_planned(base) and not self._is_planned(part) else None

    def _in_another_scale(self, bases: list[Number], part: Number, rate: Number) -> Number | None:
        """查处 b 万元,已追回 a 亿元,追回率 p%: what fits the rate once 亿 is 万."""
        if not bases or part.kind != "money" or not self.around.side_by_side(bases[0], part, rate) or not bases[0].low:
            return None
        right = Decimal(10) ** 4 * bases[0].low * rate.low / HUNDRED
        return bases[0] if abs(part.low - right) * HUNDRED < right else None

    def _led(self, counts: list[Number], rate: Number) -> tuple[Number, Number] | None:
        """开通率达到 p%:全县 b 个卫生室中,已有 a 个"""
        ahead = [one for one in counts if one.start >= rate.end][:2]
        if len(ahead) < 2 or not self.around.view.text.startswith((":", ","), rate.end) or not self.around.side_by_side(rate, *ahead):
            return None
        base, part = ahead
        return (part, base) if alike(base, part) and AMONG.match(self.around.view.text, base.end) else None

    def _all_there(self, part: Number, rate: Number) -> Number | None:
        """All there are, of this sentence or before it: 全市辖 b 个村。已有 a 个村建成,覆盖率 p%."""
        text = self.around.view.text
        if not _ALREADY.search(last_words(part.before)) or not self.around.side_by_side(part, rate):
            return None
        same = [
            one
            for one in (*self.around.before, *(number for number in self.around.near if number.end < part.start))
            if alike(one, part) and not one.change and (noun := _NOUN.match(text, one.end)) and text.startswith(noun.group(), part.end)
        ]
        return same[0] if len(same) == 1 and same[0].low >= part.low else None

    def _equipped(self, behind: list[Number], rate: Number) -> Number | None:
        """126个村(社区)配备法律顾问120个,覆盖率 p%: the things that a clause says have so many."""
        if len(behind) < 2 or not self.around.side_by_side(*behind[-2:], rate) or not alike(*behind[-2:]):
            return None
        base, part = behind[-2:]
        told = _EQUIPPED.fullmatch(part.before) is not None and base.low >= part.low
        return base if told else None

    def _counted_among(self, behind: list[Number], rate: Number) -> Number | None:
        """14个村(社区)中已有13个签约,覆盖率 p%"""
        if len(behind) < 2 or not self.around.side_by_side(*behind[-2:], rate) or not alike(*behind[-2:]):
            return None
        base, part = behind[-2:]
        words = self.around.view.text[base.end : part.start]
        return base if _AMONG_HAVE.fullmatch(words) and base.low >= part.low else None

    def _base_behind(self, counts: list[Number], part: Number, rate: Number) -> Number | None:
        """The denominator that follows the rate: 调解成功 a,成功率 p%,共受理 b."""
        base = next((one for one in counts if one.start >= rate.end), None)
        if (
            base is None
            or part.end > rate.start
            or not alike(base, part)
            or base.low < part.low
            or not self.around.side_by_side(part, rate, base)
        ):
            return None
        words, near = last_words(base.before), abs(part.low / base.low * HUNDRED - rate.low) < _FAR_OFF
        return base if near and "共" in words and _RECEIVED.search(words) and base.before.startswith(",") else None

    def _of_sentence_before(self, counts: list[Number], part: Number, rate: Number) -> Number | None:
        """抽查 w 所学校。其中已聘副校长的 a 所,聘任率 p%: the only one of the paragraph, at the head of a sentence that goes on about it."""
        if counts[0] is not part or not self.around.side_by_side(part, rate):
            return None
        said = self.around.said_before(part)
        text = self.around.view.text
        noun = text[part.end : part.end + 2]
        named = [one for one in said if is_hanzi(noun[:1]) and is_hanzi(noun[1:]) and text.startswith(noun, one.end)]
        if not part.before.lstrip().startswith(("其中", "经", "结果")) or len(said) > 1:
            return named[0] if len(named) == 1 == len(said) and named[0].low >= part.low else None
        return said[0] if said and said[0].low >= part.low else None

    def _told_behind(self, counts: list[Number], rate: Number, name: str) -> Number | None:
        """a 份案卷达到合格标准,合格率 p%: the number right before, whose clause goes on with what the rate is of."""
        part = counts[-1] if counts and self.around.side_by_side(counts[-1], rate) else None
        words = rate.before.partition(",")[0] if part is not None else ""
        return part if name[-2:] in words and not _denied(words, name[-2:]) else None

    def _with_the_rest(self, part: Number, counts: list[Number], rate: Number) -> Number | None:
        """覆盖村达到 a 个,覆盖率 p%,剩余 c 个: what there is of both together."""
        rest = next((one for one in counts if one.start >= rate.end), None)
        if rest is None or not alike(rest, part) or not _REST.fullmatch(rest.before) or not self.around.side_by_side(part, rate, rest):
            return None
        whole = Number(part.metric, part.start, rest.end, "", f"{part.face}+{rest.face}")
        whole.low = whole.high = part.low + rest.low
        return whole

    def _counts_all(self, base: Number, part: Number) -> bool:
        """Whether the words of `base` say that it is what there was, though `part` is more: 1246名干部参加考试."""
        words = last_words(base.before), self.around.view.text[base.end : part.start].partition(",")[0]
        return any(_WHOLE.search(said) for said in words)

    def _numerator(self, counts: list[Number], rate: Number, name: str) -> Number | None:
        """The count that two characters of the rate's name name, the last two before others: 办结 of 按期办结率."""
        for at in range(len(name) - 2, -1, -1):
            if name[at : at + 2] in _MANNERS:
                continue
            cores = (name[at : at + 2], *_SYNONYMS.get(name[at : at + 2], ()))
            hits = [one for one in counts if any(self._says(one, core) for core in cores) and not _DUE.search(last_words(one.before))]
            plain = [one for one in hits if not any(_denied(last_words(one.before), core) for core in cores)] or hits
            whole = [one for one in plain if not _QUALIFIED.search(last_words(one.before)) or _QUALIFIED.search(name)]
            exact = [one for one in plain if len(name) > 2 and last_words(one.before).endswith(name)]
            plain = exact or whole or sorted(plain, key=lambda one: -len(last_words(one.before)))
            behind = [one for one in plain if one.end <= rate.start]
            if plain and not behind and self._of_another_clause(counts, rate, plain[-1], name):
                return None
            if plain:
                return behind[-1] if behind else plain[-1]
        return None

    def _of_another_clause(self, counts: list[Number], rate: Number, part: Number, name: str) -> bool:
        """Whether a numerator behind a rate has its own: 合格率100%;抽检水产品46批次,合格45批次."""
        between = (one for one in self.around.near if rate.end <= one.start and one.end <= part.start)
        if any(one.kind == "percent" for one in between):
            return True
        bases = [one for one in counts if one.end <= rate.start and alike(one, part)]
        # 执法人员 b 人,持证率 p%,持证上岗 a 人
        beside = len(bases) == 1 and self.around.side_by_side(bases[0], rate, part) and ";" not in part.before
        return bool(bases) and not (beside and part.before.startswith("," + name[-2:]) and _is_nearly(part, bases[0], rate))

    def _says(self, number: Number, core: str) -> bool:
        """Whether the words of a number have `core`: 合格1209人, 1209人合格."""
        words = last_words(number.before)
        if core in words:
            return True
        behind = self.around.view.text[number.end : number.end + len(core) + 2]
        return _NO_NAME.search(words) is not None and core in behind and not any(mark in behind.partition(core)[0] for mark in ",。;、")

    def completion(self, at: int, number: Number) -> Ratio | None:
        """预算 w,决算 a,完成预算的 p%"""
        match = _COMPLETION.fullmatch(number.before)
        if not match or at < 2:
            return None
        base, part = self.around.row[at - 2], self.around.row[at - 1]
        if not alike(base, part) or part.change or base.change or not self._is_planned(base):
            return None
        return judge("completion", number, part, base, []) if base.low > 0 and number.exact else None

    def _is_of_some(self, name: str, part: Number, base: Number) -> bool:
        """签约 b 人,其中重点人群签约 a 人,重点人群签约率 p%: of how many of those whom the rate names is not told."""
        who, did = name[:-2], name[-2:]
        words, all_ = last_words(part.before).removeprefix("其中"), last_words(base.before)
        return len(who) > 1 and did in all_ and words.startswith(who) and who[:2] not in all_

    def _soft(self, name: str, part: Number, base: Number, rate: Number) -> bool:
        """Whether the denominator may be another one that is not stated."""
        if base.end < self.around.row.start and base in self.around.before:  # nothing else of its kind is told
            return _SOFT_RATE.search(name) is not None or _OPINION.search(name) is not None
        if self._is_of_some(name, part, base):
            return True
        return self._soft_here(name, part, base, rate)

    def _soft_here(self, name: str, part: Number, base: Number, rate: Number) -> bool:
        """Whether it may be another than one of this sentence."""
        if _COVERED.search(name) and base in (
            self._all_there(part, rate),
            self._equipped([base, part], rate),
            self._counted_among([base, part], rate),
        ):
            return False
        text = self.around.view.text
        first, last = min(base.start, rate.start), max(part.end, rate.end)
        between = text[base.end : part.start]
        named = last_words(part.before).endswith((name[-2:], "属实" if name.endswith("查实") else name[-2:]))
        received = _RECEIVED.search(last_words(base.before)) and named
        if last - first > _FAR or "。" in between or (";" in between and not received):
            return True
        if _are_due_and_done(base, part):
            return False
        if _OPINION.search(name):
            return not _ASKED.search(text, max(self.around.row.start, first - _FAR), part.start)
        in_time = name[:1] == "按" and "按" in last_words(part.before) and self.around.side_by_side(base, part, rate)
        if len(name) > 2 and (last_words(part.before).endswith(name) or in_time):
            return False  # 按期办结 a or 按时限要求办结 a,按期办结率 p%
        if self.around.side_by_side(base, part, rate):
            # 查出问题148个,截至11月底已整改到位141个: the day is that of the part.
            if _FOUND.search(last_words(base.before)) and (name[-2:] in last_words(part.before) or name[:2] in last_words(part.before)):
                return _PERIODS.search(text, max(self.around.row.start, first - _FAR), base.end) is not None
            if _OBJECT.fullmatch(last_words(base.before)) and name[-2:] in last_words(part.before):
                return _PERIODS.search(text, max(self.around.row.start, first - _FAR), last) is not None
        return _SOFT_RATE.search(name) is not None or _PERIODS.search(text, max(self.around.row.start, first - _FAR), last) is not None


def _is_nearly(part: Number, base: Number, rate: Number) -> bool:
    """Whether a number is what the rate gives, or differs from that as slips do: others behind a rate count something else."""
    wanted = plain((base.low * rate.low / HUNDRED).to_integral_value())
    return cut(rate).meets((cut(part) / cut(base)).times(HUNDRED)) or mistyped(plain(part.low), wanted)


def _are_due_and_done(due: Number, done: Number) -> bool:
    """Whether one number is what should have been and the other what was: 应出庭 b,实际出庭 a."""
    return _DUE_AND_DONE.fullmatch(f"{last_words(due.before)}/{last_words(done.before)}") is not None


def _is_of_year_before(number: Number) -> bool:
    """Whether a number is last year's; 上年审计查出 a is what this year's work began with."""
    words = last_words(number.before)
    return _YEAR_BEFORE.search(words) is not None and _FOUND.search(words) is None


def _denied(words: str, core: str) -> bool:
    """Whether `words` say `core` with a not before it: 不合格, 不予受理."""
    at = words.find(core)
    return at >= 0 and _NOT.search(words, max(0, at - 3), at) is not None
