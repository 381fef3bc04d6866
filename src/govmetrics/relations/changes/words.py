"""The words in which clerks tell a change: before the level it starts from, before the one it reaches, before the change itself."""

from __future__ import annotations

from govmetrics.patterns import compile_

UP = (
    "增产|延长|增收|增支|净增|增多|增加|增长|提高|上升|提升|扩大|扩充|攀升|跃升|回升|增|升|涨|上调|拓展|壮大|上涨|突破|发展|扩展|增强|提|扩"
)
DOWN = "减产|减收|减支|降低|下降|减少|压减|压缩|缩短|缩减|回落|下调|精简|收窄|降|减|缩|跌|下滑|核减|压降|压"
YEAR = r"(?:\d{4}|[一二][〇零○一二三四五六七八九]{3})年"
YEARS = r"(?:[一二两三四五六七八九十]{1,2}|\d{1,2})年"
"""A number of years; no date, of which more digits are written."""
_YEAR_BEFORE = "上年|去年|上一年|前年|上年度|上一年度|头年"
HINT = compile_("[增减升降多少翻倍压缩跌涨落提扩高低超达至到]")
"""What a sentence without any of has no change in."""
OPENING = compile_("年初[^,。;:]{0,18}$")
CLOSING = ("年末", "年底")
OF_LAST_YEAR = compile_("(?:而)?(?:上年|去年)(?!末|底|的|同)")
MEAN = compile_("[,、(](?:(?:日|月|周|季|户|人|件|场)均|平均每[\u4e00-\u9fff]{1,2})(?:约|近|为|达)?")
FROM = compile_(r"(?:由|从|自|從)[^,。;:]{0,18}$")
TO = compile_(
    rf"(?:\)|,)?(?:又|再|逐步|大幅|大幅度|进一步|持续|稳步|快速|迅速|已|已经|将|逐年|直接|一举|显著|明显|成功|历史性|一路|猛|激|陡|骤|急剧|年末|年底)*(?P<verb>{UP}|{DOWN}|变|转|调整|优化|延伸|恢复)?"
    rf"(?:到|至|为|成|达到?)了?(?:目前|现在|今年|当前|本年|(?P<year>{YEAR})度?(?:末|底)?|\d{{1,2}}月(?:份|末|底)?|年末|年底|年终|现有|期末)?的?"
    r"(?:预算|預算|计划|决算|決算|实际)?的?"
)
WHEN = rf"{_YEAR_BEFORE}|上期|上月|上季度?|上半年|年初|期初|上年末|去年末|{YEAR}|\d{{1,2}}月份?|[一二三四]季度|第[一二三四]季度|前期|同期|[一二三四五六七八九十两几\d]+年前|基期"
BASE = compile_(
    rf"[,(;]?(?:而|同比|相|在)?(?:比|较|相比|与|(?P<way>高于|超过|多于|低于|少于|不及))?(?P<when>{WHEN})(?:同期|同月|末|底|度|年)?"
    r"(?:的|为|是|有|共|决算|预算|公布|完成|执行|实际|支出|收入|总数?|数|水平|余额|存量|人数|件数|存款|贷款|同类|案件|仅|只|[:])*\(?"
)
DONE_BEFORE = compile_("[,;](?:而)?(?:上年|去年)(?:同期|全年)?(?P<name>[\u4e00-\u9fff]{2,4}?)(?:了|为|共|仅)?")
NAMED_CLAUSE = compile_(r",(?P<name>[\u4e00-\u9fff]{2,8}?)(?=比|较)")
LOOSE_BASE = compile_(r"(?:比|较)(?P<when>[^,。;:()]{0,16})")
LED_BASE = compile_(r"(?:比|较)(?P<when>[^,。;:()]{2,16})$")
_SAID_SO_FAR = "相比较?|作比较|比较|对比"
AGAINST = rf"(?:比|较|与|同)(?P<against>[^,、。;:()\d]{{0,3}}(?:{WHEN})[^,、。;:()]{{0,8}}?)(?:相比|相较)?"
_DONE = "出栏|产出|支出|收入|发放|投入|拨付|完成|受理|办理|接待|安排|争取|筹集|销售|支|收|用|花|办|发"
_COMMON = (
    rf"净|共|累计|合计|{YEARS}(?:间|来|内|中|时间)?|期间|实现|高达|仅|只|大幅度?|略|小幅|相应|整体|总体|同步|进一步"
    rf"|增幅|降幅|增速|增长率|升幅|涨幅|减幅|跌幅|增率|幅度|比例|下降率|增长幅度|下降幅度|上升幅度|分别|为|达到|达|约|近|了|的|仅|也|并|即|又|再|则|率先|名义|高出?|(?:数量|总量|规模)上|[多少](?:{_DONE})|多|少|出|翻|新(?=增)|{UP}|{DOWN}"
)
NEUTRAL = compile_(
    rf"(?:的(?:占比|比重|比例|水平|数))?(?:{_SAID_SO_FAR})?(?>[,、;() ]|同比|环比|{AGAINST}(?=[,、;()]|同比|环比|净|共|大幅|略|{UP}|{DOWN}|多|少|$)|{_COMMON})*+"
)
SAME_PERIOD = compile_(rf",?同比(?:{UP}|{DOWN})+了?")
RESUMED = compile_(
    rf"(?:(?:与|同|比|较|和)[^,。;]{{0,6}}(?:{WHEN})[^,。;]{{0,6}}(?:相比|比较)?|同比),?(?P<name>[^,。;:]{{2,16}}?)?(?:各|均|分别|同时|共|净)?(?:{UP}|{DOWN})+了?"
)
RESUMED_BASE = compile_(
    rf"(?:与|同|比|较|和)[^,。;:()]{{0,4}}(?:{WHEN})(?:同期|末|底|度|的)*(?P<name>[^,。;:()]{{0,14}}?)(?:的|决算|预算|执行|实际|完成|数|金额)*"
)
RESUMED_CHANGE = compile_(rf"(?:{_SAID_SO_FAR})?,?(?>{_COMMON})*(?:{UP}|{DOWN}|多|少)了?")
NAMED_BASE = compile_(rf"[,(](?:比|较)(\d{{4}}年)度?([^,。;:()\d]{{2,10}}?)(?:{UP}|{DOWN})+(?:了)?")
TIMES_BASE = compile_(rf",?[\u4e00-\u9fff]{{0,6}}?(?:是|为|相当于|达|达到)(?:{WHEN}|原来|原先|基期)(?:同期|末|底|度)?的?(?:约|近)?")
REACHED = compile_(r",?(?:现|目前|已|现已|目前已)?(?:达|达到|增至|升至|增加到|增长到|降至|减至|为|共有?|有)了?")
BEHIND = compile_(
    rf"[,;(](?:而)?(?P<when>{_YEAR_BEFORE}|上期|上月|上季度|{YEAR})(?:同期|同月|末|底|度|全年)*(?P<name>[\u4e00-\u9fff]{{0,8}}?)(?P<is>为|是|有|共|仅|只|达)*"
)
TOTAL = compile_(
    rf"[,、](?:(?:到|至){YEAR}(?:末|底)?|年末|年底)?(?:总数|总量|总额|总规模|规模|总计|总人数)?(?:已|将|现已|约|近|可)*(?:达到?|增至|增加到|增长到|升至|降至|减至|减少到)?了?(?:约|近)?"
)
TOTAL_SIGN = compile_("总|规模|达|至|到")
GROWN = compile_(r"(?<!新)(?:净增|增加|增长|增产|增支|增收|减少|减产|减收|减支|净减少|[多少](?=了))了?(?:约|近)?$")
OVER_YEARS = compile_(rf"累计|以来|期间|(?<![\d〇零○一二三四五六七八九]){YEARS}|届|新增")
OTHER_PLACE = compile_(r",?(?P<way>高出|高于|超出|超过|领先|优于|低于|少于|落后)(?:[^,。;:()\d]{1,14})\(?")
LAST_YEARS_RATE = compile_(r"(?:上年|去年|上一年)(?:度)?(?:同期)?(?:的)?(?:该|这一|同)?(?:指标|数字|比率|比例|占比|值)?(?:为|是)")
SINCE_THEN = compile_(rf",(?:今年|本年度?|同比)?(?:{UP}|{DOWN})了?")
LEADS = compile_(
    r",(?:我[省市县区局]|本[省市县区]|比[全其][国省市]?(?:平均)?(?:水平)?)?(?:高|超|领先)(?:出|于|过)?(?:[全其][国省市]?(?:平均)?(?:水平)?|目标值?|计划值?)?"
)
OF_OTHERS = compile_(r"全[国省市](?:的)?(?:平均|总体)")
AIM = compile_("目标|计划")
ACTUAL = compile_(r",(?:实际|最终)?(?:达到|为|完成)")
VERB = compile_(rf"(?:[多少](?:{_DONE})|了|又|再|净|共|大幅|略|小幅|仅|相应|同比|环比|{UP}|{DOWN})+(?:了|约|近)?")
IS_TIMES = compile_(r"\)?(?:的|之)?(?:约|近)?")
LAST = compile_(r"(?:这一|该|上述)(?:数字|数据|数值|比例|指标|占比|总量|规模)[^,。;:]{0,4}")
DOWNWARD = compile_(rf"^(?:{DOWN})")
UPWARD = compile_(rf"^(?:{UP})")
THEN = compile_(
    rf"(?:“?[一二三四五六七八九十]{{1,3}}五”?[末初]期?|当初|成立之初|去年|上年度?|上一年度?|(?P<year>{YEAR})度?)(?P<what>[^,。;:()]{{0,18}})$"
)
NOW = compile_(
    rf"[,;](?:而|到了?|至|截至)?(?:如今|现在|今年|本年度?|当年|(?P<year>{YEAR})度?)(?:同期|[一二三四]季度|上半年|前三季度|全年|\d{{1,2}}月份?|末|底)*"
    r"(?P<what>[\u4e00-\u9fff]{0,10})"
)
IDLE = compile_(rf"^(?:则|又|已经?|将|就|仅|共|只)+|(?:则|又|已经?|将|就|仅|共|只)*(?:{UP}|{DOWN})?(?:为|是|有|达到?了?|到|至)+$")
PERIOD = compile_(r"[一二三四]季度|上半年|前三季度|\d{1,2}月|末|底|初")
COMPARED_BASE = compile_(
    rf"[,;](?:如果?|若)?(?:同|与|和|跟|比|较)(?:[^,。;:()]{{0,24}}(?:的|—))?(?:{WHEN})(?:同期|末|底|度)?(?:的|实际|水平)*"
)
COMPARED_WITH = compile_(rf"(?:同|与|和|跟|比|较)[^,。;:()]{{0,24}}(?:{WHEN})[^,。;:()]{{0,16}}$")
AGAINST_WHEN = compile_(AGAINST)
COMPARED_CHANGE = compile_(rf"(?:{_SAID_SO_FAR}),?(?>{_COMMON})*(?:{UP}|{DOWN}|多|少)了?")
COMPLETED = compile_(r"[,、(]?(?:为|占|完成)了?(?:年初|全年|年度|调整|本级|上级|下达的?)*(?:预算|计划|任务|目标)数?的?(?:约)?")
THAT_IS = compile_(r"[,、]?即(?:为|约)?")
SWUNG = compile_(rf"(?:转|变|扭转|由降转)(?:到|至|为|成)?(?:同比|今年)?(?:{UP}|{DOWN})+了?")
SPAN_ALONE = compile_(r"[,、;(]?(?:短短|仅|仅用|在)?")
MORE = compile_(
    rf"(?<![至最不减很较更])(?P<way>多|少)(?:了|出了?|(?:{_DONE})了?)$|(?:比|较)[^,。;:]{{0,14}}(?P<more>多|少)[\u4e00-\u9fff]{{1,2}}了?$|(?P<less>[,;](?:压缩|压减|削减|核减|调减|缩减|缩短|节约|节省)了?|(?:压减|压缩|精简|缩减|下降|减少|降低)(?:比例|幅度)(?:为|达)?)$"
)
# 较上年的 a 压减 d: the base that stands between hides from the words around that this is a change.
BEHIND_BASE = compile_("(?:(?P<less>压减|削减|核减|调减|压缩|缩减|节约)|调增|增拨|多收)了?")
GAINED = compile_("[,;](?:净)?(?:新增|多出?[\u4e00-\u9fff]{1,2})了?")
"""Said behind from a to b, what it grew by; elsewhere a level."""
HIGHER = compile_("(?P<way>高|低)(?:出|了)?$")
FROM_ALONE = compile_(rf"[,(](?:由|从)(?:(?:{WHEN})(?:同期|末|底|度)?的?)?[\u4e00-\u9fff]{{0,3}}")
LAST_YEARS = compile_(r"[,;](?:而)?(?:上年|去年|上一年度?)(?:同期)?(?P<what>[\u4e00-\u9fff]{2,6}?)(?:为|了|达)?")
LED_YEARS = compile_(rf" *(?:近|最近|过去|这|过去的)?(?P<years>{YEARS})(?:来|间|中|以来)?(?:,|由|从)")
ANNUAL = compile_(
    rf"[,、;(]?(?:(?P<years>{YEARS})(?:间|来|内)?)?,?(?:年均|平均每年|每年平均|年平均|每年)(?:复合)?"
    r"(?:递增|递减|增长率|增长|增加|增幅|增速|下降|减少|提高|上升)+(?:为|达到?|约|了|速度)*"
)
EXEMPT = compile_(
    "可比|不变价|口径|剔除|扣除|修订|普查|实际增长|实际下降|(?<!以[^,。;]{1,12})名义|还原|调整后|并表|划转|撤并|未舍入|同比例|基数|核定|重新"
)
FAR = 160
"""Characters around the levels in which words may excuse them."""
CONSTANT_PRICE = compile_("生产总值|增加值|GDP|产值|国民收入|社会产品")
OTHER_BASIS = compile_("可支配|纯收入|人均|收入水平|消费|工资|固定资产|规模以上|规上|限额以上")
"""Of these the growth over years is mostly said less the rise of prices, or of those that were counted in both years."""
PRICED = compile_("可支配|纯收入|收入水平|消费|工资")
MONTH = compile_(r"(?<!\d)(\d{1,2})月")
_YEAR_SIGN = compile_(rf"({YEAR})")
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")


def year_of(words: str) -> int | None:
    """The first year that is written in `words`, in Arabic digits or one Chinese digit after the other."""
    match = _YEAR_SIGN.search(words)
    return number_of(match.group()) if match else None


def number_of(year: str) -> int:
    """The number of 2023年 or 二〇二三年."""
    return int(year[:4].translate(_DIGITS))
