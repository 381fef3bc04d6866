"""新收 a,旧存 b,办结 c,未结 d: what came in and what was left over from before that is not what was done and what is left."""

from __future__ import annotations

from decimal import Decimal
from itertools import takewhile
from typing import TYPE_CHECKING, Final, TypeAlias

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, Row, cut, last_words, rounded, rows
from govmetrics.relations.sums import closure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import regex

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

Roles: TypeAlias = "tuple[tuple[str, regex.Pattern[str]], ...]"
_ROLES: Roles = (
    (
        "old",
        compile_(
            "旧存|上一年度?[^,。;]{0,4}(?:转来|结转|转入|未结|遗留)|上年[^,。;]{0,3}转来|上年(?:度)?[^,。;]{0,3}(?:结转|未结|转入|积存|结存)|结转上年|[年期]初(?:结转|未结|结存|在办|存案|遗留)|上期(?:结转|结存)|上年度?遗留"
        ),
    ),
    (
        "left",
        compile_(
            "未结|未审结|未执结|尚未办结|正在办理|(?:结转|转入|转至|结转至|结转到|转)(?:下[年期]|下一年|20\\d\\d年)|[年期]末(?:结存|未结|在办|存案)|尚在办理|转下年"
        ),
    ),
    ("new", compile_("新启动|新收|新制发|新交办|新排查|新受理|新发|本年收到|收到|本年受理|受理|新增|新立|立案$")),
    ("done", compile_("办结|审结|结案|化解|销号|执结|调结|裁结|处结|已办理|办理|答复|作出处理")),
)
_STOCK: Roles = (
    ("old", compile_("[年期]初(?:在册|实有|存栏|登记|在管|在矫|在住|在研|在建|在执|在审|在办项目|共有|有|现行有效|有效|台账)|[年期]初$")),
    (
        "left",
        compile_(
            "[年期]末(?:在册|实有|存栏|登记|在管|在矫|在住|在研|在建|在执|在审|在办项目|共有|尚有|有|现行有效|有效|台账|尚余|持证)|[年期]末$|截至(?:年底|(?:20\\d\\d年)?12月31日)现行有效"
        ),
    ),
    (
        "new",
        compile_(
            "新导入|增补|新办|补录|新制定|新制发|新印发|新出台|新发|换发|新增|新接收|新登记|新纳入|新入|新立|新开工|新批|新签|转入|迁入|购置|新购|增购|调入|划入"
        ),
    ),
    (
        "done",
        compile_(
            "核减|减少|注销|解除|迁出|退出|转出|核销|期满|通过验收|验收|结题|竣工|完工|建成|报废|报损|处置|调出|划出|收监|死亡|撤销|终止|变更|废止|失效|销号|化解|出账"
        ),
    ),
)
_ANSWERED = compile_("(?:已|共|全部)[^,]{0,6}(?:回复|答复|办复|反馈)$")
_MOST = Decimal("1.5")
"""How many times what there was may be done for a slip; more is of another place or time."""
_NOUN = compile_(
    "(?:新增|新接收|新登记|新纳入|新开工|购置|新购|核减|减少|注销|解除|退出|报废|处置|竣工|完工"
    "|[期年]末(?:登记)?(?:在册|实有|存栏|登记|在管|在矫|在住|在研|在建|在执|在审|共有|尚有))([\u4e00-\u9fff]{2,10})$"
)
_NO_THING = compile_("^(?:证书|证件|登记|手续|执行|销号)$")
_SOME_TIME = compile_("上半年|下半年|季度|(?<!截)[至到—-]\\d{1,2}月")
_MOVED = compile_("[^。;\n]{0,12}(?:其余|划转|移交|调整)")
_DONE_THING = compile_("(?P<other>另|同时|指导|案外)?[^,。;]{0,12}?(?:办结|审结|化解|办理|答复)(?P<what>[\u4e00-\u9fff、]{2,12})?$")
_ANSWERS = 4
_JOINTS = ("、", "和", "及")
_RESPECTIVELY = compile_("分别(?:办结|审结|结案|化解|调结)$")
_EXITS = compile_("除[^,]{1,14}外|并案|移交|自动失效|转为|合并|相抵|若干|等情形|告知后|不符合|停缓建|调整后")
_ADDED = compile_("(?:加上|连同|加)(?:上年|[年期]初)[^,。;]{0,6}$")
_RECEIVED = compile_("(?:收到|新收|受理|接收|登记)[^,。;]{0,10}$")
_KEPT = 24
"""Numbers of the paragraph before a sentence that are kept."""
_HALVES = compile_("[上下]半年|季度")
_NO_FLOW = compile_("其中|计划|拟|应|另|含")
_WHOLE = compile_("全[省市县区州]|累计|历年")
_TAKEN_UP = compile_("(?:[,;、]|其中)(?:受理|立案)$")
_PART = compile_("首次|简易|普通程序|一审|二审|当场|其中")
_STILL = compile_("(?:仍|尚|还|另)有$")
_WAITS = compile_("[^,。;]{0,4}(?:待|尚未|未|正在|仍在)")
NAMES = {
    "new": Phrase("新收", "new"),
    "old": Phrase("结转", "carried over"),
    "done": Phrase("办结", "done"),
    "left": Phrase("未结", "left"),
}


HELD = {
    "new": Phrase("新增", "added"),
    "old": Phrase("年初数", "held at first"),
    "done": Phrase("减少", "gone"),
    "left": Phrase("年末数", "held in the end"),
}


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each sentence whose four numbers do not balance, or in which more is done than there was."""
    if "初" in view.text and ("末" in view.text or "现行有效" in view.text):
        yield from _stocks(view)
    if "结" not in view.text:
        return
    before: list[Number] = []
    for row in rows(view):
        if before and "\n" in view.text[before[-1].end : row.start]:
            before = []
        if len(row) >= 3:
            yield from _cases(view, row, before)
        before = [*before, *row][-_KEPT:]


def _stocks(view: View) -> Iterator[Problem | Judgement]:
    """Judge the sentences that give what was held at first and in the end."""
    for row in rows(view, 4):
        if view.text.find("初", row.start, row.end) < 0:
            continue
        held = _found(view, row, _STOCK)
        if len(held) < 4 or not _of_one_kind(view, held["old"], row) or _MOVED.match(view.text, held["left"].end):
            continue
        if sum(number.kind == "count" and number.unit == held["left"].unit for number in row) == 4:
            if not _EXITS.search(view.text, held["old"].end, held["left"].start):
                yield from _balance(held, [], HELD)
        else:
            yield from _several(view, row, held["old"], held["left"])


def _cases(view: View, row: Row, before: list[Number]) -> Iterator[Problem | Judgement]:
    """Judge a sentence that tells what came in and what became of it."""
    found = _found(view, row)
    if len({number.unit for number in found.values()}) != 1:
        return
    words = view.text[row.start : row.end]
    if _HALVES.search(words) or _EXITS.search(words) or "受理率" in words:
        return
    others = [number for number in row if number not in found.values() and number.unit == next(iter(found.values())).unit]
    if found.keys() == {"old", "done", "left"} and _ADDED.search(found["old"].before) and (new := _told_before(before, found["left"])):
        found["new"] = new
    if {"new", "old", "left"} <= found.keys() and (answers := _answers(row, found)):
        found["done"], others = _sum(answers), []
    else:
        answers = []
    if (
        "done" in found
        and sum(number.low for number in others if number.start > found["left" if "left" in found else "done"].end) == found["done"].low
    ):
        others = [number for number in others if number.start < found["done"].start]  # what those done came to
    if len(found) == 4 and not ("上半年" in words and "全年" in words):
        yield from _balance(found, others, parts=answers)
    elif found.keys() == {"new", "old", "done"}:
        yield from _exceeded(found)


def _told_before(before: list[Number], like: Number) -> Number | None:
    """新收申请 a 件。…加上上年结转的 b 件: the only number of the paragraph before that tells what was received."""
    said = [one for one in before if one.unit == like.unit and one.exact and not one.change]
    received = [one for one in said if _RECEIVED.search(last_words(one.before))]
    return received[0] if len(received) == 1 else None


def _answers(row: Row, found: dict[str, Number]) -> list[Number]:
    """What requests came to: 予以公开 a 件,部分公开 b 件,不予公开 c 件,其他处理 d 件; 分别办结 a 件、b 件和 c 件."""
    parts = [number for number in row if number not in found.values() and number.end <= found["left"].start]
    if not all(number.exact and number.unit == found["left"].unit for number in parts):
        return []
    if done := found.get("done"):
        joined = list(takewhile(lambda number: number.before in _JOINTS, (number for number in parts if number.start > done.end)))
        return [done, *joined] if joined and _RESPECTIVELY.search(done.before) else []
    return parts if closure.outcomes([last_words(number.before) for number in parts], _ANSWERS) else []


def _sum(parts: list[Number]) -> Number:
    """`parts` together, as one number."""
    total = Number(parts[0].metric, parts[0].start, parts[-1].end, "", "+".join(number.face for number in parts))
    total.low = total.high = sum((number.low for number in parts), Decimal(0))
    return total


def _found(view: View, row: Row, roles: Roles = _ROLES) -> dict[str, Number]:
    """The numbers of a sentence by their roles, of several that were received the last, which was taken up; none that is what two make."""
    told = [(role, number) for number in row if (role := _role(view, number, roles))]
    old = next((number for role, number in told if role == "old"), None)
    totals = {number.low + old.low for role, number in told if role == "new"} if old is not None else set()
    found: dict[str, Number] = {}
    for role, number in told:
        is_total = number.low in totals and role != "old"
        if not is_total and (role not in found or (role == "new" and _TAKEN_UP.search(number.before))):
            found[role] = number
    return found


def _role(view: View, number: Number, roles: Roles) -> str:
    if number.kind != "count" or number.change or not number.exact:
        return ""
    words = number.before[max(number.before.rfind(char) for char in ",;。") + 1 :]
    if roles is _ROLES and _ANSWERED.search(words):
        return "done"
    if roles is _ROLES and _STILL.search(words) and _WAITS.match(view.text, number.end):
        return "left"
    return next((role for role, pattern in roles if pattern.search(words)), "")


def _of_one_kind(view: View, old: Number, row: Row) -> bool:
    """Whether what is said to be added or gone is not another kind of thing: 低保对象 a 户,新增特困供养对象 b 户."""
    words = last_words(old.before)
    if _SOME_TIME.search(view.text, row.start, row.end):
        return False
    for number in row:
        noun = _NOUN.search(last_words(number.before))
        if number is not old and noun and noun.group(1) not in words and not _NO_THING.search(noun.group(1)):
            return False
    return True


def _several(view: View, row: Row, old: Number, left: Number) -> Iterator[Problem | Judgement]:
    """年初在册 a,新接收 b,解除 c,迁出 d,年末在册 e: all that came and all that went."""
    between = (number for number in row if old.end <= number.start < left.start and not number.before.startswith("("))
    flows = [(_role(view, number, _STOCK), number) for number in between]
    if any(role not in ("new", "done") or number.unit != left.unit or _NO_FLOW.search(number.before) for role, number in flows):
        return
    if _EXITS.search(view.text, old.end, left.start):
        return
    value = old.low + sum(number.low if role == "new" else -number.low for role, number in flows)
    words = old.face + "".join(("+" if role == "new" else "-") + number.face for role, number in flows)
    related = (Related(old.span, HELD["old"]), *(Related(number.span, HELD[role]) for role, number in flows))
    arithmetic = f"{words}={left.rewritten(value).removesuffix(left.unit)}"
    if value == left.low:
        yield Judgement(status="holds", span=left.span, related=related, arithmetic=arithmetic)
    elif value >= 0 and not view.text.startswith("(", left.end):
        yield Problem(
            span=left.span,
            message=Phrase(
                f"年初数加新增减减少为{left.rewritten(value)}，与年末数{left.text}不符",
                f"what was held, added and gone leaves {left.rewritten(value)}, not {left.text}",
            ),
            related=related,
            expected=left.rewritten(value),
            found=left.text,
            arithmetic=f"{arithmetic}≠{left.face}",
        )


def _exceeded(found: dict[str, Number]) -> Iterator[Problem | Judgement]:
    """More cannot be done than was received and carried over; what is left need not be told."""
    new, old, done = (found[role] for role in ("new", "old", "done"))
    value = new.low + old.low
    noun = _DONE_THING.search(last_words(done.before))
    if noun and (noun.group("other") or (noun.group("what") and noun.group("what")[-4:] not in last_words(new.before))):
        return  # 另办理行政应诉案件 d 件
    related = tuple(Related(number.span, NAMES[role]) for role, number in found.items() if number is not done)
    words = f"{new.face}+{old.face}={done.rewritten(value).removesuffix(done.unit)}"
    if done.low <= value or (cut(new) + cut(old)).meets(cut(done)):
        yield Judgement(status="holds", span=done.span, related=related, arithmetic=f"{words}≥{done.face}")
    elif ";" not in done.before and done.end > max(new.end, old.end) and done.low <= _MOST * value and not _WHOLE.search(done.before):
        yield Problem(
            span=done.span,
            message=Phrase(
                f"办结{done.text}，多于新收加结转的{done.rewritten(value)}",
                f"{done.text} are done, more than the {done.rewritten(value)} received and carried over",
            ),
            related=related,
            expected=f"≤{done.rewritten(value)}",
            found=done.text,
            arithmetic=f"{words}<{done.face}",
        )


def _balance(
    found: dict[str, Number], others: list[Number], names: Mapping[str, Phrase] = NAMES, parts: Sequence[Number] = ()
) -> Iterator[Problem | Judgement]:
    new, old, done, left = (found[role] for role in ("new", "old", "done", "left"))
    words = f"{new.face}+{old.face}-{done.face}"
    value = new.low + old.low - done.low
    related = tuple(Related(number.span, names[role]) for role, number in found.items() if number is not left)
    related += tuple(Related(number.span, names["done"]) for number in parts[1:])
    result = left.rewritten(value).removesuffix(left.unit)
    included = (
        old.before.startswith("(")
        or any(word in old.before[-8:] for word in ("含", "其中", "包括"))
        or any(word in old.before for word in ("(含", "(其中"))
    )
    if included and any(how(new).meets(how(done) + how(left)) for how in (rounded, cut)):
        yield Judgement(status="holds", span=left.span, related=related, arithmetic=f"{new.face}-{done.face}={left.face}")
        return
    if any((how(new) + how(old)).meets(how(done) + how(left)) for how in (rounded, cut)):
        yield Judgement(status="holds", span=left.span, related=related, arithmetic=f"{words}={result}")
        return
    apart = abs(value - left.low)
    amounts = [number.low for number in others]
    made = {
        *amounts,
        sum(amounts),
        *(abs(one - two) for one in amounts for two in amounts),
        *(one + two for at, one in enumerate(amounts) for two in amounts[at + 1 :]),
    }
    if apart in made or _PART.search(done.before):
        return  # 中止 c 件, 撤回 d 件: neither done nor left
    yield Problem(
        span=left.span,
        message=Phrase(
            f"{names['new'].zh}加{names['old'].zh}减{names['done'].zh}为{left.rewritten(value)}，与{names['left'].zh}{left.text}不符",
            f"{names['new'].en} and {names['old'].en} less {names['done'].en} leaves {left.rewritten(value)}, not {left.text}",
        ),
        related=related,
        expected=left.rewritten(value) if value >= 0 else "",
        found=left.text,
        arithmetic=f"{words}={result}≠{left.face}",
    )
