"""新收 a,旧存 b,办结 c,未结 d: what came in and what was left over from before that is not what was done and what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem
from govmetrics.relations.figures import Number, rows
from govmetrics.relations.flows.cases import cases
from govmetrics.relations.flows.stocks import stocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "sum"
SEVERITY: Final = "error"
WHAT: Final = Phrase("收案、结存与办结、未结不平衡", "cases received and carried over that are not those done and left")
WHY: Final = Phrase(
    "新收＋上年结转＝办结＋结转下年，年初数＋新增＝减少＋年末数；四项都在同一句写明时才核对。没有写明未结的，核对办结是否多于新收＋上年结转。",
    "New and carried over make done and left, and so with what was held, added and gone. It is checked where one sentence gives all four; "
    "where what is left is not told, no more can be done than was new and carried over.",
)
BAD: Final = (
    ("全年新收行政复议申请268件，其中受理241件、不予受理19件；加上2022年结转的17件，审结245件，结转2024年15件。", "15件"),
    (
        "全年收到行政复议申请74件，比上年的82件减少8件。从类别看，公安类29件；自然资源类21件。加上上年结转的6件，全年审结71件，未结7件转入2019年继续审理。",
        "未结7件",
    ),
    ("新收行政复议案件118件，另有上一年度转来的6件，全年审结115件，截至年底未审结8件。", "未审结8件"),
    ("新收各类信访186件，上年未办结转入7件，年内办结181件，结转2023年办理14件。", "14件"),
    ("患者年初在册942人，年内新增86人，因死亡或迁出核减51人，年末在册987人。", "987人"),
    ("上年结转建议17件，本年新制发143件，已收到书面回复148件，仍有21件待回复。", "21件"),
    ("全年新收案件9436件，加上旧存的812件，共办结9377件，年末未结817件。", "817件"),
    ("新收申请100件，上年结转5件，审结110件。", "110件"),
    ("新收申请64件，上年结转2件，办理60件，结转下年3件。", "3件"),
    ("年初结转积案73件，年内新交办91件，全年化解127件，结转下年47件。", "47件"),
    ("年初在研项目18个，新立项9个，通过验收11个，年末在研项目17个。", "17个"),
    ("年初实有公务用车96辆，本年购置4辆、报废7辆，年末实有91辆。", "91辆"),
    ("年初在册168人，全年新接收143人，期满解除127人，收监执行3人，迁出5人，年末在册186人。", "186人"),
    ("全年新启动事故调查9起，上年结转3起，年内结案13起。", "13起"),
    ("年初在册87人，年内新增19人，因调离、退休注销证书8人，年末在册100人。", "100人"),
    ("年初现行有效的行政规范性文件268件，全年新制定21件，废止和宣布失效34件，截至12月31日现行有效246件。", "246件"),
    ("信访积案台账年初156件，年中补录27件，全年化解销号139件，导入司法程序出账12件，年末台账尚余22件。", "22件"),
    ("年初有效执法证2416本，年内新发318本、注销205本，年末有效执法证2592本。", "2592本"),
    (
        "新收政府信息公开申请404件，上年结转11件；予以公开187件，部分公开52件，不予公开63件，无法提供78件，其他处理9件，结转下年度继续办理17件。",
        "17件",
    ),
    ("上年结存赔偿案件9件，新收31件，以决定、调解、撤回方式分别办结14件、12件和7件，期末在办6件。", "6件"),
    (
        "上年结转3件，本年新收41件，年内办结39件，结转下年度继续办理3件；办结件中予以公开22件、部分公开6件、不予公开3件、无法提供7件、其他处理1件。",
        "继续办理3件",
    ),
    ("期初结存128件，本期新收536件，调结551件，期末尚有131件未调结。", "131件"),
)
GOOD: Final = (
    "受理投诉举报736件，其中欠薪类518件；立案642件，结案648件，含上年未结的23件，年末在办17件，结案率97.4%。",
    "收到申请78件，其中受理66件、不予受理5件、受理前化解7件；加上上年结转3件，全年审结64件，结转下年5件。",
    "上年结转案件20件，新收案件180件，审结170件，移送18件，撤回2件，未结10件。",
    "年初共有低保对象320户，年内新增特困供养对象12户，低保退出28户，年末共有低保对象292户。",
    "年初在建水利工程14个，新开工公路工程6个，竣工水利工程5个，年末在建水利工程9个。",
    "年初在册168人，全年新接收143人，期满解除127人，收监执行3人，迁出5人，年末在册176人。",
    "年初在册168人，全年新接收143人，其中未成年人4人，期满解除127人，另有暂予监外执行3人，年末在册176人。",
    "新收各类信访186件，上年未办结转入7件，年内办结179件，结转2023年办理14件。",
    "患者年初在册942人，年内新增86人，因死亡或迁出核减51人，年末在册977人。",
    "共受理仲裁案件512件，其中新收486件、上年结转26件，审结498件，未结14件。",
    "劳动仲裁院共受理案件512件（新收486件，上年结转26件），结案498件，未结14件。",
    "年初在研项目18个，新立项9个，通过验收11个，年末在研项目16个。",
    "新收申请1468件，受理1186件，上年结转143件，审结1205件，结转下年124件。",
    "受理裁决申请36件，上年结转2件，审结34件，撤回申请2件，正在办理2件。",
    "新收申请100件，上年结转5件，审结105件。",
    "审结110件，新收申请100件，其中上年结转5件。",
    "上年结转建议17件，本年新制发143件，已收到书面回复148件，仍有12件待回复。",
    "全年新收案件9436件，加上旧存的812件，共办结9377件，年末未结871件。",
    "新收申请64件，上年结转2件，办理63件，结转下年3件。",
    "新收申请64件，办结60件，结转下年3件。",
    "收到申请156件（含上年结转6件），办结150件，结转下年6件。",
    "本年受理1256件，其中上年结转26件，办结1230件，正在办理26件。",
)

_KEPT = 24
"""Numbers of the paragraph before a sentence that are kept."""


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each sentence whose four numbers do not balance, or in which more is done than there was."""
    if "初" in view.text and ("末" in view.text or "现行有效" in view.text):
        yield from stocks(view)
    if "结" not in view.text:
        return
    before: list[Number] = []
    for row in rows(view):
        if before and "\n" in view.text[before[-1].end : row.start]:
            before = []
        if len(row) >= 3:
            yield from cases(view, row, before)
        before = [*before, *row][-_KEPT:]
