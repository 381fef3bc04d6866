"""甲县报告里的“乙县司法局举办…”: another county's or town's name in a report that was copied from it."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem
from govmetrics.patterns import compile_
from govmetrics.relations.sounds import sound_alike
from govmetrics.relations.words_around import places, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.model import Span
    from govmetrics.view import View

GROUP: Final = "structure"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("出现其他县、区、乡镇的名称", "another county's or town's name")
WHY: Final = Phrase(
    "本县（区、乡镇）的报告里，主语却是外县（区、乡镇）的部门，多是借用外地材料没有改全。学习考察、对口帮扶、跨区域协作等不算。",
    "In the report of a county, district or town the department of another one acts: the text was borrowed and not changed throughout. "
    "Visits, partnerships and cooperation are left out.",
)
BAD: Final = (
    ("岚峰市林业局2021年法治政府建设情况报告\n岚峰市林业局扎实推进。\n起草的《澜峰市古树名木保护管理办法》审议通过。\n", "澜峰市"),
    ("青枫镇2018年法治政府建设情况报告\n青枫镇扎实推进。\n在青峰镇便民服务中心增设窗口1个。\n", "青峰镇"),
    (
        "东岭区市场监督管理局2023年法治政府建设年度报告\n2023年，东岭区市场监督管理局扎实推进。\n针对热点问题，西陵区局机关及12个所建立月报制度。\n",
        "西陵区",
    ),
    ("云泽市2023年法治政府建设情况报告\n云泽市扎实推进。\n以更实举措为法治澄湖建设作出新贡献。\n", "法治澄湖"),
    (
        "桑河市教育局2025年度法治政府建设工作情况报告\n扎实推进。\n新的一年，云泽市教育局将以规划开局为契机。\n",
        "云泽市教育局",
    ),
    (
        "黔岭自治县卫生健康委员会\n关于2022年法治政府建设工作情况的报告\n扎实推进。\n努力为平岭县卫生健康事业高质量发展营造良好法治环境。\n",
        "平岭县",
    ),
    (
        "澄陵市卫生健康委员会\n\n关于2021年度法治政府建设工作情况的报告\n扎实推进。\n信访会商，切实维护怀安市人民群众健康权益。\n",
        "怀安市",
    ),
    (
        "云岫县应急管理局2024年法治政府建设情况报告\n云岫县应急管理局依法履职。\n清潭县应急管理局主要负责同志认真履行第一责任人职责。\n",
        "清潭县应急管理局",
    ),
    (
        "柳堤街道办事处2024年法治政府建设情况报告\n柳堤街道扎实推进法治建设。\n下放执法事项78项。由桥西街道综合行政执法队统一对外执法。\n",
        "桥西街道综合行政执法队",
    ),
    (
        "石榴湾街道办事处2024年法治政府建设情况报告\n石榴湾街道扎实推进。\n石榴湖街道综合行政执法队全年办理案件426件。\n",
        "石榴湖街道",
    ),
    (
        "鹤浦镇人民政府2024年法治政府建设情况报告\n鹤浦镇扎实推进。\n12月4日上午，在柳汀镇文化广场举办宪法宣传周启动仪式。\n",
        "柳汀镇文化广场举办",
    ),
    ("清河县2024年法治政府建设情况报告\n一年来，清河县扎实推进法治建设。\n安远县司法局举办培训6期，参训320人次。\n", "安远县司法局"),
    ("岚溪县2025年法治政府建设情况报告\n岚溪县扎实推进。\n2026年，推动青原县法治政府建设再上新台阶。\n", "青原县"),
    ("柳塘镇2025年法治政府建设情况报告\n柳塘镇扎实推进。\n系列举措进一步夯实了石桥镇依法治理的基础。\n", "石桥镇"),
    ("芦湖区商务局2023年法治政府建设年度报告\n2023年，芦湖区商务局积极推进。\n围绕沙岗区商贸流通发展实际，完善执法指引。\n", "沙岗区"),
    (
        "柳河镇人民政府2024年法治政府建设情况报告\n柳河镇扎实推进法治建设。\n青石岭镇综合行政执法队现有执法人员11名。\n",
        "青石岭镇综合行政执法队",
    ),
    (
        "柳河街道办事处2024年法治政府建设情况报告\n柳河街道扎实推进法治建设。\n成效明显。桃园街道把宣讲送进社区，受到欢迎。\n",
        "桃园街道",
    ),
)
GOOD: Final = (
    "临江区司法局2024年法治政府建设情况报告\n临江区司法局扎实推进。\n组织召开区委全面依法治区委员会会议2次。积极配合区政府组织开展督查3次。\n",
    "云泽县2023年法治政府建设情况报告\n云泽县扎实推进。\n为法治澄州建设作出贡献。\n",
    "云泽市2023年法治政府建设情况报告\n云泽市扎实推进。\n为法治云泽建设、平安浙江建设、法治社会建设作出新贡献。\n",
    "黔岭自治县卫生健康委员会\n关于2022年法治政府建设工作情况的报告\n扎实推进。\n努力为黔岭自治县卫生健康事业高质量发展营造良好法治环境。为全县经济社会高质量发展提供法治保障。\n",
    "柳河街道办事处2024年法治政府建设情况报告\n柳河街道扎实推进法治建设。\n各街道把宣讲送进社区。辖区街道坚持联调。重点镇坚持联合巡查。\n",
    "清河县2024年法治政府建设情况报告\n一年来，清河县扎实推进法治建设。\n清河县司法局举办培训6期，赴安远县司法局学习考察2次。\n",
    "海州市2024年工作报告\n安远县司法局举办培训6期。\n",
    "清河县2024年法治政府建设情况报告\n清河县扎实推进。\n青石岭镇综合行政执法队现有执法人员11名。\n",
    "柳河镇人民政府2024年法治政府建设情况报告\n柳河镇扎实推进。\n各乡镇综合行政执法队开展检查12次。全镇司法所开展调解3次。\n",
)

_TITLE = compile_(
    r"(?:\A|\n)[ ]*(?:中共)?(?:关于)?(?:[\u4e00-\u9fff]{1,6}?[市州盟县区])?([\u4e00-\u9fff]{1,4}(?:[县区镇乡]|街道))"
    r"(?:人民政府|办事处|党工委|(?P<office>[\u4e00-\u9fff]{2,10}局)|委)?(?:办公室)?\s{0,6}(?:关于)?(?:20\d\d年)"
)
_OFFICES = {
    "县": "人民政府|司法局|公安局|财政局|教育局|信访局|纪委监委|委|政府",
    "区": "人民政府|司法局|公安分局|财政局|教育局|信访局|纪委监委|委|政府",
    "镇": "人民政府|党委|政府|司法所|派出所|纪委|(?:综合)?(?:行政)?执法(?:大?队|办公室|办|局)|党政办",
}
_OFFICES["乡"] = _OFFICES["镇"]
_VERB = 2
"""Characters of most verbs: 红旗街道组织的活动 is not about the street."""
_OFFICES["街道"] = "办事处|党工委|司法所|派出所|纪工委|(?:综合)?(?:行政)?执法(?:大?队|办公室|办|局)|党政办"
_DOES = "把|坚持|积极|深入|认真|扎实|组织|举办|开展|召开|持续|高度重视|全面|大力|严格|紧紧|进一步"
_ACTORS = {
    level: compile_(
        rf"(?<=[\n。;] {{0,8}})([\u4e00-\u9fff]{{1,4}}{level})(?:(?:{offices})"
        rf"(?=[^,。;\n的与和、]{{0,3}}(?:举办|开展|组织|召开|印发|制定|坚持|积极|深入|认真|现有|共有|严格|全面))|(?={_DOES}))"
    )
    for level, offices in _OFFICES.items()
}
_BY = {
    level: compile_(rf"(?<=[,。;\n] {{0,8}}由)([\u4e00-\u9fff]{{2,4}}{level})(?:{offices})(?=[^,。;\n]{{0,4}}(?:统一|负责|承担|集中|牵头))")
    for level, offices in _OFFICES.items()
}
# 在柳汀镇文化广场举办
_AT = {
    level: compile_(rf"(?<=[,。;]在)([\u4e00-\u9fff]{{2,3}}{level})[\u4e00-\u9fff]{{2,8}}(?:举办|召开|举行)")
    for level in ("镇", "乡", "街道", "县", "区")
}
# 清潭县应急管理局主要负责同志 in the report of 云岫县应急管理局
_SUBJECT = compile_(
    r"(?<=[\n。;] {0,8})([\u4e00-\u9fff]{1,4}[县区])([\u4e00-\u9fff]{2,10}?局)(?=(?:党组|党委|主要负责|班子|领导)|[^,。;\n的与和、]{0,3}(?:认真|坚持|组织|开展|严格|全面|深入|扎实|积极))"
)
_OF_PLACE = compile_(
    r"(?:\A|\n) *(?:中共)?(?:关于)?([\u4e00-\u9fff]{2,12}(?:[市县区镇州盟旗](?!场)|(?<!城)乡|街道))[^\n。]{0,24}(?:\n{1,3} {0,8}[^\n。]{0,12})?(?:法治政府|工作报告|工作情况)"
)
# 为乙县高质量发展作出贡献; 谱写乙县新篇章
_WISH = compile_(
    r"(?:为|围绕|立足|夯实|筑牢|提升|优化|巩固|彰显|展现|擦亮|谱写|开创|推动|推进|促进|助力|加快|建设|维护|保障|增进|服务)了?(?:保障|维护|服务|推动|促进|建设)?(?!保障|维护|服务|推动|促进|建设)([\u4e00-\u9fff]{2,4}(?:[市县区镇乡](?![场域])|街道))(?=[^,。;\n]{0,14}(?:人民群众|高质量发展|高水平|现代化|法治建设|法治政府|依法治理|依法行政|基层治理|营商环境|法治化|商贸|商务|经济社会|发展实际|工作大局|中心工作|合法权益|新篇章|新局面|良好法治环境|法治保障|作出|贡献))"
)
_AID = compile_("援|赴|友好|邻|联防|抗震|救灾|组团|跨")
_SLOGAN = compile_(
    r"(?<=(?:为|建设|推进|推动|打造|谱写|奋力)[^,。;\n\d]{0,14})(?:法治|平安|和美)([\u4e00-\u9fff]{2,3}?)(?=建设|提供|作出|贡献|新篇章)"
)
_NO_PLACE = compile_(
    "化$|阵地|人才|工地|渡口|航道|港航|航|路|车站|景|工程|产业|民族|宗教|寺|渔|牧|林|矿|燃气|消防|用电|出行|中国|政府|社会|乡[村镇]|校园|机关|企业|文化|家庭|城市|环境|[省市县区镇乡村]|医院|学校|学|队伍|思想|宣传|统计|财政|税务|公安|交通|工会|信访|国企|教育|人社|住建|医保|卫|农|水利|市监|民政|应急"
    "|生态|审计|司法|检察|法院|体系|能力|保障|轨道|方式|营商|国家|强|家园|边|网|街|社|综|和|与|为|的|更|示范|创建|工作|督察|监督|实施|先行|高地|品牌|市场|商|军|部队|景区|单位|行业|电力|邮政|气象|烟草|金融|银行|铁路|民航|海"
    "|北京|天津|河北|山西|内蒙|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾|华|东|西|南|北"
)
_OFFICE = compile_("[\u4e00-\u9fff]{2,8}?(?:局|委员会|委)")
_LIKE_OWN = {
    level: compile_(
        rf"(?:(?<=[^\u4e00-\u9fff])|(?<=[了在为对由将从向于让使把到]|结合|立足|围绕|服务|推动|促进|助力|带动|覆盖|深入|走进|组织|全力))([\u4e00-\u9fff]{{2,3}}{level})"
        r"(?=局(?:机关|党组|系统|各)|各[科部]室|经济社会|法治(?:建设|政府)|依法治理|实际|辖区|机关(?:干部|各)|党委|党政|干部群众|境内|高质量发展)"
    )
    for level in ("市", "县", "区", "镇", "乡", "街道")
}
_LED = compile_("[以在为对由将从向于让使把市省县区各本全我其该与及和]")
_AROUND, _BEHIND = 40, 30
_FEW = 20
"""Places of one kind that are looked at, so that time stays linear."""
_SHORT = 2
_COMMON = compile_(
    "[全我本各该基农城新老先强名示贫山牧边大小美富]|现代|和美|美丽|法治|平安|幸福|开发|高新|社区|园区|地区|辖区|市区|乡镇|中心|经济|特色|示范|县域|成为|为全|打造|建成"
)
_ANY = compile_(
    "^(?:虽然|尽管|目前|当前|当好|做好|抓好|原|辖|部分|属地|沿|上级|[市省]|中共|某|[全我本各该外某邻]|其他|有关|相关|周边|两|多个?|\\d|[一二三四五六七八九十])|[园城社地辖景片校郊库新山矿林牧灾老灌湖商小保经务贸]区$|(?:贫困|脱贫|示范|试点|先进|重点|中心|特色|建制|城|集|主要|老旧|[强大小古旅])(?:县|镇|乡|街道)$|(?:开发|核心|示范|度假|保税|自贸|高新|功能|管理|工业|产业|试验|合作)区$|城关镇$|乡镇$|[市街]区$"
)
_ACT = compile_(
    "主持|保障|通过|列入|实行|推行|按照|根据|提升|促进|营造|组织|召开|配合|协助|参加|参与|推动|推进|开展|举办|会同|指导|督促|接受|服从|服务|落实|执行|邀请|编制|承办|提请|筹备|代拟|制定|出台|印发|承担|完成|坚持|积极|认真|严格|全力|切实|主动|及时|深入|扎实|聚焦|围绕|依托"
    "|紧扣|针对|持续|进一步|优化|强化|加强|健全|完善|建立|构建|打造|创新|探索|发挥|梳理|审查|审核|办理|受理|[报向由经对将在为是与和及并被把据按受助请获使让共同]"
)
"""What no name of a place has: 组织召开区委会议 names none."""
_SHARED = compile_(
    "法庭|巡回审判|调剂|颁发|部署|委托|考评|授予|评为|转发|代管|移送|移交|接收|来函|通报|调入|设立|设在|负责受理|支援|并入|撤并|合并|划入|的方案|的通知|的办法|学习|考察|对口|帮扶|协作|合作|法院|交流|联合|响应|双方|共管|共建|交界|接壤|毗邻|原告|申请人|(?<![投倾])诉(?![求前])"
)
_REACH = 300
"""How far a sentence is read, so that time stays linear where it never ends."""


def _closing(view: View, title: str, start: int) -> Iterator[Problem]:
    """努力为乙县卫生健康事业高质量发展 … in the report of 甲县: a place that is named once, at the end of what a report says."""
    text = view.text
    for match in islice(_WISH.finditer(text, start), _FEW):
        name = match.group(1)
        stem = name[:-1].removesuffix("街") or name
        level = title[-1] if title[-1] in "市镇乡道" else "县区"
        own = title[:-1].removesuffix("街")[-_SHORT:]
        if own in text[match.start() : match.end() + _BEHIND].partition("。")[0]:
            continue  # 为云州市高质量发展贡献云泽力量
        known = _ANY.search(name) or _COMMON.search(name) or text.count(stem) > 1 or len(stem) < _SHORT
        if name[-1] in level and not known and not _is_shared(text, match.start(), match.end(), match.end() + _BEHIND, "。"):
            message = Phrase(f"“{title}”的报告末尾写的是“{name}”", f"the report of {title} ends with {name}")
            yield _borrowed(view, view.span(*match.span(1)), message)


def _once(view: View, title: str, start: int) -> Iterator[Problem]:
    """把西陵区局机关 … in the report of 东岭区: a place of the title's level that is named once, as one's own is."""
    text, level = view.text, "街道" if title.endswith("街道") else title[-1]
    pattern = _LIKE_OWN.get(level)
    own = title.removesuffix(level)[-_SHORT:]
    for match in islice(pattern.finditer(text, start), _FEW) if pattern else ():
        name, stem = match.group(1), match.group(1).removesuffix(level)
        known = _LED.match(name) or _ANY.search(name) or _COMMON.search(name) or _ACT.search(name) or text.count(stem) > 1 or own in stem
        if not known and not _is_shared(text, match.start(), match.end(), match.end() + _BEHIND, ",。"):
            yield _borrowed(view, view.span(*match.span(1)), Phrase(f"“{title}”的报告中写的是“{name}”", f"{name} in a report of {title}"))


def _is_shared(text: str, at: int, since: int, most: int, marks: str) -> bool:
    """Whether the words from the start of the sentence at `at` to the first of `marks` behind `since` tell what two places do together."""
    begin = max(text.rfind(mark, max(0, at - _REACH), at) for mark in "。\n") + 1
    end = min((found for mark in marks if (found := text.find(mark, since, most)) >= 0), default=most)
    return _SHARED.search(text, begin, end) is not None or _AID.search(text, begin, end) is not None


def _borrowed(view: View, span: Span, message: Phrase) -> Problem:
    help_ = Phrase("核对地名是否借用了外地材料", "check whether the place was left from another report")
    return Problem(span=span, message=message, help=help_, found=shown(view, span))


def _slogans(view: View, place: str, start: int) -> Iterator[Problem]:
    """为法治乙建设 in the report of 甲县, which never names 乙."""
    text = view.text
    if not place.endswith("市"):
        return  # a county may name the city that it belongs to
    for match in islice(_SLOGAN.finditer(text, start), _FEW):
        name = match.group(1)
        if name in place or _NO_PLACE.search(name) or text.count(name) > 1:
            continue
        span = view.span(*match.span())
        words = shown(view, span)
        yield _borrowed(view, span, Phrase(f"{place}的报告中写的是“{words}”", f"{words} in a report of {place}"))


def _offices(view: View, place: str, start: int) -> Iterator[Problem]:
    """云泽市教育局 in the report of 桑河市教育局: the same office of another place of its level."""
    text, level = view.text, place[-1]
    office = _OFFICE.match(text, text.find(place, 0, start) + len(place))
    if office is None or level not in "市县区":
        return
    for match in islice(re.finditer(f"([\u4e00-\u9fff]{{2}}){level}{re.escape(office.group())}", text[start:]), _FEW):
        stem, at = match.group(1), start + match.start()
        shared = _is_shared(text, at, at, at + _AROUND, ",。;\n")
        if stem in place or shared or _ANY.search(stem + level) or _COMMON.search(stem + level) or stem[-1] in "省市":
            continue
        span = view.span(at, start + match.end())
        yield Problem(
            span=span,
            message=Phrase(f"{place}的报告中出现“{shown(view, span)}”", f"{shown(view, span)} in a report of {place}"),
            help=Phrase(f"核对是否应为“{place}{office.group()}”", f"check whether {place} is meant"),
            expected=place + office.group(),
            found=shown(view, span),
        )


def _misspelt(view: View, own: str, level: str, start: int) -> Iterator[Problem]:
    """石榴湖街道 in a report of 石榴湾街道: its own name but for one character."""
    text, stem = view.text, own.removesuffix(level)
    if len(stem) < _SHORT:
        return
    for at in places(text, level):
        name = text[max(0, at - len(stem)) : at]
        differ = sum(one != other for one, other in zip(name, stem, strict=False))
        begin = max(text.rfind(mark, max(0, at - _REACH), at) for mark in "。\n") + 1
        end = text.find("。", at, at + _REACH)
        sounds = any(sound_alike(one, other) for one, other in zip(name, stem, strict=False) if one != other)
        if len(stem) == _SHORT and not sounds:
            continue  # 青山镇 and 青河镇 may be two
        if at < start or len(name) != len(stem) or differ != 1 or _SHARED.search(text, begin, end if end >= 0 else at + _REACH):
            continue
        span = view.span(at - len(stem), at + len(level))
        words = shown(view, span)
        yield Problem(
            span=span,
            message=Phrase(f"{own}的报告中写的是“{words}”", f"{words} in a report of {own}"),
            help=Phrase(f"核对是否应为“{own}”", f"check whether {own} is meant"),
            expected=own,
            found=words,
        )


def check(view: View) -> Iterator[Problem]:
    """A problem for each department of another county that acts in a county's own report."""
    text = view.text
    title = _TITLE.search(text, 0, min(len(text), 600))
    named = _OF_PLACE.search(text, 0, min(len(text), 600))
    if named:
        yield from _closing(view, named.group(1), named.end())
        yield from _offices(view, named.group(1), named.end())
        yield from _slogans(view, named.group(1), named.end())
        yield from _once(view, named.group(1), named.end())
        if named.group(1).endswith("市") and len(named.group(1)) == _SHORT + 1:
            yield from _misspelt(view, named.group(1), "市", named.end())
    if not title or text.count(title.group(1)) < 2:
        return
    own = title.group(1)
    level = "街道" if own.endswith("街道") else own[-1]
    actors = [*_ACTORS[level].finditer(text, title.end()), *_BY[level].finditer(text, title.end()), *_AT[level].finditer(text, title.end())]
    if title.group("office"):
        actors += [
            match
            for match in _SUBJECT.finditer(text, title.end())
            if match.group(2) == title.group("office") and match.group(1)[-1] == level
        ]
    yield from _misspelt(view, own, level, title.end())
    for match in actors:
        reach = min(match.end() + _REACH, len(text))
        end = text.find("。", match.end(), reach)
        end = end if end >= 0 else reach
        if (
            match.group(1).endswith(own[-len(level) - 2 :])
            or _ANY.search(match.group(1))
            or _ACT.search(match.group(1))
            or own.removesuffix(level) in match.group(1)
            or own in text[match.end() : end]
            or text.startswith("的", match.end() + _VERB)
            or _SHARED.search(text, match.start(), end)
        ):
            continue
        span = view.span(match.start(), match.end())
        yield Problem(
            span=span,
            message=Phrase(f"{own}的报告中以“{match.group(1)}”为主语", f"in a report of {own} the one who acts is of {match.group(1)}"),
            help=Phrase(f"核对是否应为“{own}”", f"check whether {own} is meant"),
            expected=own,
            found=shown(view, span),
        )
