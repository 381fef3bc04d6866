"""The words before a figure: which of them name what is measured, and which only lead to it."""

from __future__ import annotations

from typing import Final

from govmetrics.patterns import compile_
from govmetrics.words import ending, suffix

ASIDE = compile_(r"\([^()]*\)")
BLANK = str.maketrans(dict.fromkeys("“”\"'《》* \n", ""))
_LINKS = ending(
    (
        "为", "是", "达", "达到", "约", "近", "超", "超过", "突破", "已", "均", "分别", "共", "累计", "共计", "总计", "合计", "有", "了", "的", "由", "从", "比", "较",
        "上年", "去年", "上年度", "上一年", "上年末", "上年同期", "去年同期", "同期", "同比", "环比", "比上年", "较上年", "增长", "下降", "提高", "提升", "上升", "上涨",
        "下跌", "增加", "减少", "降低", "增", "降", "升", "回落", "到", "至", "稳定", "保持", "维持在", "控制", "高于", "低于", "不低于", "不少于", "不超过", "连续",
        "仅", "只有", "在", "过", "全部", "实际", "再", "又", "大约", "逾", "超额", ":", "、", "和", "与", "及", "一共", "总量", "总数", "数量", "年末", "末",
        "全年", "今年", "其中", "最终", "平均", "平均达到", "同步", "快速", "小幅", "持续", "以", "跃升", "攀升", "实现", "完成", "下滑", "收窄", "扩大", "达成", "优化",
        "压减", "压缩", "缩短", "缩小", "当年", "本年", "高达", "目前", "年度", "分别为", "双双", "继续", "大幅", "力争", "确保", "累计达", "总共", "规模", "站上", "迈上", "跨上", "平均值", "均值",
        "预计", "预期", "目标", "初步核算", "顺利", "左右", "高出", "逐步", "每年", "累计为",
        "首次", "压降", "壮大到", "发展到", "扩充到", "变为", "年初",
    )
)  # fmt: skip
_KEEP = ending(
    (
        "调解成功", "经济总量", "网上实现", "已完成", "任务完成", "整改完成", "年度完成", "按期完成", "占比", "压缩比", "压减比", "新增", "净增", "收到", "接到", "受到", "现有", "共有", "拥有",
        "持有", "设有", "实有", "细化为", "分解为", "明确为", "通过", "参与", "涉及", "惠及", "普及", "作为", "分为", "行为", "标的", "握手言和",
        "案结事了",
    )
)  # fmt: skip
_HAS: Final = ("共有", "现有")
"""What the place that has something stands before (全县共有), and is the only name there is; but not a longer one (村法律顾问共有)."""
_LONG: Final = 6
SUMS = (
    "合计",
    "共计",
    "总计",
    "一共",
    "总共",
    "两项共",
    "三项共",
    "合计为",
    "共",
    "占",
    "占比",
    "平均",
    "人均",
    "均",
    "其余",
    "其他",
    "其中",
    "另有",
    "实现",
    "完成",
    "目标",
    "全部",
)
_BASE = compile_(
    r"(?:(?<![占缩减])比|较|由|从|(?<!参)与)(?:上年|去年|上一年|前一?年|年初|上年度|(?:19|20)\d\d年度?)?(?:末|底|初|同期)?的?$"
    r"|(?:比|较|由|从)(?:上年|去年|上一年|(?:19|20)\d\d年).{0,6}的$"
)
_BASE_ENDS: Final = "比较由从与末底初期的年"
_BECOMES_BEGINS: Final = "左以的提上下增减降升压缩扩拓回跃"
_BECOMES = compile_(
    r"(?:左右|以上)?的?(?:提高|提升|上升|下降|增加|减少|降|降低|升|增长|压缩|缩短|扩大|扩展|拓展|缩小|回落|跃升)(?:到|至|为)"
)
ENUMERATED = compile_(r"(?:左右|以上|以内|多|余)?[、,和与及]")
_OF_SEVERAL = compile_("、|以及|和|(?<!参)与|(?<![普涉惠])及(?![时格])")
_AND: Final = ("、", "和", "与", "及", "以及")
RATES: Final = ("增速", "涨幅", "增幅", "降幅", "增长率", "降低率", "下降率", "涨跌幅")
CUTS: Final = ("压减", "压缩", "精简")
"""Verbs that say by how much something was cut."""


def stripped(clause: str) -> str:
    """`clause` without the words that lead from a name to its figure."""
    while clause:
        found = suffix(clause, _LINKS)
        if len(clause) > _LONG and clause.endswith(_HAS):
            found = len(_HAS[0])
        elif not found or suffix(clause, _KEEP) > found:
            return clause
        clause = clause[:-found]
    return clause


def distributed(name: str, parts: int) -> list[str]:
    """The names of `parts` figures that share the end of `name`; empty where it does not name so many."""
    if parts == 2 and "城乡" in name and not name.endswith(_AND):
        return [name.replace("城乡", side, 1) for side in ("城镇", "农村")]
    names = _OF_SEVERAL.split(name)
    if len(names) == parts > 1 and all(one.endswith("率") for one in names):
        return names
    if parts < 2 or len(names) != parts or not all(names) or len({len(one) for one in names[:-1]}) > 1:
        return []
    tail = names[-1][len(names[0]) :]
    return [*(one + tail for one in names[:-1]), names[-1]]


def joined(name: str, label: str) -> bool:
    """Whether `name` lists several things, of which `label` is one: 批次、人次."""
    behind = name[name.rfind(label) + len(label) :]
    return behind.startswith(_AND) and behind not in _AND


def compared(clause: str, behind: str) -> bool:
    """Whether a figure between `clause` and `behind` is what another one is compared with: 由5件增至, 比上年的5件."""
    return bool((clause[-1:] in _BASE_ENDS and _BASE.search(clause)) or (behind[:1] in _BECOMES_BEGINS and _BECOMES.match(behind)))
