"""60万亩(合4万公顷), 四分之一(即25%): a quantity that brackets restate in another unit or notation."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.model import plain
from govmetrics.numerals import parse
from govmetrics.patterns import compile_
from govmetrics.relations.figures import HUNDRED, Number, Range, cut, rows, significant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.model import Span
    from govmetrics.view import View

GROUP: Final = "agreement"
SEVERITY: Final = "error"
WHAT: Final = Phrase("括号中换算的数与原数不符", "a quantity that brackets restate in another unit and that is not the same")
WHY: Final = Phrase(
    "括号中的“合”“即”“折合”说的是前面的同一个量，只是换了单位或写法，按法定换算关系应相等（另容许1%）。",
    "Brackets with 合, 即 or 折合 say the quantity before them in another unit or notation; beyond the places printed and 1 % the two are equal.",
)
BAD: Final = (
    ("全县建成高标准农田60万亩（合4.8万公顷），实现应建尽建。", "4.8万公顷"),
    ("绿道总长2.4公里（即4200米），全线贯通。", "4200米"),
    ("返乡人员占五分之一（即25%），同比略有增加。", "25%"),
    ("线上办理占七成五（即57%），较为普及。", "57%"),
    ("全镇面积126平方公里（1260公顷）。", "1260公顷"),
    ("上级补助收入占全年总收入的75%，也就是说，五分之四的收入来自上级补助。", "五分之四"),
    ("选择网上办理的占60%，换言之，七成群众不必跑路。", "七成"),
    ("粮食总产量71万吨，即71亿公斤。", "71亿公斤"),
)
GOOD: Final = (
    "全镇面积126平方公里（12600公顷）。",
    "上级补助收入占全年总收入的75%，也就是说，四分之一的收入要靠自身筹集。",
    "上级补助收入占全年总收入的75%，也就是说，四分之三的收入来自上级补助。",
    "选择网上办理的占66.2%，换言之，近七成群众不必跑路；窗口办理占33.8%，即三分之一。",
    "老年人口占五分之一（21.2%）强。",
    "全县建成高标准农田60万亩（合4万公顷），实现应建尽建。",
    "绿道总长2.4公里（合2400米），全线贯通。约三分之一（35%）为林下绿道。",
    "返乡人员占五分之一（即20%），其中近三分之一（33.3%）就近就业。",
    "线上办理占三成（即32.6%），其余为窗口办理。",
    "隧道群全长12公里（1800米以上特长隧道2座），主洞12公里（1800米）。",
    "建设面积30万亩（其中公顷以上地块1.2万公顷），占四分之一（同比提高3%）。",
    "粮食总产量71万吨，即7.1亿公斤。",
    "粮食总产量60万吨（单产480公斤），完成投资3亿元（占全年的35%）。",
)

_SIZES: Final = {
    "length": {"公里": 1000, "千米": 1000, "华里": 500, "米": 1},
    "area": {"平方公里": 10**6, "平方千米": 10**6, "公顷": 10**4, "平方米": 1},
    "weight": {"吨": 2000, "担": 100, "公斤": 2, "千克": 2, "斤": 1},
    "volume": {"立方米": 1000, "升": 1},
}
"""Units of one dimension in their least one; a 亩 is 10000/15 square metres, which no whole number says."""
_SIZE: Final = {unit: (kind, Decimal(size)) for kind, units in _SIZES.items() for unit, size in units.items()}
_MU: Final = Decimal(10000) / 15
_AS: Final = compile_(r"\((?:折合|约合|合|即|相当于|也就是|约为?|折算为?)?约?")
_SAID: Final = compile_(r"[,(]?(?:折合|约合|即|相当于|也就是)约?")
_FRACTION: Final = compile_(r"([一二三四五六七八九十]{1,3})分之([一二三四五六七八九十]{1,3})\((?:即|也就是|折合|约合|相当于|约)?约?(?=\d)")
_IN_PARTS: Final = compile_(
    r",?(?:也就是说?|换言之|换句话说|即|相当于|也即)[,:]?(?:有|大?约|近|超过?|逾)*(?P<said>([一二三四五六七八九十]{1,3})分之([一二三四五六七八九十]{1,3})|([一二三四五六七八九])成(?![一二三四五六七八九半多以]))"
)
_SLACK: Final = Decimal("0.01")
_FOUR: Final = Context(prec=4)
_ENDLESS: Final = 20
_TENTH: Final = Decimal(5)
_VAGUE: Final = frozenset("约近超逾过多")
_ROUGHLY: Final = frozenset("强弱左上")
_ABOUT: Final = Decimal(2)
_NEARLY: Final = Decimal(3)
"""Points by which a fraction in words may be off: nobody says 五分之一 for a third."""


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each quantity in brackets that is not the one before them."""
    for row in rows(view):
        for at, second in enumerate(row):
            closed = view.text.startswith(")", second.end)
            if second.low != second.high:
                continue
            if second.kind == "percent" and not second.change:
                yield from _in_parts(view, second)
            if at and ((closed and _AS.fullmatch(second.before)) or _SAID.fullmatch(second.before)):
                yield from _converted(row[at - 1], second)
            elif closed and second.kind == "percent":
                yield from _fraction(view, second)


def _converted(first: Number, second: Number) -> Iterator[Problem | Judgement]:
    if first.low != first.high or first.change != second.change:
        return
    if first.kind == second.kind == "percent":
        if second.before != "(" and "成" in first.text and "成" not in second.text:
            reach = _TENTH if first.text.endswith("成") else Decimal(1)
            yield _judged(first.span, first.text, second, Range(first.low - reach, first.low + reach), first.low)
        return
    one, other = _size(first.unit), _size(second.unit)
    if one and other and one[0] == other[0] and one != other:
        scale, meant = one[1] / other[1], cut(first)
        bounds = Range(meant.low * scale * (1 - _SLACK), meant.high * scale * (1 + _SLACK))
        told = second.before != "(" or (len(significant(second.low)) > 2 and significant(second.low) == significant(first.low * scale))
        if told or cut(second).meets(bounds):  # without 合 the brackets may be of another thing
            yield _judged(first.span, first.text, second, bounds, first.low * scale, exact=True)


def _size(unit: str) -> tuple[str, Decimal] | None:
    return ("area", _MU) if unit == "亩" else _SIZE.get(unit)


def _fraction(view: View, second: Number) -> Iterator[Problem | Judgement]:
    """Judge 四分之一(即25%): the fraction is no figure of its own."""
    start = view.text.rfind("分之", max(second.start - 12, 0), second.start) - 3
    match = _FRACTION.search(view.text, max(start, 0), second.start + 1)
    below, above = (parse(words) for words in match.groups()) if match else (None, None)
    if match and match.end() == second.start and below and above and 0 < above.low <= below.low:
        share = above.low / below.low * HUNDRED
        span = view.span(match.start(), match.end(2))
        loose = (
            match.group().endswith("(")
            or not second.exact
            or view.text[match.start() - 1] in _VAGUE
            or view.text[second.end + 1 : second.end + 2] in _ROUGHLY
        )
        spread = _NEARLY if loose else _ABOUT
        yield _judged(span, view.text[match.start() : match.end(2)], second, Range(share - spread, share + spread), share)


def _in_parts(view: View, first: Number) -> Iterator[Problem | Judgement]:
    """Judge 75%,也就是说,五分之四: what is said in words is no figure of its own."""
    said = _IN_PARTS.match(view.text, first.end)
    if not said or not first.exact:
        return
    below, above, tenths = (parse(words) if words else None for words in said.groups()[1:])
    if tenths:
        share, spread = tenths.low * 10, _TENTH
    elif below and above and 0 < above.low <= below.low:
        share, spread = above.low / below.low * HUNDRED, _NEARLY
    else:
        return
    span, words = view.span(*said.span("said")), said["said"]
    related = (Related(first.span, Phrase("前一处", "first said")),)
    if cut(first).meets(Range(share - spread, share + spread)):
        yield Judgement(status="holds", span=span, related=related, arithmetic=f"{first.text}={words}")
        return
    if cut(first).meets(Range(HUNDRED - share - spread, HUNDRED - share + spread)):
        return  # of the others: 占75%,也就是说,四分之一要自行筹集
    yield Problem(
        span=span,
        message=Phrase(f"{words}与前面的{first.text}不是一个数", f"{words} is not the {first.text} before it"),
        related=related,
        expected=first.text,
        found=words,
        arithmetic=f"{words}={plain(round(share, 1))}%≠{first.text}",
    )


def _judged(span: Span, words: str, second: Number, meant: Range, value: Decimal, *, exact: bool = False) -> Problem | Judgement:
    related = (Related(span, Phrase("前一处", "first said")),)
    if cut(second).meets(meant):
        return Judgement(status="holds", span=second.span, related=related, arithmetic=f"{words}={second.text}")
    # 亩 is no whole number of square metres: four digits say enough.
    right = second.rewritten(value if len(value.as_tuple().digits) < _ENDLESS else _FOUR.plus(value), exact=exact)
    return Problem(
        span=second.span,
        message=Phrase(f"{words}合{right}，此处却为{second.text}", f"{words} is {right}, not {second.text}"),
        related=related,
        expected=right,
        found=second.text,
        arithmetic=f"{words}={right}≠{second.text}",
    )
