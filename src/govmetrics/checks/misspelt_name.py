"""局长沈牧远 and 局长沈远牧: a name of an office that differs in a character, or in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.sounds import sound_alike
from govmetrics.relations.words_around import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "agreement"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("同一职务的姓名前后不一", "a name of an office that differs in a character, or in their order")
WHY: Final = Phrase(
    "同一职务的两个姓名只差一个音近或形近的字，或只是名字两字对调，多为笔误；报后一处。",
    "Two names of one office that differ in a like character or in their order are mostly one name; the later is told.",
)
BAD: Final = (
    ("成立由局长周启明任组长的领导小组。\n局长周启铭主持研究法治议题4次。", "周启铭"),
    (
        "由党组书记、局长沈牧远任组长，办公室设在法规科。\n党组书记、局长沈远牧认真履行第一责任人职责。",
        "沈远牧",
    ),
    ("副市长、市公安局局长韩立峰全年包案8件。\n韩立锋副市长就剩余1件现场办公。", "韩立锋"),
)
GOOD: Final = (
    "区公安分局局长陈建国、区司法局局长陈建华参加会议。\n区司法局局长陈建华讲话。",
    "由党组书记、局长沈牧远任组长，办公室设在法规科。\n党组书记、局长沈牧远认真履行第一责任人职责。",
    "局长沈牧远主持会议，副局长沈远牧参加。",
    "局长沈牧远主持会议，局长王远牧参加。",
)

_OFFICES = (
    *("书记", "局长", "主任", "县长", "市长", "区长", "镇长", "乡长", "厅长", "州长", "盟长", "旗长"),
    *("院长", "所长", "支队长", "大队长", "秘书长"),
)
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜肖詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边"
_OF_OFFICE = compile_("(?:^|[^\u4e00-\u9fff]|[由以经请任局])$")
_CHANGED = compile_("新任|原任|代|调任|接任|继任|任职|月以?[前后起]|村")
_MOST, _BACK, _TITLES = 24, 24, 14
_LAST = compile_("[。\\n]")
_HIGHER = ("市局", "省局", "州局", "县局", "区局")
_BEFORE = compile_(f"(?:^|(?<=[。,;\n日]))[{_SURNAMES}][\\u4e00-\\u9fff]{{2}}(?=副?\\Z)")
"""韩立峰副市长"""
_NAMED = compile_(
    f"[{_SURNAMES}][\\u4e00-\\u9fff]{{2}}(?=任|到|赴|就|深入|带领|会见|先后|同志|认真|带头|主持|坚持|严格|履行|亲自|多次|带队|牵头|自觉|切实|定期|担任|作|率|全年|研究|出席|听取|包联|主动|多次|讲|[,、。;()\\n]|和|共同|等|出席|参加|讲授|以|为)"
)


def check(view: View) -> Iterator[Problem]:
    """A problem for each name of an office that is another one's but for one character, or for the order of two."""
    text = view.text
    first: dict[str, tuple[int, int, frozenset[str]]] = {}
    for office in _OFFICES:
        for at in places(text, office):
            match = (
                _NAMED.match(text, at + len(office))
                if _OF_OFFICE.search(text, max(0, at - 2), at)
                else _BEFORE.search(text, max(0, at - 5), at)
            )
            if match is None or match.group() in first or _CHANGED.search(text, max(0, at - _BACK), at) or text.startswith(_HIGHER, at - 2):
                continue
            name = match.group()
            titles = _LAST.split(text[max(0, at - _TITLES) : at])[-1] + office
            held = frozenset(word for word in _OFFICES if word in titles)
            other = next((one for one, (_, _, offices) in first.items() if _is_slip(one, name) and held & offices), None)
            if (
                other is not None and "。" in text[min(first[other][1], match.end()) : max(first[other][0], match.start())]
            ):  # else they are two persons of one sentence
                (early, told), (late, again) = sorted(((first[other][:2], other), (match.span(), name)))
                yield Problem(
                    span=view.span(*late),
                    message=Phrase(f"{office}此处为{again}，前文为{told}", f"{office} is {again} here and {told} before"),
                    related=(Related(view.span(*early), Phrase("前一处", "first said")),),
                    expected=told,
                    found=again,
                )
            elif len(first) < _MOST:
                first[name] = (*match.span(), held)


def _is_slip(one: str, other: str) -> bool:
    """Whether two names of one surname differ in the order of two characters, or in one that sounds the same."""
    if one[0] != other[0]:
        return False
    differ = [(a, b) for a, b in zip(one[1:], other[1:], strict=True) if a != b]
    return one[1:] == other[:0:-1] or (len(differ) == 1 and sound_alike(*differ[0]))
