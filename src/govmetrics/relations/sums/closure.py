"""Which enumerations name all parts of their whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from govmetrics.numerals import parse
from govmetrics.patterns import compile_

if TYPE_CHECKING:
    from collections.abc import Sequence

    import regex

    from govmetrics.relations.sums.parts import Part

# Names that leave nothing out; | stands between ways to say one.
_SETS: Final[tuple[tuple[str, ...], ...]] = (
    ("男", "女"),
    ("城镇|城市", "乡村|农村"),
    ("旧存|上年结转|上年结余|上年未结|结转", "新收|新立|本年新"),
    ("第一产业|一产", "第二产业|二产", "第三产业|三产"),
    ("第一产业|一产", "第二产业|二产", "第三产业|三产", "居民生活|居民用电|生活用电"),
    ("企业", "个体", "合作社"),
    ("少数民族", "汉族"),
    ("专职", "兼职"),
    ("非农", "农业"),
    ("非党员", "党员"),
    ("重复", "初次|首次"),
    ("实名", "匿名"),
    ("集中供养", "分散供养"),
    ("瑕疵|不规范|不齐全", "齐全|规范|完整"),
    ("自然人|公民", "法人"),
    ("即办件", "承诺件"),
    ("本金", "利息"),
    ("因公出国", "公务用车", "公务接待"),
    ("购置费|公务用车购置", "运行维护费|运行费|公务用车运行"),
    ("人员经费|人员支出", "公用经费|公用支出"),
    ("工资福利", "个人和家庭"),
    ("个访|个人访|个体访", "集体访"),
    ("来信", "来访", "网信|网上信访|网上投诉|网络信访"),
    ("来信", "来访", "网信|网上信访|网上投诉|网络信访", "来电"),
    ("不合格", "合格"),
    ("超标|不达标|未达标", "达标"),
    ("不合格", "优秀", "合格"),
    ("不合格", "优秀", "良好", "合格"),
    ("上半年", "下半年"),
    ("市本级|区本级|县本级|省本级|本级|市院|市局", "基层院|下级|各区|各县|县区|县级|乡镇|区县|镇级"),
    ("中央级|中央财政|中央赤字", "地方级|地方财政|地方赤字"),
    ("一般公共预算", "政府性基金", "国有资本"),
    ("一般公共预算", "政府性基金"),
    ("夏粮", "秋粮"),
    ("夏粮", "早稻", "秋粮"),
    ("合伙所|合伙制", "个人所", "国资所"),
    ("不满意", "基本满意|比较满意|较满意", "满意"),
    ("公办|公立", "民办|私立"),
    ("本年收入|当年收入", "上年结转|上年结余"),
    ("非税收入|非税", "税收收入|税收"),
    ("出口", "进口"),
    ("商品零售", "餐饮"),
    ("货物", "工程", "服务"),
    ("不予受理", "受理", "告知", "撤回"),
    ("基本支出", "项目支出"),
    ("建议", "提案"),
    ("新能源", "燃油|传统能源"),
    ("线上|网上|网络", "线下|窗口|现场"),
    (
        "直接答复|直接解答|直接办理|直办|自行处理|自行办理|自办|在线答复|在线解答|即时答复|当场答复",
        "转办|转社区|转相关|转有关|转各|派单|交办|转派|派转|分派|派发|转交|转送",
    ),
    ("已整改|已改|完成整改|整改到位|整改完成", "未整改|未改|正在整改|正在推进|推进中"),
    ("“好”", "“较好”", "“一般”"),
    ("“好”", "“较好”", "“一般”", "“差”|“较差”"),
    ("一季度", "二季度", "三季度", "四季度"),
    ("国家级", "省级", "市级"),
)
# Names that do not overlap, though there may be more.
_KINDS_APART: Final[tuple[tuple[str, ...], ...]] = (
    ("刑事", "民事|民商事", "行政", "执行", "赔偿"),
    ("刑事检察", "民事检察", "行政检察", "公益诉讼"),
    ("一审", "二审", "再审"),
    ("不予受理", "受理", "告知", "撤回"),
    ("维持", "驳回", "撤销", "变更", "确认", "责令", "终止", "调解|和解", "不予受理"),
    ("胜诉", "败诉", "撤诉", "未审结|未结"),
    ("机关", "学校|校园", "企业", "社区", "农村|乡村", "家庭", "工地", "医院", "景区", "广场", "军营"),
    ("国有企业", "民营企业", "外资企业|外商"),
)
Group: TypeAlias = "tuple[tuple[str, ...], ...]"
"""The members of a set, each with the ways to say it."""
# What cases and requests come to: a report that tells so many of these mostly tells all.
_OUTCOMES: Final[tuple[tuple[str, ...], ...]] = (
    ("维持", "驳回", "撤销", "变更", "确认违法|确认", "责令履行|责令", "终止", "调解|和解"),
    ("不予公开", "部分公开", "予以公开", "无法提供", "不予处理", "其他处理"),
)
_TOLD = 4
_UNENDED = compile_("(?:尚未|未)(?:审结|办结|结案)|正在审理")
_ENDED = compile_("驳回|撤诉|撤回|维持|撤销|败诉|胜诉|调解|和解|终止|确认|责令|变更")


def _read(groups: Sequence[tuple[str, ...]]) -> tuple[tuple[Group, ...], regex.Pattern[str]]:
    """The groups with what `|` parts, and a pattern of all their words: most names have none of them."""
    read = tuple(tuple(tuple(member.split("|")) for member in group) for group in groups)
    return read, compile_("|".join(sorted({word for group in read for member in group for word in member}, key=len)))


SETS, _IN_SETS = _read(_SETS)
_OUTCOME_GROUPS, _ = _read(_OUTCOMES)
_DISJOINT, _IN_DISJOINT = _read(_KINDS_APART)
_OTHERS = compile_(r"其[他它余](?!项目|费用管理)|剩余|余下|另有(?!规定|约定|要求|说明)|[及和]其[他它]|余(?:为|均)?$")
_COUNTED = compile_(
    r"([一二两三四五六七八九十])(?:大?类|个?部分|项|种|个?方面|个?渠道|级|块)(?:组成|构成)?(?:[,。;)]|$)|(?:共同)?(?:组成|构成)(?:[,。;)]|$)"
)
_MONTHS = compile_(r"(?<![\d年])(\d{1,2})月")
_PARTIAL = compile_("主要|前[三四五六七八九十]位?|居前|较多|尤其|特别是|重点是?|仅|超过|不同程度|例如|比如")
_OVERLAP = compile_("涉及多[项个类]|并处|并用|多渠道|分别计入|(?<!不)重复|(?<!不)交叉|同时|一案多|兼|多选|既(?!有)")
_KINDS = compile_("民间|民营|外资|技改|高技术|新产品|基础设施|房地产|工业|制造业|服务业|国有")
# What is said of things besides their kind: one may have several.
_MANNERS = compile_(
    "[男女]|少数民族|学历|本科|研究生|大专|[岁龄]|党员|委员|职称|资格|妇女|基层|专职|兼职|第一书记|派出|主持|当年|新开工|新建|续建(?!项目)|免费|小时|无障碍|新能源|护理|寄宿|农村|城镇"
    "|车道|路面|初次|联名|匿名|重复|简易|涉企|重度|享受|民营|国有|规上|高新|线上|线下|面向|高校|即办|网办|以上|以下|首次"
)
_PAIR = 2
_DENIED = compile_("[不未](合格|规范|齐全|达标|满意)")
_FOUND = compile_("抽[检查样]|检出|检[验测查]|发现|查出|首次|总体|经|评[定为查]|[初一]检|存在|结果|的|有|为|“")
_PARTY = compile_(
    "^[^/]*党员[^/]*/[^/]*(?:[女男]|少数民族|学历|本科|大专|青年|骨干|退役|退伍|干部)|^[^/]*(?:[女男]|少数民族|学历|本科|大专|青年|骨干|退役|退伍|干部)[^/]*/[^/]*党员"
)
_TRAITS = compile_("女|少数民族|学历|本科|研究生|大专|岁以[上下]|党员|职称|农村|非公")


def closed(parts: Sequence[Part], lead: str, tail: str) -> str:
    """Why `parts` must make up their whole, or nothing.

    Args:
        parts: at least one.
        lead: the sentence up to the parts.
        tail: what follows the last part.
    """
    if len(parts) < 2 or tail.startswith("等"):
        return ""
    names = [part.name for part in parts]
    counted = _COUNTED.match(tail) or (_COUNTED.search(tail[:10]) if tail[:1] not in ",。;" else None)
    if counted and _count(counted.group(1), len(parts)):
        return str(counted.group().rstrip(",。;)"))
    if _OTHERS.search(names[-1]) and not names[-1].startswith(("其余各", "其他各")):
        return names[-1]
    if all(_MONTHS.search(name) for name in names) and len(parts) == 3 and "季度" in lead:
        return "季度"
    return members(names)


def counted(why: str) -> bool:
    """Whether parts make up their whole because they are said to be so many: 三类, 两部分组成."""
    return _COUNTED.match(why) is not None


def outcomes(names: Sequence[str], least: int = _TOLD) -> bool:
    """Whether `names` are different outcomes, `least` of them: of so many as are told mostly few can be left."""
    for group in _OUTCOME_GROUPS:
        places = [next((at for at, member in enumerate(group) if any(word in name for word in member)), -1) for name in names]
        if -1 not in places and len(set(places)) == len(names) >= least:
            return True
    return False


def members(names: Sequence[str]) -> str:
    """The set of names that `names` are, one each; nothing where there is none."""
    if not names or not _IN_SETS.search(names[0]):
        return ""
    for group in SETS:
        if len(group) == len(names) and _matches(group, names):
            return "、".join(member[0] for member in group)
    return ""


def all_told(names: Sequence[str]) -> bool:
    """Whether `names` are different ends of cases, the last of which is that there is none yet: 驳回、撤诉、败诉、尚未审结."""
    *ended, last = names
    return len(names) >= _TOLD and _UNENDED.search(last) is not None and all(_ENDED.search(name) for name in ended)


def siblings(names: Sequence[str]) -> bool:
    """Whether `names` are different members of one set, be it that some are left out."""
    return _belong(SETS, _IN_SETS, names)


def disjoint(names: Sequence[str]) -> bool:
    """Whether `names` are kinds of which nothing is two, be it that some are left out."""
    return _belong(_DISJOINT, _IN_DISJOINT, names) or siblings(names)


def _belong(groups: Sequence[Group], words: regex.Pattern[str], names: Sequence[str]) -> bool:
    if not all(words.search(name) for name in names):
        return False
    for group in groups:
        places = [next((at for at, member in enumerate(group) if any(word in name for word in member)), -1) for name in names]
        if -1 not in places and len(set(places)) == len(names):
            return True
    return False


def partial(words: str) -> bool:
    """Whether `words` say that only some parts are named."""
    return _PARTIAL.search(words) is not None


def overlap(parts: Sequence[Part], words: str) -> str:
    """Why parts may overlap: it is said, or they are traits of people."""
    match = _OVERLAP.search(words)
    if match:
        return str(match.group())
    kinds = [part.name for part in parts if _KINDS.search(part.name)]
    if any("民" in name or "外资" in name or "国有" in name for name in kinds) and len(kinds) > 1:
        return kinds[-1]  # by owner and by trade at once
    if len(parts) == _PAIR and _PARTY.search(parts[0].name + "/" + parts[1].name):
        return parts[1].name  # 其中党员 a 名、妇女 b 名
    traits = [part.name for part in parts if _TRAITS.search(part.name)]
    return traits[-1] if len(parts) > 2 and len(traits) > 1 and parts[0].number.unit in ("人", "名", "位") else ""


def mixed(names: Sequence[str]) -> bool:
    """Whether one thing may be several of `names`: 女性 and 大专以上."""
    return not disjoint(names) and any(_MANNERS.search(name) for name in names)


def _matches(group: Group, names: Sequence[str]) -> bool:
    left = list(names)
    for member in group:
        hit = next((name for name in left if any(word in name for word in member)), None)
        if hit is None:
            return False
        left.remove(hit)
    return len(names) != _PAIR or not _of_others(names)


def _of_others(names: Sequence[str]) -> bool:
    """Whether what is denied is of something else than what is told: 实体合格, 文书制作不合格."""
    for name, other in (names, reversed(names)):
        if denied := _DENIED.search(name):
            what, its = (_FOUND.sub("", words) for words in (name[: denied.start()], other[: max(0, other.rfind(denied.group(1)))]))
            return bool(what) and what != its
    return False


def _count(written: str | None, number: int) -> bool:
    value = parse(written) if written else None
    return value is None or value.low == number
