"""a(即 b), a 次……这 b 次: a number that is said again at once, differently."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.model import plain
from govmetrics.numerals import parse
from govmetrics.patterns import compile_
from govmetrics.relations.figures import TIMES, Number, Row, alike, cut, last_words, rows, same_but_one, significant, slip

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from govmetrics.view import View

GROUP: Final = "agreement"
SEVERITY: Final = "error"
WHAT: Final = Phrase("同一个数紧接着的另一写法不同", "a number that is said again at once, differently")
WHY: Final = Phrase(
    "“即”“也就是”“这N次”说的是前面的同一个数，只能因舍入位数不同而有出入。",
    "即, 也就是 and 这N次 say the number before once more; only the places printed may differ.",
)
BAD: Final = (
    ("一、人员情况\n年末在职人员73人，离休人员2人。\n二、其他说明\n本单位上述37名在职人员由财政统发工资。\n", "37名"),
    ("年初确定的20项市级民生实事全部完成。这25项实事由人大代表票决产生。", "25项"),
    ("抽样调查涉及全县十八个乡镇。上述16个乡镇均按时完成。", "16个"),
    ("县政府常务会议集体学法6次。上述8次学法均形成纪要。", "8次"),
    ("安排衔接资金二千四百万元，这2600万元资金已全部下达。", "2600万元"),
    ("共发放补贴1286万元（1.286亿元）。", "1.286亿元"),
    ("争取中央预算内投资3.6亿元（3,600万元），支持项目27个。", "3,600万元"),
    ("本年度收入3274.58万元（即32754800元），与批复数一致。", "32754800元"),
    ("一季度新增企业106.3万户，三个月合计104.3万户。", "104.3万户"),
    ("全年组织集中学法6次、专题讲座3场；五次集中学法均由县长主持。", "五次"),
    ("全年办结信访事项3486件。在办结的3468件信访事项中，初信初访占七成。", "3468件"),
    ("全市摸排地下管网隐患2475处。截至年底，这2457处隐患均已销号。", "2457处"),
    ("举办网格员轮训八期，上述7期轮训覆盖全部社区。", "7期"),
    ("两级法院审结案件达21.37万件。23.17万件的背后，是全体干警的付出。", "23.17万件"),
    ("全年召开联席会议四次，这5次会议共研究议题22项。", "5次"),
)
GOOD: Final = (
    "县政府常务会议集体学法6次，另有专题学法2次。上述8次学法均形成纪要。",
    "安排衔接资金二千四百万元，这2400万元资金已全部下达。",
    "共发放补贴1286万元（0.1286亿元）。",
    "全市投入12.5亿元（125万元用于试点）。",
    "全年召开常委会24次，研究法治议题12个。这21个议题包括去年9个。",
    "本年度收入3274.58万元（即32745800元），与批复数一致。",
    "全年召开联席会议四次，这4次会议共研究议题22项。",
    "聘请行政执法监督员24名。年中3名监督员因工作变动退出，这21名监督员继续履职。",
    "全年命名法治示范村12个，连同往年命名的，这36个示范村实行动态管理。",
    "全年召开联席会议四次、专题会五次，这5次专题会共研究议题22项。",
    "全年命名示范社区12个、示范村9个。上述21个单位实行动态管理。",
    "全年摸排隐患2475处，其中重大隐患18处。这18处隐患均已挂牌，其余2457处隐患限期整改。",
    "新认定企业技术中心35家。甲、乙、丙、丁、戊公司填补空白，这5家技术中心已挂牌。",
    "举办就业专场招聘8场，其中高校、园区、乡镇各有侧重。这3场招聘均在上半年举行。",
    "交办督查事项40件，已办结35件。这5件事项正在推进。",
    "通过网络提交的占80.0%，也就是说，有八成申请在线办理。",
    "命名示范村12个，上述15个示范村（含往年3个）全部挂牌。",
    "全年新认定专精特新企业15家，这51家企业（含往年36家）实现产值60亿元。",
    "立项课题26个，这62个子课题均已开题。",
    "新开工项目28个，这82个重点项目完成投资90亿元。",
)

_AGAIN = compile_(r"[,(]?(?:即|也就是说?|也即|亦即|折合|合计为|换言之)[,:]?(?:人民币|有|约)?")
_SUM = compile_("(?:合计|共计|相加|之和)(?:为|是)?")
_AMONG = compile_(r"在?([^,。;:()\d]{2,10}?)的?")
_ALL_OF = compile_(r"([\u4e00-\u9fff]{3,10}?)(?:均|都|全部)")
_NEAR = 40
_MOST = 24
_POINTING = compile_(
    r"(?:^|[^\u4e00-\u9fff]|[在对将把向从为]|(?<=[本我该][单部]?[位门局院镇])|(?<=[。\n]全[市县区镇]))(?:这|该|上述|以上|前述|此)$"
)
_ABOVE = ("上述", "以上", "前述")
_NAME = compile_(r"[\u4e00-\u9fff]{2,6}")
_CALLED = 8
_POINTERS = frozenset("这该述上此")
_IN_THESE = compile_("[^,。;]{0,12}中(?:[,有]|已有)")
_REACH = 3
"""Sentences back that 这 may point."""
_NOUN = compile_(r"(?:的)?([\u4e00-\u9fff]{2})")
_FAR = 300
_PARTED = compile_("其中|分别|包括|例如|比如|剩余|其余|还有|尚有|未|除")
_TELLING = 3
"""Digits of a number for which one that differs is a slip: 15个 and 16个 may be of two things."""
_ADDED = compile_("加上|加之|连同|原有|另有")
_WITH_OTHERS = compile_("[^。;\n]{0,24}(?:包括|含|加上|连同)")
_BESIDE = 30
_FEW = 3
_MOVED = compile_("退出|合并|撤|调整|减少|增加|转出")
_SESSIONS = compile_("(?<!第)[一二两三四五六七八九十]{1,3}(?=期)")
_THESE = compile_(r"[^()]{0,30}[,;](?:在)?(?:这|上述)")


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each number that its restatement contradicts."""
    before: list[Number] = []
    recent: deque[Row] = deque(maxlen=_REACH)
    for row in rows(view):
        recent.append(row)
        yield from _pointed(view, recent)
        taken_up = next((one for one in reversed(before) if _resumes(view, one, row[0])), None) if not _points(row[0]) else None
        if taken_up is not None:
            yield from _judged(taken_up, row[0])
        for at in range(1, len(row)):
            first, second = row[at - 1], row[at]
            if at > 1 and first.unit in ("个月", "个季度") and _SUM.fullmatch(second.before) and row[at - 2].unit == second.unit:
                yield from _judged(row[at - 2], second)
            elif alike(first, second) and not first.change and not second.change:
                again = _AGAIN.fullmatch(second.before) is not None or _in_full(view, first, second)
                these = second.kind != "percent" and _THESE.fullmatch(second.before) and _only(row[max(0, at - _MOST) : at], second)
                if these:
                    near = (one for one in _before(recent, at - 1, first.start - _FAR) if alike(one, second))
                    others = _made_up([*list(near)[-_FEW:], first], second) or _ADDED.search(second.before)
                    these = not others and not _MOVED.search(view.text, first.end, second.start)
                if again or (these and _takes_up(view, first, second)):
                    yield from _judged(first, second)
        for at, number in enumerate(row):
            first_named = _named(view, row, at)
            if first_named is not None and not _made_up([one for one in row[max(0, at - _MOST) : at] if alike(one, number)], number):
                yield from _judged(first_named, number)
        before = row[-_MOST:]


def _takes_up(view: View, first: Number, second: Number) -> bool:
    """Whether 这 b 个 speaks of `first`: of things that are called so there, and without others (含往年 c 个); or it agrees."""
    if cut(first).meets(cut(second)):
        return True
    noun = _NOUN.match(view.text, second.end)
    return not _WITH_OTHERS.match(view.text, second.end) and (noun is None or noun.group(1) in _around(view, first, second))


def _resumes(view: View, last: Number, number: Number) -> bool:
    """Whether a sentence takes up the number before it: 21.37万件。23.17万件的背后; 信访事项3486件。在办结的3468件中."""
    if not alike(last, number) or last.change or number.change or not slip(last, number) or number.start - last.end > _NEAR:
        return False
    behind = view.text[number.end : number.end + 16]
    if not number.before.strip():
        return behind.startswith(("的背后", "背后"))
    if number.before.strip() in ("在这", "这", "在上述", "上述", "以上", "在以上"):
        return True
    words = number.before.strip()
    lead = _AMONG.fullmatch(words) if words.endswith("的") or _IN_THESE.match(behind) else None
    return lead is not None and any(lead.group(1)[i : i + 2] in last.before for i in range(len(lead.group(1)) - 1))


def _pointed(view: View, recent: deque[Row]) -> Iterator[Problem | Judgement]:
    """Judge each 这1326处隐患 against the numbers of that unit in its paragraph."""
    row = recent[-1]
    for at, number in enumerate(row):
        if number.kind not in ("count", "money") or number.change or number.unit in TIMES or not _points(number):
            continue
        begin = max(view.text.rfind("\n", max(0, row.start - _FAR), row.start) + 1, number.start - _FAR)
        begin = max(0, number.start - _FAR) if number.before.endswith(_ABOVE) else begin
        same = [one for one in _before(recent, at, begin) if alike(one, number) and not one.change]
        if not same and number.unit == "期":
            yield from _sessions(view, begin, number)
        first = _meant(view, same, number)
        counted = first is not None and not (at and row[at - 1] is first and _THESE.fullmatch(number.before))
        agrees = first is not None and cut(first).meets(cut(number))
        sure = len(number.face.strip("0.万亿")) >= _TELLING or (first is not None and _is_named_so(view, first, number))
        told = sure and not _ADDED.search(number.before)
        if first is not None and counted and (agrees or told) and not _WITH_OTHERS.match(view.text, number.end):
            yield from _judged(first, number)


def _is_named_so(view: View, first: Number, number: Number) -> bool:
    """Whether the things that `number` counts are called by the very words before `first`: 集体学法6次。上述8次学法."""
    before, noun = number.before.strip(), _NAME.match(view.text, number.end)
    if noun is None or not (before.endswith(_ABOVE) or before == "这"):
        return False  # 法院判决后,这8件 may be others that the sentence before has not counted
    words, name = last_words(first.before), noun.group()
    return any(words.endswith(name[:size]) for size in range(2, len(name) + 1)) or name[:2] in view.text[first.end : first.end + _CALLED]


def _points(number: Number) -> bool:
    return number.before[-1:] in _POINTERS and _POINTING.search(number.before) is not None


def _before(recent: deque[Row], at: int, begin: int) -> Iterator[Number]:
    """The last numbers from `begin` on before the one at `at` of the last row."""
    *earlier, row = recent
    for line in (*(one[-_MOST:] for one in earlier), row[max(0, at - _MOST) : at]):
        yield from (one for one in line if one.start >= begin)


def _meant(view: View, same: list[Number], number: Number) -> Number | None:
    """Which of the numbers before it `number` says again, if it is one of them and not what they make together."""
    noun = _NOUN.match(view.text, number.end)
    named = [one for one in same if noun and noun.group(1) in _around(view, one, number)]
    equal = next((one for one in reversed(named) if cut(one).meets(cut(number))), None)
    if equal is not None or not named:
        return equal
    if any(not one.exact or cut(one).meets(cut(number)) for one in same):
        return None
    swapped = len(named) == 1 and sorted(plain(named[0].low)) == sorted(plain(number.low))
    if len(same) == 1 or swapped:
        return named[0] if _is_slip(view, named[0].end, named[0].low, number) else None
    close = [one for one in named if slip(one, number)]
    return close[0] if len(close) == 1 and not _made_up(same, number) else None


def _is_slip(view: View, end: int, said: Decimal, number: Number) -> bool:
    """Whether `number` has as many digits as what was said, one wrong or two swapped, and nothing between lists or parts what it counts."""
    first, second, between = plain(said), plain(number.low), view.text[end : number.start]
    if len(first) != len(second) or _PARTED.search(between) or (len(first) == 1 and "、" in between):
        return False
    return same_but_one(first, second)


def _sessions(view: View, begin: int, number: Number) -> Iterator[Problem | Judgement]:
    """Judge 上述5期培训 against 培训班六期, which is no figure because 二期 mostly is the second phase."""
    noun = _NOUN.match(view.text, number.end)
    before = list(_SESSIONS.finditer(view.text, max(begin, number.start - _NEAR * 2), number.start))
    said = parse(before[0].group()) if len(before) == 1 else None
    if not noun or not said or noun.group(1) not in view.text[max(before[0].start() - 8, begin) : before[0].start()]:
        return
    related = (Related(view.span(before[0].start(), before[0].end() + 1), Phrase("前一处", "first said")),)
    shown = f"{before[0].group()}期"
    if said.low == number.low:
        yield Judgement(status="holds", span=number.span, related=related, arithmetic=f"{shown}={number.text}")
    elif number.exact and _is_slip(view, before[0].end(), said.low, number):
        yield _differs(related, shown, number, said.low)


def _around(view: View, one: Number, number: Number) -> str:
    """The words around a number that `number` stands behind."""
    return last_words(one.before)[-_BESIDE:] + view.text[one.end : min(one.end + 8, number.start)]


def _made_up(same: list[Number], number: Number) -> bool:
    """Whether neighbours among the numbers before it add up to `number`, or two of them differ by it."""
    for at, one in enumerate(same):
        total = one.low
        for other in same[at + 1 :]:
            total += other.low
            if number.low in (total, abs(one.low - other.low)):
                return True
    return False


def _in_full(view: View, first: Number, second: Number) -> bool:
    """Whether 1286.40万元(12864000元) says an amount once more in full."""
    if second.before != "(" or first.kind != "money":
        return False
    if first.step > second.step and (slip(first, second) or cut(first).meets(cut(second))):
        return True
    closed = view.text.startswith(")", second.end)
    return closed and len(significant(first.low)) > 1 and significant(first.low) == significant(second.low)


def _named(view: View, row: Row, at: int) -> Number | None:
    """The number of meetings that 五次学习会均由…主持 speaks of."""
    number = row[at]
    if number.kind != "count" or number.change:
        return None
    all_of = _ALL_OF.match(view.text, number.end)
    if not all_of:
        return None
    before = [one for one in row[max(0, at - _MOST) : at] if alike(one, number) and not one.change]
    named = next((one for one in before if last_words(one.before).endswith(all_of.group(1))), None)
    again = named is not None and named.low != number.low and any(one.low == number.low for one in before)
    return None if again else named


def _only(before: list[Number], number: Number) -> bool:
    return sum(one.unit == number.unit and one.kind == number.kind for one in before) == 1


def _judged(first: Number, second: Number) -> Iterator[Problem | Judgement]:
    if not (first.exact and second.exact):
        return
    related = (Related(first.span, Phrase("前一处", "first said")),)
    if cut(first).meets(cut(second)):
        yield Judgement(status="holds", span=second.span, related=related, arithmetic=f"{first.face}={second.face}")
        return
    yield _differs(related, first.text, second, first.low)


def _differs(related: tuple[Related, ...], first: str, second: Number, value: Decimal) -> Problem:
    right = second.rewritten(value)
    return Problem(
        span=second.span,
        message=Phrase(
            f"{second.text}与前面的{first}是同一个数，却不相等",
            f"{second.text} is said to be the {first} before it and is not",
        ),
        related=related,
        expected=right,
        found=second.text,
        arithmetic=f"{first}≠{second.text}",
    )
