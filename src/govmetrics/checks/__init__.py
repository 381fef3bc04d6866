"""The consistency checks: one module each, whose name with hyphens is the check's id.

A check module offers `GROUP`, `SEVERITY`, `WHAT` and `WHY` (what is flagged, and why that is wrong), `BAD` (texts with the
words in them that a finding or a figure related to it must touch), `GOOD` (texts like them with nothing to find) and `check(view)`, which yields a
`Problem` for what is wrong and a `Judgement` for a relation that does not fail. `DEFAULT = False` leaves it to those who select it.
`YIELDING = True` lets it stand back where another check that runs has judged the same figure, or all the figures that it names.

A check of a report against the one of the year before yields nothing where `view.last` is None. Its examples hold both texts: this
year's, the line `=== 上年 ===`, last year's; `halves` parts them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Final

from msgspec import Struct

from govmetrics.finding import Finding, Group, Judgement, Phrase, Problem, Severity, Status, Verdict
from govmetrics.model import Span
from govmetrics.registry import modules
from govmetrics.view import View

LAST_YEAR: Final = "=== 上年 ===\n"


class Check(Struct, frozen=True):
    """A check module.

    Attributes:
        id: its name with hyphens.
        default: whether it runs where nothing is selected.
        yielding: whether it says nothing of what another check has judged.
        good: texts without a finding of this check.
        bad: texts with a finding, and the words that it must touch.
    """

    id: str
    group: Group
    severity: Severity
    what: Phrase
    why: Phrase
    good: tuple[str, ...]
    bad: tuple[tuple[str, str], ...]
    default: bool
    yielding: bool
    run: Callable[[View], Iterable[Problem | Judgement]]


class Outcome(Struct, frozen=True):
    """What checks say of a report, by place: findings, and verdicts on all relations, the failed ones among them."""

    findings: tuple[Finding, ...]
    verdicts: tuple[Verdict, ...]


def names() -> list[str]:
    """The ids of all checks, sorted."""
    return sorted(stem.replace("_", "-") for stem in modules(__path__[0]))


@cache
def get(id_: str) -> Check:
    """The check called `id_`, one of `names()`."""
    module = import_module(f"{__name__}.{id_.replace('-', '_')}")
    return Check(
        id=id_,
        group=module.GROUP,
        severity=module.SEVERITY,
        what=module.WHAT,
        why=module.WHY,
        good=module.GOOD,
        bad=module.BAD,
        default=getattr(module, "DEFAULT", True),
        yielding=getattr(module, "YIELDING", False),
        run=module.check,
    )


@cache
def defaults() -> tuple[str, ...]:
    """The ids of the checks that run where nothing is selected."""
    return tuple(name for name in names() if get(name).default)


def halves(example: str) -> tuple[str, str | None]:
    """The report of an example, and that of the year before where it has one."""
    this, mark, last = example.partition(LAST_YEAR)
    return this, last if mark else None


def run(view: View, ids: Collection[str] | None = None, severities: Mapping[str, Severity] | None = None) -> Outcome:
    """What the checks `ids` say of a report; the default ones when None.

    Args:
        view: the report.
        ids: some of `names()`.
        severities: those that differ from the checks' own, by id.
    """
    problems: list[tuple[Check, Problem]] = []
    verdicts: list[Verdict] = []
    chosen = [get(id_) for id_ in sorted(defaults() if ids is None else ids)]
    for check in sorted(chosen, key=lambda check: check.yielding):
        told = [verdict for verdict in verdicts if verdict.status != "not-assessable"] if check.yielding else []
        subjects, judged = {verdict.span for verdict in told}, [_places(verdict) for verdict in told]
        for said in check.run(view):
            if said.span in subjects or any(_places(said) <= places for places in judged):
                continue
            if isinstance(said, Problem):
                problems.append((check, said))
            if isinstance(said, Judgement) or said.arithmetic:
                verdicts.append(_verdict(check.id, said))
    problems.sort(key=lambda found: (found[1].span.start, found[1].span.end, found[0].id))
    verdicts.sort(key=lambda verdict: (verdict.span.start, verdict.span.end, verdict.check))
    return Outcome(tuple(_findings(view, problems, severities or {})), tuple(verdicts))


def _places(said: Problem | Judgement | Verdict) -> frozenset[Span]:
    return frozenset((said.span, *(related.span for related in said.related)))


def _verdict(id_: str, said: Problem | Judgement) -> Verdict:
    status: Status
    status, reason = ("fails", None) if isinstance(said, Problem) else (said.status, said.reason)
    return Verdict(check=id_, status=status, span=said.span, related=said.related, arithmetic=said.arithmetic, reason=reason)


def _findings(view: View, problems: list[tuple[Check, Problem]], severities: Mapping[str, Severity]) -> Iterator[Finding]:
    if not problems:
        return
    from hashlib import sha256

    seen: dict[str, int] = {}
    for check, problem in problems:
        words = f"{check.id}\n{view.clause(problem.span)}"
        occurrence = seen[words] = seen.get(words, 0) + 1
        yield Finding(
            check=check.id,
            group=check.group,
            severity=severities.get(check.id) or problem.severity or check.severity,
            span=problem.span,
            message=problem.message,
            related=problem.related,
            help=problem.help,
            expected=problem.expected,
            found=problem.found,
            arithmetic=problem.arithmetic,
            fingerprint=sha256(f"{words}\n{occurrence}".encode("utf-8", "surrogatepass")).hexdigest()[:16],
        )
