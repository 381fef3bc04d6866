"""The items of a list in words, 甲、乙和丙, and whether they are what a report counted."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import NamedTuple

from govmetrics.patterns import compile_

_HIDDEN = compile_(r"\([^()\n]*\)|“[^“”\n]*”|《[^《》\n]*》")
_BRACKETED = compile_(r"\([^()\n]*\)")
_MANY = compile_(r"[、含和及]|\d|[一二两三四五六七八九十][个家名处所]")
_AND = compile_("[和及与]")
_END = 3
_JOINT = compile_("(?<=[^、]{2})(?:以?及|[和与])(?=[^、]{2})")
_OPEN = compile_(
    r"(?<![高中平])等(?!级)|其中|\d|包括|各[个县区镇市乡村部单项]|若干|多[个家项种]"
    r"|(?<!第)[一二两三四五六七八九十][个家名人项处件大类种条套张所镇乡县区市省村部]"
)
_ONE = compile_(r"(?<![^、])一(?=[个项套支张条批体本站次])")
_GOES_ON = compile_("(?<![高中平])等(?!级)|其中|包括|另|还有|以及|其余|其他")
_PAUSE = compile_("[,、]")
_THINGS = "项目|案件|问题|事项|措施|制度|文件|任务|会议|活动|建议|工程|人大代表"
# What a clerk counts under one word, the measure word before it, and how the names of such things end.
_KINDS = tuple(
    (compile_(rf"(?!.*(?:{_THINGS})).*?(?:{counted})"), compile_(rf"(?:{ends})\Z"))
    for counted, ends in (
        (
            r"\A[家所]|单位|部门|机构|科室|处室|站所|窗口|机关|平台|组织|集体|企业|公司|医院|法院|学校|高校|院校|场[馆所]",
            "[局办委院厅署队站所处科室馆校部司社厂库段台行店园组团场庭]|中心|公司|集团|[大中小]学|政府|街道|协会|联合?会|商会|学会|基地",
        ),
        (r"\A.(?:乡镇|街道|[镇乡](?!级))|乡镇\Z|镇\Z|街道\Z", "[镇乡]|街道|办事处"),
        (r"\A.[县区市州省旗](?![级域直属])|[县区市州旗]\Z", "[县区市州旗盟省]"),
        (r"\A.(?:社区|村(?!级))|村\Z|社区\Z", "村|社区"),
    )
)
_DOCUMENTS = compile_(r"\A[部件份篇本]|法规|规章|文件|制度|办法|条例|规定|方案|意见|通知|标准|指引")
# 3个县(市、区) says what counts as a county.
_GENERIC = compile_(
    r"(?:自治[区州县旗]|直辖市|[县市区乡镇村州旗盟省场园国]|街道|社区|(?:开发|高新|功能|管理|园|县|市)区|乡镇|管委会|部门|单位|机关|企业)\Z"
)


class Items(NamedTuple):
    """A list in words.

    Attributes:
        least, most: how many items there can be: a list may have 和 inside a name.
        shown: the list.
        parts: its items as they stand, without brackets.
        inner: how many 和 may join two items that have others behind them.
        plain: whether no bracket holds further items.
        further: what the clause goes on with.
    """

    least: int
    most: int
    shown: str
    parts: list[str]
    inner: int
    plain: bool
    further: str


def read(words: str, longest: int) -> Items | None:
    """The list that `words` begin with; None where they have none, or one that is left open."""
    if "、" not in words.partition(",")[0]:
        words = words.replace("》《", "》、《").replace("”“", "”、“")
    hidden = _HIDDEN.sub(lambda found: "□" * len(found.group()), words)
    listed, _, further = hidden.partition(",")
    if listed.startswith("一"):
        listed = _ONE.sub("□", listed)
    if "、" not in listed or _OPEN.search(listed) or _GOES_ON.search(further):
        return None
    hidden_parts = listed.split("、")
    if max(map(len, hidden_parts)) > longest:
        return None
    shown, parts, at = words[: len(listed)], [], 0
    for part in hidden_parts:
        parts.append(_BRACKETED.sub("", shown[at : at + len(part)]).strip(" “”"))
        at += len(part) + 1
    plain = not any(map(_MANY.search, _BRACKETED.findall(shown)))
    *others, last = (_joined(part, hidden_parts) for part in hidden_parts)
    return Items(
        len(parts),
        len(parts) + last,
        shown,
        parts,
        sum(others),
        plain,
        words[len(listed) + 1 :],
    )


def _joined(part: str, parts: list[str]) -> int:
    """How many more items 和 may join in `part`: 宣传科和复议科 are two, 普法和依法治理科 is one."""
    if not (joints := list(_AND.finditer(part))):
        return 0
    endings = Counter(other.rstrip()[-1:] for other in parts)
    alike = max(endings.values()) > 1
    return sum(not alike or _is_item(part[: joint.start()].removesuffix("以"), endings) for joint in joints)


def _is_item(words: str, endings: Counter[str]) -> bool:
    """Whether `words` may be an item by themselves: they end as others do, or as the name of a thing that is counted."""
    return words[-1:] in endings or any(ends.search(words[-_END:]) for _, ends in _KINDS)


def joints(found: Items) -> int:
    """How many more items 和 may join in the last one: all where it ends unlike the others, else those between names."""
    *others, part = found.parts
    endings = Counter(other.rstrip()[-1:] for other in others)
    unlike = part.rstrip()[-1:] not in endings
    return sum(unlike or _is_item(part[: joint.start()], endings) for joint in _JOINT.finditer(part))


def are_alike(parts: list[str], counted: str) -> bool:
    """Whether `parts` are named as things of one kind, and that is the kind that `counted` counts: 甲局、乙局 for 单位."""
    if min(map(len, parts)) < 2 or any(map(_GENERIC.match, parts)):
        return False
    if all(part.startswith("《") for part in parts):
        return _DOCUMENTS.search(counted) is not None
    if end_alike(parts, counted, 1):
        return True
    return any(kind.match(counted) and all(map(ends.search, parts)) for kind, ends in _KINDS)


def end_alike(parts: list[str], counted: str, least: int) -> bool:
    """Whether `parts` end with one word that is in `counted`, of `least` characters or more: 甲培训班、乙培训班 for 4期培训."""
    for size in range(least, 4):
        endings = {part[-size:] for part in parts}
        if len(endings) == 1 and endings.pop()[:2] in counted:
            return True
    return False


def begin_alike(parts: list[str], counted: str) -> bool:
    """Whether `parts` begin with one word of `counted`: 同时设计、同时施工 for 三同时."""
    return len({part[:1] for part in parts}) == 1 and parts[0][:1] in counted


def runs(parts: list[str]) -> set[tuple[int, ...]]:
    """How many neighbours of `parts` begin alike, and end alike: 甲升、乙升、丙降 end 2 + 1; none where 和 may join some."""
    if any(map(_AND.search, parts[:-1])):
        return set()
    return {tuple(len(list(run)) for _, run in groupby(part[edge] for part in parts if part)) for edge in (0, -1)}


def go_on(found: Items) -> bool:
    """Whether a clause behind the list ends as an item does, and may be one."""
    ends = {part[-1:] for part in found.parts}
    return any(piece.rstrip()[-1:] in ends for piece in _PAUSE.split(_BRACKETED.sub("", found.further)))
