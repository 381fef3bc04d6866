"""So many times so many: 举办 n 期,每期 q 人,累计培训 w 人次."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.model import plain
from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, cut, last_words, mistyped, rows, same_but_one, swapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

_EACH_OF = compile_("[,、(]每([期场次批班户人件所家个亩])(?:[^,。;\\d]{0,6}均为|培训|发放|补助|补贴|参训|安排|投入|奖励|参加)?")
_FROM_EACH = compile_(
    "(?:[,、]?(?:从|对)?每(?:个|名|家|所|户|村|镇|人|个部门|个单位)[^,。;\\d]{0,12}|^[^,。;\\d、]{0,14}各[^,。;\\d]{0,8}|^[^,。;\\d、]{0,10}[户人]均[^,。;\\d]{0,6}|每人[^,。;\\d]{0,6})$"
)
_PRICE = compile_("每(?P<unit>[件人户名场亩次])(?P<what>补贴|补助|奖励|资助)$")
_PAID = compile_("[,、](?:共|累计|合计)?(?:支出|发放|兑现|落实|拨付|支付)(?:案件)?(?P<what>补贴|补助|奖励|资助)(?:金|资金|款)?(?:共|合计)?")
_EACH_WORDS = ("每", "各", "均")
_IN_TOTAL = compile_("[^。;\\d]{0,12}[,、](?:[^,。;\\d]{0,8})(?:共计?|总数|总量|合计|累计|总计)(?:达|为|[^,。;\\d]{0,6})")
_MORE_OF_THEM = compile_("[,(](?:其中)?(?:含|包括|另)")
_AT_LEAST = compile_("至少|不少于|不低于|约|以上|左右|[至—~-]\\d")
_EVERY = compile_("每[周月年季天日]$")
_IN_ALL = compile_("(?:参[训加会])?[,、)]*(?:累计|共计?|合计|总计)(?:[\u4e00-\u9fff]{0,6})")
_PERSONS = frozenset(["人", "名", "人次"])
_GUESTS = compile_("[^。;]{0,10}(?:旁听|超出|列席|加开)|[^,。;]{0,6},有\\d")


def products(view: View) -> Iterator[Problem | Judgement]:
    """举办 n 期,每期 q 人,累计培训 w 人次: so many times so many."""
    for row in rows(view, 3):
        for times, each, total in zip(row, row[1:], row[2:], strict=False):
            yield from _priced(times, each, total)
            if not any(word in each.before for word in _EACH_WORDS):
                continue
            if _FROM_EACH.search(each.before):
                yield from _from_each(view, times, each, total)
                continue
            said = _EACH_OF.fullmatch(each.before)
            if not said or _EVERY.search(times.before) or times.unit != said.group(1) or each.change or not _IN_ALL.fullmatch(total.before):
                continue
            alike_ = each.kind == total.kind and (each.unit == total.unit or {each.unit, total.unit} <= _PERSONS)
            others = view.text.startswith(("(", ",其中含", ",含", ",包括"), total.end) or _GUESTS.match(view.text, total.end)
            if others or not alike_ or not (times.exact and each.exact and total.exact):
                continue
            roles = Phrase("次数", "times"), Phrase("每次", "each time")
            yield _times(times, each, total, roles, Phrase(f"每{times.unit}", "of"))


def _priced(price: Number, times: Number, total: Number) -> Iterator[Problem | Judgement]:
    """每件补贴 q 元,办理案件 n 件,支出补贴 w 元"""
    per = _PRICE.search(last_words(price.before))
    if per is None or price.kind != "money" or total.kind != "money" or times.unit != per["unit"]:
        return
    paid = _PAID.fullmatch(total.before)
    if paid is None or paid["what"] != per["what"] or not (price.exact and times.exact and total.exact) or times.change:
        return
    judged = _times(times, price, total, (Phrase("个数", "number"), Phrase("每个", "each")), Phrase(f"每{times.unit}", "of"))
    if isinstance(judged, Judgement) or same_but_one(total.text, total.rewritten(times.low * price.low)):
        yield judged


def _from_each(view: View, times: Number, each: Number, total: Number) -> Iterator[Problem | Judgement]:
    """对 n 个部门,每个部门抽取 q 卷,共评查 w 卷; 为 n 个村各遴选 q 名,总数达 w 名."""
    alike_ = each.kind == total.kind and (each.unit == total.unit or {each.unit, total.unit} <= _PERSONS)
    whole = _IN_TOTAL.fullmatch(total.before) and not _MORE_OF_THEM.match(view.text, total.end)
    if not alike_ or not whole or _AT_LEAST.search(each.before) or _AT_LEAST.match(view.text, each.end):
        return
    if times.kind != "count" or times.change or times.low <= 1 or not (times.exact and each.exact and total.exact):
        return
    judged = _times(times, each, total, (Phrase("个数", "number"), Phrase("每个", "each")), Phrase("每个", "with"))
    said, right = plain(total.low), plain(times.low * each.low)
    if isinstance(judged, Judgement) or mistyped(said, right) or swapped(said, right) or _is_rescaled(total, times.low * each.low):
        yield judged


def _is_rescaled(total: Number, value: Decimal) -> bool:
    """Whether a total is right but for 万 or 亿."""
    return value in (total.low * 10**4, total.low * 10**8)


def _times(times: Number, each: Number, total: Number, roles: tuple[Phrase, Phrase], per: Phrase) -> Problem | Judgement:
    """What `times` numbers of `each` say of their total; `per` ties the two in the message."""
    value = times.low * each.low
    arithmetic = f"{times.face}×{each.face}={total.rewritten(value).removesuffix(total.unit)}"
    related = (Related(times.span, roles[0]), Related(each.span, roles[1]))
    if cut(total).meets(cut(each).times(times.low)):
        return Judgement(status="holds", span=total.span, related=related, arithmetic=arithmetic)
    return Problem(
        span=total.span,
        message=Phrase(
            f"{times.text}、{per.zh}{each.text}，共{total.rewritten(value)}，不是{total.text}",
            f"{times.text} {per.en} {each.text} each make {total.rewritten(value)}, not {total.text}",
        ),
        related=related,
        expected=total.rewritten(value),
        found=total.text,
        arithmetic=f"{arithmetic}≠{total.face}",
    )
