"""2023年,我局共开展… in a report on 2024, word for word as in the report on 2023: a passage that was copied with its year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics import against
from govmetrics.facts import base_year
from govmetrics.finding import Phrase, Problem, Related
from govmetrics.model import Date
from govmetrics.patterns import compile_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "date"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("照抄上年报告且年份未改", "a passage of last year's report with its year")
WHY: Final = Phrase(
    "整句与上年报告一字不差，又以上一年开头讲本年的工作，是套用旧稿没有更新。",
    "A sentence that is last year's word for word and opens with last year as the current one was left over from the old draft.",
)
BAD: Final = (
    (
        (
            "县水利局2024年度法治政府建设情况报告\n2024年，我局依法履职，成效较好。\n"
            "2023年，我局严格落实行政执法三项制度，共开展专项检查42次，下达整改通知书17份。\n"
            "=== 上年 ===\n县水利局2023年度法治政府建设情况报告\n"
            "2023年，我局严格落实行政执法三项制度，共开展专项检查42次，下达整改通知书17份。\n"
        ),
        "2023年",
    ),
)
GOOD: Final = (
    (
        "县水利局2024年度法治政府建设情况报告\n2024年，我局严格落实行政执法三项制度，共开展专项检查42次，下达整改通知书17份。\n"
        "=== 上年 ===\n县水利局2023年度法治政府建设情况报告\n"
        "2023年，我局严格落实行政执法三项制度，共开展专项检查42次，下达整改通知书17份。\n"
    ),
    (
        "县水利局2024年度法治政府建设情况报告\n2023年以来，我局严格落实行政执法三项制度，建立健全了权责清单动态调整机制。\n"
        "=== 上年 ===\n县水利局2023年度法治政府建设情况报告\n"
        "2023年以来，我局严格落实行政执法三项制度，建立健全了权责清单动态调整机制。\n"
    ),
    (
        "县水利局2024年度法治政府建设情况报告\n2023年，我县被评为全省法治政府建设示范县，法治建设的基础更加牢固。\n"
        "=== 上年 ===\n县水利局2023年度法治政府建设情况报告\n"
        "2023年，我县被评为全省法治政府建设示范县，法治建设的基础更加牢固。\n"
    ),
)

_HISTORY: Final = compile_(
    r"以来|同期|相比|比上年|[末底初]|起至|截至|荣获|获评|被评|被确定|被列|入选|首次|成立|设立|印发|出台|颁布|施行|修订|批复|启动|曾|开工|竣工|立项|入库"
)
_SHORTEST: Final = 24
_MANY: Final = 3
_SHOWN: Final = 20


def check(view: View) -> Iterator[Problem]:
    """A problem for each sentence that is last year's and opens with last year, one where there are many; nothing without that report."""
    last, year = against.before(view), view.once(base_year)
    if last is None or year is None or f"{year - 1}年" not in view.text:
        return
    stale = [
        (words, date)
        for words, date in _dated(view)
        if date.value == str(year - 1) and len(words) >= _SHORTEST and f"{year}年" not in words and not _HISTORY.search(words)
    ]
    if not stale:
        return
    known = {words for words, _ in _dated(last)}
    copied = [date for words, date in stale if words in known]
    if len(copied) > _MANY:
        yield _problem(year, copied[0], copied[1 : _SHOWN + 1])
        return
    for date in copied:
        yield _problem(year, date, [])


def _problem(year: int, date: Date, others: list[Date]) -> Problem:
    return Problem(
        span=date.span,
        message=Phrase(
            f"这句话与{year - 1}年报告完全相同，年份仍写{year - 1}年",
            f"this sentence is that of the report on {year - 1}, and still says {year - 1}",
        ),
        related=tuple(Related(other.span, Phrase("另一句", "another one")) for other in others),
        help=Phrase(f"更新内容；讲本年的改为{year}年", f"renew it, or write {year} if it is this year's work"),
        expected=f"{year}年",
        found=date.text,
    )


def _dated(view: View) -> Iterator[tuple[str, Date]]:
    """The sentences that open with a date, without blanks, and the date."""
    for sentence in view.sentences:
        date = view.metrics[sentence.first]
        if isinstance(date, Date) and not view.text[sentence.start : view.starts[sentence.first]].strip():
            yield "".join(view.text[sentence.start : sentence.end].split()), date
