"""Counts that a report declares, and the items that it lists after them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from govmetrics.calendar import number
from govmetrics.patterns import compile_
from govmetrics.relations.headings import written
from govmetrics.relations.numbering import numbering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.relations.series import Series
    from govmetrics.view import View

_N: Final = r"(?<![第\d.,、几一二三四五六七八九十百千万—~])(\d{1,2}|[两二三四五六七八九十]{1,3})"
_NOUN: Final = "工作|任务|措施|举措|大?事|实事|问题|特点|重点|短板|不足|差距|要求|原则|内容|关键|环节|工程|行动|制度|机制|难题|决策|类型|情形|情况|目标|方向"
_STAGE: Final = "个?(?:方面|环节|层面|维度|领域|阶段|步骤|部分|大类)"
_OPENS: Final = r" {0,4}\n{0,3} {0,8}[“(#*]?\Z"
# 以下四个方面: 三项工作: and 十件民生实事”。 at the end of what leads to a list; 奖励12件。一是 does not.
_LEAD = compile_(
    rf"{_N}(?:({_STAGE}|点|步)(?:的?(?:重点|主要|民生|重大|突出|具体|重要|其他)?(?:{_NOUN})|[\u4e00-\u9fff]{{1,6}}(?=:))?"
    rf"|([个大项件种类条](?:[\u4e00-\u9fff]{{0,8}}?(?:{_NOUN})))"
    rf"|([个大项种类条](?!乡|镇|县|区|市|省|村|社区|街道|部门|单位|企业|项目|国家)[“\u4e00-\u9fff]{{0,8}}(?=”?:)))”?[:。,;]{_OPENS}"
)
# 聚焦三点持续发力。 where words follow that say what is done about the three.
_AIMED = compile_(
    r"(?:聚焦|围绕|从|在|抓[好实住]?|做[好到实]|突出|着[力重眼]|坚持|把握|存在|体现[在为]|表现[在为]|归纳为|概括为|提出?|讲|强调|明确|落实"
    rf"|实施|推进|按照?|分|采取|注重|打好|办好|汇报|通过|开展)[^,。;:\n]{{0,6}}?{_N}(?:{_STAGE}|点|步|[项条件][\u4e00-\u9fff]{{0,6}}?(?:{_NOUN}))"
    rf"[\u4e00-\u9fff“”]{{0,14}}[:。,;]{_OPENS}"
)
_LOOSE = compile_("[等近约超每各逐]$")
_MEASURE = compile_(rf"{_STAGE}|.")
_MORE = compile_("(?<=[。;,])(?:其余|还有|此外|另外|另一|再者|最后)")
_RANGE = 300
# 5个科室，分别为 … and 《甲》《乙》等6项; both are looked for by the words in the middle.
_RESPECTIVELY = re.compile("分别[为是有]|即[“《\u4e00-\u9fff]")
_BEFORE = compile_(rf"{_N}([个家项类名所条种部件支处座次期场])[\u4e00-\u9fff]{{0,8}},? ?\Z")
_WORDS: Final = r"([^。;\n]{3,300}?)(?=[。;\n]|\.\n|\.?\Z)"
_LISTED = compile_(rf"(?:分别[为是有]|即)[::]?{_WORDS}")
# 包括4项:甲、乙 and 由五部分组成:甲、乙
_DIVIDED = compile_(
    r"(?:包括|包含|分为|分成|共|[下内]设|设|下辖|涵盖|涉及|由|有|聚焦|围绕|针对|突出)[\u4e00-\u9fff]{0,8}?"
    rf"{_N}(个?部分|个?方面|大?类|大项|[个项种部家名所件条])[\u4e00-\u9fff]{{0,10}}:(?!一|第一|首先|其[一中]|[对将在从以]|为了|通过){_WORDS}"
)
_TITLED = re.compile(r"[》)](?:等|共计?|合计|等共)? ?(\d{1,2}|[两三四五六七八九十])([个部件份篇项])")
_TITLES = compile_(r"(?:《[^《》\n]{1,60}》(?:\([^()\n]{1,40}\))?[、,和及与]?){2,30}\Z")
_HIDDEN = compile_(r"\([^()\n]*\)|“[^“”\n]*”|《[^《》\n]*》")
_AND = compile_("[和及与]")
_OPEN = compile_(r"等|其中|\d|包括|[一二两三四五六七八九十][个家名人项处件]")
_REACH = 60
_ITEM = 24
"""Characters of the longest item that is a name and no sentence."""


class Listing(NamedTuple):
    """A declared count and what was listed.

    Attributes:
        start, end: where the count stands in the twin, with its measure word.
        declared: the count.
        least, most: how many items there can be: a list may have 和 inside a name.
        items: the items, or the marks that number them, as they are shown.
        places: start and end of each mark or title; empty where items are not numbered.
    """

    start: int
    end: int
    declared: int
    least: int
    most: int
    items: str
    places: list[tuple[int, int]]


def listings(view: View) -> Iterator[Listing]:
    """The declared counts with their lists."""
    yield from _numbered(view)
    if "分别" in view.text or "即" in view.text:
        yield from _named(view.text)
    if ":" in view.text:
        yield from _divided(view.text)
    if "》" in view.text:
        yield from _titles(view.text)


def _numbered(view: View) -> Iterator[Listing]:
    text = view.text
    for series in view.once(numbering).series:
        first, last = series.marks[0], series.marks[-1]
        if first.number != 1 or len(series.marks) < 2 or series.broken:
            continue
        lead = text[max(first.start - _REACH, 0) : first.start]
        match = _LEAD.search(lead) or _AIMED.search(lead)
        declared = _count(match.group(1)) if match else 0
        if not match or declared < 2 or _LOOSE.search(lead, 0, match.start(1)):
            continue
        start = first.start - len(lead)
        counts = sorted((len(series.marks), max(last.number, series.last)))
        items = "、".join(written(mark.style, mark.number).rstrip("、，") for mark in series.marks)
        if not counts[0] <= declared <= counts[1] and _nested(view, series):
            continue
        if counts[1] < declared and _MORE.search(text, last.end, min(last.end + _RANGE, len(text))):
            continue
        places = [(mark.start, mark.end) for mark in series.marks]
        end = match.end(1) + _width(lead, match.end(1))
        yield Listing(start + match.start(1), start + end, declared, counts[0], counts[1], items, places)


def _nested(view: View, series: Series) -> bool:
    """Whether another series of the same marks stands in its sentence, so that marks may have changed owners."""
    text = view.text
    first = series.marks[0]
    for other in view.once(numbering).series:
        if other is series or not other.marks or other.marks[0].style != first.style:
            continue
        before, after = (other, series) if other.marks[0].start < first.start else (series, other)
        gap = text[before.marks[-1].end : after.marks[0].start] if after.marks[0].start - before.marks[-1].end < _RANGE else "。"
        if "。" not in gap and "\n" not in gap:
            return True
    return False


def _width(lead: str, at: int) -> int:
    """How long the measure word at `at` is."""
    match = _MEASURE.match(lead, at)
    return len(match.group()) if match else 0


def _count(written_: str) -> int:
    return number(written_.replace("两", "二")) or 0


def _named(text: str) -> Iterator[Listing]:
    for place in _RESPECTIVELY.finditer(text):
        before = _BEFORE.search(text, max(place.start() - 16, 0), place.start())
        after = _LISTED.match(text, place.start()) if before else None
        found = _items(after.group(1)) if after else None
        if before and found and _count(before.group(1)):
            yield Listing(before.start(1), before.end(2), _count(before.group(1)), *found, [])


def _divided(text: str) -> Iterator[Listing]:
    for match in _DIVIDED.finditer(text):
        found, declared = _items(match.group(3), _ITEM), _count(match.group(1))
        if found and 1 < declared <= 2 * found[1]:  # two of 25 are examples
            yield Listing(match.start(1), match.end(2), declared, *found, [])


def _items(words: str, longest: int = _RANGE) -> tuple[int, int, str] | None:
    """How many items there are at least and at most in a list that is closed, and the list; None for what is no such list."""
    hidden = _HIDDEN.sub(lambda found: "□" * len(found.group()), words)
    listed, _, further = hidden.partition(",")
    if "、" not in listed or "、" in further or _OPEN.search(hidden):
        return None
    parts = listed.split("、")
    if max(map(len, parts)) > longest:
        return None
    return len(parts), len(parts) + _joined(parts), words[: len(listed)]


def _joined(parts: list[str]) -> int:
    """How many more items 和 may join to the last of `parts`: 宣传科和复议科 are two, 普法和依法治理科 is one."""
    last = parts[-1].rstrip()
    endings = Counter(part.rstrip()[-1:] for part in [*parts[:-1], last])
    alike = max(endings.values()) > 1
    return sum(not alike or last[match.start() - 1 : match.start()] in endings for match in _AND.finditer(last))


def _titles(text: str) -> Iterator[Listing]:
    for match in _TITLED.finditer(text):
        titles = _TITLES.search(text, max(match.start() - _RANGE, 0), match.start() + 1)
        if not titles:
            continue
        declared, listed = _count(match.group(1)), titles.group().count("《")
        if listed >= declared or match.group()[1] != "等":
            yield Listing(match.start(1), match.end(2), declared, listed, listed, titles.group(), [])
