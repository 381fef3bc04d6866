"""What was found over all reports, in a few lines for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from govmetrics.messages import say
from govmetrics.output.findings._text import status_word

if TYPE_CHECKING:
    from govmetrics.output.findings import FindingTotals
    from govmetrics.output.findings.record import Relations


def summarise(totals: FindingTotals, lang: str) -> list[str]:
    """How many findings there are, and how many relations were verified; where none was, that instead of "no problems"."""
    summary = totals.summary
    found = summary.findings
    verified = sum(structs.astuple(summary.relations)) - summary.relations.not_assessable
    lines = []
    if found.error or found.warning or found.note:
        counts = structs.asdict(found)
        lines.append(say(lang, "errors: {error}, warnings: {warning}, notes: {note}", **counts))
    elif verified:
        lines.append(say(lang, "no problems found"))
    lines.append(_relations(summary.relations, verified, lang))
    if summary.suppressed:
        lines.append(say(lang, "suppressed: {number}", number=summary.suppressed))
    if summary.baselined:
        lines.append(say(lang, "in the baseline: {number}", number=summary.baselined))
    if totals.reports > 1:
        lines.insert(0, say(lang, "reports: {number}", number=totals.reports))
    return lines


def statistics(totals: FindingTotals) -> str:
    """How many findings each check has, the most frequent first."""
    checks = sorted(totals.summary.checks.items(), key=lambda item: (-item[1], item[0]))
    return "".join(f"{number:6}  {check}\n" for check, number in checks)


def _relations(relations: Relations, verified: int, lang: str) -> str:
    said = say(lang, "no relation between figures could be verified")
    if verified:
        named = structs.asdict(relations)
        del named["not_assessable"]
        kinds = ("，" if lang == "zh" else ", ").join(
            f"{status_word(name.replace('_', '-'), lang)} {number}" for name, number in named.items() if number
        )
        said = say(lang, "relations verified: {number} ({kinds})", number=verified, kinds=kinds)
    if relations.not_assessable:
        said += say(lang, "; not assessable: {number}", number=relations.not_assessable)
    return said
