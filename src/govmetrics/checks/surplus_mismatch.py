"""收入4.12亿元、支出3.87亿元,当期结余0.35亿元: a surplus that is not revenue less expenditure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.figures import cut, last_words, rounded, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "sum"
SEVERITY: Final = "error"
WHAT: Final = Phrase("当年结余不等于收入减支出", "a surplus that is not revenue less expenditure")
WHY: Final = Phrase(
    "收入、支出和当期（当年、本年、收支）结余在同一句依次写明时，结余等于收入减支出；滚存、累计、年末结余不算。",
    "Where a sentence gives revenue, expenditure and the surplus of the year, the surplus is what they leave; running totals are left out.",
)
BAD: Final = (
    ("全年基金收入4.12亿元、支出3.87亿元，当期结余0.35亿元，基金运行安全可控。", "0.35亿元"),
    ("本年总收入1286.4万元，总支出1254.1万元，本年收支结余23.3万元。", "23.3万元"),
    ("村集体经营收入86万元，支出52万元，收支相抵结余43万元。", "43万元"),
)
GOOD: Final = (
    "全年总收入1286.4万元，总支出1254.1万元，按规定提取专用基金后当年结余12.3万元。",
    "全年事业收入5200万元，项目支出1800万元，本年收支结余160万元。",
    "全年基金收入4.12亿元、支出3.87亿元，当期结余0.25亿元，基金运行安全可控。",
    "全年基金收入4.12亿元、支出3.87亿元，滚存结余12.35亿元。",
    "全年基金收入4.12亿元、支出3.87亿元，年末结余12.35亿元。",
    "全年收入412万元，上年结转20万元，支出387万元，当年结余45万元。",
    "全年收入412万元，支出387万元，上解支出5万元，当年结余20万元。",
    "征缴收入4.12亿元，支出3.87亿元，当期结余0.35亿元（含财政补助0.1亿元）。",
)

_IN = compile_("(?P<what>[\u4e00-\u9fff]{0,2})(?<!其中)(?:总收入|收入)(?:合计|总计)?(?:为|达到?|共)?$")
_PARTIAL = compile_("征缴|财政补[助贴]|利息|税收|非税|转移|经费")
_OUT = compile_("[,、;和]?(?P<what>[\u4e00-\u9fff]{0,2})(?:总支出|支出)(?:合计|总计)?(?:为|达到?|共)?")
_LEFT = compile_("[,、;](?:(?:当期|当年|本年度?|收支)(?:收支)?(?:相抵后?,?)?|收支相抵后?,?)(?:净)?(?:结余|盈余|节余)(?:为|达到?)?")


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each surplus of the year that the revenue and expenditure before it do not leave."""
    if "余" not in view.text:
        return
    for row in rows(view, 3):
        for got, spent, left in zip(row, row[1:], row[2:], strict=False):
            words = last_words(got.before)
            into, out = _IN.search(words), _OUT.fullmatch(spent.before)
            if not _LEFT.fullmatch(left.before) or not into or not out or out["what"] not in ("", "总", into["what"]):
                continue
            if any(number.kind != "money" or number.change or not number.exact for number in (got, spent, left)):
                continue
            value = got.low - spent.low
            related = (Related(got.span, Phrase("收入", "revenue")), Related(spent.span, Phrase("支出", "expenditure")))
            arithmetic = f"{got.face}-{spent.face}={left.rewritten(value).removesuffix(left.unit)}"
            if any(how(got).meets(how(spent) + how(left)) for how in (rounded, cut)):
                yield Judgement(status="holds", span=left.span, related=related, arithmetic=arithmetic)
            elif value > 0 and not view.text.startswith("(", left.end) and not _PARTIAL.search(words):
                yield Problem(
                    span=left.span,
                    message=Phrase(
                        f"收入减支出为{left.rewritten(value)}，与结余{left.text}不符",
                        f"revenue less expenditure leaves {left.rewritten(value)}, not {left.text}",
                    ),
                    related=related,
                    expected=left.rewritten(value),
                    found=left.text,
                    arithmetic=f"{arithmetic}≠{left.face}",
                )
