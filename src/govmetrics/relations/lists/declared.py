"""Counts that a report declares, and the items that it lists after them."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from govmetrics.calendar import number
from govmetrics.patterns import compile_
from govmetrics.relations.lists import items
from govmetrics.relations.numbering.headings import written
from govmetrics.relations.numbering.reading import numbering

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govmetrics.relations.lists.items import Items
    from govmetrics.relations.numbering.series import Series
    from govmetrics.view import View

_N: Final = r"(?<!\d,)(?<![第\d.、几一二三四五六七八九十百千万—~])(\d{1,2}|[二三四五六七八九]?十[一二三四五六七八九]?|[两二三四五六七八九])"
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
# 一是…。针对以上三个方面问题
_POINTED = compile_(rf"(?<=[。;,\n针对围绕])(?:以上|上述){_N}(个?方面|大?类|点)")
_FAR = 1500
"""How long a series of sentences may be that is counted behind its end."""
_CARRIED_OUT = compile_(
    "(?:部署|反馈|确定|提出|规定|要求|指出|通报|巡视|督察|反映|明确|交办)[^。;:]{0,16}$|(?:落实|对照|对标|紧扣|针对|围绕|执法|实施|贯彻)[^,。;:]{0,12}$"
)
"""What is carried out has so many, and what is listed is how."""
_FIRST_OF = compile_("[个项方面条]{0,2}[\u4e00-\u9fff]{0,6}中的?前")
_LOOSE = compile_("[等近约超每各逐前后余至到或于少多]$")
_MEASURE = compile_(rf"{_STAGE}|.")
_MORE = compile_("(?<=[。;,])(?:其余|还有|此外|另外|另一|再者|最后)")
_RANGE = 300
_BESIDE_IT = 40
"""Series before and behind one that may stand in its sentence, so that time stays linear."""
_DIGITS: Final = "两二三四五六七八九十"
_MEASURES: Final = "个家项类名所条种部件支处座次期场张套批组位大篇份门块本台辆款起只间栋幅例片"
_ORDERED: Final = "期类批组部"
"""Measure words that number things, too: 二期工程."""
_HOW: Final = r",?(?:分别[为是有]|(?<![立随当在])即(?![将可便使由时])|包括|包含|(?<=[\u4e00-\u9fff”])(?<![作成列定评认名改设])[为是](?=:)|是?指|如下):?|[:(]"
_NOUN_RUN: Final = rf"(?:(?![{_DIGITS}一几多数\d][{_MEASURES}])[\u4e00-\u9fff“”])"
# Where a count may be: patterns are tried only there.
_COUNT = re.compile(rf"[\d{_DIGITS}]{{1,3}}(?:[{_MEASURES}]|大(?=领域|行业|板块|工程|行动))")
# 科室5个,分别为 and 5家单位(甲局、乙局: a count with what leads to a list behind it
_COUNTED = compile_(rf"{_N}([{_MEASURES}])(?![余多几以左])({_NOUN_RUN}{{0,24}}?)[)”]?({_HOW}) ?")
# “三张清单”,即 and “三升一降”的特点: where each numeral counts what is named behind it
_CALLED = compile_(
    rf"“((?:[一{_DIGITS}]{{1,2}}|\d{{1,2}})(?:个一[^“”\n一{_DIGITS}\d]{{0,3}}|[^“”\n一{_DIGITS}\d,、:]{{1,8}}(?:[一{_DIGITS}][^“”\n一{_DIGITS}\d,、:]{{1,6}}){{0,2}}))”"
    rf"([\u4e00-\u9fff]{{0,8}}?)({_HOW}) ?"
)
_ONE_THING = compile_("一(?=[个部本条场次堂套张支篇项批座间份件台面])")
_HIDDEN_ONE = "□"
_PART = compile_(rf"([一{_DIGITS}]{{1,2}}|\d{{1,2}})(个一.{{0,3}}|[^一{_DIGITS}\d]{{1,8}})")
# 3个案例入选优秀案例 counts what was chosen; 3个乡镇建成卫生院 may list either.
_CHOSEN = compile_("入[选围库]|获[评批]|被?[评认命列确][为定]|列入|纳入|上榜|通过|成立|设立|运行|立项")
_BRACKET = compile_(r"([^()。;\n]{3,300}(?:\([^()\n]{0,40}\)[^()。;\n]{0,100}){0,20})\)")
_NO_ITEM = compile_(r"第一|首先|其[一中]|[对将在从以含如]|例如|主要|特别|不含|为了|通过|一是|见|详|\(|“[^”\n]{1,12}”[即为是指:]")
_INTRODUCED = compile_("(?:即|分别[为是]|是?指|包括):?")
_BACK = 14
_PLAIN = 8
"""Characters of a noun that leaves no room for another."""
_WORDS_BEFORE = compile_(r"([\u4e00-\u9fff”]*)\(?\Z")
# 3个镇2个街道,分别为 lists both.
_BESIDE = compile_(rf"[\d{_DIGITS}一][{_MEASURES}][\u4e00-\u9fff]{{0,4}}[和及与、]?\Z")
_LOOSE_END = compile_(r"[、\d]")
_COUNT_BEHIND = compile_(rf"[^。;\n]{{0,20}}?[\d{_DIGITS}一][{_MEASURES}]")
_WORDS: Final = r"([^。;\n]{3,300}?)(?=[。;\n]|\.\n|\.?\Z)"
# 包括4项:甲、乙 and 由五部分组成:甲、乙
_DIVIDED = compile_(
    r"(?:包括|包含|分为|分成|共|[下内]设|设|下辖|涵盖|涉及|由|有|聚焦|围绕|针对|突出)[\u4e00-\u9fff]{0,8}?"
    rf"{_N}(个?部分|个?方面|大?类|大项|[个项种部家名所件条])[\u4e00-\u9fff]{{0,10}}:(?!一|第一|首先|其[一中]|[对将在从以]|为了|通过){_WORDS}"
)
_LIST = compile_(_WORDS)
# 甲行动、乙行动、丙行动三个行动
_GATHERED = compile_(
    rf"(?<=[\u4e00-\u9fff”)])(?<![等和及与或])“?{_N}([{_MEASURES}]|大(?=领域|行业|板块|工程|行动))([\u4e00-\u9fff]{{1,8}})"
)
_GATHERED_REACH = 100
_NOTED = compile_(r"\([^()\n]{1,14}\)")
"""What stands in brackets behind a name."""
_EDGES: Final = ",。;:!?()\n"
_EVEN = frozenset([4, 6])
_LEVEL = compile_("(?:国家|[省市县区镇乡村])级")
_SORT = compile_("领域|行业|板块|制度|机制|工程|行动|清单|措施|举措|工作法|环节")
_VERBS = compile_(
    "(?:分别|在|对|针对|聚焦|围绕|紧盯|突出|建立健全|健全完善|健全|建立|完善|落实|推行|实行|实施|执行|严格落实|严格执行|坚持|开展|形成|抓好|全面推行|了)*"
)
_TITLED = re.compile(r"[》)](?:等|共计?|合计|等共)? ?(\d{1,2}|[两三四五六七八九十])([个部件份篇项])")
_TITLES = compile_(r"(?:《[^《》\n]{1,60}》(?:\([^()\n]{1,40}\))?[、,和及与]?){2,30}\Z")
_TITLED_THINGS = compile_("(?:规范性|政策)?(?:文件|制度|办法|规定|法规|规章|法律)")
_TITLED_BY, _FEW = ("个", "项"), 2
"""Measure words of titles and of nothing else; 份, 部 and 篇 count copies, too."""
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
    """The declared counts with their lists, each count once."""
    known = set()
    text = view.text
    counts = [match.start() for match in _COUNT.finditer(text)]
    for one in chain(
        _numbered(view), _pointed(view), _called(text), _divided(text), _counted(text, counts), _titles(text), _gathered(text, counts)
    ):
        if one.start not in known:
            known.add(one.start)
            yield one


def _numbered(view: View) -> Iterator[Listing]:
    text = view.text
    all_ = view.once(numbering).series
    for at, series in enumerate(all_):
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
        if not counts[0] <= declared <= counts[1] and _nested(text, series, all_[max(at - _BESIDE_IT, 0) : at + _BESIDE_IT]):
            continue
        fits = counts[0] <= declared <= counts[1]
        if not fits and _CARRIED_OUT.search(lead[: match.start(1)]) and not lead.rstrip().endswith(":"):
            continue
        if not fits and _FIRST_OF.match(lead, match.end(1)):
            continue
        if counts[1] < declared and _MORE.search(text, last.end, min(last.end + _RANGE, len(text))):
            continue
        places = [(mark.start, mark.end) for mark in series.marks]
        end = match.end(1) + _width(lead, match.end(1))
        yield Listing(start + match.start(1), start + end, declared, counts[0], counts[1], items, places)


def _pointed(view: View) -> Iterator[Listing]:
    """一是…;二是…;三是…。上述四方面: a count of the series that ends right before."""
    text = view.text
    found = list(_POINTED.finditer(text))
    if not found:
        return
    ended = sorted((one for one in view.once(numbering).series if one.marks), key=lambda one: one.marks[-1].end)
    ends = [one.marks[-1].end for one in ended]
    for match in found:
        at = bisect_left(ends, match.start())
        series = ended[at - 1] if at and match.start() - ends[at - 1] < _RANGE else None
        if series is None or len(series.marks) < 2 or series.broken or series.marks[0].number != 1:
            continue
        first, last = series.marks[0], series.marks[-1]
        words = match.group().lstrip("以上述")
        if words in text[max(0, first.start - _RANGE) : first.start]:
            continue  # 反馈四个方面问题。…一是…。以上四个方面问题已整改: of what was told before
        if (
            match.start() - first.start > _FAR
            or text.count("\n", last.end, match.start()) > 1
            or _MORE.search(text, last.end, match.start())
        ):
            continue
        items_ = "、".join(written(mark.style, mark.number).rstrip("、，") for mark in series.marks)
        places = [(mark.start, mark.end) for mark in series.marks]
        yield Listing(match.start(1), match.end(2), _count(match.group(1)), len(series.marks), len(series.marks), items_, places)


def _nested(text: str, series: Series, near: Iterable[Series]) -> bool:
    """Whether another series of the same marks stands in its sentence, so that marks may have changed owners."""
    first = series.marks[0]
    for other in near:
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


class _Words(NamedTuple):
    """What stands behind a declared count.

    Attributes:
        found: the list.
        may_go_on: whether it ends at a semicolon with no other count behind that.
    """

    found: Items
    may_go_on: bool


def _counted(text: str, counts: Iterable[int]) -> Iterator[Listing]:
    for at in counts:
        match = _COUNTED.match(text, at)
        if not match:
            continue
        declared, noun, how = _count(match.group(1)), match.group(3), match.group(4)
        before = _words_before(text, match.start())
        is_loose = _LOOSE.search(before) or _BESIDE.search(text, max(match.start() - _BACK, 0), match.start())
        if declared < 2 or is_loose or noun.count("”") != noun.count("“") or noun.endswith("为"):  # 评为: says what they became
            continue
        is_exact = "分别" in how
        is_plain = len(noun) <= _PLAIN or _CHOSEN.search(noun) is not None
        words = _words(text, match.end(), how, _RANGE if is_exact else _ITEM) if is_exact or is_plain else None
        if not words:
            continue
        counted = match.group(2) + ("" if noun and match.group(2) in _ORDERED else noun or before)
        alike = items.are_alike(words.found.parts, counted)
        is_sure = "的" not in noun and (alike or (is_plain and (is_exact or "即" in how)))  # 3个县的乡镇 are not three
        if _is_told(declared, words, how, alike=alike, is_sure=is_sure):
            yield Listing(match.start(1), match.end(2), declared, *_listed(declared, words.found), [])


def _called(text: str) -> Iterator[Listing]:
    for match in _CALLED.finditer(text):
        parts = _PART.findall(match.group(1))
        declared = sum(_count(numeral) for numeral, _ in parts)
        ones = parts[0][1].startswith("个一")
        words = _words(text, match.end(), match.group(3), _ITEM, has_groups=len(parts) > 1, ones=ones)
        if not words or declared < 2 or (len(parts) > 1 and declared == 2):  # 一带一路 is no count
            continue
        listed, name = words.found.parts, parts[0][1]
        if ones:
            alike = all(_HIDDEN_ONE in item for item in listed)
        elif len(parts) > 1:
            alike = any(len(run) == len(parts) for run in items.runs(listed))
        else:
            alike = items.are_alike(listed, "个" + name) or items.begin_alike(listed, name)
        if (alike or len(parts) == 1) and _is_told(declared, words, match.group(3), alike=alike, is_sure=alike):
            yield Listing(match.start(1), match.end(1), declared, *_listed(declared, words.found), [])


def _words(text: str, at: int, how: str, longest: int, *, has_groups: bool = False, ones: bool = False) -> _Words | None:
    """The list at `at`; one with groups, 甲升、乙升,丙降, parts them by commas; in one of `ones`, 一部手册、一场比赛, each is one item."""
    in_brackets = how == "("
    if in_brackets and (introduced := _INTRODUCED.match(text, at)):
        at = introduced.end()
    match = None if _NO_ITEM.match(text, at) else (_BRACKET if in_brackets else _LIST).match(text, at)
    if not match:
        return None
    words = match.group(1).replace(",", "、") if has_groups else match.group(1)
    words = _ONE_THING.sub(_HIDDEN_ONE, words) if ones else words
    if ones and "," in match.group(1) and _ONE_THING.search(match.group(1).partition(",")[2]):
        return None  # 开展一次排查、一次走访,形成一份报告
    found = items.read(words, longest)
    if not found or (in_brackets and found.further):
        return None
    return _Words(found, text.startswith(";", match.end()) and not _COUNT_BEHIND.match(text, match.end() + 1))


def _is_told(declared: int, words: _Words, how: str, *, alike: bool, is_sure: bool) -> bool:
    """Whether the list is the one that was counted: one that fits is; of another its words must leave no doubt."""
    found = words.found
    if found.least <= declared <= found.most:
        return True
    listed = found.most if declared > found.most else found.least
    if _may_be_more(declared, found):
        return False
    if not is_sure or not found.plain or words.may_go_on or found.most < declared <= found.most + found.inner or items.go_on(found):
        return False
    if not alike and (_LOOSE_END.search(found.further) or found.further.count(",") + 2 == declared):
        return False
    if "分别" not in how and abs(declared - listed) > 1 + declared // 5:
        return False
    return "包" not in how or listed > declared  # 包括 may name only some


def _listed(declared: int, found: Items) -> tuple[int, int, str]:
    """Least, most and items of what is listed; both are the likelier number, with 和 joining two, where fewer are declared."""
    return (found.most if declared < found.least else found.least), found.most, found.shown


def _may_be_more(declared: int, found: Items) -> bool:
    """Whether 和 in the last item, 戊办公室和己中心, may join as many as are declared."""
    return found.most < declared <= found.least + items.joints(found)


def _words_before(text: str, at: int) -> str:
    match = _WORDS_BEFORE.search(text, max(at - _BACK, 0), at)
    return match.group(1) if match else ""


def _divided(text: str) -> Iterator[Listing]:
    for match in _DIVIDED.finditer(text):
        found, declared = items.read(match.group(3), _ITEM), _count(match.group(1))
        if not found or _LOOSE_END.search(found.further) or _may_be_more(declared, found):
            continue
        is_sound = found.least <= declared <= found.most or (found.plain and not items.go_on(found))
        if is_sound and 1 < declared <= 2 * found.most:  # two of 25 are examples
            yield Listing(match.start(1), match.end(2), declared, *_listed(declared, found), [])


def _gathered(text: str, counts: Iterable[int]) -> Iterator[Listing]:
    for start in counts:
        at = start
        if text.rfind("、", max(at - _ITEM, 0), at) < 0:
            continue
        at -= text[at - 1] == "“"
        match = _GATHERED.match(text, at)
        if not match:
            continue
        reach = max(at - _GATHERED_REACH, 0)
        words = _NOTED.sub(lambda found: "□" * len(found.group()), text[reach:at]) if text[at - 1] == ")" else text[reach:at]
        first = reach + max(words.rfind(mark) for mark in _EDGES) + 1
        if first == reach > 0 or text[first - 1 : first] == ")":
            continue
        quoted = text.rfind("“", first, at - 1)
        if text[at - 1] == "”" and "、" in text[quoted:at]:  # “甲、乙、丙”三个行动
            first, at = quoted + 1, at - 1
        found, declared = items.read(text[first:at], _ITEM + _BACK), _count(match.group(1))
        if not found or declared < 3 or _may_be_more(declared, found):
            continue
        if all(_LEVEL.match(part) for part in found.parts[1:]):
            continue  # 县级示范点、村级示范点: kinds, of which there may be several
        fits = found.least <= declared <= found.most
        listed = found.most if declared > found.most else found.least
        if fits or (
            not found.inner
            and found.least == found.most
            and abs(declared - listed) == 1
            and (items.end_alike(found.parts, match.group(3), 2) or _are_even(found.parts, match.group(3)))
        ):
            yield Listing(match.start(1), match.end(2), declared, *_listed(declared, found), [])


def _are_even(parts: list[str], counted: str) -> bool:
    """Whether items are as long as each other, but for a verb before the first, and called what clerks call such: 会前学法、定期督察 for 制度."""
    lengths = {len(part) for part in parts[1:]}
    return len(lengths) == 1 and lengths <= _EVEN and _SORT.match(counted) is not None and _first_is_even(parts[0], *lengths)


def _first_is_even(first: str, length: int) -> bool:
    return len(first) == length or _VERBS.fullmatch(first[: len(first) - length]) is not None


def _titles(text: str) -> Iterator[Listing]:
    for match in _TITLED.finditer(text):
        titles = _TITLES.search(text, max(match.start() - _RANGE, 0), match.start() + 1)
        if not titles:
            continue
        declared, listed = _count(match.group(1)), titles.group().count("《")
        of_titles = match.group(2) in _TITLED_BY or _TITLED_THINGS.match(text, match.end()) is not None
        copies = listed < declared and (not of_titles or declared - listed > _FEW)
        if (listed >= declared or match.group()[1] != "等") and not copies:
            yield Listing(match.start(1), match.end(2), declared, listed, listed, titles.group(), [])
