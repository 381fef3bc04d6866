"""What was held at first, what came and went, and what is held in the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, Row, last_words, rows
from govmetrics.relations.flows.balance import HELD, balance
from govmetrics.relations.flows.roles import EXITS, STOCK, found_roles, role_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

_NOUN = compile_(
    "(?:新增|新接收|新登记|新纳入|新开工|购置|新购|核减|减少|注销|解除|退出|报废|处置|竣工|完工"
    "|[期年]末(?:登记)?(?:在册|实有|存栏|登记|在管|在矫|在住|在研|在建|在执|在审|共有|尚有))([\u4e00-\u9fff]{2,10})$"
)
_NO_THING = compile_("^(?:证书|证件|登记|手续|执行|销号)$")
_SOME_TIME = compile_("上半年|下半年|季度|(?<!截)[至到—-]\\d{1,2}月")
_MOVED = compile_("[^。;\n]{0,12}(?:其余|划转|移交|调整)")
_NO_FLOW = compile_("其中|计划|拟|应|另|含")


def stocks(view: View) -> Iterator[Problem | Judgement]:
    """Judge the sentences that give what was held at first and in the end."""
    for row in rows(view, 4):
        if view.text.find("初", row.start, row.end) < 0:
            continue
        held = found_roles(view, row, STOCK)
        if len(held) < 4 or not _of_one_kind(view, held["old"], row) or _MOVED.match(view.text, held["left"].end):
            continue
        if sum(number.kind == "count" and number.unit == held["left"].unit for number in row) == 4:
            if not EXITS.search(view.text, held["old"].end, held["left"].start):
                yield from balance(held, [], HELD)
        else:
            yield from _several(view, row, held["old"], held["left"])


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
    flows = [(role_of(view, number, STOCK), number) for number in between]
    if any(role not in ("new", "done") or number.unit != left.unit or _NO_FLOW.search(number.before) for role, number in flows):
        return
    if EXITS.search(view.text, old.end, left.start):
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
