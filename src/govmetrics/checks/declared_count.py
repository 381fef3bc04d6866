"""以下四项工作, and three are listed: a declared number of items that does not fit the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.relations.lists.declared import Listing, listings
from govmetrics.relations.numbering.headings import hanzi
from govmetrics.relations.words_around import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "structure"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("声明的项数与列出的不符", "a declared number of items that does not fit the list")
WHY: Final = Phrase(
    "前面说“四项工作”，后面只列三项，不是漏了一项，就是删改后没有改数。列举以“等”收尾的不比。",
    "What says four and lists three has lost an item, or was cut without changing the number. Lists that are left open are not compared.",
)
BAD: Final = (
    ("健全会前学法、定期督察、情况通报、考核评价三项机制，推动责任落实。", "三项"),
    ("主要存在以下四方面问题：一是力量不足；二是数据不全；三是宣传不够。", "四方面"),
    ("要做好两项工作：\n（一）健全机制。抓好培训。\n（二）提升质效。抓好督查。\n（三）加强衔接。抓好会商。\n", "两项"),
    ("内设机构6个，分别为办公室、法规科、复议科、宣传科、调研科。", "6个"),
    ("修订《公文办理办法》《会议管理办法》《督查办法》等2项制度。", "2项"),
    ("诉求分为5类：咨询类、求助类、投诉类、建议类。", "5类"),
    ("推行“三本台账”，即风险台账、隐患台账、整治台账、销号台账，逐项核验、逐月通报。", "三本台账"),
    ("局属事业单位4家：市公证处、市仲裁服务中心、市法律援助中心。", "4家"),
    ("走访了6家单位：县公安局、县教育局、县财政局、县委办和税务局。", "6家"),
    ("走访了三个乡镇（柳林镇、桃园镇、松岭乡、竹溪乡），查阅案卷。", "三个"),
    ("今年有5个项目列入市级示范名单，分别是柳林供水项目、桃园道路项目。", "5个"),
    ("运行呈“两增一降”态势：订单增加、用工增加、用电增加，库存下降。", "两增一降"),
    ("开展护苗行动、清朗行动、净网行动四个行动。", "四个"),
    ("一是力量不足；二是数据不全；三是宣传不够；四是协同不畅。针对以上三个方面问题，已列出措施26条。", "三个方面"),
    ("开展“三个一”普法行动，即编印一本案例手册、拍摄一部微电影、打造一条文化路、举办一场技能比武，受到欢迎。", "三个一"),
    ("在食品安全（查处214件）、医疗美容（37件）、道路货运（158件）、自然资源（46件）、校外培训（19件）六大领域开展整治。", "六大"),
    ("下一步聚焦三点持续发力。第一，抓好培训；第二，抓好督查。", "三点"),
)
GOOD: Final = (
    "健全会前学法、定期督察、情况通报三项机制，推动责任落实。",
    "全县6家单位：甲局、乙局、丙局、丁委、戊办公室和己中心，被评为先进。",
    "主要存在以下三方面问题：一是力量不足；二是数据不全；三是宣传不够。",
    "内设机构5个，分别为办公室、法规科、复议科、宣传科、普法和依法治理科。",
    "出台《公文办理办法》《会议管理办法》等6项制度。",
    "诉求分为5类：咨询、求助、投诉、建议和其他。",
    "推行“三本台账”，即风险台账、隐患台账、整治台账，逐项核验、逐月通报。",
    "12个部门，包括市公安局、市司法局、市人社局，参加会商。",
    "一是力量不足；二是数据不全；三是宣传不够；四是协同不畅。针对以上四个方面问题，已列出措施26条。",
    "开展“三个一”普法行动，即编印一本案例手册、拍摄一部微电影、打造一条文化路，受到欢迎。",
    "在食品安全（查处214件）、医疗美容（37件）、道路货运（158件）、自然资源（46件）、校外培训（19件）五大领域开展整治。",
    "在3个县（市、区）试点，走访2个县的乡镇（柳林镇、桃园镇、松岭乡）。",
    "落实“三重一大”制度，研究重大项目安排、大额资金使用议题8个。",
    "甲镇、乙镇3个村和2个社区受益，分别为东村、西村、南村、北社区、中社区。",
    "全年办理建议12件。一是完善制度；二是加强督办。",
    "走访了5家单位：县公安局、县教育局、县财政局、县委办和税务局。",
    "走访5家企业：东方公司、华丰集团、永兴纺织厂、宏达物流园与金桥商贸有限公司。",
    "在5个乡镇（街道）试点：东山乡、西山乡、南山乡、北山乡和中心街道办事处。",
    "内设6个科室：办公室、人事科、财务科、法规科、普法与依法治理科和社区矫正管理局。",
)

_NUMERALS: Final = "0123456789０１２３４５６７８９一二三四五六七八九十两"


def check(view: View) -> Iterator[Problem | Judgement]:
    """A judgement or a problem for each declared count with a list after it."""
    for one in listings(view):
        span = view.span(one.start, one.end)
        related = tuple(Related(view.span(start, end), Phrase("列出的项", "an item of the list")) for start, end in one.places)
        if one.least <= one.declared <= one.most:
            yield Judgement(status="holds", span=span, related=related, arithmetic=f"{one.declared} = {one.items}")
        else:
            yield _problem(view, one, related)


def _problem(view: View, one: Listing, related: tuple[Related, ...]) -> Problem:
    span = view.span(one.start, one.end)
    found = shown(view, span)
    listed = one.most if one.declared > one.most else one.least
    number = found.rstrip("".join(set(found) - set(_NUMERALS)))
    if number.strip(_NUMERALS):  # 两增一降: either numeral may be wrong
        right, help_ = "", Phrase("核对列出的各项，改正数字", "check the items and mend the number")
    else:
        right = (str(listed) if number.isdecimal() else "两" if listed == 2 else hanzi(listed)) + found[len(number) :]
        help_ = Phrase(f"改为“{right}”，或核对列出的各项", f"write {right}, or check the items")
    return Problem(
        span=span,
        message=Phrase(f"写的是“{found}”，列出的是{listed}项", f"{found} says {one.declared} items, and {listed} are listed"),
        related=related,
        help=help_,
        expected=right,
        found=found,
        arithmetic=f"{one.declared} ≠ {listed}",
    )
