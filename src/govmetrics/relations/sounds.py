"""Characters of the names of persons and places that sound the same."""

from __future__ import annotations

from typing import Final

# fmt: off
_GROUPS: Final = (
    "明铭鸣名", "彦砚燕艳雁", "源渊元媛园远", "伟玮炜苇纬", "俊峻骏竣", "志智治致", "健建剑", "华骅桦",
    "波博勃", "军君钧均", "平萍苹", "辉晖慧惠卉", "文雯", "宏洪鸿弘红", "凯恺楷", "涵晗",
    "浩皓昊", "杰洁捷", "静婧靖敬", "丽莉利", "琳林霖麟", "梅玫眉", "婷庭廷亭", "欣新鑫馨心",
    "宇雨羽禹玉钰瑜昱", "晨辰", "阳洋扬杨", "亮良", "飞菲霏", "刚钢", "勇永咏泳", "峰锋枫丰",
    "斌彬宾滨", "磊雷蕾", "进晋津", "胜生盛升圣", "冬东", "福富", "贵桂", "祥翔",
    "云芸耘", "兰岚澜", "珍真贞", "英瑛颖莹盈", "清青卿", "世士仕", "启琦其奇祺琪", "维唯巍",
    "广光", "成诚程承", "正政", "立力", "忠中", "毅义逸艺怡宜", "子紫梓", "佳嘉家",
    "荣蓉", "权全泉", "书舒", "继季", "先贤仙", "振镇震", "兴星",
)
# fmt: on


def sound_alike(one: str, other: str) -> bool:
    """Whether two characters sound the same."""
    return any(one in group and other in group for group in _GROUPS)
