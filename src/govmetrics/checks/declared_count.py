"""以下四项工作, and three are listed: a declared number of items that does not fit the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.relations.headings import hanzi
from govmetrics.relations.listing import Listing, listings
from govmetrics.relations.words_around import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "structure"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("声明的项数与列出的不符", "a declared number of items that does not fit the list")
WHY: Final = Phrase(
    "前面说“四项工作”，后面只列三项，不是漏了一项，就是删改后没有改数。列举以“等”收尾的不比。",
    "What says four and lists three has lost an item, or was cut without changing the number. Lists that are left open are not compared.",
)
BAD: Final = (
    ("主要存在以下四方面问题：一是力量不足；二是数据不全；三是宣传不够。", "四方面"),
    ("要做好两项工作：\n（一）健全机制。抓好培训。\n（二）提升质效。抓好督查。\n（三）加强衔接。抓好会商。\n", "两项"),
    ("内设机构6个，分别为办公室、法规科、复议科、宣传科、调研科。", "6个"),
    ("修订《公文办理办法》《会议管理办法》《督查办法》等2项制度。", "2项"),
    ("诉求分为5类：咨询类、求助类、投诉类、建议类。", "5类"),
    ("下一步聚焦三点持续发力。第一，抓好培训；第二，抓好督查。", "三点"),
)
GOOD: Final = (
    "主要存在以下三方面问题：一是力量不足；二是数据不全；三是宣传不够。",
    "内设机构5个，分别为办公室、法规科、复议科、宣传科、普法和依法治理科。",
    "出台《公文办理办法》《会议管理办法》等6项制度。",
    "诉求分为5类：咨询、求助、投诉、建议和其他。",
    "全年办理建议12件。一是完善制度；二是加强督办。",
)

_NUMERALS: Final = "0123456789０１２３４５６７８９一二三四五六七八九十两"


def check(view: View) -> Iterator[Problem | Judgement]:
    """A judgement or a problem for each declared count with a list after it."""
    for one in listings(view):
        span = view.span(one.start, one.end)
        related = tuple(Related(view.span(start, end), Phrase("列出的项", "an item of the list")) for start, end in one.places)
        if one.least <= one.declared <= one.most:
            yield Judgement(status="holds", span=span, related=related, arithmetic=f"{one.declared} = {one.items}")
        else:
            yield _problem(view, one, related)


def _problem(view: View, one: Listing, related: tuple[Related, ...]) -> Problem:
    span = view.span(one.start, one.end)
    found = shown(view, span)
    listed = one.most if one.declared > one.most else one.least
    number = found.rstrip("".join(set(found) - set(_NUMERALS)))
    right = (str(listed) if number.isdecimal() else "两" if listed == 2 else hanzi(listed)) + found[len(number) :]
    return Problem(
        span=span,
        message=Phrase(f"写的是“{found}”，列出的是{listed}项", f"{found} says {one.declared} items, and {listed} are listed"),
        related=related,
        help=Phrase(f"改为“{right}”，或核对列出的各项", f"write {right}, or check the items"),
        expected=right,
        found=found,
        arithmetic=f"{one.declared} ≠ {listed}",
    )
