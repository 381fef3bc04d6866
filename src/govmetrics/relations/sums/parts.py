"""Enumerations: which of the numbers that follow belong together, with their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, Row, alike, last_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

INCLUDES = ("其中", "包括")
_JOINTS = frozenset("和及与")
_LONGEST = 24
MOST = 60
"""Numbers that are looked through for one enumeration, so that time stays linear where a sentence never ends."""
_TOGETHER = compile_("(?:合计|共计|小计|总计)(?:为|达)?$")
_THEY_ALL = compile_("上述|以上|所有|全部|这|该|的")
_STOP = compile_(
    "同比|比|较|上年|去年|上一年|同期|占|增|降|减|下降|已|共|累计|完成|办结|审结|结案|全部|平均|人均|户均|均|涉及|挽回|追回|罚没|执行|兑现|达|收取|退|不包括|未包括|参与|参加|惠及|覆盖|服务|"
    "查处|立案|约谈|责令(?!履行|重新|赔偿)|移送|化解|整改|处置|回复|解决|当场|满意|按期|及时|成功|奖励|补助|投入|安排|争取|到位|拨付|实现|带动|新增|接待|现场|发放"
)


class Part(NamedTuple):
    """A number of an enumeration.

    Attributes:
        name: the words of its own in front of it.
        mark: what parts it from the number before: 、 , ; ( or nothing.
    """

    number: Number
    name: str
    mark: str


def depths(row: Row) -> list[int]:
    """How many brackets are open at each number of a sentence."""
    if not any("(" in number.before for number in row):
        return [0] * len(row)
    found = []
    depth = 0
    for number in row:
        for char in number.before:
            depth += (char == "(") - (char == ")" and depth > 0)
        found.append(depth)
    return found


def outside(words: str) -> str:
    """`words` without what stands in closed brackets."""
    start = words.find("(")
    while start >= 0:
        end = words.find(")", start)
        if end < 0:
            break
        words = words[:start] + words[end + 1 :]
        start = words.find("(")
    return words


def verbal(part: Part) -> bool:
    """Whether the name of a part begins like a statement of its own: 办结, 占, 同比."""
    return _STOP.match(part.name) is not None


def read(text: str, row: Row, levels: Sequence[int], first: int, total: Number, most: int = MOST) -> list[Part]:
    """The parts from the number at `first` on: numbers like `total` at its depth, up to a change of the enumeration.

    Args:
        text: the twin.
        row: the sentence.
        levels: the depths of its numbers.
        first: place of the first part.
        total: a number of the kind and unit of the parts.
        most: how many parts are enough.
    """
    parts: list[Part] = []
    depth = levels[first]
    at = row[first].start - len(row[first].before)
    for i in range(first, min(len(row), first + MOST)):
        number = row[i]
        if levels[i] > depth:
            continue
        words = outside(text[at : number.start].replace("\n", ""))
        if levels[i] < depth or (parts and (";按" in words or ";从" in words or "。" in words or (depth > 0 and ")" in words))):
            break
        inner = bool(parts) and any(word in words[words.rfind(";") + 1 :] for word in INCLUDES)
        if not alike(number, total) or number.change:
            if inner:
                break
            continue
        part = _part(number, words, parts)
        if inner or part is None or (parts and not _continues(part, parts)):
            break
        if parts and _TOGETHER.search(part.name):
            break  # 撤销、确认违法和责令履行合计 c 件
        if parts and number.low == total.low and not _THEY_ALL.sub("", part.name):
            break  # 司法所15个,其中中心所3个,15个司法所全部达标
        parts.append(part)
        at = number.end
        if len(parts) == most:
            break
    return parts


def own_name(words: str) -> tuple[str, str]:
    """The mark that parts a number from what is before it, and its name: that of 税务、公安等专业窗口 is all of this."""
    last = last_mark(words)
    mark, name = (words[last] if last >= 0 else ""), words[last + 1 :]
    if mark == "、" and "等" in name:
        first = max(words.rfind(one, 0, last) for one in ",;:()")
        if first >= 0:
            return words[first], words[first + 1 :]
    return mark, name


def _part(number: Number, words: str, parts: list[Part]) -> Part | None:
    mark, name = own_name(words)
    if parts and not mark:
        if name[:1] not in _JOINTS:
            return None
        mark = "、"
    if name.endswith(("均", "均为")):
        return None  # 其余户均 p
    return Part(number, name.removeprefix("以及").lstrip("和及与"), mark)


def _continues(part: Part, parts: list[Part]) -> bool:
    mark = parts[1].mark if len(parts) > 1 else part.mark
    if part.mark != mark and (mark, part.mark) not in ((",", "、"), ("、", ",")):
        return False
    if (mark, part.mark) == ("、", ",") and not part.name.startswith(("以", "经", "其他", "其它", "其余", "另有")):
        return False
    if part.name.startswith("含") and part.mark == ",":
        return False
    return len(part.name) <= _LONGEST and not (part.mark != "、" and verbal(part) and not _same_verb(part, parts[0]))


def _same_verb(part: Part, first: Part) -> bool:
    """Whether two parts say the same: 审结民事, 审结刑事; 来信收到, 来访收到."""
    return verbal(first) or part.name[-2:] == first.name[-2:] or part.name[-1:] == first.name[-1:] == "的"
