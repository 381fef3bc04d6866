"""What a name says of a fact whatever its wording: 全年共办结群众来信 and 群众来信办结 are one, 受理 and 收到 are not."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from govmetrics.patterns import compile_

_IDLE: Final = (
    "全年度?|今年以?来?|本年度?|当年|年内|年度|一年来|一年|期间|全[省市县区州旗镇乡](?!面)|我[省市县区州旗局]|全局|共计?|总共|总计|一共|合计|已经?|实际|实现"
    "|完成|达到?|有|各类|各种|各项|切实|依法|及时|高效|成功|顺利|圆满|先后|扎实|持续|深入|认真|积极|并|为(?:人民)?群众"
)
_LED: Final = compile_(f"^(?:{_IDLE})+")
_NEUTRAL: Final = compile_(f"(?:{_IDLE}|[,、的了])*(?:(?:依托|围绕|立足|按照|根据)\\w{{2,12}})?(?:{_IDLE})*")
_VERBS: Final = {
    word: kind
    for kind, words in {
        "build": "建成 新建 建设 新建成",
        "improve": "改造 改造提升 提升改造",
        "rebuild": "新改建 新建改造 新建改建",
        "settle": "办结 结案",
        "do": "办理",
        "hold": "开展 组织 举办 组织开展 召开",
        "sign": "签订 签约 签署",
        "engage": "聘任 聘请 选聘 聘用",
        "solve": "化解",
        "check": "审查 审核",
        "receive": "接待",
        "accept": "受理",
        "get": "收到 接到",
        "conclude": "审结",
        "pay": "发放",
        "train": "培训",
        "name": "命名",
        "create": "创建",
        "add": "新增",
        "register": "新登记",
        "find": "排查",
        "mediate": "调处 调解",
        "void": "废止",
        "clear": "清理",
        "issue": "制发 印发",
        "make": "制定 出台",
        "draft": "起草",
        "answer": "接听",
        "attract": "引进 落地",
        "protect": "挽回",
        "visit": "走访",
        "close": "查处",
        "file": "立案",
        "catch": "抓获",
        "crack": "破获 侦破",
        "amend": "修订 修改",
        "appraise": "评查",
        "gather": "征集 收集",
        "adopt": "采纳 吸纳",
        "refer": "移送 移交",
        "publish": "公布 发布 公开",
        "record": "备案 报备",
        "put": "提出",
        "sample": "抽检 抽查",
        "equip": "配备",
        "set": "设立 成立",
        "mend": "整改",
        "aid": "救助",
    }.items()
    for word in words.split()
}
_FIRST: Final = compile_(f"^(?:{'|'.join(sorted(_VERBS, key=len, reverse=True))})(?!(?:率|量|数|额|面积)$)")
_LAST: Final = compile_(f"({'|'.join(sorted(_VERBS, key=len, reverse=True))})[量数]?$")
_OWN: Final = compile_("^[省市县区](?=人大|政协|政府)")
_EACH_TIME: Final = frozenset(
    (
        *("hold", "receive", "pay", "train", "visit", "close", "find", "check", "issue", "answer", "do", "get", "catch"),
        *("appraise", "gather", "adopt", "refer", "publish", "put", "sample", "equip", "mend", "aid"),
    )
)
_TOTAL: Final = compile_("全年|今年|本年|年内|一年来|全[省市县区州旗镇乡]|共")
_SHORT: Final = 3
_MORE: Final = compile_("新增|净增")


class Wording(NamedTuple):
    """What is done with what.

    Attributes:
        verbs: kinds of the verbs that the name has at its ends; empty where it has none.
        noun: the rest.
    """

    verbs: frozenset[str]
    noun: str


@lru_cache(maxsize=4096)
def wording(name: str) -> Wording:
    """The parts of `name` that tell its fact from others."""
    words, verbs = _LED.sub("", name), set[str]()
    while found := _FIRST.match(words):
        verbs.add(_VERBS[found.group()])
        words = _LED.sub("", words[found.end() :])
    while found := _LAST.search(words):
        verbs.add(_VERBS[found.group(1)])
        words = words[: found.start()]
    if not verbs and (more := _MORE.search(words)):
        verbs, words = {"add"}, words[: more.start()] + words[more.end() :]
    plain = _OWN.sub("", words.replace("群众", ""))
    return Wording(frozenset(verbs), plain if len(plain) > _SHORT else words)


def each_time(told: Wording) -> bool:
    """Whether a report may count what is done for each campaign: 抓获嫌疑人, 开展检查."""
    return bool(told.verbs & _EACH_TIME)


def is_outcome(told: Wording) -> bool:
    """Whether what is done is done to things that a report counts once; 开展检查, 走访 … it may count for each campaign."""
    return bool(told.verbs) and not each_time(told)


def of_all(words: str) -> bool:
    """Whether `words` before a name say that its number is that of the year or of the whole place: 全年, 全市, 共."""
    return _TOTAL.search(words) is not None


def neutral(words: str) -> bool:
    """Whether `words` may stand before a name without making it that of another fact."""
    return _NEUTRAL.fullmatch(words) is not None
