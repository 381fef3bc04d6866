"""Rates and shares that may exceed 100 %."""

from __future__ import annotations

from typing import Final

from govmetrics.patterns import compile_

_NEVER: Final = compile_(
    # done against planned
    r"完成|执行|进度|超额|超[载编员负收]|占[^占]{0,16}(?:计划|指标|任务|(?:年初|全年|调整|年度)|预算[数的]|预算$|概算|估算|控制价|目标|序时|定额|定员|编制|核[定载]|额定|规划|限额|标准|需求|库容|常年|均值|平均|正常|上年|去年|同期|前年|上月)"
    # changes
    r"|增长率|增速|增幅|涨|变动|变化|上浮|加价|加成|溢价|通胀|通货膨胀|波动|弹性|增值率?$|保值|(?<!科技进步)贡献"
    # one quantity over another, not a part of a whole
    r"|自给|拨备|备付|流动性|准备金|偿[付债]|充足|产销|供销|销售率|周转|负债|债务|杠杆|利润率|收益|回报|毛利|净利|[利税汇]率|费率|费用率|换手|出栏|复种|繁|产羔|产仔"
    r"|拥有率|保有|清结|结收|收结|存贷|贷存|求人|效率|频率|(?<!成)功率|速率|赔付|成本率|产出[率比]|容积|倍率|分红|派息|发病|患病|生育率|抚养|性别|市盈|市净"
    r"|资本|安全边际|对外依存|投保|认购|中签|担保|抵押|诉讼率|(?:电话|手机|移动|宽带|网络|网民|[45]G)[^、,]{0,6}(?:普及|渗透)|(?<!期限内)(?<!审限内)(?<!限内)(?<!按期)(?<!按时)(?<!及时)(?<!期)结案|执结"
    r"|利润[^,]{0,6}占|(?:流动|速动|权益|负债|产权)比率|净留存|(?:扣除|抵扣|配比|缴费|增长|补助|补偿|补贴|赔偿|放大|杠杆|收储|比价|持仓|担保)比例"
    # stocks and flows against the product of a year, and parts of what may be negative
    r"|(?:债|贷款?|存款|货币|信贷|进出口|贸易|融资|市值|资产|保费|社融|M2|投资|预算支出|财政支出).{0,12}占[^占]{0,10}(?:GDP|生产总值|国民收入)"
    r"|(?:支出|成本|费用|投入|缺口|赤字|债).{0,12}占[^占]{0,12}(?:收入|财力|利润|产值|销售)|占[^占]{0,12}(?:利润|增量|增加额|净增|增长额|顺差|逆差|亏损|盈利|差额|净资产|实收)"
)
_SELDOM: Final = compile_(
    r"(?:入[学园]|接种|建档|巩固|满编|续费|使用|利用|开工|竣工|建成|到位|收缴|征缴|征收|清缴|入库|上缴|收回|回款|参保|审结|达产|满产|上座|入住|出租|投产|负荷|投资|配备|清收|保障|储备|平衡|招生|支出|拨付)率$|比例$"
)
_LIMIT: Final = 130
"""What rates that are usually below 100 % may reach where plans or capacities are exceeded."""


def may_exceed(label: str) -> bool:
    """Whether what `label` names may be more than 100 %."""
    return _NEVER.search(label) is not None


def usual_limit(label: str) -> int:
    """The percentage above which a figure of `label` cannot be right."""
    return _LIMIT if _SELDOM.search(label) else 100
