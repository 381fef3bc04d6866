"""三次产业结构 a:b:c: shares of a whole that do not make 100."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.numerals import parse
from govmetrics.patterns import compile_
from govmetrics.relations.figures import HALF, HUNDRED, Number, Row, digits, last_words, rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govmetrics.model import Span
    from govmetrics.view import View

GROUP: Final = "share"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("构成比之和不等于100", "shares of a whole that do not make 100")
WHY: Final = Phrase(
    "各部分占比之和应为100%，舍入误差以内不算。只列出主要几类的不要求凑足，但都不能超过100%。",
    "The shares of all parts make 100 %, within rounding. Where only some are named they may be less, but never more.",
)
BAD: Final = (
    (
        "全年用水总量18.40亿立方米，其中农业11.30亿立方米，工业3.70亿立方米，生活及生态3.40亿立方米，三者之比为61.4∶21.0∶18.5。",
        "61.4∶21.0∶18.5",
    ),
    ("第一、第二、第三产业增加值占地区生产总值的比重依次为6.2%、47.5%和43.6%。", "43.6%"),
    ("三次产业对经济增长的贡献率分别为8.3%、62.5%、39.1%。", "39.1%"),
    ("一产、二产、三产投资之比为2.5∶53.8∶61.7。", "2.5∶53.8∶61.7"),
    ("三次产业增加值占地区生产总值的比重分别为8.7%、41.6%和50.7%。", "50.7%"),
    ("三次产业结构为21.5∶36.1∶43.4，服务业占比提高。", "21.5∶36.1∶43.4"),
    ("农、林、牧、渔业及服务业构成为52.4∶6.1∶30.8∶7.2∶5.5。", "52.4∶6.1∶30.8∶7.2∶5.5"),
    ("全部公开的占61.5%，其余39.5%为部分公开或不予公开。", "39.5%"),
    ("诉求分为咨询、求助、投诉三类，分别占52.3%、30.1%、15.2%。", "52.3%"),
    ("从领域看，城管占41.2%，交通占28.7%，市场监管占16.9%，其余占10.5%。", "10.5%"),
    ("三产比例为12.3:38.6:50.1。", "12.3:38.6:50.1"),
    ("养老保险参保率96.2%，仍有4.8%的居民未参保。", "4.8%"),
    ("按诉求类别看，政策兑现类、用工用能类、融资服务类、其他类分别占38.6%、27.4%、19.5%、12.5%。", "12.5%"),
    ("按来源分，来信占52.3%，来访占30.1%，网上投诉占25.2%。", "25.2%"),
    ("受访企业中认为执法“非常规范”的占62.4%，认为“比较规范”的占43.7%，另有少数企业选择“一般”。", "43.7%"),
    ("申请通过网上、窗口、邮寄三种渠道提交的比例分别为54.6%、31.8%和16.3%，网上已成主要方式。", "16.3%"),
)
GOOD: Final = (
    "受访企业中认为执法“非常规范”的占62.4%，认为“比较规范”的占33.7%，另有少数企业选择“一般”。",
    "申请通过网上、窗口、邮寄三种渠道提交的比例分别为54.6%、31.8%和13.6%，网上已成主要方式。",
    "网上、窗口、邮寄三种渠道的办结比例分别为94.6%、91.8%和96.3%。",
    "养老保险参保率96.2%，仍有3.8%的居民未参保。",
    "养老保险参保率96.2%，仍有4.8%的企业未参保险。",
    "诉求分为咨询、求助、投诉三类，分别占52.3%、30.1%、17.6%。",
    "咨询、求助、投诉三类诉求分别占52.3%、30.1%、15.2%。",
    "三次产业增加值占地区生产总值的比重分别为8.7%、41.6%和49.7%。",
    "三次产业结构为12.3:37.9:49.7，服务业占比提高。",
    "第一、二、三产业投资之比为1∶5.2∶9.6。",
    "按来源分，来信占52.3%，来访占30.1%，网上投诉占17.6%。",
    "来信占52.3%，来访占30.1%。",
    "服务业占地区生产总值的54.3%，工业占全部投资的38.2%，民间投资占61.2%。",
)

_RATIO = compile_(r"(?<![\d.:])\d{1,2}(?:\.\d+)?([:∶])\d{1,2}(?:\.\d+)?(?:\1\d{1,2}(?:\.\d+)?){1,5}(?![\d.:∶])")
_SECTORS = compile_(
    r"(?:三次产业|第?一、?(?:第?二|二产)、?(?:第?三|三产)(?:次)?(?:产业)?)[^。;\d]{0,24}(?:比重|占比|占|贡献率)[^。;\d]{0,16}?(\d+(?:\.\d+)?)%[、,](\d+(?:\.\d+)?)%(?:、|和|及|与)(\d+(?:\.\d+)?)%"
)
_FOURTH = compile_("%?[^。;]{0,4},[^。;\\d]{0,20}(?:占|其余|为)")
_ABOUT = compile_("产业|三产[^,。;]{0,6}(?:比|结构|占)|结构|构成|比重|占比")
_EACH = compile_("三者|三项|三类|四者|各类|年龄段")
_MOST = Decimal(120)
"""Shares that make more are not of one kind."""
_NEARLY = Decimal(20)
_SEVERAL = compile_("可选|两类以上|两种身份|不同身份|归入|各占|均占|多选|多因|重复计|交叉|多个方面|多项|不止一")
_ASIDE = compile_("其中|合计|之和|小计|共占|总共|[一-龥]中[^,。;]{0,8}占")
_SHARE = compile_(r"(?:[,、]|分别)?[^,。;:()\d]{0,36}?(?:分别)?占(?:比)?(?:为)?|[^,。;:()\d]{0,36}(?:比例|比重)分别[为是]|[、和,]")
_SPLIT = compile_(r"按[^,。;]{1,12}(?:分|划分|看)|从[^,。;]{1,12}看|结构|构成|:")
_KINDS = compile_(
    r"(?:分为|分成|划分为|共有?)[^。;%]{0,40}?([二两三四五六七八]|[2-8])(?:大?类|种|档|个?等[级次])[^。;%\d]{0,12}分别占"
    r"|(?:[\u4e00-\u9fff]{1,6}、){1,6}[\u4e00-\u9fff]{1,8}([两三四五六七八])(?:种|类|个)(?:渠道|方式|途径|来源|形式)[^,。;%\d]{0,8}(?:比例|占比|比重)分别[为是]$"
)
_OPINIONS = compile_("(?:认为|表示|评价|选择|回答)[^,。;]{0,14}“[^”]{2,8}”")
_OTHERS_BEHIND = compile_(",(?:另有|还有|其余|余下|仅有|只有|也有)")
_LISTED = compile_(r"[、和及]其[他它余][^,。;、%\d]{0,8}(?:占比)?分别占?(?:比)?(?:为)?$")
_JOINED = ("、", "和", ",")
_RATE = compile_(r"([\u4e00-\u9fff]{2})率(?:为|达到?|是)?$")
_UNDONE = compile_(r"未([\u4e00-\u9fff]{2,8}?)的?(?:占比?|比例)(?:为|达)?")
_THIRD = compile_("[^。;]{0,12},(?:其余|另|还)")
# 参保率96.2%,仍有4.8%的居民未参保
_STILL = compile_(r",(?:仍|尚|还|另)有(?:约)?")
_NOT_YET = compile_(r"的[^,。;\d]{0,8}?(?:未|没有|不)([\u4e00-\u9fff]{2})(?=[,。;])")
_REST = compile_(r"[,;](?:其余|余下|剩余|剩下|另外|另)的?(?:约)?")


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each ratio of three shares or more that is not 100, and each enumeration of shares that is more."""
    yield from _ratios(view)
    yield from _sectors(view)
    if any(word in view.text for word in ("占", "率", "比例分别", "比重分别")):
        for row in rows(view, 2):
            yield from _enumerations(view, row)
            yield from _rests(view.text, row)


def _ratios(view: View) -> Iterator[Problem | Judgement]:
    for match in _RATIO.finditer(view.text):
        begin = max(0, match.start() - 24)
        if _ABOUT.search(view.text, begin, match.start()) or ("." in match.group() and _EACH.search(view.text, begin, match.start())):
            yield from _whole(view.span(*match.span()), match.group().split(match.group(1)), "", Phrase("构成比", "shares"))


def _sectors(view: View) -> Iterator[Problem | Judgement]:
    """三次产业比重分别为 a%、b%和c%"""
    for match in _SECTORS.finditer(view.text) if "产" in view.text else ():
        related = tuple(Related(view.span(match.start(i), match.end(i) + 1), Phrase("占比", "share")) for i in (1, 2))
        if _FOURTH.match(view.text, match.end()):
            continue  # 用电量 has that of the households, too
        span = view.span(match.start(3), match.end(3) + 1)
        yield from _whole(span, match.groups(), "%", Phrase("三次产业占比", "shares of the three sectors"), related)


def _whole(span: Span, written: Sequence[str], sign: str, what: Phrase, related: tuple[Related, ...] = ()) -> Iterator[Problem | Judgement]:
    """Whether shares make 100; what is far from it is no whole."""
    shares = [Decimal(share) for share in written]
    total = sum(shares, Decimal(0))
    made = digits(total) + sign
    words = f"{'+'.join(written)}={made}"
    if abs(total - HUNDRED) <= _slack(shares):
        yield Judgement(status="holds", span=span, related=related, arithmetic=words)
    elif 80 < total < 120:
        unit = sign and f" {sign}"
        yield Problem(
            span=span,
            message=Phrase(f"{what.zh}之和为{made}，不是100{sign}", f"the {what.en} make {digits(total)}{unit}, not 100{unit}"),
            related=related,
            expected=f"100{sign}",
            found=made,
            arithmetic=f"{words}≠100{sign}",
        )


def _slack(shares: list[Decimal]) -> Decimal:
    return sum((_step(share) * HALF for share in shares), Decimal(0))


def _step(share: Decimal) -> Decimal:
    exponent = share.as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(1).scaleb(min(exponent, 0))


def _enumerations(view: View, row: Row) -> Iterator[Problem | Judgement]:
    """Runs of shares without a base of their own in one sentence that names what is split."""
    run: list[Number] = []
    if _SEVERAL.search(view.text, row.start, row.end):
        return
    for number in (*row, None):
        if number is not None and number.kind == "percent" and run and _ASIDE.search(number.before) and "其余" not in number.before:
            continue  # of one of the kinds, or of several together
        if len(run) > 1 and abs(sum((one.low for one in run), -HUNDRED)) <= _slack([one.low for one in run]):
            yield from _sum(view, row, run)
            run = []  # what follows splits it otherwise: 民营占63.5%
        if number is not None and number.kind == "percent" and not number.change and number.exact and _is_next(number, run):
            run.append(number)
            continue
        if number is not None and number.kind in ("count", "money") and run and ";" not in number.before:
            continue
        if len(run) >= 3:
            yield from _sum(view, row, run)
        elif len(run) > 1 and _OTHERS_BEHIND.match(view.text, run[-1].end) and all(_OPINIONS.search(one.before) for one in run):
            yield from _sum(view, row, run, apart=True)
        run = []


def _rests(text: str, row: Row) -> Iterator[Problem | Judgement]:
    """占61.5%,其余39.5%"""
    last = max((one.start for one in row if one.kind == "percent"), default=0)
    for share, rest in pairwise(row):
        percents = share.kind == rest.kind == "percent" and not share.change and share.exact and rest.exact
        if not percents or not (_is_rest(share, rest) or _is_undone(share, rest) or _is_still(text, share, rest)):
            continue
        if last > rest.end or _THIRD.match(text, rest.end):
            continue  # there is a third state
        total = share.low + rest.low
        words = f"{share.face}+{rest.face}={digits(total)}%"
        if abs(total - HUNDRED) <= _slack([share.low, rest.low]):
            yield Judgement(status="holds", span=rest.span, arithmetic=words)
        elif not any(number.kind == "percent" and number is not share and number.end <= rest.start for number in row):
            yield Problem(
                span=rest.span,
                message=Phrase(f"其余占比应为{digits(HUNDRED - share.low)}%", f"the rest is {digits(HUNDRED - share.low)}%"),
                related=(Related(share.span, Phrase("占比", "share")),),
                expected=f"{digits(HUNDRED - share.low)}%",
                found=rest.text,
                arithmetic=f"{words}≠100%",
            )


def _is_rest(share: Number, rest: Number) -> bool:
    return "占" in last_words(share.before) and _REST.fullmatch(rest.before) is not None


def _is_undone(share: Number, rest: Number) -> bool:
    """通过率为 87.5%,未通过的占 12.5%"""
    rate, undone = _RATE.search(last_words(share.before)), _UNDONE.fullmatch(last_words(rest.before))
    return rate is not None and undone is not None and undone.group(1)[-2:] == rate.group(1)


def _is_still(text: str, share: Number, rest: Number) -> bool:
    """参保率96.2%,仍有4.8%的居民未参保"""
    rate = _RATE.search(last_words(share.before)) if _STILL.fullmatch(rest.before) else None
    behind = _NOT_YET.match(text, rest.end) if rate else None
    return rate is not None and behind is not None and behind.group(1) == rate.group(1)


def _is_next(number: Number, run: list[Number]) -> bool:
    words = number.before if run else number.before[max(number.before.rfind(mark) for mark in ",;:") + 1 :]
    return _SHARE.fullmatch(words) is not None and (bool(run) or "占" in words or "分别" in words)


def _counts_all(text: str, row: Row, run: Sequence[Number]) -> bool:
    """Whether it is said that what is split has as many kinds as there are shares: 分为三类,分别占."""
    match = _KINDS.search(text, row.start, run[0].start)
    stated = parse(match.group(1) or match.group(2)) if match else None
    return stated is not None and stated.low == len(run) and text[run[-1].end : run[-1].end + 1] != "等"


def _sum(view: View, row: Row, run: list[Number], *, apart: bool = False) -> Iterator[Problem | Judgement]:
    listed = _LISTED.search(view.text, row.start, run[0].start) is not None and all(number.before in _JOINED for number in run[1:])
    counted = listed or _counts_all(view.text, row, run) or last_words(run[-1].before).startswith(("其余", "其他", "其它"))
    if not counted and not apart and not _SPLIT.search(view.text, row.start, run[0].start):
        return
    total = sum((number.low for number in run), Decimal(0))
    slack = _slack([number.low for number in run])
    words = f"{'+'.join(number.face for number in run)}={digits(total)}%"
    if abs(total - HUNDRED) <= slack:
        yield Judgement(status="holds", span=run[-1].span, arithmetic=words)
    elif (HUNDRED + slack < total < _MOST) or (counted and HUNDRED - _NEARLY < total < HUNDRED - slack):
        yield Problem(
            span=run[-1].span,
            related=tuple(Related(number.span, Phrase("占比", "share")) for number in run[:-1]),
            message=Phrase(f"各项占比之和为{digits(total)}%，超过100%", f"the shares make {digits(total)}%, more than 100%")
            if total > HUNDRED
            else Phrase(f"各项占比之和为{digits(total)}%，不足100%", f"the shares make {digits(total)}%, less than 100%"),
            found=f"{digits(total)}%",
            arithmetic=f"{words}{'>' if total > HUNDRED else '<'}100%",
        )
