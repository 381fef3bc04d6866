"""The same fact stated twice in a report with two values that differ by a slip: two digits swapped, one mistyped, 万 for 亿."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.dates.days import sentence_start
from govmetrics.relations.figures import Number, Row, cut, last_words, one_digit, rows, slip
from govmetrics.relations.repeats.all_of import all_of
from govmetrics.relations.repeats.behind import behind
from govmetrics.relations.repeats.exchanged import exchanged
from govmetrics.relations.repeats.last_years import last_years
from govmetrics.relations.repeats.pointing import pointing
from govmetrics.relations.repeats.rates import rates
from govmetrics.relations.repeats.restated import Level, level, repeats
from govmetrics.relations.repeats.reviewed import reviewed
from govmetrics.relations.repeats.scaled import scaled
from govmetrics.relations.repeats.stated import DIGITS, Named, apart, circumstances, is_level, is_part, may_be_fact, named, place
from govmetrics.relations.repeats.verbatim import verbatim
from govmetrics.relations.repeats.wordings import each_time, neutral, of_all, wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govmetrics.finding import Severity
    from govmetrics.view import View

GROUP: Final = "agreement"
SEVERITY: Final = "error"
WHAT: Final = Phrase("同一指标前后不一致", "one fact stated twice with values that differ by a slip")
WHY: Final = Phrase(
    "同一指标、同一时期、同一范围在文中出现两次，数值只差一两个数字、对调或万亿之差，多为笔误；精度不同而相容的不算。",
    "The same thing, period and scope is stated twice and the values differ by swapped or mistyped digits or by 万 and 亿. Values that agree at the coarser precision are fine.",
)
BAD: Final = (
    ("全年入企检查次数同比下降31.7%，投诉减少。推行“综合查一次”。座谈走访表明，入企检查次数下降37.1%后，负担大幅减轻。", "37.1%"),
    ("全年罚没金额486.52万元，全部入库。落实裁量基准。经财政局核对，全年罚没金额4856200元已足额入库。", "4856200元"),
    (
        "某局2023年法治政府建设年度报告\n2023年，群众满意度测评达到98.6%。\n二、规范执法\n委托第三方开展群众满意度测评，结果为96.8%，居第二位。",
        "96.8%",
    ),
    ("行政机关负责人出庭应诉率达到100%。\n行政应诉。开庭审理47件，负责人出庭46件，出庭应诉率97.9%。", "97.9%"),
    ("全县14个乡镇（街道）全部设立公共法律服务站。\n全县13个乡镇（街道）综合行政执法队全部挂牌运行。", "13个"),
    ("全县14个司法所充分发挥职能作用。\n全县13个司法所均配齐工作用车。", "13个"),
    ("累计排查自建房12.84万栋，整治1043栋。\n面对全市12.48万栋自建房的排查任务，力量不足。", "12.48万栋"),
    ("9个镇（街道）的主要负责同志全部完成述法。\n实现10个镇（街道）合法性审核机构全覆盖。", "10个"),
    ("全市食品监督抽检总体合格率达98.6%。\n守牢底线，监督抽检食品8640批次，检出不合格173批次，合格率98.0%。", "98.0%"),
    ("帮助868名农民工讨回薪资1326万元。\n追回868名农民工被拖欠的工资1326亿元。", "1326亿元"),
    ("为经营主体办理退税减税缓税缓费27.84亿元。\n全市累计退税减税缓税缓费27.84万元。", "27.84万元"),
    (
        "柳河镇2024年法治政府建设情况报告\n全年立案并办结行政处罚案件58件，罚款8.64万元。\n二、推进落实\n全年办结的65件行政处罚案件中，没有一件被申请复议。",
        "65件",
    ),
    ("围绕新修订的处罚法，举办全警轮训班9期。\n二、推进落实\n主要负责同志主持研究重大案件19件，为10期全警轮训班逐一作动员。", "10期"),
    (
        "某县2024年法治政府建设情况报告\n一年来，全县纳入平台管理的依申请政务服务事项达到1876项。\n一、主要工作\n2025年1月召开现场会。\n纳入平台管理的依申请政务服务事项1867项，平均时限压缩79.0%。",
        "1867项",
    ),
    ("全年接报警情43800起；破获各类刑事案件862起。\n打击犯罪。刑事案件立案1187起；破获刑事案件826起，破案率64.2%。", "826起"),
    (
        "某局2024年法治政府建设情况报告\n全年审查合同42份，各项工作有序推进。\n一、主要工作\n（一）合法性审查。全年审核合同44份，提出意见。",
        "44份",
    ),
    (
        "某办2024年法治政府建设情况报告\n一、主要工作\n全年开展县政府常务会议会前学法8次。\n二、主要负责人履职情况\n统筹安排县政府常务会议会前学法10次。",
        "10次",
    ),
    (
        "某局2024年法治政府建设情况报告\n全年查处各类违法案件680件，水平稳步提升。\n一、主要工作\n立案查处各类违法案件612件，其中道路运输358件，案件总数比上年的680件下降10.0%。",
        "612件",
    ),
    (
        "某局2024年法治政府建设情况报告\n民生支出达到28.47亿元，水平稳步提升。\n一、主要工作\n支出36.70亿元，其中民生支出28.74亿元，占比78.3%。",
        "28.74亿元",
    ),
    (
        "某局2025年法治政府建设情况报告\n一、主要工作\n全年办理法律援助案件1268件，受援群众1415人。\n二、下一步安排\n在2025年办理1286件法律援助案件的基础上扩大援助覆盖面。",
        "1286件",
    ),
    (
        "某镇2024年法治政府建设情况报告\n一、工作情况\n编制并公布镇级行政执法事项清单，收录事项45项。\n二、履职情况\n牵头审定镇级行政执法事项清单54项。",
        "54项",
    ),
    (
        "某局2024年法治政府建设情况报告\n一、工作情况\n发布市级行政许可事项清单，纳入市级行政许可事项86项。\n二、存在问题\n清单所列83项市级行政许可事项中，仍有少数办理环节偏多。",
        "83项",
    ),
    (
        "某局2024年法治政府建设情况报告\n一、工作情况\n争取县财政安排执法装备专项经费30万元，购置设备44套。\n二、主要负责人履职情况\n多次汇报，争取执法装备专项经费300万元。",
        "300万元",
    ),
    ("行政复议机构共办结案件347件。一是畅通受理渠道。全年办结的374件复议案件中，无一件被撤销。", "374件"),
    ("全年制发行政规范性文件27件。对照清单自查，本年制发的72件行政规范性文件均已备案。", "72件"),
    ("全年普法专项经费3860万元，用于阵地建设。二、不足。尽管全年普法专项经费已达到的0.836亿元普法专项经费仍显不足。", "0.836亿元"),
    ("全年受理热线诉求18.26万件，办理更加高效。二、热线工作。全年受理热线诉求18.62万件，逐步规范。", "18.62万件"),
    ("热线群众满意率为99.3%，位居前列。能够取得99.8%的满意率，得益于质检回访。", "99.8%"),
    ("今年，居民消费价格涨幅控制在2.5%左右。\n在物价方面，把居民消费价格涨幅控制在3.5%左右。", "3.5%"),
    ("农产品加工企业产值占全市规上工业的比重为28.4%。\n产业升级后，农产品加工企业产值占全市规上工业的比重为24.8%。", "24.8%"),
    ("2023年规模以上工业总产值达到846.2亿元。\n今年规模以上工业总产值比2023年的864.2亿元增长6.1%。", "864.2亿元"),
    ("全年办结群众来信356件，满意度持续提升。\n信访工作。今年群众来信办结365件，办结率100%。", "365件"),
    ("建成口袋公园12个，获得感不断增强。\n城市更新。全市新建口袋公园15个，新增绿地6公顷。", "15个"),
    ("新增城镇就业1.26万人，民生持续改善。\n就业工作。全年城镇新增就业1.62万人。", "1.62万人"),
    (
        "某县2024年法治政府建设情况报告\n行政应诉案件386件，出庭应诉率100%。\n四、行政应诉\n全年办理行政应诉案件368件，败诉率3.5%。",
        "368件",
    ),
)
GOOD: Final = (
    "公安局办结案件347件。市场监管局办结的374件案件中，无一件被撤销。",
    "共办结案件347件。上年办结的374件案件中，无一件被撤销。",
    "全年调解纠纷347件，受理来访374件。随机抽取的374件来访中，无一件重复。",
    "行政机关负责人出庭应诉率达到100%。\n行政应诉。正职负责人出庭应诉率67.9%。",
    "全县14个司法所充分发挥职能作用。\n全县14个司法所均配齐工作用车，全县13个省级规范化司法所通过复核。",
    "全县14个乡镇（街道）全部设立公共法律服务站。\n12个乡镇（街道）试点经验全部推广。",
    "全市食品监督抽检总体合格率达98.6%。\n监督抽检药品860批次，合格率98.0%。",
    "热线诉求按期办结率98.6%。\n信访事项按期办结率98.0%。",
    "全年一般公共预算收入27.84亿元。\n查处违法案件86件，罚款27.84万元。",
    "柳河镇2024年法治政府建设情况报告\n全年立案行政处罚案件65件。\n二、推进落实\n全年办结的58件行政处罚案件中，没有一件被申请复议。",
    "举办全警轮训班9期。\n二、推进落实\n为4期全警轮训班作动员。",
    "全年受理热线诉求18.26万件，办理更加高效。全年受理热线诉求18.3万件，逐步规范。",
    "全市建成法治文化阵地412处。市司法局直接指导建设的法治文化阵地37处。",
    "热线群众满意率为99.3%，位居前列。信访群众满意率为99.8%。",
    "全市一般公共预算收入增长8.3%。\n市级一般公共预算收入增长8.2%。",
    "（一）城区\n规模以上工业增加值增长7.5%。\n（二）开发区\n规模以上工业增加值增长7.8%。",
    "规模以上工业总产值增长12.5%。\n其中，县域规模以上工业总产值增长12.8%。",
    "上年末在册困难群众帮扶对象48人。\n年末在册困难群众帮扶对象38人。",
    "2023年受理热线诉求18.26万件，2024年受理热线诉求18.62万件。",
    "2023年规模以上工业总产值达到846.2亿元。今年规模以上工业总产值比2022年的864.2亿元下降2.1%。",
    "全年受理行政复议案件128件。\n复议工作。全年共收到行政复议申请182件。",
    "全年办结群众来信356件。\n信访工作。累计办结群众来信365件。",
    "全市建成口袋公园52个。\n城市更新。新建口袋公园12个。",
    "建成口袋公园12个。\n2025年，新建口袋公园15个。\n下一步，将新建口袋公园18个。",
    "某局2024年法治政府建设情况报告\n全年审查合同42份，各项工作有序推进。\n一、主要工作\n（一）合法性审查。为园区审核合同14份，提出意见。",
    "某办2024年法治政府建设情况报告\n一、主要工作\n召开党组会议专题研究法治工作8次。\n二、主要负责人履职情况\n主持召开党组会议专题研究法治工作7次。",
    "公安局办理行政处罚案件3256件。\n城管局办理行政处罚案件3265件。",
    "办理行政处罚案件3256件。\n市场监管领域办理行政处罚案件2256件。",
    "出庭应诉率96.3%。\n一把手出庭应诉率93.6%。",
    "复议纠错案件125件。\n复议工作。全年复议纠错案件152件（含上年受理案件）。",
    "由中小企业供应商中标的，采购金额251.7万元；由小微企业供应商中标的，采购金额257.1万元。",
    "打击电信诈骗，抓获犯罪嫌疑人326人。\n扫黑除恶，抓获犯罪嫌疑人362人。",
    "培训执法人员1286人次。\n培训行政执法监督人员1268人次。",
)

_THIS_RATE = compile_(r"(?:这一|该|上述)([\u4e00-\u9fff]{2,8}率)(?:为|达到?|高达|\()?$")
_RATE_BACK = compile_(r"的([\u4e00-\u9fff]{2,8}率)")
_LEAST = 5
"""Characters that a name must have to tell one fact from others."""
_LONG = 6
"""Those of a name so specific that shares and rates of growth of it are one fact."""
_VERY_LONG = 8
"""Those of one of which two-digit values are."""
_WHOLE = compile_("^(?:全[国省市县区]|我[国省市县区]|第.(?:个五年计划规定|是)|实现|完成|提出)+")
_IDLE = compile_("所占(?=(?:的)?比重|的?比例)|(?:就应当|仍然|控制|预期|已经|今年要)$")
_TWO = 2
_FEW = 3
_NEAR = 120
"""How far behind a rate 取得 p%的满意率 may stand to speak of it."""


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each second statement of a fact that looks like a slip of the first."""
    stated: list[tuple[Named, Number]] = []
    levels: list[Level] = []
    facts: dict[str, list[tuple[Row, Number]]] = {"count": [], "money": [], "percent": [], "change": []}
    rate: Number | None = None
    for row in rows(view):
        for number in row:
            back = None
            if number.kind == "percent":
                back = _RATE_BACK.match(view.text, number.end) or _THIS_RATE.search(number.before)
            if back and rate is not None and rate.label.endswith(back.group(1)) and number.start - rate.end < _NEAR:
                yield from _judge(rate, number, back.group(1), slip(rate, number))
                continue
            is_fact = may_be_fact(number)
            if is_fact:
                facts["change" if number.change else number.kind].append((row, number))
            one = named(view, number) if is_fact else None
            if one is not None and len(one.name) >= _LEAST:
                name = _IDLE.sub("", one.name)
                stated.append((one if name == one.name else one._replace(name=name), number))
                rate = number if number.kind == "percent" else rate
            if (stating := level(one, number, row.start)) is not None:
                levels.append(stating)
    said = [*_by_name(view, stated)]
    yield from said
    yield from _by_other_words(view, facts, levels, said)


def _by_name(view: View, stated: list[tuple[Named, Number]]) -> Iterator[Problem | Judgement]:
    """Judge the statements that have one name, or of which one's name ends in the other's."""
    times = Counter((one.name[-_LEAST:], number.unit) for one, number in stated)
    same: dict[tuple[object, ...], list[tuple[str, Number]]] = {}
    ending: dict[tuple[object, ...], list[tuple[str, Number]]] = {}
    for one, number in stated:
        if times[one.name[-_LEAST:], number.unit] > 1:
            key = (number.kind, number.unit, number.change, number.bound, circumstances(view, one, number))
            same.setdefault((_own(one.name), *key), []).append((one.name, number))
            ending.setdefault((one.name[-_LEAST:], *key), []).append((one.name, number))
    yield from _same(view, same.values())
    yield from _ending(view, ending.values())


def _by_other_words(
    view: View, facts: dict[str, list[tuple[Row, Number]]], levels: list[Level], said: list[Problem | Judgement]
) -> Iterator[Problem | Judgement]:
    """Judge those that say one fact in other words, where nothing was `said` of them by their names."""
    known = {judged.span for judged in said if isinstance(judged, Problem)}
    for first, second, wrong in last_years(view, facts["count"], levels):
        if second.span not in known:
            known.add(second.span)
            yield from _judge(first, second, second.label, wrong, "warning")
    known |= {judged.span for judged in said}
    for (first, second, wrong), name in (
        *((one, one.second.label) for one in repeats(view, levels)),
        *(
            (one, one.first.label)
            for one in (
                *behind(view, facts["count"], levels),
                *scaled(view, facts["money"]),
                *rates(view, facts["percent"]),
                *all_of(view, facts["count"]),
                *verbatim(view, facts["count"]),
                *reviewed(view, (*facts["count"], *facts["money"])),
                *exchanged(view, (*facts["count"], *facts["money"], *facts["percent"])),
                *exchanged(view, [fact for fact in facts["change"] if fact[1].kind == "percent"]),
                *pointing(view, (*facts["count"], *facts["money"])),
            )
        ),
    ):
        if second.span not in known:
            known.add(second.span)
            yield from _judge(first, second, name, wrong, "warning")


def _same(view: View, groups: Iterable[list[tuple[str, Number]]]) -> Iterator[Problem | Judgement]:
    """Judge the statements that have one name."""
    for facts in groups:
        if len({number.low for _, number in facts}) <= _TWO:  # what has many values names no single fact
            first = facts[0][1]
            for name, number in facts[1:]:
                if (
                    first.kind == "count"
                    and first.low != number.low
                    and is_part(view, first, number, sentence_start(view.text, number.start))
                ):
                    continue  # 开展冬季行动,办结投诉 b 件
                if first.kind == "percent" and len(_own(name)) < _LONG and not apart(view, first, number):
                    continue  # 法律援助486件,群众满意率99.3%;公证1012件,群众满意率99.5%
                if is_level(name, first) and (slip(first, number) or cut(first).meets(cut(number))):
                    yield from _judge(first, number, name, wrong=not _of_campaigns(name, first, number))
                elif _is_specific(view, name, first, number):
                    yield from _judge(first, number, name, slip(first, number) or one_digit(first, number))


def _ending(view: View, groups: Iterable[list[tuple[str, Number]]]) -> Iterator[Problem | Judgement]:
    """Judge the statements of which one's name ends in the other's."""
    for facts in groups:
        if len({number.low for _, number in facts}) <= _TWO:
            name, first = facts[0]
            for other, number in facts[1:]:
                longer, shorter = sorted((_own(name), _own(other)), key=len, reverse=True)
                parted = number.kind == "count" and is_part(view, first, number, sentence_start(view.text, number.start))
                if (
                    not parted
                    and longer != shorter
                    and longer.endswith(shorter)
                    and neutral(longer.removesuffix(shorter))
                    and is_level(name, first)
                ):
                    yield from _judge(first, number, other, slip(first, number))


def _is_specific(view: View, name: str, one: Number, two: Number) -> bool:
    """Whether two values of one name, not both of them levels of three digits, are of one fact.

    A rate of growth has few digits, and those of a city and of its districts are alike; a target (7%左右) is set once.
    """
    if len(_own(name)) < _LONG or not apart(view, one, two) or place(view, one) != place(view, two):
        return False
    places = min(len(DIGITS.findall(one.text)), len(DIGITS.findall(two.text)))
    targets = one.bound == "approx" or (not one.change and len(_own(name)) >= _VERY_LONG)
    return places > _TWO or (places == _TWO and targets)


def _of_campaigns(name: str, one: Number, two: Number) -> bool:
    """Whether 抓获嫌疑人 a 名, said of nothing as a whole, may be what each of two campaigns did; many digits alike are no chance."""
    few = min(len(DIGITS.findall(number.text)) for number in (one, two)) <= _FEW
    return few and each_time(wording(name)) and not any(of_all(last_words(number.before)) for number in (one, two))


def _own(name: str) -> str:
    return _WHOLE.sub("", name)


def _judge(first: Number, second: Number, name: str, wrong: bool, severity: Severity | None = None) -> Iterator[Problem | Judgement]:
    related = (Related(first.span, Phrase("前一处", "first said")),)
    if cut(first).meets(cut(second)):
        if first.low == second.low or first.step != second.step:
            yield Judgement(status="holds", span=second.span, related=related, arithmetic=f"{first.face}={second.face}")
    elif wrong:
        yield Problem(
            span=second.span,
            message=Phrase(
                f"“{name}”此处为{second.text}，前文为{first.text}",
                f"{name} is {second.text} here and {first.text} before",
            ),
            related=related,
            expected=first.text,
            found=second.text,
            arithmetic=f"{first.face}≠{second.face}",
            severity=severity,
        )
